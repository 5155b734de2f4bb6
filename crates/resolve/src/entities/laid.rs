//! The document as the resolver reads it: words, and what the tables know at each token.

use super::find::{NameSpan, Sense};
use super::redefined::redefined;
use super::title::names_people;
use crate::Resolver;
use rustc_hash::FxHashMap;
use verbale_atlas::Atlas;
use verbale_atlas::Role;
use verbale_atlas::tables::gazetteer::Match;
use verbale_atlas::tables::known::Known;
use verbale_atlas::tables::place::{Kind, Spot};
use verbale_document::folding::{fold, is_possessive};
use verbale_document::{
    Document, Form, Mention, MentionKind, Name, NameLabel, SectionKind, SmolStr, Span, Token,
    TokenIdx, Upos,
};

/// Sectors of bodies whose places and vehicles stand for them.
const POSTED: [&str; 9] = ["MIL", "COP", "SPY", "GOV", "PTY", "OPP", "LEG", "JUD", "LAB"];

/// A document with the atlas's names laid over it. Which of them hold is not settled yet.
pub(crate) struct Laid<'a> {
    pub tables: &'a Resolver,
    pub atlas: &'a Atlas,
    pub doc: &'a Document,
    pub tokens: &'a [Token],
    /// Names of the tables, left to right, the longest at each place, without overlaps.
    pub known: Vec<NameSpan>,
    /// How many of them are a state's own name or its adjective, by state.
    states: FxHashMap<SmolStr, usize>,
    /// Of each token, one more than the index of the known name that it is in; 0 outside.
    cover: Vec<u32>,
}

impl<'a> Laid<'a> {
    pub(crate) fn new(tables: &'a Resolver, doc: &'a Document) -> Self {
        let tokens: &[Token] = doc.tokens.as_deref().unwrap_or(&[]);
        let cover = vec![0; tokens.len()];
        let (known, states) = (Vec::new(), FxHashMap::default());
        let mut laid = Laid { tables, atlas: &tables.atlas, doc, tokens, known, states, cover };
        let others = redefined(laid.atlas, doc, tokens);
        let elsewhere = |found: &NameSpan| {
            !others.is_empty() && others.contains(&fold(laid.doc.slice(found.span)))
        };
        let mut at: TokenIdx = 0;
        while at < laid.len() {
            let found = laid.known_at(at).filter(|f| !laid.gives_way(f) && !elsewhere(f));
            // "Islamic Republic" is another one than "Islamic Republic of Pakistan".
            let long = laid.long_name(at).filter(|l| found.is_none_or(|f| f.end < l.end));
            let found = long.or(found);
            match found {
                Some(found) => {
                    at = found.end;
                    if let Sense::Known(Known::Territory(i) | Known::Demonym(i)) = found.sense {
                        let state = laid.atlas.territories.rows[i].iso3.clone();
                        *laid.states.entry(state).or_insert(0) += 1;
                    }
                    laid.known.push(found);
                    let index = laid.known.len() as u32;
                    laid.cover[found.first as usize..found.end as usize].fill(index);
                }
                None => at += 1,
            }
        }
        laid
    }

    fn known_at(&self, at: TokenIdx) -> Option<NameSpan> {
        let start = self.tokens[at as usize].span.start as usize;
        let text = &self.doc.text()[start..];
        let short = || {
            let (letters, len) = without_stops(self.word(at))?;
            let found = self.atlas.names.longest(&letters).filter(|f| f.len == letters.len())?;
            Some(Match { len, ..found })
        };
        let found = self.atlas.names.longest(text).or_else(short)?;
        let span = Span::new(start, start + found.len);
        let tokens = self.doc.tokens_in(span);
        let last = tokens.end.checked_sub(1)?;
        let whole = tokens.start == at && self.tokens[last as usize].span.end == span.end;
        let sense = match found.known {
            Known::Person(i) => Sense::Person(Some(i)),
            known => Sense::Known(known),
        };
        whole.then_some(NameSpan { first: at, end: tokens.end, span, sense, weak: found.weak })
    }

