//! Outcomes: participles behind a comma that tell what came of the clause before ("was hit by rockets, *killing* ten").
//!
//! The subject of such a participle is what happened, not the subject of the clause (Quirk et al. 1985, 15.59): whoever
//! suffered it did not do it. Does not ask what the participle means; that is for acts of violence, since others ("was
//! sworn in, promising to stay") are mostly done by the subject.

use crate::View;
use verbale_document::{Deprel, TokenIdx};

/// Prepositions before what somebody was hurt in or came under.
const SUFFERED: [&str; 4] = ["in", "under", "during", "into"];

impl View<'_> {
    /// Who did what the participle `verb` says came of a passive, or of what its subject suffered: the agent, or whose the
    /// act was; nobody, where the text does not tell. None, where the participle is no outcome of that kind.
    pub fn doers_of_outcome(&self, verb: TokenIdx) -> Option<Vec<TokenIdx>> {
        let token = self.tree.token(verb);
        // "killing ten and *wounding* six"
        let joined = token.head.filter(|_| token.deprel == Deprel::Conj && token.xpos == "VBG");
        let first = joined.unwrap_or(verb);
        let participle = self.tree.token(first);
        let above = participle.head.filter(|&h| participle.deprel == Deprel::Advcl && h < first)?;
        let marked = [Deprel::Mark, Deprel::Case, Deprel::Nsubj, Deprel::Aux];
        let bare = marked.into_iter().all(|rel| self.tree.child(first, rel).is_none());
        let start = self.tree.subtree(first).first().copied()?;
        let comma = self.doc.word(start) == "," || self.is_behind_comma(start);
        if participle.xpos != "VBG" || !bare || !comma {
            return None;
        }
        let clause = self.clause(above);
        let suffers = self.is_of_class(above, "suffering");
        let under =
            self.is_lemma(above, "come") && clause.obliques.iter().any(|(c, _)| c == "under");
        if !(clause.passive || suffers || under) {
            return None;
        }
        if !clause.agents.is_empty() {
            return Some(clause.agents);
        }
        let within = clause.obliques.iter().filter(|(c, _)| SUFFERED.contains(&c.as_str()));
        let suffered = within.map(|&(_, t)| t).chain(clause.objects.iter().copied());
        let doers: Vec<TokenIdx> = suffered.flat_map(|noun| self.authors(noun)).collect();
        if !doers.is_empty() || clause.passive {
            return Some(doers);
        }
        let from = clause.obliques.iter().filter(|(c, _)| matches!(c.as_str(), "from" | "by"));
        Some(from.map(|&(_, t)| t).collect())
    }
}
