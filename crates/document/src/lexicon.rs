//! Lexicons: tables that people read and edit, parsed once when a model is built.
//!
//! A table is UTF-8 text of tab-separated columns. Lines that start with `#` are comments (the
//! header with source, licence and date); the first other line names the columns. Cells are
//! trimmed; missing cells at the end of a line are empty. This module does not open files: whoever
//! owns the disk hands the text in.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

/// The lexicons by file name ("cues.tsv"): those built in, with a user's own laid over them.
#[derive(Clone, Debug, Default)]
pub struct Lexicons {
    files: BTreeMap<String, String>,
}

impl Lexicons {
    /// From `(name, text)` pairs; a later pair replaces an earlier one of the same name.
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let files = pairs.into_iter().map(|(n, t)| (n.to_string(), t.to_string())).collect();
        Lexicons { files }
    }

    /// Lays a table over the one of the same name.
    pub fn insert(&mut self, name: impl Into<String>, text: impl Into<String>) {
        self.files.insert(name.into(), text.into());
    }

    /// Names and texts, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(n, t)| (n.as_str(), t.as_str()))
    }

    /// The table called `name` with at least the columns `columns`.
    pub fn table(&self, name: &str, columns: &[&str]) -> Result<Table<'_>, TableError> {
        let missing = || TableError::new(name, 0, "no such lexicon");
        Table::parse(name, self.files.get(name).ok_or_else(missing)?, columns)
    }
}

/// A parsed table that borrows its text.
#[derive(Clone, Debug)]
pub struct Table<'t> {
    name: String,
    columns: Vec<&'t str>,
    /// Cells of all rows, one row after the other.
    cells: Vec<&'t str>,
    /// The line of each row, and where its cells stand.
    rows: Vec<(usize, Range<usize>)>,
}

impl<'t> Table<'t> {
    /// Parses `text`; an error names the line.
    pub fn parse(name: &str, text: &'t str, columns: &[&str]) -> Result<Self, TableError> {
        let mut lines =
            (1..).zip(text.lines()).filter(|(_, l)| !l.trim().is_empty() && !l.starts_with('#'));
        let (at, header) =
            lines.next().ok_or_else(|| TableError::new(name, 1, "no line names the columns"))?;
        let header: Vec<&str> = header.split('\t').map(str::trim).collect();
        if let Some(lost) = columns.iter().find(|c| !header.contains(c)) {
            return Err(TableError::new(name, at, format!("column `{lost}` is missing")));
        }
        let (mut cells, mut rows) = (Vec::new(), Vec::new());
        for (line, row) in lines {
            let start = cells.len();
            cells.extend(row.split('\t').map(str::trim));
            rows.push((line, start..cells.len()));
            if cells.len() - start > header.len() {
                let what =
                    format!("{} cells where the header has {}", cells.len() - start, header.len());
                return Err(TableError::new(name, line, what));
            }
        }
        Ok(Table { name: name.to_string(), columns: header, cells, rows })
    }

    /// Its rows, top down.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_, 't>> {
        let row = |(line, cells): &(usize, Range<usize>)| Row {
            table: self,
            line: *line,
            cells: &self.cells[cells.clone()],
        };
        self.rows.iter().map(row)
    }
}

/// One line of a table.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a, 't> {
    table: &'a Table<'t>,
    line: usize,
    cells: &'a [&'t str],
}

impl<'t> Row<'_, 't> {
    /// The cell under `column`, empty where the line or the table has none.
    pub fn get(&self, column: &str) -> &'t str {
        let at = self.table.columns.iter().position(|c| *c == column);
        at.and_then(|i| self.cells.get(i)).copied().unwrap_or("")
    }

    /// Line number in the file, from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// An error at this line.
    pub fn error(&self, what: impl Into<String>) -> TableError {
        TableError::new(&self.table.name, self.line, what)
    }
}

/// A lexicon that cannot be read; names the file and the line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TableError {
    /// File name.
    pub table: String,
    /// Line from 1; 0 for the file as a whole.
    pub line: usize,
    /// What is wrong.
    pub what: String,
}

impl TableError {
    /// An error of `table` at `line`.
    pub fn new(table: &str, line: usize, what: impl Into<String>) -> Self {
        TableError { table: table.to_string(), line, what: what.into() }
    }
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "lexicon {}, line {}: {}", self.table, self.line, self.what)
    }
}

impl std::error::Error for TableError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_columns_by_name() {
        let lexicons =
            Lexicons::from_pairs([("t.tsv", "# made up\nword\ttype\nblame\tACCUSE\nsay\n")]);
        let table = lexicons.table("t.tsv", &["word", "type"]).expect("parses");
        let rows: Vec<_> = table.rows().map(|r| (r.get("word"), r.get("type"), r.line())).collect();
        assert_eq!(rows, [("blame", "ACCUSE", 3), ("say", "", 4)]);
    }

    #[test]
    fn errors_name_file_and_line() {
        let error = Table::parse("t.tsv", "a\tb\n1\t2\t3\n", &["a"]).expect_err("too many cells");
        assert_eq!(error.to_string(), "lexicon t.tsv, line 2: 3 cells where the header has 2");
        assert!(Table::parse("t.tsv", "a\n", &["z"]).is_err());
    }
}
