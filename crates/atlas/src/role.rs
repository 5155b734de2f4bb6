//! Role nouns: "foreign minister", "police", "gunmen".

use rustc_hash::FxHashMap;
use verbale_document::{Gender, Lexicons, MentionKind, SmolStr, TableError};

/// What a role noun stands for.
#[derive(Clone, Debug)]
pub(crate) struct Role {
    /// Person, Group or Organisation.
    pub kind: MentionKind,
    /// `GOV.MFA`, `COP`, ...
    pub code: SmolStr,
    /// The noun in the singular.
    pub noun: SmolStr,
}

/// Role nouns and honorifics.
pub(crate) struct Roles {
    roles: FxHashMap<String, Role>,
    honorifics: FxHashMap<String, Option<Gender>>,
    /// Words in the longest role.
    pub longest: usize,
}

impl Roles {
    pub(crate) fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let mut all =
            Roles { roles: FxHashMap::default(), honorifics: FxHashMap::default(), longest: 1 };
        for row in lexicons.table("roles.tsv", &["noun", "kind", "code"])?.rows() {
            let kind = match row.get("kind") {
                "person" => MentionKind::Person,
                "group" => MentionKind::Group,
                "organisation" => MentionKind::Organisation,
                other => return Err(row.error(format!("no kind `{other}`"))),
            };
            let noun = row.get("noun");
            all.longest = all.longest.max(noun.split(' ').count());
            let role = Role { kind, code: row.get("code").into(), noun: noun.into() };
            all.roles.insert(noun.to_string(), role);
        }
        for row in lexicons.table("honorifics.tsv", &["word", "gender"])?.rows() {
            let gender = match row.get("gender") {
                "m" => Some(Gender::Masculine),
                "f" => Some(Gender::Feminine),
                _ => None,
            };
            all.honorifics.insert(row.get("word").to_string(), gender);
        }
        Ok(all)
    }

    /// The role that `words` (lower case, single spaces) name, and whether in the plural.
    pub(crate) fn get(&self, words: &str) -> Option<(&Role, bool)> {
        if let Some(role) = self.roles.get(words) {
            return Some((role, false));
        }
        let singular = singular(words)?;
        self.roles.get(&singular).map(|role| (role, true))
    }

    /// Whether a word is an honorific, and whom it tells of.
    pub(crate) fn honorific(&self, word: &str) -> Option<Option<Gender>> {
        self.honorifics.get(word).copied()
    }
}

/// The singular of a regular plural: of the last word, or of the head before "of".
fn singular(words: &str) -> Option<String> {
    if let Some((head, rest)) = words.split_once(" of ") {
        return head.strip_suffix('s').map(|head| format!("{head} of {rest}"));
    }
    if let Some(stem) = words.strip_suffix("ies") {
        return Some(format!("{stem}y"));
    }
    if let Some(stem) = words.strip_suffix("men") {
        return Some(format!("{stem}man"));
    }
    if let Some(stem) = words.strip_suffix("ches") {
        return Some(format!("{stem}ch"));
    }
    words.strip_suffix('s').map(str::to_string)
}
