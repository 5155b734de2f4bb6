//! Who speaks in a quotation: the subject beside it; and so who "I" and "we" are; and of whom it is said.

use super::binding;
use super::lexicon::{Anaphora, Pronoun, What};
use super::scene::Scene;
use verbale_document::{Deprel, Form, Mention, MentionKind, Quote, Sentence, Span, TokenIdx, Upos};

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
    scene.quotes.around(scene.tree.token(at).span)
}

/// Whether a sentence is quoted as a whole.
pub(super) fn is_quoted(scene: &Scene, sentence: &Sentence) -> bool {
    scene.quotes.near(sentence.span).iter().any(|q| q.outer.contains(sentence.span))
}

/// Where the quotations begin that end in a sentence before `at`.
pub(super) fn ended_before(scene: &Scene, sentence: &Sentence, at: TokenIdx) -> Vec<u32> {
    let start = scene.tree.token(at).span.start;
    let all = scene.quotes.near(sentence.span).iter();
    all.filter(|q| q.outer.end <= start).map(|q| q.outer.start).collect()
}

/// Whether the word at `at` is the subject of a verb of speech.
pub(super) fn says(scene: &Scene, words: &Anaphora, at: TokenIdx) -> bool {
    let verb = scene.tree.token(at).head.filter(|_| scene.tree.token(at).deprel == Deprel::Nsubj);
    verb.is_some_and(|v| words.speaks(&scene.tree.token(v).lemma))
}

/// Who speaks in the words of the teller before `at` in the same sentence: who says the clause around
/// it, or what stands before "..., he added".
pub(super) fn teller_before(
    scene: &Scene,
    words: &Anaphora,
    sentence: &Sentence,
    at: TokenIdx,
) -> Option<TokenIdx> {
    let told = |t: &TokenIdx| around(scene, *t).is_none();
    if is_behind(scene, at) {
        let reports = |t: &TokenIdx| {
            let verb = scene.tree.token(*t).head;
            verb.is_some_and(|v| scene.tree.child(v, Deprel::Ccomp).is_some())
        };
        let mut before = sentence.tokens.start..at;
        return before.find(|t| says(scene, words, *t) && reports(t) && told(t));
    }
    let subject = |verb: TokenIdx| scene.tree.child(verb, Deprel::Nsubj);
    let mut around = scene.tree.ancestors(at).filter_map(subject).filter(|t| *t < at);
    around.find(|t| says(scene, words, *t) && told(t))
}

/// Whether the verb of which the word at `at` is the subject stands behind all that it reports.
pub(super) fn is_behind(scene: &Scene, at: TokenIdx) -> bool {
    let Some(verb) = scene.tree.token(at).head else { return false };
    let content = |k: &TokenIdx| {
        let rel = scene.tree.token(*k).deprel;
        *k > verb && matches!(rel, Deprel::Ccomp | Deprel::Xcomp | Deprel::Obj | Deprel::Parataxis)
    };
    !scene.tree.children(verb).iter().any(content)
}

/// Who says what a sentence of the teller reports: the subject of the outermost verb of speech; one that
/// is put in or behind ("..., she says") is outside all others.
pub(super) fn teller(scene: &Scene, words: &Anaphora, sentence: &Sentence) -> Option<TokenIdx> {
    let speech = |t: &TokenIdx| {
        let token = scene.tree.token(*t);
        token.upos == Upos::Verb && words.speaks(&token.lemma) && around(scene, *t).is_none()
    };
    let subject = |verb: TokenIdx| {
        let of = binding::subject_verb(scene, verb)?;
        scene.tree.child(of, Deprel::Nsubj)
    };
    let depth = |verb: TokenIdx| match is_put_in(scene, verb) {
        true => 0,
        false => 1 + scene.tree.ancestors(verb).count(),
    };
    let verbs = sentence.tokens.clone().filter(speech);
    let spoken = verbs.filter_map(|v| Some((depth(v), subject(v)?)));
    spoken.min_by_key(|(depth, _)| *depth).map(|(_, subject)| subject)
}

/// Whether a verb stands beside what it reports, without an object or a clause of its own.
fn is_put_in(scene: &Scene, verb: TokenIdx) -> bool {
    let content = |k: &TokenIdx| {
        matches!(scene.tree.token(*k).deprel, Deprel::Ccomp | Deprel::Obj | Deprel::Xcomp)
    };
    scene.tree.token(verb).deprel == Deprel::Parataxis
        && !scene.tree.children(verb).iter().any(content)
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
