//! Regions, seas and facilities: places that are no towns and no states.

use crate::territory::list;
use verbale_document::{Lexicons, Place, SmolStr, TableError};

/// A region.
#[derive(Clone, Debug)]
pub(crate) struct Region {
    pub names: Vec<String>,
    pub place: Place,
}

/// All regions.
pub(crate) fn regions(lexicons: &Lexicons) -> Result<Vec<Region>, TableError> {
    let table = lexicons.table("regions.tsv", &["name", "aliases", "kind", "lat", "lon"])?;
    let mut all = Vec::new();
    for row in table.rows() {
        let (Ok(lat), Ok(lon)) = (row.get("lat").parse(), row.get("lon").parse()) else {
            return Err(row.error("lat and lon must be numbers"));
        };
        let mut names = vec![row.get("name").to_string()];
        names.extend(list(row.get("aliases")));
        let country = Some(SmolStr::new(row.get("country"))).filter(|c| !c.is_empty());
        let place = Place {
            geonameid: row.get("geonameid").parse().ok(),
            name: row.get("name").into(),
            lat,
            lon,
            country,
            admin1: None,
            kind: row.get("kind").into(),
        };
        all.push(Region { names, place });
    }
    Ok(all)
}
