//! Predicted against reference: the [`corpus`] readers and the scorers inside the project.
//!
//! Both sides are [`Document`](verbale::document::Document)s; a score never needs to know which
//! stage or model made a layer. Words are aligned by the characters they cover, white space left
//! out, after the CoNLL 2018 shared task (Zeman et al. 2018), so that a prediction from raw text
//! and one on gold tokens are scored by the same code.
//!
//! It reads no files and prints nothing.
//!
//! ```
//! use verbale_evaluate::Score;
//!
//! let score = Score { correct: 3, predicted: 4, reference: 6 };
//! assert_eq!(score.precision(), 0.75);
//! assert_eq!(score.recall(), 0.5);
//! assert_eq!(score.f1(), 0.6);
//! ```

mod align;
mod coreference;
pub mod corpus;
mod names;
mod score;
mod sentences;
mod words;

pub use coreference::{CoreferenceScores, LinkScores, PrecisionRecall, coreference};
pub use names::{NameScores, names};
pub use score::Score;
pub use sentences::sentences;
pub use words::{WordScores, words};
