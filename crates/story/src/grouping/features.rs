//! In what two reports agree, and what that is worth: a linear score under the logistic function, as
//! Miranda et al. (2018) rank clusters, fitted to pairs of reports.
//!
//! The same features are written for the fit (`pairs` in `examples/`) and read when stories are made.

use super::profile::Profile;

/// The features in the order of [`features`].
pub const FEATURES: [&str; 13] = [
    "words",
    "lead",
    "title",
    "word pairs",
    "word pairs shared",
    "word pairs contained",
    "persons",
    "places",
    "events",
    "days named",
    "days apart",
    "towns differ",
    "countries differ",
];

/// Days apart that are assumed where one of the two has no date.
const UNDATED: f32 = 1.0;
/// What one rare pair of words is worth, about: the unit of what is shared.
const RARE: f32 = 8.0;

/// The features of two reports; the same whichever comes first.
pub(crate) fn features(a: &Profile, b: &Profile) -> [f32; FEATURES.len()] {
    let shared = a.pairs.shared(&b.pairs, f32::min);
    let least = a.pairs.sum().min(b.pairs.sum());
    let apart = match a.dated && b.dated {
        true => a.day.abs_diff(b.day) as f32,
        false => UNDATED,
    };
    [
        a.words.dot(&b.words),
        a.lead.dot(&b.lead),
        a.title.dot(&b.title),
        ratio(a.pairs.dot(&b.pairs), a.pairs_length * b.pairs_length),
        (shared / RARE).ln_1p(),
        ratio(shared, least),
        a.persons.dot(&b.persons),
        a.places.dot(&b.places),
        a.events.dot(&b.events),
        a.days.dot(&b.days),
        apart.ln_1p(),
        differ(&a.towns, &b.towns),
        differ(&a.countries, &b.countries),
    ]
}

/// 1 where both name some of a kind and none is the same, else 0. Both lists are sorted.
fn differ(a: &[u32], b: &[u32]) -> f32 {
    let both = !a.is_empty() && !b.is_empty();
    f32::from(u8::from(both && !a.iter().any(|name| b.binary_search(name).is_ok())))
}

fn ratio(part: f32, whole: f32) -> f32 {
    if whole > 0.0 { part / whole } else { 0.0 }
}
