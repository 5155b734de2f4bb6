//! Repairs of tags that a left-to-right tagger cannot know better and a parser cannot undo.
//!
//! Each rule states what English allows in one place of a sentence and changes nothing else. No
//! words of any subject matter stand in them.

use crate::tagger::Tagger;
use verbale_document::{Document, Span, Upos};

impl Tagger {
    /// Mends the tags of one sentence where English leaves one reading.
    pub(crate) fn repair(&self, spans: &[Span], doc: &Document, tags: &mut [u8]) {
        self.give_nouns(tags);
        self.give_finite_verb(spans, doc, tags);
        self.give_closing_verb(spans, doc, tags);
    }

    /// An adjective with a determiner before it and a finite verb right after it stands for a noun
    /// ("the Pakistani military said").
    fn give_nouns(&self, tags: &mut [u8]) {
        let Some(noun) = self.noun else { return };
        for i in 1..tags.len().saturating_sub(1) {
            let finite = matches!(self.xpos(tags[i + 1]).as_str(), "VBD" | "VBZ");
            let after = matches!(self.upos(tags[i - 1]), Upos::Det | Upos::Adj);
            if finite && after && self.xpos(tags[i]) == "JJ" {
                tags[i] = noun;
            }
        }
    }

    /// A sentence with a full stop has a finite verb in its main clause. Where the tags give none to
    /// the clause of the first participle that stands behind a nominal, it is the past tense ("The
    /// meeting included experts.", "Togo denied on Friday that it had left.").
    fn give_finite_verb(&self, spans: &[Span], doc: &Document, tags: &mut [u8]) {
        let stops = spans.last().is_some_and(|s| doc.slice(*s) == ".");
        let xpos = |i: usize| self.xpos(tags[i]).as_str();
        let word = |i: usize| doc.slice(spans[i]);
        let nominal = |i: usize| matches!(self.upos(tags[i]), Upos::Noun | Upos::Propn);
        let first = (0..tags.len()).find(|&i| FINITE.contains(&xpos(i)) || xpos(i) == "VBN");
        let first = first.filter(|&i| stops && i > 0 && xpos(i) == "VBN" && nominal(i - 1));
        let Some(at) = first.filter(|&i| word(i + 1) != "by") else { return };
        let apart = |i: usize| SUBORDINATORS.contains(&word(i).to_lowercase().as_str());
        let decides = (at + 1..tags.len()).find(|&i| FINITE.contains(&xpos(i)) || apart(i));
        if let (true, Some(past)) = (decides.is_none_or(apart), self.past) {
            tags[at] = past;
        }
    }

    /// "..., its minister warned.": behind a comma, a noun phrase and the last word make a clause.
    fn give_closing_verb(&self, spans: &[Span], doc: &Document, tags: &mut [u8]) {
        let Some(last) = tags.len().checked_sub(2) else { return };
        let word = |i: usize| doc.slice(spans[i]);
        if word(last + 1) != "." || self.xpos(tags[last]) != "VBN" {
            return;
        }
        let upos = |i: usize| self.upos(tags[i]);
        let phrase = |i: &usize| {
            matches!(upos(*i), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Part)
                || self.xpos(tags[*i]) == "PRP$"
        };
        let start = (0..last).rev().take_while(phrase).last();
        let closes = start.is_some_and(|s| s > 0 && word(s - 1) == ",")
            && matches!(upos(last - 1), Upos::Noun | Upos::Propn);
        if let (true, Some(past)) = (closes, self.past) {
            tags[last] = past;
        }
    }
}

/// Words that open a clause of their own.
const SUBORDINATORS: [&str; 12] = [
    "that", "which", "who", "whose", "because", "after", "before", "if", "when", "while",
    "whether", "since",
];

/// Penn tags of finite verbs.
const FINITE: [&str; 4] = ["VBD", "VBZ", "VBP", "MD"];
