//! The text in paragraphs, each cut into runs where a mention or a record begins or ends.

use super::card::{Card, cards};
use serde::Serialize;
use std::collections::BTreeSet;
use verbale_record::{Record, Span};

/// A paragraph and the records whose sentence begins in it.
#[derive(Serialize)]
pub(super) struct Block {
    kind: String,
    coded: bool,
    runs: Vec<Run>,
    cards: Vec<Card>,
}

/// A stretch of text that nothing divides.
#[derive(Serialize)]
struct Run {
    text: String,
    /// `s1:content e2:trigger`: the records it serves, and as what.
    roles: String,
    mention: Option<Tip>,
}

/// What is shown of a mention.
#[derive(Serialize)]
struct Tip {
    kind: String,
    tip: String,
    link: Option<String>,
}

pub(super) fn blocks(record: &Record) -> Vec<Block> {
    let chars: Vec<char> = record.doc.text.chars().collect();
    let marks = marks(record);
    let mut all = cards(record);
    let mut blocks = Vec::new();
    for (kind, span) in paragraphs(record, &chars) {
        let (mine, rest) = all.into_iter().partition(|c: &Card| c.start() < span.end);
        all = rest;
        let coded = matches!(kind, "title" | "lede" | "body");
        blocks.push(Block {
            kind: kind.to_string(),
            coded,
            runs: runs(record, &chars, &marks, span),
            cards: mine,
        });
    }
    blocks
}

/// Sections cut at line ends; text outside every section is body.
fn paragraphs<'r>(record: &'r Record, chars: &[char]) -> Vec<(&'r str, Span)> {
    let kind_at = |at: u32| {
        let holds = |s: &&verbale_record::Section| s.span.start <= at && at < s.span.end;
        record.doc.sections.iter().find(holds).map_or("body", |s| s.kind.as_str())
    };
    let edges: BTreeSet<u32> =
        record.doc.sections.iter().flat_map(|s| [s.span.start, s.span.end]).collect();
    let mut out = Vec::new();
    let mut start = 0u32;
    for at in 0..=chars.len() as u32 {
        let line_end = chars.get(at as usize).is_none_or(|c| *c == '\n');
        if !line_end && !edges.contains(&at) {
            continue;
        }
        let blank = chars[start as usize..at as usize].iter().all(|c| c.is_whitespace());
        if !blank {
            out.push((kind_at(start), Span::new(start, at)));
        }
        start = if line_end { (at + 1).min(chars.len() as u32) } else { at };
    }
    out
}

/// `(span, record id, role)` of everything a record points at.
fn marks(record: &Record) -> Vec<(Span, String)> {
    let mut marks = Vec::new();
    let mut add = |spans: &[Span], id: &str, role: &str| {
        marks.extend(spans.iter().map(|s| (*s, format!("{id}:{role}"))));
    };
    for s in &record.statements {
        add(&s.source, &s.id, "source");
        add(&s.cue, &s.id, "cue");
        add(&s.content, &s.id, "content");
        add(&s.verbatim, &s.id, "verbatim");
    }
    for e in &record.events {
        add(&e.trigger, &e.id, "trigger");
        let spans = |all: &[verbale_record::Participant]| -> Vec<Span> {
            all.iter().map(|p| p.span).collect()
        };
        add(&spans(&e.actors), &e.id, "actor");
        add(&spans(&e.recipients), &e.id, "recipient");
    }
    marks
}

fn runs(record: &Record, chars: &[char], marks: &[(Span, String)], span: Span) -> Vec<Run> {
    let inside = |s: &Span| s.start < span.end && span.start < s.end;
    let marks: Vec<_> = marks.iter().filter(|(s, _)| inside(s)).collect();
    let mentions: Vec<_> = record.mentions.iter().filter(|m| inside(&m.span)).collect();
    let mut cuts = BTreeSet::from([span.start, span.end]);
    let spans = marks.iter().map(|(s, _)| *s).chain(mentions.iter().map(|m| m.span));
    cuts.extend(spans.flat_map(|s| [s.start.max(span.start), s.end.min(span.end)]));
    let cuts: Vec<u32> = cuts.into_iter().collect();
    let run = |w: &[u32]| {
        let at = |s: &Span| s.start <= w[0] && w[1] <= s.end;
        let roles: Vec<&str> =
            marks.iter().filter(|(s, _)| at(s)).map(|(_, r)| r.as_str()).collect();
        let mention =
            mentions.iter().filter(|m| at(&m.span)).min_by_key(|m| m.span.end - m.span.start);
        Run {
            text: chars[w[0] as usize..w[1] as usize].iter().collect(),
            roles: roles.join(" "),
            mention: mention.map(|m| tip(m)),
        }
    };
    cuts.windows(2).map(run).collect()
}

fn tip(m: &verbale_record::Mention) -> Tip {
    let mut parts = vec![m.kind.clone()];
    parts.extend(m.name.clone());
    parts.extend(m.code.clone());
    parts.extend(m.time.as_ref().map(|t| t.value.clone()));
    parts.extend(m.place.as_ref().map(|p| format!("{:.2}, {:.2}", p.lat, p.lon)));
    parts.extend(m.entity.clone().filter(|e| e.starts_with('Q')));
    let qid = m.entity.as_ref().filter(|e| e.starts_with('Q'));
    let link = qid.map(|q| format!("https://www.wikidata.org/wiki/{q}"));
    Tip { kind: m.kind.clone(), tip: parts.join(" · "), link }
}
