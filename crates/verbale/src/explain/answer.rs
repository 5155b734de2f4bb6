//! What is asked of a story, answered in order.

use super::Explainer;
use verbale_document::SentenceIdx;

impl Explainer<'_> {
    /// The answers to all questions, in their order, each sentence once: records by their ids ("s3", "e12") and
    /// sentences by words in them, then sentences by a code point of the text. Without a question, all
    /// records in a line each.
    ///
    /// # Errors
    /// What the document does not have; says what it has.
    pub fn answers(&self, what: &[String], at: &[usize]) -> Result<Vec<String>, String> {
        if what.is_empty() && at.is_empty() {
            return Ok(vec![self.contents()]);
        }
        let (mut pages, mut sentences): (Vec<String>, Vec<SentenceIdx>) = (Vec::new(), Vec::new());
        for what in what {
            match is_id(what) {
                true => pages.push(self.record(what)?),
                false => sentences.extend(self.sentences_with(what)?),
            }
        }
        for at in at {
            sentences.push(self.sentence_at(*at)?);
        }
        let mut told: Vec<SentenceIdx> = Vec::new();
        for at in sentences {
            if !told.contains(&at) {
                told.push(at);
                pages.push(self.sentence(at));
            }
        }
        Ok(pages)
    }
}

/// Whether a word is the id of a record: "s3", "e12".
fn is_id(what: &str) -> bool {
    let number = what.strip_prefix('s').or_else(|| what.strip_prefix('e'));
    number.is_some_and(|n| !n.is_empty() && n.chars().all(|c| c.is_ascii_digit()))
}
