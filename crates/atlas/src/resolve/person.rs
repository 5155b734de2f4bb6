//! Persons: titles, surnames, offices at the date.

use super::Resolver;
use super::find::{Found, What};
use crate::fold::fold;
use crate::gazetteer::Known;
use verbale_document::{
    ActorCode, Entity, EntityIdx, Form, Gender, Mention, MentionKind, SmolStr, Span, TokenIdx,
};

/// Words that undo an office: "former president".
const FORMER: &[&str] = &["former", "ex", "late", "then", "ousted", "onetime", "one-time"];

/// What stands before or after a name.
#[derive(Default)]
struct Title {
    first: Option<TokenIdx>,
    /// Sector and detail: `GOV.MFA`.
    role: Option<SmolStr>,
    noun: Option<SmolStr>,
    country: Option<SmolStr>,
    gender: Option<Gender>,
    former: bool,
}

impl Resolver<'_> {
    /// Takes note of every full name, so that a surname in the headline finds its bearer.
    pub(super) fn full_names(&mut self, found: &[Found]) {
        for item in found {
            let What::Person(known) = item.what else { continue };
            if self.is_single(item) {
                continue;
            }
            let title = self.title_before(item.first);
            let entity = self.full_name(item, known, title);
            let surname = self.surname(item);
            self.pool.surnames.entry(surname).or_insert(entity);
        }
    }

    /// One word, though it may be several tokens ("Al-Habsi").
    fn is_single(&self, item: &Found) -> bool {
        !self.doc.slice(item.span).contains(char::is_whitespace)
    }

    fn surname(&self, item: &Found) -> String {
        fold(self.doc.slice(item.span).split_whitespace().next_back().unwrap_or_default())
    }

    fn full_name(&mut self, item: &Found, known: Option<usize>, title: Title) -> EntityIdx {
        let name = self.doc.slice(item.span).to_string();
        let entity = match known {
            Some(i) => self.pool.known(self.atlas, Known::Person(i), self.date),
            None => self.pool.unknown(&name, MentionKind::Person),
        };
        let title = self.with_apposition(item, title);
        self.learn(entity, &title);
        entity
    }

    /// What a title says of a person holds for the whole document; the text beats the tables.
    fn learn(&mut self, entity: EntityIdx, title: &Title) {
        let e = &mut self.pool.entities[entity as usize];
        e.gender = e.gender.or(title.gender);
        if let Some(noun) = &title.noun {
            for class in [noun.clone(), SmolStr::new(noun.rsplit(' ').next().unwrap_or(noun))] {
                if !e.classes.contains(&class) {
                    e.classes.push(class);
                }
            }
        }
        if let Some(code) = code_of(e, title) {
            e.country = Some(SmolStr::new(code.country())).filter(|c| c.len() == 3);
            e.code = Some(code);
        }
    }

    /// Adds the mention of a person's name.
    pub(super) fn person(&mut self, item: &Found, known: Option<usize>) {
        let title = self.title_before(item.first);
        let span_of_title = title.first.map(|t| self.title_span(t, item.first));
        let single = self.is_single(item);
        let entity = if single { self.by_surname(item) } else { None };
        let entity = entity.unwrap_or_else(|| match known {
            Some(i) => self.pool.known(self.atlas, Known::Person(i), self.date),
            None => {
                let name = self.doc.slice(item.span).to_string();
                self.pool.unknown(&name, MentionKind::Person)
            }
        });
        if single {
            self.learn(entity, &title);
        }
        let by = if known.is_some() { "atlas/person" } else { "atlas/tagged-person" };
        self.push(item, MentionKind::Person, Form::Name, Some(entity), by);
        if let Some(mention) = self.mentions.last_mut() {
            mention.title = span_of_title;
        }
    }

    /// The bearer of a surname: in this document, else the one chief office holder of that name.
    fn by_surname(&mut self, item: &Found) -> Option<EntityIdx> {
        let surname = self.surname(item);
        if surname.chars().count() < 2 {
            return None;
        }
        if let Some(&entity) = self.pool.surnames.get(&surname) {
            return Some(entity);
        }
        let date = self.date?;
        let chief = |i: &&usize| {
            let tenures = &self.atlas.persons[**i].tenures;
            let top = |o: &str| matches!(o, "GOV.PRES" | "GOV.PM" | "GOV.MFA" | "GOV.HOS");
            tenures
                .iter()
                .any(|t| t.at(date) == Some(true) && (top(&t.office) || t.country.is_empty()))
        };
        let mut bearers = self.atlas.by_surname.get(&surname)?.iter().filter(chief);
        let (first, second) = (*bearers.next()?, bearers.next());
        if second.is_some() {
            return None;
        }
        let entity = self.pool.known(self.atlas, Known::Person(first), self.date);
        self.pool.surnames.insert(surname, entity);
        Some(entity)
    }

    fn title_span(&self, first: TokenIdx, name: TokenIdx) -> Span {
        let last = self.tokens[name as usize - 1].span;
        self.tokens[first as usize].span.cover(last)
    }

    /// Reads leftwards from a name: honorifics, a role, then the state before the role.
    fn title_before(&self, name: TokenIdx) -> Title {
        let mut title = Title::default();
        let mut at = name;
        while let Some(gender) = at.checked_sub(1).and_then(|t| self.honorific(t)) {
            at -= 1;
            title.gender = title.gender.or(gender);
            title.first = Some(at);
        }
        let Some((first, role)) = self.role_ending_at(at) else { return title };
        title.first = Some(first);
        title.role = Some(role.code.clone());
        title.noun = Some(role.noun.clone());
        at = first;
        while at > 0 && FORMER.contains(&self.doc.word(at - 1).to_lowercase().as_str()) {
            title.former = true;
            at -= 1;
        }
        if let Some((first, country)) = self.country_ending_at(at) {
            title.first = Some(first);
            title.country = Some(country);
        } else if at > 0 && self.doc.word(at - 1).eq_ignore_ascii_case("its") {
            title.country = self.state_before(at - 1);
        }
        let outer = title.first.unwrap_or(at);
        title.former |=
            outer > 0 && FORMER.contains(&self.doc.word(outer - 1).to_lowercase().as_str());
        title
    }

    /// The nearest state named before a token in its sentence: the owner of "its president".
    fn state_before(&self, token: TokenIdx) -> Option<SmolStr> {
        let start = self.doc.sentence_at(self.tokens[token as usize].span.start)?;
        let first = self.doc.sentences.as_ref()?.items[start as usize].tokens.start;
        (first + 1..=token).rev().find_map(|end| {
            let (_, country) = self.country_ending_at(end)?;
            (country.len() == 3).then_some(country)
        })
    }

    fn honorific(&self, token: TokenIdx) -> Option<Option<Gender>> {
        self.atlas.roles.honorific(self.doc.word(token))
    }

    /// The longest role noun that ends before `end`.
    pub(super) fn role_ending_at(&self, end: TokenIdx) -> Option<(TokenIdx, &crate::role::Role)> {
        let longest = self.atlas.roles.longest as TokenIdx;
        (end.saturating_sub(longest)..end).find_map(|first| {
            let words = self.words(first, end);
            self.atlas.roles.get(&words).map(|(role, _)| (first, role))
        })
    }

    /// Lower-case words of a stretch, as they are glued in the text.
    pub(super) fn words(&self, first: TokenIdx, end: TokenIdx) -> String {
        let span = self.tokens[first as usize].span.cover(self.tokens[end as usize - 1].span);
        self.doc.slice(span).split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
    }

    /// A state's name, adjective or possessive ("Russia 's") that ends before `end`.
    pub(super) fn country_ending_at(&self, end: TokenIdx) -> Option<(TokenIdx, SmolStr)> {
        let mut end = end;
        if end > 0 && matches!(self.doc.word(end - 1), "'s" | "’s" | "'" | "’" | "-") {
            end -= 1;
        }
        (end.saturating_sub(4)..end).find_map(|first| {
            let text = self.doc.text().get(self.tokens[first as usize].span.start as usize..)?;
            let (known, len) = self.atlas.names.longest(text)?;
            let stop = self.tokens[end as usize - 1].span.end as usize;
            let fits = self.tokens[first as usize].span.start as usize + len == stop;
            let country = match known {
                Known::Territory(i) | Known::Demonym(i) => self.atlas.territories[i].iso3.clone(),
                Known::Body(i) => self.atlas.bodies[i].code.as_str().into(),
                Known::Group(i) => SmolStr::new(self.atlas.groups[i].code.as_str()),
                Known::Seat(i) => SmolStr::new(self.atlas.seats[i].code.country()),
                _ => return None,
            };
            fits.then_some((first, country))
        })
    }

    /// ", Russia's foreign minister," or ", the foreign minister of Russia," after a name.
    fn with_apposition(&self, item: &Found, title: Title) -> Title {
        if title.role.is_some() && title.country.is_some() {
            return title;
        }
        let n = self.tokens.len() as TokenIdx;
        if item.end + 2 >= n || self.doc.word(item.end) != "," {
            return title;
        }
        let stop = (item.end + 9).min(n);
        for end in item.end + 2..=stop {
            let Some((first, role)) = self.role_ending_at(end) else { continue };
            if first <= item.end {
                continue;
            }
            let before = self.country_ending_at(first).map(|(_, c)| c);
            let after = || self.country_after_of(end);
            let former = (item.end..first).any(|t| FORMER.contains(&self.doc.word(t)));
            let country = before.or_else(after).or_else(|| title.country.clone());
            let role_code = Some(role.code.clone());
            let noun = Some(role.noun.clone());
            return Title { role: role_code, noun, country, former, ..title };
        }
        title
    }

    /// "of Russia" right after a role.
    pub(super) fn country_after_of(&self, at: TokenIdx) -> Option<SmolStr> {
        let n = self.tokens.len() as TokenIdx;
        if at + 1 >= n || !matches!(self.doc.word(at), "of" | "for") {
            return None;
        }
        let start = at + 1 + TokenIdx::from(self.doc.word(at + 1) == "the");
        let token = self.tokens.get(start as usize)?;
        match self.atlas.names.longest(&self.doc.text()[token.span.start as usize..])?.0 {
            Known::Territory(i) => Some(self.atlas.territories[i].iso3.clone()),
            Known::Body(i) => Some(self.atlas.bodies[i].code.as_str().into()),
            _ => None,
        }
    }
}

/// The code that a title gives: with its own state, else that of the person's.
fn code_of(e: &Entity, title: &Title) -> Option<ActorCode> {
    let country = title.country.clone().or_else(|| e.country.clone());
    let role = title.role.as_ref();
    match (country, role) {
        (Some(c), Some(_)) if title.former => Some(ActorCode::new(format!("{c}.ELI"))),
        (Some(c), Some(_)) if c.contains('.') => Some(ActorCode::new(c)),
        (Some(c), Some(role)) => {
            let ours = e.code.as_ref().filter(|k| k.as_str().starts_with(&format!("{c}.{role}")));
            Some(ours.cloned().unwrap_or_else(|| ActorCode::new(format!("{c}.{role}"))))
        }
        (None, Some(role)) if !title.former => {
            Some(ActorCode::new(format!("UNK.{role}"))).filter(|_| e.code.is_none())
        }
        _ => None,
    }
}

/// A nominal mention of a role.
pub(super) fn role_mention(span: Span, head: TokenIdx, kind: MentionKind) -> Mention {
    Mention { by: "atlas/role".into(), ..Mention::new(span, head, kind, Form::Nominal) }
}
