//! Which document copies which: the same text, an edited copy, a shared passage.
//!
//! No pair is looked at unless it shares a band of its sketch ([`minhash`], near duplicates) or a
//! fingerprint ([`winnowing`], passages); what both are is then seen in their shingles ([`shingles`]).
//! What the pages of a host repeat ([`boilerplate`]) and forms of words ([`forms`]) are told apart first:
//! who shares nothing else has copied nothing. Who copied whom is told by credit, citation and time ([`source`]). Reports leave with
//! the window.
//!
//! A copy is no witness of its own; that two texts share words does not say which of them is right.

mod boilerplate;
mod finder;
mod forms;
mod index;
mod minhash;
mod shingles;
mod source;
mod winnowing;

pub use finder::Copies;

pub(crate) use shingles::touches;

use serde::{Deserialize, Serialize};
use shingles::Overlap;

/// How two texts are alike, the most alike last.
#[derive(Serialize, Deserialize, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[serde(rename_all = "lowercase")]
pub enum CopyKind {
    /// Only what hosts and agencies repeat, such as calls to follow, notes on rights, lines for tips: no
    /// copy of a report.
    Boilerplate,
    /// A passage that is nobody's quotation stands in both.
    Passage,
    /// Half or more of the shorter text is in the longer one, which it is no small part of.
    Edited,
    /// The same text but for case, punctuation and a few words.
    Same,
}

impl CopyKind {
    /// The word in tables.
    pub fn as_str(self) -> &'static str {
        match self {
            CopyKind::Boilerplate => "boilerplate",
            CopyKind::Passage => "passage",
            CopyKind::Edited => "edited",
            CopyKind::Same => "same",
        }
    }
}

/// Where a document has its text from.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
pub struct Copy {
    /// The key of the document that has it.
    pub doc: String,
    /// The key of the document that it copies.
    pub of: String,
    /// How.
    pub kind: CopyKind,
}

/// Two documents that share text.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
pub struct Alike {
    /// The copy and its source, numbered from 0 in the order in which they were taken in.
    pub numbers: (u32, u32),
    /// Their keys.
    pub docs: (String, String),
    /// How.
    pub kind: CopyKind,
    /// Shared shingles among those of both, 0 to 1 (Broder's resemblance), boilerplate apart.
    pub resemblance: f32,
    /// Shared shingles among those of the shorter text, 0 to 1 (Broder's containment), boilerplate apart.
    pub containment: f32,
}

/// Resemblance of the same text: about nine tenths of the words of each stand in the other.
const SAME: f32 = 0.85;
/// The share of words of an edited copy that are in the other text as well, and of the longer of the two.
const EDITED: (f32, f32) = (0.5, 0.2);
/// What must be shared of an edited copy outside its quotations: who heard the same speech copies nobody.
const UNSAID: f32 = 0.2;
/// Words of a passage in one run.
const PASSAGE: usize = 25;
/// The same in several runs, and what share of the shorter text they are.
const SCATTERED: (usize, f32) = (35, 0.1);
/// Words in one run of boilerplate.
const FORM: usize = 15;

/// Days after which a report of another story has no passage of a text: what they share is a form of words.
const REPRINTED: u32 = 21;

/// What an overlap makes two texts.
fn kind(overlap: &Overlap) -> Option<CopyKind> {
    let (shorter, longer) = overlap.covered();
    let edited = shorter >= EDITED.0 && longer >= EDITED.1 && overlap.unsaid() >= UNSAID;
    let scattered = overlap.told >= SCATTERED.0 && overlap.told_of_shorter() >= SCATTERED.1;
    match () {
        () if overlap.resemblance() >= SAME => Some(CopyKind::Same),
        () if edited => Some(CopyKind::Edited),
        () if overlap.longest >= PASSAGE || scattered => Some(CopyKind::Passage),
        () => None,
    }
}
