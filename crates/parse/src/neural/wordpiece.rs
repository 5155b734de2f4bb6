//! WordPiece of single words (Schuster & Nakajima 2012), with the vocabulary of uncased BERT.
//!
//! Lower case, accents off, cut at punctuation, then the longest pieces that the vocabulary has.

use rustc_hash::FxHashMap;
use unicode_general_category::{GeneralCategory as Category, get_general_category};
use unicode_normalization::UnicodeNormalization;

/// Pieces of a word beyond these are left out.
const LONGEST: usize = 8;

/// Marks a piece that does not begin a word.
const INSIDE: &str = "##";

/// How a word is written, which the vocabulary does not say; the numbers are those of
/// `training/verbale_training/wordpiece.py`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Writing {
    Lower,
    Title,
    Upper,
    Mixed,
    Initial,
    Digit,
    Mark,
    /// A mark of the encoder's own.
    Other,
}

impl Writing {
    pub(crate) const N: usize = 8;

    /// How `word` is written.
    pub(crate) fn of(word: &str) -> Self {
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        let Some(first) = letters.next() else {
            return if word.contains(char::is_numeric) { Writing::Digit } else { Writing::Mark };
        };
        let (mut capitals, mut others) = (usize::from(first.is_uppercase()), 0);
        for letter in letters {
            if letter.is_uppercase() { capitals += 1 } else { others += 1 }
        }
        match (first.is_uppercase(), capitals, others) {
            (_, 0, _) => Writing::Lower,
            (true, 1, 0) => Writing::Initial,
            (true, _, 0) => Writing::Upper,
            (true, 1, _) => Writing::Title,
            _ => Writing::Mixed,
        }
    }
}

/// A vocabulary of pieces.
#[derive(Debug)]
pub(crate) struct WordPiece {
    pieces: FxHashMap<Box<str>, u32>,
    /// The longest piece in bytes.
    longest: usize,
    pub(crate) unknown: u32,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl WordPiece {
    /// From the pieces in the order of their numbers; `None` without the marks that BERT needs.
    pub(crate) fn new<'p>(pieces: impl Iterator<Item = &'p str>) -> Option<Self> {
        let pieces: FxHashMap<Box<str>, u32> =
            pieces.zip(0..).map(|(p, i)| (p.into(), i)).collect();
        let longest = pieces.keys().map(|p| p.len()).max()?;
        let mark = |mark: &str| pieces.get(mark).copied();
        let (unknown, start, end) = (mark("[UNK]")?, mark("[CLS]")?, mark("[SEP]")?);
        Some(WordPiece { pieces, longest, unknown, start, end })
    }

    /// Adds the pieces of a word to `out`, at least one.
    pub(crate) fn word(&self, word: &str, text: &mut String, out: &mut Vec<u32>) {
        let first = out.len();
        text.clear();
        for c in word.chars().flat_map(char::to_lowercase).nfd() {
            match class(c) {
                Class::Nothing => {}
                Class::Letter => text.push(c),
                Class::Mark => {
                    self.part(text, out);
                    text.clear();
                    text.push(c);
                    self.part(text, out);
                    text.clear();
                }
            }
        }
        self.part(text, out);
        if out.len() == first {
            out.push(self.unknown);
        }
        out.truncate(first + LONGEST);
    }

    /// Adds the longest pieces of a run of letters, or one unknown piece if they do not cover it.
    fn part(&self, text: &str, out: &mut Vec<u32>) {
        let (first, mut at) = (out.len(), 0);
        let mut inside = String::new();
        while at < text.len() {
            let most = (at + self.longest).min(text.len());
            let found = (at + 1..=most).rev().filter(|e| text.is_char_boundary(*e)).find_map(|e| {
                let piece = &text[at..e];
                let id = if at == 0 {
                    self.pieces.get(piece)
                } else {
                    inside.clear();
                    inside.push_str(INSIDE);
                    inside.push_str(piece);
                    self.pieces.get(inside.as_str())
                };
                id.map(|id| (*id, e))
            });
            let Some((id, end)) = found else {
                out.truncate(first);
                out.push(self.unknown);
                return;
            };
            out.push(id);
            at = end;
        }
    }
}

/// What a character is to the vocabulary.
enum Class {
    /// Part of a run: a letter, digit or spacing mark.
    Letter,
    /// A piece of its own: punctuation and symbols.
    Mark,
    /// Accents, control characters and white space.
    Nothing,
}

fn class(c: char) -> Class {
    use Category::{
        ClosePunctuation, ConnectorPunctuation, Control, CurrencySymbol, DashPunctuation,
        FinalPunctuation, Format, InitialPunctuation, LineSeparator, MathSymbol, ModifierSymbol,
        NonspacingMark, OpenPunctuation, OtherPunctuation, OtherSymbol, ParagraphSeparator,
        PrivateUse, SpaceSeparator, Surrogate, Unassigned,
    };
    match get_general_category(c) {
        NonspacingMark | Control | Format | PrivateUse | Surrogate | Unassigned => Class::Nothing,
        LineSeparator | ParagraphSeparator | SpaceSeparator => Class::Nothing,
        ClosePunctuation | ConnectorPunctuation | DashPunctuation | FinalPunctuation => Class::Mark,
        InitialPunctuation | OpenPunctuation | OtherPunctuation => Class::Mark,
        CurrencySymbol | MathSymbol | ModifierSymbol | OtherSymbol => Class::Mark,
        _ => Class::Letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(word: &str) -> Vec<u32> {
        let list = ["[UNK]", "[CLS]", "[SEP]", "ge", "##neva", "geneva", "-", "based", "##s", "a"];
        let pieces = WordPiece::new(list.into_iter()).expect("has the marks");
        let mut out = Vec::new();
        pieces.word(word, &mut String::new(), &mut out);
        out
    }

    #[test]
    fn takes_the_longest_pieces() {
        assert_eq!(pieces("Geneva"), [5]);
        assert_eq!(pieces("Genevas"), [5, 8]);
        assert_eq!(pieces("Génève"), [0], "not covered");
        assert_eq!(pieces("Á"), [9], "without its accent");
        assert_eq!(pieces("GENEVA-based"), [5, 6, 7]);
        assert_eq!(pieces(""), [0]);
        assert_eq!(pieces("a-a-a-a-a-a").len(), LONGEST);
    }

    #[test]
    fn says_how_a_word_is_written() {
        use Writing::*;
        let cases = [("the", Lower), ("Almaty", Title), ("NATO", Upper), ("McDonald", Mixed)];
        let more = [("eBay", Mixed), ("A", Initial), ("U.S.", Upper), ("24", Digit), ("—", Mark)];
        for (word, writing) in cases.into_iter().chain(more) {
            assert_eq!(Writing::of(word), writing, "{word}");
        }
    }
}
