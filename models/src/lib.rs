//! The language models that are built into Verbale, as bytes. What they were trained on, what they
//! are for and what they are bad at stands in the model card, `README.md` beside this crate.
//!
//! It knows nothing of what the bytes mean; `verbale-parse` reads them.
//!
//! ```
//! assert!(verbale_models::network().starts_with(b"VERBALEW"));
//! assert!(verbale_models::LEMMAS.starts_with(b"VERBALEL"));
//! ```

/// Lemma rules and exceptions.
pub static LEMMAS: &[u8] = include_bytes!("../lemmas.bin");

/// Tags, trees and names: the network, put together from its two halves.
pub fn network() -> Vec<u8> {
    [verbale_models_first::BYTES, include_bytes!("../default.2.bin")].concat()
}