    /// "Islamic Republic of Iran", "Sultanate of Oman" at `at`: a state by its form of government and its
    /// name. "State of Mexico" is a part of one.
    fn long_name(&self, at: TokenIdx) -> Option<NameSpan> {
        let words = &self.tables.words;
        let capital = |t: TokenIdx| self.word(t).starts_with(char::is_uppercase);
        let kind = |t: TokenIdx| {
            let kind = capital(t) && words.kind.contains(&self.word(t).to_lowercase());
            kind || t > at && is_possessive(self.word(t))
        };
        let form = (at..self.len()).find(|t| !kind(*t))?;
        let named = capital(form) && words.form.contains(&self.word(form).to_lowercase());
        let of = Some(form + 1).filter(|t| named && self.word(*t) == "of")?;
        let first = of + 1 + TokenIdx::from(self.word(of + 1) == "the");
        let name = self.known_at(first.min(self.len() - 1)).filter(|k| !k.weak)?;
        let Sense::Known(Known::Territory(_)) = name.sense else { return None };
        let division = |s: Spot| s.kind == Kind::Division;
        let part = form == at && self.word(form) == "State";
        if part && self.atlas.places.named(self.text(&name)).any(division) {
            return None;
        }
        Some(NameSpan { first: at, span: self.span(at, name.end), ..name })
    }

    /// A name that is a common word as well gives way to one in it: "The Namibian president". Behind "Mr" a
    /// people's or state's name is that of a person.
    fn gives_way(&self, found: &NameSpan) -> bool {
        let people = matches!(
            found.sense,
            Sense::Known(Known::Native(_) | Known::Demonym(_) | Known::Territory(_))
        );
        if people && self.is_surname(found) {
            return true;
        }
        let reaches = |t| self.known_at(t).is_some_and(|k| !k.weak && k.end >= found.end);
        found.weak && (found.first + 1..found.end).any(reaches)
    }

    /// Whether a name stands behind "Mr" or "Ms".
    pub(crate) fn is_surname(&self, found: &NameSpan) -> bool {
        self.tables.honorific(self.word_before(found.first)).flatten().is_some()
    }

    /// How often the document has a state's own name or adjective.
    pub(crate) fn times_named(&self, iso3: &str) -> usize {
        self.states.get(iso3).copied().unwrap_or(0)
    }

    /// Number of tokens.
    pub(crate) fn len(&self) -> TokenIdx {
        self.tokens.len() as TokenIdx
    }

