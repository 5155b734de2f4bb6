//! Participles that stand apart from whoever does what they say: behind a quotation and its verb, beside a place, or
//! first in the sentence.
//!
//! After Quirk et al. (1985), 15.56-15.62 (participle clauses and their implied subjects) and 18.24 (inversion behind a
//! participle put first). Says which participles are so; [`crate::subject`] follows them.

use crate::View;
use verbale_document::{Deprel, MentionKind, TokenIdx};

impl View<'_> {
    /// "“It rained,” said Togo, *urging* Chad to leave", also "while urging", "also urging": a participle behind a comma
    /// tells what its verb is about as little as an adverbial does, whatever the tree says.
    pub fn is_set_off(&self, verb: TokenIdx) -> bool {
        let token = self.tree.token(verb);
        token.deprel == Deprel::Ccomp
            && token.head.is_some_and(|h| h < verb)
            && self.is_bare_participle(verb)
    }

    /// "“It rained,” *said* Togo, while urging Chad to leave", where the tree hangs the participle on what is quoted: the
    /// verb of saying between the two.
    pub fn cue_between(&self, verb: TokenIdx) -> Option<TokenIdx> {
        let token = self.tree.token(verb);
        let quoted = token.head.filter(|&h| token.deprel == Deprel::Advcl && h < verb)?;
        let content = self.tree.token(quoted);
        let cue = content.head.filter(|_| content.deprel == Deprel::Ccomp)?;
        let speaks = self.is_quoted(quoted) || self.is_of_class(verb, "speaking");
        (quoted < cue && cue < verb && speaks && self.is_bare_participle(verb)).then_some(cue)
    }

    /// "Rebels *raided* the town, the army said, killing ten": the verb of what is said before its verb of saying, with
    /// which a participle behind the two goes on, unless it tells of speech itself or what is said is quoted.
    pub fn content_before(&self, verb: TokenIdx) -> Option<TokenIdx> {
        let token = self.tree.token(verb);
        let behind = matches!(token.deprel, Deprel::Advcl | Deprel::Ccomp);
        let cue = token.head.filter(|&h| behind && h < verb && self.is_of_class(h, "say"))?;
        let content = self.tree.children_by(cue, Deprel::Ccomp).find(|&c| c < cue)?;
        let speaks = self.is_quoted(content) || self.is_of_class(verb, "speaking");
        (!speaks && self.is_bare_participle(verb)).then_some(content)
    }

    /// Whether a participle without subject or auxiliary stands behind a comma, "while" and adverbs between.
    fn is_bare_participle(&self, verb: TokenIdx) -> bool {
        let pause = |t: TokenIdx| {
            let token = self.tree.token(t);
            let own = token.head == Some(verb);
            own && (token.deprel == Deprel::Advmod || self.is_lemma(t, "while"))
        };
        let full = |k: TokenIdx| {
            let rel = self.tree.token(k).deprel;
            rel.is_subject()
                || rel == Deprel::Aux
                || rel == Deprel::Mark && !self.is_lemma(k, "while")
        };
        let first = (0..verb).rev().find(|&t| !pause(t));
        self.tree.token(verb).xpos == "VBG"
            && first.is_some_and(|t| self.doc.word(t) == ",")
            && !self.tree.children(verb).iter().any(|&k| full(k))
    }

    /// "Togo's soldiers are in Chad *training* its police": what those do there of whom a predicate says where they are.
    pub fn is_done_there(&self, verb: TokenIdx) -> bool {
        let token = self.tree.token(verb);
        let place = |h: TokenIdx| {
            let kind = self.mention_of(h).map(|m| self.doc.mention(m).kind);
            matches!(kind, Some(MentionKind::Country | MentionKind::Place))
                && self.tree.child(h, Deprel::Cop).is_some()
                && self.case_of(h).is_some()
        };
        token.xpos == "VBG" && token.head.is_some_and(place)
    }

    /// "*Leading* the march were teachers": a participle put before its auxiliary, and who does it behind.
    pub fn is_put_first(&self, verb: TokenIdx) -> bool {
        let token = self.tree.token(verb);
        let behind = |h: TokenIdx| {
            let auxiliary = self.tree.child(h, Deprel::Cop);
            let bare = self.case_of(h).is_none() && !self.clause(h).negated;
            bare && auxiliary.is_some_and(|a| verb < a && a < h) && self.names_somebody(h)
        };
        token.xpos == "VBG" && token.head.is_some_and(behind)
    }
}
