//! Cataphora: a pronoun in a phrase or clause before the subject announces it ("After *his* arrest, Ann Lee called
//! ...", "Before *it* left the bloc, Chad asked ..."), after Carden (1982), "Backwards anaphora in discourse context".
//!
//! Asked only where nothing before the pronoun is its antecedent; only names, seats and roles are announced.

use super::lexicon::{Anaphora, Pronoun};
use super::phrase::sort;
use super::pronoun::agrees;
use super::scene::Scene;
use verbale_document::{Deprel, Mention, TokenIdx};

/// The subject that the pronoun at `at` announces, where it agrees.
pub(super) fn announced(
    scene: &Scene,
    words: &Anaphora,
    at: TokenIdx,
    pronoun: Pronoun,
) -> Option<Mention> {
    let inside = matches!(scene.tree.token(at).deprel, Deprel::NmodPoss | Deprel::Nsubj);
    let subject = subject_behind(scene, at).filter(|_| inside)?;
    let mention = scene.at(subject).filter(|m| m.entity.is_some() || m.code.is_some())?;
    let sort = sort(scene, words, subject)?;
    agrees(scene, sort, mention.entity, pronoun).then(|| mention.clone())
}

/// The subject of the clause before which the phrase or clause around `at` is placed.
fn subject_behind(scene: &Scene, at: TokenIdx) -> Option<TokenIdx> {
    let mut below = at;
    for up in scene.tree.ancestors(at) {
        let fronted = matches!(scene.tree.token(below).deprel, Deprel::Obl | Deprel::Advcl);
        let subject = |k: &TokenIdx| scene.tree.token(*k).deprel.is_subject() && *k > at;
        if let Some(found) = scene.tree.children(up).iter().copied().find(subject) {
            return (fronted && below < found).then_some(found);
        }
        below = up;
    }
    None
}
