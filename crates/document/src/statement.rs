//! Statements: who said what, through whom.
//!
//! Spans follow the attribution scheme of PolNeAR (Newell et al. 2018) and PARC 3 (Pareti 2012):
//! a source, a cue and a content, each possibly discontinuous.

use crate::{ActorCode, EntityIdx, MentionIdx, Participant, SentenceIdx, SmolStr, Span, When};

/// Index into the document's statement layer.
pub type StatementIdx = u32;

/// One attribution of content to a source.
#[derive(Clone, PartialEq, Debug)]
pub struct Statement {
    /// Direct, indirect or mixed speech.
    pub kind: StatementKind,
    /// Who says it, as written. May be empty ("it is feared that").
    pub source: Vec<Span>,
    /// The words that attribute.
    pub cue: Vec<Span>,
    /// What is said.
    pub content: Vec<Span>,
    /// Parts of the content inside quotation marks (marks left out).
    pub verbatim: Vec<Span>,
    /// Who says it, after coreference.
    pub speaker: Option<Speaker>,
    /// Intermediaries, outermost first.
    pub via: Vec<Speaker>,
    /// To whom.
    pub addressee: Vec<Participant>,
    /// The statement this one is nested in.
    pub parent: Option<StatementIdx>,
    /// What the speaker does with the content.
    pub stance: Stance,
    /// The attribution itself is denied ("did not say that").
    pub negated: bool,
    /// There only to tell that what it holds is others' word ("allegedly"), not the outlet's.
    pub voice: bool,
    /// When it was said.
    pub date: Option<When>,
    /// Where it was said: a place mention.
    pub place: Option<MentionIdx>,
    /// Speech, writing, thought or document.
    pub act: Act,
    /// Where its cue stands.
    pub sentence: SentenceIdx,
    /// Rule that found it.
    pub by: SmolStr,
    /// The probability that it is right in all, 0..1.
    pub confidence: f32,
}

impl Statement {
    /// An assertion of which nothing is known but its cue and its content; fill in the rest with
    /// struct update syntax.
    pub fn bare(cue: Span, content: Span) -> Self {
        Statement {
            kind: StatementKind::Indirect,
            source: Vec::new(),
            cue: vec![cue],
            content: vec![content],
            verbatim: Vec::new(),
            speaker: None,
            via: Vec::new(),
            addressee: Vec::new(),
            parent: None,
            stance: Stance::Assert,
            negated: false,
            voice: false,
            date: None,
            place: None,
            act: Act::Speech,
            sentence: 0,
            by: SmolStr::default(),
            confidence: 1.0,
        }
    }
}

/// Who said it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Speaker {
    /// The mention that names the speaker (a pronoun, if that is what the text has).
    pub mention: Option<MentionIdx>,
    /// The entity.
    pub entity: Option<EntityIdx>,
    /// Actor code.
    pub code: Option<ActorCode>,
    /// Preferred name; the words of the text where nothing better is known.
    pub name: Option<SmolStr>,
    /// Whether the text names the speaker somewhere ("officials said" does not).
    pub named: bool,
}

macro_rules! words {
    ($(#[$doc:meta])* $type:ident { $($(#[$vdoc:meta])* $variant:ident = $name:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum $type { $($(#[$vdoc])* $variant),+ }

        impl $type {
            /// The name in records and lexicons.
            pub fn as_str(self) -> &'static str {
                match self { $($type::$variant => $name),+ }
            }

            /// The value called `name`.
            pub fn parse(name: &str) -> Option<Self> {
                match name { $($name => Some($type::$variant),)+ _ => None }
            }
        }
    };
}
pub(crate) use words;

words! {
    /// How the content is reported.
    StatementKind {
        /// All of it in quotation marks.
        Direct = "direct",
        /// None of it.
        Indirect = "indirect",
        /// Part of it.
        Mixed = "mixed",
    }
}

words! {
    /// How the content came about.
    Act {
        /// Spoken.
        Speech = "speech",
        /// Written by a person or body.
        Writing = "writing",
        /// Believed, wanted, planned.
        Thought = "thought",
        /// A document, law, poll or report says it.
        Document = "document",
    }
}

words! {
    /// What the speaker does with the content.
    Stance {
        /// Holds it true.
        Assert = "assert",
        /// Holds it false.
        Deny = "deny",
        /// Blames somebody with it.
        Accuse = "accuse",
        /// Asks whether or for it.
        Ask = "ask",
        /// Commits to it.
        Promise = "promise",
        /// Thinks or wants it.
        Believe = "believe",
    }
}
