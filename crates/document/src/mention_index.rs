//! Which mention stands over a token.

use crate::{Document, Mention, MentionIdx, MentionKind, TokenIdx};

/// The mentions over each token of a document. Mentions may be added one after another.
#[derive(Clone, Debug, Default)]
pub struct MentionIndex {
    /// The shortest mention that is no time.
    actors: Vec<Option<MentionIdx>>,
    /// The person whose title the token is part of.
    titles: Vec<Option<MentionIdx>>,
    /// The time mention.
    times: Vec<Option<MentionIdx>>,
}

impl MentionIndex {
    /// Lays `mentions` over the tokens of `doc`, in O(tokens + mention lengths).
    pub fn new(doc: &Document, mentions: &[Mention]) -> Self {
        let n = doc.tokens.as_ref().map_or(0, |t| t.len());
        let none = || vec![None; n];
        let mut index = MentionIndex { actors: none(), titles: none(), times: none() };
        (0..mentions.len()).for_each(|at| index.lay(doc, mentions, at as MentionIdx));
        index
    }

    /// Lays the mention at `at` over the others. Of two of one length the earlier one stays.
    pub fn lay(&mut self, doc: &Document, mentions: &[Mention], at: MentionIdx) {
        let mention = &mentions[at as usize];
        let tokens = doc.tokens_in(mention.span);
        if mention.kind == MentionKind::Time {
            tokens.for_each(|t| self.times[t as usize] = Some(at));
            return;
        }
        for t in tokens {
            let shorter = match self.actors[t as usize] {
                Some(old) => mentions[old as usize].span.len() > mention.span.len(),
                None => true,
            };
            if shorter {
                self.actors[t as usize] = Some(at);
            }
        }
        for t in mention.title.map_or(0..0, |title| doc.tokens_in(title)) {
            self.titles[t as usize] = Some(at);
        }
    }

    /// The shortest mention of an actor or a place over a token.
    pub fn actor_at(&self, token: TokenIdx) -> Option<MentionIdx> {
        self.actors[token as usize]
    }

    /// The person whose title a token is part of.
    pub fn titled_at(&self, token: TokenIdx) -> Option<MentionIdx> {
        self.titles[token as usize]
    }

    /// The time mention over a token.
    pub fn time_at(&self, token: TokenIdx) -> Option<MentionIdx> {
        self.times[token as usize]
    }
}
