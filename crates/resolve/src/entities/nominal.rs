//! Role nouns: "Turkish troops", "the Polish prime minister", "police".

use super::Linker;
use super::owner::{SPOKEN, is_sent};
use super::person::may_have;
use super::title_before::LEADER;
use verbale_atlas::Role;
use verbale_atlas::tables::outlet::is_press;
use verbale_document::folding::is_possessive;
use verbale_document::{
    ActorCode, Deprel, Entity, Form, Mention, MentionKind, SectionKind, SmolStr, Span, TokenIdx,
    Upos,
};

/// Who holds the same office in another state, and who may.
const PEERS: [&str; 2] = ["counterpart", "colleague"];

/// Whether a noun names who holds the same office elsewhere.
pub(super) fn is_peer(noun: &str) -> bool {
    PEERS.contains(&noun)
}

impl<'a> Linker<'a> {
    /// Adds the mentions of role nouns that are no titles, and of groups.
    pub(super) fn nominals(&mut self) {
        let taken = self.taken();
        let mut end = self.view.len();
        while end > 0 {
            let token = &self.view.tokens[end as usize - 1];
            let noun = matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Adj)
                && !taken[end as usize - 1]
                && self.view.doc.section_at(token.span.start).is_story();
            let first = if noun { self.nominal(end, &taken) } else { None };
            end = first.unwrap_or(end - 1);
        }
    }

    /// Which tokens are in names or titles.
    fn taken(&self) -> Vec<bool> {
        let mut taken = vec![false; self.view.tokens.len()];
        for mention in &self.mentions {
            for span in [Some(mention.span), mention.title].into_iter().flatten() {
                for t in self.view.doc.tokens_in(span) {
                    taken[t as usize] = true;
                }
            }
        }
        taken
    }

    /// Adds the mention that ends before `end`; returns where it begins.
    fn nominal(&mut self, end: TokenIdx, taken: &[bool]) -> Option<TokenIdx> {
        if let Some((first, mention)) = self.members_of_body(end) {
            self.mentions.push(mention);
            return Some(first);
        }
        let Some((first, role, plural)) = self.view.role_until(end) else {
            return self.head_of_body(end, taken);
        };
        let modifier = self.is_modifier(end - 1) && !self.opens_headline(first, end);
        if (first..end).any(|t| taken[t as usize])
            || modifier
            || self.is_elsewhere_only(first, role)
        {
            return None;
        }
        if self.names_body_before(first, end, role) || self.is_mere_peer(first, end, role) {
            return None;
        }
        let honorific = self.view.tables.honorific(self.view.word_before(first));
        if honorific.flatten().is_some()
            || self.is_party_to(first, end, role)
            || self.is_one_of_many((first, end), role, plural)
            || self.is_mere_number(first, end, role)
        {
            return None;
        }
        let press = is_press(&role.code);
        let outlet = press.then(|| self.outlet_beside(first, end)).flatten();
        let head = role.noun.rsplit(' ').next().unwrap_or(&role.noun);
        let serves = role.kind == MentionKind::Person && self.view.tables.words.head.contains(head);
        // "the union's secretary-general"
        let mark = TokenIdx::from(is_possessive(self.view.word_before(first)));
        let organ = if serves { self.organ_until(first - mark, taken) } else { None };
        if serves
            && organ.is_none()
            && outlet.is_none()
            && let Some(code) = self.body_called_before(first, mark)
        {
            // "the bloc's secretary-general"
            let mention = role_mention(self.view.span(first, end), end - 1, role.kind);
            self.mentions.push(Mention { code: Some(code), confidence: 0.9, ..mention });
            return Some(first);
        }
        let (first, mention) = match (outlet, organ) {
            (Some(outlet), _) => (first, outlet),
            (None, Some((begin, organ))) => {
                let whole = Role { kind: role.kind, noun: role.noun.clone(), ..organ.clone() };
                let own = if mark > 0 { first } else { begin };
                (own, self.who_heads((begin, own), end, &whole, plural))
            }
            (None, None) => (first, self.role(first, end, role, plural)),
        };
        self.mentions.push(mention);
        Some(first)
    }

    /// "the commission" after "the Lake Chad Basin Commission": left to coreference.
    fn names_body_before(&self, first: TokenIdx, end: TokenIdx, role: &Role) -> bool {
        let definite = matches!(self.view.word_before(first), "the" | "The" | "this" | "This");
        let start = self.view.tokens[first as usize].span.start;
        let noun = self.view.word(end - 1);
        let body = definite && role.kind == MentionKind::Organisation;
        body && self.view.tables.anaphora.is_body(noun) && self.is_named_before(noun, start)
    }

    /// "the Centre" outside India's press: a noun that means an office only at home in one state.
    fn is_elsewhere_only(&self, first: TokenIdx, role: &Role) -> bool {
        let definite = matches!(self.view.word_before(first), "the" | "The");
        role.home && !(definite && self.context.home() == role.state.as_ref())
    }

    /// A colleague who is of no other state than whose colleague it is: of any office or none.
    fn is_mere_peer(&self, first: TokenIdx, end: TokenIdx, role: &Role) -> bool {
        let elsewhere =
            || self.states_of(first, end).len() == 1 && self.office_before(first).is_some();
        role.noun == PEERS[1] && !elsewhere()
    }

    /// A noun before another noun is no actor of its own ("police station").
    pub(super) fn is_modifier(&self, at: TokenIdx) -> bool {
        let token = &self.view.tokens[at as usize];
        if self.does(at) {
            return false;
        }
        // A noun with a verb between it and its noun is none ("the Myanmar military detained leaders").
        let verb = |t: TokenIdx| self.view.tokens[t as usize].upos == Upos::Verb;
        let far = token.head.is_some_and(|head| (at + 1..=head).any(verb));
        let before =
            matches!(token.deprel, Deprel::Compound | Deprel::Amod | Deprel::Fixed | Deprel::Flat);
        (before && !(far && token.upos == Upos::Noun))
            || (token.upos == Upos::Adj && token.deprel != Deprel::Root)
    }

    /// "Togolese PM Meets Envoy": the subject of a headline in title case, whose verb the tree takes for a
    /// noun.
    fn opens_headline(&self, first: TokenIdx, end: TokenIdx) -> bool {
        let start = self.view.tokens[first as usize].span.start;
        let verb = self.view.word(end);
        let present = verb.len() > 3 && verb.ends_with('s') && verb.starts_with(char::is_uppercase);
        let known =
            || self.view.known_from(end).is_some() || self.view.role_until(end + 1).is_some();
        self.view.doc.section_at(start) == SectionKind::Title
            && present
            && self.view.state_until(first).is_some()
            && !known()
    }

    pub(super) fn role(
        &mut self,
        first: TokenIdx,
        end: TokenIdx,
        role: &Role,
        plural: bool,
    ) -> Mention {
        let people = plural || role.kind == MentionKind::Group;
        let several = people && role.kind == MentionKind::Person;
        let kind = if several { MentionKind::Group } else { role.kind };
        let mention = role_mention(self.view.span(first, end), end - 1, kind);
        let mut states = self.states_of(first, end);
        if states.is_empty() && is_peer(&role.noun) {
            states = self.states_of_peers(end);
        }
        let code = |whose: &SmolStr| code_of(whose, role);
        if states.len() > 1 && (people || role.kind == MentionKind::Organisation) {
            let members = states.iter().map(code).collect();
            return Mention { kind: MentionKind::Group, members, ..mention };
        }
        if role.code == "GOV.SPOX"
            && !plural
            && let Some(code) = self.organ_spoken_for(first, end)
        {
            return Mention { code: Some(ActorCode::new(code)), confidence: 0.9, ..mention };
        }
        if let [state] = states.as_slice()
            && is_peer(&role.noun)
            && let Some(office) = self.office_before(first).filter(|_| !plural)
        {
            return Mention { code: Some(office.in_state(state)), confidence: 0.9, ..mention };
        }
        let theirs =
            self.view.word_before(first).eq_ignore_ascii_case("their") && states.is_empty();
        if theirs && people {
            let members = self.listed_before(first);
            if members.len() > 1 {
                let members = members.iter().map(code).collect();
                return Mention { kind: MentionKind::Group, members, confidence: 0.8, ..mention };
            }
        }
        let body = role.kind == MentionKind::Organisation;
        let governs = role.code.starts_with("GOV") && (body || people && !is_peer(&role.noun));
        if let Some(state) = self.holder_before(first).filter(|_| governs && states.is_empty()) {
            let code = Some(ActorCode::new(format!("{state}.{}", role.code)));
            return Mention { code, confidence: 0.8, ..mention };
        }
        let part = if states.is_empty() { self.part_of_role(first, end) } else { None };
        if let Some(iso3) = part {
            let code = Some(ActorCode::new(format!("{iso3}.{}", role.code_in_part())));
            return Mention { code, confidence: 0.8, ..mention };
        }
        if let Some(state) = self.state_led(first, role).filter(|_| states.is_empty()) {
            let code = Some(ActorCode::new(format!("{state}.{}", role.code)));
            return Mention { code, confidence: 0.9, ..mention };
        }
        let before = self.view.word_before(first).to_lowercase();
        let possessive = matches!(before.as_str(), "its" | "their" | "whose");
        let sent = is_sent(Some(role.code.as_str())) && role.kind == MentionKind::Person;
        let owner = || match possessive {
            true => self.owner(first.checked_sub(1)?, sent),
            false => self.speaks_for(first).filter(|_| role.code == SPOKEN && before != "the"),
        };
        let state = states.into_iter().next_back();
        let state = state.map(|s| self.of_body(s, first, role)).or_else(owner);
        if let (Some(body), true) = (state.as_ref().filter(|c| c.contains('.')), several) {
            let members = self.members_with(body, &role.code);
            if !members.is_empty() {
                return Mention { members, code: Some(ActorCode::new(body.clone())), ..mention };
            }
        }
        let body = || self.body_headed(end, role).or_else(|| self.body_owning(first, role));
        if let Some(code) = body().filter(|_| state.is_none()) {
            return Mention { code: Some(code), confidence: 0.9, ..mention };
        }
        if self.view.chairs(&role.code, first, end) {
            let after = end + 1 + TokenIdx::from(self.view.word(end + 1) == "the");
            let body = self.body_from(after).filter(|_| self.view.word(end) == "of");
            let code = body.or_else(|| self.body_until(first));
            return Mention { code, confidence: 0.7, ..mention };
        }
        if state.is_none() && self.view.serves_unknown(first, end) && role.code.starts_with("GOV") {
            let code = self.body_until(first);
            return Mention { code, confidence: 0.4, ..mention };
        }
        if state.is_none() && !plural && role.noun == LEADER && self.view.is_following(first) {
            // "the Greens leader"
            let home = self.view.state_until(first - 1).map(|(_, state)| state);
            let home = home.or_else(|| self.context.home().cloned());
            self.homes.extend(home.map(|state| (end - 1, state)));
            return Mention { code: Some(ActorCode::new("UNK.PTY")), confidence: 0.5, ..mention };
        }
        if state.is_none()
            && let Some(code) = self.serving(first, end, role)
        {
            return Mention { code: Some(code), confidence: 0.8, ..mention };
        }
        if state.is_none()
            && let Some(code) = self.official_at(end, role)
        {
            return Mention { code: Some(code), confidence: 0.9, ..mention };
        }
        let state = state.or_else(|| self.state_in(end, role));
        let state = state.or_else(|| self.told_before(first, end, role));
        let state = state.or_else(|| self.paired(first, role));
        if state.is_none()
            && !self.is_of_region(first)
            && let Some(code) = self.led((first, end), role, plural)
        {
            return Mention { code, confidence: 0.5, ..mention };
        }
        let open = self.is_open(first, role, plural);
        let stateless = self.is_of_no_state(first, role);
        let local = self.atlas.place_words.division.contains(&self.view.word(first).to_lowercase());
        // "Acme president" may be of no state; "Acme lawmakers" sit in a parliament of here, "Acme County
        // police" are of here.
        let organ = matches!(role.code.as_str(), "LEG" | "COP" | "JUD");
        let named =
            self.view.follows_name(first) && !organ && !local && !self.is_crowd(first, role);
        let rule = self.view.tables.words.rule.contains(role.noun.as_str());
        // "regimes" and "governments" are those of several states.
        let many = plural && self.is_of_many(first, role);
        let regional = people && state.is_none() && self.is_of_region(first);
        let unplaced = open || stateless || named || rule || regional || many;
        let (mut code, confidence) = self.role_code(first, role, state, unplaced);
        if role.kind == MentionKind::Person && self.is_former(first) {
            let office =
                matches!(code.sector(), Some("GOV" | "LEG" | "JUD" | "PTY" | "OPP" | "SPY"));
            let sector = if office { "ELI" } else { "CVL" };
            code = ActorCode::new(format!("{}.{sector}", code.country()));
        }
        if self.view.word(first).starts_with(char::is_uppercase) || role.code.starts_with("GOV") {
            code = self.view.tables.words.office(&role.noun, code);
        }
        if code.is_unplaced() && (open || rule) && !stateless && !many {
            let home = match rule {
                true => self.context.leading(),
                false => self.context.local(&self.view, first).or(role.state.as_ref()),
            };
            let home = home.filter(|state| may_have(&self.view, Some(&role.noun), state));
            let home = home.cloned();
            self.homes.extend(home.map(|state| (end - 1, state)));
        }
        Mention { code: Some(code), confidence, ..mention }
    }

    /// "regimes", "Western governments": those of several states, unlike "the governments", "successive governments".
    fn is_of_many(&self, first: TokenIdx, role: &Role) -> bool {
        let words = &self.view.tables.words;
        let before = self.view.word_before(first).to_lowercase();
        words.sole.contains(role.noun.as_str())
            && !words.sole.contains(&before)
            && !matches!(before.as_str(), "the" | "these" | "those")
    }

    /// Whether "the minister", "the ministry" may be one named before: not a national office of
    /// which the document names no holder.
    fn is_open(&self, first: TokenIdx, role: &Role, plural: bool) -> bool {
        let definite = matches!(self.view.word_before(first), "the" | "The" | "this" | "that");
        let called = |e: &Entity| e.classes.contains(&role.noun);
        let named = || self.pool.entities.iter().any(called);
        let single =
            !plural && matches!(role.kind, MentionKind::Person | MentionKind::Organisation);
        let body = role.kind == MentionKind::Organisation;
        let national = (body || role.code.contains('.')) && !named();
        definite && single && !national
    }

    /// The code with the state named, else of where the story plays; `unplaced` leaves it open, as
    /// that of one who may have been named before.
    fn role_code(
        &self,
        first: TokenIdx,
        role: &Role,
        state: Option<SmolStr>,
        unplaced: bool,
    ) -> (ActorCode, f32) {
        match state {
            Some(whose) => (code_of(&whose, role), 0.9),
            None if role.only => (by_default(role), 0.8),
            None if unplaced => (ActorCode::new(format!("UNK.{}", role.code)), 0.4),
            None => match self.local(first, role) {
                Some(state) => (ActorCode::new(format!("{state}.{}", role.code)), 0.5),
                None if role.state.is_some() => (by_default(role), 0.5),
                None => (ActorCode::new(format!("UNK.{}", role.code)), 0.4),
            },
        }
    }

    /// Whether a role is of no state of here: "international court", "counterpart", a drone.
    fn is_of_no_state(&self, first: TokenIdx, role: &Role) -> bool {
        let words = &self.view.tables.words;
        words.stateless.contains(&self.view.word_before(first).to_lowercase())
            || words.stateless.contains(role.noun.as_str())
            || words.arms.contains(role.noun.as_str())
    }

    /// Where an armed group or a crowd is of, where the text does not say: where the sentence or the
    /// story plays, not merely the state that it names first.
    pub(super) fn local(&self, first: TokenIdx, role: &Role) -> Option<&SmolStr> {
        let armed = matches!(role.code.split('.').next(), Some("UAF" | "REB" | "CRM" | "PRM"));
        let sector = role.code.split('.').next().unwrap_or_default();
        let office = role.kind == MentionKind::Person && matches!(sector, "GOV" | "ELI" | "LEG");
        let government = role.kind == MentionKind::Organisation && role.code == "GOV";
        let local = match office {
            true => self.context.of_office(&self.view, first)?,
            false if government => self.context.of_government(&self.view, first)?,
            false => self.context.local(&self.view, first)?,
        };
        if !may_have(&self.view, Some(&role.noun), local) {
            return self.context.home_of(|state| may_have(&self.view, Some(&role.noun), state));
        }
        let sure = !armed || self.context.plays_in(&self.view, first, local);
        sure.then_some(local)
    }
}

/// The code of a role held for a state, or that of the body whose it is.
fn code_of(whose: &str, role: &Role) -> ActorCode {
    match whose.contains('.') {
        true => ActorCode::new(whose),
        false => ActorCode::new(format!("{whose}.{}", role.code)),
    }
}

/// The code with the state that has such an office.
fn by_default(role: &Role) -> ActorCode {
    let state = role.state.as_deref().unwrap_or("UNK");
    ActorCode::new(format!("{state}.{}", role.code))
}

/// A nominal mention of a role.
pub(super) fn role_mention(span: Span, head: TokenIdx, kind: MentionKind) -> Mention {
    Mention { by: "atlas/role".into(), ..Mention::new(span, head, kind, Form::Nominal) }
}
