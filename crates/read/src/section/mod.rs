//! Cuts a text into sections by its lines: what is the story, and what stands around it.
//!
//! The cues stand in `lexicons/sections.tsv`. Whatever is set apart is not coded, so the cues are
//! narrow and everything unknown is body. Works on pasted text and on extracted pages alike.

mod credit;
mod dateline;
mod headline;
mod lines;
mod pattern;
mod rules;

pub(crate) use credit::Credits;
use credit::is_initials;
pub(crate) use headline::same_headline;
pub(crate) use rules::Rules;

use crate::dates::Dates;
use crate::outlets::Outlets;
use headline::{MAX_TITLE_CHARS, is_headline, is_name};
use lines::{Line, lines};
use rules::Cue;
use verbale_document::{Date, Related, Section, SectionKind, Span, Stamp};

/// A standfirst or first paragraph above the rest is shorter.
const MAX_LEDE_CHARS: usize = 300;

/// What the lines of a text say about it.
#[derive(Debug, Default)]
pub(crate) struct Cut {
    pub sections: Vec<Section>,
    pub title: Option<String>,
    /// The address above a pasted story.
    pub url: Option<String>,
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
    /// Cuts `text`; `title` and `published` are the headline and the day where the source names them.
    pub(crate) fn cut(&self, text: &str, title: Option<&str>, published: Option<Date>) -> Cut {
        let lines = lines(text);
        let walk = Walk { by: self, text, lines: &lines, title, published };
        let mut cut = Cut::default();
        let mut next = walk.address(&mut cut);
        let mut story = Progress::default();
        while next < lines.len() {
            next += walk.line(next, &mut story, &mut cut);
        }
        join_body(text, &mut cut.sections);
        cut
    }
}

/// How far into the story the walk is.
#[derive(Default)]
struct Progress {
    headline_passed: bool,
    paragraphs: usize,
}

/// One text, line by line.
struct Walk<'w> {
    by: &'w Sectioner<'w>,
    text: &'w str,
    lines: &'w [Line],
    title: Option<&'w str>,
    published: Option<Date>,
}

