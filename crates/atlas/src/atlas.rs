//! The atlas as a whole.

use crate::built_in;
use crate::place_words::PlaceWords;
use crate::role::Roles;
use crate::tables::body::{Body, Seat};
use crate::tables::gazetteer::Gazetteer;
use crate::tables::index::Index;
use crate::tables::key::key;
use crate::tables::known::Known;
use crate::tables::names::Names;
use crate::tables::outlet::Outlet;
use crate::tables::party::Parties;
use crate::tables::persons::Persons;
use crate::tables::place::{Kind, Places};
use crate::tables::region::{Other, Region};
use crate::tables::short::Short;
use crate::tables::territory::{Territories, parts};
use rustc_hash::FxHashMap;
use verbale_document::{Lexicons, Place, TableError};

/// Who is who. Immutable; share it between threads.
pub struct Atlas {
    /// States and territories.
    pub territories: Territories,
    /// International bodies.
    pub bodies: Vec<Body>,
    /// Armed groups, parties, companies, NGOs of political news.
    pub groups: Vec<Body>,
    /// Outlets and wire services.
    pub outlets: Vec<Outlet>,
    /// Names that stand for a government, capitals among them.
    pub seats: Vec<Seat>,
    /// Parties by state.
    pub parties: Parties,
    /// Office holders.
    pub persons: Persons,
    /// Towns, counties and divisions.
    pub places: Places,
    /// Regions, seas and facilities.
    pub regions: Vec<Region>,
    /// Where a people lives or a bloc is, by the key of its name.
    pub(crate) homelands: FxHashMap<String, Place>,
    /// Names that only look like those of states or towns.
    pub others: Vec<Other>,
    /// Role nouns.
    pub roles: Roles,
    /// Words for kinds of place.
    pub place_words: PlaceWords,
    /// Names as they are written, to be found in running text.
    pub names: Gazetteer,
    folded: Index,
}

impl Atlas {
    /// The built-in tables.
    pub fn builtin() -> Self {
        Atlas::new(&built_in::lexicons()).expect("the built-in tables are sound")
    }

    /// Reads every table of [`crate::lexicons`].
    ///
    /// # Errors
    /// A table that is missing or cannot be read; names it and the line.
    pub fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let short = Short::new(lexicons)?;
        let Names { written, folded, parties, persons } = built_in::names(lexicons, &short)?;
        let Short { territories, bodies, groups, outlets, seats, regions, others } = short;
        let mut atlas = Atlas {
            bodies,
            groups,
            outlets,
            seats,
            parties: Parties::new(lexicons, &territories, parties)?,
            persons,
            places: Places::new(lexicons, built_in::places(lexicons, &territories)?)?,
            regions,
            homelands: FxHashMap::default(),
            others,
            roles: Roles::new(lexicons)?,
            place_words: PlaceWords::new(lexicons)?,
            names: written,
            folded,
            territories,
        };
        atlas.add_homelands(lexicons)?;
        Ok(atlas)
    }

    /// Peoples of divisions and regions.
    fn add_homelands(&mut self, lexicons: &Lexicons) -> Result<(), TableError> {
        for row in lexicons.table("demonyms.tsv", &["iso3", "name", "demonyms"])?.rows() {
            let (iso3, name) = (row.get("iso3"), row.get("name"));
            let region = self.regions.iter().find(|r| iso3.is_empty() && r.place.name == name);
            let mut spots = self.places.named(name);
            let division = spots.find(|s| s.iso3 == iso3 && s.kind == Kind::Division);
            let place = match (region, division) {
                (Some(region), _) => region.place.clone(),
                (None, Some(division)) => self.places.place(&division),
                (None, None) => return Err(row.error(format!("no region or division `{name}`"))),
            };
            for demonym in parts(row.get("demonyms")) {
                self.homelands.insert(key(demonym), place.clone());
            }
        }
        Ok(())
    }

    /// What bears a folded name, those that win over others first.
    pub fn known(&self, folded: &str) -> impl Iterator<Item = Known> + '_ {
        self.folded.get(folded).map(Known::from_number)
    }

    /// Whether anything bears a folded name.
    pub fn knows(&self, folded: &str) -> bool {
        self.folded.has(folded)
    }
}
