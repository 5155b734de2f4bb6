//! The cues of `lexicons/sections.tsv`, compiled.

use regex::Regex;
use verbale_document::{Lexicons, Row, TableError};

/// What a line turned out to be.
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
    /// A caption whose photo credit begins at this byte.
    CaptionCredit(usize),
}

/// Compiled cues, by what they do.
pub(crate) struct Rules {
    rest: Vec<Regex>,
    boilerplate: Vec<Regex>,
    related_below: Vec<Regex>,
    related: Vec<Regex>,
    credit: Vec<Regex>,
    photo: Vec<Regex>,
    date_line: Vec<Regex>,
    dateline: Vec<Regex>,
}

impl Rules {
    pub(crate) fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let table = lexicons.table("sections.tsv", &["section", "pattern"])?;
        let mut rules = Rules {
            rest: vec![],
            boilerplate: vec![],
            related_below: vec![],
            related: vec![],
            credit: vec![],
            photo: vec![],
            date_line: vec![],
            dateline: vec![],
        };
        for row in table.rows() {
            let pattern = compiled(&row)?;
            match row.get("section") {
                "boilerplate-rest" => rules.rest.push(pattern),
                "boilerplate" => rules.boilerplate.push(pattern),
                "related-below" => rules.related_below.push(pattern),
                "related" => rules.related.push(pattern),
                "credit" => rules.credit.push(pattern),
                "photo" => rules.photo.push(pattern),
                "date-line" => rules.date_line.push(pattern),
                "dateline" => rules.dateline.push(pattern),
                other => return Err(row.error(format!("no section `{other}`"))),
            }
        }
        Ok(rules)
    }

    /// What a line says it is.
    pub(super) fn cue(&self, line: &str) -> Option<Cue> {
        let any = |rules: &[Regex]| rules.iter().any(|r| r.is_match(line));
        if any(&self.rest) {
            return Some(Cue::Rest);
        }
        if any(&self.related_below) {
            return Some(Cue::RelatedBelow);
        }
        if let Some(c) = self.related.iter().find_map(|r| r.captures(line)) {
            return Some(Cue::Related(c[1].trim().to_string()));
        }
        if any(&self.credit) {
            return Some(Cue::Credit);
        }
        if any(&self.boilerplate) {
            return Some(Cue::Boilerplate);
        }
        self.photo.iter().find_map(|r| r.find(line)).map(|m| Cue::CaptionCredit(m.start()))
    }

    /// Whether a line with a date holds nothing but what date lines hold.
    pub(super) fn is_date_line(&self, line: &str) -> bool {
        self.date_line.iter().any(|r| r.is_match(line))
    }

    /// Length in bytes of the dateline that a paragraph opens with ("NAIROBI, March 3 (KNA) - ").
    pub(super) fn dateline_prefix(&self, paragraph: &str) -> Option<usize> {
        self.dateline.iter().find_map(|r| r.find(paragraph)).map(|m| m.end())
    }
}

fn compiled(row: &Row) -> Result<Regex, TableError> {
    Regex::new(row.get("pattern")).map_err(|e| row.error(format!("pattern: {e}")))
}
