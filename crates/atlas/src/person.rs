//! Office holders by name and date.

use crate::date::{first_day, last_day};
use crate::fold::fold;
use crate::territory::list;
use rustc_hash::FxHashMap;
use verbale_document::{ActorCode, Date, Lexicons, SmolStr, TableError};

/// One person in one office.
#[derive(Clone, Debug)]
pub(crate) struct Tenure {
    pub office: SmolStr,
    pub country: SmolStr,
    pub from: Option<Date>,
    pub to: Option<Date>,
    /// The year and month up to which an open end is known to hold.
    pub as_of: Option<Date>,
    pub source: SmolStr,
}

/// A person and the offices held.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub name: SmolStr,
    pub names: Vec<String>,
    pub qid: SmolStr,
    pub tenures: Vec<Tenure>,
}

impl Tenure {
    /// Whether it ran at `date`: `Some(true)` certainly, `Some(false)` perhaps (open, and `date` is
    /// past what the source knows), `None` no.
    pub(crate) fn at(&self, date: Date) -> Option<bool> {
        if self.from.is_some_and(|f| date < f) || self.to.is_some_and(|t| date > t) {
            return None;
        }
        Some(self.to.is_some() || self.as_of.is_none_or(|known| date <= known))
    }

    /// `RUS.GOV.MFA`, or the body's code.
    pub(crate) fn code(&self) -> ActorCode {
        if self.country.is_empty() {
            return ActorCode::new(self.office.clone());
        }
        ActorCode::new(format!("{}.{}", self.country, self.office))
    }
}

impl Person {
    /// The code at `date`: the office if the source knows it, `ISO3.GOV` if the tenure may have
    /// ended since, `ISO3.ELI` for a former holder; without a date, that of the latest office.
    pub(crate) fn code(&self, date: Option<Date>) -> Option<ActorCode> {
        let latest = self.tenures.iter().max_by_key(|t| t.from)?;
        let Some(date) = date else { return Some(latest.code()) };
        let certain = self.tenures.iter().filter(|t| t.at(date) == Some(true));
        if let Some(tenure) = certain.max_by_key(|t| t.from) {
            return Some(tenure.code());
        }
        let perhaps = self.tenures.iter().find(|t| t.at(date) == Some(false));
        match perhaps {
            Some(t) if t.country.is_empty() => Some(t.code()),
            Some(t) => Some(ActorCode::new(format!("{}.GOV", t.country))),
            None => self.country().map(|c| ActorCode::new(format!("{c}.ELI"))),
        }
    }

    /// The state of the latest office.
    pub(crate) fn country(&self) -> Option<SmolStr> {
        let latest = self.tenures.iter().max_by_key(|t| t.from)?;
        (!latest.country.is_empty()).then(|| latest.country.clone())
    }

    /// Whether some office ran, or may have run, at `date`.
    pub(crate) fn serves(&self, date: Date) -> bool {
        self.tenures.iter().any(|t| t.at(date).is_some())
    }
}

/// Folded surname to the persons that bear it.
pub(crate) type BySurname = FxHashMap<String, Vec<usize>>;

/// All persons, and who bears a surname.
pub(crate) fn persons(lexicons: &Lexicons) -> Result<(Vec<Person>, BySurname), TableError> {
    let table = lexicons.table("persons.tsv", &["name", "country", "office", "from", "to"])?;
    let mut all: Vec<Person> = Vec::new();
    let mut by_key: FxHashMap<String, usize> = FxHashMap::default();
    for row in table.rows() {
        let (name, qid) = (row.get("name"), row.get("qid"));
        let at = *by_key.entry(fold(name)).or_insert(all.len());
        if at == all.len() {
            let names = vec![name.to_string()];
            all.push(Person { name: name.into(), names, qid: qid.into(), tenures: vec![] });
        }
        let person = &mut all[at];
        person.names.extend(list(row.get("aliases")).into_iter().filter(|a| a != name));
        if person.qid.is_empty() {
            person.qid = qid.into();
        }
        person.tenures.push(tenure(&row));
        for alias in list(row.get("aliases")) {
            by_key.entry(fold(&alias)).or_insert(at);
        }
    }
    let by_surname = surnames(&all);
    Ok((all, by_surname))
}

fn tenure(row: &verbale_document::Row) -> Tenure {
    let source = row.get("source");
    let as_of = source.split_whitespace().last().and_then(last_day);
    Tenure {
        office: row.get("office").into(),
        country: row.get("country").into(),
        from: first_day(row.get("from")),
        to: last_day(row.get("to")),
        as_of,
        source: source.into(),
    }
}

fn surnames(all: &[Person]) -> BySurname {
    let mut by_surname = BySurname::default();
    for (i, person) in all.iter().enumerate() {
        for name in &person.names {
            let surname = fold(name.rsplit(' ').next().unwrap_or(name));
            let bearers = by_surname.entry(surname).or_default();
            if !bearers.contains(&i) {
                bearers.push(i);
            }
        }
    }
    by_surname
}
