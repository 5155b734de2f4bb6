//! Persons: who bears a name in this document, and the office at its date.

use super::Linker;
use super::find::{NameSpan, Sense};
use super::owner::{SPOKEN, is_sent};
use super::settled::{Settled, is_standing};
use super::title::Title;
use super::title_before::LEADER;
use verbale_atlas::tables::known::Known;
use verbale_document::folding::fold;
use verbale_document::{
    ActorCode, Deprel, EntityIdx, Form, MentionKind, SmolStr, TokenIdx, is_state,
};

/// A surname that more office holders than this have had is common.
const COMMON: usize = 15;
/// Letters of the words that may name a party by themselves are more than this.
const SHORT: usize = 3;
/// The share of a state in a story in which a common surname may be its ruler's.
const FAMILIAR: f64 = 0.25;

/// How many years a former leader of a state is known by the surname alone.
const LATELY: i16 = 8;

impl Linker<'_> {
    /// Takes note of every full name, so that a surname in the headline finds its bearer.
    pub(super) fn full_names(&mut self, found: &[NameSpan]) {
        for item in found {
            let Sense::Person(known) = item.sense else { continue };
            if item.end - item.first < 2 {
                continue;
            }
            let title = self.title(item);
            let entity = self.bearer(item, known, &title);
            self.learn(entity, &title);
            self.pool.bears(self.view.text(item), entity);
        }
    }

    /// The title before the name, else the one after it.
    fn title(&mut self, item: &NameSpan) -> Title {
        let mut title = self.view.title_before(item.first);
        if title.role.is_none()
            && let Some(comma) = self.set_off(item)
        {
            // "the minister of tourism, Ann Lee"
            let gender = title.gender;
            title = self.view.title_before(comma);
            title.gender = title.gender.or(gender);
        }
        if let Some(at) = title.possessive {
            title.country = self.owner(at, is_sent(title.role.as_deref()));
        } else if title.country.is_none() && title.role.as_deref() == Some(SPOKEN) {
            title.country = self.speaks_for(item.first);
        }
        if let (Some(code), Some(span)) = (title.country.clone(), title.span)
            && let Some(meant) = self.body_meant(&code, span)
        {
            title.country = Some(meant);
        }
        if let (Some(code), Some(span)) = (title.country.clone(), title.span)
            && let Some(meant) = self.organ_meant(&code, span)
        {
            title.country = Some(meant);
        }
        if let Some(span) = title.span.filter(|_| !title.part.is_empty())
            && let Some(state) = title.country.clone()
            && self.view.doc.tokens_in(span).any(|t| self.context.is_stray(t, &state))
        {
            // "New Brighton resident": a town of that name in another state.
            (title.country, title.part) = (None, Vec::new());
        }
        if title.role.is_some() && title.country.is_none() {
            // "Deputy Secretary-General Amina Mohammed of the United Nations"
            title.country = self.view.state_after_of(item.end).map(|(state, _)| state);
        }
        if title.country.is_none()
            && title.noun.as_deref() == Some(LEADER)
            && let Some(span) = title.span
            && let Some(state) = self.party_called(self.view.doc.tokens_in(span).start)
        {
            title.role = Some(SmolStr::new_static("PTY"));
            title.country = Some(state);
            title.loose = false;
        }
        if title.country.is_none()
            && let Some(role) = &title.role
        {
            title.ministry = self.view.ministry_before(item.first, role);
        }
        let office = |t: &Title| t.role.as_deref().is_some_and(|role| !is_standing(role));
        let standing = title.role.as_deref().is_some_and(is_standing);
        if (title.role.is_none() || standing)
            && let Some(mut after) = self.view.title_after(item)
            && (!standing || office(&after))
        {
            let behind = self.view.span_behind(item.end);
            if let Some(code) = after.country.clone().filter(|code| code.contains('.'))
                && let Some(meant) = self.body_meant(&code, behind)
            {
                after.country = Some(meant);
            }
            if let Some(code) = after.country.clone()
                && let Some(meant) = self.organ_meant(&code, behind)
            {
                after.country = Some(meant);
            }
            return Title { gender: title.gender, ..after };
        }
        if title.role.is_none()
            && let Some(peer) = self.view.title_of_peers(item.first)
        {
            return Title { gender: title.gender, ..peer };
        }
        if title.role.is_none()
            && let Some(shared) = self.view.title_shared(item.first, item.end)
        {
            return Title { gender: title.gender, span: title.span, ..shared };
        }
        title
    }

    /// "Liberal" before "leader" at `at`: the state where the story is at home, if a party of it has the word in
    /// its name.
    fn party_called(&self, at: TokenIdx) -> Option<SmolStr> {
        let word = self.view.word_before(at);
        let name = word.starts_with(char::is_uppercase) && word.chars().count() > SHORT;
        let free =
            name && self.view.known_until(at).is_none() && self.view.role_until(at).is_none();
        let home = self.context.home().filter(|_| free)?;
        let rows = &self.atlas.parties.rows;
        let called = |name: &str| name.split(' ').any(|w| w == word);
        rows.iter().any(|row| row.iso3 == *home && called(&row.name)).then(|| home.clone())
    }

    /// What a name, or what it stands in apposition to, is in its clause.
    fn relation(&self, item: &NameSpan) -> Deprel {
        let mut token = &self.view.tokens[self.view.head(item) as usize];
        for _ in 0..2 {
            let beside = matches!(token.deprel, Deprel::Appos | Deprel::Flat | Deprel::NmodDesc);
            match token.head.filter(|_| beside) {
                Some(head) => token = &self.view.tokens[head as usize],
                None => break,
            }
        }
        token.deprel
    }

    /// The comma behind which a name stands, its honorific included, in apposition to what is before it.
    fn set_off(&self, item: &NameSpan) -> Option<TokenIdx> {
        let comma = self.view.before_honorifics(item.first).checked_sub(1)?;
        let token = &self.view.tokens[self.view.head(item) as usize];
        let before = token.head.is_some_and(|h| h < comma);
        let apposed = token.deprel == Deprel::Appos && before;
        (self.view.word(comma) == "," && apposed).then_some(comma)
    }

    /// The entity of a full name: of the tables, else of the document, else a new one.
    fn bearer(&mut self, item: &NameSpan, known: Option<usize>, title: &Title) -> EntityIdx {
        let text = self.view.text(item);
        if let Some(i) = known {
            return self.pool.known(
                self.atlas,
                Known::Person(self.namesake(i, item, title)),
                self.date,
            );
        }
        if let Some(entity) = self.pool.called(text) {
            return entity;
        }
        match self.atlas.known(&fold(text)).next() {
            Some(known @ Known::Person(_)) => self.pool.known(self.atlas, known, self.date),
            _ => self.pool.unknown(text, MentionKind::Person),
        }
    }

    /// Of several persons of one full name, the one of the title's state, else one in office.
    fn namesake(&self, first: usize, item: &NameSpan, title: &Title) -> usize {
        let text = self.view.text(item);
        let before = || self.view.state_until(item.first).map(|(_, state)| state);
        let near = title.country.clone().or_else(before);
        let persons = self.atlas.known(&fold(text)).filter_map(|k| match k {
            Known::Person(i) => Some(i),
            _ => None,
        });
        let rank = |i: &usize| {
            let person = self.atlas.persons.get(*i);
            let state = near.is_some() && person.country() == near.as_deref();
            let held = person.office(self.date).map(|(_, held)| held);
            (state, held, *i == first)
        };
        persons.max_by_key(rank).unwrap_or(first)
    }

    /// What a title says of a person holds for the whole document; the text beats the tables.
    fn learn(&mut self, entity: EntityIdx, title: &Title) {
        let e = &mut self.pool.entities[entity as usize];
        e.gender = e.gender.or(title.gender);
        if let Some(noun) = &title.noun {
            for class in [noun.clone(), SmolStr::new(noun.rsplit(' ').next().unwrap_or(noun))] {
                if !e.classes.contains(&class) {
                    e.classes.push(class);
                }
            }
        }
        // An occupation replaces no office, be it told or one of the tables.
        let standing = title.former || title.role.as_deref().is_some_and(is_standing);
        let known = self.told.contains(&entity) || !e.local && standing;
        let told = known
            && e.code.as_ref().is_some_and(|now| {
                let sector = title.role.as_ref().and_then(|role| role.split('.').next());
                is_office(now) && !(title.former && now.sector() == sector)
            });
        // "its leader Lee" says less than what was told of Lee before.
        let held = self.told.contains(&entity) && e.code.as_ref().is_some_and(is_office);
        let less = title.loose && held;
        let told = told || less;
        // An envoy is of another state than the one where a story plays.
        let words = &self.view.tables.words.stateless;
        let sent = title.noun.as_ref().is_some_and(|n| words.contains(n.as_str()));
        let ministry = title.ministry.as_ref();
        let home =
            self.context.office_home_of(|state| may_have(&self.view, title.noun.as_deref(), state));
        let nobody = title.country.is_none()
            && e.country.is_none()
            && home.is_none()
            && self.context.home().is_some();
        let code = title.code(e, ministry.or(home.filter(|_| !sent))).filter(|_| !nobody);
        let code = code.map(|code| self.view.office_here(title, code));
        if let Some(code) = code.filter(|c| !less && is_office(c) || !told) {
            let own = title.country.is_some() || e.country.is_some() || title.former;
            if !own && !is_office(&code) {
                self.guessed.insert(entity);
            }
            e.country = Some(SmolStr::new(code.country())).filter(|c| is_state(c));
            e.code = Some(code);
            self.told.insert(entity);
        }
    }

    /// Adds the mention of a person's name.
    pub(super) fn person(&mut self, item: &NameSpan, known: Option<usize>) {
        let title = self.title(item);
        let short = item.end - item.first == 1 || known.is_none();
        let entity = if short { self.by_short_name(item, &title) } else { None };
        let entity = entity.unwrap_or_else(|| self.bearer(item, known, &title));
        let here = self.view.doc.sentence_at(item.span.start).unwrap_or(0);
        match self.relation(item) {
            relation if relation.is_subject() => self.pool.read(self.view.text(item), entity),
            Deprel::Obj | Deprel::Obl | Deprel::OblAgent if title.role.is_some() => {
                self.pool.read_beside(self.view.text(item), entity, here);
            }
            _ => {}
        }
        if item.end - item.first == 1 {
            self.learn(entity, &title);
        }
        let by = if known.is_some() { "atlas/person" } else { "atlas/tagged-person" };
        self.push(item, MentionKind::Person, Form::Name, entity, by);
        if let Some(mention) = self.mentions.last_mut() {
            mention.title = title.span;
        }
    }

    /// The bearer of a surname: in this document, else the one chief office holder of that name.
    fn by_short_name(&mut self, item: &NameSpan, title: &Title) -> Option<EntityIdx> {
        let text = self.view.text(item);
        let one = item.end - item.first == 1;
        let here = self.view.doc.sentence_at(item.span.start).unwrap_or(0);
        let last = if one { self.pool.last_called(text, title.noun.as_ref(), here) } else { None };
        if let Some(entity) = last.or_else(|| self.pool.called(text)) {
            return Some(entity);
        }
        let key = fold(text);
        if let Some(entity) = self.pool.spelt(&key).filter(|_| !self.atlas.knows(&key)) {
            return Some(entity);
        }
        if key.chars().count() < 2 || self.atlas.knows(&key) {
            return None;
        }
        let date = self.date?;
        let of_title = |i: &usize| {
            let person = self.atlas.persons.get(*i);
            let own = person.office(self.date).map(|(tenure, _)| tenure.code());
            let near = title.country.is_none() || person.country() == title.country.as_deref();
            near && own.is_none_or(|own| may_rule(title, &own))
        };
        let fits = |i: &usize| self.atlas.persons.get(*i).is_chief_at(date) && of_title(i);
        // "Kim" alone is most often somebody else, and so is whoever is called by a given name.
        let given = || self.view.tables.anaphora.given(text).is_some();
        let many = || self.atlas.persons.called(&key).count() > COMMON;
        let common = title.role.is_none() && (many() || given());
        let spoken = |i: &usize| {
            let state = self.atlas.persons.get(*i).country().map(|s| self.context.share(s));
            !common || state.is_some_and(|share| share >= FAMILIAR)
        };
        let called = || self.atlas.persons.called(&key);
        let mut bearers: Vec<usize> = called().filter(fits).filter(spoken).collect();
        if bearers.is_empty() && called().all(|i| !fits(&i)) {
            // Who led a state until lately goes by the surname in a story that speaks of it.
            let led = |i: &usize| {
                let person = self.atlas.persons.get(*i);
                let told = person.country().is_some_and(|s| self.context.share(s) > 0.0);
                person.led_lately(date, LATELY) && told && of_title(i)
            };
            bearers = called().filter(|_| !given()).filter(led).collect();
        }
        let [first] = bearers[..] else { return None };
        let entity = self.pool.known(self.atlas, Known::Person(first), self.date);
        self.pool.bears(&format!("? {text}"), entity);
        Some(entity)
    }
}

/// Whether somebody of that title may be the one who rules by `office`: a judge, a professor or a mayor of the same
/// surname is somebody else, a minister, a general or a leader may be.
fn may_rule(title: &Title, office: &ActorCode) -> bool {
    let Some(role) = title.role.as_deref() else { return true };
    let own = office.as_str().split_once('.').is_some_and(|(_, own)| own == role);
    let rules = role.contains('.') || matches!(role, "PTY" | "MIL");
    own || title.loose || title.former || rules
}

/// Whether a state may have an office: a republic has no princes.
pub(super) fn may_have(view: &Settled, office: Option<&str>, state: &str) -> bool {
    office.is_none_or(|noun| view.tables.anaphora.may_be(noun, state))
}

/// Whether a code is one of an office, which a rank or a profession ("Gen.", "professor") does not
/// replace.
fn is_office(code: &ActorCode) -> bool {
    let office = |s: &str| matches!(s, "GOV" | "LEG" | "JUD" | "PTY" | "OPP" | "SPY" | "REB");
    code.state().is_none() && !code.is_unplaced() || code.sector().is_some_and(office)
}
