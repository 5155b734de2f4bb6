//! Lexicons: tables that people read and edit, parsed once when a model is built.
//!
//! This module does not open files: whoever owns the disk hands the text in.

use crate::table::{Origin, Table, TableError};
use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::Arc;

/// The text of a table. Cheap to clone.
#[derive(Clone, Debug)]
pub enum TableText {
    /// Part of the program, or unpacked from it once.
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
    /// Of tables that were put together, where each line is from.
    origins: BTreeMap<String, Vec<Origin>>,
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
        let name = name.into();
        self.origins.remove(&name);
        self.files.insert(name, TableText::Own(text.into()));
    }

    /// The same with a table that was put together from several files; `origins` tells of each line
    /// where it is from, so that errors name the file that a person can mend.
    pub fn insert_from(&mut self, name: &str, text: impl Into<Arc<str>>, origins: Vec<Origin>) {
        self.insert(name, text);
        self.origins.insert(name.to_string(), origins);
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
        let table = Table::open(name, self.text(name)?, columns)?;
        table.with_origins(self.origins.get(name).map_or(&[], Vec::as_slice)).counted()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_were_put_together_are_told_by_their_files() {
        let mut lexicons = Lexicons::from_pairs([("t.tsv", "a\n1\n")]);
        let at = |file: &str, line| Origin { file: file.into(), line };
        lexicons.insert_from("t.tsv", "a\n2\n1\n", vec![at("t.tsv", 1), at("t-mine.tsv", 9)]);
        let table = lexicons.table("t.tsv", &["a"]).expect("a table");
        let told: Vec<_> = table.rows().map(|row| row.error("wrong").to_string()).collect();
        assert_eq!(told, ["table t-mine.tsv, line 9: wrong", "table t.tsv, line 3: wrong"]);
        assert_eq!(table.rows().next().map(|row| row.origin()), Some(at("t-mine.tsv", 9)));
    }

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
        assert_eq!(error.to_string(), "table t.tsv, line 2: 3 cells where the header has 2");
        let told = |text: &str| Table::parse("t.tsv", text, &["b"]).expect_err(text).to_string();
        assert_eq!(told("# t\na\n"), "table t.tsv, line 2: column `b` is missing");
        assert!(told("a,b\n1,2\n").ends_with("separated by commas, save the table with tabs"));
        assert!(told("a;b\n").contains("semicolons") && told("").contains("names the columns"));
        let long = format!("\u{feff}a\tb\n1\t{}\n", "x".repeat(200 << 10));
        assert_eq!(
            told(&long),
            "table t.tsv, line 2: a cell of more than 128 KB; make several rows of it"
        );
        let known = Table::parse("t.tsv", "#\nb\tc\n", &["b"]).expect("a table").only(&["b", "d"]);
        let error = known.expect_err("an unknown column").to_string();
        assert_eq!(error, "table t.tsv, line 2: no column `c` is read; known are b, d");
        let table = Table::parse("t.tsv", "a\tb\n1\t \n", &["b"]).expect("a table");
        let error = table.rows().find_map(|row| row.required("b").err()).expect("an empty cell");
        assert_eq!(error.to_string(), "table t.tsv, line 2: no `b`");
    }
}
