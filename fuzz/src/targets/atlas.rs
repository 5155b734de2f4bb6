//! The atlas: any name is asked for, at any date; a user's rows of any kind are laid over ours or refused.

use crate::dice::Dice;
use crate::tables::SHORT;
use crate::targets::tables::MARKS;
use crate::{edit, told};
use std::sync::LazyLock;
use verbale::atlas::{Atlas, lay_over};
use verbale::document::Date;

static ATLAS: LazyLock<Atlas> = LazyLock::new(Atlas::builtin);

const FILES: &[&str] = &[
    "memberships.tsv",
    "territories.tsv",
    "bodies-mine.tsv",
    "groups.tsv",
    "outlets.tsv",
    "parties-2027.tsv",
    "persons.tsv",
    "places.tsv",
    "divisions.tsv",
    "regions.tsv",
    "seats.tsv",
    "persons",
    "personsx.tsv",
    ".tsv",
    "",
];

pub(super) fn target(bytes: &[u8]) {
    let mut dice = Dice::new(bytes);
    let date =
        Date::new(dice.below(9999) as i16, 1 + dice.below(12) as i8, 1 + dice.below(28) as i8).ok();
    if dice.once_in(3) {
        own_rows(&mut dice, date);
        return;
    }
    while dice.more() {
        let mut name = String::new();
        (0..=dice.below(3)).for_each(|_| told::word(&mut dice, &mut name));
        if dice.once_in(3) {
            name = edit::text(&name, &[], &mut dice);
        }
        ask(&ATLAS, &name, date);
    }
}

fn own_rows(dice: &mut Dice, date: Option<Date>) {
    let rows = dice.of(&FILES[..11]);
    let table = rows.replace("-mine", "").replace("-2027", "");
    let file = if dice.once_in(8) { dice.of(FILES) } else { rows };
    let seed = SHORT.text(&table).expect("a table");
    let rows = edit::text(seed, MARKS, dice);
    let mut lexicons = SHORT.clone();
    if let Err(error) = lay_over(&mut lexicons, file, &rows) {
        assert!(error.line <= rows.lines().count().max(1), "{error}");
        return;
    }
    match Atlas::new(&lexicons) {
        Ok(atlas) => {
            let cells = rows.split(['\t', '|', '\n']).take(400);
            cells.for_each(|name| ask(&atlas, name, date));
            let _ = atlas.check();
        }
        Err(error) => {
            let known = error.table == file || lexicons.text(&error.table).is_ok();
            assert!(known, "{error}");
        }
    }
}

fn ask(atlas: &Atlas, name: &str, date: Option<Date>) {
    for found in [atlas.lookup(name, date), atlas.lookup(name, None)].concat() {
        let point = found.place.as_ref().is_none_or(|p| p.lat.is_finite() && p.lon.is_finite());
        assert!(point, "{name:?}: {found:?}");
        assert!((0.0..=1.0).contains(&found.confidence), "{name:?}: {found:?}");
        assert!(
            !found.entity.id.is_empty() && !found.entity.name.is_empty(),
            "{name:?}: {found:?}"
        );
    }
}
