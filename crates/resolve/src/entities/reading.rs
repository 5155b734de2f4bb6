//! Readings of a name as a place, and how well two of them go together.

use verbale_atlas::tables::place::{Kind, Spot};
use verbale_document::SmolStr;

/// What speaks for a reading by itself: people, for each power of ten, and a capital.
pub(super) const SIZE: f64 = 1.5;
const CAPITAL: f64 = 1.0;
/// A state is likelier than a town of its size; a county and a division less so, least a county
/// without that word.
pub(super) const STATE: f64 = 2.5;
const COUNTY: f64 = 1.5;
const BARE: f64 = 4.0;
const DIVISION: f64 = 2.0;
/// How well two places go together: a place and its state, its division, another of its division,
/// of its state; near to it; beyond a border; two states; two divisions side by side.
const OF_STATE: f64 = 0.5;
const OF_DIVISION: f64 = 1.5;
const ONE_DIVISION: f64 = 0.8;
const ONE_STATE: f64 = 0.05;
const NEARBY: f64 = 1.3;
const ABROAD: f64 = 0.7;
const STATES: f64 = 0.7;
const KIN: f64 = 0.6;

/// What a name may mean.
#[derive(Clone, Debug)]
pub(super) enum Reading {
    Spot(Spot),
    State,
    /// A region, which has no other reading.
    Region,
}

/// A reading, where it lies, and how much speaks for it.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub reading: Reading,
    iso3: SmolStr,
    /// Code of its division; empty for states.
    admin1: SmolStr,
    /// On the unit sphere.
    at: [f64; 3],
    pub alone: f64,
    /// What the other names add.
    pub support: f64,
    /// How likely it is, 0..1.
    pub share: f64,
}

impl Candidate {
    pub(super) fn new(
        reading: Reading,
        iso3: SmolStr,
        admin1: SmolStr,
        at: [f64; 3],
        alone: f64,
    ) -> Self {
        Candidate { reading, iso3, admin1, at, alone, support: 0.0, share: 0.0 }
    }

    pub(super) fn spot(spot: Spot) -> Self {
        let people = SIZE * f64::from(spot.population.max(1)).log10();
        let alone = match spot.kind {
            Kind::Town => people,
            Kind::Capital => people + CAPITAL,
            Kind::County => people - if spot.bare { BARE } else { COUNTY },
            Kind::Division => people - DIVISION,
        };
        let at = on_sphere(spot.lat, spot.lon);
        let (iso3, admin1) = (spot.iso3.clone(), spot.admin1.clone());
        Candidate::new(Reading::Spot(spot), iso3, admin1, at, alone)
    }

    /// How well two places go together, 0 to some 2.
    pub(super) fn closeness(&self, other: &Candidate, beside: bool) -> f64 {
        let kin = if beside && self.is_division() && other.is_division() { KIN } else { 0.0 };
        if matches!((&self.reading, &other.reading), (Reading::State, Reading::State)) {
            return STATES;
        }
        kin + self.nearness(other)
    }

    fn is_division(&self) -> bool {
        matches!(&self.reading, Reading::Spot(spot) if spot.kind == Kind::Division)
    }

    fn nearness(&self, other: &Candidate) -> f64 {
        let apart: f64 = self.at.iter().zip(other.at).map(|(a, b)| (a - b) * (a - b)).sum();
        let near = 1.0 / (1.0 + apart / (REACH));
        if self.iso3 != other.iso3 {
            return ABROAD * near;
        }
        match &other.reading {
            Reading::State | Reading::Region => OF_STATE,
            Reading::Spot(spot) if self.admin1 == other.admin1 => match spot.kind {
                Kind::Division => OF_DIVISION,
                _ => ONE_DIVISION + NEARBY * near,
            },
            Reading::Spot(_) => ONE_STATE + NEARBY * near,
        }
    }
}

/// The square of some 60 km on the unit sphere.
const REACH: f64 = 1e-4;

pub(super) fn on_sphere(lat: f64, lon: f64) -> [f64; 3] {
    let (lat, lon) = (lat.to_radians(), lon.to_radians());
    [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
}
