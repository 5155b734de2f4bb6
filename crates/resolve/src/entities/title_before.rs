//! Titles before a name, read leftwards: "Russian Foreign Minister", "CIA Director", "armed forces
//! chief".

use super::part::Land;
use super::settled::Settled;
use super::title::{Title, names_people};
use verbale_document::{Gender, MentionKind, SmolStr, TokenIdx, Upos};

/// Words of the longest field of a minister ("Power and Energy").
const FIELD: TokenIdx = 7;
/// Words of a name that the tagger may have left out.
const CUT: TokenIdx = 3;

impl Settled<'_> {
    /// Reads leftwards from a name: honorifics, an office, then the state before it.
    pub(super) fn title_before(&self, name: TokenIdx) -> Title {
        let mut title = Title::default();
        let mut at = name;
        while let Some(gender) = self.honorific_until(at) {
            at -= 1;
            title.gender = title.gender.or(gender);
        }
        at = self
            .office_until(&mut title, at)
            .or_else(|| self.office_before_cut(&mut title, at))
            .unwrap_or(at);
        title.loose =
            title.noun.as_ref().is_some_and(|n| self.tables.words.loose.contains(n.as_str()));
        title.span = (at < name).then(|| self.span(at, name));
        title
    }

    fn honorific_until(&self, end: TokenIdx) -> Option<Option<Gender>> {
        self.tables.honorific(self.word_before(end))
    }

    /// An office that ends before `at`: where it begins.
    fn office_until(&self, title: &mut Title, at: TokenIdx) -> Option<TokenIdx> {
        let role = self.role_until(at).filter(|(_, role, plural)| names_people(role, *plural));
        if let Some((first, role, _)) = role {
            title.take(role);
            if self.serves_unknown(first, at) {
                title.role = None;
            }
            return Some(self.before_role(title, first));
        }
        self.head_until(title, at).or_else(|| self.office_with_joint(title, at))
    }

    /// "President" before "Said Mohamed Djohar", of which the tagger saw "Mohamed Djohar".
    fn office_before_cut(&self, title: &mut Title, at: TokenIdx) -> Option<TokenIdx> {
        if self.in_title(at) {
            return None;
        }
        for cut in 1..=CUT.min(at) {
            let t = (at - cut) as usize;
            let capital = self.word(at - cut).starts_with(char::is_uppercase);
            if !capital || self.named[t] || self.known_from(at - cut).is_some() {
                return None;
            }
            let role =
                self.role_until(at - cut).filter(|(_, role, plural)| names_people(role, *plural));
            if let Some((first, role, _)) = role {
                title.take(role);
                return Some(self.before_role(title, first));
            }
        }
        None
    }

    /// What stands before a role that begins at `at`: its organ, its rank, its state.
    pub(super) fn before_role(&self, title: &mut Title, mut at: TokenIdx) -> TokenIdx {
        if self.word_before(at) == ")" && at >= 3 && self.word(at - 3) == "(" {
            at -= 3; // "Bharatiya Janata Party (BJP) leader"
        }
        if !self.follows_body(at)
            && let Some((first, organ, _)) = self.role_until(at)
            && organ.kind != MentionKind::Person
        {
            title.role = Some(organ.code.clone());
            title.usual = organ.state.clone().map(|state| (state, organ.only));
            at = first;
        }
        at = self.ranks_until(title, at);
        let mut land = self.land_until(at);
        if land.as_ref().is_none_or(|l| !l.part.is_empty()) && self.holds_field(title) {
            land = self.land_before_field(at).or(land);
        }
        if let Some(land) = land {
            at = self.ranks_until(title, land.first);
            title.lie_in(land);
        } else if matches!(self.word_before(at), "its" | "Its" | "their" | "Their") {
            title.possessive = at.checked_sub(1);
        }
        at
    }

    /// Whether the office is one that has its field before it: "Fisheries Minister".
    fn holds_field(&self, title: &Title) -> bool {
        let noun = title.noun.as_deref().unwrap_or_default();
        self.tables.words.field.contains(noun.rsplit([' ', '-']).next().unwrap_or(noun))
    }

    /// Whether a body that is no common word as well ends before `at`: "UN Security Council".
    fn follows_body(&self, at: TokenIdx) -> bool {
        let body = self.known_until(at).filter(|k| !k.weak).and_then(|k| self.state_of(k));
        body.is_some_and(|code| code.contains('.'))
    }

    /// "Canadian" before "Fisheries and Oceans" before `at`.
    fn land_before_field(&self, at: TokenIdx) -> Option<Land> {
        for steps in 1..=FIELD.min(at) {
            let t = at - steps;
            let word = self.word(t);
            let field = word.starts_with(char::is_uppercase)
                || matches!(word, "and" | "&" | "," | "-")
                || matches!(self.tokens[t as usize].upos, Upos::Noun | Upos::Adj);
            if !field || self.known_until(t + 1).is_some() {
                return None;
            }
            // "..., Oil Minister": a comma ends what came before.
            if word != ","
                && let Some(land) = self.land_until(t)
            {
                return Some(land);
            }
        }
        None
    }

    /// Steps over "former", "acting", "senior" before `at`.
    pub(super) fn ranks_until(&self, title: &mut Title, mut at: TokenIdx) -> TokenIdx {
        let words = &self.tables.words;
        loop {
            let word = self.word_before(at).to_lowercase();
            let hyphen = word == "-" && at >= 2 && words.former.contains(self.word(at - 2));
            if hyphen {
                at -= 1;
            } else if words.former.contains(&word) {
                title.former = true;
                at -= 1;
            } else if words.rank.contains(&word) {
                at -= 1;
            } else {
                return at;
            }
        }
    }

    /// "CIA Director", "armed forces chief", "Transportation Secretary" before `at`.
    fn head_until(&self, title: &mut Title, at: TokenIdx) -> Option<TokenIdx> {
        let word = self.word_before(at).to_lowercase();
        if !self.tables.words.head.contains(&word) {
            return None;
        }
        let first = self.ranks_until(title, at - 1);
        title.noun = Some(SmolStr::new(&word));
        let organ =
            self.role_until(first).filter(|(_, organ, _)| organ.kind != MentionKind::Person);
        if !self.follows_body(first)
            && let Some((first, organ, _)) = organ
        {
            title.role = Some(organ.code.clone());
            title.usual = organ.state.clone().map(|state| (state, organ.only));
            return Some(self.before_role(title, first));
        }
        if let Some((first, body)) = self.state_until(first).filter(|(_, code)| code.contains('.'))
        {
            title.role = Some(SmolStr::default());
            title.country = Some(body);
            return Some(self.ranks_until(title, first));
        }
        let field = self.land_before_field(first).or_else(|| self.land_until(first));
        let land = field.filter(|_| word == "secretary")?;
        title.role = Some(SmolStr::new_static("GOV"));
        let first = land.first;
        title.lie_in(land);
        Some(first)
    }
}
