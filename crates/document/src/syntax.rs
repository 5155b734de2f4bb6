//! Sentences, tokens and dependency trees, after Universal Dependencies v2 (de Marneffe et al. 2021).

use crate::{SmolStr, Span};
use std::fmt;
use std::ops::Range;
use std::str::FromStr;

/// Index of a token in the document's token layer.
pub type TokenIdx = u32;
/// Index of a sentence in the document's sentence layer.
pub type SentenceIdx = u32;

/// A sentence: a stretch of text and the tokens in it. A sentence never crosses a section.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sentence {
    /// From its first to its last token.
    pub span: Span,
    /// Its tokens, as indices into the token layer.
    pub tokens: Range<TokenIdx>,
}

/// A syntactic word: UD tokens split clitics ("did|n't", "NATO|'s"), hyphens and punctuation.
#[derive(Clone, PartialEq, Debug)]
pub struct Token {
    /// Where it stands. Never empty; words of one clitic group do not overlap.
    pub span: Span,
    /// Dictionary form, lower case but for proper nouns.
    pub lemma: SmolStr,
    /// Universal part of speech.
    pub upos: Upos,
    /// Penn Treebank tag ("VBN", "NNPS"), which carries tense and number.
    pub xpos: SmolStr,
    /// The governor; `None` for the root of a sentence. Always in the same sentence.
    pub head: Option<TokenIdx>,
    /// Relation to the governor.
    pub deprel: Deprel,
}

impl Token {
    /// A token of which nothing is known but its place.
    pub fn bare(span: Span) -> Self {
        let (lemma, xpos) = (SmolStr::default(), SmolStr::default());
        Token { span, lemma, upos: Upos::X, xpos, head: None, deprel: Deprel::Dep }
    }
}

/// A quotation in the text, as its marks delimit it; may hold many sentences and paragraphs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Quote {
    /// With its marks.
    pub outer: Span,
    /// Without its marks.
    pub inner: Span,
    /// Whether a closing mark was found (else it ends with its paragraph).
    pub closed: bool,
}

macro_rules! names {
    ($(#[$doc:meta])* $type:ident { $($variant:ident = $name:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[allow(missing_docs)]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u8)]
        pub enum $type { $($variant),+ }

        impl $type {
            /// All values, in the order of their numbers.
            pub const ALL: &'static [$type] = &[$($type::$variant),+];

            /// The name that treebanks use.
            pub fn as_str(self) -> &'static str {
                match self { $($type::$variant => $name),+ }
            }
        }

        impl FromStr for $type {
            type Err = ();
            fn from_str(name: &str) -> Result<Self, ()> {
                match name { $($name => Ok($type::$variant),)+ _ => Err(()) }
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

names! {
    /// The 17 universal parts of speech.
    Upos {
        Adj = "ADJ", Adp = "ADP", Adv = "ADV", Aux = "AUX", Cconj = "CCONJ", Det = "DET",
        Intj = "INTJ", Noun = "NOUN", Num = "NUM", Part = "PART", Pron = "PRON", Propn = "PROPN",
        Punct = "PUNCT", Sconj = "SCONJ", Sym = "SYM", Verb = "VERB", X = "X",
    }
}

names! {
    /// Dependency relations with the subtypes of the English treebanks (EWT, GUM; UD 2.16).
    Deprel {
        Acl = "acl", AclRelcl = "acl:relcl", Advcl = "advcl", AdvclRelcl = "advcl:relcl",
        Advmod = "advmod", Amod = "amod", Appos = "appos", Aux = "aux", AuxPass = "aux:pass",
        Case = "case", Cc = "cc", CcPreconj = "cc:preconj", Ccomp = "ccomp", Compound = "compound",
        CompoundPrt = "compound:prt", Conj = "conj", Cop = "cop", Csubj = "csubj",
        CsubjOuter = "csubj:outer", CsubjPass = "csubj:pass", Dep = "dep", Det = "det",
        DetPredet = "det:predet", Discourse = "discourse", Dislocated = "dislocated",
        Expl = "expl", Fixed = "fixed", Flat = "flat", Goeswith = "goeswith", Iobj = "iobj",
        List = "list", Mark = "mark", Nmod = "nmod", NmodDesc = "nmod:desc",
        NmodPoss = "nmod:poss", NmodUnmarked = "nmod:unmarked", Nsubj = "nsubj",
        NsubjOuter = "nsubj:outer", NsubjPass = "nsubj:pass", Nummod = "nummod", Obj = "obj",
        Obl = "obl", OblAgent = "obl:agent", OblUnmarked = "obl:unmarked", Orphan = "orphan",
        Parataxis = "parataxis", Punct = "punct", Reparandum = "reparandum", Root = "root",
        Vocative = "vocative", Xcomp = "xcomp",
    }
}

impl Deprel {
    /// The relation without its subtype ("nsubj:pass" -> "nsubj").
    pub fn universal(self) -> &'static str {
        self.as_str().split(':').next().unwrap_or_default()
    }

    /// Whether it is a subject of any kind, clausal ones included.
    pub fn is_subject(self) -> bool {
        matches!(self.universal(), "nsubj" | "csubj")
    }
}
