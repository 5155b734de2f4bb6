//! Names that do not simply stand for their bearer, and so are left out of its chain:
//!
//! - a part or a state of a place: "southern Russia", "a united Europe";
//! - a part of the world: "the Northeast"; a word that is written like a name but small: "łódź";
//! - one or some of many: "a Moreau", "some Republicans", "the Democrats of this city";
//! - a piece of a longer name: "Smart Taiwan", "Shah Abbas II";
//! - a title that is used like a name and passes from one to the next: "Madam Speaker";
//! - a name that is spoken of, not used: "the name Marbles", "they called it Stardust", and one that
//!   fills its quotation marks;
//! - a work by its author and year: "Quilis (1964)";
//! - a name like that of a person in a story where most of its like are those of a body or a place;
//! - somebody's relative by given name ("his brother Joseph"), and a "Mrs." of a man's surname.

use super::lexicon::Anaphora;
use super::phrase;
use verbale_document::{
    Deprel, Document, Form, Gender, Mention, MentionKind, Span, Token, TokenIdx, Tree, Upos,
};

/// What a name is a name of, broadly.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Bearer {
    Person,
    Body,
    Place,
}

fn bearer(kind: MentionKind) -> Option<Bearer> {
    match kind {
        MentionKind::Person => Some(Bearer::Person),
        MentionKind::Organisation | MentionKind::Group => Some(Bearer::Body),
        MentionKind::Place | MentionKind::Country => Some(Bearer::Place),
        MentionKind::Time => None,
    }
}

/// What most names of each entity are names of; the first in the text where there are as many.
pub(super) fn bearers(mentions: &[Mention], entities: usize) -> Vec<Option<Bearer>> {
    let mut counts: Vec<Vec<(Bearer, u32)>> = vec![Vec::new(); entities];
    for mention in mentions.iter().filter(|m| m.form == Form::Name) {
        if let (Some(entity), Some(sort)) = (mention.entity, bearer(mention.kind)) {
            let counts = &mut counts[entity as usize];
            match counts.iter_mut().find(|(s, _)| *s == sort) {
                Some((_, n)) => *n += 1,
                None => counts.push((sort, 1)),
            }
        }
    }
    let most = |c: Vec<(Bearer, u32)>| c.into_iter().rev().max_by_key(|(_, n)| *n).map(|(s, _)| s);
    counts.into_iter().map(most).collect()
}

/// Whether the name stands aside from the chain of its entity, whose gender and sort may be known.
pub(super) fn is_aside(
    doc: &Document,
    tree: &Tree,
    words: &Anaphora,
    mention: &Mention,
    (gender, of_entity): (Option<Gender>, Option<Bearer>),
) -> bool {
    let name = Name { doc, tree, words, mention };
    mention.form == Form::Name
        && (of_entity.is_some_and(|s| bearer(mention.kind) != Some(s))
            || name.is_common()
            || name.is_restricted()
            || name.is_one_of_many()
            || name.is_piece()
            || name.is_title()
            || name.is_spoken_of()
            || name.is_citation()
            || name.is_relative()
            || name.is_other_gender(gender))
}

struct Name<'a, 'd> {
    doc: &'d Document,
    tree: &'a Tree<'d>,
    words: &'a Anaphora,
    mention: &'a Mention,
}

impl Name<'_, '_> {
    /// Dependents of the head that are no part of the name or its title.
    fn around(&self) -> impl Iterator<Item = TokenIdx> {
        let taken = |s: Span| move |t: Span| s.overlaps(t);
        let (name, title) = (taken(self.mention.span), self.mention.title.map(taken));
        let outside = move |t: Span| !name(t) && !title.as_ref().is_some_and(|f| f(t));
        let kids = self.tree.children(self.mention.head).iter().copied();
        kids.filter(move |k| outside(self.tree.token(*k).span))
    }

    /// "the North", and words of places and persons in small letters.
    fn is_common(&self) -> bool {
        let text = self.doc.slice(self.mention.span);
        let body = bearer(self.mention.kind) == Some(Bearer::Body);
        self.words.is_quarter(text) || !body && text.starts_with(char::is_lowercase)
    }

    /// "mainland Australia", "a more united Europe".
    fn is_restricted(&self) -> bool {
        let place = matches!(self.mention.kind, MentionKind::Country | MentionKind::Place);
        let restricts = |t: TokenIdx| {
            let token = self.tree.token(t);
            let before = t < self.mention.head;
            let bare = !matches!(token.upos, Upos::Num | Upos::Verb);
            before && bare && matches!(token.deprel, Deprel::Amod | Deprel::Compound)
        };
        place && self.around().any(restricts)
    }

