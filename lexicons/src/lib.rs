//! The tables of words that Verbale reads: what a cue is, which verb names which event, how a
//! pronoun refers. People read and edit them; every table opens with its source, licence and date.
//!
//! One folder a language. A table says something true of the language, never of one sentence; who is
//! who stands in the atlas.
//!
//! ```
//! let tables = verbale_lexicons::english();
//! let cues = tables.table("cues.tsv", &["lemma", "stance"]).expect("a table of cues");
//! assert!(cues.rows().any(|row| row.get("lemma") == "say"));
//! ```

use verbale_document::Lexicons;

/// The English tables, by file name.
pub static ENGLISH: &[(&str, &str)] = &[
    ("abbreviations.tsv", include_str!("../en/abbreviations.tsv")),
    ("anaphors.tsv", include_str!("../en/anaphors.tsv")),
    ("classes.tsv", include_str!("../en/classes.tsv")),
    ("codebook.tsv", include_str!("../en/codebook.tsv")),
    ("confidence.tsv", include_str!("../en/confidence.tsv")),
    ("contexts.tsv", include_str!("../en/contexts.tsv")),
    ("cues.tsv", include_str!("../en/cues.tsv")),
    ("event_nouns.tsv", include_str!("../en/event_nouns.tsv")),
    ("event_numbers.tsv", include_str!("../en/event_numbers.tsv")),
    ("event_pairs.tsv", include_str!("../en/event_pairs.tsv")),
    ("event_synonyms.tsv", include_str!("../en/event_synonyms.tsv")),
    ("events.tsv", include_str!("../en/events.tsv")),
    ("given_names.tsv", include_str!("../en/given_names.tsv")),
    ("honorifics.tsv", include_str!("../en/honorifics.tsv")),
    ("implicatives.tsv", include_str!("../en/implicatives.tsv")),
    ("irregular_verbs.tsv", include_str!("../en/irregular_verbs.tsv")),
    ("languages.tsv", include_str!("../en/languages.tsv")),
    ("minds.tsv", include_str!("../en/minds.tsv")),
    ("naming.tsv", include_str!("../en/naming.tsv")),
    ("noun_classes.tsv", include_str!("../en/noun_classes.tsv")),
    ("offices.tsv", include_str!("../en/offices.tsv")),
    ("organisation_words.tsv", include_str!("../en/organisation_words.tsv")),
    ("people.tsv", include_str!("../en/people.tsv")),
    ("place_words.tsv", include_str!("../en/place_words.tsv")),
    ("plover.tsv", include_str!("../en/plover.tsv")),
    ("pronouns.tsv", include_str!("../en/pronouns.tsv")),
    ("resolver_words.tsv", include_str!("../en/resolver_words.tsv")),
    ("roles.tsv", include_str!("../en/roles.tsv")),
    ("sections.tsv", include_str!("../en/sections.tsv")),
    ("times.tsv", include_str!("../en/times.tsv")),
    ("tokens.tsv", include_str!("../en/tokens.tsv")),
    ("verb_lemmas.tsv", include_str!("../en/verb_lemmas.tsv")),
];

/// The English tables.
pub fn english() -> Lexicons {
    Lexicons::from_pairs(ENGLISH.iter().copied())
}

#[cfg(test)]
mod tests {
    /// A table that is not listed is edited in vain.
    #[test]
    #[allow(clippy::disallowed_methods)]
    fn every_file_is_listed() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("en");
        let files = std::fs::read_dir(folder).expect("a folder").flatten();
        let mut names: Vec<_> =
            files.map(|f| f.file_name().into_string().expect("UTF-8")).collect();
        names.sort();
        let listed: Vec<_> = super::ENGLISH.iter().map(|(name, _)| *name).collect();
        assert_eq!(listed, names);
    }
}
