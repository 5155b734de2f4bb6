//! Columns of `voices`.

use super::Kind::{Bool, Int, Text};
use super::{Cell, Column, DOC_ID, DOC_KEY, Row, column};
use crate::Speaker;

pub(super) const COLUMNS: &[Column] = &[
    DOC_KEY,
    DOC_ID,
    column("event_id", Text, "The event that is asserted.", "e4", |r| {
        Cell::text(&r.voice().event.id)
    }),
    column(
        "depth",
        Int,
        "1 is the outermost, whom the outlet cites; 2 is whom that one cites, and so on.",
        "2",
        |r| Cell::count(r.voice().depth),
    ),
    column("statement_id", Text, "The statement that asserts it.", "s6", |r| {
        Cell::text(r.voice().id)
    }),
    column(
        "speaker",
        Text,
        "Who makes it, by name, else by the words of the text.",
        "José Chikwanda",
        |r| Cell::option(speaker(r).and_then(|s| s.name.as_ref())),
    ),
    column("speaker_code", Text, "Actor code of the speaker.", "ZWE.GOV", |r| {
        Cell::option(speaker(r).and_then(|s| s.code.as_ref()))
    })
    .of("code"),
    column("speaker_entity", Text, "Entity of the speaker, as in `mentions`.", "Q954", |r| {
        Cell::option(speaker(r).and_then(|s| s.entity.as_ref()))
    }),
    column("stance", Text, "What the speaker does with it.", "assert", |r| {
        Cell::option(r.voice().statement.map(|s| &s.stance))
    })
    .of("statements[].stance"),
    column("negated", Bool, "Whether the text says that it was not said.", "FALSE", |r| {
        Cell::Bool(r.voice().statement.map(|s| s.negated))
    }),
];

fn speaker<'r>(row: &Row<'r>) -> Option<&'r Speaker> {
    row.voice().statement.and_then(|s| s.speaker.as_ref())
}
