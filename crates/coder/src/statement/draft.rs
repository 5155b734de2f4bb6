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

impl Draft {
    /// An assertion by nobody yet, of no content; fill in the rest with struct update syntax.
    pub(super) fn plain(cue: TokenIdx, by: &'static str) -> Self {
        Draft {
            source: None,
            source_span: None,
            cue,
            cue_span: None,
            content: Vec::new(),
            addressee: Vec::new(),
            act: Act::Speech,
            stance: Stance::Assert,
            negated: false,
            voice: false,
            by: SmolStr::new_static(by),
        }
    }
}
