//! Which states a document speaks of, and where: the reading of "police" or of an ambiguous town
//! hangs on it.

use super::find::{NameSpan, Sense};
use super::placed::{
    acts_upon, behind_comma, is_counterparty, is_in_subject, is_local, rules_over,
};
use super::settled::Settled;
use super::toponyms::Toponyms;
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;
use verbale_atlas::tables::known::Known;
use verbale_atlas::tables::place::{Kind, Spot};
use verbale_document::is_state;
use verbale_document::{SectionKind, Sentence, SmolStr, TokenIdx};

/// How many words before its sentence a state still tells where something takes place.
const LATELY: TokenIdx = 60;
/// What being at home in a state is worth, in thousandths of all names of states.
const HOME: u32 = 300;
/// A town of this many people is known by its name alone.
const LARGE: u32 = 100_000;
/// How many more times a state counts of which the story's first sentence speaks.
const TOPIC: u32 = 2;
/// Of so few names of states no state is the one of the story.
const FEW: u32 = 3;
/// How often a state is named in a story that speaks of it.
const OFTEN: u32 = 3;

/// States of a document by position.
#[derive(Default)]
pub(crate) struct Context {
    /// Token and ISO3 of every state named, in order.
    states: Vec<(TokenIdx, SmolStr)>,
    /// Tokens of names of small towns, which may be another state's.
    doubtful: FxHashSet<TokenIdx>,
    /// Those named by a name of a place or organ, and not by people's adjectives alone.
    lands: FxHashSet<SmolStr>,
    /// How often each is named, itself or by an office holder of its.
    counts: BTreeMap<SmolStr, u32>,
    /// Sum of the counts.
    total: u32,
    /// The state of which, or of whose people, the first sentence speaks.
    topic: Option<SmolStr>,
    /// The state of the dateline.
    dateline: Option<SmolStr>,
    /// The state of the outlet, for which its ministers and police need no name.
    outlet: Option<SmolStr>,
    /// What the names of places mean.
    pub toponyms: Toponyms,
}

impl Context {
    pub(crate) fn new(view: &Settled, found: &[NameSpan]) -> Self {
        let abroad = |domain: &SmolStr| view.tables.words.abroad.contains(domain.as_str());
        let outlet = view.doc.meta.outlet.as_ref();
        let outlet = outlet.filter(|o| !o.domain.as_ref().is_some_and(abroad));
        let outlet = outlet.and_then(|o| o.country.clone());
        let toponyms = Toponyms::new(view, found);
        let mut context = Context { toponyms, outlet, ..Context::default() };
        for item in found {
            if let Sense::Person(Some(person)) = item.sense
                && let Some(state) = view.atlas.persons.get(person).country()
            {
                context.count(SmolStr::new(state));
            }
            if let Some(state) = context.state(view, item, found) {
                context.add(item.first, state.clone());
                if !matches!(item.sense, Sense::Known(Known::Demonym(_))) {
                    context.lands.insert(state.clone());
                }
                if context.is_small(view, item) {
                    context.doubtful.insert(item.first);
                }
                let at = view.doc.section_at(item.span.start);
                if at == SectionKind::Dateline && context.dateline.is_none() {
                    context.dateline = Some(state);
                }
            }
        }
        if context.writes_from_seat(view, found)
            && let Some(seat) = context.dateline.take()
        {
            context.states.retain(|(_, state)| *state != seat);
            context.total -= context.counts.remove(&seat).unwrap_or(0);
        }
        // A newspaper that names its own state may begin with another.
        let named = context.outlet.as_ref().is_some_and(|o| context.counts.contains_key(o));
        context.topic = if named { None } else { context.topic(view) };
        if context.states.is_empty() && context.outlet.is_none() {
            found.iter().for_each(|item| context.add_of_group(view, item));
        }
        context
    }

    /// "GENEVA – The World Health Organization has sent a team to Congo": whether the dateline tells no more than where a
    /// body sits that acts elsewhere: its state is not named again, another one is, and the body is named first of all.
    fn writes_from_seat(&self, view: &Settled, found: &[NameSpan]) -> bool {
        let Some(state) = &self.dateline else { return false };
        let again = self.counts.get(state).is_some_and(|count| *count > 1);
        let section = |item: &&NameSpan| view.doc.section_at(item.span.start);
        let first = found.iter().find(|item| is_told(section(item)));
        let international = |i: usize| view.atlas.bodies[i].code.country() == "IGO";
        let body = first.is_some_and(
            |item| matches!(item.sense, Sense::Known(Known::Body(i)) if international(i)),
        );
        !again && body && self.counts.len() > 1
    }

