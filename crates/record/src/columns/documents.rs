//! Columns of `documents`.

use super::Kind::{Int, List, Text};
use super::{Cell, Column, column};

pub(super) const COLUMNS: &[Column] = &[
    column("doc_key", Text, "Key of the document in every collection.", |r| {
        Cell::text(&r.record.doc.key)
    }),
    column("doc_id", Text, "Label of the document.", |r| Cell::text(&r.record.doc.id)),
    column("path", Text, "File it was read from.", |r| Cell::option(r.record.doc.path.as_ref())),
    column("url", Text, "Address it was read from.", |r| Cell::option(r.record.doc.url.as_ref())),
    column("canonical_url", Text, "Address that the page names as its own.", |r| {
        Cell::option(r.record.doc.canonical_url.as_ref())
    }),
    column("outlet", Text, "Who publishes it.", |r| {
        Cell::option(r.record.doc.outlet.as_ref().map(|o| &o.name))
    }),
    column("outlet_country", Text, "The outlet's state, ISO 3166 alpha-3.", |r| {
        Cell::option(r.record.doc.outlet.as_ref().and_then(|o| o.country.as_ref()))
    }),
    column("agencies", List, "Wire services credited, in order.", |r| {
        Cell::list(r.record.doc.agencies.iter().map(|a| &a.name))
    }),
    column("byline", Text, "Authors.", |r| Cell::option(r.record.doc.byline.as_ref())),
    column("title", Text, "Headline.", |r| Cell::option(r.record.doc.title.as_ref())),
    column("language", Text, "ISO 639-1.", |r| Cell::option(r.record.doc.language.as_ref())),
    column("published_at", Text, "When it was published: RFC 3339 or a plain date.", |r| {
        Cell::option(r.record.doc.published_at.as_ref())
    }),
    column("n_mentions", Int, "Mentions in its record.", |r| {
        Cell::int(r.record.mentions.len() as i64)
    }),
    column("n_statements", Int, "Statements in its record.", |r| {
        Cell::int(r.record.statements.len() as i64)
    }),
    column("n_events", Int, "Events in its record.", |r| Cell::int(r.record.events.len() as i64)),
    column("sha256", Text, "SHA-256 of its text.", |r| Cell::text(&r.record.doc.sha256)),
    column("text", Text, "Its text, into which all offsets point.", |r| {
        Cell::text(&r.record.doc.text)
    }),
    column("version", Text, "Version of Verbale that made the record.", |r| {
        Cell::text(&r.record.version)
    }),
];