impl Walk<'_> {
    fn words(&self, at: usize) -> &str {
        &self.text[self.lines[at].span.range()]
    }

    /// A first line that is an address and nothing else; returns the number of lines taken.
    fn address(&self, cut: &mut Cut) -> usize {
        let Some(first) = self.lines.first() else { return 0 };
        let words = self.words(0);
        let web = ["https://", "http://"].iter().any(|scheme| words.starts_with(scheme));
        if !web || words.contains(char::is_whitespace) || self.lines.len() == 1 {
            return 0;
        }
        cut.url = Some(words.to_string());
        cut.sections.push(Section { kind: SectionKind::Boilerplate, span: first.span });
        1
    }

    /// Tells the section of the line at `at`; returns the number of lines taken.
    fn line(&self, at: usize, story: &mut Progress, cut: &mut Cut) -> usize {
        let span = self.lines[at].span;
        match self.cue(at, story) {
            Some(Cue::Rest) => {
                let end = self.lines.last().map_or(span, |l| l.span);
                push(cut, SectionKind::Boilerplate, span.cover(end));
                return self.lines.len() - at;
            }
            Some(Cue::Boilerplate) => push(cut, SectionKind::Boilerplate, span),
            Some(Cue::RelatedBelow) => return self.related_below(at, cut),
            Some(Cue::Related(title)) => {
                push(cut, SectionKind::Related, span);
                cut.related.push(Related { title, url: None });
            }
            Some(Cue::Credit | Cue::CreditIfKnown(_)) => self.credit(span, cut),
            Some(Cue::CaptionCredit(credit_at)) => self.caption(at, credit_at, cut),
            None if self.date_line(at, span, cut) => {}
            None if story.paragraphs > 0 && self.is_wires(at) => self.credit(span, cut),
            None if self.author(at, story, cut) => {}
            None if self.headline(at, story, cut) => {}
            None => return self.story(at, story, cut),
        }
        1
    }

    /// The cue of a line. The headline that the source names is a headline whatever it looks like.
    fn cue(&self, at: usize, story: &Progress) -> Option<Cue> {
        let words = self.words(at);
        let named = !story.headline_passed && self.title.is_some_and(|t| same_headline(t, words));
        let cue = self.by.rules.cue(words).filter(|_| !named)?;
        match &cue {
            Cue::CreditIfKnown(who) if !self.by.outlets.all_known(who) => None,
            _ => Some(cue),
        }
    }

    fn credit(&self, span: Span, cut: &mut Cut) {
        push(cut, SectionKind::Credit, span);
        cut.credits.read(&self.text[span.range()], self.by.outlets);
    }

    /// A line below the story that names wires and outlets and nobody else, but perhaps initials.
    fn is_wires(&self, at: usize) -> bool {
        let names = || self.words(at).split(['/', ',', '|', ';', '·']).map(str::trim);
        let known = |name: &str| self.by.outlets.named(name).is_some();
        names().any(|name| self.by.outlets.agency(name).is_some())
            && names().all(|name| known(name) || is_initials(name))
    }

    /// A name in capitals above the story.
    fn author(&self, at: usize, story: &Progress, cut: &mut Cut) -> bool {
        let line = self.lines[at];
        let name = story.paragraphs == 0 && line.blank_below && is_name(self.words(at));
        if name {
            push(cut, SectionKind::Credit, line.span);
            cut.credits.byline = cut.credits.byline.take().or(Some(self.words(at).to_string()));
        }
        name
    }

    /// Takes the headline: the first line that nothing else claims, if it looks like one.
    fn headline(&self, at: usize, story: &mut Progress, cut: &mut Cut) -> bool {
        if story.headline_passed {
            return false;
        }
        story.headline_passed = true;
        let words = self.words(at);
        let headline = match self.title {
            Some(title) => same_headline(title, words),
            None => is_headline(self.by.rules, self.text, &self.lines[at], &self.lines[at + 1..]),
        };
        if headline {
            cut.title = Some(words.to_string());
            push(cut, SectionKind::Title, self.lines[at].span);
        }
        headline
    }

    /// "RELATED:" and the headlines in the lines below it.
    fn related_below(&self, at: usize, cut: &mut Cut) -> usize {
        let headline = |i: &usize| {
            let words = self.words(*i);
            words.chars().count() <= MAX_TITLE_CHARS
                && !words.ends_with(['.', '”', '"', ':'])
                && self.by.rules.cue(words).is_none()
        };
        let first = at + 1;
        let more = |i: &usize| *i == first || !self.lines[i - 1].blank_below;
        let below: Vec<usize> = (first..self.lines.len())
            .take_while(|i| (*i == first || more(i)) && headline(i))
            .collect();
        let last = below.last().copied().unwrap_or(at);
        push(cut, SectionKind::Related, self.lines[at].span.cover(self.lines[last].span));
        let titles = below.iter().map(|&i| self.words(i).to_string());
        cut.related.extend(titles.map(|title| Related { title, url: None }));
        1 + last - at
    }

    /// A caption, or the story's date, that ends in the photographer's credit.
    fn caption(&self, at: usize, credit_at: usize, cut: &mut Cut) {
        let span = self.lines[at].span;
        let middle = span.start as usize + credit_at;
        let mut caption = Span::new(span.start as usize, middle).trim(self.text);
        let open = self.text[caption.range()].trim_end_matches(['(', '[', '|', ' ']);
        caption = Span::new(caption.start as usize, caption.start as usize + open.len());
        if !caption.is_empty() && !self.date_line(at, caption, cut) {
            push(cut, SectionKind::Caption, caption);
        }
        let credit = Span::new(middle, span.end as usize).trim(self.text);
        push(cut, SectionKind::Credit, credit);
        cut.credits.photo(&self.text[credit.range()]);
    }

    /// A paragraph of the story: its dateline and its credit apart, the first one perhaps the lede.
    fn story(&self, at: usize, story: &mut Progress, cut: &mut Cut) -> usize {
        let mut span = self.dateline(self.lines[at].span, story.paragraphs == 0, cut);
        let mut taken = 1;
        let mut kind = SectionKind::Body;
        if story.paragraphs == 0
            && cut.title.is_some()
            && let Some(n) = self.lede(at)
        {
            (kind, taken) = (SectionKind::Lede, n);
            span.end = self.lines[at + n - 1].span.end;
        }
        story.paragraphs += 1;
        let tail = self.by.rules.credit_tail(&self.text[span.range()]);
        let tail = tail.filter(|(_, who)| self.by.outlets.all_known(who));
        let Some((start, who)) = tail else {
            push(cut, kind, span);
            return taken;
        };
        let marks = ['(', '[', '—', '–', '-', ' '];
        let body = self.text[span.range()][..start].trim_end_matches(marks).len();
        let middle = span.start as usize + body;
        push(cut, kind, Span::new(span.start as usize, middle));
        push(cut, SectionKind::Credit, Span::new(middle, span.end as usize).trim(self.text));
        cut.credits.read(who, self.by.outlets);
        taken
    }

    /// The number of lines of the paragraph at `at` if it is short enough to be the lede. A line
    /// that ends a sentence ends the paragraph, as one without blank lines around it does.
    fn lede(&self, at: usize) -> Option<usize> {
        let ends = |i: &usize| {
            self.lines[*i].blank_below || self.words(*i).ends_with(['.', '!', '?', '"', '”'])
        };
        let last = (at..self.lines.len()).find(ends)?;
        let span = self.lines[at].span.cover(self.lines[last].span);
        let short = self.text[span.range()].chars().count() < MAX_LEDE_CHARS;
        (short && last + 1 < self.lines.len()).then_some(last + 1 - at)
    }
}

fn push(cut: &mut Cut, kind: SectionKind, span: Span) {
    cut.sections.push(Section { kind, span });
}

/// Joins body sections with nothing but white space between them.
fn join_body(text: &str, sections: &mut Vec<Section>) {
    sections.dedup_by(|next, before| {
        let body = next.kind == SectionKind::Body && before.kind == SectionKind::Body;
        let gap = before.span.end as usize..next.span.start as usize;
        let join = body && text[gap].trim().is_empty();
        if join {
            before.span = before.span.cover(next.span);
        }
        join
    });
}
