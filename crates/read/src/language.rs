//! Which language a text is in.

use verbale_document::SmolStr;
use whatlang::{Lang, detect};

/// Shorter texts are taken for English: there is too little to go by.
const MIN_CHARS: usize = 200;
/// Characters that are looked at.
const SAMPLE_CHARS: usize = 4000;

/// What was found.
pub(crate) enum Language {
    /// English, or too short to tell.
    English,
    /// Another language, by its ISO 639-3 code.
    Other(SmolStr),
}

/// Tells English from other languages.
pub(crate) fn language(text: &str) -> Language {
    let sample: String = text.chars().take(SAMPLE_CHARS).collect();
    if sample.chars().count() < MIN_CHARS {
        return Language::English;
    }
    match detect(&sample) {
        Some(info) if info.lang() != Lang::Eng && info.is_reliable() => {
            Language::Other(SmolStr::new(info.lang().code()))
        }
        _ => Language::English,
    }
}
