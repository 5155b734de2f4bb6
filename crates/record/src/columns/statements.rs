//! Columns of `statements`.

use super::Kind::{Bool, Float, Int, List, Text};
use super::{Cell, Column, codes, column, first, first_day, last, last_day, site, value};
use crate::Speaker;

pub(super) const COLUMNS: &[Column] = &[
    column("doc_key", Text, "Key of the document.", |r| Cell::text(&r.record.doc.key)),
    column("doc_id", Text, "Label of the document.", |r| Cell::text(&r.record.doc.id)),
    column("statement_id", Text, "Id in its document.", |r| Cell::text(&r.statement().id)),
    column("published_at", Text, "When the document was published.", |r| {
        Cell::option(r.record.doc.published_at.as_ref())
    }),
    column("kind", Text, "How it is reported: see the values of `statements[].kind`.", |r| {
        Cell::text(&r.statement().kind)
    }),
    column("act", Text, "How it came about: see the values of `statements[].act`.", |r| {
        Cell::text(&r.statement().act)
    }),
    column("stance", Text, "What the speaker does with it: see `statements[].stance`.", |r| {
        Cell::text(&r.statement().stance)
    }),
    column("negated", Bool, "Whether the text says that it was not said.", |r| {
        Cell::Bool(Some(r.statement().negated))
    }),
    column("voice", Bool, "Whether it is there only to hold others' word: \"allegedly\".", |r| {
        Cell::Bool(Some(r.statement().voice))
    }),
    column("speaker", Text, "Who says it, by name, else by the words of the text.", |r| {
        Cell::option(r.statement().speaker.as_ref().and_then(|s| s.name.as_ref()))
    }),
    column("speaker_code", Text, "Actor code of the speaker.", |r| {
        Cell::option(r.statement().speaker.as_ref().and_then(|s| s.code.as_ref()))
    }),
    column("speaker_entity", Text, "Entity of the speaker.", |r| {
        Cell::option(r.statement().speaker.as_ref().and_then(|s| s.entity.as_ref()))
    }),
    column("via", List, "Who passed it on, outermost first.", |r| {
        let name = |s: &Speaker| s.name.clone().unwrap_or_default();
        Cell::list(r.statement().via.iter().map(name))
    }),
    column("addressee_codes", List, "Codes of those it is said to.", |r| {
        codes(&r.statement().addressee)
    }),
    column("source", Text, "The words of the source.", |r| r.cut(&r.statement().source)),
    column("cue", Text, "The words that attribute.", |r| r.cut(&r.statement().cue)),
    column("content", Text, "What is said.", |r| r.cut(&r.statement().content)),
    column("verbatim", Text, "The words in quotation marks, the speaker's own.", |r| {
        r.cut(&r.statement().verbatim)
    }),
    column("content_start", Int, "First code point of the content.", |r| {
        first(&r.statement().content)
    }),
    column("content_end", Int, "One past the last code point of the content.", |r| {
        last(&r.statement().content)
    }),
    column("parent", Text, "The statement it stands in.", |r| {
        Cell::option(r.statement().parent.as_ref())
    }),
    column("date", Text, "When it was said, as a TIMEX3 value.", |r| {
        value(r.statement().date.as_ref())
    }),
    column("date_start", Text, "First day of that.", |r| first_day(r.statement().date.as_ref())),
    column("date_end", Text, "Last day of that.", |r| last_day(r.statement().date.as_ref())),
    column("place", Text, "Where it was said.", |r| site(r.statement().place.as_ref())),
    column("sentence", Text, "The sentence of its cue.", |r| r.cut(&[r.statement().sentence])),
    column("by", Text, "Rule that found it.", |r| Cell::text(&r.statement().by)),
    column("confidence", Float, "The probability that it is right in all, 0 to 1.", |r| {
        Cell::Float(Some(r.statement().confidence))
    }),
];
