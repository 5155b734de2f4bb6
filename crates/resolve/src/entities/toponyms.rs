//! Where a document plays: which place each of its names means, decided for all names together.
//!
//! Every reading of a name starts with what speaks for it alone: how many people live there, and
//! what stands after the name ("Paris, Texas"). Then the readings support one another: places of
//! one division, near to each other or of a state that the document names tend to be named
//! together (Leidner 2007; Lieberman and Samet 2012). A name means one place in a document.

use super::find::{NameSpan, Sense};
use super::inner::Inner;
use super::reading::{Candidate, Reading, SIZE, STATE, on_sphere};
use super::settled::Settled;
use rustc_hash::FxHashMap;
use verbale_atlas::tables::key::key;
use verbale_atlas::tables::known::Known;
use verbale_atlas::tables::place::Spot;
use verbale_document::{Place, SmolStr, TokenIdx};

/// How many names are weighed against one another; a list of places has more.
const MOST: usize = 80;
/// How many words apart two names support each other most.
const NEAR: TokenIdx = 6;
/// How often the readings are weighed anew.
const ROUNDS: usize = 3;
/// What stands after a name and says where it lies beats all else.
const CONTAINER: f64 = 20.0;
/// Weight of what the other names add.
const SUPPORT: f64 = 5.0;
/// How much a name counts that is only inside others, and one that stands beside.
const INNER: f64 = 0.5;
const BESIDE: f64 = 2.0;
/// How flat the shares are before the names have been weighed against one another.
const WARM: f64 = 2.0;

/// A name, its readings and where it stands.
struct Named {
    candidates: Vec<Candidate>,
    mentions: Vec<TokenIdx>,
    /// Named as a place, not only inside another name.
    plain: bool,
}

/// The decision about a name.
#[derive(Clone, Debug)]
pub(crate) struct Meant {
    /// `None`: the state of that name.
    pub spot: Option<Spot>,
    /// Named as a place, not only inside another name.
    pub plain: bool,
    /// How much the document's other places speak for it.
    pub support: f64,
}

/// The places of a document by the keys of their names.
#[derive(Default)]
pub(crate) struct Toponyms {
    meant: FxHashMap<String, Meant>,
}

impl Toponyms {
    pub(crate) fn new(view: &Settled, found: &[NameSpan]) -> Self {
        let mut names = Names::default();
        found.iter().for_each(|item| names.take(view, item));
        listed(view, found).for_each(|item| names.is_state(view.text(item)));
        names.weigh();
        let mut toponyms = Toponyms::default();
        for (key, at) in names.by_key {
            let name = &names.all[at];
            let Some(best) = name.candidates.iter().max_by(|a, b| a.share.total_cmp(&b.share))
            else {
                continue;
            };
            let spot = match &best.reading {
                Reading::Spot(spot) => Some(spot.clone()),
                Reading::State => None,
                Reading::Region => continue,
            };
            toponyms.meant.insert(key, Meant { spot, plain: name.plain, support: best.support });
        }
        toponyms
    }

    /// What a name means in this document.
    pub(crate) fn meant(&self, name: &str) -> Option<&Meant> {
        self.meant.get(&key(name))
    }
}

/// Names of states in a list with another state ("Niger, Nigeria and Cameroon").
fn listed<'f>(view: &'f Settled, found: &'f [NameSpan]) -> impl Iterator<Item = &'f NameSpan> {
    let state = |item: &NameSpan| match item.sense {
        Sense::Known(Known::Territory(i)) => view.is_name_of(item, i),
        _ => false,
    };
    let joined = |a: &NameSpan, b: &NameSpan| {
        let between = a.end..b.first;
        (1..=2).contains(&between.len()) && between.into_iter().all(|t| joins(view.word(t)))
    };
    let pairs =
        found.windows(2).filter(move |w| state(&w[0]) && state(&w[1]) && joined(&w[0], &w[1]));
    pairs.flat_map(|w| w.iter())
}

fn joins(word: &str) -> bool {
    matches!(word, "," | "and" | "or" | "&")
}

/// The names of a document that may be places.
#[derive(Default)]
struct Names {
    all: Vec<Named>,
    by_key: FxHashMap<String, usize>,
}

impl Names {
    fn take(&mut self, view: &Settled, item: &NameSpan) {
        match item.sense {
            Sense::Location => {
                let spots = view.atlas.spots(view.text(item));
                if spots.is_empty() {
                    self.take_inner(view, item, true);
                } else {
                    self.spots(view, item, spots, true);
                }
            }
            Sense::Known(Known::Seat(i)) if view.atlas.seats[i].town => {
                self.spots(view, item, view.atlas.spots(view.text(item)), true);
            }
            Sense::Known(Known::Territory(i)) => self.state(view, item, i, true),
            Sense::Known(Known::Demonym(_) | Known::Region(_) | Known::Native(_))
            | Sense::Organisation(_) => {
                self.take_inner(view, item, false);
            }
            Sense::People => self.take_inner(view, item, false),
            Sense::Known(_) | Sense::Person(_) => {}
        }
    }

    fn take_inner(&mut self, view: &Settled, item: &NameSpan, plain: bool) {
        for (part, inner) in view.places_in(item) {
            match inner {
                Inner::Spots(spots) => {
                    self.spots(view, &part, spots, plain);
                }
                Inner::Territory(i) => self.state(view, &part, i, plain),
                Inner::Place(place) => {
                    if let Some(name) = self.name(place.name.to_string(), part.first, false) {
                        name.add_region(&place);
                    }
                }
            }
        }
    }

