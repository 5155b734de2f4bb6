//! Columns of `events`.

use super::Kind::{Bool, Code, Date, Float, Int, List, Text};
use super::{
    Cell, Column, DOC_ID, DOC_KEY, PUBLISHED_AT, PUBLISHED_ON, codes, column, first, first_day,
    last, last_day, names, site, value,
};
use crate::Statement;

pub(super) const COLUMNS: &[Column] = &[
    DOC_KEY,
    DOC_ID,
    column("event_id", Text, "Id in its document.", "e1", |r| Cell::text(&r.event().id)),
    PUBLISHED_AT,
    PUBLISHED_ON,
    column("date", Text, "When it happened, as a TIMEX3 value.", "2022-05", |r| {
        value(r.event().date.as_ref())
    }),
    column("date_start", Date, "First day of that.", "2022-05-01", |r| {
        first_day(r.event().date.as_ref())
    }),
    column("date_end", Date, "Last day of that.", "2022-05-31", |r| {
        last_day(r.event().date.as_ref())
    }),
    column("type", Text, "PLOVER type.", "ACCUSE", |r| Cell::text(&r.event().kind))
        .of("events[].type"),
    column("mode", Text, "PLOVER mode: how it was done.", "allege", |r| {
        Cell::option(r.event().mode.as_ref())
    })
    .of("events[].mode"),
    column("contexts", List, "PLOVER contexts: what it was about.", "territory | military", |r| {
        Cell::list(&r.event().contexts)
    })
    .of("events[].contexts[]"),
    column("quad", Int, "PLOVER quad class.", "3", |r| Cell::int(r.event().quad))
        .of("events[].quad"),
    column("intensity", Float, "PLOVER base score, -10 (conflict) to 10.", "-3.5", |r| {
        Cell::Float(Some(r.event().intensity))
    }),
    column("cameo", Code, "Nearest CAMEO code; leading zeros count.", "057", |r| {
        Cell::text(&r.event().cameo)
    }),
    column("actor_codes", List, "Codes of those who act, beside `actors`.", "PER | ECU", |r| {
        codes(&r.event().actors)
    })
    .of("code"),
    column("actors", List, "Names of those who act.", "Peru | Ecuador", |r| {
        names(&r.event().actors)
    }),
    column(
        "recipient_codes",
        List,
        "Codes of those acted upon, beside `recipients`.",
        "COL",
        |r| codes(&r.event().recipients),
    )
    .of("code"),
    column("recipients", List, "Names of those acted upon.", "Colombia", |r| {
        names(&r.event().recipients)
    }),
    column(
        "claim",
        Bool,
        "Whether it is somebody's claim; false where the outlet tells it in its own voice.",
        "TRUE",
        |r| Cell::Bool(Some(r.event().is_claim())),
    ),
    column(
        "according_to",
        List,
        "Statements that assert it, outermost first (table `voices`); none where the outlet does.",
        "s3 | s4",
        |r| Cell::list(&r.event().according_to),
    ),
    column(
        "according_to_names",
        List,
        "Who makes these statements; `unnamed` where the text does not say.",
        "Tendai Moyo | José Chikwanda",
        |r| Cell::list(r.record.voices(r.event()).into_iter().map(speaker)),
    ),
    column(
        "statement",
        Text,
        "The statement that it is the making of: an ACCUSE and its accusation.",
        "s1",
        |r| Cell::option(r.event().statement.as_ref()),
    ),
    column("polarity", Text, "Whether it happened.", "+", |r| Cell::text(&r.event().polarity))
        .of("events[].polarity"),
    column("modality", Text, "Told as what.", "actual", |r| Cell::text(&r.event().modality))
        .of("events[].modality"),
    column("size", List, "Numbers of people: what is counted, and how many.", "killed 4", |r| {
        Cell::list(r.event().size.iter().map(|s| format!("{} {}", s.kind, s.value)))
    })
    .of("events[].size[].kind"),
    column("place", Text, "Where it happened.", "Macará", |r| site(r.event().place.as_ref())),
    column("place_geonameid", Int, "GeoNames id of that.", "3654410", |r| {
        Cell::Int(r.event().place.as_ref().and_then(|p| p.geonameid).map(i64::from))
    }),
    column("place_country", Text, "State of that, ISO 3166 alpha-3.", "ECU", |r| {
        Cell::option(r.event().place.as_ref().and_then(|p| p.country.as_ref()))
    }),
    column("lat", Float, "Degrees north.", "-4.38", |r| {
        Cell::Float(r.event().place.as_ref().and_then(|p| p.lat))
    }),
    column("lon", Float, "Degrees east.", "-79.94", |r| {
        Cell::Float(r.event().place.as_ref().and_then(|p| p.lon))
    }),
    column("trigger", Text, "The words that name it.", "accused", |r| r.cut(&r.event().trigger)),
    column("trigger_start", Int, "First code point of these.", "116", |r| {
        first(&r.event().trigger)
    }),
    column("trigger_end", Int, "One past the last code point of these.", "123", |r| {
        last(&r.event().trigger)
    }),
    column(
        "sentence",
        Text,
        "The sentence they stand in.",
        "Ecuador accused Peru of moving survey teams across the border.",
        |r| r.cut(&[r.event().sentence]),
    ),
    column("by", Text, "Rule that found it.", "events.tsv:accuse", |r| Cell::text(&r.event().by)),
    column(
        "confidence",
        Float,
        "The probability that it is right in all, 0 to 1 (docs/confidence.md).",
        "0.65",
        |r| Cell::Float(Some(r.event().confidence)),
    ),
];

fn speaker(statement: &Statement) -> String {
    let name = statement.speaker.as_ref().and_then(|s| s.name.clone());
    name.unwrap_or_else(|| "unnamed".to_string())
}
