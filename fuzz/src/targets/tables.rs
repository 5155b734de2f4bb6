//! Tables: a damaged table is an error that names it and a line of it, or a stage that is as total as with
//! ours.

use crate::dice::Dice;
use crate::tables::SHORT;
use crate::{edit, told};
use std::sync::LazyLock;
use verbale::document::{Document, Event, Layer, Lexicons, Table, TableError};
use verbale::read::Reader;
use verbale::{Pipeline, Story};
use verbale_coder::event::Events;
use verbale_coder::statement::Statements;
use verbale_parse::training::Segmenter;
use verbale_resolve::Resolver;
use verbale_times::Times;

/// The stages, and the tables that each of them reads.
const STAGES: &[(&str, &[&str])] = &[
    ("read", &["outlets.tsv", "sections.tsv"]),
    ("parse", &["times.tsv", "abbreviations.tsv", "tokens.tsv"]),
    ("times", &["times.tsv"]),
    (
        "resolve",
        &[
            "honorifics.tsv",
            "resolver_words.tsv",
            "pronouns.tsv",
            "anaphors.tsv",
            "people.tsv",
            "minds.tsv",
            "naming.tsv",
            "given_names.tsv",
            "roles.tsv",
            "place_words.tsv",
            "territories.tsv",
            "bodies.tsv",
            "regions.tsv",
            "others.tsv",
            "seats.tsv",
            "persons.tsv",
            "places.tsv",
            "divisions.tsv",
            "counties.tsv",
            "parties.tsv",
            "groups.tsv",
            "memberships.tsv",
            "demonyms.tsv",
            "outlets.tsv",
        ],
    ),
    ("statements", &["cues.tsv", "event_numbers.tsv", "classes.tsv"]),
    (
        "events",
        &[
            "plover.tsv",
            "implicatives.tsv",
            "contexts.tsv",
            "events.tsv",
            "event_nouns.tsv",
            "classes.tsv",
            "event_numbers.tsv",
        ],
    ),
];

pub(crate) const MARKS: &[&str] = &[
    "\t",
    "\t\t\t",
    "\n",
    "|",
    ",",
    "@",
    "!",
    "-",
    ":",
    "#",
    "\tx",
    "type",
    "name",
    "(?i)",
    "(",
    ")",
    "*",
    "{9999}",
    "\\",
    "?",
    "(?<wire>",
    "$",
    "^",
    "()",
    "ISO",
    "GOV.PM",
    "IGO.X",
    "2024-02-30",
    "99999",
    "4294967295",
    "-1",
    "1e99",
    "NaN",
    "subj",
    "inner",
    "reciprocal",
    "verb",
    "noun",
    "yes",
    "m",
    "AGREE",
    "AGREE:meet",
    "X:Y:Z",
    "\t\n",
    "\u{feff}",
];

/// Documents with all layers, by our own tables.
static DOCS: LazyLock<Vec<Document>> = LazyLock::new(|| {
    let pipeline = Pipeline::builtin().expect("the built-in tables are sound");
    let code = |text: &&str| {
        let story = Story::text(*text).published("2024-06-21");
        pipeline.code_story(&mut pipeline.worker(), story).expect("English text")
    };
    told::STORIES.iter().map(code).collect()
});

pub(super) fn target(bytes: &[u8]) {
    let mut dice = Dice::new(bytes);
    if dice.once_in(8) {
        any_table(&String::from_utf8_lossy(dice.rest()));
        return;
    }
    let (stage, tables) = dice.of(STAGES);
    let (table, doc) = (dice.of(tables), dice.pick(&DOCS));
    let seed = SHORT.text(table).expect("a table");
    let mut lexicons = SHORT.clone();
    lexicons.insert(table, edit::text(seed, MARKS, &mut dice));
    any_table(lexicons.text(table).expect("a table"));
    if let Err(error) = built(stage, &lexicons, doc) {
        let lines = lexicons.text(&error.table).map_or(0, |t| t.lines().count().max(1));
        assert!(!error.what.is_empty() && error.line <= lines, "{error}");
    }
}

/// Any text is a table or an error; its rows have the cells of its columns.
fn any_table(text: &str) {
    let Ok(table) = Table::parse("t.tsv", text, &[]) else { return };
    for row in table.rows() {
        assert!(
            text[row.offset()..]
                .starts_with(row.at(0).split('\t').next().unwrap_or_default().trim_start())
                || text[row.offset()..].starts_with(char::is_whitespace),
            "row {}",
            row.line()
        );
        let cells = table.columns().iter().map(|c| row.get(c)).chain([row.at(0), row.at(99)]);
        assert!(cells.into_iter().all(|c| !c.contains(['\t', '\n'])), "row {}", row.line());
    }
}

/// Builds a stage and has it read a document.
fn built(stage: &str, lexicons: &Lexicons, doc: &Document) -> Result<(), TableError> {
    match stage {
        "read" => drop(Reader::new(lexicons)?.story(Story::text(doc.text()))),
        "parse" => drop(Segmenter::new(lexicons)?.sentences(doc)),
        "times" => drop(Times::new(lexicons)?.annotate(&mut verbale_times::Worker::default(), doc)),
        "resolve" => {
            let times = Times::new(&SHORT)?.annotate(&mut verbale_times::Worker::default(), doc);
            drop(Resolver::new(lexicons)?.resolve(doc, times));
        }
        "statements" => drop(Statements::new(lexicons)?.annotate(doc)),
        _ => {
            let events: Layer<Event> = Events::new(lexicons)?.annotate(doc);
            assert!(events.iter().all(|e| e.intensity.is_finite() && (1..=4).contains(&e.quad)));
        }
    }
    Ok(())
}
