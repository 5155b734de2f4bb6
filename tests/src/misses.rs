//! Lists of known misses: rows of a table that the program gets wrong, in a file beside the table.
//!
//! A row that is missed and not listed fails the test, and so does a listed row that is right by now, so
//! that the list is always what is true. To write it anew: `UPDATE=1` before the test's command, and
//! read the difference.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// The outcome of a table, row by row.
pub struct Misses {
    table: PathBuf,
    list: PathBuf,
    n: usize,
    /// What identifies the row, and what was got instead.
    missed: Vec<(String, String)>,
}

impl Misses {
    /// Of the table at `table`, whose list has the same name and the extension `misses`.
    pub fn of(table: &Path) -> Self {
        let list = table.with_extension("misses");
        Misses { table: table.to_path_buf(), list, n: 0, missed: Vec::new() }
    }

    /// Counts a row. `row` identifies it; `wrong` is what was got where that is not what was asked for.
    pub fn count(&mut self, row: &str, wrong: Option<String>) {
        self.n += 1;
        self.missed.extend(wrong.map(|got| (row.to_string(), got)));
    }

    /// Rows counted.
    pub fn rows(&self) -> usize {
        self.n
    }

    /// Prints the share that is right and the misses, and checks them against the list.
    #[track_caller]
    pub fn check(&self) {
        println!("{}", self.told());
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&self.list, self.written()).expect("a file that can be written");
        }
        let name = self.list.display();
        let listed = fs::read_to_string(&self.list).unwrap_or_else(|e| panic!("{name}: {e}"));
        let wrong = self.surprises(&listed);
        assert!(wrong.is_empty(), "{name} is not what is missed (UPDATE=1 writes it):\n{wrong}");
    }

    fn told(&self) -> String {
        let right = self.n - self.missed.len();
        let share = 100.0 * right as f64 / self.n.max(1) as f64;
        let rows = self.missed.iter().map(|(row, got)| format!("\n{row}\n    got {got}"));
        format!("{share:.1} % of {}:{}", self.n, rows.collect::<String>())
    }

    fn written(&self) -> String {
        let table = self.table.file_name().unwrap_or_default().to_string_lossy();
        let head = format!(
            "# Rows of {table} that are known to be missed; made by its test (UPDATE=1).\n"
        );
        self.missed.iter().fold(head, |all, (row, _)| all + row + "\n")
    }

    /// New misses and listed ones that are none; nothing where the list is right.
    fn surprises(&self, listed: &str) -> String {
        let listed: Vec<&str> = listed.lines().filter(|l| !l.starts_with('#')).collect();
        let mut out = String::new();
        for (row, got) in self.missed.iter().filter(|(row, _)| !listed.contains(&row.as_str())) {
            let _ = writeln!(out, "{row}\n    is missed now: got {got}");
        }
        for row in listed.iter().filter(|row| self.missed.iter().all(|(missed, _)| missed != *row))
        {
            let _ =
                writeln!(out, "{row}\n    is right now, or no longer a row: take it off the list");
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_and_old_misses_are_told() {
        let mut misses = Misses::of(Path::new("x.tsv"));
        misses.count("a", None);
        misses.count("b", Some("-".to_string()));
        let check = |listed: &str, want: &[&str]| {
            let told = misses.surprises(listed);
            assert_eq!(told.lines().count(), 2 * want.len(), "{told}");
            assert!(want.iter().all(|part| told.contains(part)), "{told}");
        };
        check("# head\nb\n", &[]);
        check("", &["b\n    is missed now: got -"]);
        check("a\nb\n", &["a\n    is right now"]);
        check("c\n", &["b\n    is missed", "c\n    is right now, or no longer a row"]);
        check(&misses.written(), &[]);
        assert!(misses.told().starts_with("50.0 % of 2:\nb"), "{}", misses.told());
    }
}
