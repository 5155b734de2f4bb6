//! Confidence: how probable it is that a record is right in all its parts.
//!
//! A record has a few features that hold or do not hold: what kind of rule found it, whether the
//! speaker has a code, how long the content is. `confidence.tsv` gives each a weight; the weights of
//! those that hold are added up, and the logistic function makes a probability of the sum. The
//! weights are fitted to stories read by hand (`bench/confidence`), so that of the records near a
//! confidence c a share c is right: the calibration of Platt (1999), tested as in Niculescu-Mizil and
//! Caruana (2005).
//!
//! Features are said of kinds of records, never of a word or of a name. This room decides nothing: it
//! drops no record, and which of two rival readings wins is settled before, by the rules.

mod event;
mod statement;
mod table;

pub(crate) use table::Weights;

pub use event::features as event_features;
pub use statement::features as statement_features;

use verbale_document::{ActorCode, Document, MentionIdx, SmolStr};

/// A mention whose confidence is not above this has a code that was guessed from the context.
const GUESSED: f32 = 0.5;

/// Whether a code's state was not told but guessed.
fn is_guessed(doc: &Document, mention: Option<MentionIdx>) -> bool {
    mention.is_some_and(|m| doc.mention(m).confidence <= GUESSED)
}

/// Whether a code is of a government or a part of one.
fn is_government(code: &ActorCode) -> bool {
    code.sector() == Some("GOV")
}

/// The names of the features of `all` that hold.
fn holding<const N: usize>(all: [(bool, &'static str); N]) -> impl Iterator<Item = SmolStr> {
    all.into_iter().filter(|(holds, _)| *holds).map(|(_, name)| SmolStr::new_static(name))
}
