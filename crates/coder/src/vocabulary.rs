//! Whether a vocabulary of one's own holds together: what its rows name must be there, and every row
//! must be able to count.
//!
//! The coders read the tables; this only looks at them, and only where a user has laid tables of her own
//! over ours, which tests hold to the same. It decides nothing about a text.

use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use verbale_document::{Classes, Lexicons, Row, SmolStr, TableError, TableText};

/// The tables of events.
const EVENTS: [&str; 2] = ["events.tsv", "event_nouns.tsv"];
/// What makes up the vocabulary of events.
const TABLES: [&str; 4] = ["events.tsv", "event_nouns.tsv", "plover.tsv", "classes.tsv"];
/// Places in a clause that are no preposition (`event::slot`).
const SLOTS: [&str; 8] = ["subj", "obj", "iobj", "owner", "whose", "csubj", "inner", "scene"];
/// Lemmas times words that one row may hold: each lemma has a copy of the words.
const MAX_PAIRS: usize = 1 << 20;

/// Words by type: its modes, "" among them, or what it needs.
type ByType<'t> = BTreeMap<&'t str, BTreeSet<&'t str>>;

/// Checks the tables of events where one of them is a user's own.
///
/// # Errors
/// A mode, a slot or a flag that nothing knows, and a row that would fill the memory; names the file
/// and the line.
pub fn check(lexicons: &Lexicons) -> Result<(), TableError> {
    if TABLES.iter().any(|table| is_own(lexicons, table)) { check_all(lexicons) } else { Ok(()) }
}

fn is_own(lexicons: &Lexicons, table: &str) -> bool {
    matches!(lexicons.text(table), Ok(TableText::Own(_)))
}

fn check_all(lexicons: &Lexicons) -> Result<(), TableError> {
    let classes = Classes::new(lexicons)?;
    let plover = lexicons.table("plover.tsv", &["type", "mode"])?;
    let mut modes = ByType::new();
    for row in plover.rows() {
        modes.entry(row.get("type")).or_default().insert(row.get("mode"));
    }
    plover.rows().try_for_each(|row| turns(&row, &modes))?;
    for table in EVENTS {
        let table = lexicons.table(table, &["lemma", "actor", "recipient", "type"])?;
        table.rows().try_for_each(|row| entry(&row, &modes, &classes))?;
    }
    Ok(())
}

/// The modes that a row of the ontology names.
fn turns(row: &Row, modes: &ByType) -> Result<(), TableError> {
    mode_of(row, &["REQUEST", "REJECT"], row.get("asked"), modes)?;
    mode_of(row, &["THREATEN"], row.get("threatened"), modes)?;
    for column in ["failed", "deplored"] {
        if let Some((kind, mode)) = row.get(column).split_once(':') {
            mode_of(row, &[kind], mode, modes)?;
        }
    }
    Ok(())
}

/// Checks that a mode is one of a type among `kinds`.
fn mode_of(row: &Row, kinds: &[&str], mode: &str, modes: &ByType) -> Result<(), TableError> {
    let of_kinds = modes.iter().filter(|(kind, _)| kinds.contains(kind));
    let known = of_kinds.flat_map(|(_, modes)| modes).copied().filter(|m| !m.is_empty());
    let known: BTreeSet<&str> = known.collect();
    if mode.is_empty() || known.contains(mode) {
        return Ok(());
    }
    let kinds = kinds.join(" and ");
    let known: Vec<&str> = known.into_iter().collect();
    let known = match known.is_empty() {
        true => "it has none".to_string(),
        false => format!("it has {}", known.join(", ")),
    };
    Err(row.error(format!("no mode `{mode}` of {kinds} in plover.tsv; {known}")))
}

/// What a row of the events names.
fn entry(row: &Row, modes: &ByType, classes: &Classes) -> Result<(), TableError> {
    mode_of(row, &[row.get("type")], row.get("mode"), modes)?;
    for column in ["actor", "recipient"] {
        let lost =
            items(row, column).find(|s| !SLOTS.contains(s) && !classes.has("preposition", s));
        if let Some(slot) = lost {
            let what = format!(
                "no slot `{slot}`: neither one of {} nor a word of the class `preposition`",
                SLOTS.join(", ")
            );
            return Err(row.error(what));
        }
    }
    if let Some(flag) = items(row, "flags").find(|f| !matches!(*f, "reciprocal" | "negative")) {
        return Err(row.error(format!("no flag `{flag}`: neither reciprocal nor negative")));
    }
    let count = |column: &str| classes.words(row, column).map(|words| words.len());
    let words = count("object")? + count("subject")? + count("modifier")?;
    match count("lemma")?.saturating_mul(words) {
        pairs if pairs > MAX_PAIRS => {
            Err(row.error("too many lemmas with too many words; make several rows of it"))
        }
        _ => Ok(()),
    }
}

