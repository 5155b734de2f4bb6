//! International bodies with their members by date, seats, and groups.

use super::date::term;
use super::territory::{Territories, list};
use rustc_hash::FxHashMap;
use verbale_document::{ActorCode, Date, Lexicons, Row, SmolStr, TableError};

/// An international body, an armed group, a party, a company: anything with a code of its own.
#[derive(Clone, Debug)]
pub struct Body {
    /// `IGO.NATO`, `PSE.REB.HAMAS`, ...
    pub code: ActorCode,
    /// Wikidata id; empty where there is none.
    pub(crate) qid: SmolStr,
    /// Preferred name.
    pub name: SmolStr,
    /// All names that are no common words, the preferred one first.
    pub(crate) names: Vec<String>,
    /// Names that are common words as well.
    pub(crate) weak: Vec<String>,
    /// Nouns that may refer back to it: "alliance", "bloc".
    pub(crate) classes: Vec<String>,
    /// Descriptions that name it without its name.
    pub(crate) epithets: Vec<String>,
    /// Its members by date; empty for what has none.
    pub(crate) memberships: Vec<Membership>,
}

/// A set of states that were members over the same time.
#[derive(Clone, Debug)]
pub(crate) struct Membership {
    /// First day; none: before all dates that are looked up, or not known.
    pub(crate) from: Option<Date>,
    /// The day on which they left, no longer members; none: still members.
    pub(crate) to: Option<Date>,
    /// ISO 3166 alpha-3 codes.
    pub(crate) members: Vec<SmolStr>,
}

impl Body {
    /// Codes of the states that are members at `date` (without a date: those that never left),
    /// sorted.
    pub fn members(&self, date: Option<Date>) -> Vec<ActorCode> {
        let holds = |m: &&Membership| match date {
            Some(d) => m.from.is_none_or(|f| f <= d) && m.to.is_none_or(|t| d < t),
            None => m.to.is_none(),
        };
        let members = self.memberships.iter().filter(holds).flat_map(|m| m.members.iter());
        let mut codes: Vec<_> = members.map(|m| ActorCode::new(m.clone())).collect();
        codes.sort();
        codes.dedup();
        codes
    }
}

fn bodies_of(
    lexicons: &Lexicons,
    table: &str,
    territories: &Territories,
) -> Result<Vec<Body>, TableError> {
    let table = lexicons.table(table, &["code", "name", "aliases", "weak", "classes"])?;
    let read = |row: Row| {
        territories.check_code(&row, "code")?;
        body(&row, ActorCode::new(row.required("code")?))
    };
    table.rows().map(read).collect()
}

/// A row as a body with a code.
pub(crate) fn body(row: &Row, code: ActorCode) -> Result<Body, TableError> {
    let weak = list(row.get("weak"));
    let mut names = vec![row.required("name")?.to_string()];
    names.extend(list(row.get("aliases")));
    names.retain(|n| !weak.contains(n));
    Ok(Body {
        code,
        qid: row.get("qid").into(),
        name: row.get("name").into(),
        names,
        weak,
        classes: list(row.get("classes")),
        epithets: list(row.get("epithets")),
        memberships: Vec::new(),
    })
}

/// International bodies with their memberships.
pub(crate) fn bodies(
    lexicons: &Lexicons,
    territories: &Territories,
) -> Result<Vec<Body>, TableError> {
    let mut bodies = bodies_of(lexicons, "bodies.tsv", territories)?;
    let at: FxHashMap<SmolStr, usize> =
        bodies.iter().enumerate().map(|(i, b)| (b.code.as_str().into(), i)).rev().collect();
    for table in ["memberships.tsv", "memberships_2026.tsv"] {
        let table = lexicons.table(table, &["code", "from", "to", "status", "members"])?;
        for row in table.rows() {
            let code = row.get("code");
            let Some(body) = at.get(code).map(|i| &mut bodies[*i]) else {
                return Err(row.error(format!("no body has the code `{code}`")));
            };
            let (from, to) = term(&row)?;
            let members = || row.get("members").split_whitespace();
            members().try_for_each(|member| territories.known(&row, member))?;
            if row.get("status") == "member" {
                let members = members().map(SmolStr::new).collect();
                body.memberships.push(Membership { from, to, members });
            }
        }
    }
    Ok(bodies)
}

/// Armed groups, parties, companies, NGOs.
pub(crate) fn groups(
    lexicons: &Lexicons,
    territories: &Territories,
) -> Result<Vec<Body>, TableError> {
    bodies_of(lexicons, "groups.tsv", territories)
}

/// A name that stands for a government or one of its arms.
#[derive(Clone, Debug)]
pub struct Seat {
    /// As texts have it: "Kremlin".
    pub name: String,
    /// Of the government, or of its arm: `RUS.GOV`.
    pub code: ActorCode,
    /// Name of what it stands for: "Government of Russia".
    pub label: SmolStr,
    /// A town, and so a place as well.
    pub town: bool,
    /// A name that other states have for other organs, and that means this one in a story at home there.
    pub home: bool,
    /// First day on which the name has this meaning; none: it always had.
    pub from: Option<Date>,
    /// Last day; none: it still has.
    pub(crate) to: Option<Date>,
    /// A state (ISO 3166 alpha-3): where the document names it, the row does not hold; else empty.
    pub unless: SmolStr,
}

impl Seat {
    /// Whether the name has this meaning at `date` (without a date: whether it still has).
    pub fn at(&self, date: Option<Date>) -> bool {
        let Some(date) = date else { return self.to.is_none() };
        self.from.is_none_or(|from| from <= date) && self.to.is_none_or(|to| date <= to)
    }
}

/// Seats and organs; the capitals are added by the atlas.
pub(crate) fn seats(
    lexicons: &Lexicons,
    territories: &Territories,
) -> Result<Vec<Seat>, TableError> {
    let table = lexicons.table("seats.tsv", &["name", "code", "label"])?;
    let seat = |row: Row| {
        let (from, to) = term(&row)?;
        territories.check_code(&row, "code")?;
        Ok(Seat {
            name: row.required("name")?.to_string(),
            code: ActorCode::new(row.get("code")),
            label: row.required("label")?.into(),
            town: row.get("kind") == "town",
            home: row.get("kind") == "home",
            from,
            to,
            unless: territories.state(&row, "unless")?.into(),
        })
    };
    table.rows().map(seat).collect()
}
