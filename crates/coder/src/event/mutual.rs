//! What several do to one another: "accused each other", "each accused the other".
//!
//! Reciprocal pronouns and their subjects (Quirk et al. 1985, 6.31). Whether a type of act is joint by itself, the
//! ontology says.

use crate::{Clause, View};
use verbale_document::{Deprel, TokenIdx};

/// Whether those who act do it to one another.
pub(super) fn is_mutual(view: &View<'_>, actors: &[TokenIdx], recipients: &[TokenIdx]) -> bool {
    recipients.iter().any(|&r| is_each_other(view, r))
        && (actors.len() > 1 || actors.iter().any(|&a| is_several(view, a)))
}

/// "ties *between Chad and Togo* were cut", "*Chad-Togo* ties were cut": the two of a tie of which nobody is said to do
/// anything to it.
pub(super) fn whose_tie(view: &View<'_>, clause: &Clause) -> Option<Vec<TokenIdx>> {
    if !clause.passive || !clause.agents.is_empty() {
        return None;
    }
    let objects = view.logical_objects(clause);
    let tie = *objects.iter().find(|&&o| view.is_of_class(o, "tie"))?;
    let between = view.nominal_modifiers(tie, "between");
    let both = if between.is_empty() { view.owners(tie) } else { between };
    (both.len() == 2 && both.iter().all(|&t| view.actor_at(t).is_some())).then_some(both)
}

/// "both", "they" after two states, "the two ministers".
fn is_several(view: &View<'_>, at: TokenIdx) -> bool {
    let many = view.mention_of(at).is_some_and(|i| view.doc.mention(i).members.len() > 1);
    many || view.tree.token(at).xpos == "NNS"
}

/// "each other", "one another"
fn is_each_other(view: &View<'_>, head: TokenIdx) -> bool {
    let other = |word: &str| {
        let next = view.doc.tokens.as_ref().is_some_and(|t| (head as usize + 1) < t.len());
        next && view.doc.word(head + 1).eq_ignore_ascii_case(word)
    };
    match view.lemma(head) {
        "each" => other("other"),
        "one" => other("another"),
        // "each accused *the other*"
        "other" => {
            let each = |t: TokenIdx| {
                view.is_lemma(t, "each")
                    || view.tree.children_by(t, Deprel::Det).any(|k| view.is_lemma(k, "each"))
            };
            let subject = view.tree.token(head).head;
            subject.is_some_and(|verb| view.clause(verb).subjects.into_iter().any(each))
        }
        _ => false,
    }
}
