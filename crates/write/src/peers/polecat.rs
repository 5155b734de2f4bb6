//! The columns of the weekly files of POLECAT (Harvard Dataverse, doi:10.7910/DVN/AJGVIT), 40 of them below
//! a line of names, tab-separated. Lists have `;` between their items.

use super::dyad::Dyad;
use super::{Column, column, empty, maybe, text};
use verbale_record::columns::Cell;

/// The columns in order, in groups.
pub(super) const COLUMNS: &[&[Column]] = &[EVENT, ACTOR, RECIPIENT, PLACE, STORY];

const EVENT: &[Column] = &[
    column("Event ID", |d| text(&d.id())),
    column("Event Date", |d| maybe(d.day())),
    column("Event Type", |d| text(&d.event.kind)),
    column("Event Mode", |d| maybe(d.event.mode.as_deref())),
    column("Intensity", |d| Cell::Float(Some(d.event.intensity))),
    column("Quad Code", |d| text(quad(d.event.quad))),
    column("Contexts", |d| text(&d.event.contexts.join(";"))),
];

/// The columns of one side of a dyad.
macro_rules! side {
    ($who:literal, $side:ident) => {
        &[
            column(concat!($who, " Name"), |d| maybe(d.$side.name())),
            column(concat!($who, " Country"), |d| text(d.$side.code.plover_country())),
            column(concat!($who, " COW"), |d| text(d.$side.code.cow())),
            column(concat!("Primary ", $who, " Sector"), |d| text(d.$side.code.sector())),
            column(concat!($who, " Sectors"), |d| text(d.$side.code.sector())),
            column(concat!($who, " Title"), |d| maybe(d.title(d.$side))),
            column(concat!($who, " Name Raw"), |d| maybe(d.$side.who.map(|p| p.text.as_str()))),
            empty(concat!("Wikipedia ", $who, " ID")),
        ]
    };
}

const ACTOR: &[Column] = side!("Actor", actor);
const RECIPIENT: &[Column] = side!("Recipient", recipient);

const PLACE: &[Column] = &[
    column("Placename", |d| maybe(d.site().and_then(|p| p.name.as_deref()))),
    column("City", |d| name_of(d, &["city", "capital"])),
    column("District", |d| name_of(d, &["county"])),
    column("Province", |d| maybe(d.place().and_then(|p| p.admin1.as_deref()))),
    column("Country", |d| maybe(d.site().and_then(|p| p.country.as_deref()))),
    column("Latitude", |d| Cell::Float(d.site().and_then(|p| p.lat))),
    column("Longitude", |d| Cell::Float(d.site().and_then(|p| p.lon))),
    column("GeoNames ID", |d| Cell::Int(d.site().and_then(|p| p.geonameid).map(i64::from))),
    column("Raw Placename", |d| maybe(d.site().map(|p| p.text.as_str()))),
    empty("Feature Type"),
];

const STORY: &[Column] = &[
    column("Source", |d| maybe(d.record.doc.outlet.as_ref().map(|o| o.name.as_str()))),
    column("Publication Date", |d| {
        maybe(d.record.doc.published_at.as_ref().and_then(|at| at.get(..10)))
    }),
    column("Story People", |d| text(&d.named.people)),
    column("Story Organizations", |d| text(&d.named.organizations)),
    column("Story Locations", |d| text(&d.named.locations)),
    column("Language", |d| maybe(d.record.doc.language.as_deref())),
    column("Version", |d| text(&version(d))),
];

/// The place of an event, where it is of one of these kinds.
fn name_of(dyad: &Dyad, kinds: &[&str]) -> Cell {
    maybe(dyad.place().filter(|p| kinds.contains(&p.kind.as_str())).map(|p| p.name.as_str()))
}

fn quad(class: u8) -> &'static str {
    match class {
        1 => "VERBAL COOPERATION",
        2 => "MATERIAL COOPERATION",
        3 => "VERBAL CONFLICT",
        4 => "MATERIAL CONFLICT",
        _ => "",
    }
}

/// What coded the row: the program and its version. A row that is somebody's word says `claim` behind them:
/// it is the coding of another question, and who keeps to one version keeps to one of the two.
fn version(dyad: &Dyad) -> String {
    let claim = if dyad.event.according_to.is_empty() { "" } else { " claim" };
    format!("verbale {}{claim}", dyad.record.version)
}
