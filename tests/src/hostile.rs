//! Texts and pages of any size that repeat one thing, as an attacker or a broken template would.
//!
//! The families are lines of `tests/cases/hostile/`; `bench/growth` reads the same files.

use std::fs;
use std::path::Path;

const STORY: &str = "<h1>Kenya signs treaty</h1><p>Kenya signed a treaty with Uganda on Monday, the \
    foreign ministry said in a statement in Nairobi.</p><p>The ministers met for two hours.</p>";
const HEAD: &str = "<html><head><title>Kenya signs treaty</title></head><body>";

/// One thing to repeat.
#[derive(Debug)]
pub struct Family {
    /// What it is called in a report.
    pub name: String,
    unit: String,
    before: String,
    after: String,
}

impl Family {
    /// The families of a table: `texts` or `pages`.
    ///
    /// # Panics
    /// If the table cannot be read.
    pub fn all(table: &str) -> Vec<Family> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("cases/hostile/{table}.tsv"));
        let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        text.lines().filter(|line| !line.starts_with('#')).map(Family::new).collect()
    }

    fn new(line: &str) -> Family {
        let mut cells = line.split('\t');
        let mut next = || spelled_out(cells.next().unwrap_or_default());
        Family { name: next(), unit: next(), before: next(), after: next() }
    }

    /// A text of `size` bytes or a few more, and what stands around it.
    pub fn text(&self, size: usize) -> String {
        let mut text = self.before.clone();
        let (end, mut number) = (text.len() + size, 0);
        while text.len() < end {
            text.push_str(&self.unit.replace("{n}", &word(number)));
            number += 1;
        }
        text + &self.after
    }
}

/// The word of a number: a, b, ... z, ba, bb ...
fn word(mut number: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'a' + (number % 26) as u8));
        number /= 26;
        if number == 0 {
            return letters.iter().rev().collect();
        }
    }
}

/// A cell with its escapes, its parts and its repetitions written out.
fn spelled_out(cell: &str) -> String {
    let cell = cell.replace("\\s", " ").replace("\\n", "\n").replace("\\t", "\t");
    let mut text = cell.replace("[body]", &format!("{HEAD}[story]")).replace("[story]", STORY);
    while let Some((before, rest)) = text.split_once("\\u{") {
        let (code, after) = rest.split_once('}').expect("a code in braces");
        let sign = u32::from_str_radix(code, 16).ok().and_then(char::from_u32);
        text = format!("{before}{}{after}", sign.expect("the code of a character"));
    }
    while let Some((before, rest)) = text.split_once("{900*") {
        let (unit, after) = rest.split_once('}').expect("a repetition in braces");
        text = format!("{before}{}{after}", unit.repeat(900));
    }
    text
}
