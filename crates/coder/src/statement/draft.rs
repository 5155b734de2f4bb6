//! A statement before it is finished.

use verbale_document::{Act, SmolStr, Span, Stance, TokenIdx};

/// Heads and spans of one attribution.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// Head of the source's phrase, where there is one.
    pub source: Option<TokenIdx>,
    /// Where the source stands.
    pub source_span: Option<Span>,
    /// The cue word (or the word nearest to it, for headlines and quotations without one).
    pub cue: TokenIdx,
    /// Where the cue stands; a quotation of its own sentence has none.
    pub cue_span: Option<Span>,
    /// What is said.
    pub content: Vec<Span>,
    /// Heads of phrases that name the addressee.
    pub addressee: Vec<TokenIdx>,
    pub act: Act,
    pub stance: Stance,
    pub negated: bool,
    /// There only to tell that what it holds is not the outlet's own word.
    pub voice: bool,
    /// Rule.
    pub by: SmolStr,
}
