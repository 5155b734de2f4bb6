//! Which language a text is in.

#[cfg(feature = "language")]
use whatlang::{Lang, detect};

/// In shorter texts there is too little to go by; what the source declares is believed.
#[cfg(feature = "language")]
const MIN_CHARS: usize = 200;
/// Characters that are looked at.
#[cfg(feature = "language")]
const SAMPLE_CHARS: usize = 4000;

/// The language of `text` where it is another one than English; `declared` by the source as a
/// BCP 47 tag.
#[cfg(feature = "language")]
pub(crate) fn other_language(text: &str, declared: Option<&str>) -> Option<String> {
    let sample: String = text.chars().take(SAMPLE_CHARS).collect();
    if sample.chars().count() < MIN_CHARS {
        return other_tag(declared);
    }
    let found = detect(&sample).filter(|i| i.lang() != Lang::Eng && i.is_reliable())?;
    Some(format!("{} ({})", found.lang().eng_name(), found.lang().code()))
}

/// The language that the source declares, where it is another one than English.
#[cfg(not(feature = "language"))]
pub(crate) fn other_language(_text: &str, declared: Option<&str>) -> Option<String> {
    other_tag(declared)
}

fn other_tag(declared: Option<&str>) -> Option<String> {
    let tag = declared?.trim().to_lowercase();
    let english = tag.is_empty() || tag == "english" || tag.split(['-', '_']).next() == Some("en");
    (!english).then_some(tag)
}

#[cfg(all(test, feature = "language"))]
mod tests {
    use super::*;

    #[test]
    fn english_and_others() {
        let check = |text: &str, declared, want: Option<&str>| {
            assert_eq!(other_language(text, declared).as_deref(), want, "{text:.40}");
        };
        let german = "Die Außenminister der fünf Staaten haben sich am Montag in der Hauptstadt getroffen, um \
            über die Lage an der Grenze zu beraten. Eine gemeinsame Erklärung gab es nach dem Treffen \
            nicht, doch wollen die Staaten ihre Gespräche in der kommenden Woche fortsetzen.";
        check(german, None, Some("German (deu)"));
        check(german, Some("en"), Some("German (deu)"));
        check("Talks opened in Nairobi.", Some("en-GB"), None);
        check("Talks opened in Nairobi.", None, None);
        check("Ja.", Some("de"), Some("de"));
    }
}
