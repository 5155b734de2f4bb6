//! Who speaks in a quotation: the subject beside it; and so who "I" and "we" are; and of whom it is said.

use super::lexicon::{Pronoun, What};
use super::scene::Scene;
use verbale_document::{Deprel, Form, Mention, MentionKind, Quote, Span, TokenIdx};

/// Links "I" and "we" at `at` to the speaker of the quotation they stand in; "I" is a person.
pub(super) fn link(scene: &mut Scene, at: TokenIdx, pronoun: Pronoun) {
    let said = around(scene, at).and_then(|q| speaker(scene, q));
    let Some(said) = said.filter(|_| scene.at(at).is_none()) else { return };
    if said.kind == MentionKind::Person || pronoun.plural {
        scene.refer(at, Form::Pronoun, &said, "coreference/speaker");
    }
}

/// The innermost quotation around a token.
pub(super) fn around<'d>(scene: &Scene<'d>, at: TokenIdx) -> Option<&'d Quote> {
    let here = scene.tree.token(at).span;
    let quotes: &'d [Quote] = scene.doc.quotes.as_deref().unwrap_or(&[]);
    quotes.iter().rev().find(|q| q.inner.contains(here))
}

/// The subject nearest to a quotation among the words outside it in the sentences it touches.
pub(super) fn speaker(scene: &Scene, quote: &Quote) -> Option<Mention> {
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

/// Of whom a quotation is said: "he is a liar," she said of the minister.
pub(super) fn topic(scene: &Scene, quote: &Quote, pronoun: Pronoun) -> Option<Mention> {
    let said = speaker(scene, quote)?;
    let verb = scene.tree.token(said.head).head?;
    let of = |k: &TokenIdx| {
        let case = scene.tree.child(*k, Deprel::Case).map(|c| scene.tree.token(c).lemma.as_str());
        matches!(case, Some("of" | "about"))
    };
    let topic = scene.tree.children_by(verb, Deprel::Obl).find(of)?;
    let mention = scene.at(topic).filter(|m| m.form != Form::Pronoun && m.entity != said.entity)?;
    let person = mention.kind == MentionKind::Person;
    let fits = match pronoun.what {
        What::Person => person,
        What::Thing => !person,
        What::Any => !person && mention.kind != MentionKind::Place,
    };
    fits.then(|| mention.clone())
}

fn speaks(kind: MentionKind) -> bool {
    matches!(kind, MentionKind::Person | MentionKind::Organisation | MentionKind::Country)
}