/// The parts of a cell between commas.
fn items<'t>(row: &Row<'_, 't>, column: &str) -> impl Iterator<Item = &'t str> {
    row.get(column).split(',').map(str::trim).filter(|item| !item.is_empty())
}

/// A row of the events as one of its lemmas meets it.
struct Reading<'t> {
    line: usize,
    text: String,
    particle: &'t str,
    /// Object, subject, modifier.
    lists: [Vec<SmolStr>; 3],
    /// What the row and its type need.
    needs: BTreeSet<&'t str>,
    slots: [BTreeSet<&'t str>; 2],
    no_event: bool,
}

impl Reading<'_> {
    /// Whether, standing above `other`, it decides wherever `other` would fit, so that `other` never
    /// counts. (Rows that ask for more stand above others, so both must ask for as much.)
    fn covers(&self, other: &Self) -> bool {
        let list = |(a, b): (&Vec<SmolStr>, &Vec<SmolStr>)| {
            a.is_empty() == b.is_empty() && b.iter().all(|word| a.binary_search(word).is_ok())
        };
        let slots = |(a, b): (&BTreeSet<&str>, &BTreeSet<&str>)| {
            a == b || !b.is_empty() && a.is_superset(b)
        };
        let parties = self.no_event || self.slots.iter().zip(&other.slots).all(slots);
        self.particle == other.particle
            && self.lists.iter().zip(&other.lists).all(list)
            && self.needs.is_subset(&other.needs)
            && parties
    }
}

/// Rows of a user's own tables of events, other than those of `ours`, that never count because another
/// row of the same word always comes first; a line for a person each.
///
/// # Errors
/// A table that cannot be read; names it and the line.
pub fn never_wins(lexicons: &Lexicons, ours: &Lexicons) -> Result<Vec<String>, TableError> {
    let mut told = Vec::new();
    let plover = lexicons.table("plover.tsv", &["type", "mode", "needs"])?;
    let types = plover.rows().filter(|row| row.get("mode").is_empty());
    let asks: ByType = types.map(|row| (row.get("type"), items(&row, "needs").collect())).collect();
    for name in EVENTS.into_iter().filter(|name| is_own(lexicons, name)) {
        let classes = Classes::new(lexicons)?;
        let table = lexicons.table(name, &["lemma", "actor", "recipient", "type"])?;
        let known: BTreeSet<&str> = ours.text(name)?.lines().map(str::trim_end).collect();
        let mut readings: FxHashMap<(SmolStr, &str), Vec<Rc<Reading>>> = FxHashMap::default();
        for row in table.rows() {
            let new = Rc::new(reading(&row, &classes, &asks)?);
            let mut lost: Vec<SmolStr> = Vec::new();
            let mut above = 0;
            for lemma in classes.words(&row, "lemma")? {
                let others = readings.entry((lemma.clone(), row.get("pos"))).or_default();
                if let Some(first) = others.iter().find(|r| r.covers(&new)) {
                    above = first.line;
                    lost.push(lemma);
                }
                others.push(Rc::clone(&new));
            }
            if !lost.is_empty() && !known.contains(new.text.as_str()) {
                let words = lost.join(", ");
                let what = format!("never counts for {words}: line {above} decides before it");
                told.push(row.error(what).to_string());
            }
        }
    }
    Ok(told)
}

