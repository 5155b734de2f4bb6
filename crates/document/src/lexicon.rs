//! Lexicons: tables that people read and edit, parsed once when a model is built.
//!
//! This module does not open files: whoever owns the disk hands the text in.

use crate::table::{Table, TableError};
use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::Arc;

/// The text of a table. Cheap to clone.
#[derive(Clone, Debug)]
pub enum TableText {
    /// Stands in the program itself, which the system maps into memory page by page.
    BuiltIn(&'static str),
    /// A user's own.
    Own(Arc<str>),
}

impl Deref for TableText {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            TableText::BuiltIn(text) => text,
            TableText::Own(text) => text,
        }
    }
}

/// The lexicons by file name ("cues.tsv"): those built in, with a user's own laid over them.
#[derive(Clone, Debug, Default)]
pub struct Lexicons {
    files: BTreeMap<String, TableText>,
}

impl Lexicons {
    /// From `(name, text)` pairs; a later pair replaces an earlier one of the same name.
    pub fn from_pairs(pairs: impl IntoIterator<Item = (&'static str, &'static str)>) -> Self {
        let mut all = Lexicons::default();
        all.extend(pairs);
        all
    }

    /// Adds built-in tables; one of the same name replaces what is there.
    pub fn extend(&mut self, pairs: impl IntoIterator<Item = (&'static str, &'static str)>) {
        let built = pairs.into_iter().map(|(n, t)| (n.to_string(), TableText::BuiltIn(t)));
        self.files.extend(built);
    }

    /// Lays a table over the one of the same name.
    pub fn insert(&mut self, name: impl Into<String>, text: impl Into<Arc<str>>) {
        self.files.insert(name.into(), TableText::Own(text.into()));
    }

    /// Names and texts, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(n, t)| (n.as_str(), &**t))
    }

    /// The text of the table called `name`.
    pub fn text(&self, name: &str) -> Result<&TableText, TableError> {
        self.files.get(name).ok_or_else(|| TableError::new(name, 0, "no such lexicon"))
    }

    /// The table called `name` with at least the columns `columns`.
    pub fn table(&self, name: &str, columns: &[&str]) -> Result<Table<'_>, TableError> {
        Table::parse(name, self.text(name)?, columns)
    }
}

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
        let text = lexicons.text("t.tsv").expect("is there");
        let starts: Vec<_> = table.rows().map(|r| &text[r.offset()..][..3]).collect();
        assert_eq!(starts, ["bla", "say"]);
    }

    #[test]
    fn errors_name_file_and_line() {
        let error = Table::parse("t.tsv", "a\tb\n1\t2\t3\n", &["a"]).expect_err("too many cells");
        assert_eq!(error.to_string(), "lexicon t.tsv, line 2: 3 cells where the header has 2");
        assert!(Table::parse("t.tsv", "a\n", &["z"]).is_err());
        let table = Table::parse("t.tsv", "a\tb\n1\t \n", &["b"]).expect("a table");
        let error = table.rows().find_map(|row| row.required("b").err()).expect("an empty cell");
        assert_eq!(error.to_string(), "lexicon t.tsv, line 2: no `b`");
    }
}
