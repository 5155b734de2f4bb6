//! Which language a text is in.

use whatlang::{Lang, detect};

/// In shorter texts there is too little to go by; what the source declares is believed.
const MIN_CHARS: usize = 200;
/// Characters that are looked at.
const SAMPLE_CHARS: usize = 4000;

/// The language of `text` where it is another one than English; `declared` by the source as a
/// BCP 47 tag.
pub(crate) fn other_language(text: &str, declared: Option<&str>) -> Option<String> {
    let sample: String = text.chars().take(SAMPLE_CHARS).collect();
    if sample.chars().count() < MIN_CHARS {
        let tag = declared?.trim().to_lowercase();
        let english =
            tag.is_empty() || tag == "english" || tag.split(['-', '_']).next() == Some("en");
        return (!english).then_some(tag);
    }
    let found = detect(&sample).filter(|i| i.lang() != Lang::Eng && i.is_reliable())?;
    Some(format!("{} ({})", found.lang().eng_name(), found.lang().code()))
}

#[cfg(test)]
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
