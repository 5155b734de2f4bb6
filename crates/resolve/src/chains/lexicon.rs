//! The words of `pronouns.tsv`, `anaphors.tsv`, `people.tsv`, `minds.tsv`, `naming.tsv`,
//! `given_names.tsv`, `regional.tsv` and `honorifics.tsv`.

use crate::honorifics::{Honorifics, gender};
use rustc_hash::{FxHashMap, FxHashSet};
use verbale_document::folding::lower;
use verbale_document::{Classes, Gender, Lexicons, SmolStr, TableError};

/// What a pronoun can stand for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum What {
    Person,
    Thing,
    Any,
}

/// A pronoun.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pronoun {
    pub first_person: bool,
    pub plural: bool,
    pub gender: Option<Gender>,
    pub what: What,
}

/// What a noun can refer back to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Refers {
    Body,
    Country,
    Person,
    /// Only two of them together: "the two sides".
    Pair,
    /// Somebody else than whose it is: "its enemies".
    Other,
    /// Who is against whoever it is: "his rivals".
    Opponent,
    /// Who is of one's family: "his son".
    Kin,
    /// People of the state that speaks of them: "citizens".
    Nationals,
    /// Those of the force that was named last ("officers").
    Force,
}

/// Words that refer back.
pub(crate) struct Anaphora {
    pronouns: FxHashMap<SmolStr, Pronoun>,
    nouns: FxHashMap<SmolStr, Refers>,
    /// Of a noun for some states only, which ones: "kingdom".
    states: FxHashMap<SmolStr, Vec<SmolStr>>,
    /// States that an adjective of a region may mean, by its words in lower case.
    regional: FxHashMap<String, Vec<SmolStr>>,
    people: FxHashMap<SmolStr, Option<Gender>>,
    given: FxHashMap<SmolStr, Gender>,
    minds: FxHashSet<SmolStr>,
    classes: Classes,
    naming: FxHashSet<SmolStr>,
    quarters: FxHashSet<SmolStr>,
    schools: FxHashSet<SmolStr>,
    /// Read once, here; the entities ask for them as well.
    pub(crate) honorifics: Honorifics,
}

