//! Pronouns.

use super::lexicon::{Pronoun, What};
use super::scene::Scene;
use verbale_document::{Deprel, Form, Mention, MentionKind, Quote, Sentence, Span, TokenIdx, Upos};

/// Links the pronoun at `at`, where an antecedent fits.
pub(super) fn link(scene: &mut Scene, sentence: &Sentence, at: TokenIdx, pronoun: Pronoun) {
    if scene.at(at).is_some() || is_pleonastic(scene, at, pronoun) {
        return;
    }
    let found = if pronoun.first_person {
        speaker(scene, at, pronoun)
    } else {
        third(scene, sentence, at, pronoun)
    };
    let Some(antecedent) = found else { return };
    learn(scene, &antecedent, pronoun);
    scene.refer(at, Form::Pronoun, &antecedent, "coreference/pronoun");
}

fn learn(scene: &mut Scene, antecedent: &Mention, pronoun: Pronoun) {
    if let (Some(e), Some(gender)) = (antecedent.entity, pronoun.gender) {
        let known = &mut scene.genders[e as usize];
        *known = known.or(Some(gender));
    }
}

/// "it is clear that", "it rained": no referent.
fn is_pleonastic(scene: &Scene, at: TokenIdx, pronoun: Pronoun) -> bool {
    if pronoun.what != What::Thing {
        return false;
    }
    let token = scene.tree.token(at);
    let clausal = |h: TokenIdx| {
        let kids = scene.tree.children(h).iter();
        kids.into_iter().any(|&k| {
            matches!(scene.tree.token(k).deprel, Deprel::Csubj | Deprel::CsubjPass)
                || (scene.tree.token(h).upos == Upos::Adj
                    && scene.tree.token(k).deprel == Deprel::Ccomp)
        })
    };
    token.deprel == Deprel::Expl || token.head.is_some_and(clausal)
}

/// The first person is the speaker of the quotation it stands in: the subject of the speech verb
/// beside the quotation.
fn speaker(scene: &Scene, at: TokenIdx, pronoun: Pronoun) -> Option<Mention> {
    let here = scene.tree.token(at).span;
    let quotes: &[Quote] = scene.doc.quotes.as_deref().unwrap_or(&[]);
    let quote = quotes.iter().find(|q| q.inner.contains(here))?;
    let found = beside(scene, quote)?;
    let person = matches!(found.kind, MentionKind::Person);
    (person || pronoun.plural).then_some(found)
}

/// The subject nearest to a quotation among the words outside it in the sentences it touches.
fn beside(scene: &Scene, quote: &Quote) -> Option<Mention> {
    let sentences = scene.doc.sentences.as_deref()?;
    let first = scene.doc.sentence_at(quote.inner.start)?;
    let last = scene.doc.sentence_at(quote.outer.end.saturating_sub(1)).unwrap_or(first);
    let inside = |s: Span| quote.outer.overlaps(s);
    let mut best: Option<(u32, Mention)> = None;
    for sentence in [&sentences[first as usize], &sentences[last as usize]] {
        for t in sentence.tokens.clone() {
            let span = scene.tree.token(t).span;
            let Some(mention) = scene.at(t).filter(|_| !inside(span)) else { continue };
            let gap =
                span.start.abs_diff(quote.outer.end).min(span.end.abs_diff(quote.outer.start));
            let fits =
                mention.entity.is_some() && speaks(mention.kind) && scene.is_subject(mention);
            if fits && best.as_ref().is_none_or(|(g, _)| gap < *g) {
                best = Some((gap, mention.clone()));
            }
        }
    }
    best.map(|(_, m)| m)
}

fn speaks(kind: MentionKind) -> bool {
    matches!(kind, MentionKind::Person | MentionKind::Organisation | MentionKind::Country)
}

/// The likeliest mention before a third-person pronoun that agrees with it.
fn third(scene: &Scene, sentence: &Sentence, at: TokenIdx, pronoun: Pronoun) -> Option<Mention> {
    let outside = outside_quotation(scene, at);
    let candidates = scene.candidates(sentence, at);
    let fits = |m: &&&Mention| agrees(scene, m, pronoun) && !binds(scene, m, at);
    let found = candidates.iter().filter(|m| !outside || !quoted(scene, m)).find(fits);
    found.or_else(|| candidates.iter().find(fits)).map(|m| (*m).clone())
}

fn outside_quotation(scene: &Scene, at: TokenIdx) -> bool {
    let here = scene.tree.token(at).span;
    !scene.doc.quotes.as_deref().unwrap_or(&[]).iter().any(|q| q.inner.contains(here))
}

fn quoted(scene: &Scene, mention: &Mention) -> bool {
    let quotes = scene.doc.quotes.as_deref().unwrap_or(&[]);
    quotes.iter().any(|q| q.inner.contains(mention.span))
}

/// Number, gender and kind.
fn agrees(scene: &Scene, m: &Mention, pronoun: Pronoun) -> bool {
    let gender = || match (m.entity.and_then(|e| scene.genders[e as usize]), pronoun.gender) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    };
    let demonym = m.form == Form::Demonym;
    match (pronoun.what, m.kind) {
        (What::Person, MentionKind::Person) => m.entity.is_some() && gender(),
        (What::Thing, MentionKind::Organisation) => m.entity.is_some() && m.form != Form::Demonym,
        (What::Thing, MentionKind::Country) => !demonym,
        (What::Any, MentionKind::Group) => true,
        (What::Any, MentionKind::Organisation) => m.entity.is_some() && m.form != Form::Name,
        _ => false,
    }
}

/// An object pronoun does not refer to the subject of its own verb ("Lavrov met him").
fn binds(scene: &Scene, m: &Mention, at: TokenIdx) -> bool {
    let token = scene.tree.token(at);
    let reflexive = scene.doc.word(at).ends_with("self") || scene.doc.word(at).ends_with("selves");
    let object = matches!(token.deprel, Deprel::Obj | Deprel::Iobj | Deprel::Obl);
    let same_verb = token.head.is_some() && scene.tree.token(m.head).head == token.head;
    object && !reflexive && same_verb && scene.is_subject(m)
}
