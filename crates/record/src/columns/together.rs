//! Columns of what records say together: `stories`, `reports`, `merged`.

use super::Kind::{Date, Float, Int, List, Text};
use super::{Cell, Column, DOC_ID, DOC_KEY, column};

pub(super) const STORIES: &[Column] = &[
    Column { get: |r| Cell::text(&r.placement().doc_key), ..DOC_KEY },
    Column { get: |r| Cell::text(&r.placement().doc_id), ..DOC_ID },
    column("published_on", Date, "The day on which it was published.", "2024-04-11", |r| {
        Cell::Date(r.placement().published_on.clone())
    }),
    column("story", Text, "One happening and what is written of it.", "s7b4f169a806189ed", |r| {
        Cell::text(&r.placement().story)
    }),
    column("thread", Text, "Stories near one another.", "t7b4f169a806189ed", |r| {
        Cell::text(&r.placement().thread)
    }),
    column(
        "copy_of",
        Text,
        "Key of the document that it has its text from.",
        "77b253893b95d346ba2a56bb",
        |r| Cell::option(r.placement().copy_of.as_ref()),
    ),
    column("copy_kind", Text, "How.", "edited", |r| Cell::option(r.placement().copy_kind.as_ref()))
        .of("stories.copy_kind"),
];

pub(super) const REPORTS: &[Column] = &[
    Column { get: |r| Cell::text(&r.telling().doc_key), ..DOC_KEY },
    column("event_id", Text, "Id of the event in its document.", "e1", |r| {
        Cell::text(&r.telling().event_id)
    }),
    column(
        "merged",
        Text,
        "The event that it reports (table `merged`).",
        "v:15dca3b0eb2f2b39",
        |r| Cell::text(&r.telling().merged),
    ),
];

pub(super) const MERGED: &[Column] = &[
    column("merged", Text, "Id that all its reports share.", "v:15dca3b0eb2f2b39", |r| {
        Cell::text(&r.merged().id)
    }),
    column("story", Text, "The story that it is told in.", "s7b4f169a806189ed", |r| {
        Cell::text(&r.merged().story)
    }),
    column(
        "day",
        Date,
        "The first day that most reports give, else that on which the first was published.",
        "2024-04-11",
        |r| Cell::Date(r.merged().day.clone()),
    ),
    column("type", Text, "PLOVER type.", "ACCUSE", |r| Cell::text(&r.merged().kind))
        .of("events[].type"),
    column("quad", Int, "PLOVER quad class.", "3", |r| Cell::int(r.merged().quad))
        .of("events[].quad"),
    column("intensity", Float, "PLOVER base score, -10 (conflict) to 10.", "-3.5", |r| {
        Cell::Float(Some(r.merged().intensity))
    }),
    column("actor_codes", List, "Codes of those who act, beside `actors`.", "PER | ECU", |r| {
        codes(&r.merged().actors)
    })
    .of("code"),
    column("actors", List, "Names of those who act.", "Peru | Ecuador", |r| {
        names(&r.merged().actors)
    }),
    column(
        "recipient_codes",
        List,
        "Codes of those acted upon, beside `recipients`.",
        "COL",
        |r| codes(&r.merged().recipients),
    )
    .of("code"),
    column("recipients", List, "Names of those acted upon.", "Colombia", |r| {
        names(&r.merged().recipients)
    }),
    column("places", List, "Where it happened.", "Macará", |r| Cell::list(&r.merged().places)),
    column(
        "size",
        List,
        "Numbers of people: what is counted, and how many. Several of a kind differ.",
        "killed 4 | killed 6",
        |r| Cell::list(&r.merged().sizes),
    )
    .of("events[].size[].kind"),
    column("n_reports", Int, "Reports of it: rows of `reports`.", "5", |r| {
        Cell::count(r.merged().n_reports)
    }),
    column("n_documents", Int, "Documents that these stand in.", "4", |r| {
        Cell::count(r.merged().n_documents)
    }),
    column("n_claims", Int, "Reports that tell it as somebody's word.", "3", |r| {
        Cell::count(r.merged().n_claims)
    }),
    column("n_denied", Int, "Reports in which it is denied or did not happen.", "1", |r| {
        Cell::count(r.merged().n_denied)
    }),
    column(
        "sources_least",
        Int,
        "Independent sources at least: parts of its reports that nothing ties to one another.",
        "2",
        |r| Cell::count(r.merged().sources_least),
    ),
    column("sources_most", Int, "Independent sources at most: outlets.", "4", |r| {
        Cell::count(r.merged().sources_most)
    }),
    column(
        "ties",
        List,
        "What ties reports to one another: why, and through what.",
        "agency Q130879 | copy 77b253893b95d346ba2a56bb",
        |r| Cell::list(&r.merged().ties),
    ),
];

fn names(side: &[(String, Option<String>)]) -> Cell {
    Cell::list(side.iter().map(|(name, _)| name))
}

fn codes(side: &[(String, Option<String>)]) -> Cell {
    Cell::List(side.iter().map(|(_, code)| code.clone()).collect())
}
