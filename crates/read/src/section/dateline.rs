//! Where and when a story was filed: lines of their own, and what stands before its first words.

use super::rules::Cue;
use super::{Cut, Walk, push};
use verbale_document::{SectionKind, Span};

/// A line that only dates the story is shorter (bytes).
const MAX_DATE_LINE: usize = 100;
/// The story's own date at the start of its first paragraph ends before (bytes).
const MAX_OWN_DATE: usize = 40;
/// Lines in which the story's own date is looked for, from the top.
const DATE_LINES: usize = 12;
/// What stands between the parts of a line that dates and credits.
const PARTS: [char; 9] = ['|', '·', '•', ';', '/', '—', '–', '.', ','];

impl Walk<'_> {
    /// A line, or what a photographer's credit leaves of it, that holds a date and next to nothing else, or beside it place, byline, wires and the
    /// photographer ("Cairo, 3 May 2031", "3 May 2031 / Wire · Photo: Ann Quill").
    pub(super) fn date_line(&self, at: usize, span: Span, cut: &mut Cut) -> bool {
        let words = &self.text[span.range()];
        if words.len() >= MAX_DATE_LINE {
            return false;
        }
        let Some((range, stamp)) = self.by.dates.locate(words) else { return false };
        let (before, after) = (&words[..range.start], &words[range.end..]);
        let near_top = at < DATE_LINES;
        let place = near_top && self.by.rules.is_place(before);
        let sides = [if place { "" } else { before }, after];
        let parts: Vec<&str> = sides.into_iter().flat_map(|side| self.parts(side)).collect();
        if !parts.iter().all(|part| self.is_beside_date(part)) || (place && !self.is_filed(after)) {
            return false;
        }
        for part in parts {
            self.credit_of(part, cut);
        }
        push(cut, SectionKind::Dateline, span);
        if near_top && cut.published.is_none() {
            cut.published = Some(stamp);
        }
        true
    }

    /// What stands on one side of a date: one thing, or several with marks between them.
    fn parts<'t>(&self, side: &'t str) -> Vec<&'t str> {
        if self.is_beside_date(side) { vec![side] } else { side.split(PARTS).collect() }
    }

    /// Whether behind place and date there stands nothing, or who filed it.
    fn is_filed(&self, after: &str) -> bool {
        let wire = bare(after);
        wire.is_empty() || self.by.outlets.all_known(wire)
    }

    /// What may stand beside a date that dates the story: words of time, and who is credited.
    fn is_beside_date(&self, part: &str) -> bool {
        let part = bare(part);
        let credit = || match self.by.rules.cue(part) {
            Some(Cue::Credit | Cue::CaptionCredit(0)) => true,
            Some(Cue::CreditIfKnown(who)) => self.by.outlets.all_known(&who),
            _ => false,
        };
        self.by.rules.only_date_words(part) || self.by.outlets.all_known(part) || credit()
    }

    fn credit_of(&self, part: &str, cut: &mut Cut) {
        let part = bare(part);
        if matches!(self.by.rules.cue(part), Some(Cue::CaptionCredit(_))) {
            cut.credits.photo(part);
        } else if !self.by.rules.only_date_words(part) {
            cut.credits.read(part, self.by.outlets);
        }
    }

    /// Sets the dateline of a paragraph apart; returns the rest of the paragraph.
    pub(super) fn dateline(&self, span: Span, first: bool, cut: &mut Cut) -> Span {
        let words = &self.text[span.range()];
        let apart = |len: usize| {
            let (start, end) = (span.start as usize, span.end as usize);
            let [line, rest] = [Span::new(start, start + len), Span::new(start + len, end)];
            (line.trim(self.text), rest.trim(self.text))
        };
        let Some(found) = self.by.rules.dateline(words, first) else {
            let own = first.then(|| self.own_date(words, cut)).flatten();
            return own.map(apart).map_or(span, |(dateline, rest)| {
                push(cut, SectionKind::Dateline, dateline);
                rest
            });
        };
        let known = found.wire.is_some_and(|wire| self.by.outlets.all_known(wire));
        let (dateline, rest) = apart(found.len);
        if rest.is_empty() || (found.if_known && !known) {
            return span;
        }
        push(cut, SectionKind::Dateline, dateline);
        if let Some(wire) = found.wire.filter(|_| known) {
            cut.credits.read(wire, self.by.outlets);
        }
        if first && cut.published.is_none() {
            cut.published = self.by.dates.find(&words[..found.len]);
        }
        rest
    }

    /// The length of the story's own day at the start of its first words, which is no part of them:
    /// "March 1, 2008 The ministry said".
    fn own_date(&self, words: &str, cut: &Cut) -> Option<usize> {
        let own = self.published.or(cut.published.as_ref().map(|stamp| stamp.date));
        let start = &words[..words.floor_char_boundary(MAX_OWN_DATE)];
        let (range, _) =
            self.by.dates.locate(start).filter(|(_, stamp)| own == Some(stamp.date))?;
        let before = words[..range.start].trim();
        let begins = words[range.end..].trim_start().starts_with(char::is_uppercase);
        let adverbial = before.eq_ignore_ascii_case("on");
        let alone = begins && !adverbial && self.by.rules.only_date_words(before);
        alone.then_some(range.end)
    }
}

/// A part of a line without the marks around it.
fn bare(part: &str) -> &str {
    part.trim_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use crate::dates::Dates;
    use crate::outlets::Outlets;
    use crate::section::{Rules, Sectioner};
    use verbale_document::{Date, SectionKind};

    #[test]
    fn the_own_day_before_the_first_words() {
        let lexicons = verbale_atlas::lexicons();
        let rules = Rules::new(&lexicons).expect("sound tables");
        let outlets = Outlets::new(&lexicons).expect("sound tables");
        let dates = Dates::new();
        let sectioner = Sectioner { rules: &rules, outlets: &outlets, dates: &dates };
        let check = |text: &str, published: Option<Date>, want: Option<&str>| {
            let cut = sectioner.cut(text, None, published);
            let found = cut.sections.iter().find(|s| s.kind == SectionKind::Dateline);
            assert_eq!(found.map(|s| &text[s.span.range()]), want, "{text}");
        };
        let day = Some(Date::constant(2031, 3, 1));
        let own = "March 1, 2031 The ministry of fisheries said on Friday that it would pay.";
        check(own, day, Some("March 1, 2031"));
        check(own, Some(Date::constant(2031, 3, 2)), None);
        check(own, None, None);
        check("Friday, 1 March 2031 The ministry paid.", day, Some("Friday, 1 March 2031"));
        check("March 1, 2031 was a cold day in Brask.", day, None);
        check("On March 1, 2031 Ann Quill went home.", day, None);
    }
}
