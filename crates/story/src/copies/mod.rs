//! Which document copies which: the same text, an edited copy, a shared passage.
//!
//! No pair is looked at unless it shares a band of its sketch ([`minhash`], near duplicates) or a
//! fingerprint ([`winnowing`], passages); what both are is then seen in their shingles ([`shingles`]).
//! What the pages of a host repeat is taken out first ([`boilerplate`]). Who copied whom is told by
//! credit, citation and time ([`source`]). Reports leave with the window.
//!
//! A copy is no witness of its own; that two texts share words does not say which of them is right.

mod boilerplate;
mod finder;
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
    /// A passage that is nobody's quotation stands in both.
    Passage,
    /// Half or more of the shorter text is in the longer one, which it is no small part of.
    Edited,
    /// The same text but for case, punctuation and a few words.
    Same,
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

/// Two documents that share more than the boilerplate of their host.
#[derive(Clone, PartialEq, Debug)]
pub struct Alike {
    /// The copy and its source, numbered from 0 in the order in which they were taken in.
    pub numbers: (u32, u32),
    /// Their keys.
    pub docs: (String, String),
    /// How.
    pub kind: CopyKind,
    /// Shared shingles among those of both, 0 to 1 (Broder's resemblance).
    pub resemblance: f32,
    /// Shared shingles among those of the shorter text, 0 to 1 (Broder's containment).
    pub containment: f32,
}

/// Resemblance of the same text.
const SAME: f32 = 0.9;
/// Containment of an edited copy, and what it covers of the longer text.
const EDITED: (f32, f32) = (0.5, 0.2);
/// What must be shared of an edited copy outside its quotations: who heard the same speech copies nobody.
const UNSAID: f32 = 0.2;
/// Shingles of a passage in one run, or in several of at least [`RUN`].
const PASSAGE: usize = 25;
const SCATTERED: usize = 40;
const RUN: usize = 12;

/// Days after which no other host reprints a part of a text: what they share then is a form of words.
const REPRINTED: u32 = 21;

/// What an overlap makes two texts.
fn kind(overlap: &Overlap) -> Option<CopyKind> {
    let Overlap { longest, unquoted, .. } = *overlap;
    let most = overlap.containment() >= EDITED.0 && overlap.covered() >= EDITED.1;
    let edited = most && overlap.unsaid() >= UNSAID;
    let passage = longest >= PASSAGE || (unquoted >= SCATTERED && longest >= RUN);
    match () {
        () if overlap.resemblance() >= SAME => Some(CopyKind::Same),
        () if edited => Some(CopyKind::Edited),
        () if passage => Some(CopyKind::Passage),
        () => None,
    }
}
