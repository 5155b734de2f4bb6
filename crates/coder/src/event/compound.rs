//! Words whose parts are tokens: "cease-fire", "sit-in".
//!
//! Says under what words a token may be listed; [`super::verb`] looks them up.

use crate::View;
use verbale_document::{SmolStr, TokenIdx};

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

    /// What a word may be listed under: the hyphenated word that it ends, with its hyphen and without
    /// ("re-affirmed"), its lemma, the singular of
    /// a lemma that is a plural ("troops", "supplies"), and a lemma that lost its "e", and
    /// the word without its ending ("boycott|ed").
    pub fn forms(&self, token: TokenIdx) -> Vec<SmolStr> {
        let lemma = self.lemma(token).to_lowercase();
        let singular = match lemma.strip_suffix("ies") {
            Some(stem) => Some(format!("{stem}y")),
            None => lemma.strip_suffix('s').filter(|l| l.len() > 3).map(str::to_string),
        };
        let whole = (lemma.len() > 2).then(|| format!("{lemma}e"));
        let word = self.doc.word(token).to_lowercase();
        let stem = ["ed", "ing"].iter().find_map(|end| word.strip_suffix(end)).map(str::to_string);
        let parts = self.hyphenated(token).or_else(|| self.with_particle(token));
        let joined = parts.as_ref().map(|p| p.replace('-', ""));
        let all = [parts, joined, Some(lemma), singular, whole, stem];
        all.into_iter().flatten().map(SmolStr::from).collect()
    }
}
