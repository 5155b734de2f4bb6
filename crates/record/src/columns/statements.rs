//! Columns of `statements`.

use super::Kind::{Bool, Date, Float, Int, List, Text};
use super::{
    Cell, Column, DOC_ID, DOC_KEY, PUBLISHED_AT, PUBLISHED_ON, codes, column, first, first_day,
    last, last_day, site, value,
};
use crate::Speaker;

pub(super) const COLUMNS: &[Column] = &[
    DOC_KEY,
    DOC_ID,
    column("statement_id", Text, "Id in its document.", "s3", |r| Cell::text(&r.statement().id)),
    PUBLISHED_AT,
    PUBLISHED_ON,
    column("kind", Text, "How it is reported.", "indirect", |r| Cell::text(&r.statement().kind))
        .of("statements[].kind"),
    column("act", Text, "How it came about.", "speech", |r| Cell::text(&r.statement().act))
        .of("statements[].act"),
    column("stance", Text, "What the speaker does with it.", "deny", |r| {
        Cell::text(&r.statement().stance)
    })
    .of("statements[].stance"),
    column("negated", Bool, "Whether the text says that it was not said.", "FALSE", |r| {
        Cell::Bool(Some(r.statement().negated))
    }),
    column(
        "voice",
        Bool,
        "Whether it is there only to hold others' word (\"allegedly\"): nobody is named who said it.",
        "FALSE",
        |r| Cell::Bool(Some(r.statement().voice)),
    ),
    column(
        "speaker",
        Text,
        "Who says it, by name, else by the words of the text.",
        "Rosa Quispe",
        |r| Cell::option(r.statement().speaker.as_ref().and_then(|s| s.name.as_ref())),
    ),
    column("speaker_code", Text, "Actor code of the speaker.", "PER.GOV.MFA", |r| {
        Cell::option(r.statement().speaker.as_ref().and_then(|s| s.code.as_ref()))
    })
    .of("code"),
    column("speaker_entity", Text, "Entity of the speaker, as in `mentions`.", "Q419", |r| {
        Cell::option(r.statement().speaker.as_ref().and_then(|s| s.entity.as_ref()))
    }),
    column("via", List, "Who only passed it on, outermost first.", "TASS", |r| {
        let name = |s: &Speaker| s.name.clone();
        Cell::List(r.statement().via.iter().map(name).collect())
    }),
    column("addressee_codes", List, "Codes of those it is said to.", "IGO.NATO | ?", |r| {
        codes(&r.statement().addressee)
    }),
    column(
        "source",
        Text,
        "The words of the source.",
        "Peruvian Foreign Minister Rosa Quispe",
        |r| r.cut(&r.statement().source),
    ),
    column("cue", Text, "The words that attribute.", "told", |r| r.cut(&r.statement().cue)),
    column(
        "content",
        Text,
        "What is said; ` … ` stands between its parts.",
        "that its engineers had crossed the border",
        |r| r.cut(&r.statement().content),
    ),
    column(
        "verbatim",
        Text,
        "The words in quotation marks, the only ones that are the speaker's own.",
        "Our teams worked on our side of the river,",
        |r| r.cut(&r.statement().verbatim),
    ),
    column("content_start", Int, "First code point of the content.", "231", |r| {
        first(&r.statement().content)
    }),
    column("content_end", Int, "One past the last code point of the content.", "272", |r| {
        last(&r.statement().content)
    }),
    column("parent", Text, "The statement it stands in.", "s2", |r| {
        Cell::option(r.statement().parent.as_ref())
    }),
    column("date", Text, "When it was said, as a TIMEX3 value.", "2022-05-09", |r| {
        value(r.statement().date.as_ref())
    }),
    column("date_start", Date, "First day of that.", "2022-05-09", |r| {
        first_day(r.statement().date.as_ref())
    }),
    column("date_end", Date, "Last day of that.", "2022-05-09", |r| {
        last_day(r.statement().date.as_ref())
    }),
    column("place", Text, "Where it was said.", "Lima", |r| site(r.statement().place.as_ref())),
    column(
        "sentence",
        Text,
        "The sentence of its cue.",
        "Peru denied that its engineers had crossed the border.",
        |r| r.cut(&[r.statement().sentence]),
    ),
    column("by", Text, "Rule that found it.", "statement/verb-that", |r| {
        Cell::text(&r.statement().by)
    }),
    column(
        "confidence",
        Float,
        "The probability that it is right in all, 0 to 1 (docs/confidence.md).",
        "0.85",
        |r| Cell::Float(Some(r.statement().confidence)),
    ),
];
