//! The tables with their first rows alone, so that a stage is built in a moment.

use crate::told::LEXICONS;
use std::sync::LazyLock;
use verbale::document::{Lexicons, Table};

/// Rows kept of a long table of the atlas.
const ROWS: usize = 40;
/// Longer tables are cut.
const LONG: usize = 9_000;

/// Every table, the long ones of the atlas cut but for states; peoples only of the regions that are left.
pub static SHORT: LazyLock<Lexicons> = LazyLock::new(|| {
    let words = [
        "territories.tsv",
        "bodies.tsv",
        "roles.tsv",
        "plover.tsv",
        "times.tsv",
        "events.tsv",
        "sections.tsv",
        "classes.tsv",
        "cues.tsv",
    ];
    let mut short = LEXICONS.clone();
    for (name, text) in LEXICONS.iter().filter(|(n, t)| t.len() > LONG && !words.contains(n)) {
        short.insert(name, head(text, ROWS));
    }
    let regions = short.text("regions.tsv").expect("a table").to_string();
    let regions = Table::parse("regions.tsv", &regions, &["name"]).expect("a table");
    let kept: Vec<String> = regions.rows().map(|row| row.get("name").to_string()).collect();
    let demonyms = LEXICONS.text("demonyms.tsv").expect("a table");
    let known = |line: &&str| {
        let name = line.split('\t').nth(1).unwrap_or_default();
        line.starts_with(['#', 'i']) || line.starts_with('\t') && kept.iter().any(|k| k == name)
    };
    short.insert("demonyms.tsv", demonyms.lines().filter(known).collect::<Vec<_>>().join("\n"));
    short
});

/// The header and the first rows of a table.
fn head(text: &str, rows: usize) -> String {
    let comments = text.lines().take_while(|l| l.starts_with('#')).count();
    text.lines().take(comments + 1 + rows).map(|l| format!("{l}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::SHORT;
    use verbale::{Model, Pipeline};

    #[test]
    fn short_tables_are_sound() {
        Pipeline::new(&SHORT, &Model::default()).unwrap_or_else(|e| panic!("{e}"));
    }
}
