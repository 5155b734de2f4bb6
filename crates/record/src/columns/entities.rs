//! Columns of `entities`.

use super::Kind::{Int, List, Text};
use super::{Cell, Column, DOC_ID, DOC_KEY, column};

pub(super) const COLUMNS: &[Column] = &[
    DOC_KEY,
    DOC_ID,
    column(
        "entity",
        Text,
        "Wikidata id, else `x:` and a hash; `x:KEY:HASH` where only the document knows it.",
        "Q736",
        |r| Cell::text(r.entity().id),
    ),
    column("kind", Text, "What its first mention is.", "country", |r| {
        Cell::text(&r.entity().first.kind)
    })
    .of("mentions[].kind"),
    column("name", Text, "Preferred name.", "Ecuador", |r| {
        Cell::option(r.entity().first.name.as_ref())
    }),
    column(
        "codes",
        List,
        "Actor codes of its mentions at the document's date, each once, in the order of the text.",
        "SRB | SRB.GOV",
        |r| Cell::list(&r.entity().codes),
    )
    .of("code"),
    column("n_mentions", Int, "How many mentions of it the record has.", "5", |r| {
        Cell::count(r.entity().mentions)
    }),
    column("n_actor", Int, "How often it is an actor of an event.", "2", |r| {
        Cell::count(r.entity().actor)
    }),
    column("n_recipient", Int, "How often it is a recipient of an event.", "1", |r| {
        Cell::count(r.entity().recipient)
    }),
    column("n_speaker", Int, "How many statements it makes.", "3", |r| {
        Cell::count(r.entity().speaker)
    }),
];