    /// In a story from nowhere that names no state, that of its parties is the one of which it speaks; armed groups
    /// fight in others.
    fn add_of_group(&mut self, view: &Settled, item: &NameSpan) {
        if let Sense::Known(Known::Group(i)) = item.sense {
            let code = &view.atlas.groups[i].code;
            let party = matches!(code.sector(), Some("PTY" | "OPP"));
            let state = code.state().filter(|_| party).map(SmolStr::from);
            state.into_iter().for_each(|state| self.add(item.first, state));
        }
    }

    /// The state that a name tells of.
    fn state(&self, view: &Settled, item: &NameSpan, found: &[NameSpan]) -> Option<SmolStr> {
        let meant = || self.toponyms.meant(view.text(item)).and_then(|m| m.spot.as_ref());
        match item.sense {
            Sense::Known(Known::Region(i) | Known::Native(i)) => {
                view.atlas.regions[i].place.country.clone()
            }
            Sense::Known(Known::Seat(i)) if view.atlas.seats[i].town && meant().is_some() => {
                meant().map(|s| s.iso3.clone())
            }
            Sense::Known(Known::Seat(i)) if view.atlas.seats[i].home => None,
            // "Supreme Court" tells of no state, nor does a short form whose long one is of that kind.
            Sense::Known(Known::Seat(_)) if view.is_common_organ(item) => None,
            Sense::Known(Known::Seat(i)) if view.is_short_organ(item, i, found) => None,
            Sense::Known(Known::Seat(i)) => {
                let seat = &view.atlas.seats[view.seat(i)];
                Some(SmolStr::new(seat.code.country())).filter(|code| is_state(code))
            }
            Sense::Known(Known::Territory(_)) if meant().is_some() => {
                meant().map(|s| s.iso3.clone())
            }
            Sense::Known(Known::Territory(_) | Known::Demonym(_)) => view.state_of(item),
            Sense::Location => meant().map(|s| s.iso3.clone()).or_else(|| behind_comma(view, item)),
            _ => None,
        }
    }

    /// Whether a name is that of a town that few people know.
    fn is_small(&self, view: &Settled, item: &NameSpan) -> bool {
        let spot = self.toponyms.meant(view.text(item)).and_then(|m| m.spot.as_ref());
        let town = |s: &Spot| !matches!(s.kind, Kind::Division | Kind::Capital);
        item.sense == Sense::Location && spot.is_some_and(|s| town(s) && s.population < LARGE)
    }

    /// Whether a state that is named at `at` by a small town alone is none of those of the story.
    pub(crate) fn is_stray(&self, at: TokenIdx, state: &SmolStr) -> bool {
        let once = || self.counts.get(state).is_none_or(|count| *count < 2);
        let firm = |(t, named): &(TokenIdx, SmolStr)| named == state && !self.doubtful.contains(t);
        let few = || self.counts.get(state).is_none_or(|count| *count < OFTEN);
        let alone = once() || few() && !self.states.iter().any(firm);
        let elsewhere = || self.home().is_some_and(|home| home != state);
        self.doubtful.contains(&at) && alone && elsewhere()
    }

    fn add(&mut self, at: TokenIdx, state: SmolStr) {
        self.count(state.clone());
        self.states.push((at, state));
    }

    fn count(&mut self, state: SmolStr) {
        *self.counts.entry(state).or_insert(0) += 1;
        self.total += 1;
    }

    /// Share of a state among all mentions of states, 0..1.
    pub(crate) fn share(&self, iso3: &str) -> f64 {
        let count = self.counts.get(iso3).copied().unwrap_or(0);
        f64::from(count) / f64::from(self.total.max(1))
    }

    /// How much speaks for a state where several share a name: its share in thousandths, and being the
    /// one where the story is at home.
    pub(crate) fn weight(&self, iso3: &str) -> u32 {
        let home = self.home().is_some_and(|h| h == iso3);
        (1000.0 * self.share(iso3)) as u32 + if home { HOME } else { 0 }
    }

    /// The state whose name stands in the subject of the first sentence of the story.
    fn topic(&self, view: &Settled) -> Option<SmolStr> {
        let sentences = view.doc.sentences.as_deref().unwrap_or(&[]);
        let body = |s: &&Sentence| is_told(view.doc.section_at(s.span.start));
        let first = sentences.iter().find(body)?.tokens.clone();
        let named = self.between(first.start, first.end).iter();
        let mut told = named.filter(|(t, _)| is_in_subject(view, *t));
        told.next().map(|(_, state)| state.clone())
    }

