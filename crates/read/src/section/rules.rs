//! The cues of `lexicons/sections.tsv`, compiled.

use super::pattern::Pattern;
use regex::Captures;
use std::collections::{BTreeMap, BTreeSet};
use verbale_document::{Lexicons, TableError};

/// What a line turned out to be.
#[derive(Debug, PartialEq)]
pub(super) enum Cue {
    /// This line and all below it are boilerplate (a comment form).
    Rest,
    /// This line is.
    Boilerplate,
    /// The next line is the headline of another story.
    RelatedBelow,
    /// This line links to another story of this title.
    Related(String),
    /// This line credits authors or wires.
    Credit,
    /// This line credits those named here, if they are known.
    CreditIfKnown(String),
    /// A caption whose photo credit begins at this byte.
    CaptionCredit(usize),
}

/// The kinds of rule whose patterns match a whole line, in the order they are tried.
const LINE_RULES: &[&str] = &[
    "boilerplate-rest",
    "related-below",
    "related",
    "credit",
    "credit-known",
    "boilerplate",
    "photo",
];
/// The other kinds.
const OTHER_RULES: &[&str] = &[
    "date-word",
    "dateline-place",
    "sentence",
    "dateline",
    "dateline-known",
    "dateline-first",
    "credit-tail",
    "byline-cut",
    "no-byline",
];

/// Words of the longest byline of one part ("Jane van Doe and John Roe in Nairobi").
const LONGEST_NAME: usize = 9;
/// What may be left around a name.
const MARKS: [char; 10] = [' ', ',', '.', ':', '–', '—', '-', '/', '(', ')'];

/// Compiled cues, by what they do.
pub(crate) struct Rules {
    patterns: BTreeMap<&'static str, Vec<Pattern>>,
    date_words: BTreeSet<String>,
}

/// The start of a paragraph that says where and when it was filed.
pub(super) struct Dateline<'t> {
    /// Its length in bytes, white space after it included.
    pub len: usize,
    /// The wire service in its brackets.
    pub wire: Option<&'t str>,
    /// It is one only if the wire is known.
    pub if_known: bool,
}

