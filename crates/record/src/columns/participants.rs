//! Columns of `participants`.

use super::Kind::{Int, Text};
use super::{Cell, Column, DOC_ID, DOC_KEY, column};

pub(super) const COLUMNS: &[Column] = &[
    DOC_KEY,
    DOC_ID,
    column("event_id", Text, "The event.", "e1", |r| Cell::text(&r.part().event.id)),
    column("type", Text, "PLOVER type of the event.", "AGREE", |r| {
        Cell::text(&r.part().event.kind)
    })
    .of("events[].type"),
    column("role", Text, "Which part it has.", "actor", |r| Cell::text(r.part().role))
        .of("participants.role"),
    column(
        "position",
        Int,
        "Its place in the order of those with the same role, from 1.",
        "2",
        |r| Cell::count(r.part().position),
    ),
    column("mention_id", Text, "The mention that says who it is.", "m2", |r| {
        Cell::option(r.part().who.mention.as_ref())
    }),
    column("entity", Text, "Entity, as in `mentions`.", "Q419", |r| {
        Cell::option(r.part().who.entity.as_ref())
    }),
    column("code", Text, "Actor code at the document's date.", "PER", |r| {
        Cell::option(r.part().who.code.as_ref())
    })
    .of("code"),
    column("name", Text, "Preferred name; none where it is not known.", "Peru", |r| {
        Cell::option(r.part().who.name.as_ref())
    }),
    column("text", Text, "Its words.", "The two neighbours", |r| Cell::text(&r.part().who.text)),
    column("start", Int, "First code point of these.", "298", |r| {
        Cell::int(r.part().who.span.start)
    }),
    column("end", Int, "One past the last code point of these.", "316", |r| {
        Cell::int(r.part().who.span.end)
    }),
];
