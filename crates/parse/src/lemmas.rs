//! Lemmas: a table of irregular verbs and one of what the treebanks have, suffix rules for the rest.
//!
//! A rule says how many characters to cut from the end of the lower-case form and what to put
//! there, for forms with a given Penn tag and ending (after Chrupała 2006's edit scripts, with the
//! longest known ending deciding).

use crate::ModelError;
use crate::file::{Kind, Reader, Writer};
use crate::hash::{hash_str, mix};
use rustc_hash::{FxHashMap, FxHashSet};
use verbale_document::folding::lower_case;
use verbale_document::{Lexicons, SmolStr, TableError, Upos};

/// The longest ending a rule may look at, in characters.
pub(crate) const LONGEST: usize = 5;

/// Cut so many characters, then append.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub(crate) struct Edit {
    pub(crate) cut: u8,
    pub(crate) put: SmolStr,
}

impl Edit {
    /// The edit that makes `lemma` of `form`.
    pub(crate) fn between(form: &str, lemma: &str) -> Self {
        let common: usize = form
            .chars()
            .zip(lemma.chars())
            .take_while(|(a, b)| a == b)
            .map(|(c, _)| c.len_utf8())
            .sum();
        Edit { cut: form[common..].chars().count() as u8, put: lemma[common..].into() }
    }

    fn has_capital(&self) -> bool {
        self.put.contains(char::is_uppercase)
    }

    fn apply(&self, form: &str) -> SmolStr {
        let keep = form.chars().count().saturating_sub(self.cut as usize);
        let kept = form.char_indices().nth(keep).map_or(form, |(i, _)| &form[..i]);
        SmolStr::from_iter([kept, &self.put])
    }
}

/// The lemma model.
#[derive(Debug)]
pub(crate) struct Lemmas {
    edits: Vec<Edit>,
    rules: FxHashMap<u32, u16>,
    /// Past tenses and participles that no ending tells, by form.
    irregular: FxHashMap<SmolStr, SmolStr>,
    /// Verbs; a guess that is none gives way to one that is.
    verbs: FxHashSet<SmolStr>,
}

/// Key of a whole form with its tag.
pub(crate) fn form_key(form: &str, upos: Upos, xpos: &str) -> u32 {
    (mix(mix(mix(7, hash_str(form)), upos as u32), hash_str(xpos)) >> 32) as u32
}

/// Keys of the endings of a form with its tag, the longest first.
pub(crate) fn ending_keys(form: &str, upos: Upos, xpos: &str) -> [u32; LONGEST + 1] {
    let mut keys = [0; LONGEST + 1];
    let mut hash = mix(mix(11, upos as u32), hash_str(xpos));
    let mut last = form.chars().rev();
    for key in keys.iter_mut().rev() {
        *key = (hash >> 32) as u32;
        hash = mix(hash, last.next().map_or(0, |c| c as u32));
    }
    keys
}

impl Lemmas {
    /// Reads a lemma model.
    pub(crate) fn load(bytes: &[u8]) -> Result<Self, ModelError> {
        let mut input = Reader::open(Kind::Lemmas, bytes)?;
        let mut edits = Vec::new();
        for _ in 0..input.count()? {
            edits.push(Edit { cut: input.byte()?, put: input.string()?.into() });
        }
        let mut rules = FxHashMap::default();
        let mut key = 0u32;
        for _ in 0..input.count()? {
            key = key.wrapping_add(input.number()?);
            let edit = input.number()? as u16;
            if edit as usize >= edits.len() {
                return Err(ModelError::Damaged);
            }
            rules.insert(key, edit);
        }
        Ok(Lemmas { edits, rules, irregular: FxHashMap::default(), verbs: FxHashSet::default() })
    }

    /// Adds `irregular_verbs.tsv`, which comes before the rules, and `verbs.tsv`, which checks them.
    pub(crate) fn with_verbs(mut self, lexicons: &Lexicons) -> Result<Self, TableError> {
        for row in lexicons.table("irregular_verbs.tsv", &["lemma", "forms"])?.rows() {
            let forms = row.get("forms").split('|').map(SmolStr::from);
            self.irregular.extend(forms.map(|form| (form, SmolStr::from(row.get("lemma")))));
        }
        for row in lexicons.table("verbs.tsv", &["letter", "verbs"])?.rows() {
            self.verbs.extend(row.get("verbs").split('|').map(SmolStr::from));
        }
        Ok(self)
    }

    /// The file of a model with these edits and rules sorted by key.
    pub(crate) fn save(edits: &[Edit], rules: &[(u32, u16)]) -> Vec<u8> {
        let mut out = Writer::default();
        out.number(edits.len() as u32);
        for edit in edits {
            out.byte(edit.cut);
            out.string(&edit.put);
        }
        out.number(rules.len() as u32);
        let mut last = 0;
        for (key, edit) in rules {
            out.number(key - last);
            last = *key;
            out.number((*edit).into());
        }
        out.finish(Kind::Lemmas)
    }

    /// The lemma of `form`.
    pub(crate) fn lemma(
        &self,
        form: &str,
        upos: Upos,
        xpos: &str,
        scratch: &mut String,
    ) -> SmolStr {
        normalise(form, upos, scratch);
        if upos == Upos::Verb
            && matches!(xpos, "VBD" | "VBN")
            && let Some(lemma) = self.irregular.get(scratch.as_str())
        {
            return lemma.clone();
        }
        let whole = self.rules.get(&form_key(scratch, upos, xpos));
        let rule = whole.or_else(|| {
            ending_keys(scratch, upos, xpos).iter().find_map(|key| self.rules.get(key))
        });
        let guess = match rule {
            // "Indian" keeps its capital; other words with that ending keep their own letters.
            Some(&edit)
                if upos == Upos::Adj
                    && whole.is_none()
                    && self.edits[edit as usize].has_capital() =>
            {
                form.into()
            }
            Some(&edit) => self.edits[edit as usize].apply(scratch),
            None => SmolStr::from(scratch.as_str()),
        };
        match upos == Upos::Verb && whole.is_none() && !self.verbs.contains(&guess) {
            true => self.regular(scratch).unwrap_or(guess),
            false => guess,
        }
    }

    /// The verb of which a form is a regular one: "ruled" of "rule", "shelled" of "shell", "freed" of
    /// "free".
    fn regular(&self, form: &str) -> Option<SmolStr> {
        let cut = |n: usize| form.get(..form.len().checked_sub(n)?);
        let stems = match form {
            _ if form.ends_with("ied") || form.ends_with("ies") => {
                [cut(3).map(|s| format!("{s}y")), None, None]
            }
            _ if form.ends_with("ed") => {
                [cut(1).map(str::to_string), cut(2).map(str::to_string), cut(3).map(str::to_string)]
            }
            _ if form.ends_with("ing") => [
                cut(3).map(|s| format!("{s}e")),
                cut(3).map(str::to_string),
                cut(4).map(str::to_string),
            ],
            _ if form.ends_with('s') => {
                [cut(1).map(str::to_string), cut(2).map(str::to_string), None]
            }
            _ => [None, None, None],
        };
        let mut known = stems.into_iter().flatten().map(SmolStr::from);
        known.find(|stem| self.verbs.contains(stem))
    }
}

/// The form that edits start from: lower case but for proper nouns, straight apostrophes.
pub(crate) fn normalise(form: &str, upos: Upos, out: &mut String) {
    out.clear();
    let straight = |c| if matches!(c, '’' | '‘') { '\'' } else { c };
    match upos {
        Upos::Propn => out.extend(form.chars().map(straight)),
        _ => out.extend(form.chars().map(straight).map(lower_case)),
    }
}
