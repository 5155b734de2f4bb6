//! Organisations that the tables do not know by full name, or know several of.

use super::Linker;
use super::find::{NameSpan, Sense};
use verbale_atlas::tables::known::Known;
use verbale_document::folding::{fold, is_possessive};
use verbale_document::is_state;
use verbale_document::{ActorCode, EntityIdx, Form, MentionKind, SmolStr, TokenIdx};

impl Linker<'_> {
    /// An organisation by the tagger's word: its code from the state and the role in its name.
    pub(super) fn organisation(&mut self, item: &NameSpan, inner: Option<Known>) {
        let (entity, by) = if let Some(company) = self.company(item, inner) {
            (company, "atlas/name")
        } else if let Some(entity) = self.abbreviated(item).or_else(|| self.spelled_out(item)) {
            (entity, "atlas/abbreviation")
        } else if let Some(entity) = self.short_form(item) {
            (entity, "atlas/short-form")
        } else if let Some(party) = self.party(item) {
            (party, "atlas/party")
        } else {
            (self.unknown_organisation(item, inner), "atlas/tagged-organisation")
        };
        self.push(item, MentionKind::Organisation, Form::Name, entity, by);
    }

    /// An outlet by a name that is something else as well: what the document itself calls so
    /// ("Armed Forces of the Philippines (AFP)", "The Times" after "New York Times") comes first.
    pub(super) fn weak_outlet(&mut self, item: &NameSpan, known: Known) {
        let first = item.first + TokenIdx::from(self.view.word(item.first) == "The");
        let item = &NameSpan { first, span: self.view.span(first, item.end), ..*item };
        let own = self.abbreviated(item).or_else(|| self.short_form(item));
        let own = own.or_else(|| self.party(item));
        let known = match known {
            Known::Outlet(i) => Known::Outlet(self.view.outlet(i)),
            known => known,
        };
        let entity = own.unwrap_or_else(|| self.pool.known(self.atlas, known, self.date));
        self.push(item, MentionKind::Organisation, Form::Name, entity, "atlas/name");
    }

    /// "Huawei Technologies Co.": a known company with its legal form; "Acme Kenya": its branch in a state.
    fn company(&mut self, item: &NameSpan, inner: Option<Known>) -> Option<EntityIdx> {
        if let Some(firm) = self.branch(item) {
            return Some(self.pool.known(self.atlas, firm, self.date));
        }
        let known = inner.filter(|k| matches!(k, Known::Group(_) | Known::Outlet(_)))?;
        // "CPC Corp" is no party.
        if let Known::Group(i) = known
            && !is_firm(&self.atlas.groups[i].code)
        {
            return None;
        }
        let end = self.view.known_from(item.first)?.end;
        let legal = |t: TokenIdx| {
            let word = self.view.word(t).to_lowercase();
            word == "," || word == "." || self.view.tables.words.company.contains(&word)
        };
        let whole = (end..item.end).all(legal);
        whole.then(|| self.pool.known(self.atlas, known, self.date))
    }

    /// "Acme Kenya": the firm of several states whose name and that of a state are the whole name.
    fn branch(&self, item: &NameSpan) -> Option<Known> {
        let firm = self.view.known_from(item.first)?;
        let Sense::Known(known @ Known::Group(i)) = firm.sense else { return None };
        let state = self.view.known_from(firm.end).filter(|s| s.end == item.end)?;
        let of_state = matches!(state.sense, Sense::Known(Known::Territory(_)));
        (of_state && self.atlas.groups[i].code.country() == "MNC").then_some(known)
    }

    pub(super) fn unknown_organisation(
        &mut self,
        item: &NameSpan,
        inner: Option<Known>,
    ) -> EntityIdx {
        let entity = self.of_its_state(item);
        let code = self.body_before_part(item).or_else(|| self.body_of_part(item));
        let code = code.or_else(|| self.organisation_code(item, inner));
        let code = match item.end - item.first {
            // "the Congress" of India
            1 => {
                code.map(|c| self.view.tables.words.office(&self.view.text(item).to_lowercase(), c))
            }
            _ => code,
        };
        let head_nouns = self.head_nouns(item);
        let e = &mut self.pool.entities[entity as usize];
        if e.code.is_none() {
            e.country = code.as_ref().map(|c| SmolStr::new(c.country())).filter(|c| is_state(c));
            e.code = code;
        }
        if e.classes.is_empty() {
            e.classes = head_nouns;
        }
        entity
    }

    /// "the Meteorological Department's Earthquake Division": a part has the code of the whole.
    fn body_before_part(&self, item: &NameSpan) -> Option<ActorCode> {
        let end = item.first.checked_sub(1).filter(|t| is_possessive(self.view.word(*t)))?;
        let stop = self.view.tokens.get(end.checked_sub(1)? as usize)?.span.end;
        let whole = self.mentions.last().filter(|m| m.span.end == stop)?;
        let body = whole.kind == MentionKind::Organisation && whole.form == Form::Name;
        let code = whole.entity.and_then(|e| self.pool.entities[e as usize].code.clone());
        code.filter(|_| body)
    }

    /// The entity of an organisation that no table knows: "Syria's Foreign Ministry" is another one than that
    /// of whom the document spoke by this name before.
    fn of_its_state(&mut self, item: &NameSpan) -> EntityIdx {
        let text = self.view.text(item);
        let entity = self.pool.unknown(text, MentionKind::Organisation);
        let own = self.pool.entities[entity as usize].country.as_ref();
        match self.view.state_beside(item).filter(|state| is_state(state)) {
            Some(state) if own.is_some_and(|own| *own != state) && self.role_in(item).is_some() => {
                self.pool.unknown(&format!("{text} of {state}"), MentionKind::Organisation)
            }
            _ => entity,
        }
    }

    /// "PNP Core Committee": a part of the body whose short form its name begins with.
    fn body_of_part(&self, item: &NameSpan) -> Option<ActorCode> {
        let short = self.view.word(item.first);
        let letters = short.chars().count() > 1 && short.chars().all(char::is_uppercase);
        let last = self.view.word_before(item.end).to_lowercase();
        let part = item.end - item.first > 1 && self.view.tables.words.organ.contains(&last);
        let own = self.pool.abbreviations.get(&fold(short)).filter(|_| letters && part);
        let own = own.and_then(|e| self.pool.entities[*e as usize].code.clone());
        own.or_else(|| self.party_of_home(item.first).filter(|_| letters && part))
    }

    /// What an organisation may be called by its name: "commission" of "Lake Chad Basin Commission",
    /// "ministry" of "Ministry of Health".
    fn head_nouns(&self, item: &NameSpan) -> Vec<SmolStr> {
        let joint = |t: &TokenIdx| matches!(self.view.word(*t), "of" | "for" | "on");
        let before = (item.first + 1..item.end).find(joint);
        let ends = before.into_iter().chain([item.end]);
        ends.map(|end| SmolStr::from(self.view.word_before(end).to_lowercase())).collect()
    }

    /// A party: of the state that the document is about, else the only one of its name.
    fn party(&mut self, item: &NameSpan) -> Option<EntityIdx> {
        let key = fold(self.view.text(item));
        let mut parties: Vec<usize> = self.atlas.parties.named(&key).collect();
        if parties.is_empty() {
            parties = self.parties_called(&key);
        }
        let state = |i: &usize| &self.atlas.parties.rows[*i].iso3;
        let share = |i: &&usize| self.context.weight(state(i));
        let near = self.view.state_until(item.first).map(|(_, state)| state);
        let beside = parties.iter().find(|i| near.as_ref() == Some(state(i)));
        let about = || parties.iter().rev().max_by_key(share).filter(|i| share(i) > 0);
        // A name that many parties have is that of one at home sooner than of a state that is but mentioned.
        if beside.is_none()
            && parties.len() > 1
            && let Some(home) = about().and_then(|i| self.home_before(state(i)))
        {
            return Some(self.party_of(item, home));
        }
        let far = |i: &&usize| self.is_of_common_words(item) && self.is_unspoken(state(i));
        let only = || parties.first().filter(|_| parties.len() == 1 && key.contains(' '));
        let same = |i: &&usize| {
            self.atlas.parties.rows[**i].qid == self.atlas.parties.rows[parties[0]].qid
        };
        let one =
            || parties.last().filter(|_| key.contains(' ') && parties.iter().all(|i| same(&i)));
        let sole = || only().or_else(one).filter(|i| !far(i));
        let party = *beside.or_else(about).or_else(sole)?;
        Some(self.pool.add(self.atlas.party_candidate(party)))
    }

    fn organisation_code(&self, item: &NameSpan, inner: Option<Known>) -> Option<ActorCode> {
        let named = self.role_in(item);
        let told = named.is_some();
        let people = named.as_deref().is_some_and(|r| matches!(r, "CVL" | "PRE" | "ELI"));
        let sector = || self.view.sector_of(item.first, item.end);
        // "Federation of Kenyan Women" is more than women, "National Council of Churches" no parliament.
        let clerical = named.as_deref() == Some("LEG") && sector().as_deref() == Some("REL");
        let role = if people || clerical { sector().or(named) } else { named.or_else(sector) };
        let business = role.as_deref() == Some("BUS");
        let inside = match inner {
            Some(Known::Group(i)) if business && !is_firm(&self.atlas.groups[i].code) => None,
            Some(Known::Territory(_)) if role.is_none() && self.may_be_person(item) => return None,
            Some(Known::Territory(_)) if role.is_none() && self.ends_in_state(item) => return None,
            Some(Known::Territory(i) | Known::Demonym(i)) => {
                let own = || self.atlas.territories.rows[i].iso3.clone();
                let other = self.view.namesakes.iter().find(|(t, _)| *t == i);
                Some(other.map_or_else(own, |(_, state)| state.clone()))
            }
            Some(Known::Seat(i)) if self.atlas.seats[i].home => None,
            Some(Known::Seat(i)) => {
                let seat = &self.atlas.seats[self.view.seat(i)];
                // A town in a name is no state: "the Washington Nationals".
                let tells = !seat.town || role.is_some();
                Some(SmolStr::new(seat.code.country())).filter(|s| tells && is_state(s))
            }
            Some(Known::Region(i) | Known::Native(i)) if role.is_some() => {
                self.atlas.regions[i].place.country.clone()
            }
            Some(Known::Body(i)) => return Some(self.atlas.bodies[i].code.clone()),
            Some(Known::Group(i)) => {
                let code = &self.atlas.groups[i].code;
                // "Democratic Party for the People": not that of a state that is not spoken of.
                let unspoken = code.state().filter(|s| self.is_unspoken(s));
                let home = unspoken.and_then(|_| self.context.home());
                return match (code.sector(), home) {
                    (Some("PTY"), Some(home)) => Some(ActorCode::new(format!("{home}.PTY"))),
                    _ => Some(code.clone()),
                };
            }
            Some(Known::Outlet(i)) => return Some(self.atlas.outlets[i].body.code.clone()),
            _ => None,
        };
        let beside = || self.view.state_until(item.first).map(|(_, state)| state);
        let bracket = self.view.word(item.end) == "(" && self.view.word(item.end + 2) == ")";
        let end = item.end + if bracket { 3 } else { 0 };
        let after = || self.view.state_after_of(end).map(|(state, _)| state);
        // "Delhi Police", "North Dakota Senate"
        let lies = || role.as_ref().and_then(|_| self.place_in(item)?.country);
        // "the Institute for Peace in Nairobi"
        let sits = || {
            let at = end + 1 + TokenIdx::from(self.view.word(end + 1) == "the");
            let (t, state) = self.context.between(at, at + 1).first()?;
            let told = self.view.word(end) == "in" && role.is_some();
            (told && !self.context.is_stray(*t, state)).then(|| state.clone())
        };
        let here = |_| match told {
            true => self.context.of_organ(&self.view, item.first),
            false => self.context.home(),
        };
        let local = || role.as_ref().and_then(here).cloned();
        let beside = || beside().or_else(|| self.state_apposed(item.end));
        let beside = || beside().or_else(|| self.seat_told(item));
        let unknown = || role.as_ref().map(|_| SmolStr::new_static("UNK"));
        let state =
            inside.or_else(beside).or_else(after).or_else(lies).or_else(sits).or_else(local);
        let state = state.or_else(unknown)?;
        let whole = match role {
            _ if state.contains('.') => state.to_string(),
            Some(role) => format!("{state}.{role}"),
            None => state.to_string(),
        };
        Some(ActorCode::new(whole))
    }

    /// ", a Thai energy developer" after a name.
    fn state_apposed(&self, at: TokenIdx) -> Option<SmolStr> {
        let at = match self.view.word(at) {
            "(" if self.view.word(at + 2) == ")" => at + 3,
            _ => at,
        };
        let apposed =
            self.view.word(at) == "," && matches!(self.view.word(at + 1), "a" | "an" | "the");
        let found = self.view.known_from(at + 2).filter(|_| apposed)?;
        self.view.state_of(found).filter(|s| is_state(s))
    }

    /// "Toronto-based Acme", "Acme, based in Toronto,": the state of an organisation's seat.
    fn seat_told(&self, item: &NameSpan) -> Option<SmolStr> {
        let hyphen = item.first.checked_sub(2).filter(|t| self.view.word(*t) == "-");
        let before = hyphen.filter(|t| self.view.word(t + 1) == "based");
        if let Some(land) = before.and_then(|end| self.view.land_until(end)) {
            return Some(land.code).filter(|s| is_state(s));
        }
        let at = item.end + TokenIdx::from(self.view.word(item.end) == ",");
        let at = at + TokenIdx::from(matches!(self.view.word(at), "a" | "an"));
        let based = matches!(self.view.word(at), "based" | "headquartered");
        let joint = Some((at + 1).min(self.view.len())).filter(|_| based)?;
        let known = self.view.known_from(joint + 1).and_then(|k| self.view.code_of(k));
        let land = known.or_else(|| Some(self.view.land_after_of(joint)?.code));
        land.map(|code| SmolStr::new(ActorCode::new(code).country())).filter(|s| is_state(s))
    }

    /// "Acme Kenya": the branch of a firm or club, whose sector its name does not tell. "Northern Affairs
    /// Canada" names a field, as an agency does.
    fn ends_in_state(&self, item: &NameSpan) -> bool {
        let words = &self.view.tables.anaphora;
        let joint = |t: TokenIdx| matches!(self.view.word(t), "of" | "in" | "for" | "the" | "and");
        let field = |t: TokenIdx| words.is_field(&self.view.word(t).to_lowercase());
        let found = self.view.known_until(item.end).filter(|f| f.first > item.first);
        found.is_some_and(|f| !joint(f.first - 1) && !field(f.first - 1))
    }

    /// "Kenya Moore": two words, the first a state's name that is a given name as well.
    fn may_be_person(&self, item: &NameSpan) -> bool {
        let given = self.view.word(item.first).to_lowercase();
        item.end - item.first == 2 && self.view.tables.words.given.contains(&given)
    }

    /// The role noun in a name: the whole of it ("Ministry of Defence"), before "of" ("Ministry of
    /// Youth", which is none of the youth), or at its end ("Senate").
    fn role_in(&self, item: &NameSpan) -> Option<SmolStr> {
        let joint = |t: &TokenIdx| matches!(self.view.word(*t), "of" | "for" | "on" | "in");
        let role = |end: TokenIdx| {
            let own = self.view.role_until(end).filter(|(first, ..)| *first >= item.first);
            own.filter(|(_, role, _)| !role.home)
        };
        let before = || (item.first + 1..item.end).filter(joint).find_map(role);
        let last = role(item.end);
        let whole = last
            .filter(|(first, ..)| *first == item.first || (*first..item.end).any(|t| joint(&t)));
        whole.or_else(before).or(last).map(|(_, role, _)| role.code.clone())
    }
}

/// Whether a code is one that firms have, or of which nothing is known but its state.
fn is_firm(code: &ActorCode) -> bool {
    code.country() == "MNC" || matches!(code.sector(), None | Some("BUS" | "JRN"))
}
