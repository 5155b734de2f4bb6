//! Words as they are compared: stems (Porter 2001, "Snowball", English), numbers, names.

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// Words shorter than this say nothing of what a sentence is about.
const MIN_LETTERS: usize = 4;

/// Stems of English words; verbs of no rule ("shot") by their lemma.
pub struct Stems {
    stemmer: Stemmer,
    irregular: FxHashMap<String, String>,
}

impl Stems {
    /// With the forms of irregular verbs and their lemmas.
    pub fn new(irregular: FxHashMap<String, String>) -> Self {
        Stems { stemmer: Stemmer::create(Algorithm::English), irregular }
    }

    /// The stem of a lemma.
    pub fn of_lemma(&self, lemma: &str) -> String {
        self.stemmer.stem(&lemma.to_lowercase()).into_owned()
    }

    /// The stem of a word as it stands in a text.
    pub fn of_word(&self, word: &str) -> String {
        let word = word.to_lowercase();
        self.of_lemma(self.irregular.get(&word).map_or(&word, String::as_str))
    }

    /// Stems of the longer words of a sentence, and its numbers.
    pub fn of_sentence(&self, sentence: &str) -> BTreeSet<String> {
        let told = |w: &&str| w.chars().count() >= MIN_LETTERS || is_number(w);
        words(sentence).filter(told).map(|w| self.of_lemma(w)).collect()
    }
}

/// Stretches of letters and digits.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty())
}

/// Numbers in digits.
pub fn numbers(text: &str) -> BTreeSet<String> {
    words(text).filter(|w| is_number(w)).map(str::to_string).collect()
}

fn is_number(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_digit())
}

/// A name as it is compared: letters and digits in lower case, a space between words.
pub fn folded(name: &str) -> String {
    let words: Vec<String> = words(name).map(str::to_lowercase).collect();
    words.join(" ")
}

/// The last word of a folded name: of a person the family name.
pub fn last(folded: &str) -> &str {
    folded.rsplit(' ').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        let irregular = [("fought".to_string(), "fight".to_string())];
        let stems = Stems::new(irregular.into_iter().collect());
        assert_eq!(stems.of_word("Fought"), stems.of_lemma("fight"));
        assert_eq!(stems.of_word("collided"), stems.of_word("colliding"));
        assert_ne!(stems.of_word("ferry"), stems.of_word("fire"));
    }

    #[test]
    fn names_are_folded() {
        assert_eq!(folded("Anna-Maria  O'Neill"), "anna maria o neill");
        assert_eq!(last("anna maria neill"), "neill");
        assert_eq!(numbers("Two of 17 boats, 3 crews").len(), 2);
    }
}
