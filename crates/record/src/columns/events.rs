//! Columns of `events`.

use super::Kind::{Float, Int, List, Text};
use super::{Cell, Column, codes, column, first, first_day, last, last_day, names, site, value};

pub(super) const COLUMNS: &[Column] = &[
    column("doc_key", Text, "Key of the document.", |r| Cell::text(&r.record.doc.key)),
    column("doc_id", Text, "Label of the document.", |r| Cell::text(&r.record.doc.id)),
    column("event_id", Text, "Id in its document.", |r| Cell::text(&r.event().id)),
    column("published_at", Text, "When the document was published.", |r| {
        Cell::option(r.record.doc.published_at.as_ref())
    }),
    column("date", Text, "When it happened, as a TIMEX3 value.", |r| {
        value(r.event().date.as_ref())
    }),
    column("date_start", Text, "First day of that.", |r| first_day(r.event().date.as_ref())),
    column("date_end", Text, "Last day of that.", |r| last_day(r.event().date.as_ref())),
    column("type", Text, "PLOVER type.", |r| Cell::text(&r.event().kind)),
    column("mode", Text, "PLOVER mode.", |r| Cell::option(r.event().mode.as_ref())),
    column("contexts", List, "PLOVER contexts.", |r| Cell::list(&r.event().contexts)),
    column(
        "quad",
        Int,
        "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.",
        |r| Cell::int(r.event().quad),
    ),
    column("intensity", Float, "PLOVER base score, -10 (conflict) to 10 (cooperation).", |r| {
        Cell::Float(Some(r.event().intensity))
    }),
    column("cameo", Text, "Nearest CAMEO code; leading zeros count.", |r| {
        Cell::text(&r.event().cameo)
    }),
    column("actor_codes", List, "Codes of those who act, `-` for one without.", |r| {
        codes(&r.event().actors)
    }),
    column("actors", List, "Names of those who act.", |r| names(&r.event().actors)),
    column("recipient_codes", List, "Codes of those acted upon, `-` for one without.", |r| {
        codes(&r.event().recipients)
    }),
    column("recipients", List, "Names of those acted upon.", |r| names(&r.event().recipients)),
    column(
        "according_to",
        List,
        "Statements that assert it, outermost first; none: the outlet in its own voice.",
        |r| Cell::list(&r.event().according_to),
    ),
    column("according_to_names", List, "Who makes these statements.", |r| {
        Cell::list(r.record.voices(r.event()).into_iter().map(|s| {
            let name = s.speaker.as_ref().and_then(|s| s.name.clone());
            name.unwrap_or_else(|| "unnamed".to_string())
        }))
    }),
    column("statement", Text, "The statement that the event is the making of.", |r| {
        Cell::option(r.event().statement.as_ref())
    }),
    column("polarity", Text, "`-`: the text says that it did not happen.", |r| {
        Cell::text(&r.event().polarity)
    }),
    column("modality", Text, "Told as what: see the values of `events[].modality`.", |r| {
        Cell::text(&r.event().modality)
    }),
    column("size", List, "Numbers of people: what is counted, and how many.", |r| {
        Cell::list(r.event().size.iter().map(|s| format!("{} {}", s.kind, s.value)))
    }),
    column("place", Text, "Where it happened.", |r| site(r.event().place.as_ref())),
    column("place_geonameid", Int, "GeoNames id of that.", |r| {
        Cell::Int(r.event().place.as_ref().and_then(|p| p.geonameid).map(i64::from))
    }),
    column("place_country", Text, "State of that, ISO 3166 alpha-3.", |r| {
        Cell::option(r.event().place.as_ref().and_then(|p| p.country.as_ref()))
    }),
    column("lat", Float, "Degrees north.", |r| {
        Cell::Float(r.event().place.as_ref().and_then(|p| p.lat))
    }),
    column("lon", Float, "Degrees east.", |r| {
        Cell::Float(r.event().place.as_ref().and_then(|p| p.lon))
    }),
    column("trigger", Text, "The words that name it.", |r| r.cut(&r.event().trigger)),
    column("trigger_start", Int, "First code point of these.", |r| first(&r.event().trigger)),
    column("trigger_end", Int, "One past the last code point of these.", |r| {
        last(&r.event().trigger)
    }),
    column("sentence", Text, "The sentence they stand in.", |r| r.cut(&[r.event().sentence])),
    column("by", Text, "Rule that found it.", |r| Cell::text(&r.event().by)),
    column("confidence", Float, "The probability that it is right in all, 0 to 1.", |r| {
        Cell::Float(Some(r.event().confidence))
    }),
];
