//! The columns of the event table of GDELT 2.0 (event code book 2.0, 19 February 2015), 61 of them without
//! a line of names, tab-separated.
//!
//! Quad classes follow the root of the CAMEO code, as they do there; PLOVER's of the record may be others.
//! `FractionDate` is computed as published files have it, with the month counted from 0; the code book's
//! formula counts it from 1.

use super::codes::{goldstein, state};
use super::dyad::Dyad;
use super::{Column, column, empty, text};
use verbale_record::columns::Cell;
use verbale_record::ids;

/// The columns in order, in groups.
pub(super) const COLUMNS: &[&[Column]] =
    &[DATE, ACTOR1, ACTOR2, EVENT, GEO1, GEO2, ACTION_GEO, SOURCE];

const DATE: &[Column] = &[
    column("GLOBALEVENTID", |d| Cell::Int(Some(number(&d.id())))),
    column("SQLDATE", |d| part(d.day(), 8)),
    column("MonthYear", |d| part(shared(d, 7), 6)),
    column("Year", |d| part(shared(d, 4), 4)),
    column("FractionDate", |d| Cell::Float(d.day().and_then(fraction))),
];

/// The columns of one side of a dyad.
macro_rules! side {
    ($who:literal, $side:ident) => {
        &[
            column(concat!($who, "Code"), |d| text(&d.$side.code.cameo())),
            column(concat!($who, "Name"), |d| {
                text(&d.$side.name().unwrap_or_default().to_uppercase())
            }),
            column(concat!($who, "CountryCode"), |d| text(d.$side.code.state())),
            column(concat!($who, "KnownGroupCode"), |d| text(d.$side.code.group())),
            empty(concat!($who, "EthnicCode")),
            empty(concat!($who, "Religion1Code")),
            empty(concat!($who, "Religion2Code")),
            column(concat!($who, "Type1Code"), |d| text(d.$side.code.cameo_type())),
            empty(concat!($who, "Type2Code")),
            empty(concat!($who, "Type3Code")),
        ]
    };
}

const ACTOR1: &[Column] = side!("Actor1", actor);
const ACTOR2: &[Column] = side!("Actor2", recipient);

const EVENT: &[Column] = &[
    column("IsRootEvent", |d| Cell::Int(Some(d.leads().into()))),
    column("EventCode", |d| text(&d.event.cameo)),
    column("EventBaseCode", |d| text(begin(&d.event.cameo, 3))),
    column("EventRootCode", |d| text(begin(&d.event.cameo, 2))),
    column("QuadClass", |d| Cell::Int(quad(&d.event.cameo))),
    column("GoldsteinScale", |d| Cell::Float(goldstein(&d.event.cameo))),
    column("NumMentions", |_| Cell::Int(Some(1))),
    column("NumSources", |_| Cell::Int(Some(1))),
    column("NumArticles", |_| Cell::Int(Some(1))),
    empty("AvgTone"),
];

/// The columns of where an actor is at home, which is not measured.
macro_rules! nowhere {
    ($who:literal) => {
        &[
            empty(concat!($who, "_Type")),
            empty(concat!($who, "_FullName")),
            empty(concat!($who, "_CountryCode")),
            empty(concat!($who, "_ADM1Code")),
            empty(concat!($who, "_ADM2Code")),
            empty(concat!($who, "_Lat")),
            empty(concat!($who, "_Long")),
            empty(concat!($who, "_FeatureID")),
        ]
    };
}

const GEO1: &[Column] = nowhere!("Actor1Geo");
const GEO2: &[Column] = nowhere!("Actor2Geo");

const ACTION_GEO: &[Column] = &[
    column("ActionGeo_Type", |d| Cell::Int(resolution(d))),
    column("ActionGeo_FullName", |d| text(&full_name(d))),
    column("ActionGeo_CountryCode", |d| {
        let country = d.site().and_then(|p| p.country.as_deref());
        text(country.and_then(state).unwrap_or_default().fips)
    }),
    empty("ActionGeo_ADM1Code"),
    empty("ActionGeo_ADM2Code"),
    column("ActionGeo_Lat", |d| Cell::Float(d.site().and_then(|p| p.lat))),
    column("ActionGeo_Long", |d| Cell::Float(d.site().and_then(|p| p.lon))),
    empty("ActionGeo_FeatureID"),
];

