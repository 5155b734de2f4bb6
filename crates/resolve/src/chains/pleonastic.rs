//! "It" without a referent: "it is clear that", "it seems", "make it hard to" (after Lappin and
//! Leass 1994, section 2.3).

use super::scene::Scene;
use verbale_document::{Deprel, TokenIdx, Upos};

/// Whether the "it" at `at` stands for a clause, or for nothing.
pub(super) fn is_pleonastic(scene: &Scene, at: TokenIdx) -> bool {
    let token = scene.tree.token(at);
    let Some(head) = token.head else { return false };
    token.deprel == Deprel::Expl || extraposed(scene, at, head) || raised(scene, at, head)
}

/// A predicate with a clause of its own: "it is clear that", "it was decided to", "it is Ann who".
fn extraposed(scene: &Scene, at: TokenIdx, head: TokenIdx) -> bool {
    let token = scene.tree.token(at);
    let predicate = scene.tree.token(head);
    let copula = scene.tree.child(head, Deprel::Cop).is_some();
    let passive = token.deprel == Deprel::NsubjPass;
    let clause = |&k: &TokenIdx| {
        let rel = scene.tree.token(k).deprel;
        let complement = matches!(rel, Deprel::Ccomp | Deprel::Xcomp | Deprel::Advcl | Deprel::Acl)
            || (rel == Deprel::AclRelcl && predicate.upos != Upos::Adj);
        matches!(rel, Deprel::Csubj | Deprel::CsubjPass)
            || (k > head && complement && (copula || passive))
    };
    token.deprel.is_subject() && scene.tree.children(head).iter().any(clause)
}

/// "find it hard to", "it hard" being a clause: a predicate that has its own clause.
fn raised(scene: &Scene, at: TokenIdx, head: TokenIdx) -> bool {
    let token = scene.tree.token(at);
    let predicate = |&k: &TokenIdx| {
        let t = scene.tree.token(k);
        t.deprel == Deprel::Xcomp && matches!(t.upos, Upos::Adj | Upos::Noun) && k > at
    };
    token.deprel == Deprel::Obj && scene.tree.children(head).iter().any(predicate)
}
