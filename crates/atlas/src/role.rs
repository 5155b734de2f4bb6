//! Role nouns: "foreign minister", "police", "gunmen".

use rustc_hash::{FxHashMap, FxHashSet};
use verbale_document::{Lexicons, MentionKind, SmolStr, TableError};

/// What a role noun stands for.
#[derive(Clone, Debug)]
pub struct Role {
    /// Person, Group or Organisation.
    pub kind: MentionKind,
    /// `GOV.MFA`, `COP`, ...
    pub code: SmolStr,
    /// The noun in the singular.
    pub noun: SmolStr,
    /// The state that has such an office where the text names none ("Capitol police").
    pub state: Option<SmolStr>,
    /// Whether no other state has one of that name, so that the story's own state does not count.
    pub only: bool,
    /// Whether the noun means this only in a story at home in that state ("the Centre" of India's press).
    pub home: bool,
}

impl Role {
    /// The code in a part of a state, whose president or premier is not the state's.
    pub fn code_in_part(&self) -> &str {
        if self.code.starts_with("GOV") { "GOV" } else { &self.code }
    }
}

/// Role nouns, in the singular or plural, and the words they may end in.
pub struct Roles {
    roles: FxHashMap<String, Role>,
    /// Last words of role nouns, lower case: a quick way to say no.
    last_words: FxHashSet<String>,
    by_code: FxHashMap<SmolStr, SmolStr>,
    /// Words in the longest role.
    pub longest: usize,
}

impl Roles {
    /// Reads the table.
    pub(crate) fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let mut all = Roles {
            roles: FxHashMap::default(),
            last_words: FxHashSet::default(),
            by_code: FxHashMap::default(),
            longest: 1,
        };
        for row in lexicons.table("roles.tsv", &["noun", "kind", "code"])?.rows() {
            all.add(&row)?;
        }
        Ok(all)
    }

    fn add(&mut self, row: &verbale_document::Row) -> Result<(), TableError> {
        let kind = match row.get("kind") {
            "person" => MentionKind::Person,
            "group" => MentionKind::Group,
            "organisation" => MentionKind::Organisation,
            other => return Err(row.error(format!("no kind `{other}`"))),
        };
        let noun = row.get("noun");
        // Hyphens are tokens of their own.
        self.longest = self.longest.max(noun.split([' ', '-']).count() + noun.matches('-').count());
        let state = row.get("state").trim_end_matches(['!', '?']);
        let role = Role {
            kind,
            code: row.get("code").into(),
            noun: noun.into(),
            state: Some(SmolStr::new(state)).filter(|s| !s.is_empty()),
            only: row.get("state").ends_with('!'),
            home: row.get("state").ends_with('?'),
        };
        if kind == MentionKind::Person {
            self.by_code.entry(role.code.clone()).or_insert(role.noun.clone());
        }
        self.last_words.insert(last_word(&noun.to_lowercase()).to_string());
        if let Some((head, _)) = noun.split_once(" of ").or_else(|| noun.split_once(" for ")) {
            self.last_words.insert(last_word(head).to_string());
        }
        self.roles.insert(noun.to_string(), role);
        Ok(())
    }

    /// The role that `words` (single spaces, as written) name, and whether in the plural.
    pub fn get(&self, words: &str) -> Option<(&Role, bool)> {
        if let Some(role) = self.roles.get(words) {
            return Some((role, words.ends_with("Ps") || is_collective_plural(words)));
        }
        let words = words.to_lowercase();
        if let Some(role) = self.roles.get(&words) {
            return Some((role, is_collective_plural(&words)));
        }
        let singular = singular(&words)?;
        self.roles.get(&singular).map(|role| (role, true))
    }

    /// Whether some role may end in `word`.
    pub fn may_end_in(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        let word = last_word(&word);
        self.last_words.contains(word)
            || singular(word).is_some_and(|w| self.last_words.contains(&w))
    }

    /// The noun by which a holder of the office `code` may be called.
    pub(crate) fn noun_of(&self, code: &str) -> Option<&SmolStr> {
        self.by_code.get(code)
    }
}

fn last_word(noun: &str) -> &str {
    noun.rsplit([' ', '-']).next().unwrap_or(noun)
}

/// Plurals that the table has as they are: "gunmen", "people".
fn is_collective_plural(words: &str) -> bool {
    const WORDS: [&str; 5] = ["people", "children", "paramilitaries", "families", "mercenaries"];
    let last = last_word(words);
    last.ends_with("men") || WORDS.contains(&last)
}

/// The singular of a regular plural: of the last word, or of the head before "of" or "for".
fn singular(words: &str) -> Option<String> {
    for joint in [" of ", " for "] {
        if let Some((head, rest)) = words.split_once(joint) {
            return head.strip_suffix('s').map(|head| format!("{head}{joint}{rest}"));
        }
    }
    if let Some(stem) = words.strip_suffix("ies") {
        return Some(format!("{stem}y"));
    }
    if let Some(stem) = words.strip_suffix("men") {
        return Some(format!("{stem}man"));
    }
    for ending in ["ches", "shes", "sses"] {
        if words.ends_with(ending) {
            return Some(words[..words.len() - 2].to_string());
        }
    }
    words.strip_suffix('s').filter(|w| !w.ends_with('s')).map(str::to_string)
}