impl Rules {
    pub(crate) fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let table = lexicons.table("sections.tsv", &["section", "pattern"])?;
        let mut rules = Rules { patterns: BTreeMap::new(), date_words: BTreeSet::new() };
        for row in table.rows() {
            let section = row.get("section");
            let mut known = LINE_RULES.iter().chain(OTHER_RULES);
            let Some(kind) = known.find(|k| **k == section) else {
                return Err(row.error(format!("no section `{section}`")));
            };
            if *kind == "date-word" {
                rules.date_words.insert(row.get("pattern").to_string());
            } else {
                rules.patterns.entry(kind).or_default().push(Pattern::new(&row)?);
            }
        }
        Ok(rules)
    }

    fn of(&self, kind: &str) -> &[Pattern] {
        self.patterns.get(kind).map_or(&[], Vec::as_slice)
    }

    /// What a line says it is.
    pub(super) fn cue(&self, line: &str) -> Option<Cue> {
        LINE_RULES.iter().find_map(|kind| {
            let found = self.of(kind).iter().find_map(|r| r.captures(line))?;
            Some(match *kind {
                "boilerplate-rest" => Cue::Rest,
                "related-below" => Cue::RelatedBelow,
                "related" => Cue::Related(group(&found).1.trim().to_string()),
                "credit" => Cue::Credit,
                "credit-known" => Cue::CreditIfKnown(group(&found).1.to_string()),
                "photo" => Cue::CaptionCredit(group(&found).0),
                _ => Cue::Boilerplate,
            })
        })
    }

    /// Whether a line holds nothing but the words that stand beside a date.
    pub(super) fn only_date_words(&self, line: &str) -> bool {
        let words = line.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty());
        words.map(str::to_lowercase).all(|w| self.date_words.contains(&w))
    }

    /// Whether the words before a date name a place ("Cairo, ", "Lyon, France - ").
    pub(super) fn is_place(&self, words: &str) -> bool {
        self.of("dateline-place").iter().any(|r| r.is_match(words))
    }

    /// Whether a line reads like the first sentence of a story rather than a headline.
    pub(super) fn reads_like_story(&self, line: &str) -> bool {
        self.of("sentence").iter().any(|r| r.is_match(line))
    }

    /// The dateline that a paragraph opens with ("NAIROBI, March 3 (KNA) - "); `first` where no
    /// paragraph of the story stands above it.
    pub(super) fn dateline<'t>(&self, paragraph: &'t str, first: bool) -> Option<Dateline<'t>> {
        let kinds = ["dateline", "dateline-known", "dateline-first"];
        kinds[..if first { 3 } else { 2 }].iter().find_map(|kind| {
            let found = self.of(kind).iter().find_map(|r| r.captures(paragraph))?;
            Some(Dateline {
                len: found.get(0)?.end(),
                wire: found.name("wire").map(|m| m.as_str()),
                if_known: *kind == "dateline-known",
            })
        })
    }

    /// The names in a byline, without addresses, dates and titles around them; none where it names
    /// nobody ("admin"), or is a sentence about somebody.
    pub(crate) fn byline(&self, line: &str) -> Option<String> {
        let names: Vec<String> = line.split([';', '|', '\n']).map(|part| self.name(part)).collect();
        if names.iter().any(|name| name.split(' ').count() > LONGEST_NAME) {
            return None;
        }
        let nobody = |name: &String| self.of("no-byline").iter().any(|r| r.is_match(name));
        let names: Vec<String> = names.into_iter().filter(|name| !nobody(name)).collect();
        (!names.is_empty()).then(|| names.join("; "))
    }

    /// One part of a byline without what is no name.
    fn name(&self, part: &str) -> String {
        let cut = |name: String, rule: &Pattern| rule.cut(&name).trim().to_string();
        let words: Vec<&str> = part.split_whitespace().collect();
        let name = self.of("byline-cut").iter().fold(words.join(" "), cut);
        let name =
            name.trim_start_matches(MARKS).trim_end_matches(|c| c != '.' && MARKS.contains(&c));
        name.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Where the credit begins that a paragraph ends with, and whom it names.
    pub(super) fn credit_tail<'t>(&self, paragraph: &'t str) -> Option<(usize, &'t str)> {
        self.of("credit-tail").iter().find_map(|r| r.captures(paragraph)).map(|c| group(&c))
    }
}

/// Where the first group of a match begins, and what it says; the whole match without groups.
fn group<'t>(found: &Captures<'t>) -> (usize, &'t str) {
    let group = found.iter().skip(1).flatten().next().or(found.get(0));
    group.map_or((0, ""), |m| (m.start(), m.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines_name_people() {
        let rules = Rules::new(&verbale_atlas::lexicons()).expect("sound tables");
        let check = |line: &str, want: Option<&str>| {
            assert_eq!(rules.byline(line).as_deref(), want, "{line}");
        };
        for name in
            ["Jane Doe", "Jane van Doe and John Roe in Nairobi", "J. Doe Jr.", "JF", "Łucja Ó Dea"]
        {
            check(name, Some(name));
        }
        check("By Jane Doe; Reporter", Some("Jane Doe"));
        check("Jane Doe; John Roe", Some("Jane Doe; John Roe"));
        check("Jane Doe jane@news.example", Some("Jane Doe"));
        check("Jane Doe (@jane) | https://news.example/jane", Some("Jane Doe"));
        check("View all posts by Jane Doe", Some("Jane Doe"));
        check("JANE DOE Staff Writer", Some("JANE DOE"));
        check("Jane Doe Updated 3 hours ago", Some("Jane Doe"));
        check("Jane Doe - Published June 21, 2024", Some("Jane Doe"));
        check("Stafford Deskins", Some("Stafford Deskins"));
        for nobody in [
            "admin",
            "https://social.example/jane",
            "jane@news.example",
            "Published June",
            "2024-06-21",
            "{{ author }}",
            "By Our Correspondent",
            "Staff Writer",
            "Example News Desk",
            "BREAKING NEWS",
            "",
        ] {
            check(nobody, None);
        }
        check("Jane Doe is a reporter who covers politics in the east; Other Things", None);
    }
}
