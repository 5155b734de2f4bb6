//! Titles of persons, and those after a name: ", a former president of Peru,".

use super::find::{NameSpan, Sense};
use super::nominal::is_peer;
use super::part::Land;
use super::settled::{Settled, is_chief, is_of_state, is_shared, is_standing};
use super::title_before::LEADER;
use verbale_atlas::Role;
use verbale_atlas::tables::known::Known;
use verbale_document::folding::is_possessive;
use verbale_document::is_state;
use verbale_document::{
    ActorCode, Deprel, Entity, Gender, MentionKind, SmolStr, Span, TokenIdx, Upos,
};

/// Words of an apposition that are looked at.
const REACH: TokenIdx = 9;
/// Words between a state and a body of its.
const ADJECTIVES: TokenIdx = 4;

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
    /// The office is one in a part of the state; states that have a part of that name.
    pub part: Vec<SmolStr>,
    /// The state that has such an office where the text names none, and whether only it has one.
    pub usual: Option<(SmolStr, bool)>,
    pub gender: Option<Gender>,
    pub former: bool,
    /// "leader": the tables may say better which office it is.
    pub loose: bool,
    /// The state of a ministry of the same field that the sentence names before: "the Chinese foreign
    /// ministry said that the deputy foreign minister, ...".
    pub ministry: Option<SmolStr>,
    /// "its prime minister": the state is one named before.
    pub possessive: Option<TokenIdx>,
}

impl Title {
    pub(super) fn take(&mut self, role: &Role) {
        self.noun = Some(role.noun.clone());
        self.role = Some(role.code.clone());
        self.usual = role.state.clone().map(|state| (state, role.only));
    }

    /// Takes note of whose office it is.
    pub(super) fn lie_in(&mut self, land: Land) {
        self.country = Some(land.code);
        self.part = land.part;
    }

    /// The code that the title gives: with its own state, else that of the person's, else `home`.
    pub(super) fn code(&self, e: &Entity, home: Option<&SmolStr>) -> Option<ActorCode> {
        let role = self.role.as_ref()?;
        let usual = self.usual.as_ref();
        let only = usual.filter(|(_, only)| *only).map(|(state, _)| state);
        let country = self.country.as_ref().or(only).or(e.country.as_ref()).or(home);
        let country = country.or(usual.map(|(state, _)| state));
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
        let sector = role.split('.').next().unwrap_or_default();
        if !self.part.is_empty() {
            let own = self.part.iter().find(|state| e.country.as_ref() == Some(*state));
            let role = if sector == "GOV" { sector } else { role };
            return Some(ActorCode::new(format!("{}.{role}", own.unwrap_or(country))));
        }
        let whole = format!("{country}.{role}");
        // The title beats the tables, which may know more of a leader's office.
        let finer = e.code.as_ref().filter(|k| k.as_str().starts_with(&format!("{whole}.")));
        let finer = finer.filter(|_| sector == "GOV" && self.loose);
        Some(finer.cloned().unwrap_or_else(|| ActorCode::new(whole)))
    }
}

