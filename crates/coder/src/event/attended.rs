//! Who took part in a meeting of which the sentence before has told: "The panel met in Nadi. Fiji, Samoa and
//! Tonga took part."
//!
//! The meeting is dated and placed by its own clause. Only where the clause itself does not name what they
//! attended, which the rows of `events.tsv` read; who stayed away is [`super::absence`]'s.

use super::draft::Draft;
use super::lexicon::{Needs, WordClasses};
use super::ontology::CONSULT;
use crate::View;
use verbale_document::{SentenceIdx, TokenIdx};

/// Weight of the rule.
const WEIGHT: f32 = 0.6;

/// The meeting of those who, by the verb at `token`, took part.
pub fn draft(
    view: &View<'_>,
    classes: &WordClasses,
    at: SentenceIdx,
    token: TokenIdx,
) -> Option<Draft> {
    let is = |class: &str, t: TokenIdx| classes.is_word(view, class, t);
    let takes = view.is_lemma(token, "take");
    if !takes && !view.is_lemma(token, "participate") && !view.is_lemma(token, "attend") {
        return None;
    }
    let clause = view.clause(token);
    let part = |&t: &TokenIdx| view.is_lemma(t, "part");
    let bare = clause.objects.iter().all(part) && (!takes || clause.objects.iter().any(part));
    let timed = clause.obliques.iter().all(|(_, t)| view.is_time(*t));
    if !bare || !timed || clause.passive || clause.inherited || clause.negated {
        return None;
    }
    let known = |t: &&TokenIdx| view.mention_of(**t).is_some();
    if clause.subjects.iter().filter(known).count() < 2 {
        return None;
    }
    let before = &view.doc.sentences.as_deref()?[at.checked_sub(1)? as usize];
    let meeting = view.tree.root(before).filter(|&root| is("meet", root))?;
    let met = view.clause(meeting);
    if met.negated || view.mood(&met).hypothetical {
        return None;
    }
    Some(Draft {
        anchor: meeting,
        mood: view.mood(&clause),
        actors: clause.subjects,
        reciprocal: true,
        needs: Needs { actor: true, ..Needs::default() },
        ..Draft::plain(CONSULT, vec![token], "attended:meeting", WEIGHT)
    })
}
