//! Organisations by the noun beside their name: "the rights group Acme", "Acme, a student union,".
//!
//! Who no table knows is what the text calls it at first mention, and keeps that code wherever it is
//! named alone afterwards. Does not read the words within a name, which [`super::organisation`] does,
//! nor what persons are, which [`super::title`] and [`super::affiliation`] do.

use super::Linker;
use super::nominal::role_mention;
use verbale_atlas::tables::outlet::is_press;
use verbale_document::{ActorCode, Deprel, Form, Mention, MentionKind, TokenIdx, is_state};

/// Confidence of a role noun whose state the text names.
const TOLD: f32 = 0.9;

impl Linker<'_> {
    /// Gives organisations without a sector the code of the noun that describes them; the noun denotes
    /// them.
    pub(super) fn descriptions(&mut self) {
        let mut found = Vec::new();
        for (at, noun) in self.mentions.iter().enumerate() {
            let describes = noun.form == Form::Nominal
                && noun.kind == MentionKind::Organisation
                && noun.entity.is_none();
            let code = noun.code.as_ref().filter(|c| describes && !c.is_unplaced());
            if let Some((code, name)) =
                code.and_then(|c| Some((c.clone(), self.name_beside(noun)?)))
            {
                found.push((at, code, name));
            }
        }
        for (at, code, name) in found {
            let Some(entity) = self.mentions[name].entity else { continue };
            let e = &mut self.pool.entities[entity as usize];
            let vague = |c: &ActorCode| c.sector().is_none() && c.state() == code.state();
            // "the Swiss company Acme Corporation": it was of where the story plays by its name alone.
            let elsewhere =
                |c: &ActorCode| self.mentions[at].confidence >= TOLD && c.sector() == code.sector();
            if e.code.as_ref().is_none_or(|c| vague(c) || elsewhere(c)) {
                e.code = Some(code);
                self.told.insert(entity);
            }
            self.mentions[at].entity = Some(entity);
        }
        for mention in self.mentions.iter_mut().filter(|m| m.form == Form::Name) {
            let told = mention.entity.filter(|e| self.told.contains(e));
            if let Some(code) = told.and_then(|e| self.pool.entities[e as usize].code.clone()) {
                mention.code = Some(code);
            }
        }
    }

    /// The name of somebody not known that a noun stands right before or in apposition to.
    fn name_beside(&self, noun: &Mention) -> Option<usize> {
        let apposed = |rel| matches!(rel, Deprel::Appos | Deprel::Flat | Deprel::NmodDesc);
        let near = |rel| apposed(rel) || matches!(rel, Deprel::Compound);
        let token = &self.view.tokens[noun.head as usize];
        let name = |m: &Mention| {
            let gap = self.view.doc.text().get(noun.span.end as usize..m.span.start as usize);
            let next = gap.is_some_and(|gap| matches!(gap.trim(), "" | "“" | "\"" | "‘"));
            let t = &self.view.tokens[m.head as usize];
            let below =
                t.head == Some(noun.head) && if next { near(t.deprel) } else { apposed(t.deprel) };
            let above = token.head == Some(m.head)
                && if next { near(token.deprel) } else { apposed(token.deprel) };
            let unknown = m.entity.is_some_and(|e| self.pool.entities[e as usize].local);
            let body = m.kind == MentionKind::Organisation || next && m.kind == MentionKind::Person;
            m.form == Form::Name && body && unknown && (below || above)
        };
        self.mentions.iter().position(name)
    }

    /// "the newspaper Kommersant", "the Xinhua news agency": the noun means the outlet beside it.
    pub(super) fn outlet_beside(&self, first: TokenIdx, end: TokenIdx) -> Option<Mention> {
        let press = |m: &&Mention| {
            let named = m.kind == MentionKind::Organisation && m.form == Form::Name;
            named && m.code.as_ref().is_some_and(|c| is_press(c.as_str()))
        };
        let before = self.name_until(first).filter(press);
        let outlet = before.or_else(|| self.name_from(end).filter(press))?;
        let mention = role_mention(self.view.span(first, end), end - 1, outlet.kind);
        // "the Ugandan tabloid Rolling Stone": one of that name in another state.
        if let [state] = self.states_of(first, end).as_slice()
            && let Some(code) = &outlet.code
            && is_state(state)
            && code.state().is_some_and(|own| own != state)
        {
            return Some(Mention { code: Some(code.in_state(state)), confidence: 0.9, ..mention });
        }
        Some(Mention { entity: outlet.entity, code: outlet.code.clone(), ..mention })
    }
}
