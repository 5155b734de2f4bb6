//! Office holders by name and date.

use crate::date::{first_day, last_day};
use crate::fold::fold;
use crate::territory::list;
use rustc_hash::FxHashMap;
use verbale_document::{ActorCode, Date, Gender, Lexicons, SmolStr, TableError};

/// One person in one office.
#[derive(Clone, Debug)]
pub(crate) struct Tenure {
    pub office: SmolStr,
    pub country: SmolStr,
    pub from: Option<Date>,
    pub to: Option<Date>,
    /// The day up to which an open end is known to hold.
    pub as_of: Option<Date>,
    pub source: SmolStr,
}

/// A person and the offices held.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub name: SmolStr,
    pub names: Vec<String>,
    pub qid: SmolStr,
    pub gender: Option<Gender>,
    pub tenures: Vec<Tenure>,
}

/// Whether a tenure ran at a day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Held {
    No,
    /// Open at the end, and the day is past what the source knows.
    Perhaps,
    Yes,
}

/// Offices that one person of a state holds at a time, and whose holders are named by surname.
pub(crate) const CHIEF: &[&str] =
    &["GOV.PRES", "GOV.PM", "GOV.MFA", "GOV.HOS", "GOV.MOD", "GOV.MOI", "GOV.FIN"];

impl Tenure {
    pub(crate) fn at(&self, date: Date) -> Held {
        if self.from.is_some_and(|f| date < f) || self.to.is_some_and(|t| date > t) {
            Held::No
        } else if self.to.is_some() || self.as_of.is_none_or(|known| date <= known) {
            Held::Yes
        } else {
            Held::Perhaps
        }
    }

    /// `RUS.GOV.MFA`, or the body's code.
    pub(crate) fn code(&self) -> ActorCode {
        if self.country.is_empty() {
            return ActorCode::new(self.office.clone());
        }
        ActorCode::new(format!("{}.{}", self.country, self.office))
    }

    /// Whether one holds it alone: head of state, of government, minister; head of a body.
    pub(crate) fn is_chief(&self) -> bool {
        self.country.is_empty() || CHIEF.contains(&self.office.as_str())
    }

    /// Of two offices at once, the one that names its holder.
    fn rank(&self) -> usize {
        CHIEF.iter().position(|o| *o == self.office).unwrap_or(CHIEF.len())
    }
}

impl Person {
    /// The office at `date` that says most; without a date, the latest.
    pub(crate) fn office(&self, date: Option<Date>) -> Option<(&Tenure, Held)> {
        let Some(date) = date else {
            return self.tenures.iter().max_by_key(|t| t.from).map(|t| (t, Held::Yes));
        };
        let held = self.tenures.iter().map(|t| (t, t.at(date))).filter(|(_, h)| *h != Held::No);
        held.max_by_key(|(t, h)| (*h, std::cmp::Reverse(t.rank()), t.from))
    }

    /// The code at `date`: the office if the source knows it, the state's government if the tenure
    /// may have ended since, `ISO3.ELI` for a former holder, the state alone before any office.
    pub(crate) fn code(&self, date: Option<Date>) -> Option<ActorCode> {
        match self.office(date) {
            Some((t, Held::Yes)) => Some(t.code()),
            Some((t, _)) if t.country.is_empty() => Some(t.code()),
            Some((t, _)) => {
                let sector = t.office.split('.').next().unwrap_or_default();
                Some(ActorCode::new(format!("{}.{sector}", t.country)))
            }
            None => self.out_of_office(date?),
        }
    }

    fn out_of_office(&self, date: Date) -> Option<ActorCode> {
        let country = self.country()?;
        let past = self.tenures.iter().any(|t| t.to.is_some_and(|to| to < date));
        Some(ActorCode::new(if past { format!("{country}.ELI") } else { country.to_string() }))
    }

    /// The state of the latest office.
    pub(crate) fn country(&self) -> Option<SmolStr> {
        let of_states = self.tenures.iter().filter(|t| !t.country.is_empty());
        of_states.max_by_key(|t| t.from).map(|t| t.country.clone())
    }

    /// Whether a chief office certainly ran at `date`.
    pub(crate) fn is_chief_at(&self, date: Date) -> bool {
        self.tenures.iter().any(|t| t.is_chief() && t.at(date) == Held::Yes)
    }
}

/// All persons, and who bears a surname.
pub(crate) struct Persons {
    pub rows: Vec<Person>,
    by_short: FxHashMap<String, Vec<u32>>,
}

impl Persons {
    pub(crate) fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let table = lexicons.table("persons.tsv", &["name", "country", "office", "from", "to"])?;
        let mut rows: Vec<Person> = Vec::new();
        let mut by_key: FxHashMap<String, usize> = FxHashMap::default();
        for row in table.rows() {
            let (name, qid) = (row.get("name"), row.get("qid"));
            let own = || format!("{}/{}", fold(name), row.get("country"));
            let key = if qid.is_empty() { own() } else { qid.to_string() };
            let at = *by_key.entry(key).or_insert(rows.len());
            if at == rows.len() {
                rows.push(person(&row));
            }
            rows[at].tenures.push(tenure(&row));
        }
        let by_short = short_names(&rows);
        Ok(Persons { rows, by_short })
    }

    /// Persons with this surname (folded), or family name where that comes first.
    pub(crate) fn called(&self, key: &str) -> impl Iterator<Item = usize> + '_ {
        self.by_short.get(key).map_or(&[][..], Vec::as_slice).iter().map(|i| *i as usize)
    }
}

fn person(row: &verbale_document::Row) -> Person {
    let mut names = vec![row.get("name").to_string()];
    names.extend(list(row.get("aliases")));
    let gender = match row.get("gender") {
        "m" => Some(Gender::Masculine),
        "f" => Some(Gender::Feminine),
        _ => None,
    };
    let (name, qid) = (row.get("name").into(), row.get("qid").into());
    Person { name, names, qid, gender, tenures: Vec::new() }
}

fn tenure(row: &verbale_document::Row) -> Tenure {
    let source = row.get("source");
    Tenure {
        office: row.get("office").into(),
        country: row.get("country").into(),
        from: first_day(row.get("from")),
        to: last_day(row.get("to")),
        as_of: source.split_whitespace().last().and_then(last_day),
        source: source.into(),
    }
}

/// States whose people put the family name first.
const FAMILY_FIRST: &[&str] = &["CHN", "TWN", "HKG", "KOR", "PRK", "SGP", "KHM"];

fn short_names(rows: &[Person]) -> FxHashMap<String, Vec<u32>> {
    let mut by_short: FxHashMap<String, Vec<u32>> = FxHashMap::default();
    for (i, person) in rows.iter().enumerate() {
        let family_first = person.country().is_some_and(|c| FAMILY_FIRST.contains(&c.as_str()));
        for name in &person.names {
            let (first, rest) = name.split_once(' ').unwrap_or((name, name));
            let last = name.rsplit(' ').next().unwrap_or(name);
            for short in if family_first { [first, first] } else { [last, rest] } {
                let bearers = by_short.entry(fold(short)).or_default();
                if bearers.last() != Some(&(i as u32)) {
                    bearers.push(i as u32);
                }
            }
        }
    }
    by_short
}
