//! Whose somebody is, by the phrase around the name, where no title that the tables know tells: "Acme
//! secretary Ann Lee", "Ann Lee, a senior fellow at the Acme Institute,", "the opposition's leader in
//! the senate, Ann Lee".
//!
//! Whoever is something of, at or for an organisation speaks and acts as a member of it, and takes
//! its code; so does a name in apposition to a role noun. Does not read titles, which
//! [`super::title`] does, nor what a verb says of somebody ("who works for Acme").

use super::Linker;
use super::former::was;
use super::settled::is_standing;
use verbale_document::folding::is_possessive;
use verbale_document::{ActorCode, Deprel, Form, Mention, MentionKind, Span, TokenIdx, Upos};

/// Words between an organisation and the name of its member.
const BEFORE: TokenIdx = 8;
/// Confidence of a mention whose state the text tells.
pub(super) const TOLD: f32 = 0.9;
/// Confidence of a role noun for which the text names a state or a part of one.
const NAMED: f32 = 0.7;
/// Words of an apposition up to the organisation.
pub(super) const AFTER: TokenIdx = 12;

impl Linker<'_> {
    /// Gives persons without a code that of the organisation or role to which the text says they
    /// belong; those whom the tables only know from the past as well.
    pub(super) fn affiliations(&mut self) {
        for i in 0..self.mentions.len() {
            let mention = &self.mentions[i];
            let person = mention.kind == MentionKind::Person && mention.form == Form::Name;
            let Some(entity) = mention.entity.filter(|_| person) else { continue };
            let code = self.pool.entities[entity as usize].code.as_ref();
            let told = code.is_some_and(|c| c.sector().is_some_and(|sector| sector != "ELI"));
            let name = self.view.doc.tokens_in(mention.span);
            let start = self.view.before_honorifics(name.start);
            if self.guessed.contains(&entity) {
                let body = self.body_after(name.end).or_else(|| self.body_joined(start));
                let body = body.or_else(|| self.body_before(name.start));
                let code = code.and_then(|own| {
                    let body = body.and_then(|b| self.of_place(b, own));
                    body.or_else(|| self.placed_after(name.end, own))
                });
                if code.is_some() {
                    self.pool.entities[entity as usize].code = code;
                }
                continue;
            }
            if let Some(party) = self.party_now(name.end, code) {
                self.pool.entities[entity as usize].code = Some(party);
                self.told.insert(entity);
                continue;
            }
            if told || self.told.contains(&entity) {
                continue;
            }
            let beside = self.role_beside(mention);
            if let Some((code, sure)) = &beside
                && !sure
                && code.sector().is_some_and(is_standing)
                && let Some(code) = self.elsewhere(name.end, code)
            {
                self.pool.entities[entity as usize].code = Some(code);
                self.told.insert(entity);
                continue;
            }
            let found = beside
                .map(|(code, _)| code)
                .or_else(|| self.owner_beside(mention))
                .or_else(|| self.body_before(start))
                .or_else(|| self.body_joined(start))
                .or_else(|| self.body_after(name.end));
            if let Some(code) = found {
                self.pool.entities[entity as usize].code = Some(code);
                self.told.insert(entity);
            }
        }
        self.parts_of_bodies();
        let told =
            |m: &&mut Mention| matches!(m.kind, MentionKind::Person | MentionKind::Organisation);
        for mention in self.mentions.iter_mut().filter(told) {
            let told = mention.entity.filter(|e| self.told.contains(e));
            if let Some(entity) = told {
                mention.code = self.pool.entities[entity as usize].code.clone();
            }
        }
    }

    /// "the Earthquake Centre (EC) at Acme University": an organisation of which nothing else is known has
    /// the code of the one that it is part of.
    fn parts_of_bodies(&mut self) {
        for i in 0..self.mentions.len() {
            let mention = &self.mentions[i];
            let body = mention.kind == MentionKind::Organisation && mention.form == Form::Name;
            let Some(entity) = mention.entity.filter(|_| body) else { continue };
            let end = self.view.doc.tokens_in(mention.span).end;
            let bracket = self.view.word(end) == "(" && self.view.word(end + 2) == ")";
            let at = if bracket { end + 3 } else { end };
            let known = self.pool.entities[entity as usize].code.is_some();
            if known || !matches!(self.view.word(at), "at" | "of") {
                continue;
            }
            if let Some(code) = self.body_after(at).filter(|c| !c.is_unplaced()) {
                self.pool.entities[entity as usize].code = Some(code);
                self.told.insert(entity);
            }
        }
    }

    /// The code of the role noun that a name stands in apposition to, or that stands so to it, and whether
    /// the text tells its state.
    fn role_beside(&self, mention: &Mention) -> Option<(ActorCode, bool)> {
        let beside = |rel| matches!(rel, Deprel::Appos | Deprel::Flat | Deprel::NmodDesc);
        let token = &self.view.tokens[mention.head as usize];
        let above = token.head.filter(|_| beside(token.deprel));
        let above = above.map(|t| self.head_of_organ(t));
        let above = above.and_then(|t| self.index.heads.get(&t)).into_iter().flatten();
        let below = self.index.below.get(&mention.head).into_iter().flatten();
        let below =
            below.filter(|i| beside(self.view.tokens[self.mentions[**i].head as usize].deprel));
        let role = |i: &&usize| {
            let m = &self.mentions[**i];
            m.form == Form::Nominal && m.kind == MentionKind::Person && m.entity.is_none()
        };
        let noun = &self.mentions[*above.chain(below).filter(role).min()?];
        let home = self.homes.get(&noun.head);
        let code = noun.code.as_ref()?;
        let code = match home.filter(|_| code.is_unplaced()) {
            Some(home) => Some(code.in_state(home)),
            None => Some(code.clone()).filter(|c| !c.is_unplaced()),
        };
        Some((code?, noun.confidence >= NAMED))
    }

    /// "the head of the Chadian railway, Ann Lee", where the tree hangs the name on what she heads: the noun
    /// that denotes a person.
    fn head_of_organ(&self, at: TokenIdx) -> TokenIdx {
        let token = &self.view.tokens[at as usize];
        let denotes = |t: TokenIdx, kind: MentionKind| {
            let here = self.index.heads.get(&t).into_iter().flatten();
            here.into_iter().any(|i| self.mentions[*i].kind == kind)
        };
        let above = token.head.filter(|_| token.deprel == Deprel::Nmod);
        let organ = denotes(at, MentionKind::Organisation);
        above.filter(|&h| organ && denotes(h, MentionKind::Person)).unwrap_or(at)
    }

    /// Who somebody is in a body, who had been given the state of the story: "a professor at the University
    /// of Nairobi". An organ of a state that the document does not name is that of another one.
    pub(super) fn of_place(&self, body: ActorCode, own: &ActorCode) -> Option<ActorCode> {
        let sector = body.sector();
        let state = body.state();
        match (state, sector) {
            (Some(state), None) => Some(own.in_state(state)),
            (Some(state), Some("GOV")) if self.context.share(state) == 0.0 => None,
            _ if body.is_unplaced() => None,
            _ => Some(body.clone()),
        }
    }

    /// "Acme secretary", "Acme's" before `at`: nouns and adjectives, then an organisation.
    fn body_before(&self, at: TokenIdx) -> Option<ActorCode> {
        let comma = TokenIdx::from(self.view.word_before(at) == ",");
        let mut noun = false;
        if comma > 0 && self.is_parted(at) {
            return None;
        }
        let at = at - comma;
        for end in (at.saturating_sub(BEFORE)..=at).rev().filter(|end| *end > 0) {
            let mark = TokenIdx::from(is_possessive(self.view.word_before(end)));
            // "the bureau's Ann Lee"
            let owned = mark > 0 && end == at && comma == 0;
            if (noun || owned)
                && let Some(body) = self.body_until(end - mark)
            {
                return self.now_or_once(body, end - mark);
            }
            let word = self.view.word_before(end);
            let upos = self.view.tokens[end as usize - 1].upos;
            let honorific = self.view.tables.honorific(word).is_some();
            noun |= matches!(upos, Upos::Noun | Upos::Propn) && !honorific;
            let named = self.view.named[end as usize - 1] && !honorific;
            let region = self.view.region_until(end).is_some();
            let part = matches!(upos, Upos::Noun | Upos::Adj | Upos::Propn) && (!named || region);
            if !(part || honorific || mark > 0 || matches!(word, "-" | "and" | "&")) {
                return None;
            }
        }
        None
    }

    /// "secretary of the Acme Union" before `at`, "Acme director of the department of aid": of two bodies
    /// the one before the office.
    fn body_joined(&self, at: TokenIdx) -> Option<ActorCode> {
        let comma = TokenIdx::from(self.view.word_before(at) == ",");
        let end = at - comma;
        let body = self.body_until(end).filter(|_| comma == 0 || !self.is_parted(at))?;
        let Span { start, end: stop } = self.name_until(self.view.before_bracket(end))?.span;
        let name = self.view.tokens.get(at as usize)?.span.start;
        let apart = self.view.doc.sentence_at(start) != self.view.doc.sentence_at(name);
        let first = self.view.doc.tokens_in(Span { start, end: stop }).start;
        let article = TokenIdx::from(matches!(self.view.word_before(first), "the" | "The"));
        let joint = first.checked_sub(article + 1).filter(|t| *t > 0 && !apart)?;
        let noun = self.view.tokens[joint as usize - 1].upos;
        let serves = matches!(self.view.word(joint), "of" | "at" | "for" | "with" | "from")
            && matches!(noun, Upos::Noun | Upos::Propn)
            && (self.view.known_until(joint).is_none() || self.view.region_until(joint).is_some());
        let part = |t: &TokenIdx| {
            let upos = self.view.tokens[*t as usize].upos;
            let word = matches!(upos, Upos::Noun | Upos::Propn | Upos::Adj);
            word || matches!(self.view.word(*t), "of" | "the" | "and" | "for")
        };
        let words = (joint.saturating_sub(BEFORE)..joint).rev().take_while(part);
        let outer = || words.into_iter().find_map(|t| self.body_until(t));
        serves.then(|| outer().unwrap_or(body))
    }

    /// Whether the comma before `at` ends a phrase that says where or how what follows is said ("In a
    /// letter to the Acme Union, Ann Lee wrote").
    fn is_parted(&self, at: TokenIdx) -> bool {
        let Some(mut top) = at.checked_sub(2) else { return false };
        while let Some(head) = self.view.tokens[top as usize].head.filter(|head| *head < at) {
            top = head;
        }
        // "As spokeswoman of the Acme Union, Ann Lee ..." says what she is.
        let role = (top.saturating_sub(BEFORE)..top).any(|t| {
            let case = self.view.tokens[t as usize].head == Some(top);
            case && self.view.word(t).eq_ignore_ascii_case("as")
        });
        !role && matches!(self.view.tokens[top as usize].deprel, Deprel::Obl | Deprel::Advcl)
    }

    /// ", a senior fellow at the Acme Institute" or "from the Acme Institute" at `at`.
    pub(super) fn body_after(&self, at: TokenIdx) -> Option<ActorCode> {
        if matches!(self.view.word(at), "of" | "at" | "from") {
            let article = TokenIdx::from(matches!(self.view.word(at + 1), "the" | "The"));
            return self.body_from(at + 1 + article);
        }
        if !matches!(self.view.word(at), "," | "(" | "–" | "—") {
            return None;
        }
        let bracket = self.party_in_brackets(at).or_else(|| self.elected_in_brackets(at));
        if let Some(body) = bracket.or_else(|| self.body_apposed(at + 1)) {
            return Some(body);
        }
        // "who leads the union"
        let leads = self.view.word(at + 1) == "who"
            && self.view.tables.words.heading.contains(self.view.word(at + 2));
        if leads && let Some(body) = self.body_of(at + 3) {
            return Some(body);
        }
        let first = at + 1 + if leads { 2 } else { 0 };
        let (mut noun, mut once) = (leads, false);
        for t in first..(first + AFTER).min(self.view.len()) {
            let upos = self.view.tokens[t as usize].upos;
            let word = self.view.word(t);
            let heads = noun && self.view.tables.words.head.contains(&self.word_lower(t - 1));
            if heads && let Some(body) = self.body_beside(t) {
                return was(body, once);
            }
            let former = self.view.tables.words.former.contains(&word.to_lowercase());
            let part =
                matches!(self.view.tokens[t as usize].deprel, Deprel::Amod | Deprel::Compound);
            let verb = upos == Upos::Verb && !part;
            if former && noun || verb || matches!(word, "," | ")" | ";" | "." | "who") {
                return None;
            }
            // "a former minister and *a* member of"
            let anew =
                word == "and" && matches!(self.view.word(t + 1), "a" | "an" | "now" | "current");
            once = (once || former) && !anew;
            if noun
                && matches!(word, "of" | "at" | "for" | "with" | "from")
                && let Some(body) = self.body_of(t + 1)
            {
                return was(body, once);
            }
            noun |= upos == Upos::Noun;
        }
        None
    }

    /// "the Acme Union", "junior coalition partner Acme" at `at`: the code of the body.
    fn body_of(&self, at: TokenIdx) -> Option<ActorCode> {
        let first = at + TokenIdx::from(matches!(self.view.word(at), "the" | "The"));
        // "Chad's Acme Union"
        let state = self.view.known_from(first).filter(|f| self.view.state_of(f).is_some());
        let owned = state.filter(|s| is_possessive(self.view.word(s.end))).map(|s| s.end + 1);
        let body = self.body_from(first).or_else(|| self.body_from(owned?));
        body.or_else(|| self.body_called(first))
    }

    /// "junior coalition partner Acme", "research and consulting firm Acme" at `at`: an organisation behind the
    /// nouns that say what it is.
    fn body_called(&self, at: TokenIdx) -> Option<ActorCode> {
        let says = |t: &TokenIdx| {
            let token = &self.view.tokens[*t as usize];
            let word = self.view.word(*t);
            let part = matches!(token.upos, Upos::Noun | Upos::Adj)
                || token.xpos == "VBG"
                || matches!(word, "and" | "-" | "based");
            part && word.starts_with(char::is_lowercase) || word == "-"
        };
        let based = self.view.word(at + 1) == "-" && self.view.word(at + 2) == "based";
        let at = at + TokenIdx::from(based);
        let stop = (at + BEFORE).min(self.view.len());
        let last = (at..stop).take_while(says).last()?;
        let noun = self.view.tokens[last as usize].upos == Upos::Noun;
        let name = self.name_from(last + 1).filter(|_| noun)?;
        let code = self.body(name).filter(|_| name.kind == MentionKind::Organisation)?;
        (!code.is_unplaced()).then_some(code)
    }

    /// "Acme's fund", ", Campaign for Rivers," at `at`, behind "director": the body that somebody heads.
    fn body_beside(&self, at: TokenIdx) -> Option<ActorCode> {
        let comma = TokenIdx::from(self.view.word(at) == ",");
        let first =
            at + comma + TokenIdx::from(matches!(self.view.word(at + comma), "the" | "The"));
        let name = self.name_from(first)?;
        let end = self.view.doc.tokens_in(name.span).end;
        let closed = comma == 0 || matches!(self.view.word(self.after_bracket(end)), "," | ")");
        let body = self.body(name).filter(|_| name.kind == MentionKind::Organisation && closed)?;
        (!body.is_unplaced()).then_some(body)
    }

    /// Steps over "(ASF)" at `at`.
    fn after_bracket(&self, at: TokenIdx) -> TokenIdx {
        let bracket = self.view.word(at) == "(" && self.view.word(at + 2) == ")";
        at + if bracket { 3 } else { 0 }
    }

    fn word_lower(&self, at: TokenIdx) -> String {
        self.view.word(at).to_lowercase()
    }

    /// "Acme head of research" at `at`: a body right before a noun that denotes a person.
    fn body_apposed(&self, at: TokenIdx) -> Option<ActorCode> {
        let first = at + TokenIdx::from(matches!(self.view.word(at), "the" | "The"));
        let name = self.name_from(first)?;
        let end = self.view.doc.tokens_in(name.span).end;
        let mark = TokenIdx::from(is_possessive(self.view.word(end)));
        let part =
            |t: &TokenIdx| matches!(self.view.tokens[*t as usize].upos, Upos::Noun | Upos::Adj);
        let last = (end + mark..self.view.len()).take_while(part).last()?;
        let noun = self.view.word(last).to_lowercase();
        let person = self.view.tables.words.head.contains(&noun)
            || self
                .view
                .role_until(last + 1)
                .is_some_and(|(_, role, _)| role.kind == MentionKind::Person);
        self.body(name).filter(|_| person)
    }

    /// The code of the organisation whose name ends before `end`.
    pub(super) fn body_until(&self, end: TokenIdx) -> Option<ActorCode> {
        self.body(self.name_until(self.view.before_bracket(end))?)
    }

    /// The code of the organisation whose name begins at `first`.
    pub(super) fn body_from(&self, first: TokenIdx) -> Option<ActorCode> {
        self.body(self.name_from(first)?)
    }

    /// The code of an organisation; of a building, that of the sector in its name ("police station").
    fn body(&self, mention: &Mention) -> Option<ActorCode> {
        match mention.kind {
            MentionKind::Organisation => mention.code.clone(),
            MentionKind::Place => {
                let tokens = self.view.doc.tokens_in(mention.span);
                let sector = self.view.sector_of(tokens.start, tokens.end)?;
                let state = self.context.local(&self.view, tokens.start)?;
                Some(ActorCode::new(format!("{state}.{sector}")))
            }
            _ => None,
        }
    }
}
