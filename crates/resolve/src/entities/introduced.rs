//! The office first, the name later: "Chad's trade minister was not convinced. ... Ann Lee said".
//!
//! Newswriting tells what somebody is before it gives the name, often in two sentences. A full name that
//! comes out of nothing, as the subject of a clause and with nothing beside it to say who that is, is
//! that of whoever was spoken of by office alone right before. Does not read what stands in the phrase
//! of the name, which [`super::title`] and [`super::affiliation`] do.

use super::Linker;
use verbale_document::{
    ActorCode, Deprel, EntityIdx, Form, Mention, MentionKind, SentenceIdx, SmolStr, TokenIdx,
};

/// How many sentences before the name the office is looked for.
const LATELY: SentenceIdx = 2;
/// Confidence of a role noun whose state the text names.
const TOLD: f32 = 0.9;

impl Linker<'_> {
    /// Gives persons of whom nothing is told the office that was spoken of right before their name.
    pub(super) fn introductions(&mut self) {
        for i in 0..self.mentions.len() {
            let Some(entity) = self.out_of_nothing(&self.mentions[i]) else { continue };
            let Some((code, noun)) = self.office_open(&self.mentions[i]) else { continue };
            // Of several people of one ministry another one may be meant, but no second minister.
            let once = code.parts().count() > 2;
            let same = |e: &verbale_document::Entity| once || e.classes.contains(&noun);
            let held =
                |e: &verbale_document::Entity| is_person(e) && e.code.as_ref() == Some(&code);
            if self.pool.entities.iter().any(|e| held(e) && same(e)) {
                continue;
            }
            let person = &mut self.pool.entities[entity as usize];
            person.code = Some(code.clone());
            person.classes.push(noun);
            self.told.insert(entity);
            for mention in self.mentions.iter_mut().filter(|m| m.entity == Some(entity)) {
                mention.code = Some(code.clone());
            }
        }
    }

    /// The person whose full name stands here for the first time, as a subject and bare.
    fn out_of_nothing(&self, mention: &Mention) -> Option<EntityIdx> {
        let named = mention.kind == MentionKind::Person && mention.form == Form::Name;
        let entity = mention.entity.filter(|_| named && mention.title.is_none())?;
        let tokens = self.view.doc.tokens_in(mention.span);
        let subject = self.view.tokens[mention.head as usize].deprel;
        let bare = !self.is_described(mention.head, tokens.end);
        let unknown = self.pool.entities[entity as usize].code.is_none();
        let first = || {
            let same = |m: &&Mention| m.entity == Some(entity) && self.is_body(m);
            self.mentions.iter().filter(same).all(|m| m.span.start >= mention.span.start)
        };
        let full = tokens.len() > 1 && matches!(subject, Deprel::Nsubj | Deprel::NsubjPass);
        (full && bare && unknown && !self.told.contains(&entity) && first()).then_some(entity)
    }

    /// Whether a phrase says more of a person than the name.
    fn is_described(&self, head: TokenIdx, end: TokenIdx) -> bool {
        use Deprel::{Acl, AclRelcl, Appos, Nmod};
        let more = |t: TokenIdx| {
            let token = &self.view.tokens[t as usize];
            token.head == Some(head) && matches!(token.deprel, Appos | AclRelcl | Acl | Nmod)
        };
        let last = (end + 40).min(self.view.len());
        (end..last).any(more) || matches!(self.view.word(end), "," | "(")
    }

    /// The one office that was spoken of without a name shortly before a mention, and its noun.
    fn office_open(&self, name: &Mention) -> Option<(ActorCode, SmolStr)> {
        let here = self.view.doc.sentence_at(name.span.start)?;
        let lately = |m: &&Mention| {
            let at = self.view.doc.sentence_at(m.span.start);
            m.span.end <= name.span.start && at.is_some_and(|at| at + LATELY >= here)
        };
        // Who is named but once is seldom whom the story is about.
        let again = self.mentions.iter().filter(|m| m.entity == name.entity).count() > 1;
        let office = |m: &&Mention| {
            let one = m.kind == MentionKind::Person && m.form == Form::Nominal;
            let subject = self.view.tokens[m.head as usize].deprel;
            let subject = matches!(subject, Deprel::Nsubj | Deprel::NsubjPass);
            one && (subject || again)
                && m.entity.is_none()
                && m.confidence >= TOLD
                && self.is_body(m)
        };
        let mut open: Vec<&Mention> = self.mentions.iter().filter(office).filter(lately).collect();
        let subject = |m: &&Mention| {
            let rel = self.view.tokens[m.head as usize].deprel;
            matches!(rel, Deprel::Nsubj | Deprel::NsubjPass)
        };
        if open.iter().any(subject) {
            open.retain(subject);
        }
        let last = open.iter().max_by_key(|m| m.span.start)?;
        let code = last.code.clone().filter(|c| !c.is_unplaced())?;
        let others = |m: &&&Mention| m.code.as_ref().is_some_and(|c| c.country() != code.country());
        if open.iter().any(|m| others(&m)) || self.is_named(last) {
            return None;
        }
        let noun = self.view.word(last.head).to_lowercase();
        Some((code, SmolStr::new(noun)))
    }

    /// Whether a name stands beside a role noun.
    fn is_named(&self, role: &Mention) -> bool {
        let beside = |m: &&Mention| {
            let token = &self.view.tokens[m.head as usize];
            let over = self.view.tokens[role.head as usize].head == Some(m.head);
            m.form == Form::Name && (token.head == Some(role.head) || over)
        };
        self.mentions.iter().filter(|m| m.kind == MentionKind::Person).any(|m| beside(&m))
    }

    fn is_body(&self, mention: &Mention) -> bool {
        use verbale_document::SectionKind::{Body, Lede};
        matches!(self.view.doc.section_at(mention.span.start), Body | Lede)
    }
}

fn is_person(entity: &verbale_document::Entity) -> bool {
    entity.kind == MentionKind::Person
}