    /// How much the story speaks of a state: how often it is named, and more where it begins with it.
    fn score(&self, state: &SmolStr) -> u32 {
        let count = self.counts.get(state).copied().unwrap_or(0);
        count + if self.topic.as_ref() == Some(state) { TOPIC } else { 0 }
    }

    /// The state that most mentions are of, where there is one.
    pub(crate) fn main(&self) -> Option<&SmolStr> {
        let state = self.counts.keys().max_by_key(|state| self.score(state))?;
        let total = self.total + if self.topic.is_some() { TOPIC } else { 0 };
        let score = self.score(state);
        (score >= 2 && 2 * score >= total).then_some(state)
    }

    /// The state that most mentions are of; of several, the one that is named first.
    pub(crate) fn leading(&self) -> Option<&SmolStr> {
        let most = self.counts.keys().map(|state| self.score(state)).max()?;
        self.states.iter().map(|(_, state)| state).find(|state| self.score(state) == most)
    }

    /// The outlet's state, where the document names it a third as often as any other: its own
    /// ministers need no state before them.
    fn domestic(&self) -> Option<&SmolStr> {
        let outlet = self.outlet.as_ref()?;
        let most = self.counts.values().max()?;
        self.counts.get(outlet).filter(|count| **count * 3 >= *most).map(|_| outlet)
    }

    /// The state of the dateline, else the outlet's where the document speaks of it, else the one
    /// that it is about or, where it never names the outlet's, speaks of most, else the outlet's.
    pub(crate) fn home(&self) -> Option<&SmolStr> {
        let told = self.dateline.as_ref().or_else(|| self.domestic()).or_else(|| self.main());
        told.or_else(|| self.abroad()).or(self.outlet.as_ref()).or_else(|| self.leading())
    }

    /// The home of officials and organs whose state nobody names: a newspaper does not name its own, as long
    /// as it speaks of it no less than of where a dateline abroad says that it writes from. A story from abroad names
    /// the land; people's adjectives alone ("Palestinian flags") put no minister there.
    fn office_home(&self) -> Option<&SmolStr> {
        let count = |state: &SmolStr| self.counts.get(state).copied().unwrap_or(0);
        let topic = |state: &SmolStr| self.topic.as_ref() == Some(state);
        let land = |s: &&SmolStr| self.outlet.is_none() || self.lands.contains(*s) || topic(s);
        let away = |own: &&SmolStr| {
            let at = self.dateline.as_ref().filter(|at| at != own);
            at.is_some_and(|at| count(own) >= count(at))
        };
        let told = self.domestic().filter(away).or_else(|| self.home());
        told.filter(land).or(self.outlet.as_ref()).or(told)
    }

    /// The home of officials, else the state spoken of most, of those that fit.
    pub(crate) fn office_home_of(&self, fits: impl Fn(&str) -> bool) -> Option<&SmolStr> {
        self.office_home().filter(|state| fits(state)).or_else(|| self.home_of(fits))
    }

    /// The home, else the state spoken of most, of those that fit.
    pub(crate) fn home_of(&self, fits: impl Fn(&str) -> bool) -> Option<&SmolStr> {
        let most = || {
            let often = |state: &&SmolStr| self.counts.get(*state).is_some_and(|c| *c > 1);
            let named = self.states.iter().map(|(_, state)| state).filter(often);
            let named = named.filter(|state| fits(state));
            named.rev().max_by_key(|state| self.counts.get(*state))
        };
        self.home().filter(|state| fits(state)).or_else(most)
    }

    /// The state named most, in a story that never names the outlet's own.
    fn abroad(&self) -> Option<&SmolStr> {
        let named = self.outlet.as_ref().is_some_and(|o| self.counts.contains_key(o));
        let often = |state: &&SmolStr| self.counts.get(*state).is_some_and(|c| *c >= OFTEN);
        self.leading().filter(often).filter(|state| !named && self.leads_alone(state))
    }

