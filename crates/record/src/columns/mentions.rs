//! Columns of `mentions`.

use super::Kind::{Date, Float, Int, List, Text};
use super::{Cell, Column, DOC_ID, DOC_KEY, column};

pub(super) const COLUMNS: &[Column] = &[
    DOC_KEY,
    DOC_ID,
    column(
        "mention_id",
        Text,
        "Id in its document. Numbers of mentions that are not carried are missing.",
        "m4",
        |r| Cell::text(&r.mention().id),
    ),
    column("kind", Text, "What it is.", "organisation", |r| Cell::text(&r.mention().kind))
        .of("mentions[].kind"),
    column("form", Text, "How it is expressed.", "name", |r| Cell::text(&r.mention().form))
        .of("mentions[].form"),
    column("start", Int, "First code point in the document's text.", "113", |r| {
        Cell::int(r.mention().span.start)
    }),
    column("end", Int, "One past the last code point.", "117", |r| Cell::int(r.mention().span.end)),
    column("text", Text, "Its words.", "the foreign ministry", |r| Cell::text(&r.mention().text)),
    column(
        "entity",
        Text,
        "Who or what it is: a Wikidata id, else `x:` and a hash; `x:KEY:HASH` where only the document \
         knows it, so that the same name in two documents need not be the same person.",
        "Q7184",
        |r| Cell::option(r.mention().entity.as_ref()),
    ),
    column("code", Text, "Actor code at the document's date.", "ECU.GOV.MFA", |r| {
        Cell::option(r.mention().code.as_ref())
    })
    .of("code"),
    column("name", Text, "Preferred name.", "NATO", |r| Cell::option(r.mention().name.as_ref())),
    column("chain", Text, "Coreference chain in its document.", "c3", |r| {
        Cell::option(r.mention().chain.as_ref())
    }),
    column(
        "members",
        List,
        "Codes of a group's members at the document's date.",
        "EST | LVA | LTU",
        |r| Cell::list(&r.mention().members),
    ),
    column("geonameid", Int, "GeoNames id of a place.", "3691175", |r| {
        Cell::Int(r.mention().place.as_ref().and_then(|p| p.geonameid).map(i64::from))
    }),
    column("place", Text, "GeoNames name of a place.", "Macará", |r| {
        Cell::option(r.mention().place.as_ref().map(|p| &p.name))
    }),
    column("place_country", Text, "State that a place is in, ISO 3166 alpha-3.", "ECU", |r| {
        Cell::option(r.mention().place.as_ref().and_then(|p| p.country.as_ref()))
    }),
    column("lat", Float, "Degrees north.", "-4.38", |r| {
        Cell::Float(r.mention().place.as_ref().map(|p| p.lat))
    }),
    column("lon", Float, "Degrees east.", "-79.94", |r| {
        Cell::Float(r.mention().place.as_ref().map(|p| p.lon))
    }),
    column("time_type", Text, "TIMEX3 type of a time.", "DATE", |r| {
        Cell::option(r.mention().time.as_ref().map(|t| &t.kind))
    })
    .of("mentions[].time.type"),
    column(
        "time_value",
        Text,
        "TIMEX3 value of a time; a range is an ISO 8601 interval.",
        "2024-W25",
        |r| Cell::option(r.mention().time.as_ref().map(|t| &t.value)),
    ),
    column("time_start", Date, "First day of a time.", "2024-06-17", |r| {
        Cell::day(r.mention().time.as_ref().and_then(|t| t.start.as_ref()))
    }),
    column("time_end", Date, "Last day of a time.", "2024-06-23", |r| {
        Cell::day(r.mention().time.as_ref().and_then(|t| t.end.as_ref()))
    }),
    column("by", Text, "Rule or model that found it.", "atlas/name", |r| {
        Cell::text(&r.mention().by)
    }),
    column(
        "confidence",
        Float,
        "How sure its reading is, 0 to 1; unlike that of statements and events no probability.",
        "0.9",
        |r| Cell::Float(Some(r.mention().confidence)),
    ),
];
