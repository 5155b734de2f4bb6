//! Short forms of organisations and the names that they stand for: "Independent National Electoral
//! Commission (INEC)", "the League" after "the Arab League".
//!
//! A short form in brackets has letters of the name before it in their order (Schwartz and Hearst 2003);
//! one without brackets the first letters of all its words with a capital. Does not read short forms
//! that the tables know, but for those that are somebody else's here.

use super::Linker;
use super::find::{NameSpan, Sense};
use verbale_atlas::tables::known::Known;
use verbale_document::folding::fold;
use verbale_document::is_state;
use verbale_document::{EntityIdx, Form, Mention, MentionKind, SmolStr};

/// Letters of an abbreviation that needs no brackets where it is made.
const SHORTEST: usize = 2;
/// Names before an abbreviation among which it is looked for.
const FAR: usize = 500;

impl Linker<'_> {
    /// "Independent National Electoral Commission (INEC)": the short form and what it stands for
    /// (Schwartz and Hearst 2003), here and later in the document.
    pub(super) fn abbreviated(&mut self, item: &NameSpan) -> Option<EntityIdx> {
        let text = self.view.text(item);
        let short = item.end - item.first == 1 && text.chars().any(char::is_uppercase);
        if !short {
            return None;
        }
        let key = fold(text);
        if let Some(&entity) = self.pool.abbreviations.get(&key) {
            return Some(entity);
        }
        if let Some(entity) = self.initials_of(&key, text) {
            self.pool.abbreviations.insert(key, entity);
            return Some(entity);
        }
        if let Some(entity) = self.named_later(item, &key) {
            self.pool.abbreviations.insert(key, entity);
            return Some(entity);
        }
        let long = self.mentions.last().filter(|m| {
            let gap = self.view.doc.text().get(m.span.end as usize..item.span.start as usize);
            let named = matches!(m.form, Form::Name | Form::Metonym);
            m.kind == MentionKind::Organisation && named && gap.is_some_and(|gap| gap.trim() == "(")
        })?;
        let initials = initials(self.view.doc.slice(long.span));
        let begins = key.chars().next() == initials.chars().next();
        let letters = begins && is_subsequence(&key, &initials);
        // "Ministry of Agriculture and Livestock (MAG)", "Ministry of Agrarian Development (Midagri)": the
        // letters are those of another language.
        let bracket = self.view.word_before(item.first) == "(" && self.view.word(item.end) == ")";
        let capital = text.starts_with(char::is_uppercase) && bracket;
        let foreign = (begins || capital) && initials.chars().count() >= 3;
        let entity = long.entity.filter(|_| letters || foreign && !self.atlas.knows(&key))?;
        self.pool.abbreviations.insert(key, entity);
        Some(entity)
    }

    /// "Food and Agricultural Organisation (FAO)": the long form of a body that the tables know by the
    /// short one behind it.
    pub(super) fn spelled_out(&mut self, item: &NameSpan) -> Option<EntityIdx> {
        let short = self.view.known_from(item.end + 1).filter(|k| k.end == item.end + 2)?;
        let Sense::Known(known @ (Known::Body(_) | Known::Group(_))) = short.sense else {
            return None;
        };
        // A group of a state that the document does not speak of is another one.
        if let Known::Group(i) = known {
            let state = SmolStr::new(self.atlas.groups[i].code.country());
            if is_state(&state) && self.context.weight(&state) == 0 {
                return None;
            }
        }
        let bracket = self.view.word(item.end) == "(" && self.view.word(item.end + 2) == ")";
        let initials = initials(self.view.text(item));
        let letters = fold(self.view.text(short));
        let begins = letters.chars().next() == initials.chars().next();
        let same = bracket && begins && is_subsequence(&letters, &initials);
        same.then(|| self.pool.known(self.atlas, known, self.date))
    }

    /// "NPA" after "the National Planning Authority", without brackets: the first letters of all words
    /// with a capital.
    fn initials_of(&self, key: &str, text: &str) -> Option<EntityIdx> {
        let letters = text.chars().count();
        if letters < SHORTEST || !text.chars().all(char::is_uppercase) {
            return None;
        }
        let long = |m: &&Mention| {
            let named = matches!(m.form, Form::Name | Form::Metonym);
            let named = m.kind == MentionKind::Organisation && named;
            named && abbreviates(key, self.view.doc.slice(m.span))
        };
        self.mentions.iter().rev().take(FAR).find(long)?.entity
    }

    /// "ED" where "the Enforcement Directorate" is named further on.
    fn named_later(&mut self, item: &NameSpan, key: &str) -> Option<EntityIdx> {
        let text = self.view.text(item);
        let capitals = text.chars().count() > 1 && text.chars().all(char::is_uppercase);
        let known = self.view.known_from(item.first).map(|k| k.sense);
        let short = match known {
            Some(Sense::Known(Known::Seat(i))) => self.view.is_short_organ(item, i, &self.ahead),
            _ => false,
        };
        if !capitals || self.atlas.knows(key) && !short {
            return None;
        }
        let stands =
            |long: &&NameSpan| long.first > item.first && abbreviates(key, self.view.text(long));
        let long = *self.ahead.iter().find(stands)?;
        match long.sense {
            Sense::Organisation(inner) => Some(self.unknown_organisation(&long, inner)),
            Sense::Known(Known::Seat(i)) if self.is_elsewhere(&long, i) => {
                Some(self.unknown_organisation(&long, None))
            }
            Sense::Known(known) => Some(self.pool.known(self.atlas, known, self.date)),
            _ => None,
        }
    }

    /// "the League" after "the Arab League": one capital word that ends the name of a body.
    pub(super) fn short_form(&self, item: &NameSpan) -> Option<EntityIdx> {
        let definite = matches!(self.view.word_before(item.first), "the" | "The");
        let word = self.view.text(item);
        if !definite || item.end - item.first > 1 {
            return None;
        }
        // "the Fund" after "the IMF" as well.
        let whole = |m: &Mention| {
            let entity = m.entity.map(|e| &self.pool.entities[e as usize]);
            let body = m.kind == MentionKind::Organisation && m.form == Form::Name;
            body && entity.is_some_and(|e| e.name.rsplit(' ').next() == Some(word))
        };
        let long = |m: &&Mention| self.view.last_of_body(m) == Some(word) || whole(m);
        self.mentions.iter().rev().find(long)?.entity
    }
}

/// Whether `key` has the first letters of all words of a name that have a capital, or of those before "of":
/// "CDP" of "Constitutional Democratic Party of Japan".
fn abbreviates(key: &str, long: &str) -> bool {
    let whole = || fold(&capitals_of(long)) == key;
    let head = |(head, _): (&str, &str)| head.contains(' ') && fold(&capitals_of(head)) == key;
    whole() || long.split_once(" of ").is_some_and(head)
}

/// First letters of the words of a name that have a capital.
pub(super) fn capitals_of(name: &str) -> String {
    let firsts = name.split([' ', '-']).filter_map(|w| w.chars().next());
    firsts.filter(|c| c.is_uppercase()).collect()
}

/// First letters of the words of a name, folded.
pub(super) fn initials(name: &str) -> String {
    fold(name).split([' ', '-']).filter_map(|w| w.chars().next()).collect()
}

/// Whether the letters of `short` stand in `initials` in their order.
pub(super) fn is_subsequence(short: &str, initials: &str) -> bool {
    let mut rest = initials.chars();
    let letters = short.chars().filter(|c| c.is_alphanumeric());
    letters.into_iter().all(|c| rest.any(|r| r == c))
}