impl Settled<'_> {
    /// The state of the ministry named last in the sentence before `at`, if it is of an office's field.
    pub(super) fn ministry_before(&self, at: TokenIdx, office: &str) -> Option<SmolStr> {
        let sentence = self.doc.sentence_at(self.tokens[at as usize].span.start)?;
        let first = self.doc.sentences.as_deref()?[sentence as usize].tokens.start;
        let ministry = |end: TokenIdx| {
            let (begin, organ, _) = self.role_until(end)?;
            let same = organ.kind == MentionKind::Organisation && organ.code == office;
            self.state_until(begin).filter(|_| same && office.contains('.'))
        };
        (first + 1..at).rev().find_map(ministry).map(|(_, state)| state)
    }

    /// ", Russia's foreign minister," or ", the foreign minister of Russia," after a name.
    pub(super) fn title_after(&self, item: &NameSpan) -> Option<Title> {
        if !matches!(self.word(item.end), "," | "(") {
            return None;
        }
        let mut title = Title::default();
        let first = item.end + 1;
        let mut at = self.after_one_of(first);
        let stop = (at + REACH).min(self.len());
        while at < stop {
            if let Some((end, role)) =
                self.role_from(at).filter(|(_, role)| role.kind != MentionKind::Group)
            {
                // "Ann Lee, minister Bo Lund and ...": the title of the next one; "Ann Lee, ministers and ...":
                // others.
                let next = self.persons.contains(&end);
                let others = at == first && self.role_until(end).is_some_and(|(_, _, many)| many);
                if next
                    || others
                    || role.kind == MentionKind::Organisation && !self.names_office(end)
                {
                    return None;
                }
                title.take(role);
                title.former |= self.is_ex(at);
                title.loose = self.tables.words.loose.contains(role.noun.as_str());
                title.span = Some(self.span(first, end));
                self.after_role(&mut title, end);
                self.leave_club(&mut title, role, (at, end));
                return Some(title);
            }
            if self.heads_body(at) {
                title.role = Some(SmolStr::default());
                title.noun = Some(self.word(at).to_lowercase().into());
                title.country = self.state_after_of(at + 1).map(|(body, _)| body);
                title.span = Some(self.span(first, at + 1));
                return Some(title);
            }
            at = self.step(&mut title, at)?;
        }
        None
    }

    /// The code that a title gives as the state of `code` has the office: a premier of Canada, a leader of
    /// the Congress of India.
    pub(super) fn office_here(&self, title: &Title, code: ActorCode) -> ActorCode {
        let words = &self.tables.words;
        let (Some(noun), Some(span)) = (&title.noun, title.span) else { return code };
        let tokens = self.doc.tokens_in(span);
        let capital = self.word(tokens.start).starts_with(char::is_uppercase);
        if self.follows_name(tokens.start) || !capital && code.sector() != Some("GOV") {
            return code;
        }
        if title.loose && code.sector() == Some("LEG") {
            let organs = tokens.map(|t| self.word(t).to_lowercase());
            return organs.fold(code, |code, organ| words.office(&organ, code));
        }
        words.office(noun, code)
    }

    /// The words behind a name that may hold a title and whose it is.
    pub(super) fn span_behind(&self, at: TokenIdx) -> Span {
        let end = (at + REACH + REACH).min(self.len());
        self.span(at.min(end - 1), end)
    }

    /// Takes an office back that is none of a state but one of an organisation, whose code its holder
    /// has; an occupation stays, and what only states and parties have ("Acme Party lawmaker").
    pub(super) fn leave_club(
        &self,
        title: &mut Title,
        role: &Role,
        (first, end): (TokenIdx, TokenIdx),
    ) {
        let unknown = self.serves_unknown(first, end) && !is_of_state(&role.code);
        // "Unity Party finance spokesperson"
        let field = || self.before_field(first);
        let speaks = is_shared(&role.code) && field() < first && self.serves_unknown(field(), end);
        if unknown || speaks || self.chairs(&role.code, first, end) {
            title.role = None;
        }
    }

    /// Whether an organ that ends before `end` is but the field of an office: "defence ministry
    /// spokesman"; an organ alone is nobody's title ("…, police said").
    fn names_office(&self, end: TokenIdx) -> bool {
        self.role_from(end).is_some_and(|(_, role)| role.kind == MentionKind::Person)
            || self.tables.words.head.contains(&self.word(end).to_lowercase())
    }

    /// Steps over "one of" at `at`.
    fn after_one_of(&self, at: TokenIdx) -> TokenIdx {
        let one = matches!(self.word(at), "one" | "among" | "member");
        at + if one && self.word(at + 1) == "of" { 2 } else { 0 }
    }

    /// "head of the IMF" at `at`.
    fn heads_body(&self, at: TokenIdx) -> bool {
        let body = self.state_after_of(at + 1).is_some_and(|(code, _)| code.contains('.'));
        body && self.tables.words.head.contains(&self.word(at).to_lowercase())
    }

    /// One word of an apposition before its noun; `None` where it is none.
    fn step(&self, title: &mut Title, at: TokenIdx) -> Option<TokenIdx> {
        let word = self.word(at);
        if let Some(found) = self.known_from(at) {
            title.country = self.state_of(found).or_else(|| title.country.clone());
            return self.state_of(found).map(|_| found.end);
        }
        title.former |= self.tables.words.former.contains(&word.to_lowercase());
        let upos = self.tokens[at as usize].upos;
        let fits = matches!(upos, Upos::Det | Upos::Adj | Upos::Num)
            || is_possessive(word)
            || matches!(word, "-" | "the" | "a" | "an")
            || self.tables.words.rank.contains(word)
            || self.tables.words.former.contains(word);
        fits.then_some(at + 1)
    }

    /// Whether an office is one that whoever is named behind "of" may have, a state or not.
    fn is_of_club(&self, title: &Title) -> bool {
        let leads = title.noun.as_deref() == Some(LEADER);
        leads || title.role.as_deref().is_some_and(is_chief)
    }

    /// "from western Sudan", "in Chad" at `at`: where somebody is of.
    fn state_after_from(&self, at: TokenIdx) -> Option<SmolStr> {
        let from = Some(at + 1).filter(|_| matches!(self.word(at), "from" | "in"))?;
        let article = from + TokenIdx::from(self.word(from) == "the");
        let part = self.tokens.get(article as usize).is_some_and(|t| t.upos == Upos::Adj);
        let found =
            self.known_from(article).or_else(|| self.known_from(article + 1).filter(|_| part));
        self.state_of(found?).filter(|code| is_state(code))
    }

    /// The code of a body that is named behind the state whose it is, at `at`: "'s governing Unity Party".
    fn body_of_state(&self, at: TokenIdx) -> Option<SmolStr> {
        let mut first = at + TokenIdx::from(is_possessive(self.word(at)));
        let adjective = |t: TokenIdx| {
            let token = self.tokens.get(t as usize);
            token
                .is_some_and(|t| t.upos == Upos::Adj || t.xpos == "VBG" || t.deprel == Deprel::Amod)
        };
        while first < at + ADJECTIVES && adjective(first) && self.known_from(first).is_none() {
            first += 1;
        }
        let found = self.known_from(first).filter(|_| first > at)?;
        self.state_of(found).filter(|code| code.contains('.'))
    }

    /// The sector of an organ or body that no table knows, behind the state whose it is, at `at` ("'s Acme Court");
    /// none, where its name does not tell.
    fn organ_of_state(&self, at: TokenIdx) -> Option<Option<SmolStr>> {
        let first = Some(at + 1).filter(|_| is_possessive(self.word(at)))?;
        let part = |t: &TokenIdx| {
            let token = self.tokens.get(*t as usize);
            let word =
                token.is_some_and(|t| matches!(t.upos, Upos::Adj | Upos::Noun | Upos::Propn));
            word && self.known_from(*t).is_none() || is_possessive(self.word(*t))
        };
        let end = (first..first + REACH).take_while(part).last()? + 1;
        let organ = |t: TokenIdx| {
            let (stop, role) = self.role_from(t)?;
            (stop == end && role.kind == MentionKind::Organisation).then(|| role.code.clone())
        };
        if let Some(code) = (first..end).find_map(organ) {
            return Some(Some(code));
        }
        let named = self.word(first).starts_with(char::is_uppercase);
        named.then(|| self.sector_of(first, end))
    }

    /// "spokesman for the defence ministry", "minister of Russia".
    fn after_role(&self, title: &mut Title, end: TokenIdx) {
        if title.country.is_none()
            && let Some(land) = self.land_after_of(end)
        {
            title.lie_in(land);
        }
        let former = title.former && title.role.as_deref().is_some_and(|role| role == "GOV");
        if title.country.is_none() && (former || title.role.as_deref().is_some_and(is_standing)) {
            title.country = self.state_after_from(end);
        }
        if matches!(self.word(end), "for" | "of" | "at") {
            let start = end + 1 + TokenIdx::from(self.word(end + 1) == "the");
            let state = self.known_from(start).and_then(|k| Some((self.state_of(k)?, k.end)));
            // "representative at the ILO's office"; an envoy at a body is somebody else's.
            let body = state.as_ref().filter(|(code, _)| code.contains('.')).map(|(code, _)| code);
            let serves = self.word(end) == "at" && title.role.as_deref() != Some("GOV.AMB");
            if let Some(body) = body.filter(|_| serves && title.country.is_none()) {
                title.country = Some(body.clone());
            }
            let start = state.as_ref().map_or(start, |(_, end)| *end);
            // "spokeswoman for Ghana's governing Unity Party"
            if let Some(body) = state.as_ref().and_then(|_| self.body_of_state(start)) {
                title.country = Some(body);
                return;
            }
            let shared = title.role.as_deref().is_some_and(|r| is_chief(r) || is_shared(r));
            let organ = state.as_ref().filter(|_| shared);
            if let Some(organ) = organ.and_then(|_| self.organ_of_state(start)) {
                title.role = organ;
                return;
            }
            // "leader of the Kurdish rebel group"
            let people = self
                .known_from(start)
                .filter(|k| matches!(k.sense, Sense::Known(Known::Native(_))));
            let start = people.map_or(start, |k| k.end);
            // "leader of the Uyghur rebel group"
            let capital = self.word(start).starts_with(char::is_uppercase)
                && self.word(start + 1).starts_with(char::is_lowercase)
                && self.role_from(start).is_none_or(|(_, role)| role.kind == MentionKind::Group)
                && self.role_from(start + 1).is_some();
            let start = start + TokenIdx::from(capital);
            let named = state.is_some() || title.country.is_some();
            match self.role_from(start) {
                Some((end, organ)) if organ.kind != MentionKind::Person => {
                    title.role = Some(organ.code.clone());
                    // "commander of the rebel group PJAK"
                    let body = self.known_from(end).and_then(|k| self.state_of(k));
                    title.country = body.filter(|b| b.contains('.')).or(title.country.take());
                }
                // "vice-president of retail banking", "leader of a farmers' group"
                _ if !named && self.is_of_club(title) => title.role = None,
                _ => {}
            }
        }
    }
}

/// A title is of one person, and not the office of somebody else ("her counterpart X").
pub(super) fn names_people(role: &Role, plural: bool) -> bool {
    !plural && role.kind == MentionKind::Person && !is_peer(&role.noun)
}
