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

impl Walk<'_> {
    /// A line that holds a date and next to nothing else, or a byline and a date, or place and date
    /// and perhaps the wire.
    pub(super) fn date_line(&self, at: usize, cut: &mut Cut) -> bool {
        let words = self.words(at);
        let Some((range, stamp)) =
            self.by.dates.locate(words).filter(|_| words.len() < MAX_DATE_LINE)
        else {
            return false;
        };
        let (before, after) = (&words[..range.start], &words[range.end..]);
        let dates_only = |part: &str| self.by.rules.only_date_words(part);
        let byline = before.trim_end_matches(|c: char| !c.is_alphanumeric());
        let credit = || dates_only(after) && self.by.rules.cue(byline) == Some(Cue::Credit);
        let wire = after.trim_matches(|c: char| !c.is_alphanumeric());
        let filed = || {
            at < DATE_LINES
                && self.by.rules.is_place(before)
                && (wire.is_empty() || self.by.outlets.all_known(wire))
        };
        if !(dates_only(before) && dates_only(after)) {
            match (credit(), filed()) {
                (true, _) => cut.credits.read(byline, self.by.outlets),
                (_, true) if !wire.is_empty() => cut.credits.read(wire, self.by.outlets),
                (_, true) => {}
                _ => return false,
            }
        }
        push(cut, SectionKind::Dateline, self.lines[at].span);
        if at < DATE_LINES && cut.published.is_none() {
            cut.published = Some(stamp);
        }
        true
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