fn reading<'t>(
    row: &Row<'_, 't>,
    classes: &Classes,
    asks: &ByType<'t>,
) -> Result<Reading<'t>, TableError> {
    let words = |column: &str| classes.words(row, column);
    let of_type = asks.get(row.get("type")).into_iter().flatten().copied();
    Ok(Reading {
        line: row.line(),
        text: row.text().trim_end().to_string(),
        particle: row.get("particle"),
        lists: [words("object")?, words("subject")?, words("modifier")?],
        needs: items(row, "needs").chain(of_type).collect(),
        slots: ["actor", "recipient"].map(|column| items(row, column).collect()),
        no_event: row.get("type") == "-",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_tables_hold_together() {
        check_all(&verbale_lexicons::english()).expect("what rows name is there");
    }

    /// The tables with a row more in one of them.
    fn with(table: &str, row: &str) -> (Lexicons, usize) {
        let mut lexicons = verbale_lexicons::english();
        let text = format!("{}{row}\n", &**lexicons.text(table).expect("a table"));
        let line = text.lines().count();
        lexicons.insert(table, text);
        (lexicons, line)
    }

    #[test]
    fn what_no_table_knows_is_named() {
        let check_row = |table: &str, row: &str, want: &str| {
            let (lexicons, line) = with(table, row);
            let error = check(&lexicons).expect_err(row).to_string();
            assert!(error.starts_with(&format!("table {table}, line {line}: {want}")), "{error}");
        };
        let row = |actor: &str, kind: &str, mode: &str, flags: &str| {
            format!("bug\tverb\t\t\t\t{actor}\tobj\t{kind}\t{mode}\t\t{flags}\t")
        };
        check_row(
            "events.tsv",
            &row("subj", "COERCE", "wiretap", ""),
            "no mode `wiretap` of COERCE",
        );
        check_row("events.tsv", &row("subj", "-", "arrest", ""), "no mode `arrest` of -");
        check_row("events.tsv", &row("subject", "COERCE", "", ""), "no slot `subject`");
        check_row("events.tsv", &row("subj", "COERCE", "", "recip"), "no flag `recip`");
        check_row("event_nouns.tsv", "bug\t\tfrm\t\tCOERCE", "no slot `frm`");
        let turns = "SPY\t\t4\t-4\t190\t\t\t\t\t\t\t\t\t\t\tplead\t";
        check_row("plover.tsv", turns, "no mode `plead` of REQUEST and REJECT");
        let many =
            |word: &str| (0..2000).map(|i| format!("{word}{i}")).collect::<Vec<_>>().join("|");
        let large = format!("{}\tverb\t\t{}\t\tsubj\tobj\tCOERCE", many("a"), many("b"));
        check_row("events.tsv", &large, "too many lemmas");
    }

    #[test]
    fn rows_that_never_count_are_named() {
        let ours = verbale_lexicons::english();
        let check_row = |rows: &str, want: Option<&str>| {
            let (lexicons, line) = with("events.tsv", rows);
            let told = never_wins(&lexicons, &ours).expect("sound tables");
            let want = want
                .map(|words| format!("table events.tsv, line {line}: never counts for {words}"));
            assert_eq!(told.len(), usize::from(want.is_some()), "{told:?}");
            assert!(told.iter().zip(want).all(|(t, w)| t.starts_with(&w)), "{told:?}");
        };
        let row =
            |object: &str, kind: &str| format!("frobnicate\tverb\t\t{object}\t\tsubj\tobj\t{kind}");
        let pair = |a: &str, b: &str| format!("{a}\n{b}");
        check_row(&row("", "COERCE"), None);
        check_row(&pair(&row("", "COERCE"), &row("", "COERCE")), Some("frobnicate: line"));
        check_row(&pair(&row("", "-"), &row("", "COERCE")), Some("frobnicate: line"));
        check_row(&pair(&row("door|gate", "-"), &row("gate", "COERCE")), Some("frobnicate: line"));
        check_row(&pair(&row("gate", "-"), &row("door|gate", "COERCE")), None);
        check_row(&pair(&row("", "-"), &row("gate", "COERCE")), None);
        check_row(&pair(&row("", "SUPPORT"), &row("", "AID")), Some("frobnicate: line"));
        check_row(&pair(&row("", "COOPERATE"), &row("", "AID")), None);
        check_row("extradite\tverb\t\t\t\tsubj\tobj\tAID", Some("extradite: line"));
        check_row("thank\tverb\t\t\t\tsubj\tobj\tAID", None);
        let with_recipient = "thank\tverb\t\t\t\tsubj\tobj\tAID\t\t\t\trecipient";
        check_row(with_recipient, Some("thank: line"));
    }
}
