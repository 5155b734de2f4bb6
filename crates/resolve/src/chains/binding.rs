//! What a pronoun cannot mean because of where it stands: binding theory (Chomsky 1981) as far as
//! dependency trees show it.

use super::phrase::role;
use super::scene::Scene;
use verbale_document::{Deprel, TokenIdx, Upos};

/// Words before a gerund whose subject is that of the verb beside it ("called before *meeting* him").
const ADVERBIAL: [&str; 7] = ["after", "before", "by", "since", "when", "while", "without"];

/// Whether the pronoun at `at` and the phrase that `other` heads, in the same sentence, must
/// denote different things.
pub(super) fn apart(scene: &Scene, at: TokenIdx, other: TokenIdx) -> bool {
    is_within(scene, at, other) || relative(scene, at, other) || co_argument(scene, at, other)
}

/// Whether the pronoun is the subject of what holds the name at `name` ("He said that Lavrov
/// left"): such a pronoun cannot mean the name.
pub(super) fn commands(scene: &Scene, at: TokenIdx, name: TokenIdx) -> bool {
    let token = scene.tree.token(at);
    let verb = token.head.filter(|_| token.deprel.is_subject());
    let between = |top: &TokenIdx| {
        let rel = scene.tree.token(*top).deprel;
        !matches!(rel, Deprel::Conj | Deprel::Advcl | Deprel::Parataxis)
    };
    let path = || std::iter::once(name).chain(scene.tree.ancestors(name));
    name > at
        && verb.is_some_and(|v| {
            let inside: Vec<TokenIdx> = path().take_while(|t| *t != v).collect();
            path().any(|t| t == v) && inside.iter().all(between)
        })
}

/// i within i: a phrase does not hold a pronoun for itself ("the son of his brother"), outside
/// its relative clauses and what is coordinated with it.
fn is_within(scene: &Scene, at: TokenIdx, other: TokenIdx) -> bool {
    let mut child = at;
    for up in scene.tree.ancestors(at) {
        let rel = scene.tree.token(child).deprel;
        if matches!(rel, Deprel::AclRelcl | Deprel::Conj | Deprel::Parataxis | Deprel::Advcl) {
            return false;
        }
        if up == other {
            return scene.is_nominal(up);
        }
        // "Johann, his father": the pronoun stands in what is said to be the same.
        if rel == Deprel::Appos && role(scene, other).1 == up && other < child {
            return true;
        }
        child = up;
    }
    false
}

/// "Clare, whom he met": the subject of a relative clause with another argument is not its noun.
fn relative(scene: &Scene, at: TokenIdx, other: TokenIdx) -> bool {
    let token = scene.tree.token(at);
    let argument = matches!(token.deprel.universal(), "nsubj" | "obj" | "iobj" | "obl");
    let verb = token.head.filter(|_| argument);
    verb.is_some_and(|v| {
        let clause = scene.tree.token(v);
        clause.deprel == Deprel::AclRelcl && clause.head.is_some_and(|n| n == other)
    })
}

/// "Lavrov met him", "the soldiers met ten of them": two arguments of one verb, shared subjects included.
fn co_argument(scene: &Scene, at: TokenIdx, other: TokenIdx) -> bool {
    let at = partitive(scene, at).unwrap_or(at);
    let token = scene.tree.token(at);
    let object = matches!(token.deprel.universal(), "obj" | "iobj" | "obl");
    let (rel, top) = role(scene, other);
    let Some(verb) = token.head.filter(|_| object || token.deprel.is_subject()) else {
        return false;
    };
    let theirs = scene.tree.token(top).head;
    let argument = matches!(rel.universal(), "nsubj" | "obj" | "iobj" | "obl");
    (argument && theirs == Some(verb) && top != at)
        || (object
            && rel.is_subject()
            && theirs.is_some()
            && subject_verb(scene, beside(scene, verb)) == theirs)
}

/// "*ten* of them": the number of those whom the pronoun at `at` means.
fn partitive(scene: &Scene, at: TokenIdx) -> Option<TokenIdx> {
    let token = scene.tree.token(at);
    let of = scene.tree.child(at, Deprel::Case).is_some_and(|c| scene.tree.token(c).lemma == "of");
    let number = token.head.filter(|_| of && token.deprel == Deprel::Nmod);
    number.filter(|&h| matches!(scene.tree.token(h).upos, Upos::Num | Upos::Det | Upos::Pron))
}

/// The verb beside which a participle without a subject stands ("*left*, cursing him"): its subject is the
/// subject of both. That of a complement ("accused him *of* cursing him") need not be.
fn beside(scene: &Scene, verb: TokenIdx) -> TokenIdx {
    let token = scene.tree.token(verb);
    let own = |&k: &TokenIdx| {
        let kid = scene.tree.token(k);
        let complement = matches!(kid.deprel, Deprel::Mark | Deprel::Case)
            && !ADVERBIAL.contains(&kid.lemma.to_lowercase().as_str());
        kid.deprel.is_subject() || matches!(kid.deprel, Deprel::Aux | Deprel::Cop) || complement
    };
    let bare = !scene.tree.children(verb).iter().any(own);
    let participle = token.deprel == Deprel::Advcl && token.xpos == "VBG" && bare;
    token.head.filter(|_| participle).unwrap_or(verb)
}

/// The verb whose subject is also that of `verb`: its own, else over coordination and control.
pub(super) fn subject_verb(scene: &Scene, verb: TokenIdx) -> Option<TokenIdx> {
    let mut at = verb;
    for _ in 0..3 {
        let subject = |&k: &TokenIdx| scene.tree.token(k).deprel.is_subject();
        if scene.tree.children(at).iter().any(subject) {
            return Some(at);
        }
        let token = scene.tree.token(at);
        let object = scene.tree.token(token.head?).head.is_some()
            && scene.tree.child(token.head?, Deprel::Obj).is_some();
        match token.deprel {
            Deprel::Conj => at = token.head?,
            Deprel::Xcomp if !object => at = token.head?,
            _ => return None,
        }
    }
    None
}
