//! Classes of words, to which tables refer by `@name`.
//!
//! Those that people write stand in `classes.tsv`, and may refer to one another; those of attribution
//! follow from the cue words of `cues.tsv`, so that a verb of speech is listed once: `@cue:speech`
//! (verbs by act), `@cue:assert` (by stance), `@cue:speech/assert` (by both), `@cue:relay` (verbs by
//! which a source passes on what others said), `@cue-noun:document` (nouns by act). What nouns denote
//! (`noun_classes.tsv`) is there as `@noun:person`, `@noun:group`, `@noun:artifact` and so on. `as/@name` stands for
//! each word of a class behind a preposition.

use crate::{Lexicons, Row, SmolStr, TableError};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// How deep classes may refer to one another; beyond it they go round in a circle.
const MAX_DEPTH: usize = 8;

/// The classes by name, their words sorted.
#[derive(Clone, Debug, Default)]
pub struct Classes {
    by_name: FxHashMap<String, Vec<SmolStr>>,
}

impl Classes {
    /// Reads `classes.tsv`, `cues.tsv` and `noun_classes.tsv`.
    ///
    /// # Errors
    /// A reference to no class, or in a circle; names the line.
    pub fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let mut classes = Classes::default();
        for row in lexicons.table("cues.tsv", &["lemma", "pos", "act", "stance"])?.rows() {
            classes.add_cue(&row);
        }
        for row in lexicons.table("noun_classes.tsv", &["classes", "nouns"])?.rows() {
            for class in row.get("classes").split(',') {
                let words = classes.by_name.entry(format!("noun:{class}")).or_default();
                words.extend(row.get("nouns").split('|').map(SmolStr::from));
            }
        }
        let table = lexicons.table("classes.tsv", &["class", "lemmas"])?;
        let rows: BTreeMap<&str, Row> = table.rows().map(|row| (row.get("class"), row)).collect();
        for (name, row) in &rows {
            let words = classes.expanded(row, row.get("lemmas"), &rows, 0)?;
            classes.by_name.insert(name.to_string(), words);
        }
        classes.by_name.values_mut().for_each(|words| words.sort_unstable());
        Ok(classes)
    }

    fn add_cue(&mut self, row: &Row) {
        let kind = match row.get("pos") {
            "noun" => "cue-noun",
            "adjective" => "cue-adjective",
            _ => "cue",
        };
        let (act, stance) = (row.get("act"), row.get("stance"));
        let both = format!("{act}/{stance}");
        for name in [act, stance, &both, row.get("flags")].into_iter().filter(|n| !n.is_empty()) {
            let words = self.by_name.entry(format!("{kind}:{name}")).or_default();
            words.push(SmolStr::from(row.get("lemma")));
        }
    }

    /// The words of a cell in which `@name` may stand for a class and `!word` takes one out.
    fn expanded(
        &self,
        row: &Row,
        cell: &str,
        rows: &BTreeMap<&str, Row>,
        depth: usize,
    ) -> Result<Vec<SmolStr>, TableError> {
        if depth > MAX_DEPTH {
            return Err(row.error("classes that refer to one another in a circle"));
        }
        let (mut words, mut without) = (Vec::new(), Vec::new());
        for word in cell.split('|').map(str::trim).filter(|w| !w.is_empty()) {
            if let Some(word) = word.strip_prefix('!') {
                without.push(word);
                continue;
            }
            let behind = word.split_once("/@").filter(|_| !word.starts_with('@'));
            let Some(name) = behind.map(|(_, name)| name).or_else(|| word.strip_prefix('@')) else {
                words.push(SmolStr::from(word));
                continue;
            };
            let class = match (rows.get(name), self.by_name.get(name)) {
                (Some(other), _) => self.expanded(other, other.get("lemmas"), rows, depth + 1)?,
                (None, Some(known)) => known.clone(),
                (None, None) => return Err(row.error(format!("no such class: `@{name}`"))),
            };
            let phrase = |word: SmolStr| match behind {
                Some((case, _)) => SmolStr::from(format!("{case}/{word}")),
                None => word,
            };
            words.extend(class.into_iter().map(phrase));
        }
        words.retain(|w| !without.contains(&w.as_str()));
        Ok(words)
    }

    /// Whether a lemma (lower case) is in a class.
    pub fn has(&self, class: &str, lemma: &str) -> bool {
        let words = self.by_name.get(class);
        words.is_some_and(|words| words.binary_search_by(|w| w.as_str().cmp(lemma)).is_ok())
    }

    /// The words of a table's cell, those of classes that it refers to included, sorted.
    ///
    /// # Errors
    /// A reference to no class; names the line.
    pub fn words(&self, row: &Row, column: &str) -> Result<Vec<SmolStr>, TableError> {
        let mut words = self.expanded(row, row.get(column), &BTreeMap::new(), 0)?;
        words.sort_unstable();
        Ok(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CUES: &str = "lemma\tpos\tact\tstance\tflags\nsay\tverb\tspeech\tassert\trelay\n\
                        deny\tverb\tspeech\tdeny\npoll\tnoun\tdocument\tassert\n";

    const NOUNS: &str = "classes\tnouns\nperson\tclerk|nurse\ngroup,person\tcrowd\n";

    fn classes(table: &'static str) -> Result<Classes, TableError> {
        let tables = [("cues.tsv", CUES), ("classes.tsv", table), ("noun_classes.tsv", NOUNS)];
        Classes::new(&Lexicons::from_pairs(tables))
    }

    #[test]
    fn classes_refer_to_one_another_and_to_cues() {
        let table = "class\tlemmas\narms\t@guns|tank\nguns\trifle\ntold\t@cue:speech|@cue-noun:document\n\
                     quiet\t@told|!say\nwith\tat/@guns\n";
        let classes = classes(table).expect("sound");
        assert!(classes.has("arms", "rifle") && classes.has("arms", "tank"));
        assert!(classes.has("told", "deny") && classes.has("told", "poll"));
        assert!(classes.has("cue:relay", "say") && !classes.has("cue:relay", "deny"));
        assert!(classes.has("quiet", "deny") && !classes.has("quiet", "say"));
        assert!(classes.has("with", "at/rifle") && !classes.has("with", "rifle"));
        assert!(!classes.has("nothing", "say"));
    }

    #[test]
    fn circles_and_lost_classes_are_named() {
        let error = |table| classes(table).expect_err("unsound").to_string();
        assert!(error("class\tlemmas\na\t@b\nb\t@a\n").contains("circle"));
        assert!(error("class\tlemmas\na\t@c\n").contains("line 2: no such class: `@c`"));
    }
}
