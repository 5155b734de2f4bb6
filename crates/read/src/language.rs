//! Which language a text is in: by its script where that is none of English, else, in texts long
//! enough, by its letters and their order (the `whatlang` crate).

#[cfg(feature = "language")]
use std::collections::BTreeMap;
use verbale_document::{Lexicons, SmolStr, TableError};
#[cfg(feature = "language")]
use whatlang::{Lang, Script, detect, detect_script};

/// In shorter texts in Latin letters there is too little to go by; what the source declares is
/// believed.
#[cfg(feature = "language")]
const MIN_CHARS: usize = 200;
/// Characters that are looked at.
#[cfg(feature = "language")]
const SAMPLE_CHARS: usize = 4000;

/// A language other than English.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Other {
    /// ISO 639-1 code where it has one, or what the source declares; none where only the script is
    /// known.
    pub code: Option<SmolStr>,
    /// For a person: "Russian (rus)", "text in the Thaana script".
    pub words: String,
}

/// `languages.tsv`: codes and names.
pub(crate) struct Languages {
    /// ISO 639-1 code and name, by ISO 639-3 code.
    #[cfg(feature = "language")]
    by_code: BTreeMap<SmolStr, [SmolStr; 2]>,
}

impl Languages {
    /// Reads the table.
    #[cfg(feature = "language")]
    pub(crate) fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let columns = ["iso639_3", "iso639_1", "name"];
        let table = lexicons.table("languages.tsv", &columns)?;
        let cells = |row: &verbale_document::Row| columns.map(|c| SmolStr::new(row.get(c)));
        let by_code = table.rows().map(|row| {
            let [long, short, name] = cells(&row);
            (long, [short, name])
        });
        Ok(Languages { by_code: by_code.collect() })
    }

    /// Nothing to read: what is declared is believed.
    #[cfg(not(feature = "language"))]
    pub(crate) fn new(_: &Lexicons) -> Result<Self, TableError> {
        Ok(Languages {})
    }

    /// The language of `text` where it is another one than English; `declared` by the source as a
    /// BCP 47 tag.
    #[cfg(feature = "language")]
    pub(crate) fn other(&self, text: &str, declared: Option<&str>) -> Option<Other> {
        let sample: String = text.chars().take(SAMPLE_CHARS).collect();
        let foreign = detect_script(&sample).filter(|s| *s != Script::Latin);
        if foreign.is_none() && sample.chars().count() < MIN_CHARS {
            return declared_other(declared);
        }
        let found = detect(&sample).filter(|i| i.lang() != Lang::Eng && i.is_reliable());
        match (found, foreign) {
            (Some(found), _) => Some(self.named(found.lang())),
            (None, Some(script)) => {
                let words = format!("text in the {} script", script.name());
                Some(declared_other(declared).unwrap_or(Other { code: None, words }))
            }
            (None, None) => None,
        }
    }

    /// The language that the source declares, where it is another one than English.
    #[cfg(not(feature = "language"))]
    pub(crate) fn other(&self, _text: &str, declared: Option<&str>) -> Option<Other> {
        declared_other(declared)
    }

    #[cfg(feature = "language")]
    fn named(&self, lang: Lang) -> Other {
        let code = lang.code();
        let [short, name] = self
            .by_code
            .get(code)
            .cloned()
            .unwrap_or_else(|| [SmolStr::new(code), SmolStr::new(lang.eng_name())]);
        Other { code: Some(short), words: format!("{name} ({code})") }
    }
}

fn declared_other(declared: Option<&str>) -> Option<Other> {
    let tag = declared?.trim().to_lowercase();
    let english = tag.is_empty() || tag == "english" || tag.split(['-', '_']).next() == Some("en");
    (!english).then(|| Other { code: Some(SmolStr::new(&tag)), words: tag })
}

#[cfg(all(test, feature = "language"))]
mod tests {
    use super::*;

    fn languages() -> Languages {
        Languages::new(&verbale_atlas::lexicons()).expect("a sound table")
    }

    #[test]
    fn english_and_others() {
        let languages = languages();
        let check = |text: &str, declared, want: Option<&str>| {
            let other = languages.other(text, declared);
            assert_eq!(other.map(|o| o.words).as_deref(), want, "{text:.40}");
        };
        let german = "Die Außenminister der fünf Staaten haben sich am Montag in der Hauptstadt getroffen, um \
            über die Lage an der Grenze zu beraten. Eine gemeinsame Erklärung gab es nach dem Treffen \
            nicht, doch wollen die Staaten ihre Gespräche in der kommenden Woche fortsetzen.";
        check(german, None, Some("German (deu)"));
        check(german, Some("en"), Some("German (deu)"));
        check("Talks opened in Nairobi.", Some("en-GB"), None);
        check("Talks opened in Nairobi.", None, None);
        check("Talks on 東京 opened in Афины.", None, None);
        check("Ja.", Some("de"), Some("de"));
        check("2024", None, None);
    }

    #[test]
    fn a_foreign_script_tells_at_once() {
        let languages = languages();
        let check = |text: &str, declared, code: Option<&str>, words: &str| {
            let other = languages.other(text, declared).expect(text);
            assert!(other.words.starts_with(words), "{text}: {other:?}");
            assert_eq!(other.code.as_deref(), code, "{text}");
        };
        let russian =
            "Министр иностранных дел прибыл в столицу в понедельник. Переговоры продолжатся.";
        check(russian, None, Some("ru"), "Russian (rus)");
        check(russian, Some("en"), Some("ru"), "Russian (rus)");
        check(
            "وصل الوزير إلى العاصمة يوم الاثنين. وستستمر المحادثات غدا.",
            None,
            Some("ar"),
            "Arabic",
        );
        check(
            "Ο υπουργός έφτασε στην πρωτεύουσα. Οι συνομιλίες συνεχίζονται.",
            None,
            Some("el"),
            "Greek",
        );
        check("外交部长周一抵达首都。会谈将于明天继续。", None, Some("zh"), "Chinese (cmn)");
        check("外務大臣は月曜日に首都に到着した。会談は明日も続く。", None, Some("ja"), "Japanese");
        let hindi = "विदेश मंत्री सोमवार को राजधानी पहुंचे। उन्होंने कहा कि वार्ता कल भी जारी रहेगी और दोनों देशों के बीच समझौते पर हस्ताक्षर होने की उम्मीद है।";
        check(hindi, None, Some("hi"), "Hindi");
        // Too short to tell it from Marathi.
        check("विदेश मंत्री पहुंचे।", None, None, "text in the Devanagari script");
        check("외교부 장관이 월요일에 수도에 도착했다.", None, Some("ko"), "Korean");
        check("Да.", None, None, "text in the Cyrillic script");
        check("Да.", Some("bg"), Some("bg"), "bg");
    }
}
