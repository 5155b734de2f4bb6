//! Numbers of people: killed, injured, detained, taking part.

use super::Events;
use super::draft::Draft;
use super::lexicon::WordClasses;
use crate::View;
use verbale_document::{Deprel, Size, SmolStr, TokenIdx};

impl Events {
    /// How many are killed, hurt, held or take part, as the type and the words of a draft tell.
    pub(super) fn size(&self, view: &View<'_>, draft: &Draft) -> Vec<Size> {
        let lemma = |t: &TokenIdx| view.lemma(*t).to_lowercase();
        let words: Vec<String> = draft.trigger.iter().map(lemma).collect();
        let any = |class: &str| words.iter().any(|w| self.classes.is(class, w));
        for kind in ["killed", "injured", "detained"] {
            if any(kind) {
                return view.sizes(&draft.recipients, kind, &self.classes);
            }
        }
        match &self.ontology.nature(&draft.kind).size {
            Some(counted) => view.sizes(&draft.actors, counted, &self.classes),
            None => Vec::new(),
        }
    }
}

impl View<'_> {
    /// The number before each of `people` ("at least *12* people"), as a size of `kind`.
    pub fn sizes(&self, people: &[TokenIdx], kind: &str, classes: &WordClasses) -> Vec<Size> {
        people.iter().filter_map(|&p| self.size(p, kind, classes)).collect()
    }

    fn size(&self, noun: TokenIdx, kind: &str, classes: &WordClasses) -> Option<Size> {
        let own = classes.number(&self.doc.word(noun).to_lowercase()).map(|v| (noun, v));
        let (token, value) = own.or_else(|| {
            let kids = self.tree.children_by(noun, Deprel::Nummod);
            kids.filter_map(|k| classes.number(&self.doc.word(k).to_lowercase()).map(|v| (k, v)))
                .last()
        })?;
        Some(Size { kind: SmolStr::from(kind), value, span: self.span(token) })
    }
}
