//! Role nouns and groups: "Turkish troops", "the CSTO countries", "foreign ministers of A and B".

use super::Resolver;
use super::person::role_mention;
use crate::role::Role;
use verbale_document::{ActorCode, Deprel, Mention, MentionKind, SmolStr, Span, TokenIdx, Upos};

/// Nouns that make a group of a body's members.
const MEMBERS: &[&str] = &[
    "countries",
    "members",
    "states",
    "nations",
    "leaders",
    "ministers",
    "governments",
    "allies",
    "capitals",
    "partners",
    "officials",
    "diplomats",
    "envoys",
    "troops",
    "forces",
];

impl Resolver<'_> {
    /// Adds the mentions of role nouns that are no titles, and of groups.
    pub(super) fn nominals(&mut self) {
        let mut taken = vec![false; self.tokens.len()];
        for mention in &self.mentions {
            let title = mention.title.map(|t| self.doc.tokens_in(t));
            for t in self.doc.tokens_in(mention.span).chain(title.into_iter().flatten()) {
                taken[t as usize] = true;
            }
        }
        let mut end = self.tokens.len() as TokenIdx;
        while end > 0 {
            let at = end - 1;
            let token = &self.tokens[at as usize];
            let noun = matches!(token.upos, Upos::Noun | Upos::Propn)
                && self.doc.section_at(token.span.start).is_story();
            let length = if noun && !taken[at as usize] { self.nominal(end, &taken) } else { 0 };
            end -= length.max(1);
        }
    }

    /// The mention that ends before `end`; returns the number of its words.
    fn nominal(&mut self, end: TokenIdx, taken: &[bool]) -> TokenIdx {
        if let Some(n) = self.members_of_body(end) {
            return n;
        }
        let Some((first, role)) = self.role_ending_at(end) else { return 0 };
        if taken[first as usize] || self.is_modifier(end - 1) {
            return 0;
        }
        let role = role.clone();
        let words = self.words(first, end);
        let plural = self.atlas.roles.get(&words).is_some_and(|(_, plural)| plural);
        let mention = self.role(first, end, &role, plural);
        self.mentions.push(mention);
        end - first
    }

    /// A noun before another noun is no actor of its own ("police station").
    fn is_modifier(&self, at: TokenIdx) -> bool {
        matches!(self.tokens[at as usize].deprel, Deprel::Compound | Deprel::Amod | Deprel::Fixed)
    }

    fn role(&mut self, first: TokenIdx, end: TokenIdx, role: &Role, plural: bool) -> Mention {
        let span = self.tokens[first as usize].span.cover(self.tokens[end as usize - 1].span);
        let people = plural || role.kind == MentionKind::Group;
        let kind =
            if people && role.kind == MentionKind::Person { MentionKind::Group } else { role.kind };
        let mention = role_mention(span, end - 1, kind);
        let listed = self.states_listed_after(end);
        if listed.len() > 1 && people {
            let code = |c: &SmolStr| ActorCode::new(format!("{c}.{}", role.code));
            return Mention { members: listed.iter().map(code).collect(), ..mention };
        }
        let before = self.country_ending_at(self.skip_adjectives(first)).map(|(_, c)| c);
        let country = before.or_else(|| self.country_after_of(end));
        let body = country.as_ref().filter(|c| c.contains('.'));
        if let (Some(body), true) = (body, people) {
            return Mention { members: self.members_with(body, &role.code), ..mention };
        }
        let code = match country {
            Some(c) if c.contains('.') => ActorCode::new(c),
            Some(c) => ActorCode::new(format!("{c}.{}", role.code)),
            None => ActorCode::new(format!("UNK.{}", role.code)),
        };
        Mention { code: Some(code), ..mention }
    }

    /// Steps over modifiers between a state and its role ("Russian senior officials", "Polish
    /// mining firms").
    fn skip_adjectives(&self, first: TokenIdx) -> TokenIdx {
        let mut at = first;
        while at > 0 && first - at < 3 {
            let token = &self.tokens[at as usize - 1];
            let modifies = token.upos == Upos::Adj
                || (token.upos == Upos::Noun && token.deprel == Deprel::Compound);
            let plain = modifies && self.country_ending_at(at).is_none();
            if !plain {
                break;
            }
            at -= 1;
        }
        at
    }

    /// Members of a body with a role each; the body's own code where the table has no members.
    fn members_with(&self, body: &str, role: &str) -> Vec<ActorCode> {
        let row = self.atlas.bodies.iter().find(|b| b.code.as_str() == body);
        let members = row.map(|b| b.members(self.date)).unwrap_or_default();
        members.iter().map(|m| ActorCode::new(format!("{m}.{role}"))).collect()
    }

    /// "of Russia, Belarus and Kazakhstan": the states of the list.
    fn states_listed_after(&self, end: TokenIdx) -> Vec<SmolStr> {
        let n = self.tokens.len() as TokenIdx;
        let mut states = Vec::new();
        if end >= n || !matches!(self.doc.word(end), "of" | "from") {
            return states;
        }
        let mut at = end + 1;
        while at < n {
            if matches!(self.doc.word(at), "," | "and" | "the" | "&") {
                at += 1;
                continue;
            }
            let next = (at + 1..=(at + 4).min(n)).find_map(|stop| {
                let (first, country) = self.country_ending_at(stop)?;
                (first == at && country.len() == 3).then_some((stop, country))
            });
            let Some((stop, country)) = next else { break };
            states.push(country);
            at = stop;
        }
        states
    }

    /// "CSTO countries", "EU leaders": a group with the body's members at the date.
    fn members_of_body(&mut self, end: TokenIdx) -> Option<TokenIdx> {
        let noun = self.doc.word(end - 1).to_lowercase();
        if !MEMBERS.contains(&noun.as_str()) {
            return None;
        }
        let mut first = end - 1;
        while first > 0
            && matches!(
                self.doc.word(first - 1),
                "member" | "-" | "foreign" | "defence" | "defense"
            )
        {
            first -= 1;
        }
        let (body_first, code) = self.country_ending_at(first).filter(|(_, c)| c.contains('.'))?;
        let role = self.role_ending_at(end).map(|(_, role)| role.code.clone());
        let role = role.filter(|_| !matches!(noun.as_str(), "members" | "states" | "countries"));
        let members = match role {
            Some(role) => self.members_with(&code, &role),
            None => {
                let row = self.atlas.bodies.iter().find(|b| b.code.as_str() == code.as_str());
                row.map(|b| b.members(self.date)).unwrap_or_default()
            }
        };
        let span: Span =
            self.tokens[body_first as usize].span.cover(self.tokens[end as usize - 1].span);
        let code = Some(ActorCode::new(code));
        let mention = role_mention(span, end - 1, MentionKind::Group);
        self.mentions.push(Mention { members, code, by: "atlas/members".into(), ..mention });
        Some(end - first)
    }
}
