//! The grammar of time expressions over the atoms of a sentence.
//!
//! Rules are by kind of expression, a file to each: `number` and `year` (in figures and words),
//! `point` and `figures` (days, months, years, however said), `resolve` (what they mean on the
//! document's date), `relative` ("last week"), `shift` ("two days ago"), `part` ("the end of May"),
//! `share` ("Q2"), `range`, `duration`, `set`, `clock` and `moment` ("Friday at 8 p.m."). A rule
//! takes the index of an atom and gives one past the end of what it read, with its value.
//! Prepositions and articles are looked at but not taken in, as in TIMEX3.

mod clock;
mod duration;
mod figures;
mod moment;
mod number;
mod part;
mod point;
mod range;
mod relative;
mod resolve;
mod set;
mod share;
mod shift;
mod year;

use super::atoms::{Atom, What};
use super::calendar::bare;
use super::tense::{Clause, Tense};
use super::unit::Unit;
use super::words::{Relative, Word};
use std::cell::Cell;
use verbale_document::{Date, Time, TimeType, Token, Upos};

/// One past the last atom, and the value.
type Found = Option<(usize, Time)>;

/// One sentence and the days it is read against.
pub(super) struct Grammar<'a> {
    pub(super) clause: Clause<'a>,
    pub(super) atoms: &'a [Atom],
    /// The document's date.
    pub(super) today: Option<Date>,
    /// The day spoken of last, from which "three days later" counts.
    pub(super) focus: Option<Date>,
    /// The same within this sentence, which a time of day belongs to.
    pub(super) here: Option<Date>,
    /// How deep points stand in one another: "the end of the first week of May" is two deep.
    pub(super) depth: Cell<u8>,
}

/// Deeper than anybody writes, so that no text can make the grammar call itself for ever.
const DEEPEST: u8 = 4;

impl Grammar<'_> {
    /// The longest time expression that begins at `at`; of equally long ones the later rule wins.
    pub(super) fn longest(&self, at: usize) -> Found {
        if !self.may_begin(at) {
            return None;
        }
        let rules = [
            self.duration(at),
            self.reference(at),
            self.clock_alone(at),
            self.moment(at),
            self.shift(at),
            self.set(at),
            self.range(at),
        ];
        let found = rules.into_iter().flatten().max_by_key(|(end, _)| *end);
        found.filter(|(end, _)| !self.goes_into_code(*end))
    }

    /// Whether figures go on after what was read: "2015-32", "2010-2015-86".
    fn goes_into_code(&self, end: usize) -> bool {
        let joined = self.is_any(end, &["-", "/"]) && self.is_glued(end) && self.is_glued(end + 1);
        end > 0 && joined && self.is_figure(end - 1) && self.is_figure(end + 1)
    }

    /// Most atoms begin nothing; figures do not where they go on from others ("133-03-03").
    fn may_begin(&self, at: usize) -> bool {
        match self.atoms[at].what {
            What::Word(_) => !self.goes_on(at),
            What::Digits(..) | What::Decimal => !self.goes_on(at) || self.unit(at + 1).is_some(),
            What::Mark('½') => true,
            What::Mark('\'' | '’' | '‘') => self.digits(at + 1, 2).is_some(),
            What::Mark(_) => false,
            What::Other => self.is(at, "a") || self.is(at, "an") || self.is(at, "another"),
        }
    }

    /// Whether figures are part of a longer code, a sum of money or a share.
    fn goes_on(&self, at: usize) -> bool {
        let mark = |i: usize| match self.atoms[i].what {
            What::Mark(c) => Some(c),
            _ => None,
        };
        let Some(before) = at.checked_sub(1) else { return false };
        match mark(before) {
            Some('$' | '€' | '£' | '¥' | '#') => self.is_figure(at) || self.atoms[at].glued,
            Some('-' | '–' | '/' | '.' | ':' | '+')
                if self.is_figure(at) && self.atoms[at].glued =>
            {
                self.atoms[before].glued && before > 0 && self.is_figure(before - 1)
            }
            _ => false,
        }
    }

    fn is_figure(&self, at: usize) -> bool {
        let figure = |a: &Atom| matches!(a.what, What::Digits(..) | What::Decimal);
        self.atoms.get(at).is_some_and(figure)
    }

    fn text(&self, at: usize) -> Option<&str> {
        let atom = self.atoms.get(at)?;
        self.clause.doc.text().get(atom.start..atom.end)
    }

    fn is(&self, at: usize, word: &str) -> bool {
        self.text(at).is_some_and(|w| w.eq_ignore_ascii_case(word))
    }

    fn is_any(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|w| self.is(at, w))
    }

    /// Whether one of `words` stands before `at`.
    fn follows(&self, at: usize, words: &[&str]) -> bool {
        at > 0 && self.is_any(at - 1, words)
    }

    /// `at`, or past it where it is one of `words`.
    fn past(&self, at: usize, words: &[&str]) -> usize {
        at + usize::from(self.is_any(at, words))
    }

    fn word(&self, at: usize) -> Option<Word> {
        match self.atoms.get(at)?.what {
            What::Word(word) => Some(word),
            _ => None,
        }
    }

    fn unit(&self, at: usize) -> Option<Unit> {
        match self.word(at)? {
            Word::Unit(unit) => Some(unit),
            _ => None,
        }
    }

    /// "next" and the like, and "this".
    fn relative_word(&self, at: usize) -> Option<Relative> {
        match self.word(at)? {
            Word::Relative(relative) => Some(relative),
            _ => None,
        }
    }

    fn is_glued(&self, at: usize) -> bool {
        self.atoms.get(at).is_some_and(|a| a.glued)
    }

    fn token(&self, at: usize) -> Option<&Token> {
        let first = self.atoms.get(at)?.first;
        self.clause.doc.tokens.as_deref()?.get(first as usize)
    }

    fn upos(&self, at: usize) -> Upos {
        self.token(at).map_or(Upos::X, |t| t.upos)
    }

    /// Whether nothing that `at` could modify follows: a mark, a preposition, the end.
    fn closes(&self, at: usize) -> bool {
        let closing = |u| matches!(u, Upos::Punct | Upos::Adp | Upos::Cconj | Upos::Sconj);
        at >= self.atoms.len()
            || matches!(self.atoms[at].what, What::Mark(_))
            || closing(self.upos(at))
    }

    fn tense(&self, at: usize) -> Tense {
        self.atoms.get(at).map_or(Tense::Unknown, |a| self.clause.tense(a.first))
    }

    /// "now", "recently".
    fn reference(&self, at: usize) -> Found {
        match self.word(at)? {
            Word::Reference(reference) => Some((at + 1, bare(TimeType::Date, reference.value()))),
            _ => None,
        }
    }
}
