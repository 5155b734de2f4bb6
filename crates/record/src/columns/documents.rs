//! Columns of `documents`.

use super::Kind::{Int, List, Text};
use super::{Cell, Column, DOC_ID, DOC_KEY, PUBLISHED_AT, PUBLISHED_ON, column};

pub(super) const COLUMNS: &[Column] = &[
    DOC_KEY,
    DOC_ID,
    column("path", Text, "File it was read from.", "examples/andes-border.txt", |r| {
        Cell::option(r.record.doc.path.as_ref())
    }),
    column("url", Text, "Address it was read from.", "https://news.example/border", |r| {
        Cell::option(r.record.doc.url.as_ref())
    }),
    column(
        "canonical_url",
        Text,
        "Address that the page names as its own.",
        "https://news.example/2022/border",
        |r| Cell::option(r.record.doc.canonical_url.as_ref()),
    ),
    column("outlet", Text, "Who publishes it.", "The Andes Herald", |r| {
        Cell::option(r.record.doc.outlet.as_ref().map(|o| &o.name))
    }),
    column("outlet_country", Text, "The outlet's state, ISO 3166 alpha-3.", "PER", |r| {
        Cell::option(r.record.doc.outlet.as_ref().and_then(|o| o.country.as_ref()))
    }),
    column("agencies", List, "Wire services credited, in order.", "TASS | EFE", |r| {
        Cell::list(r.record.doc.agencies.iter().map(|a| &a.name))
    }),
    column("byline", Text, "Authors.", "Ana Torres", |r| {
        Cell::option(r.record.doc.byline.as_ref())
    }),
    column("title", Text, "Headline.", "Ecuador protests to Peru over survey teams", |r| {
        Cell::option(r.record.doc.title.as_ref())
    }),
    column("language", Text, "Its language, ISO 639-1.", "en", |r| {
        Cell::option(r.record.doc.language.as_ref())
    }),
    PUBLISHED_AT,
    PUBLISHED_ON,
    column("n_mentions", Int, "Mentions in its record.", "24", |r| {
        Cell::count(r.record.mentions.len())
    }),
    column("n_statements", Int, "Statements in its record.", "8", |r| {
        Cell::count(r.record.statements.len())
    }),
    column("n_events", Int, "Events in its record.", "6", |r| Cell::count(r.record.events.len())),
    column(
        "sha256",
        Text,
        "SHA-256 of its text, in hex.",
        "3a6eb0790f39ac87c94f3856b2dd2c5d110e6811602261a9a923d3bb23adc8b7",
        |r| Cell::text(&r.record.doc.sha256),
    ),
    column(
        "text",
        Text,
        "Its text, into which all offsets point, in code points.",
        "Ecuador accused Peru of moving survey teams across the border.",
        |r| Cell::text(&r.record.doc.text),
    ),
    column("version", Text, "Version of Verbale that made the record.", "0.1.0", |r| {
        Cell::text(&r.record.version)
    }),
];
