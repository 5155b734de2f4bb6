//! The tables of all stages.

use std::collections::BTreeMap;
use verbale_coder::vocabulary::never_wins;
use verbale_document::{Lexicons, Row, TableError, TableText};

/// Every table that a stage reads, as built in, by file name.
pub fn builtin_lexicons() -> Lexicons {
    verbale_atlas::lexicons()
}

/// Tables of which one row only counts for a thing, and the columns that name it.
const KEYED: &[(&str, &[&str])] = &[
    ("classes.tsv", &["class"]),
    ("cues.tsv", &["lemma", "pos"]),
    ("event_numbers.tsv", &["word"]),
    ("given_names.tsv", &["name"]),
    ("honorifics.tsv", &["word"]),
    ("irregular_verbs.tsv", &["lemma"]),
    ("languages.tsv", &["iso639_3"]),
    ("organisation_words.tsv", &["word"]),
    ("people.tsv", &["noun"]),
    ("plover.tsv", &["type", "mode"]),
    ("roles.tsv", &["noun"]),
];

/// Rows of a user's own tables that never count: of two about the same thing one, and those of the
/// tables of events before which another always comes. A line for a person each, by table; rows that
/// the built-in tables have as well are left out, and what cannot be read is left to who reads it.
pub fn overlooked(lexicons: &Lexicons) -> Vec<String> {
    let ours = builtin_lexicons();
    let mut told = never_wins(lexicons, &ours).unwrap_or_default();
    let own = |table: &str| matches!(lexicons.text(table), Ok(TableText::Own(_)));
    for (table, key) in KEYED.iter().filter(|(table, _)| own(table)) {
        told.extend(repeated(lexicons, &ours, table, key).unwrap_or_default());
    }
    told
}

fn repeated(
    lexicons: &Lexicons,
    ours: &Lexicons,
    table: &str,
    columns: &[&str],
) -> Result<Vec<String>, TableError> {
    let (own, built_in) = (lexicons.table(table, columns)?, ours.table(table, columns)?);
    let known: Vec<&str> = built_in.rows().map(|row| row.text()).collect();
    let mut first: BTreeMap<Vec<&str>, Row> = BTreeMap::new();
    let mut told = Vec::new();
    for row in own.rows() {
        let key: Vec<&str> = columns.iter().map(|column| row.get(column)).collect();
        let name =
            key.iter().filter(|cell| !cell.is_empty()).copied().collect::<Vec<_>>().join(", ");
        let Some(other) = first.insert(key, row) else { continue };
        if [&row, &other].into_iter().any(|row| !known.contains(&row.text())) {
            let what = format!(
                "`{name}` stands in line {} as well; one of them never counts",
                other.line()
            );
            told.push(row.error(what).to_string());
        }
    }
    Ok(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_about_the_same_thing_are_named() {
        let mut lexicons = builtin_lexicons();
        assert_eq!(overlooked(&lexicons), Vec::<String>::new());
        let cues = lexicons.text("cues.tsv").expect("a table").to_string();
        let lines = cues.lines().count();
        lexicons.insert(
            "cues.tsv",
            format!("{cues}say\tverb\tq\tspeech\tdeny\nsay\tnoun\tq\tspeech\tdeny\n"),
        );
        let told = overlooked(&lexicons);
        let want = format!("table cues.tsv, line {}: `say, verb` stands in line ", lines + 1);
        assert!(told.len() == 1 && told[0].starts_with(&want), "{told:?}");
    }
}