const SOURCE: &[Column] = &[
    empty("DATEADDED"),
    column("SOURCEURL", |d| {
        let doc = &d.record.doc;
        text(doc.canonical_url.as_ref().or(doc.url.as_ref()).unwrap_or(&doc.id))
    }),
];

/// A whole number for an id, the same in every run: 52 bits of its hash, which a double holds as well.
fn number(id: &str) -> i64 {
    i64::from_str_radix(&ids::text_hash(id)[..13], 16).expect("a hash is hex")
}

/// What the first day of the event and its last begin with, where it is the same: its year, its month.
fn shared<'r>(dyad: &Dyad<'r>, letters: usize) -> Option<&'r str> {
    let (first, last) = dyad.days()?;
    first.get(..letters).filter(|begin| last.starts_with(begin))
}

/// Digits of a day as a number: `2024-04-11` is 20240411 with 8 of them, 2024 with 4.
fn part(day: Option<&str>, digits: usize) -> Cell {
    let number = day.map(|day| day.replace('-', ""));
    Cell::Int(number.and_then(|n| n.get(..digits)?.parse().ok()))
}

/// The year, and the part of it that is over, to four digits.
fn fraction(day: &str) -> Option<f64> {
    let number = |from: usize, to: usize| day.get(from..to)?.parse::<f64>().ok();
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let over = ((month - 1.0) * 30.0 + day) / 365.0;
    Some(((year + over) * 10_000.0).round() / 10_000.0)
}

fn begin(code: &str, digits: usize) -> &str {
    code.get(..digits).unwrap_or(code)
}

/// The quad class of the root of a CAMEO code.
fn quad(cameo: &str) -> Option<i64> {
    match begin(cameo, 2).parse::<u8>().ok()? {
        1..=5 => Some(1),
        6..=9 => Some(2),
        10..=14 => Some(3),
        15..=20 => Some(4),
        _ => None,
    }
}

/// How fine the place is: 0 none, 1 a state, 3 a town or landmark in the United States, 4 elsewhere. Of a
/// sea, and of a region, which may be no division of a state, it is not measured.
fn resolution(dyad: &Dyad) -> Option<i64> {
    let Some(place) = dyad.place() else { return dyad.site().is_none().then_some(0) };
    match place.kind.as_str() {
        "country" => Some(1),
        "city" | "capital" | "facility" if place.country.as_deref() == Some("USA") => Some(3),
        "city" | "capital" | "facility" => Some(4),
        _ => None,
    }
}

/// Town, division, state.
fn full_name(dyad: &Dyad) -> String {
    let Some(site) = dyad.site() else { return String::new() };
    let country = site.country.as_deref().and_then(state).map(|s| s.name.to_string());
    let division = dyad.place().and_then(|p| p.admin1.clone());
    let mut parts: Vec<String> = Vec::new();
    for part in [site.name.clone(), division, country].into_iter().flatten() {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions_of_years_are_those_of_published_files() {
        // Days and fractions of GDELT's own table.
        for (day, published) in [
            ("2016-07-01", 2016.4959),
            ("2017-06-01", 2017.4137),
            ("2017-06-24", 2017.4767),
            ("2007-07-04", 2007.5041),
        ] {
            assert_eq!(fraction(day), Some(published), "{day}");
        }
        assert_eq!(fraction("2016"), None);
    }

    #[test]
    fn numbers_of_ids_are_whole_also_as_doubles() {
        for id in ["k#e1.1", "k#e1.2", "k#e2.1"] {
            let n = number(id);
            assert!(n > 0 && n < 1 << 52);
            assert_eq!(n as f64 as i64, n);
        }
        assert_ne!(number("k#e1.1"), number("k#e1.2"));
    }

    #[test]
    fn quad_classes_follow_the_root() {
        let classes = ["057", "0871", "112", "141", "190"].map(quad);
        assert_eq!(classes, [1, 2, 3, 3, 4].map(Some));
        assert_eq!(quad("x"), None);
    }
}
