//! Events across reports, for the commands that show them: the joiner's tables, mentions that a user
//! brings, and lines of what became of each.

use crate::files;
use crate::outcome::Failure;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;
use verbale::document::{Document, Lexicons};
use verbale::heads::{Head, Role, heads};
use verbale::record;
use verbale::records::{Record, Span};
use verbale_story::events::{Given, GivenParty, Group, Joiner, Occurrence, Tables};

/// Mentions of events that a user brings, by the label of their document.
pub type Mentions = BTreeMap<String, Vec<Span>>;

/// A joiner with the tables of `lexicons`.
pub fn joiner(lexicons: &Lexicons) -> Result<Joiner, Failure> {
    let tables = Tables::of(|name| lexicons.text(name).map(|text| &**text));
    let tables = tables.map_err(|e| Failure::Message(e.to_string()))?;
    Joiner::new(tables).map_err(Failure::Message)
}

/// Reads lines `{"doc", "start", "end"}`, in code points of the text; other keys are ignored.
///
/// # Errors
/// A line that is none; names it.
pub fn mentions(path: &Path) -> Result<Mentions, Failure> {
    #[derive(Deserialize)]
    struct Line {
        doc: String,
        start: u32,
        end: u32,
    }
    let mut all = Mentions::new();
    for line in lines::<Line>(path)? {
        all.entry(line.doc).or_default().push(Span::new(line.start, line.end));
    }
    for spans in all.values_mut() {
        spans.sort_unstable();
        spans.dedup();
    }
    Ok(all)
}

/// The objects of a file of JSON Lines.
pub fn lines<T: for<'de> Deserialize<'de>>(path: &Path) -> Result<Vec<T>, Failure> {
    let text = files::text(path)?;
    let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    let read = |(n, line): (usize, &str)| {
        serde_json::from_str(line)
            .map_err(|e| Failure::Message(format!("{}:{n}: {e}", path.display())))
    };
    lines.map(read).collect()
}

/// What a document tells: its own events, or the mentions that a user brings where there are any.
pub fn occurrences(joiner: &Joiner, doc: &Document, brought: Option<&Mentions>) -> Vec<Occurrence> {
    let record = record(doc);
    match brought {
        None => joiner.coded(&record),
        Some(all) => match all.get(&doc.id) {
            Some(spans) => joiner.given(&record, &given(doc, &record, spans)),
            None => Vec::new(),
        },
    }
}

fn given(doc: &Document, record: &Record, spans: &[Span]) -> Vec<Given> {
    let heads = heads(doc, spans);
    let pairs = spans.iter().zip(heads);
    pairs.map(|(span, head)| one(record, *span, head.unwrap_or_default())).collect()
}

fn one(record: &Record, span: Span, head: Head) -> Given {
    let parties = head.parties.into_iter().map(|party| GivenParty {
        actor: match party.role {
            Role::Actor => Some(true),
            Role::Recipient => Some(false),
            Role::Other => None,
        },
        head: party.head,
        name: party.name,
        entity: party.entity,
    });
    let lemma = if head.lemma.is_empty() { record.words(span).to_string() } else { head.lemma };
    Given {
        span,
        sentence: head.sentence,
        lemma,
        others: head.others,
        verbal: head.verbal,
        negated: head.negated,
        parties: parties.collect(),
    }
}

/// A line for each mention of a story, in the order of groups: where it stands, its event, its type.
pub fn told(groups: &[Group], all: &[Occurrence]) -> Vec<Value> {
    let members = groups.iter().flat_map(|g| g.members.iter().map(|m| (&g.id, &all[*m])));
    let line = |(event, one): (&String, &Occurrence)| {
        let kind = one.kind.as_ref().map(|(kind, _)| kind);
        json!({
            "doc": one.label, "start": one.span.start, "end": one.span.end, "event": event,
            "type": kind,
        })
    };
    members.map(line).collect()
}
