//! Words whose parts are tokens: "cease-fire", "sit-in".
//!
//! Says under what one word they may be listed; [`super::verb`] looks it up.

use crate::View;
use verbale_document::TokenIdx;

impl View<'_> {
    /// The lemma of the hyphenated word that `token` ends ("cease-fire", whose parts are tokens).
    pub fn hyphenated(&self, token: TokenIdx) -> Option<String> {
        let first = token.checked_sub(2)?;
        let joined = self.doc.word(token - 1) == "-"
            && self.span(first).end == self.span(token - 1).start
            && self.span(token - 1).end == self.span(token).start;
        joined.then(|| format!("{}-{}", self.lemma(first), self.lemma(token)).to_lowercase())
    }

    /// The noun of a verb and a particle that `token` begins ("sit-in", "walk-out", whose parts are tokens).
    pub fn with_particle(&self, token: TokenIdx) -> Option<String> {
        let n = self.doc.tokens.as_ref().map_or(0, |t| t.len()) as TokenIdx;
        let last = Some(token + 2).filter(|&t| t < n)?;
        let joined = self.doc.word(token + 1) == "-"
            && self.span(token).end == self.span(token + 1).start
            && self.span(token + 1).end == self.span(last).start
            && matches!(
                self.doc.word(last),
                "in" | "out" | "off" | "up" | "down" | "over" | "back"
            );
        joined.then(|| format!("{}-{}", self.lemma(token), self.doc.word(last)).to_lowercase())
    }
}
