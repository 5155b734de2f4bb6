//! Why a word led to no record, each reason in a sentence.

use crate::View;
use verbale_document::{EventType, SectionKind, TokenIdx, Upos};

/// Why a word led to no record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reason {
    /// The section is none of the story.
    Section(SectionKind),
    /// The tables list it as another part of speech.
    Tag(Upos),
    /// A cue verb without content in its frames.
    NoContent,
    /// A cue verb without a source.
    NoSource,
    /// A cue noun without a clause.
    NoClause,
    /// A cue noun without owner.
    NoOwner,
    /// The source can say nothing.
    CannotSpeak(TokenIdx),
    /// The source is nobody in particular.
    Nobody(TokenIdx),
    /// "I think" inside what the same speaker says.
    Aside,
    /// Without source and cue nothing of the content is left.
    NothingLeft,
    /// Another rule found the same statement.
    SameStatement,
    /// "citing X" names the source of another statement.
    Cites,
    /// The sentence has more tokens than are coded.
    TooLong,
    /// The whole document tells of sport.
    SportStory,
    /// The whole document tells of ordinary crime.
    CrimeStory,
    /// A piece of opinion, which does not report it.
    Opinion,
    /// The sentence tells of sport.
    Sport,
    /// The sentence tells what a film or a book tells.
    Fiction(TokenIdx),
    /// Part of a name.
    InsideName,
    /// It stands in the title of a work.
    Title,
    /// It names people by what happened to them.
    People,
    /// The row says that there is no event.
    Blocked,
    /// No such particle.
    NoParticle,
    /// The object is none that the row asks for.
    OtherObject,
    /// The subject is none that the row asks for.
    OtherSubject,
    /// No modifier that the row asks for.
    NoModifier,
    /// `nocomp`: somebody is called something.
    Complement,
    /// `governed` of a verb: no clause completes it.
    NoComplement,
    /// `governed` of a noun: no listed word governs it.
    NotGoverned,
    /// `asked`: no complement tells what is asked for.
    NothingAsked,
    /// `negated`.
    NotNegated,
    /// `passive`.
    NotPassive,
    /// `object`.
    NoObject,
    /// `recipient`, `known` or `who`: no such recipient in the tree.
    NoRecipient,
    /// Only things would act.
    Things,
    /// A deed, a thought or a quality would act, and nobody else.
    Matter,
    /// The type asks for a recipient.
    TypeNeedsRecipient(EventType),
    /// The row asks for a recipient, and none is left.
    RecipientLost,
    /// `actor`: nobody who is known acts.
    NoActor,
    /// `known`: nobody who is known is acted upon.
    NoKnownRecipient,
    /// `abroad`: the parties are of one state, or nobody acts for one.
    AtHome,
    /// Somebody goes to a place in his own state.
    HomeTour,
    /// Neither actor nor recipient.
    NoParty,
    /// A noun alone, with nobody who is known.
    Weak,
    /// No party is a political actor.
    NotPolitical(EventType),
    /// The daily round of one state.
    Routine(EventType),
    /// An attack upon what nobody can fight.
    Figure,
    /// What somebody is accused of, in nobody's words.
    Alleged,
    /// An aim, a duty or a question.
    Open,
    /// A passive that says how things stand.
    Standing,
    /// A better event speaks for the word.
    SpokenFor(TokenIdx),
    /// Another word of the sentence tells the same event.
    ToldTwice(TokenIdx),
}

impl Reason {
    /// The reason as a sentence, with the words that it is about.
    pub fn tell(&self, view: &View<'_>) -> String {
        let word = |t: &TokenIdx| view.doc.word(*t);
        match self {
            Reason::Section(kind) => {
                let kind = kind.as_str();
                format!("it stands in a section of kind {kind}, which is not coded as story")
            }
            Reason::Tag(upos) => {
                format!("the parser tagged it {upos}, and its rows are of another part of speech")
            }
            Reason::CannotSpeak(source) => {
                format!("its source, “{}”, can say nothing (@speaker)", word(source))
            }
            Reason::Nobody(source) => {
                format!("its source, “{}”, is nobody in particular", word(source))
            }
            Reason::Fiction(work) => {
                format!("the sentence tells what a “{}” tells (@fiction)", word(work))
            }
            Reason::TypeNeedsRecipient(kind) => {
                format!("{kind} needs a recipient (plover.tsv), and there is none")
            }
            Reason::NotPolitical(kind) => format!(
                "{kind} needs a political party (plover.tsv), and no actor or recipient is known as one"
            ),
            Reason::Routine(kind) => {
                format!(
                    "this {kind} is the daily round of one state, whose officials do it to its own"
                )
            }
            Reason::SpokenFor(other) => {
                format!("a better event already speaks for “{}”", word(other))
            }
            Reason::ToldTwice(other) => {
                format!("the event of “{}” tells the same", word(other))
            }
            plain => plain.sentence().to_string(),
        }
    }

