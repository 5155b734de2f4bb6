//! Drafts beside where they stand, so that those near a quotation are found without reading them all.

use super::draft::Draft;
use verbale_document::{Span, TokenIdx};

/// The drafts of a document, and where each of them reaches from and to.
pub(super) struct Drafts {
    all: Vec<Draft>,
    /// Per draft: from the first to the last byte of its content, cue and source.
    hulls: Vec<Span>,
}

impl Drafts {
    pub(super) fn new(all: Vec<Draft>) -> Self {
        Drafts { hulls: all.iter().map(hull).collect(), all }
    }

    pub(super) fn into_all(self) -> Vec<Draft> {
        self.all
    }

    pub(super) fn push(&mut self, draft: Draft) {
        self.hulls.push(hull(&draft));
        self.all.push(draft);
    }

    /// Those that reach into `span` or touch it, in order; others may be among them.
    pub(super) fn near(&self, span: Span) -> impl Iterator<Item = &Draft> {
        let near = move |hull: &Span| hull.start <= span.end && hull.end >= span.start;
        self.hulls.iter().zip(&self.all).filter(move |(hull, _)| near(hull)).map(|(_, d)| d)
    }

    /// Changes those that reach into `span` or touch it.
    pub(super) fn change_near(&mut self, span: Span, mut change: impl FnMut(&mut Draft)) {
        for (at, draft) in self.hulls.iter_mut().zip(&mut self.all) {
            if at.start <= span.end && at.end >= span.start {
                change(draft);
                *at = hull(draft);
            }
        }
    }

    /// Changes the first one of a cue word, where there is one; tells whether there was.
    pub(super) fn change_cued(&mut self, cue: TokenIdx, change: impl FnOnce(&mut Draft)) -> bool {
        let Some(i) = self.all.iter().position(|d| d.cue == cue) else { return false };
        change(&mut self.all[i]);
        self.hulls[i] = hull(&self.all[i]);
        true
    }

    /// Whether some draft has this cue word.
    pub(super) fn has_cue(&self, cue: TokenIdx) -> bool {
        self.all.iter().any(|d| d.cue == cue)
    }

    /// Whether a draft is part of what another says.
    pub(super) fn is_part(&self, draft: &Draft) -> bool {
        let within = |cue: Span| {
            self.near(cue).any(|d| d.content.iter().any(|content| content.contains(cue)))
        };
        draft.cue_span.is_some_and(within)
    }

    /// The last one that ends before a byte and passes; of those that end together the later one.
    pub(super) fn last_before(&self, at: u32, passes: impl Fn(&Draft) -> bool) -> Option<&Draft> {
        let mut last: Option<(u32, &Draft)> = None;
        for (hull, draft) in self.hulls.iter().zip(&self.all).rev() {
            let later = last.is_none_or(|(end, _)| hull.end > end);
            if hull.end <= at && later && passes(draft) {
                last = Some((hull.end, draft));
            }
        }
        last.map(|(_, draft)| draft)
    }
}

/// From the first to the last byte of a draft's content, cue and source.
pub(super) fn hull(draft: &Draft) -> Span {
    let spans = draft.content.iter().copied().chain(draft.cue_span).chain(draft.source_span);
    spans.reduce(Span::cover).unwrap_or_default()
}
