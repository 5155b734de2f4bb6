//! Columns of `mentions`.

use super::Kind::{Float, Int, List, Text};
use super::{Cell, Column, column};

pub(super) const COLUMNS: &[Column] = &[
    column("doc_key", Text, "Key of the document.", |r| Cell::text(&r.record.doc.key)),
    column("doc_id", Text, "Label of the document.", |r| Cell::text(&r.record.doc.id)),
    column("mention_id", Text, "Id in its document.", |r| Cell::text(&r.mention().id)),
    column("kind", Text, "What it is: see the values of `mentions[].kind`.", |r| {
        Cell::text(&r.mention().kind)
    }),
    column("form", Text, "How it is expressed: see the values of `mentions[].form`.", |r| {
        Cell::text(&r.mention().form)
    }),
    column("start", Int, "First code point.", |r| Cell::int(r.mention().span.start)),
    column("end", Int, "One past the last code point.", |r| Cell::int(r.mention().span.end)),
    column("text", Text, "Its words.", |r| Cell::text(&r.mention().text)),
    column("entity", Text, "Wikidata id, else an own id.", |r| {
        Cell::option(r.mention().entity.as_ref())
    }),
    column("code", Text, "Actor code at the document's date.", |r| {
        Cell::option(r.mention().code.as_ref())
    }),
    column("name", Text, "Preferred name.", |r| Cell::option(r.mention().name.as_ref())),
    column("chain", Text, "Coreference chain in its document.", |r| {
        Cell::option(r.mention().chain.as_ref())
    }),
    column("members", List, "Codes of a group's members at the document's date.", |r| {
        Cell::list(&r.mention().members)
    }),
    column("geonameid", Int, "GeoNames id of a place.", |r| {
        Cell::Int(r.mention().place.as_ref().and_then(|p| p.geonameid).map(i64::from))
    }),
    column("place", Text, "GeoNames name of a place.", |r| {
        Cell::option(r.mention().place.as_ref().map(|p| &p.name))
    }),
    column("place_country", Text, "State that a place is in, ISO 3166 alpha-3.", |r| {
        Cell::option(r.mention().place.as_ref().and_then(|p| p.country.as_ref()))
    }),
    column("lat", Float, "Degrees north.", |r| {
        Cell::Float(r.mention().place.as_ref().map(|p| p.lat))
    }),
    column("lon", Float, "Degrees east.", |r| {
        Cell::Float(r.mention().place.as_ref().map(|p| p.lon))
    }),
    column("time_type", Text, "TIMEX3 type of a time.", |r| {
        Cell::option(r.mention().time.as_ref().map(|t| &t.kind))
    }),
    column("time_value", Text, "TIMEX3 value of a time.", |r| {
        Cell::option(r.mention().time.as_ref().map(|t| &t.value))
    }),
    column("time_start", Text, "First day of a time.", |r| {
        Cell::option(r.mention().time.as_ref().and_then(|t| t.start.as_ref()))
    }),
    column("time_end", Text, "Last day of a time.", |r| {
        Cell::option(r.mention().time.as_ref().and_then(|t| t.end.as_ref()))
    }),
    column("by", Text, "Rule or model that found it.", |r| Cell::text(&r.mention().by)),
    column("confidence", Float, "0 to 1.", |r| Cell::Float(Some(r.mention().confidence))),
];
