//! Titles around a person's name: "Russian Foreign Minister", ", a former president of Peru,".

use super::find::Found;
use super::view::View;
use crate::role::Role;
use verbale_document::{ActorCode, Entity, Gender, MentionKind, SmolStr, Span, TokenIdx, Upos};

/// Words of an apposition that are looked at.
const REACH: TokenIdx = 9;

/// What stands before or after a name.
#[derive(Clone, Default, Debug)]
pub(super) struct Title {
    /// Its words.
    pub span: Option<Span>,
    /// Sector and detail: `GOV.MFA`.
    pub role: Option<SmolStr>,
    pub noun: Option<SmolStr>,
    /// ISO3, or the code of a body or organ, which has a dot.
    pub country: Option<SmolStr>,
    pub gender: Option<Gender>,
    pub former: bool,
    /// "its prime minister": the state is one named before.
    pub possessive: Option<TokenIdx>,
}

impl Title {
    fn take(&mut self, role: &Role) {
        self.noun = Some(role.noun.clone());
        self.role = Some(role.code.clone());
    }

    /// The code that the title gives: with its own state, else that of the person's, else `home`.
    pub(super) fn code(&self, e: &Entity, home: Option<&SmolStr>) -> Option<ActorCode> {
        let role = self.role.as_ref()?;
        let country = self.country.as_ref().or(e.country.as_ref()).or(home);
        let Some(country) = country else {
            let unknown = ActorCode::new(format!("UNK.{role}"));
            return Some(unknown).filter(|_| e.code.is_none() && !self.former);
        };
        if self.former {
            return Some(ActorCode::new(format!(
                "{}.ELI",
                ActorCode::new(country.clone()).country()
            )));
        }
        if country.contains('.') {
            return Some(ActorCode::new(country.clone()));
        }
        let whole = format!("{country}.{role}");
        let finer = e.code.as_ref().filter(|k| k.as_str().starts_with(&format!("{whole}.")));
        Some(finer.cloned().unwrap_or_else(|| ActorCode::new(whole)))
    }
}

impl View<'_> {
    /// Reads leftwards from a name: honorifics, a role, then the state before the role.
    pub(super) fn title_before(&self, name: TokenIdx) -> Title {
        let mut title = Title::default();
        let mut at = name;
        while let Some(gender) = self.honorific_until(at) {
            at -= 1;
            title.gender = title.gender.or(gender);
        }
        let role = self.role_until(at).filter(|(_, role, plural)| names_people(role, *plural));
        if let Some((first, role, _)) = role {
            title.take(role);
            if self.serves_unknown(first, at) {
                title.role = None;
            }
            at = self.before_role(&mut title, first);
        } else {
            at = self.role_of_state(&mut title, at);
        }
        title.span = (at < name).then(|| self.span(at, name));
        title
    }

    fn honorific_until(&self, end: TokenIdx) -> Option<Option<Gender>> {
        self.atlas.roles.honorific(self.word_before(end))
    }

    /// What stands before a role that begins at `at`: its organ, its rank, its state.
    fn before_role(&self, title: &mut Title, mut at: TokenIdx) -> TokenIdx {
        if self.word_before(at) == ")" && at >= 3 && self.word(at - 3) == "(" {
            at -= 3; // "Bharatiya Janata Party (BJP) leader"
        }
        if let Some((first, organ, _)) = self.role_until(at)
            && organ.kind != MentionKind::Person
        {
            title.role = Some(organ.code.clone());
            at = first;
        }
        at = self.ranks_until(title, at);
        if let Some((first, country)) = self.state_until(at) {
            title.country = Some(country);
            at = self.ranks_until(title, first);
        } else if matches!(self.word_before(at), "its" | "Its" | "their" | "Their") {
            title.possessive = at.checked_sub(1);
        }
        at
    }

    /// Steps over "former", "acting", "senior" before `at`.
    fn ranks_until(&self, title: &mut Title, mut at: TokenIdx) -> TokenIdx {
        let words = &self.atlas.words;
        loop {
            let word = self.word_before(at).to_lowercase();
            let hyphen = word == "-" && at >= 2 && words.former.contains(self.word(at - 2));
            if hyphen {
                at -= 1;
            } else if words.former.contains(&word) {
                title.former = true;
                at -= 1;
            } else if words.rank.contains(&word) {
                at -= 1;
            } else {
                return at;
            }
        }
    }

    /// "President of Russia Vladimir Putin": a role, "of", a state, and the name at `at`.
    fn role_of_state(&self, title: &mut Title, at: TokenIdx) -> TokenIdx {
        let Some((first, country)) = self.state_until(at) else { return at };
        let article = TokenIdx::from(self.word_before(first) == "the");
        let of = first - article;
        let role = matches!(self.word_before(of), "of" | "for").then(|| self.role_until(of - 1));
        let Some((first, role, false)) = role.flatten() else { return at };
        title.take(role);
        title.country = Some(country);
        self.ranks_until(title, first)
    }

    /// ", Russia's foreign minister," or ", the foreign minister of Russia," after a name.
    pub(super) fn title_after(&self, item: &Found) -> Option<Title> {
        if !matches!(self.word(item.end), "," | "(") {
            return None;
        }
        let mut title = Title::default();
        let mut at = item.end + 1;
        let first = at;
        let stop = (at + REACH).min(self.len());
        while at < stop {
            if let Some((end, role)) = self.role_from(at) {
                title.take(role);
                title.span = Some(self.span(first, end));
                self.after_role(&mut title, end);
                if self.serves_unknown(at, end) {
                    title.role = None;
                }
                return Some(title);
            }
            at = self.step(&mut title, at)?;
        }
        None
    }

    /// One word of an apposition before its noun; `None` where it is none.
    fn step(&self, title: &mut Title, at: TokenIdx) -> Option<TokenIdx> {
        let word = self.word(at);
        if let Some(found) = self.known_from(at) {
            title.country = self.state_of(found).or_else(|| title.country.clone());
            return self.state_of(found).map(|_| found.end);
        }
        title.former |= self.atlas.words.former.contains(&word.to_lowercase());
        let upos = self.tokens[at as usize].upos;
        let fits = matches!(upos, Upos::Det | Upos::Adj | Upos::Num)
            || matches!(word, "'s" | "’s" | "'" | "’" | "-" | "the" | "a" | "an")
            || self.atlas.words.rank.contains(word)
            || self.atlas.words.former.contains(word);
        fits.then_some(at + 1)
    }

    /// "spokesman for the defence ministry", "minister of Russia".
    fn after_role(&self, title: &mut Title, end: TokenIdx) {
        if title.country.is_none() {
            title.country = self.state_after_of(end).map(|(country, _)| country);
        }
        if matches!(self.word(end), "for" | "of" | "at") {
            let start = end + 1 + TokenIdx::from(self.word(end + 1) == "the");
            let state = self.known_from(start).and_then(|k| Some((self.state_of(k)?, k.end)));
            let start = state.as_ref().map_or(start, |(_, end)| *end);
            if let Some((_, organ)) = self.role_from(start)
                && organ.kind != MentionKind::Person
            {
                title.role = Some(organ.code.clone());
            }
        }
    }
}

/// A title is of one person, or an army's or police's ("Army Col. X").
fn names_people(role: &Role, plural: bool) -> bool {
    !plural && role.kind == MentionKind::Person
}
