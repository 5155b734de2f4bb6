//! Names that are parts of something:
//!
//! - a part or a state of a place: "southern Russia", "a united Europe";
//! - a part of the world: "the Northeast"; a word that is written like a name but small: "łódź";
//! - a piece of a longer name: "Smart Taiwan", "Shah Abbas II", "OSCE/ODIHR", "the Municipality of
//!   Livorno", "the University of California, Berkeley";
//! - a place inside a compound: "a York hotel". Words inside words are islands to which nothing refers
//!   back (Postal 1969).

use super::{Bearer, Name};
use verbale_document::{Deprel, MentionKind, Token, TokenIdx, Upos};

/// How far before a campus the word for a school is looked for.
const SCHOOL: TokenIdx = 6;

impl Name<'_, '_> {
    pub(super) fn is_part(&self) -> bool {
        self.is_common()
            || self.is_restricted()
            || self.is_island()
            || self.is_joined()
            || self.is_before_rest()
            || self.is_after_rest()
            || self.is_campus()
    }

    /// "the North", and words of places and persons in small letters.
    fn is_common(&self) -> bool {
        let text = self.doc.slice(self.mention.span);
        let body = self.bearer() == Some(Bearer::Body);
        self.words.is_quarter(text) || !body && text.starts_with(char::is_lowercase)
    }

    /// "mainland Australia", "a more united Europe".
    fn is_restricted(&self) -> bool {
        let restricts = |t: TokenIdx| {
            let token = self.tree.token(t);
            let before = t < self.mention.head;
            let bare = !matches!(token.upos, Upos::Num | Upos::Verb);
            before && bare && matches!(token.deprel, Deprel::Amod | Deprel::Compound)
        };
        self.bearer() == Some(Bearer::Place) && self.around().any(restricts)
    }

    /// "the Kansas landscape".
    fn is_island(&self) -> bool {
        self.mention.kind == MentionKind::Place && self.head().deprel == Deprel::Compound
    }

    /// "Stardust @ home", "OSCE/ODIHR".
    fn is_joined(&self) -> bool {
        let rest = &self.doc.text()[self.mention.span.end as usize..];
        rest.trim_start_matches(' ').starts_with(['/', '@'])
    }

    /// What follows belongs to the name: a number, "of Livorno", the rest of "York Minster".
    fn is_before_rest(&self) -> bool {
        let ours = |t: &Token| t.head == Some(self.mention.head);
        let digits = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
        let roman = |word: &str| word.len() > 1 && word.chars().all(|c| "IVX".contains(c));
        let hyphened = self.after(0) == "-" && digits(self.after(1));
        let numbered = digits(self.after(0)) && self.token_after(0).is_some_and(ours);
        let named = |t: &Token| t.upos == Upos::Propn && ours(t);
        let body = self.bearer() == Some(Bearer::Body) && matches!(self.after(0), "of" | "at");
        // Unless somebody's title follows: "the Texas Governor".
        let capital = self.mention.kind == MentionKind::Place
            && self.token_after(0).is_some_and(|t| {
                let name = t.upos == Upos::Propn && t.span.start == self.mention.span.end + 1;
                name && self.words.person(self.after(0)).is_none()
            });
        hyphened
            || capital
            || roman(self.after(0))
            || numbered
            || body && self.token_after(1).is_some_and(named)
    }

    /// A capital before it belongs to it, unless it is a person's.
    fn is_after_rest(&self) -> bool {
        let capital = |t: TokenIdx| {
            let token = self.tree.token(t);
            token.deprel == Deprel::Compound && token.upos == Upos::Propn
        };
        self.mention.kind != MentionKind::Person && self.around().any(capital)
    }

    /// The town of a school whose name is told after the land's: "the University of California, Berkeley".
    fn is_campus(&self) -> bool {
        let place = self.mention.kind == MentionKind::Place;
        let school =
            |n: TokenIdx| self.before(n) == "of" && self.words.is_school(self.before(n + 1));
        place && self.before(0) == "," && (2..SCHOOL).any(school)
    }
}