    /// Whether what is told at `at` plays in a state: the sentence says "in" it, the dateline, or most
    /// of the story is of it.
    pub(crate) fn plays_in(&self, view: &Settled, at: TokenIdx, state: &SmolStr) -> bool {
        let span = view.tokens[at as usize].span;
        let sentences = view.doc.sentences.as_deref().unwrap_or(&[]);
        let sentence = view.doc.sentence_at(span.start).map(|s| &sentences[s as usize]);
        let named = sentence.map_or(&[][..], |s| self.between(s.tokens.start, s.tokens.end));
        let here = |(t, named): &(TokenIdx, SmolStr)| named == state && is_local(view, *t);
        named.iter().any(here)
            || self.dateline.as_ref() == Some(state)
            || self.domestic() == Some(state)
            || self.total > FEW && self.main() == Some(state)
            || self.leads_alone(state)
    }

    /// Whether a state is named more often than any other.
    fn leads_alone(&self, state: &SmolStr) -> bool {
        let own = self.counts.get(state).copied().unwrap_or(0);
        own > 0 && self.counts.iter().all(|(other, count)| other == state || *count < own)
    }

    /// States named from `first` to before `end`, in order.
    pub(crate) fn between(&self, first: TokenIdx, end: TokenIdx) -> &[(TokenIdx, SmolStr)] {
        let from = self.states.partition_point(|(at, _)| *at < first);
        let to = self.states.partition_point(|(at, _)| *at < end);
        &self.states[from..to.max(from)]
    }

    /// The state in which what is told at `at` takes place, by the words around: named with "in"
    /// in the sentence, else the nearest before it, else where the story comes from or is about, else
    /// the last one named.
    pub(crate) fn local(&self, view: &Settled, at: TokenIdx) -> Option<&SmolStr> {
        self.near(view, at, false, false)
    }

    /// The same for "the government": of whoever does something to it, or between it and others, it would be
    /// "its".
    pub(crate) fn of_government(&self, view: &Settled, at: TokenIdx) -> Option<&SmolStr> {
        self.near(view, at, false, true)
    }

    /// Whether the sentence of the word at `at` names a state before it.
    pub(crate) fn is_named_beside(&self, view: &Settled, at: TokenIdx) -> bool {
        let sentences = view.doc.sentences.as_deref().unwrap_or(&[]);
        let sentence = view.doc.sentence_at(view.tokens[at as usize].span.start);
        let first = sentence.map_or(at, |s| sentences[s as usize].tokens.start);
        !self.between(first, at).is_empty()
    }

    /// The same for an office: a state behind it tells where its holder is, not whose the office is, and
    /// one before it is at most another party.
    pub(crate) fn of_office(&self, view: &Settled, at: TokenIdx) -> Option<&SmolStr> {
        self.near(view, at, true, false)
    }

    /// The same for an organ that is called by name: at home newspapers do not say whose it is.
    pub(crate) fn of_organ(&self, view: &Settled, at: TokenIdx) -> Option<&SmolStr> {
        self.near(view, at, self.domestic().is_some(), false)
    }

    fn near(&self, view: &Settled, at: TokenIdx, office: bool, apart: bool) -> Option<&SmolStr> {
        let span = view.tokens.get(at as usize)?.span;
        let sentence = view.doc.sentence_at(span.start).and_then(|s| {
            let sentences = view.doc.sentences.as_deref()?;
            sentences.get(s as usize)
        });
        let range = sentence.map_or(at..at, |s| s.tokens.clone());
        let named = self.between(range.start, range.end);
        let distance = |(t, _): &&(TokenIdx, SmolStr)| t.abs_diff(at);
        let tells = |t: TokenIdx| (!office || t < at) && is_local(view, t);
        let placed = named.iter().filter(|(t, state)| tells(*t) && !self.is_stray(*t, state));
        let placed = placed.min_by_key(distance);
        let other = |t: TokenIdx| {
            is_counterparty(view, t) || acts_upon(view, t, at) && (apart || !rules_over(view, at))
        };
        let firm = |(t, state): &&(TokenIdx, SmolStr)| !self.is_stray(*t, state);
        let before = || named.iter().rfind(|n| n.0 < at && !other(n.0) && firm(n));
        let lately = || self.between(range.start.saturating_sub(LATELY), at).iter().rfind(firm);
        if office {
            let told = placed.map(|(_, state)| state).or_else(|| self.office_home());
            return told.or_else(|| before().or_else(lately).map(|(_, state)| state));
        }
        let here = placed.or_else(before).map(|(_, state)| state);
        here.or_else(|| self.home()).or_else(|| lately().map(|(_, state)| state))
    }
}

/// Whether a section is of the story's own sentences, under its headline.
fn is_told(section: SectionKind) -> bool {
    matches!(section, SectionKind::Lede | SectionKind::Body)
}
