//! An office holder at a date.

use super::date::last_day;
use super::territory::parts;
use verbale_document::{ActorCode, Date, Gender};

/// One person in one office.
#[derive(Clone, Copy, Debug)]
pub struct Tenure<'t> {
    /// What follows the state in an actor code (`GOV.MFA`), or the code of a body (`IGO.OPEC`).
    pub(crate) office: &'t str,
    /// ISO 3166 alpha-3; empty for the office of a body.
    pub(crate) country: &'t str,
    /// First day in office.
    pub(crate) from: Option<Date>,
    /// Last day in office; none: open at the date of the source.
    pub(crate) to: Option<Date>,
    /// Where the row is from, and when that was true: "curated 2026-11".
    pub(crate) source: &'t str,
}

/// A person and the offices held.
#[derive(Clone, Debug)]
pub struct Person<'t> {
    /// Preferred name.
    pub(crate) name: &'t str,
    /// Other names, between bars.
    pub(crate) aliases: &'t str,
    /// Wikidata id; empty where there is none.
    pub(crate) qid: &'t str,
    /// None where the table does not say.
    pub(crate) gender: Option<Gender>,
    /// Offices in the order of the table.
    pub(crate) tenures: Vec<Tenure<'t>>,
}

/// Whether a tenure ran at a day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Held {
    /// Not begun, or over.
    No,
    /// Open at the end, and the day is past what the source knows.
    Perhaps,
    /// Between its ends, or open and within what the source knows.
    Yes,
}

/// Offices that one person of a state holds at a time, and whose holders are named by surname.
pub(crate) const CHIEF: &[&str] =
    &["GOV.PRES", "GOV.PM", "GOV.MFA", "GOV.HOS", "GOV.MOD", "GOV.MOI", "GOV.FIN"];

impl Tenure<'_> {
    /// The day up to which an open end is known to hold.
    fn as_of(&self) -> Option<Date> {
        self.source.split_whitespace().last().and_then(last_day)
    }

    /// Whether it ran at `date`.
    pub(crate) fn at(&self, date: Date) -> Held {
        if self.from.is_some_and(|f| date < f) || self.to.is_some_and(|t| date > t) {
            Held::No
        } else if self.to.is_some() || self.as_of().is_none_or(|known| date <= known) {
            Held::Yes
        } else {
            Held::Perhaps
        }
    }

    /// `RUS.GOV.MFA`, or the body's code.
    pub fn code(&self) -> ActorCode {
        if self.country.is_empty() {
            return ActorCode::new(self.office);
        }
        ActorCode::new(format!("{}.{}", self.country, self.office))
    }

    /// Whether one holds it alone: head of state, of government, minister; head of a body.
    pub(crate) fn is_chief(&self) -> bool {
        self.country.is_empty() || CHIEF.contains(&self.office)
    }

    /// Of two offices at once, the one that names its holder.
    fn rank(&self) -> usize {
        CHIEF.iter().position(|o| *o == self.office).unwrap_or(CHIEF.len())
    }
}

impl<'t> Person<'t> {
    /// The name, then others by which the person is known.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'t str> {
        [self.name].into_iter().chain(parts(self.aliases))
    }

    /// The office at `date` that says most, and whether it ran then; without a date, the latest,
    /// taken as held.
    pub fn office(&self, date: Option<Date>) -> Option<(&Tenure<'t>, Held)> {
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

    /// The state of the latest office of a state, ISO 3166 alpha-3.
    pub fn country(&self) -> Option<&'t str> {
        let of_states = self.tenures.iter().filter(|t| !t.country.is_empty());
        of_states.max_by_key(|t| t.from).map(|t| t.country)
    }

    /// Whether the state or its government was headed less than `years` before `date`, and no more.
    pub fn led_lately(&self, date: Date, years: i16) -> bool {
        let led = |t: &&Tenure<'t>| matches!(t.office, "GOV.PRES" | "GOV.PM" | "GOV.HOS");
        let ends = self.tenures.iter().filter(led).filter_map(|t| t.to);
        ends.max().is_some_and(|to| to < date && to.year() + years >= date.year())
    }

    /// Whether a chief office certainly ran at `date`.
    pub fn is_chief_at(&self, date: Date) -> bool {
        self.tenures.iter().any(|t| t.is_chief() && t.at(date) == Held::Yes)
    }
}
