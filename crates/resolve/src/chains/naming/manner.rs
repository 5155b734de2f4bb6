//! Names that are not used to refer to their bearer, or that refer to somebody else:
//!
//! - one or some of many: "a Moreau", "some Republicans", "the Democrats of this city";
//! - a title that is used like a name and passes from one to the next: "Madam Speaker";
//! - a name that is spoken of, not used: "the name Marbles", "they called it Stardust", and one that
//!   fills its quotation marks;
//! - a work by its author and year: "Quilis (1964)";
//! - somebody's relative by given name ("his brother Joseph"), a "Mrs." of a man's surname, and a place
//!   with an honorific ("Mr. London").

use super::{Bearer, Name};
use crate::chains::phrase;
use verbale_document::{Deprel, Gender, MentionKind, TokenIdx, Upos};

impl Name<'_, '_> {
    pub(super) fn is_no_reference(&self, gender: Option<Gender>) -> bool {
        self.is_one_of_many()
            || self.is_title()
            || self.is_spoken_of()
            || self.is_citation()
            || self.is_relative()
            || self.is_titled_otherwise(gender)
    }

    fn is_person(&self) -> bool {
        self.mention.kind == MentionKind::Person
    }

    /// A name in the plural without "the", or with what tells it from others, and "a Moreau".
    fn is_one_of_many(&self) -> bool {
        let head = self.head();
        let plural = matches!(head.xpos.as_str(), "NNPS" | "NNS") && self.is_one_word();
        let modifies = matches!(head.deprel, Deprel::Compound | Deprel::NmodPoss);
        let the = |t: TokenIdx| self.tree.token(t).lemma == "the";
        let counts = |t: TokenIdx| {
            use Deprel::{AclRelcl, Amod, Nmod, Nummod};
            matches!(self.tree.token(t).deprel, AclRelcl | Amod | Nmod | Nummod)
        };
        let people = self.bearer() == Some(Bearer::Body);
        let some = plural && people && (!self.around().any(the) || self.around().any(counts));
        (some || phrase::is_indefinite(self.tree, self.mention.head)) && !modifies
    }

    /// "Speaker", "Chair" alone.
    fn is_title(&self) -> bool {
        self.is_person() && self.words.person(self.doc.slice(self.mention.span)).is_some()
    }

    /// After "name", "pseudonym", or as what something is called.
    fn is_spoken_of(&self) -> bool {
        let head = self.head();
        let above = head.head.map(|h| self.tree.token(h));
        above.is_some_and(|up| match head.deprel {
            Deprel::Appos | Deprel::Flat | Deprel::Dep | Deprel::Compound => {
                self.words.names(&up.lemma) && up.upos == Upos::Noun
            }
            Deprel::Xcomp => self.words.names(&up.lemma) && up.upos == Upos::Verb,
            _ => false,
        }) || self.fills_quotation()
    }

    fn fills_quotation(&self) -> bool {
        let quotes = self.doc.quotes.as_deref().unwrap_or(&[]);
        quotes.iter().any(|q| {
            self.doc.slice(q.inner).trim() == self.doc.slice(self.mention.span)
                && q.inner.contains(self.mention.span)
        })
    }

    /// "Quilis (1964)", "(Dye and Bavelier, 2010)", "(Baron & Beresford 2014)".
    fn is_citation(&self) -> bool {
        let year = |word: &str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
        let closes = |word: &str| matches!(word, ")" | ";");
        let bare = year(self.after(0)) && closes(self.after(1));
        let set_off = self.after(0) == "(" || self.after(0) == "," && closes(self.after(2));
        self.is_person() && (bare || year(self.after(1)) && set_off)
    }

    /// "his brother Joseph", "Ann's dog Rex": a given name that is told by whose it is.
    fn is_relative(&self) -> bool {
        let head = self.head();
        let beside = matches!(head.deprel, Deprel::Appos | Deprel::Flat | Deprel::NmodDesc);
        let owned = |n: TokenIdx| self.tree.child(n, Deprel::NmodPoss).is_some();
        let own = self.around().any(|k| self.tree.token(k).deprel == Deprel::NmodPoss);
        self.is_person() && self.is_one_word() && (own || beside && head.head.is_some_and(owned))
    }

    /// "Mrs." before the surname of a man, or before a place.
    fn is_titled_otherwise(&self, gender: Option<Gender>) -> bool {
        let place = self.bearer() == Some(Bearer::Place);
        let titled = self.words.honorific(self.before(0));
        titled.is_some() && (place || gender.is_some() && titled != gender)
    }
}
