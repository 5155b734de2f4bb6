//! The word lists that cutting text into tokens and sentences needs.
//!
//! From `abbreviations.tsv`, `tokens.tsv` and the calendar words of `times.tsv`. Nothing here looks
//! at text.

use rustc_hash::{FxHashMap, FxHashSet};
use verbale_document::{Lexicons, TableError};

/// How an abbreviation bears on the end of a sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Abbreviation {
    /// Stands before a name.
    Title,
    /// Stands before what it introduces ("e.g.", "v."), and so never ends a sentence.
    Lead,
    /// One only before a number or a month.
    BeforeNumber,
    /// May end a sentence, and then the stop is a token of its own.
    Ending,
    /// May end a sentence.
    Other,
}

/// What a word is to the bounds of sentences.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Role {
    /// With a capital, opens a sentence after an abbreviation.
    Starter,
    /// A verb of speech in a form that follows a quotation.
    Saying,
    /// Labels a figure or table, before its number.
    Caption,
    /// Names whose picture it is, before a colon.
    Credit,
    /// Closes a letter, before a comma and a signature.
    Closing,
    /// A day of the week.
    Weekday,
    /// A month.
    Month,
}

/// The lists.
#[derive(Debug, Default)]
pub(crate) struct Words {
    abbreviations: FxHashMap<String, Abbreviation>,
    roles: FxHashMap<String, Vec<Role>>,
    /// First words of compounds that stay whole at a hyphen.
    pub(crate) prefixes: FxHashSet<String>,
    /// Units that split off a number.
    pub(crate) units: FxHashSet<String>,
    /// Words of two tokens, and where the second begins.
    pub(crate) splits: FxHashMap<String, usize>,
    /// Words with an apostrophe that are one token.
    pub(crate) wholes: FxHashSet<String>,
    /// Endings of web addresses.
    pub(crate) domains: FxHashSet<String>,
    /// Groups of marks that are one token, longest first.
    pub(crate) marks: Vec<String>,
    /// Faces made of marks, longest first.
    pub(crate) emoticons: Vec<String>,
}

impl Words {
    pub(crate) fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let mut words = Words::default();
        words.read_abbreviations(lexicons)?;
        words.read_tokens(lexicons)?;
        for row in lexicons.table("times.tsv", &["word", "kind", "value"])?.rows() {
            match row.get("kind") {
                "month" => words.add_role(row.get("word"), Role::Month),
                "weekday" => words.add_role(row.get("word"), Role::Weekday),
                _ => {}
            }
        }
        Ok(words)
    }

    fn read_abbreviations(&mut self, lexicons: &Lexicons) -> Result<(), TableError> {
        for row in lexicons.table("abbreviations.tsv", &["form", "kind"])?.rows() {
            let kind = match row.get("kind") {
                "title" => Abbreviation::Title,
                "lead" => Abbreviation::Lead,
                "before-number" => Abbreviation::BeforeNumber,
                "ending" => Abbreviation::Ending,
                "month" | "other" => Abbreviation::Other,
                _ => return Err(row.error("unknown kind")),
            };
            self.abbreviations.insert(row.get("form").to_string(), kind);
        }
        Ok(())
    }

    fn read_tokens(&mut self, lexicons: &Lexicons) -> Result<(), TableError> {
        for row in lexicons.table("tokens.tsv", &["form", "kind"])?.rows() {
            let form = row.get("form").to_string();
            match row.get("kind") {
                "prefix" => drop(self.prefixes.insert(form)),
                "unit" => drop(self.units.insert(form)),
                "whole" => drop(self.wholes.insert(form)),
                "domain" => drop(self.domains.insert(form)),
                "mark" => self.marks.push(form),
                "emoticon" => self.emoticons.push(form),
                "starter" => self.add_role(&form, Role::Starter),
                "saying" => self.add_role(&form, Role::Saying),
                "caption" => self.add_role(&form, Role::Caption),
                "credit" => self.add_role(&form, Role::Credit),
                "closing" => self.add_role(&form, Role::Closing),
                "split" => match form.split_once('|') {
                    Some((a, b)) => drop(self.splits.insert(format!("{a}{b}"), a.len())),
                    None => return Err(row.error("a split needs `|`")),
                },
                _ => return Err(row.error("unknown kind")),
            }
        }
        let by_length = |a: &String, b: &String| b.len().cmp(&a.len()).then_with(|| a.cmp(b));
        self.marks.sort_by(by_length);
        self.emoticons.sort_by(by_length);
        Ok(())
    }

    fn add_role(&mut self, word: &str, role: Role) {
        self.roles.entry(word.to_string()).or_default().push(role);
    }

    /// What is known of `form` (with its stop) as an abbreviation.
    pub(crate) fn abbreviation(&self, form: &str) -> Option<Abbreviation> {
        self.abbreviations.get(&form.to_lowercase()).copied()
    }

    /// Whether `word`, in any case, has the role.
    pub(crate) fn is(&self, word: &str, role: Role) -> bool {
        self.roles.get(&word.to_lowercase()).is_some_and(|roles| roles.contains(&role))
    }

    /// Whether `token` is a face made of marks.
    pub(crate) fn is_emoticon(&self, token: &str) -> bool {
        token.len() > 1
            && !token.starts_with(char::is_alphanumeric)
            && self.emoticons.iter().any(|e| token.starts_with(e.as_str()))
    }
}
