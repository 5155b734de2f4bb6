//! Passages that tell of no politics: sport, ordinary crime, and what happens in films and books.
//!
//! A story in which every eightieth word is one of sport is a sports story; so is a sentence with two
//! of them. A story in which every fortieth word is one of crime and courts, and hardly any one of
//! politics, tells of ordinary crime. What stands "in the film", or what a novel is said to tell, has not
//! happened. The words are `@sport`, `@crime`, `@politics` and `@fiction` of `classes.tsv`. Does not look
//! at the parties; [`super::political`] does.

use super::lexicon::WordClasses;
use crate::View;
use crate::trace::Reason;
use std::collections::BTreeSet;
use verbale_document::{Deprel, Sentence, TokenIdx, Upos};

/// Words of sport that make a story one of sport, how many different ones, and of how many words each.
const STORY: usize = 5;
const KINDS: usize = 4;
const ONE_OF: usize = 80;
/// Words of sport that make a sentence one of sport.
const SENTENCE: usize = 2;
/// Words of crime that make a story one of crime, how many different ones, of how many words each, and
/// how many of them a word of politics outweighs.
const CRIME: usize = 5;
const CRIMES: usize = 4;
const CRIME_IN: usize = 40;
const OUTWEIGHED: usize = 10;

/// Whether a document is a sports story.
pub fn is_sport(view: &View<'_>, classes: &WordClasses) -> bool {
    let n = view.doc.tokens.as_ref().map_or(0, |t| t.len()) as TokenIdx;
    let words = (0..n).filter(|&t| view.tree.token(t).upos != Upos::Punct).count();
    let sport = sport_words(view, classes, 0..n);
    let kinds: BTreeSet<&str> = sport.iter().copied().collect();
    sport.len() >= STORY && kinds.len() >= KINDS && sport.len() * ONE_OF >= words
}

/// Whether a document tells of ordinary crime: of police, courts and what they try, and of no politics.
pub fn is_crime(view: &View<'_>, classes: &WordClasses) -> bool {
    let n = view.doc.tokens.as_ref().map_or(0, |t| t.len()) as TokenIdx;
    let words: Vec<String> = (0..n)
        .filter(|&t| view.tree.token(t).upos != Upos::Punct)
        .map(|t| view.lemma(t).to_lowercase())
        .collect();
    let of = |class: &str| words.iter().filter(|w| classes.is(class, w)).collect::<Vec<_>>();
    let (crime, politics) = (of("crime"), of("politics").len());
    let kinds: BTreeSet<&String> = crime.iter().copied().collect();
    crime.len() >= CRIME
        && kinds.len() >= CRIMES
        && crime.len() * CRIME_IN >= words.len()
        && politics * OUTWEIGHED <= crime.len()
}

fn sport_words<'d>(
    view: &View<'d>,
    classes: &WordClasses,
    tokens: std::ops::Range<TokenIdx>,
) -> Vec<&'d str> {
    let noun = |t: &TokenIdx| matches!(view.tree.token(*t).upos, Upos::Noun | Upos::Propn);
    let sport = |t: &TokenIdx| classes.is_word(view, "sport", *t);
    tokens.filter(noun).filter(sport).map(|t| view.lemma(t)).collect()
}

/// Whether a sentence tells of a contest, or of what a film or book tells.
pub fn is_told_otherwise(view: &View<'_>, classes: &WordClasses, sentence: &Sentence) -> bool {
    let mut tokens = sentence.tokens.clone();
    let contest = |t: TokenIdx| classes.is_word(view, "contest", t);
    let sport = sport_words(view, classes, tokens.clone()).len();
    let why = match sport + usize::from(sport > 0 && tokens.clone().any(contest)) >= SENTENCE {
        true => Some(Reason::Sport),
        false => tokens.find(|&t| is_work(view, classes, t)).map(Reason::Fiction),
    };
    let told = why.is_some();
    why.into_iter().for_each(|why| view.log.drop_all(sentence.tokens.clone(), None, why));
    told
}

/// "in the new film", "the novel, in which": a work as place or subject.
fn is_work(view: &View<'_>, classes: &WordClasses, token: TokenIdx) -> bool {
    let t = view.tree.token(token);
    let work = t.upos == Upos::Noun && classes.is("fiction", &t.lemma.to_lowercase());
    work && match t.deprel {
        Deprel::Nsubj | Deprel::NsubjPass => true,
        Deprel::Obl => view.has_case(token, "in"),
        _ => false,
    }
}
