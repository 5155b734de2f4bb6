//! Whoever heads a body or an organ, by a noun that is no role of its own: "the IMF chief", "the head of Chad's
//! army", "the Kenyan railway boss".
//!
//! Such a person speaks for what is headed and has its code. Names with such a noun before them are titles, which
//! [`super::title_before`] reads.

use super::Linker;
use super::nominal::role_mention;
use verbale_atlas::Role;
use verbale_document::folding::is_possessive;
use verbale_document::{ActorCode, Deprel, Form, Mention, MentionKind, TokenIdx, Upos, is_state};

impl<'a> Linker<'a> {
    /// "finance ministry" before "spokesman" at `end`: the organ whose somebody is.
    pub(super) fn organ_until(
        &self,
        end: TokenIdx,
        taken: &[bool],
    ) -> Option<(TokenIdx, &'a Role)> {
        let end = end.checked_sub(1)?;
        let rank = self.view.tables.words.rank.contains(&self.view.word(end).to_lowercase());
        let end = end + TokenIdx::from(!rank);
        let (first, organ, plural) = self.view.role_until(end)?;
        let free = !(first..end).any(|t| taken[t as usize]);
        (free && !plural && organ.kind == MentionKind::Organisation).then_some((first, organ))
    }

    /// Who heads the organ that begins at `organ`; behind a possessive ("the school's director") the words from `own` on
    /// alone, since the school is spoken of as well.
    pub(super) fn who_heads(
        &mut self,
        (organ, own): (TokenIdx, TokenIdx),
        end: TokenIdx,
        role: &Role,
        plural: bool,
    ) -> Mention {
        let mention = self.role(organ, end, role, plural);
        Mention { span: self.view.span(own, end), ..mention }
    }

    /// "the bloc's" before `first`: the body named last before it that may be called so.
    pub(super) fn body_called_before(&self, first: TokenIdx, mark: TokenIdx) -> Option<ActorCode> {
        let owner = first.checked_sub(1 + mark).filter(|_| mark > 0)?;
        let noun = self.view.word(owner);
        let definite = matches!(self.view.word_before(owner), "the" | "The");
        if !definite || !self.view.tables.anaphora.is_body(noun) {
            return None;
        }
        let before = self.view.tokens[owner as usize].span.start;
        let called = |m: &&Mention| {
            let body = m.form == Form::Name && m.kind == MentionKind::Organisation;
            let entity = m.entity.map(|e| &self.pool.entities[e as usize]);
            body && m.span.end <= before
                && entity.is_some_and(|e| e.classes.iter().any(|c| c == noun))
        };
        let last = self.mentions.iter().filter(called).max_by_key(|m| m.span.start)?;
        last.code.clone().filter(|c| !c.is_unplaced())
    }

    /// "the IMF chief", "the CIA director" before `end`: whoever heads a body speaks for it.
    pub(super) fn head_of_body(&mut self, end: TokenIdx, taken: &[bool]) -> Option<TokenIdx> {
        let head = self.view.word_before(end);
        let named = self.view.tables.words.head.contains(&head.to_lowercase());
        if !named || taken[end as usize - 1] || self.is_modifier(end - 1) {
            return None;
        }
        let mark = TokenIdx::from(is_possessive(self.view.word_before(end - 1)));
        if let Some((first, organ)) = self.organ_until(end - 1 - mark, taken) {
            let role = Role { kind: MentionKind::Person, noun: head.into(), ..organ.clone() };
            let own = if mark > 0 { end - 1 } else { first };
            let mention = self.who_heads((first, own), end, &role, false);
            self.mentions.push(mention);
            return Some(own);
        }
        let mention = role_mention(self.view.span(end - 1, end), end - 1, MentionKind::Person);
        let headed = self.trade_headed(end - 1 - mark).or_else(|| self.body_of_head(end));
        if let Some(code) = headed {
            self.mentions.push(Mention { code: Some(code), confidence: 0.9, ..mention });
            return Some(end - 1);
        }
        let known = self.view.state_until(end - 1).filter(|(_, code)| code.contains('.'));
        let known = known.map(|(_, body)| ActorCode::new(body));
        let told = |code: &ActorCode| !code.is_unplaced() && code.sector().is_some();
        let body = known.or_else(|| self.body_until(end - 1 - mark).filter(told))?;
        self.mentions.push(Mention { code: Some(body), ..mention });
        Some(end - 1)
    }

    /// "the Kenyan railway", "Polish airline" before "boss" at `end`: the sector that names of organisations tell
    /// by the noun, in the state before it.
    fn trade_headed(&self, end: TokenIdx) -> Option<ActorCode> {
        let noun = end.checked_sub(1)?;
        let upos = self.view.tokens[noun as usize].upos;
        let word = self.view.word(noun).to_lowercase();
        let sector = self.view.tables.words.sector(&[word])?;
        let (_, state) = self.view.state_until(noun).filter(|(_, code)| is_state(code))?;
        let noun = matches!(upos, Upos::Noun | Upos::Propn);
        noun.then(|| ActorCode::new(format!("{state}.{sector}")))
    }

    /// "the director of the IMF", "the head of Chad's army": the code of what is headed, which stands behind
    /// the noun that ends before `end`.
    fn body_of_head(&self, end: TokenIdx) -> Option<ActorCode> {
        let after = end + 1 + TokenIdx::from(matches!(self.view.word(end + 1), "the" | "The"));
        let before = self.view.state_until(end - 1).is_some_and(|(_, code)| code.contains('.'));
        let after = if before { after } else { self.view.behind_field(after) };
        let known = || self.view.known_from(after).and_then(|k| self.state_meant(k));
        let known = || known().filter(|code| code.contains('.')).map(ActorCode::new);
        let told = |code: &ActorCode| !code.is_unplaced() && code.sector().is_some();
        // Role nouns are read from the end of the text: the last one is the nearest behind.
        let organ = || {
            let organ = self.mentions.last().filter(|m| m.form == Form::Nominal)?;
            let of = |t: TokenIdx| {
                let token = &self.view.tokens[t as usize];
                token.head == Some(end - 1) && token.deprel == Deprel::Nmod
            };
            // "the head of the school's activities"
            let token = &self.view.tokens[organ.head as usize];
            let owner = token.head.filter(|_| token.deprel == Deprel::NmodPoss);
            let below = of(organ.head) || owner.is_some_and(of);
            let code = organ.code.as_ref().filter(|_| below)?;
            let home = self.homes.get(&organ.head).filter(|_| code.is_unplaced());
            let code = home.map_or_else(|| code.clone(), |home| code.in_state(home));
            Some(code).filter(|_| organ.kind == MentionKind::Organisation)
        };
        let of = self.view.word(end) == "of";
        let code = known().or_else(|| self.body_from(after)).or_else(organ);
        code.filter(|code| of && told(code))
    }
}
