//! A report as stories see it: a vector a field.

use super::counts::Counts;
use super::terms::Terms;
use super::vector::Vector;
use crate::Report;
use crate::report::{day_number, days_of_era};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What a report's own day counts for among the days that it names, where another counts for 1.
const NEAR: f32 = 0.35;
/// Terms of one field by which a report can be found again.
const RAREST: usize = 30;

/// The vectors of a report, weighed as the window was when it came.
#[derive(Serialize, Deserialize)]
pub(crate) struct Profile {
    /// Its day, in days of the common era; that of its batch where it has none.
    pub(crate) day: i32,
    /// Whether it has a day of its own.
    pub(crate) dated: bool,
    pub(crate) words: Vector,
    pub(crate) lead: Vector,
    pub(crate) title: Vector,
    /// Not of length 1: each term has its worth.
    pub(crate) pairs: Vector,
    pub(crate) pairs_length: f32,
    pub(crate) persons: Vector,
    pub(crate) places: Vector,
    pub(crate) events: Vector,
    /// Not of length 1.
    pub(crate) days: Vector,
    /// GeoNames ids, sorted.
    pub(crate) towns: Vec<u32>,
    /// Names of countries, as hashes, sorted.
    pub(crate) countries: Vec<u32>,
    /// By what it is found: terms and their worth, in rising order of terms.
    pub(crate) rarest: Vec<(u32, f32)>,
}

impl Profile {
    pub(crate) fn new(report: &Report, terms: &Terms, counts: &Counts, day: i32) -> Self {
        let weigh = |field: &FxHashMap<u32, u32>| {
            let weight = |n: u32, worth: f32| (1.0 + (n as f32).ln()) * worth;
            Vector::new(field.iter().map(|(t, n)| (*t, weight(*n, counts.worth(*t)))).collect())
        };
        let worth = |field: &FxHashMap<u32, u32>| {
            Vector::new(field.keys().map(|t| (*t, counts.worth(*t))).collect())
        };
        let pairs = worth(&terms.pairs);
        let words = weigh(&terms.words);
        let found = [(&words, &terms.words), (&pairs, &terms.pairs)];
        let mut rarest: Vec<u32> = found.iter().flat_map(|(v, n)| best(v, n)).collect();
        rarest.extend(terms.persons.keys().chain(terms.places.keys()));
        rarest.sort_unstable();
        let towns = report.names.iter().filter(|n| n.town).filter_map(|n| n.geonameid);
        Profile {
            day,
            dated: report.day().is_some(),
            words: words.unit(),
            lead: weigh(&terms.lead).unit(),
            title: weigh(&terms.title).unit(),
            pairs_length: pairs.length(),
            pairs,
            persons: weigh(&terms.persons).unit(),
            places: weigh(&terms.places).unit(),
            events: weigh(&terms.events).unit(),
            days: days(report),
            towns: towns.collect::<BTreeSet<_>>().into_iter().collect(),
            countries: sorted(&terms.countries),
            rarest: rarest.into_iter().map(|t| (t, counts.worth(t))).collect(),
        }
    }
}

/// The days that a report names. That it names its own day or the one before says little: all of that
/// day do.
fn days(report: &Report) -> Vector {
    let own = day_number(report);
    let alone = 1.0 / (report.days.len().max(1) as f32).sqrt();
    let weight = |day: i32| match own {
        Some(own) if day.abs_diff(own) <= 1 => NEAR * alone,
        _ => alone,
    };
    let named = report.days.iter().filter_map(|day| day.parse().ok()).map(days_of_era);
    Vector::new(named.map(|day| (day.unsigned_abs(), weight(day))).collect())
}

fn sorted(terms: &FxHashMap<u32, u32>) -> Vec<u32> {
    let mut all: Vec<u32> = terms.keys().copied().collect();
    all.sort_unstable();
    all
}

/// The heaviest terms of a field: worth times how often.
fn best(field: &Vector, count: &FxHashMap<u32, u32>) -> Vec<u32> {
    let n = |t: u32| 1.0 + (count.get(&t).copied().unwrap_or(1) as f32).ln();
    let mut all: Vec<(u32, f32)> = field.terms().map(|(t, w)| (t, w * n(t))).collect();
    all.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    all.truncate(RAREST);
    all.into_iter().map(|(t, _)| t).collect()
}