    /// A name in the plural without "the", or with what tells it from others, and "a Moreau".
    fn is_one_of_many(&self) -> bool {
        let head = self.tree.token(self.mention.head);
        let single = self.doc.tokens_in(self.mention.span).len() == 1;
        let plural = matches!(head.xpos.as_str(), "NNPS" | "NNS") && single;
        let modifies = matches!(head.deprel, Deprel::Compound | Deprel::NmodPoss);
        let the = |t: TokenIdx| self.tree.token(t).lemma == "the";
        let counts = |t: TokenIdx| {
            use Deprel::{AclRelcl, Amod, Nmod, Nummod};
            matches!(self.tree.token(t).deprel, AclRelcl | Amod | Nmod | Nummod)
        };
        let people = matches!(self.mention.kind, MentionKind::Group | MentionKind::Organisation);
        let some = plural && people && (!self.around().any(the) || self.around().any(counts));
        (some || phrase::is_indefinite(self.tree, self.mention.head)) && !modifies
    }

    /// The words of the `n`th token after the name; empty past the end.
    fn after(&self, n: TokenIdx) -> &str {
        let at = self.doc.tokens_in(self.mention.span).end + n;
        let token = self.doc.tokens.as_deref().and_then(|t| t.get(at as usize));
        token.map_or("", |t| self.doc.slice(t.span))
    }

    /// A number after it, or a capital before it that belongs to it.
    fn is_piece(&self) -> bool {
        let digits = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
        let roman = |word: &str| word.len() > 1 && word.chars().all(|c| "IVX".contains(c));
        let hyphened = self.after(0) == "-" && digits(self.after(1));
        let person = self.mention.kind == MentionKind::Person;
        let capital = |t: TokenIdx| {
            let token = self.tree.token(t);
            token.deprel == Deprel::Compound && token.upos == Upos::Propn
        };
        let next = self.doc.tokens_in(self.mention.span).end;
        let ours = |t: &Token| t.head == Some(self.mention.head);
        let tokens = self.doc.tokens.as_deref().unwrap_or(&[]);
        // "York Minster": the place is a part of another name, unless somebody's title follows.
        let follows = self.mention.kind == MentionKind::Place
            && tokens.get(next as usize).is_some_and(|t| {
                let name = t.upos == Upos::Propn && t.span.start == self.mention.span.end + 1;
                name && self.words.person(self.after(0)).is_none()
            });
        let numbered = digits(self.after(0)) && tokens.get(next as usize).is_some_and(ours);
        hyphened
            || follows
            || roman(self.after(0))
            || numbered
            || (!person && self.around().any(capital))
    }

    /// "Speaker", "Chair" alone.
    fn is_title(&self) -> bool {
        let text = self.doc.slice(self.mention.span);
        self.mention.kind == MentionKind::Person && self.words.person(text).is_some()
    }

    /// After "name", "pseudonym", or as what something is called.
    fn is_spoken_of(&self) -> bool {
        let head = self.tree.token(self.mention.head);
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

    /// "Quilis (1964)", "(Dye and Bavelier, 2010)".
    fn is_citation(&self) -> bool {
        let year = |word: &str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
        let person = self.mention.kind == MentionKind::Person;
        let closes = matches!(self.after(2), ")" | ";");
        person && year(self.after(1)) && (self.after(0) == "(" || self.after(0) == "," && closes)
    }

    /// "his brother Joseph", "Ann's dog Rex": a given name that is told by whose it is.
    fn is_relative(&self) -> bool {
        let head = self.tree.token(self.mention.head);
        let person = self.mention.kind == MentionKind::Person;
        let single = self.doc.tokens_in(self.mention.span).len() == 1;
        let beside = matches!(head.deprel, Deprel::Appos | Deprel::Flat | Deprel::NmodDesc);
        let owned = |n: TokenIdx| self.tree.child(n, Deprel::NmodPoss).is_some();
        let own = self.around().any(|k| self.tree.token(k).deprel == Deprel::NmodPoss);
        person && single && (own || beside && head.head.is_some_and(owned))
    }

    /// "Mrs." before the surname of a man.
    fn is_other_gender(&self, gender: Option<Gender>) -> bool {
        let first = self.doc.tokens_in(self.mention.span).start;
        let before = first.checked_sub(1).map(|t| self.doc.word(t));
        let titled = before.and_then(|word| self.words.honorific(word));
        titled.is_some() && gender.is_some() && titled != gender
    }
}
