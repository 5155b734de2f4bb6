//! Who somebody is, and how that was found: the mention, what it refers to, and where its code is from.

use super::{Explainer, confidence, rules};
use verbale_coder::trace::is_state_guessed;
use verbale_document::{Form, Mention, MentionIdx, MentionKind, Participant, Speaker};

impl Explainer<'_> {
    /// Lines on a speaker.
    pub(super) fn speaker(&self, speaker: &Speaker) -> Vec<String> {
        let name = speaker.name.as_deref().unwrap_or("somebody");
        let code = speaker.code.as_ref().map_or("no code", |c| c.as_str());
        let mut lines = vec![format!("{name} ({code})")];
        match speaker.mention {
            Some(mention) => lines.extend(self.mention(mention)),
            None => lines.push("nobody is known behind these words".to_string()),
        }
        lines
    }

    /// Lines on an actor, a recipient or an addressee.
    pub(super) fn participant(&self, p: &Participant) -> Vec<String> {
        let code = p.code.as_ref().map_or("no code", |c| c.as_str());
        let name = p.name.as_ref().map_or(String::new(), |name| format!("{name}, "));
        let mut lines = vec![format!("{}: {name}{code}", self.quoted(p.span))];
        match p.mention {
            Some(mention) => lines.extend(self.mention(mention)),
            None => lines.push("no mention says who this is".to_string()),
        }
        let own = p.mention.and_then(|m| self.doc.mention(m).code.as_ref());
        let entity = p.entity.and_then(|e| self.doc.entity(e).code.as_ref());
        if p.code.is_some() && own.is_none() && entity.is_none() {
            lines.push(format!("code {code}: by the state of a place, or by those who are meant"));
        }
        lines
    }

    /// Lines on a mention: how it was found, what it refers to, and where its code is from.
    fn mention(&self, at: MentionIdx) -> Vec<String> {
        let m = self.doc.mention(at);
        let (kind, form) = (m.kind.as_str(), m.form.as_str());
        let mut lines = vec![format!(
            "m{} {}: {form}, {kind}; {}: {}; confidence {}",
            at + 1,
            self.quoted(m.span),
            m.by,
            rules::of_mention(&m.by),
            confidence(m.confidence)
        )];
        lines.extend(m.entity.map(|e| self.entity(e)));
        if !m.members.is_empty() {
            let codes: Vec<&str> = m.members.iter().map(|c| c.as_str()).collect();
            lines.push(format!("members {}", codes.join(", ")));
        }
        let antecedent = self.antecedent(at);
        if let Some(other) = antecedent {
            let other = self.doc.mention(other);
            lines.push(format!("refers to {} ({})", self.quoted(other.span), other.by));
        }
        lines.extend(self.code(antecedent.map_or(m, |other| self.doc.mention(other))));
        if !m.alternatives.is_empty() {
            let other = m.alternatives.iter();
            let names: Vec<String> = other.map(|a| format!("{} [{}]", a.name, a.id)).collect();
            lines.push(format!("other readings: {}", names.join(", ")));
        }
        lines
    }

    fn entity(&self, at: verbale_document::EntityIdx) -> String {
        let entity = self.doc.entity(at);
        let known = if entity.local { "known from this text alone" } else { &entity.id };
        format!("entity {}, {known}", entity.name)
    }

    /// Of a mention that stands for another: the nearest one before it in its chain that does not, else
    /// the nearest behind it.
    fn antecedent(&self, at: MentionIdx) -> Option<MentionIdx> {
        let own = self.doc.mention(at);
        let chain = own.chain.filter(|_| own.by.starts_with("coreference/"))?;
        let stands = |i: &MentionIdx| {
            let m = self.doc.mention(*i);
            *i != at && m.chain == Some(chain) && !m.by.starts_with("coreference/")
        };
        let n = self.view.mentions().len() as MentionIdx;
        (0..at).rev().find(stands).or_else(|| (at + 1..n).find(stands))
    }

    /// Where the code of a mention is from.
    fn code(&self, m: &Mention) -> Option<String> {
        let code = m.code.as_ref()?;
        let from = match (m.kind, m.form) {
            (MentionKind::Person, Form::Name) => self.office(m),
            (_, Form::Nominal) if is_state_guessed(m) => {
                "the role noun; its state is GUESSED from what the text speaks of".to_string()
            }
            (_, Form::Nominal) if code.is_unplaced() => {
                "the role noun; no state is known".to_string()
            }
            (_, Form::Nominal) if m.by == "atlas/role" => {
                "the role noun, and the state, body or part named with it".to_string()
            }
            _ if m.entity.is_some_and(|e| !self.doc.entity(e).local) => "the atlas".to_string(),
            _ => "what the text says of it".to_string(),
        };
        Some(format!("code {code}: by {from}"))
    }

    /// What says which office a person holds: a title, else the tables or the words around the name.
    fn office(&self, m: &Mention) -> String {
        let named = self.view.mentions().iter();
        let others = named.filter(|o| m.entity.is_some() && o.entity == m.entity);
        let title = m.title.or_else(|| others.filter_map(|o| o.title).next());
        let day = self.doc.meta.published_at.as_ref();
        let day = day.map_or("no date".to_string(), |stamp| stamp.date.to_string());
        let local = m.entity.is_none_or(|e| self.doc.entity(e).local);
        match (title, local) {
            (Some(title), true) => format!("the title {}", self.quoted(title)),
            (Some(title), false) => {
                let title = self.quoted(title);
                format!("the title {title}, or, where it names no office, the atlas at {day}")
            }
            (None, false) => format!("the atlas at the document's date ({day})"),
            (None, true) => "the organisation or role named beside the name".to_string(),
        }
    }
}
