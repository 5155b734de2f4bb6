//! Cuts a text into sections by its lines: what is the story, and what stands around it.
//!
//! The cues stand in `lexicons/sections.tsv`. Whatever is set apart is not coded, so the cues are
//! narrow and everything unknown is body. Works on pasted text and on extracted pages alike.

mod credit;
mod rules;

pub(crate) use credit::Credits;
pub(crate) use rules::Rules;

use crate::dates::Dates;
use crate::outlets::Outlets;
use rules::Cue;
use verbale_document::{Related, Section, SectionKind, Span, Stamp};

/// Headlines are shorter.
const MAX_TITLE_CHARS: usize = 180;
/// A standfirst is shorter.
const MAX_LEDE_CHARS: usize = 300;
/// Lines in which the story's own date is looked for, from the top.
const DATE_LINES: usize = 12;

/// What the lines of a text say about it.
#[derive(Debug, Default)]
pub(crate) struct Cut {
    pub sections: Vec<Section>,
    pub title: Option<String>,
    pub published: Option<Stamp>,
    pub related: Vec<Related>,
    pub credits: Credits,
}

/// What sections are told by.
pub(crate) struct Sectioner<'m> {
    pub rules: &'m Rules,
    pub outlets: &'m Outlets,
    pub dates: &'m Dates,
}

impl Sectioner<'_> {
    /// Cuts `text`; `title` is the headline where the source names it.
    pub(crate) fn cut(&self, text: &str, title: Option<&str>) -> Cut {
        let lines = lines(text);
        let mut cut = Cut::default();
        let mut next = self.headline(text, &lines, title, &mut cut);
        let mut seen_body = 0;
        while next < lines.len() {
            next += self.line(text, &lines, next, &mut seen_body, &mut cut);
        }
        cut
    }

    /// Takes the headline off the top; returns the number of lines taken.
    fn headline(&self, text: &str, lines: &[Span], title: Option<&str>, cut: &mut Cut) -> usize {
        let Some(&first) = lines.first() else { return 0 };
        let words = &text[first.range()];
        let named = title.is_some_and(|t| same_words(t, words));
        if named || (title.is_none() && looks_like_title(words, lines.len())) {
            cut.title = Some(words.to_string());
            cut.sections.push(Section { kind: SectionKind::Title, span: first });
            return 1;
        }
        0
    }

    /// Tells the section of the line at `at`; returns the number of lines taken.
    fn line(
        &self,
        text: &str,
        lines: &[Span],
        at: usize,
        seen_body: &mut usize,
        cut: &mut Cut,
    ) -> usize {
        let span = lines[at];
        let words = &text[span.range()];
        let mut push = |kind, span| cut.sections.push(Section { kind, span });
        match self.rules.cue(words) {
            Some(Cue::Rest) => {
                let end = lines.last().map_or(span, |l| *l);
                push(SectionKind::Boilerplate, span.cover(end));
                return lines.len() - at;
            }
            Some(Cue::Boilerplate) => push(SectionKind::Boilerplate, span),
            Some(Cue::RelatedBelow) => return related_below(text, lines, at, cut),
            Some(Cue::Related(title)) => {
                push(SectionKind::Related, span);
                cut.related.push(Related { title, url: None });
            }
            Some(Cue::Credit) => {
                push(SectionKind::Credit, span);
                cut.credits.read(words, self.outlets);
            }
            Some(Cue::CaptionCredit(credit_at)) => caption(text, span, credit_at, cut),
            None if self.is_dateline(words) => {
                push(SectionKind::Dateline, span);
                if at < DATE_LINES && cut.published.is_none() {
                    cut.published = self.dates.find(words);
                }
            }
            None => self.story(text, lines, at, seen_body, cut),
        }
        1
    }

    /// A line that holds a date and next to nothing else.
    fn is_dateline(&self, words: &str) -> bool {
        words.len() < 80 && self.dates.find(words).is_some() && self.rules.is_date_line(words)
    }

    /// A paragraph of the story: its dateline prefix apart, the first one perhaps a standfirst.
    fn story(&self, text: &str, lines: &[Span], at: usize, seen: &mut usize, cut: &mut Cut) {
        let mut span = lines[at];
        if let Some(prefix) = self.rules.dateline_prefix(&text[span.range()]) {
            let dateline = Span::new(span.start as usize, span.start as usize + prefix).trim(text);
            cut.sections.push(Section { kind: SectionKind::Dateline, span: dateline });
            cut.credits.read_dateline(&text[dateline.range()], self.outlets);
            if *seen == 0 && cut.published.is_none() {
                cut.published = self.dates.find(&text[dateline.range()]);
            }
            span = Span::new(span.start as usize + prefix, span.end as usize).trim(text);
        }
        let words = &text[span.range()];
        let lede = *seen == 0
            && cut.title.is_some()
            && words.chars().count() < MAX_LEDE_CHARS
            && lines.len() > at + 1;
        let kind = if lede { SectionKind::Lede } else { SectionKind::Body };
        cut.sections.push(Section { kind, span });
        *seen += 1;
    }
}

/// Lines that are not blank, trimmed.
fn lines(text: &str) -> Vec<Span> {
    let mut at = 0;
    let mut out = Vec::new();
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trim(text);
        if !span.is_empty() {
            out.push(span);
        }
        at += line.len();
    }
    out
}

/// A first line that is short and does not read like a sentence of the story, above others. A
/// final full stop is let pass when every longer word is capitalised.
fn looks_like_title(words: &str, n_lines: usize) -> bool {
    if n_lines < 2 || words.chars().count() > MAX_TITLE_CHARS || words.ends_with([',', ':', ';']) {
        return false;
    }
    let open = !words.ends_with(['.', '!', '"', '”']);
    open || (n_lines > 2 && is_title_case(words))
}

fn is_title_case(words: &str) -> bool {
    let long: Vec<&str> = words.split_whitespace().filter(|w| w.chars().count() > 3).collect();
    let capital =
        |w: &&&str| w.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    long.len() >= 2 && long.iter().filter(capital).count() * 5 >= long.len() * 4
}

/// The same letters and digits in the same order.
fn same_words(a: &str, b: &str) -> bool {
    let squeeze = |s: &str| -> String {
        s.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    squeeze(a) == squeeze(b)
}

/// "RELATED:" and the headline in the line below it.
fn related_below(text: &str, lines: &[Span], at: usize, cut: &mut Cut) -> usize {
    let below = lines.get(at + 1).filter(|l| text[l.range()].chars().count() <= MAX_TITLE_CHARS);
    let span = below.map_or(lines[at], |l| lines[at].cover(*l));
    cut.sections.push(Section { kind: SectionKind::Related, span });
    let title = below.map(|l| text[l.range()].to_string());
    cut.related.extend(title.map(|title| Related { title, url: None }));
    1 + usize::from(below.is_some())
}

/// A caption that ends in the photographer's credit.
fn caption(text: &str, span: Span, credit_at: usize, cut: &mut Cut) {
    let middle = span.start as usize + credit_at;
    let caption = Span::new(span.start as usize, middle).trim(text);
    let credit = Span::new(middle, span.end as usize).trim(text);
    if !caption.is_empty() {
        cut.sections.push(Section { kind: SectionKind::Caption, span: caption });
    }
    cut.sections.push(Section { kind: SectionKind::Credit, span: credit });
    cut.credits.photo(&text[credit.range()]);
}
