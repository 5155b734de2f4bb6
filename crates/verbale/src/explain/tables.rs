//! Rows of the tables in use, as a person finds them: file, line and cells.

use std::collections::BTreeSet;
use verbale_coder::trace::RowRef;
use verbale_document::{Lexicons, Row, TableText};

/// Cells with more characters than this are cut.
const MAX_CELL: usize = 60;

/// The tables in use, and where they stand.
#[derive(Clone, Debug)]
pub struct Tables {
    lexicons: Lexicons,
    folder: String,
}

impl Tables {
    /// `folder` is where tables of a user's own come from.
    pub fn new(lexicons: Lexicons, folder: impl Into<String>) -> Self {
        Tables { lexicons, folder: folder.into() }
    }

    /// The file of a table: a user's own, else that of the sources.
    pub(super) fn file(&self, table: &str) -> String {
        match self.lexicons.text(table) {
            Ok(TableText::Own(_)) => format!("{}/{table}", self.folder.trim_end_matches('/')),
            _ => format!("lexicons/en/{table}"),
        }
    }

    /// "lexicons/en/events.tsv:41".
    pub(super) fn place(&self, row: RowRef) -> String {
        format!("{}:{}", self.file(row.table), row.line)
    }

    /// "lexicons/en/events.tsv:41, 56 and 3 more".
    pub(super) fn places(&self, rows: &[RowRef]) -> String {
        const SHOWN: usize = 6;
        let mut out = String::new();
        let mut last = "";
        let rows: BTreeSet<RowRef> = rows.iter().copied().collect();
        for row in rows.iter().take(SHOWN) {
            match row.table == last {
                true => out += &format!(", {}", row.line),
                false if out.is_empty() => out += &self.place(*row),
                false => out += &format!(", {}", self.place(*row)),
            }
            last = row.table;
        }
        match rows.len().saturating_sub(SHOWN) {
            0 => out,
            more => format!("{out} and {more} more"),
        }
    }

    /// The row in lines: its place, and its cells that are not empty. `words` are kept where a long
    /// cell is cut.
    pub(super) fn lines(&self, row: RowRef, words: &[String]) -> Vec<String> {
        vec![self.place(row), self.cells(row, words)]
    }

    fn cells(&self, at: RowRef, words: &[String]) -> String {
        let Ok(table) = self.lexicons.table(at.table, &[]) else { return String::new() };
        let Some(row) = table.rows().find(|r| r.line() == at.line) else { return String::new() };
        let filled = table.columns().iter().filter(|c| !row.get(c).is_empty());
        let cells = filled.map(|c| format!("{c} {}", cut(row.get(c), words)));
        cells.collect::<Vec<_>>().join("; ")
    }

    /// One cell of a row.
    pub(super) fn cell(&self, at: RowRef, column: &str) -> String {
        let table = self.lexicons.table(at.table, &[column]);
        let row = |t: verbale_document::Table<'_>| {
            t.rows().find(|r| r.line() == at.line).map(|r| r.get(column).to_string())
        };
        table.ok().and_then(row).unwrap_or_default()
    }

    /// What a feature adds to the confidence of the records of `layer`.
    pub(super) fn weight(&self, feature: &str, layer: &str) -> Option<String> {
        let table = self.lexicons.table("confidence.tsv", &["feature", layer]).ok()?;
        let row = table.rows().find(|r| r.get("feature") == feature)?;
        Some(row.get(layer).to_string()).filter(|w| !w.is_empty())
    }

    /// The row of the type `kind` in one of its modes, or in none.
    pub(super) fn of_type(&self, kind: &str, mode: &str) -> Option<RowRef> {
        let table = self.lexicons.table("plover.tsv", &["type", "mode"]).ok()?;
        let is = |r: &Row| r.get("type") == kind && r.get("mode") == mode;
        table.rows().find(is).map(|r| RowRef::new("plover.tsv", r.line()))
    }
}

/// A long list of alternatives, cut to those that matter here.
fn cut(cell: &str, words: &[String]) -> String {
    if cell.chars().count() <= MAX_CELL {
        return cell.to_string();
    }
    let all: Vec<&str> = cell.split('|').collect();
    let matters = |w: &&&str| {
        let last = w.rsplit('/').next().unwrap_or(w);
        words.iter().any(|word| word == last)
    };
    let mut shown: Vec<&str> = all.iter().filter(matters).copied().collect();
    if shown.is_empty() {
        shown = all.iter().take(3).copied().collect();
    }
    format!("{}|... ({} in all)", shown.join("|"), all.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_have_a_place_and_cells() {
        let mut lexicons = Lexicons::from_pairs([("a.tsv", "# x\nlemma\ttype\tneeds\nsay\tT\t\n")]);
        lexicons.insert("b.tsv", "lemma\nsay\n");
        let tables = Tables::new(lexicons, "mine/");
        let row = RowRef::new("a.tsv", 3);
        assert_eq!(tables.lines(row, &[]), ["lexicons/en/a.tsv:3", "lemma say; type T"]);
        let rows = [row, RowRef::new("a.tsv", 9), RowRef::new("b.tsv", 2)];
        assert_eq!(tables.places(&rows), "lexicons/en/a.tsv:3, 9, mine/b.tsv:2");
    }

    #[test]
    fn long_cells_keep_the_word() {
        let cell = (0..40).map(|n| format!("word{n}")).collect::<Vec<_>>().join("|");
        assert_eq!(cut(&cell, &["word7".to_string()]), "word7|... (40 in all)");
        assert_eq!(cut(&cell, &[]), "word0|word1|word2|... (40 in all)");
    }
}