    /// Whether it says only that one row does not fit, so that others were tried.
    pub fn is_of_row(&self) -> bool {
        matches!(
            self,
            Reason::NoParticle
                | Reason::OtherObject
                | Reason::OtherSubject
                | Reason::NoModifier
                | Reason::Complement
                | Reason::NoComplement
                | Reason::NotGoverned
                | Reason::NothingAsked
                | Reason::NotNegated
                | Reason::NotPassive
                | Reason::NoObject
                | Reason::NoRecipient
        )
    }

    /// Reasons that need no words of the text.
    fn sentence(&self) -> &'static str {
        match self {
            Reason::NoContent => "nothing in the tree is its content in one of its frames",
            Reason::NoSource => "it has content, but the tree has nobody who says it",
            Reason::NoClause => "no clause with “that” or “to” hangs on the noun",
            Reason::NoOwner => "nobody owns the noun, nor is it what somebody made or gave",
            Reason::Aside => "it is an aside inside what the same speaker says (“I think”)",
            Reason::NothingLeft => "without source and cue nothing of its content is left",
            Reason::SameStatement => "another rule found the same statement",
            Reason::Cites => "it names the source of another statement and states nothing itself",
            Reason::TooLong => "the sentence is too long to be one",
            Reason::SportStory => "the document is a sports story (@sport)",
            Reason::CrimeStory => {
                "the document tells of ordinary crime, and this is part of it (@crime)"
            }
            Reason::Opinion => {
                "the document is a piece of opinion, which proposes, asks or generalises it (@writer)"
            }
            Reason::Sport => "the sentence tells of sport (words of @sport and @contest)",
            Reason::InsideName => "it is part of a name",
            Reason::Title => "it stands in the title of a work",
            Reason::People => "it names people by what happened to them",
            Reason::Blocked => "the row has type `-`: no event in this use",
            Reason::NoParticle => "the verb lacks the particle that the row asks for",
            Reason::OtherObject => "no object or phrase is one that the row asks for",
            Reason::OtherSubject => "the subject is none that the row asks for",
            Reason::NoModifier => "no modifier is one that the row asks for",
            Reason::Complement => "need `nocomp`: somebody is called something",
            Reason::NoComplement => "need `governed`: no clause completes the verb",
            Reason::NotGoverned => "need `governed`: no word of implicatives.tsv governs the noun",
            Reason::NothingAsked => "need `asked`: no clause tells what is asked for",
            Reason::NotNegated => "need `negated`: the clause denies nothing",
            Reason::NotPassive => "need `passive`: the verb is active",
            Reason::NoObject => "need `object`: the verb has none",
            Reason::NoRecipient => {
                "the recipient that it needs is not in the tree, or is not known"
            }
            Reason::Things => "only things would act, nobody does",
            Reason::Matter => "a deed, a thought or a quality is told to do it, and nobody else",
            Reason::Figure => "it is a figure of speech: nobody fights that with arms (@no-foe)",
            Reason::Alleged => "somebody is accused of it, and no statement tells by whom",
            Reason::Open => "it is meant, owed, asked or looked for, and not told as an act",
            Reason::Standing => {
                "it says how things stand, not what somebody did: a present passive without agent"
            }
            Reason::RecipientLost => "need `recipient`: there is none besides the actor",
            Reason::NoActor => "need `actor`: nobody who is known acts",
            Reason::NoKnownRecipient => "need `known`: the recipient is nobody who is known",
            Reason::AtHome => "need `abroad`: no state or body does it to another's",
            Reason::HomeTour => "a journey within one's own state is to see nobody",
            Reason::NoParty => "it has neither actor nor recipient",
            Reason::Weak => "a noun alone counts only with somebody who is known",
            _ => "",
        }
    }
}
