//! Regions, seas and facilities: places that are no towns and no states; and names that only look
//! like those of states.

use super::territory::{Territories, list, point};
use verbale_document::{Lexicons, Place, SmolStr, TableError};

/// A region, sea or facility.
#[derive(Clone, Debug)]
pub struct Region {
    /// All names, the preferred one first.
    pub(crate) names: Vec<String>,
    /// Its adjective and people: "Bavarian".
    pub(crate) adjectives: Vec<String>,
    /// Where it is; its `country` is the one state in which it lies, where there is one.
    pub place: Place,
}

/// A name that holds a state's or town's name and stands for neither: "Real Madrid", "South
/// American".
#[derive(Clone, Debug)]
pub struct Other {
    /// The whole name.
    pub(crate) name: String,
    /// Whether it is an organisation, and so a mention of its own.
    pub organisation: bool,
}

/// All names that look like actors and are none.
pub(crate) fn others(lexicons: &Lexicons) -> Result<Vec<Other>, TableError> {
    let table = lexicons.table("others.tsv", &["name", "kind"])?;
    let other = |row: verbale_document::Row| {
        let organisation = row.get("kind") == "organisation";
        Ok(Other { name: row.required("name")?.to_string(), organisation })
    };
    table.rows().map(other).collect()
}

/// All regions.
pub(crate) fn regions(
    lexicons: &Lexicons,
    territories: &Territories,
) -> Result<Vec<Region>, TableError> {
    let table = lexicons.table("regions.tsv", &["name", "aliases", "kind", "lat", "lon"])?;
    let mut all = Vec::new();
    for row in table.rows() {
        let (lat, lon) = point(&row)?;
        let mut names = vec![row.required("name")?.to_string()];
        names.extend(list(row.get("aliases")));
        let country =
            Some(SmolStr::new(territories.state(&row, "country")?)).filter(|c| !c.is_empty());
        let place = Place {
            geonameid: row.get("geonameid").parse().ok(),
            name: row.get("name").into(),
            lat,
            lon,
            country,
            admin1: None,
            kind: row.get("kind").into(),
        };
        all.push(Region { names, adjectives: list(row.get("adjectives")), place });
    }
    Ok(all)
}
