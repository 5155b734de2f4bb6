//! Titles before a name whose parts a preposition joins: "President of Russia", "Ambassador to Iraq",
//! "Coordinating Minister for Political and Security Affairs".

use super::settled::Settled;
use super::title::{Title, names_people};
use super::title_before::LEADER;
use verbale_document::{SmolStr, TokenIdx, Upos};

/// Words of the longest field of a minister.
const FIELD: TokenIdx = 7;

impl Settled<'_> {
    /// "President of Russia", "Ambassador to Iraq", "Minister for Women" before `at`.
    pub(super) fn office_with_joint(&self, title: &mut Title, at: TokenIdx) -> Option<TokenIdx> {
        let at = self.before_bracket(at);
        let land = self.land_until(at);
        let (mut joint, land) = match land {
            Some(land) => {
                let article = TokenIdx::from(self.word_before(land.first) == "the");
                (land.first - article, Some(land))
            }
            None => (self.field_until(at)?, None),
        };
        if land.is_none()
            && let Some(begin) = self.body_before_head(title, joint)
        {
            return Some(begin);
        }
        if !matches!(self.word_before(joint), "of" | "for" | "to" | "in" | "at" | "on") {
            return None;
        }
        let whose = matches!(self.word_before(joint), "of" | "for" | "in");
        let mut head = self.word_before(joint - 1).to_lowercase();
        // "Regional Director for Africa of the ILO"
        let at_body = land.as_ref().is_some_and(|l| l.code.contains('.'));
        let field = Some(joint - 1).filter(|_| at_body).and_then(|at| self.field_until(at));
        if let Some(field) = field.filter(|_| !self.tables.words.head.contains(&head)) {
            joint = field;
            head = self.word_before(joint - 1).to_lowercase();
        }
        let body = land
            .as_ref()
            .filter(|l| l.code.contains('.') && self.tables.words.head.contains(&head));
        if let Some(body) = body {
            title.role = Some(SmolStr::default());
            title.noun = Some(SmolStr::new(&head));
            title.lie_in(body.clone());
            return Some(self.ranks_until(title, joint - 2));
        }
        // "Secretary for Transport": one of a government where no body is named.
        let secretary =
            self.word_before(joint) == "for" && self.word_before(joint - 1) == "Secretary";
        if secretary && land.is_none() {
            title.role = Some(SmolStr::new_static("GOV"));
            title.noun = Some(SmolStr::new(&head));
            return Some(self.before_role(title, joint - 2));
        }
        let (first, role, _) =
            self.role_until(joint - 1).filter(|(_, r, plural)| names_people(r, *plural))?;
        // "leader of the Greens": nobody leads a field.
        if land.is_none() && (role.code != "GOV" || role.noun == LEADER) {
            return None;
        }
        title.take(self.role_from(first).map_or(role, |(_, finer)| finer));
        let begin = self.before_role(title, first);
        if title.country.is_none()
            && let Some(land) = land.filter(|_| whose)
        {
            title.lie_in(land);
        }
        Some(begin)
    }

    /// "UNRWA Director of" before `joint`: whoever heads a part of a body speaks for it.
    fn body_before_head(&self, title: &mut Title, joint: TokenIdx) -> Option<TokenIdx> {
        let head = joint.checked_sub(1).map(|t| self.word_before(t).to_lowercase())?;
        if !self.tables.words.head.contains(&head) {
            return None;
        }
        let first = self.ranks_until(title, joint - 2);
        let (first, body) = self.state_until(first).filter(|(_, code)| code.contains('.'))?;
        title.role = Some(SmolStr::default());
        title.noun = Some(SmolStr::new(&head));
        title.country = Some(body);
        Some(self.ranks_until(title, first))
    }

    /// Where a field before `at` begins, behind an office and a preposition: "Political and Security
    /// Affairs" after "Minister for", "Horn of Africa" after "Envoy to the".
    fn field_until(&self, at: TokenIdx) -> Option<TokenIdx> {
        // "leader of the party, *and* Ann Lee": what goes on is no field.
        if matches!(self.word_before(at), "and" | "&" | "or") {
            return None;
        }
        let office = |end: TokenIdx| {
            let head = self.word_before(end).to_lowercase();
            self.role_until(end).is_some_and(|(_, r, plural)| names_people(r, plural))
                || self.tables.words.head.contains(&head)
        };
        let joined =
            |t: &TokenIdx| matches!(self.word_before(*t), "of" | "for" | "to") && office(*t - 1);
        let first = (1..=FIELD.min(at)).map(|steps| at - steps).find(joined)?;
        let part = |t: TokenIdx| {
            let word = self.word(t);
            let noun = matches!(self.tokens[t as usize].upos, Upos::Noun | Upos::Adj);
            noun || word.starts_with(char::is_uppercase)
                || matches!(word, "and" | "&" | "," | "the" | "-" | "of")
        };
        (first..at).all(part).then_some(first)
    }
}