    /// A state's name, which may be another place's too, or its people's.
    fn state(&mut self, view: &Settled, item: &NameSpan, territory: usize, plain: bool) {
        let name = view.is_name_of(item, territory);
        let spots = if name { view.atlas.spots(view.text(item)) } else { Vec::new() };
        let named = if spots.is_empty() {
            let iso3 = &view.atlas.territories.rows[territory].iso3;
            self.name(iso3.to_string(), item.first, plain)
        } else {
            self.spots(view, item, spots, plain)
        };
        if let Some(named) = named {
            named.add_state(view, territory);
        }
    }

    fn spots(
        &mut self,
        view: &Settled,
        item: &NameSpan,
        spots: Vec<Spot>,
        plain: bool,
    ) -> Option<&mut Named> {
        let container = view.container(item, &spots);
        let name = self.name(key(view.text(item)), item.first, plain)?;
        if name.candidates.is_empty() {
            name.candidates.extend(spots.into_iter().map(Candidate::spot));
        }
        if let Some(container) = container {
            let held = |c: &&mut Candidate| match &c.reading {
                Reading::Spot(spot) => container.holds(spot),
                _ => false,
            };
            name.candidates.iter_mut().filter(held).for_each(|c| c.alone += CONTAINER);
        }
        Some(name)
    }

    fn name(&mut self, key: String, at: TokenIdx, plain: bool) -> Option<&mut Named> {
        let next = self.all.len();
        if next == MOST && !self.by_key.contains_key(&key) {
            return None;
        }
        let index = *self.by_key.entry(key).or_insert(next);
        if index == next {
            self.all.push(Named { candidates: Vec::new(), mentions: Vec::new(), plain });
        }
        let name = &mut self.all[index];
        name.mentions.push(at);
        name.plain |= plain;
        Some(name)
    }

    /// Lets a name mean the state of that name, if there is one.
    fn is_state(&mut self, name: &str) {
        let Some(&at) = self.by_key.get(&key(name)) else { return };
        let states = self.all[at].candidates.iter_mut();
        states.filter(|c| matches!(c.reading, Reading::State)).for_each(|c| c.alone += CONTAINER);
    }

    /// Lets the readings of all names support one another.
    fn weigh(&mut self) {
        self.all.iter_mut().for_each(|n| n.share(WARM));
        let weights: Vec<Vec<(f64, bool)>> =
            self.all.iter().map(|a| self.all.iter().map(|b| a.weight_of(b)).collect()).collect();
        for _ in 0..ROUNDS {
            for (i, weights) in weights.iter().enumerate() {
                let support: Vec<f64> =
                    self.all[i].candidates.iter().map(|c| self.support(c, i, weights)).collect();
                for (candidate, support) in self.all[i].candidates.iter_mut().zip(support) {
                    candidate.support = support;
                }
                self.all[i].share(1.0);
            }
        }
    }

    /// What all other names together say for a candidate.
    fn support(&self, candidate: &Candidate, own: usize, weights: &[(f64, bool)]) -> f64 {
        let others = self.all.iter().zip(weights).enumerate().filter(|(j, _)| *j != own);
        let each = others.map(|(_, (name, (weight, beside)))| {
            let likely = name.candidates.iter().filter(|c| c.share > 0.03);
            let closest =
                likely.map(|c| c.share * candidate.closeness(c, *beside)).fold(0.0, f64::max);
            weight * closest
        });
        each.sum()
    }
}

impl Named {
    fn add_state(&mut self, view: &Settled, territory: usize) {
        if self.candidates.iter().any(|c| matches!(c.reading, Reading::State)) {
            return;
        }
        let state = &view.atlas.territories.rows[territory];
        let at = state.place.as_ref().map_or([0.0; 3], |p| on_sphere(p.lat, p.lon));
        let reading = Reading::State;
        self.candidates.push(Candidate::new(
            reading,
            state.iso3.clone(),
            SmolStr::default(),
            at,
            SIZE * f64::from(view.atlas.places.people(&state.iso3).max(1)).log10() + STATE,
        ));
    }

    fn add_region(&mut self, place: &Place) {
        if self.candidates.is_empty() {
            let iso3 = place.country.clone().unwrap_or_default();
            let at = on_sphere(place.lat, place.lon);
            let admin1 = SmolStr::default();
            self.candidates.push(Candidate::new(Reading::Region, iso3, admin1, at, 0.0));
        }
    }

    /// Makes the scores of the candidates shares of one.
    fn share(&mut self, warmth: f64) {
        let score = |c: &Candidate| (c.alone + SUPPORT * (1.0 + c.support).ln()) / warmth;
        let best = self.candidates.iter().map(score).fold(f64::MIN, f64::max);
        let sum: f64 = self.candidates.iter().map(|c| (score(c) - best).exp()).sum();
        for candidate in &mut self.candidates {
            candidate.share = (score(candidate) - best).exp() / sum;
        }
    }

    /// How much another name counts for this one: more where it is often named, and near to it.
    fn weight_of(&self, other: &Named) -> (f64, bool) {
        let near = |at: &TokenIdx| self.mentions.iter().any(|m| m.abs_diff(*at) <= NEAR);
        let state = other.candidates.iter().any(|c| matches!(c.reading, Reading::State));
        let often = if state { 1.0 } else { 1.0 + (other.mentions.len() as f64).ln() };
        let plain = if other.plain { 1.0 } else { INNER };
        let beside = other.mentions.iter().any(near);
        (often * plain * if beside { BESIDE } else { 1.0 }, beside)
    }
}
