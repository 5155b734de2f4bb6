//! From a record back to the document as it was read, to be coded again with other tables or another
//! model.
//!
//! What reading found (text, sections, dates, credits) is taken as the record has it; nothing is read
//! anew.

use verbale_document as document;
use verbale_document::{Document, Meta, SectionKind, SmolStr, Stamp};
use verbale_record::{Doc, Record, Words};

/// The document of a record, with no findings of the stages after reading.
pub fn document_again(record: &Record) -> Document {
    let (doc, words) = (&record.doc, Words::new(&record.doc.text));
    let mut out = Document::new(doc.id.clone(), doc.text.clone());
    out.meta = meta(doc);
    let begin = doc.text.as_ptr() as usize;
    for section in &doc.sections {
        let Some(kind) = kind(&section.kind) else { continue };
        let part = words.at(section.span);
        let start = (part.as_ptr() as usize - begin) as u32;
        let span = document::Span { start, end: start + part.len() as u32 };
        out.sections.push(document::Section { kind, span });
    }
    out.notes = record.notes.iter().map(note).collect();
    out
}

fn meta(doc: &Doc) -> Meta {
    Meta {
        path: doc.path.clone(),
        url: doc.url.clone(),
        canonical_url: doc.canonical_url.clone(),
        outlet: doc.outlet.as_ref().map(|o| document::Outlet {
            name: SmolStr::new(&o.name),
            domain: short(&o.domain),
            country: short(&o.country),
            entity: short(&o.entity),
        }),
        agencies: doc.agencies.iter().map(agency).collect(),
        byline: doc.byline.clone(),
        credits: doc.credits.clone(),
        title: doc.title.clone(),
        language: short(&doc.language),
        published_at: stamp(&doc.published_at),
        modified_at: stamp(&doc.modified_at),
        retrieved_at: stamp(&doc.retrieved_at),
        related: doc
            .related
            .iter()
            .map(|r| document::Related { title: r.title.clone(), url: r.url.clone() })
            .collect(),
    }
}

fn agency(a: &verbale_record::Agency) -> document::Agency {
    document::Agency {
        text: SmolStr::new(&a.text),
        name: SmolStr::new(&a.name),
        entity: short(&a.entity),
    }
}

fn note(n: &verbale_record::Note) -> document::Note {
    document::Note { kind: SmolStr::new(&n.kind), message: n.message.clone() }
}

fn short(text: &Option<String>) -> Option<SmolStr> {
    text.as_deref().map(SmolStr::new)
}

/// A moment and its day; none where it begins with no day.
fn stamp(text: &Option<String>) -> Option<Stamp> {
    let text = text.as_deref()?;
    let date = text.get(..10)?.parse().ok()?;
    Some(Stamp { text: SmolStr::new(text), date })
}

fn kind(name: &str) -> Option<SectionKind> {
    use SectionKind::{Body, Boilerplate, Caption, Credit, Dateline, Lede, Related, Title};
    let all = [Title, Dateline, Lede, Body, Caption, Related, Credit, Boilerplate];
    all.into_iter().find(|kind| kind.as_str() == name)
}
