//! Documents to stories and stories to threads: online, a day at a time, in one pass.
//!
//! For each report: candidates from an index of its rarest terms ([`candidates`]), a linear score a
//! pair ([`features`]), then average linkage ([`linkage`]) at two grains. A story is one happening
//! and what is written of it; a thread holds stories that are near one another. The reports of a day
//! are taken together, in the order of their keys, so that the order in which they came changes
//! nothing; days must come in their order. What leaves the window is forgotten: memory is that of a
//! window, and a story lives as long as its last report is in it.
//!
//! The id of a story is made of the key of its first report. Where a late report shows that two
//! stories were one, the older one goes on and the other is redirected to it; no id ever changes its
//! meaning.

mod candidates;
mod counts;
mod features;
mod followers;
mod grouper;
mod linkage;
mod profile;
mod terms;
mod vector;
mod weights;

pub use features::FEATURES;
pub use grouper::Grouper;
pub(crate) use weights::TABLE;
pub use weights::Weights;

use crate::terms::Hash;
use serde::{Deserialize, Serialize};

/// Days in which a report is compared with others, unless asked otherwise.
pub const WINDOW: u16 = 365;

/// Where a document belongs.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
pub struct Placed {
    /// The document's label.
    pub doc: String,
    /// Its key.
    pub key: String,
    /// The id of its story.
    pub story: String,
    /// The id of the thread of its story.
    pub thread: String,
}

/// The id of the story that a document begins, if it does: whatever becomes of the story, the document
/// is in that which has this id or in the one that it went into.
pub fn id_of_first(key: &str) -> String {
    named('s', seed(key))
}

/// What ids of groups are made of: a hash of the key of the first report.
fn seed(key: &str) -> u64 {
    Hash::new(b's').text(key).wide()
}

/// The id of a group: its grain, `s` for a story and `t` for a thread, and a hash.
fn named(grain: char, seed: u64) -> String {
    format!("{grain}{seed:016x}")
}

/// Ids of stories and threads that have turned out to be another: from, to.
pub type Redirects = Vec<(String, String)>;

/// A pair of reports that was compared.
#[derive(Clone, PartialEq, Debug)]
pub struct Compared {
    /// The labels of the two.
    pub docs: (String, String),
    /// In the order of [`FEATURES`].
    pub features: [f32; FEATURES.len()],
    /// The logarithm of the odds that they tell one story.
    pub score: f32,
}
