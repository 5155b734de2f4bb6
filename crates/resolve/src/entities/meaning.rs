//! Names whose meaning hangs on the document: seats by date, Georgia the U.S. state.

use super::find::{NameSpan, Sense};
use super::laid::Laid;
use rustc_hash::{FxHashMap, FxHashSet};
use verbale_atlas::tables::known::Known;
use verbale_atlas::tables::place::{Kind, Spot};
use verbale_document::SmolStr;
use verbale_document::folding::fold;

impl Laid<'_> {
    /// The largest place of a name, or of its first words ("Lahore airport").
    pub(super) fn largest(&self, item: &NameSpan) -> Option<Spot> {
        (item.first + 1..=item.end).rev().find_map(|end| {
            self.atlas.places.named(&self.words(item.first, end)).max_by_key(|s| s.population)
        })
    }

    /// Territories that share their name with a division of another state ("Georgia"), where the
    /// document names a town of that division, or says that it is a state of the other one, and has
    /// no word for the territory's own people or capital.
    pub(super) fn divisions_named(
        &self,
        found: &[NameSpan],
        divisions: &FxHashSet<(SmolStr, SmolStr)>,
        states: &FxHashSet<SmolStr>,
    ) -> Vec<(usize, SmolStr)> {
        let mut out: Vec<(usize, SmolStr)> = Vec::new();
        let mut at_home: FxHashMap<usize, bool> = FxHashMap::default();
        for item in found.iter().chain(&self.known) {
            let Sense::Known(Known::Territory(i)) = item.sense else { continue };
            let own = &self.atlas.territories.rows[i].iso3;
            let proper = |k: &NameSpan| match k.sense {
                Sense::Known(Known::Demonym(d)) => d == i,
                Sense::Known(Known::Seat(s)) => self.atlas.seats[s].code.country() == own.as_str(),
                _ => false,
            };
            let at_home = at_home.entry(i).or_insert_with(|| self.known.iter().any(proper));
            if *at_home || out.iter().any(|(t, _)| *t == i) {
                continue;
            }
            let mut spots =
                self.atlas.places.named(self.text(item)).filter(|s| s.kind == Kind::Division);
            let Some(division) = spots.find(|s| s.iso3 != *own) else { continue };
            let town = divisions.contains(&(division.iso3.clone(), division.admin1.clone()));
            let of = self.word_before(item.first) == "of"
                && item.first >= 2
                && self.word(item.first - 2) == "state"
                && states.contains(&division.iso3);
            if town || of {
                out.push((i, division.iso3.clone()));
            }
        }
        out
    }

    /// What a seat's name stands for at the document's date and among the states it speaks of.
    pub(crate) fn seat(&self, at: usize) -> usize {
        let date = self.doc.meta.published_at.as_ref().map(|s| s.date);
        let outlet = self.doc.meta.outlet.as_ref().and_then(|o| o.country.as_deref());
        let mut rows = self.atlas.known(&fold(&self.atlas.seats[at].name));
        let fits = |known: Known| match known {
            Known::Seat(i) => {
                let seat = &self.atlas.seats[i];
                let named = !seat.unless.is_empty() && self.states_known(&seat.unless);
                let away = seat.home && outlet != Some(seat.code.country());
                Some(i).filter(|_| seat.at(date) && !named && !away)
            }
            _ => None,
        };
        rows.find_map(fits).unwrap_or(at)
    }

    /// Which outlet of a name ("La Prensa") is meant: that of the state of which the document has most
    /// names and adjectives, else the first of the table.
    pub(crate) fn outlet(&self, at: usize) -> usize {
        let named = |i: &usize| self.times_named(self.atlas.outlets[*i].body.code.country());
        let rows: Vec<usize> = self.atlas.outlet_namesakes(at).collect();
        let most = rows.iter().rev().max_by_key(|i| named(i)).filter(|i| named(i) > 0);
        *most.unwrap_or(&at)
    }

    /// Whether the document has a state's own name or adjective.
    fn states_known(&self, iso3: &str) -> bool {
        self.times_named(iso3) > 0
    }
}