    /// A token's words; empty past the end.
    pub(crate) fn word(&self, at: TokenIdx) -> &'a str {
        self.tokens.get(at as usize).map_or("", |t| self.doc.slice(t.span))
    }

    /// The last word of an organisation's name of several words: "League" of "the Arab League".
    pub(crate) fn last_of_body(&self, mention: &Mention) -> Option<&'a str> {
        let named = mention.kind == MentionKind::Organisation && mention.form == Form::Name;
        let mut words = self.doc.slice(mention.span).split_whitespace();
        let last = words.next_back().filter(|_| named)?;
        words.next().map(|_| last)
    }

    /// Whether a token stands in a headline.
    pub(crate) fn in_title(&self, at: TokenIdx) -> bool {
        let kind = self.doc.section_at(self.tokens[at as usize].span.start);
        matches!(kind, SectionKind::Title | SectionKind::Related)
    }

    /// The word before `at`; empty at the start.
    pub(crate) fn word_before(&self, at: TokenIdx) -> &'a str {
        at.checked_sub(1).map_or("", |t| self.word(t))
    }

    /// The words of a name.
    pub(crate) fn text(&self, item: &NameSpan) -> &'a str {
        self.doc.slice(item.span)
    }

    /// From the start of `first` to the end of the token before `end`.
    pub(crate) fn span(&self, first: TokenIdx, end: TokenIdx) -> Span {
        self.tokens[first as usize].span.cover(self.tokens[end as usize - 1].span)
    }

    /// Words of a stretch, as they are glued in the text, with single spaces.
    pub(crate) fn words(&self, first: TokenIdx, end: TokenIdx) -> String {
        let words = self.doc.slice(self.span(first, end)).split_whitespace();
        words.collect::<Vec<_>>().join(" ")
    }

    /// The token of a name whose governor lies outside it.
    pub(crate) fn head(&self, item: &NameSpan) -> TokenIdx {
        let inside = |t: TokenIdx| (item.first..item.end).contains(&t);
        let outer = |t: &TokenIdx| self.tokens[*t as usize].head.is_none_or(|h| !inside(h));
        (item.first..item.end).find(outer).unwrap_or(item.first)
    }

    /// The known name that begins at `at`.
    pub(crate) fn known_from(&self, at: TokenIdx) -> Option<&NameSpan> {
        let index = self.cover.get(at as usize)?.checked_sub(1)?;
        Some(&self.known[index as usize]).filter(|k| k.first == at)
    }

    /// The known name that ends before `end`.
    pub(crate) fn known_until(&self, end: TokenIdx) -> Option<&NameSpan> {
        let index = self.cover.get(end.checked_sub(1)? as usize)?.checked_sub(1)?;
        Some(&self.known[index as usize]).filter(|k| k.end == end)
    }

    /// The state or body of a known name, by the tables alone: an ISO3 code, or the code of a body
    /// or organ, which has a dot.
    pub(crate) fn code_of(&self, found: &NameSpan) -> Option<SmolStr> {
        let Sense::Known(known) = found.sense else { return None };
        match known {
            Known::Territory(i) | Known::Demonym(i) => {
                Some(self.atlas.territories.rows[i].iso3.clone())
            }
            Known::Body(i) => Some(SmolStr::new(self.atlas.bodies[i].code.as_str())),
            Known::Group(i) => Some(SmolStr::new(self.atlas.groups[i].code.as_str())),
            Known::Outlet(i) => {
                let outlet = &self.atlas.outlets[self.outlet(i)];
                Some(SmolStr::new(outlet.body.code.as_str()))
            }
            Known::Seat(i) => {
                let seat = &self.atlas.seats[self.seat(i)];
                let outlet = self.doc.meta.outlet.as_ref().and_then(|o| o.country.as_deref());
                let own = !seat.home || outlet == Some(seat.code.country());
                let code = Some(&seat.code).filter(|_| own)?;
                let organ = code.sector() != Some("GOV") || code.parts().count() > 2;
                Some(SmolStr::new(if organ { code.as_str() } else { code.country() }))
            }
            _ => None,
        }
    }

    /// Whether an honorific or an office ends before `at`.
    pub(crate) fn has_title_before(&self, at: TokenIdx) -> bool {
        self.tables.honorific(self.word_before(at)).is_some()
            || self.role_until(at).is_some_and(|(_, role, plural)| names_people(role, plural))
    }

    /// The longest role noun that ends before `end`, else what stands for one: where it begins, and whether in the
    /// plural.
    pub(crate) fn role_until(&self, end: TokenIdx) -> Option<(TokenIdx, &'a Role, bool)> {
        self.listed_until(end).or_else(|| self.post_until(end))
    }

    fn listed_until(&self, end: TokenIdx) -> Option<(TokenIdx, &'a Role, bool)> {
        let roles = &self.atlas.roles;
        if !roles.may_end_in(without_ex(self.word_before(end))) {
            return None;
        }
        let longest = end.saturating_sub(roles.longest as TokenIdx);
        (longest..end).find_map(|first| {
            let (role, plural) = roles.get(without_ex(&self.words(first, end)))?;
            if role.home && !self.is_at_home(role) {
                return None;
            }
            let second = self.is_rank_of(role, end) || self.is_anothers(role, first);
            let whole = !self.cuts_name(first, end, role) && !second && !self.is_cut(role, end);
            whole.then_some((first, role, plural))
        })
    }

    /// "army base", "police patrol", "party office": what stands for the force, government or party before it.
    fn post_until(&self, end: TokenIdx) -> Option<(TokenIdx, &'a Role, bool)> {
        let post = end.checked_sub(1).filter(|t| *t > 0)?;
        // "a terrorist car-bombing"
        let cut = self.word(end) == "-" || self.word(post - 1) == "-";
        let (word, posts) = (self.word(post), &self.tables.words.post);
        let capital =
            || word.starts_with(char::is_uppercase) && posts.contains(&word.to_lowercase());
        if cut || !(posts.contains(word) || capital()) {
            return None;
        }
        let roles = &self.atlas.roles;
        let longest = post.saturating_sub(roles.longest as TokenIdx);
        (longest..post).find_map(|first| {
            let (role, _) = roles.get(&self.words(first, post))?;
            let band = matches!(role.code.as_str(), "REB" | "UAF" | "PRM");
            let body = role.kind == MentionKind::Organisation && POSTED.contains(&&*role.code);
            let whole = !role.home && !self.cuts_name(first, post, role);
            (whole && (band || body)).then_some((first, role, band))
        })
    }

    /// Whether a role that has its meaning in one state only ("the Centre") is read in an outlet of that state.
    fn is_at_home(&self, role: &Role) -> bool {
        let outlet = self.doc.meta.outlet.as_ref().and_then(|o| o.country.as_ref());
        outlet.is_some() && outlet == role.state.as_ref()
    }

    /// Whether the word at `at` says that who is called so no longer is it: "ex-minister".
    pub(crate) fn is_ex(&self, at: TokenIdx) -> bool {
        let word = self.word(at);
        let apart = word.eq_ignore_ascii_case("ex") && self.word(at + 1) == "-";
        apart || without_ex(word).len() < word.len()
    }

    /// Whether the words from `first` to `end` take the end of a known name for the start of a role ("Army
    /// spokesman" in "Libyan National Army spokesman"), or for one that is itself a name ("House" in "White House").
    fn cuts_name(&self, first: TokenIdx, end: TokenIdx, role: &Role) -> bool {
        let index = self.cover[first as usize].checked_sub(1);
        let name = index.map(|i| &self.known[i as usize]).filter(|k| !k.weak);
        let called = role.noun.starts_with(char::is_uppercase);
        name.is_some_and(|k| k.first < first && (k.end < end || called))
    }

    /// The longest role noun that begins at `first`: where it ends.
    pub(crate) fn role_from(&self, first: TokenIdx) -> Option<(TokenIdx, &'a Role)> {
        let roles = &self.atlas.roles;
        let longest = (first + roles.longest as TokenIdx).min(self.len());
        (first + 1..=longest).rev().find_map(|end| {
            let ends = roles.may_end_in(without_ex(self.word_before(end)));
            let (role, _) = ends.then(|| roles.get(without_ex(&self.words(first, end))))??;
            (!self.is_cut(role, end) && !self.is_rank_of(role, end)).then_some((end, role))
        })
    }

    /// "leaders of the country's unions": a role of several words that ends in the owner of what it is a role in.
    fn is_cut(&self, role: &Role, end: TokenIdx) -> bool {
        role.noun.contains(" of the ") && is_possessive(self.word(end))
    }

    /// "the minister's deputy": somebody's second, not one of a parliament.
    fn is_anothers(&self, role: &Role, first: TokenIdx) -> bool {
        let before = first.checked_sub(1).map(|t| self.tokens[t as usize].xpos.as_str());
        self.tables.words.seconds.contains(role.noun.as_str())
            && matches!(before, Some("PRP$" | "POS"))
            && !self.follows_state(first)
    }

    /// Whether a state's name with its possessive mark stands before `first` ("Mexico's deputy").
    fn follows_state(&self, first: TokenIdx) -> bool {
        let end = first.saturating_sub(1);
        let state = |k: &NameSpan| matches!(k.sense, Sense::Known(Known::Territory(_)));
        self.known_until(end).is_some_and(state)
    }

    /// Whether a role that ends before `end` is but the rank of another, which no table may know: "deputy
    /// director", "deputy procurator-general", unlike "deputy Ann Lee".
    fn is_rank_of(&self, role: &Role, end: TokenIdx) -> bool {
        let Some(next) = self.tokens.get(end as usize) else { return false };
        let several = end > 0 && self.tokens[end as usize - 1].xpos == "NNS";
        if several || !self.tables.words.seconds.contains(role.noun.as_str()) {
            return false;
        }
        let name = match next.upos {
            Upos::Noun | Upos::Adj => false,
            Upos::Propn => {
                let names = self.doc.names.as_deref().unwrap_or(&[]);
                let person =
                    |n: &Name| n.label == NameLabel::Person && (n.first..n.end).contains(&end);
                names.iter().any(person)
            }
            _ => true,
        };
        !name || self.tables.words.head.contains(&self.word(end).to_lowercase())
    }
}

/// "CIA" of "C.I.A.", as some papers print short forms of three letters and more; with its length in bytes as it
/// stands. "U.N." and "U.S." are names of their own.
fn without_stops(word: &str) -> Option<(String, usize)> {
    let letter = |(i, c): (usize, char)| if i % 2 == 0 { c.is_ascii_uppercase() } else { c == '.' };
    let stopped = word.len() > 4 && word.char_indices().all(letter);
    stopped.then(|| (word.replace('.', ""), word.len()))
}

/// "minister" of "ex-minister".
fn without_ex(words: &str) -> &str {
    words.strip_prefix("ex-").or_else(|| words.strip_prefix("Ex-")).unwrap_or(words)
}
