//! Events: who did what to whom, according to whom.
//!
//! Types, modes, contexts and scores are those of PLOVER 2.0 (Halterman et al. 2023).

use crate::statement::words;
use crate::{MentionIdx, Participant, SentenceIdx, SmolStr, Span, StatementIdx, When};

/// One event as one clause tells it.
#[derive(Clone, PartialEq, Debug)]
pub struct Event {
    /// PLOVER type.
    pub kind: EventType,
    /// PLOVER mode.
    pub mode: Option<SmolStr>,
    /// PLOVER contexts.
    pub contexts: Vec<SmolStr>,
    /// PLOVER base score of the mode or type, -10..10.
    pub intensity: f32,
    /// Nearest CAMEO code ("112").
    pub cameo: SmolStr,
    /// The words that name the event.
    pub trigger: Vec<Span>,
    /// Where they stand.
    pub sentence: SentenceIdx,
    /// Who did it. Reciprocal acts list all parties here.
    pub actors: Vec<Participant>,
    /// To whom.
    pub recipients: Vec<Participant>,
    /// When.
    pub date: Option<When>,
    /// Where: a place or country mention.
    pub place: Option<MentionIdx>,
    /// Statements that assert it, outermost first; empty: the outlet in its own voice.
    pub according_to: Vec<StatementIdx>,
    /// `Negative`: denied, refused, did not happen.
    pub polarity: Polarity,
    /// Whether it is told as fact, plan, possibility or background.
    pub modality: Modality,
    /// Numbers of people, where told.
    pub size: Vec<Size>,
    /// Rule that found it.
    pub by: SmolStr,
    /// 0..1.
    pub confidence: f32,
}

/// A number attached to an event.
#[derive(Clone, PartialEq, Debug)]
pub struct Size {
    /// `killed`, `injured`, `participants`, `detained`.
    pub kind: SmolStr,
    /// How many.
    pub value: u64,
    /// The words.
    pub span: Span,
}

words! {
    /// The 16 event types of PLOVER.
    EventType {
        /// Agreement, settlement.
        Agree = "AGREE",
        /// Talks, visits, meetings.
        Consult = "CONSULT",
        /// Verbal or diplomatic support.
        Support = "SUPPORT",
        /// Verbal yielding.
        Concede = "CONCEDE",
        /// Material cooperation.
        Cooperate = "COOPERATE",
        /// Material aid.
        Aid = "AID",
        /// Material yielding.
        Retreat = "RETREAT",
        /// Demands, appeals, proposals.
        Request = "REQUEST",
        /// Disapproval, accusation, investigation.
        Accuse = "ACCUSE",
        /// Refusal.
        Reject = "REJECT",
        /// Threats and warnings.
        Threaten = "THREATEN",
        /// Civilian demonstrations.
        Protest = "PROTEST",
        /// Reduced relations, penalties.
        Sanction = "SANCTION",
        /// Shows of force.
        Mobilize = "MOBILIZE",
        /// Repression, seizure, arrest.
        Coerce = "COERCE",
        /// Violence.
        Assault = "ASSAULT",
    }
}

impl EventType {
    /// Quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
    pub fn quad(self) -> u8 {
        use EventType::*;
        match self {
            Agree | Consult | Support | Concede => 1,
            Cooperate | Aid | Retreat => 2,
            Request | Accuse | Reject | Threaten => 3,
            Protest | Sanction | Mobilize | Coerce | Assault => 4,
        }
    }
}

words! {
    /// Whether the clause says that it happened or that it did not.
    Polarity {
        /// It happened, or will, or may.
        Positive = "+",
        /// It did not, will not, was denied or refused.
        Negative = "-",
    }
}

words! {
    /// The clause's hold on reality.
    Modality {
        /// Told as having happened or happening.
        Actual = "actual",
        /// Planned, announced, about to happen.
        Future = "future",
        /// Possible, conditional, wished.
        Hypothetical = "hypothetical",
        /// Background from before the story.
        Historical = "historical",
    }
}
