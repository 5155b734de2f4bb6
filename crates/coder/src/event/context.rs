//! Contexts: what an event is about, by words of its sentence (`contexts.tsv`).

use rustc_hash::FxHashMap;
use verbale_document::{Classes, Document, Lexicons, SentenceIdx, SmolStr, TableError};

/// Keyword lemmas to PLOVER contexts.
#[derive(Debug, Default)]
pub struct Contexts {
    by_lemma: FxHashMap<SmolStr, SmolStr>,
}

impl Contexts {
    /// Reads the table.
    pub fn new(lexicons: &Lexicons, classes: &Classes) -> Result<Self, TableError> {
        let mut by_lemma = FxHashMap::default();
        for row in lexicons.table("contexts.tsv", &["context", "lemmas"])?.rows() {
            for lemma in classes.words(&row, "lemmas")? {
                by_lemma.insert(lemma, SmolStr::from(row.get("context")));
            }
        }
        Ok(Contexts { by_lemma })
    }

    /// Contexts of a sentence, sorted, each once.
    pub fn of(&self, doc: &Document, sentence: SentenceIdx) -> Vec<SmolStr> {
        let Some(sentence) = doc.sentences.as_ref().and_then(|s| s.get(sentence as usize)) else {
            return Vec::new();
        };
        let lemma = |t| doc.token(t).lemma.to_lowercase();
        let found = sentence.tokens.clone().filter_map(|t| self.by_lemma.get(lemma(t).as_str()));
        let mut all: Vec<SmolStr> = found.cloned().collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}