impl Anaphora {
    pub(crate) fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let mut all = Anaphora {
            pronouns: FxHashMap::default(),
            nouns: FxHashMap::default(),
            states: FxHashMap::default(),
            regional: FxHashMap::default(),
            people: FxHashMap::default(),
            given: FxHashMap::default(),
            minds: FxHashSet::default(),
            classes: Classes::default(),
            naming: FxHashSet::default(),
            quarters: FxHashSet::default(),
            schools: FxHashSet::default(),
            honorifics: Honorifics::new(lexicons)?,
        };
        let columns = ["form", "person", "number", "gender", "what"];
        for row in lexicons.table("pronouns.tsv", &columns)?.rows() {
            let what = match row.get("what") {
                "person" => What::Person,
                "thing" => What::Thing,
                "any" => What::Any,
                other => return Err(row.error(format!("no `{other}`"))),
            };
            let gender = gender(row.get("gender"));
            let (first_person, plural) = (row.get("person") == "1", row.get("number") == "p");
            let pronoun = Pronoun { first_person, plural, gender, what };
            all.pronouns.insert(row.get("form").into(), pronoun);
        }
        for row in lexicons.table("anaphors.tsv", &["noun", "refers", "states"])?.rows() {
            let refers = match row.get("refers") {
                "body" => Refers::Body,
                "country" => Refers::Country,
                "person" => Refers::Person,
                "pair" => Refers::Pair,
                "other" => Refers::Other,
                "opponent" => Refers::Opponent,
                "kin" => Refers::Kin,
                "nationals" => Refers::Nationals,
                "force" => Refers::Force,
                other => return Err(row.error(format!("no `{other}`"))),
            };
            all.nouns.insert(row.get("noun").into(), refers);
            let states: Vec<SmolStr> = row.get("states").split('|').map(SmolStr::new).collect();
            if states.iter().any(|s| !s.is_empty()) {
                all.states.insert(row.get("noun").into(), states);
            }
        }
        for row in lexicons.table("people.tsv", &["noun", "gender"])?.rows() {
            all.people.insert(row.get("noun").into(), gender(row.get("gender")));
        }
        let classes = Classes::new(lexicons)?;
        for row in lexicons.table("minds.tsv", &["verb"])?.rows() {
            all.minds.extend(classes.words(&row, "verb")?);
        }
        all.classes = classes;
        for row in lexicons.table("naming.tsv", &["word", "kind"])?.rows() {
            let words = match row.get("kind") {
                "spoken" => &mut all.naming,
                "quarter" => &mut all.quarters,
                "school" => &mut all.schools,
                other => return Err(row.error(format!("no `{other}`"))),
            };
            words.insert(row.get("word").into());
        }
        for row in lexicons.table("regional.tsv", &["words", "states"])?.rows() {
            let states: Vec<SmolStr> = row.get("states").split('|').map(SmolStr::new).collect();
            let words = row.get("words").split('|');
            all.regional.extend(words.map(|w| (w.to_lowercase(), states.clone())));
        }
        for row in lexicons.table("given_names.tsv", &["name", "gender"])?.rows() {
            all.given.extend(gender(row.get("gender")).map(|g| (row.get("name").into(), g)));
        }
        Ok(all)
    }

    /// The states that an adjective of a region may mean ("West African"), given in lower case.
    pub(super) fn regional(&self, words: &str) -> Option<&[SmolStr]> {
        self.regional.get(words).map(Vec::as_slice)
    }

    /// The gender that a person's given name tells.
    pub(crate) fn given(&self, name: &str) -> Option<Gender> {
        self.given.get(name.split([' ', '-']).next()?).copied()
    }

    /// Whether a verb says that its subject and its object, or who stands behind "with", meet.
    pub(super) fn is_meeting(&self, lemma: &str) -> bool {
        self.classes.has("meet", lemma) || self.is_hosting(lemma)
    }

    /// Whether the subject of a verb has a mind.
    pub(super) fn minded(&self, lemma: &str) -> bool {
        self.minds.contains(lemma)
    }

    /// Whether a verb is one of speech.
    pub(crate) fn speaks(&self, verb: &str) -> bool {
        self.classes.has("cue:speech", verb)
    }

    /// Whether a verb finds in whom it is done to the cause of what is done ("blame", "thank", "fine").
    pub(super) fn finds_cause(&self, verb: &str) -> bool {
        self.classes.has("caused-by-object", verb)
    }

    /// Whether a verb tells that somebody brings out a text ("release").
    pub(super) fn publishes(&self, verb: &str) -> bool {
        self.classes.has("publishing", verb)
    }

    /// Whether a noun names what an agency may be for: "health", "tourism", "affairs".
    pub(crate) fn is_field(&self, noun: &str) -> bool {
        let one = noun.strip_suffix('s').unwrap_or(noun);
        let fields = ["noun:act", "noun:cognition", "noun:state", "noun:communication"];
        fields.iter().any(|class| self.classes.has(class, noun) || self.classes.has(class, one))
    }

    /// Whether a noun or verb tells that somebody answers ("response", "object").
    pub(crate) fn replies(&self, lemma: &str) -> bool {
        self.classes.has("replying", lemma)
    }

    /// Whether a noun denotes a document that says something ("a poll", "the filing").
    pub(super) fn is_document(&self, noun: &str) -> bool {
        self.classes.has("source-document", noun)
    }

    /// Whether a noun denotes somebody who speaks or acts for a body ("spokesman").
    pub(super) fn is_delegate(&self, noun: &str) -> bool {
        self.classes.has("delegate", noun)
    }

    /// Whether a noun denotes bodies that are seldom called so by name ("party", "company").
    pub(super) fn is_common_body(&self, noun: &str) -> bool {
        self.classes.has("common-body", noun)
    }

    /// Whether a verb and its object say that somebody answers what another one gives or asks.
    pub(super) fn grants(&self, verb: &str, object: &str) -> bool {
        self.classes.has("granting", verb) && self.classes.has("granted", object)
    }

    /// Whether a noun says that somebody is held or let go.
    pub(super) fn is_custody(&self, noun: &str) -> bool {
        self.classes.has("custody", noun)
    }

    /// Whether a verb says what a state does to its own people ("pardon").
    pub(crate) fn rules_over(&self, verb: &str) -> bool {
        self.classes.has("ruling-over", verb)
    }

    /// Whether only somebody, and no thing, does what a verb says ("expel").
    pub(super) fn is_agentive(&self, verb: &str) -> bool {
        self.classes.has("agentive", verb)
    }

    /// Whether only somebody, and no thing, is the object of a verb ("accused it of").
    pub(super) fn is_addressing(&self, verb: &str) -> bool {
        self.classes.has("addressing", verb)
    }

    /// Whether a verb says that somebody is arrested or held.
    pub(super) fn detains(&self, verb: &str) -> bool {
        self.classes.has("detained", verb)
    }

    /// Whether the subject of a verb goes somewhere.
    pub(super) fn is_going(&self, verb: &str) -> bool {
        self.classes.has("going", verb)
    }

    /// Whether a noun is a visit somewhere.
    pub(super) fn is_trip(&self, noun: &str) -> bool {
        self.classes.has("trip", noun)
    }

    /// Whether a noun is a meeting of those with whom it is held.
    pub(super) fn is_talk(&self, noun: &str) -> bool {
        self.classes.has("meeting", noun)
    }

    /// Whether a verb has a host and a guest.
    pub(super) fn is_hosting(&self, verb: &str) -> bool {
        self.classes.has("hosting", verb)
    }

    /// Whether a name beside this noun or verb is spoken of, not used.
    pub(super) fn names(&self, lemma: &str) -> bool {
        self.naming.contains(lemma)
    }

    /// Whether a word is a part of the world, such as the north.
    pub(super) fn is_quarter(&self, word: &str) -> bool {
        self.quarters.contains(&*lower(word))
    }

    /// Whether schools are called by a word, such as "University".
    pub(super) fn is_school(&self, word: &str) -> bool {
        self.schools.contains(&*lower(word))
    }

    /// The gender that "Mr." or "Mrs." tells.
    pub(super) fn honorific(&self, word: &str) -> Option<Gender> {
        self.honorifics.get(word).flatten()
    }

    /// Whether a noun is one for somebody's family.
    pub(crate) fn is_kin(&self, lemma: &str) -> bool {
        self.noun(lemma) == Some(Refers::Kin)
    }

    /// Whether a noun denotes a person, and of which gender where it tells.
    pub(super) fn person(&self, lemma: &str) -> Option<Option<Gender>> {
        self.people.get(&lower(lemma)).copied()
    }

    pub(super) fn pronoun(&self, word: &str) -> Option<Pronoun> {
        self.pronouns.get(&lower(word)).copied()
    }

    /// Whether a noun names one of two who face each other.
    pub(super) fn faces(&self, lemma: &str) -> bool {
        self.classes.has("facing", lemma)
    }

    /// Whether two of what the noun names may be two states.
    pub(super) fn pair(&self, lemma: &str) -> bool {
        matches!(self.noun(lemma), Some(Refers::Country | Refers::Pair))
            || self.classes.has("paired", lemma)
    }

    /// Whether a noun may refer to a state: "the kingdom" is none without a king.
    pub(crate) fn may_be(&self, lemma: &str, iso3: &str) -> bool {
        self.states.get(&lower(lemma)).is_none_or(|states| match states.split_first() {
            Some((but, others)) if but.starts_with('!') => {
                &but[1..] != iso3 && others.iter().all(|s| s != iso3)
            }
            _ => states.iter().any(|s| s == iso3),
        })
    }

    /// Whether a noun may refer back to a body.
    pub(crate) fn is_body(&self, noun: &str) -> bool {
        self.noun(noun) == Some(Refers::Body)
    }

    pub(super) fn noun(&self, lemma: &str) -> Option<Refers> {
        self.nouns.get(&lower(lemma)).copied()
    }
}
