//! A pattern of `lexicons/sections.tsv`, and how long a line it can match.

use regex::{Captures, Regex, RegexBuilder};
use regex_syntax::hir::{Hir, HirKind, Look};
use verbale_document::{Row, TableError};

/// Bytes of scratch space that a pattern keeps for each thread at most. There are many patterns; one with a tail of
/// many lengths (`.{0,80}$`) takes up half of this, and is searched several times as slowly with less.
const SCRATCH: usize = 1 << 20;

/// A compiled pattern.
#[derive(Debug)]
pub(super) struct Pattern {
    regex: Regex,
    /// Characters of the longest text that it can match: most are of whole lines, which are shorter
    /// than the paragraphs of a story, and these need not be searched.
    longest: usize,
}

impl Pattern {
    /// Compiles the column `pattern` of a row.
    pub(super) fn new(row: &Row) -> Result<Self, TableError> {
        let pattern = row.get("pattern");
        let refuse = |e: &dyn std::fmt::Display| row.error(format!("pattern: {e}"));
        let regex = RegexBuilder::new(pattern).dfa_size_limit(SCRATCH).build();
        let regex = regex.map_err(|e| refuse(&e))?;
        let hir = regex_syntax::parse(pattern).map_err(|e| refuse(&e))?;
        let of = hir.properties();
        let whole =
            of.look_set_prefix().contains(Look::Start) && of.look_set_suffix().contains(Look::End);
        let longest = longest(&hir).filter(|_| whole).unwrap_or(usize::MAX);
        Ok(Pattern { regex, longest })
    }

    pub(super) fn is_match(&self, text: &str) -> bool {
        self.can_match(text) && self.regex.is_match(text)
    }

    /// The first match with its groups.
    pub(super) fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        if self.can_match(text) { self.regex.captures(text) } else { None }
    }

    fn can_match(&self, text: &str) -> bool {
        text.len() <= self.longest || text.chars().nth(self.longest).is_none()
    }

    /// The text with a space for each match.
    pub(super) fn cut(&self, text: &str) -> String {
        self.regex.replace_all(text, " ").into_owned()
    }
}

/// Characters of the longest text that a pattern matches; `None` where there is no longest.
fn longest(hir: &Hir) -> Option<usize> {
    let sum = |all: &[Hir]| all.iter().map(longest).sum::<Option<usize>>();
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => Some(0),
        HirKind::Literal(literal) => Some(literal.0.len()),
        HirKind::Class(_) => Some(1),
        HirKind::Repetition(r) => longest(&r.sub)?.checked_mul(r.max? as usize),
        HirKind::Capture(c) => longest(&c.sub),
        HirKind::Concat(all) => sum(all),
        HirKind::Alternation(all) => {
            all.iter().map(longest).try_fold(0, |most, n| Some(most.max(n?)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use verbale_document::Lexicons;

    fn patterns(patterns: &[&str]) -> Vec<Pattern> {
        let table = format!("pattern\n{}\n", patterns.join("\n"));
        let lexicons = Lexicons::from_pairs([("sections.tsv", &*table.leak())]);
        let table = lexicons.table("sections.tsv", &["pattern"]).expect("a table");
        table.rows().map(|row| Pattern::new(&row).expect("a pattern")).collect()
    }

    #[test]
    fn knows_the_longest_line_it_can_match() {
        let longest: Vec<usize> = patterns(&["^ab.{0,2}$", "^ab", "ab$", "^ab+$", "^(a|bcd)$"])
            .iter()
            .map(|p| p.longest)
            .collect();
        assert_eq!(longest, [4, usize::MAX, usize::MAX, usize::MAX, 3]);
    }

    #[test]
    fn a_line_of_that_length_is_still_searched() {
        let all = patterns(&["^ab.{0,2}$"]);
        assert!(all[0].is_match("ab\u{10ffff}\u{10ffff}"));
        assert!(all[0].captures("abcd").is_some() && all[0].captures("abcde").is_none());
        assert!(!all[0].is_match("ab\u{10ffff}\u{10ffff}\u{10ffff}"));
    }
}
