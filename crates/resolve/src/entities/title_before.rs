//! Titles before a name, read leftwards: "Russian Foreign Minister", "CIA Director", "armed forces
//! chief".

use super::find::Sense;
use super::part::Land;
use super::settled::{Settled, is_standing};
use super::title::{Title, names_people};
use verbale_atlas::Role;
use verbale_atlas::tables::known::Known;
use verbale_document::folding::is_possessive;
use verbale_document::{Gender, MentionKind, SmolStr, Token, TokenIdx, Upos};

/// Words of the longest field of a minister ("Power and Energy").
const FIELD: TokenIdx = 7;
/// Who heads a following.
pub(super) const LEADER: &str = "leader";
/// Words of a name that the tagger may have left out.
const CUT: TokenIdx = 3;

impl Settled<'_> {
    /// Reads leftwards from a name: honorifics, an office, then the state before it.
    pub(super) fn title_before(&self, name: TokenIdx) -> Title {
        let mut title = Title::default();
        let mut at = name;
        let mut sector = None;
        while let Some(gender) = self.honorific_until(at) {
            // "Chief Justice" is an office.
            if self.role_until(at).is_some_and(|(first, ..)| first + 1 < at) {
                break;
            }
            at -= 1;
            title.gender = title.gender.or(gender);
            sector = self.tables.anaphora.honorifics.code(self.word(at)).map(|code| (at, code));
        }
        let pending = self.before_pending(at);
        let to_be = pending < at;
        at = pending;
        at = self
            .office_until(&mut title, at)
            .or_else(|| self.office_before_cut(&mut title, at))
            .or_else(|| self.office_before_bracket(&mut title, at))
            .unwrap_or(at);
        at = self.office_of_learned(&mut title, at);
        if title.role.is_some() {
            at = self.joined(&mut title, at);
        }
        if let Some(role) = title.role.as_mut().filter(|_| to_be) {
            // Who is to be minister is none yet.
            *role = SmolStr::new(role.split('.').next().unwrap_or_default());
        }
        if let Some((word, code)) = sector.filter(|_| title.role.is_none()) {
            title.role = Some(code.clone());
            title.noun = Some(self.word(word).trim_end_matches('.').to_lowercase().into());
        }
        title.loose =
            title.noun.as_ref().is_some_and(|n| self.tables.words.loose.contains(n.as_str()));
        title.span = (at < name).then(|| self.span(at, name));
        title
    }

    /// Steps over "nominee" before `at`, behind an office.
    fn before_pending(&self, at: TokenIdx) -> TokenIdx {
        let Some(before) = at.checked_sub(1) else { return at };
        let pending = self.tables.words.pending.contains(&self.word(before).to_lowercase());
        let before = before - TokenIdx::from(pending && self.word_before(before) == "-");
        let office = || self.role_until(before).is_some_and(|(_, r, p)| names_people(r, p));
        if pending && office() { before } else { at }
    }

    /// "Governor" before "professor": an office right before an occupation is what counts.
    fn office_of_learned(&self, title: &mut Title, at: TokenIdx) -> TokenIdx {
        let stands = title.role.as_deref().is_some_and(is_standing) && title.country.is_none();
        let office = self.role_until(at).filter(|(first, role, plural)| {
            let capital = self.word(*first).starts_with(char::is_uppercase);
            stands && capital && names_people(role, *plural) && !is_standing(&role.code)
        });
        if office.is_none() {
            return at;
        }
        let gender = title.gender;
        *title = Title { gender, ..Title::default() };
        self.office_until(title, at).unwrap_or(at)
    }

    /// "lawyer and" before "senator": two things that one person is, of which an office counts more than an
    /// occupation. Two offices with an article may be two persons'.
    fn joined(&self, title: &mut Title, at: TokenIdx) -> TokenIdx {
        if !matches!(self.word_before(at), "and" | "&") || self.in_title(at) {
            return at;
        }
        let mut other = Title::default();
        let Some(begin) = self.office_until(&mut other, at - 1) else { return at };
        let stands = |t: &Title| t.former || t.role.as_deref().is_some_and(is_standing);
        let before = begin.checked_sub(1).map(|t| self.tokens[t as usize].upos);
        let article = matches!(before, Some(Upos::Det | Upos::Part));
        if article && !stands(&other) && !stands(title) {
            return at;
        }
        if stands(title) && other.role.is_some() && !stands(&other) {
            let gender = title.gender;
            *title = Title { gender, ..other };
        } else if title.country.is_none() {
            (title.country, title.part) = (other.country, other.part);
        }
        begin
    }

    /// "director general of customs (DGC)" before a name.
    fn office_before_bracket(&self, title: &mut Title, at: TokenIdx) -> Option<TokenIdx> {
        let before = self.before_bracket(at);
        if before == at { None } else { self.office_until(title, before) }
    }

    fn honorific_until(&self, end: TokenIdx) -> Option<Option<Gender>> {
        self.tables.honorific(self.word_before(end))
    }

    /// An office that ends before `at`: where it begins.
    fn office_until(&self, title: &mut Title, at: TokenIdx) -> Option<TokenIdx> {
        let names = |(_, role, plural): &(TokenIdx, &Role, bool)| names_people(role, *plural);
        let role = self.role_until(at).filter(names);
        // "Prime Minister Prince Ali", "Minister Emir Hadzic": a rank of birth or a name behind an office.
        let born = role.filter(|(_, role, _)| role.code == "GOV.HOS");
        let office = born.and_then(|(first, ..)| self.role_until(first)).filter(names);
        let role = office.or(role);
        // "Minister of Gender Equality and Family": people who are the field of an office.
        let field = role.is_some_and(|(first, r, _)| {
            r.code == "CVL" && self.word(first).starts_with(char::is_uppercase)
        });
        if field && let Some(begin) = self.office_with_joint(title, at) {
            return Some(begin);
        }
        if let Some((first, role, _)) = role {
            title.take(role);
            title.former = self.is_ex(first);
            if let Some(land) = self.following_until(title, first) {
                return Some(land);
            }
            self.leave_club(title, role, (first, at));
            let begin = self.before_role(title, first);
            return Some(self.stacked(title, begin));
        }
        self.head_until(title, at)
            .or_else(|| self.office_in_organ(title, at))
            .or_else(|| self.office_with_joint(title, at))
    }

    /// "US Special Envoy to the Horn of Africa" before "Ambassador": an earlier title says whose the
    /// office is.
    fn stacked(&self, title: &mut Title, at: TokenIdx) -> TokenIdx {
        if title.country.is_some() || title.possessive.is_some() {
            return at;
        }
        let mut before = Title::default();
        match self.office_with_joint(&mut before, at) {
            Some(begin) if before.country.is_some() => {
                title.country = before.country;
                title.part = before.part;
                begin
            }
            _ => at,
        }
    }

    /// "Greens" before "leader": who leads a following of that name leads a party. Where it begins,
    /// the state before it included.
    fn following_until(&self, title: &mut Title, at: TokenIdx) -> Option<TokenIdx> {
        let leads = title.noun.as_deref() == Some(LEADER);
        if !leads || !self.is_following(at) || self.in_title(at) {
            return None;
        }
        title.role = Some(SmolStr::new_static("PTY"));
        let first = at - 1;
        match self.land_until(first) {
            Some(land) => {
                let begin = self.ranks_until(title, land.first);
                title.lie_in(land);
                Some(begin)
            }
            None => Some(self.ranks_until(title, first)),
        }
    }

    /// Whether a capitalised word in the plural that names no state, people or body ends before `at`.
    pub(super) fn is_following(&self, at: TokenIdx) -> bool {
        let token = at.checked_sub(1).map(|t| &self.tokens[t as usize]);
        let plural = token.is_some_and(|t| t.upos == Upos::Propn || t.xpos == "NNS");
        let word = self.word_before(at);
        let name = word.starts_with(char::is_uppercase) && word.ends_with('s') && word.len() > 3;
        plural && name && self.known_until(at).is_none() && self.role_until(at).is_none()
    }

    /// "leader of the opposition in the senate", "speaker of the assembly" before `at`.
    fn office_in_organ(&self, title: &mut Title, at: TokenIdx) -> Option<TokenIdx> {
        let (first, organ, _) = self.role_until(at)?;
        let article = TokenIdx::from(self.word_before(first) == "the");
        let joint = first - article;
        let body = organ.kind == MentionKind::Organisation;
        if !body || !matches!(self.word_before(joint), "in" | "of") {
            return None;
        }
        let (first, role, _) =
            self.role_until(joint - 1).filter(|(_, r, plural)| names_people(r, *plural))?;
        title.take(role);
        Some(self.before_role(title, first))
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
    pub(super) fn before_role(&self, title: &mut Title, at: TokenIdx) -> TokenIdx {
        let mut at = self.before_bracket(at); // "Bharatiya Janata Party (BJP) leader"
        // "police suspect": no office in the organ before it.
        let office = !matches!(title.role.as_deref(), Some("CRM" | "CVL" | "ELI" | "UAF"));
        if office
            && !self.follows_body(at)
            && let Some((first, organ, _)) = self.role_until(at)
            && organ.kind != MentionKind::Person
        {
            title.role = Some(organ.code.clone());
            title.usual = organ.state.clone().map(|state| (state, organ.only));
            at = first;
        }
        if let Some((first, organ)) = self.organ_owning(title, at) {
            title.role = organ;
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
        } else if self.region_until(at).is_some_and(|region| !self.follows_preposition(region)) {
            // "Africa director": of a body that works there, in no one state.
            title.role = None;
        }
        at
    }

    /// "the union's" before "president": whose head somebody is, other than of a state. Of a body that is not known by
    /// such a noun he is nobody known.
    fn organ_owning(&self, title: &Title, at: TokenIdx) -> Option<(TokenIdx, Option<SmolStr>)> {
        let noun = title.noun.as_deref().unwrap_or_default();
        let heads = self.tables.words.head.contains(noun) || self.tables.words.loose.contains(noun);
        let end = at.checked_sub(1).filter(|t| heads && is_possessive(self.word(*t)))?;
        if let Some((first, organ, plural)) = self.role_until(end) {
            let body = !plural && organ.kind == MentionKind::Organisation;
            return (body && !organ.code.starts_with("GOV"))
                .then(|| (first, Some(organ.code.clone())));
        }
        let body = self.tables.anaphora.is_body(self.word_before(end));
        let capital = self.word_before(end).starts_with(char::is_uppercase);
        (body && !capital).then(|| (end - 1, None))
    }

    /// A region of several states that ends before `end`: where it begins.
    pub(super) fn region_until(&self, end: TokenIdx) -> Option<TokenIdx> {
        let found = self.known_until(end)?;
        let Sense::Known(Known::Region(i)) = found.sense else { return None };
        self.atlas.regions[i].place.country.is_none().then_some(found.first)
    }

    /// Whether a name at `first` belongs to what stands before it: "envoy to the Sahel".
    fn follows_preposition(&self, first: TokenIdx) -> bool {
        let article = TokenIdx::from(matches!(self.word_before(first), "the" | "The"));
        let before = first.checked_sub(article + 1).map(|t| &self.tokens[t as usize]);
        before.is_some_and(|t| t.upos == Upos::Adp)
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
            } else if words.former.contains(&word) && !self.is_past_verb(at - 1) {
                title.former = true;
                at -= 1;
            } else if words.rank.contains(&word) {
                at -= 1;
            } else {
                return at;
            }
        }
    }

    /// "the army *deposed* President Ann Lee": what is done to him, and no title.
    fn is_past_verb(&self, at: TokenIdx) -> bool {
        let token = &self.tokens[at as usize];
        let subject = |t: &Token| t.head == Some(at) && t.deprel.is_subject();
        token.upos == Upos::Verb
            && self.tokens[at.saturating_sub(20) as usize..at as usize].iter().any(subject)
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
