//! The vocabulary of events: verbs, nouns and the words that change what they say.
//!
//! Reads `events.tsv` (verbs and adjectives), `event_nouns.tsv` and `event_numbers.tsv`; cells
//! may refer to classes of words (`@troops`). A lemma
//! cell may hold several lemmas separated by `|`. The entries of a lemma are tried in order: those
//! that ask for most first, then as they stand in the file; the first that fits decides, and an
//! entry with type `-` decides that there is no event.

use super::ontology::Ontology;
use super::slot::Slot;
use crate::View;
use crate::trace::RowRef;
use rustc_hash::FxHashMap;
use verbale_document::{Classes, EventType, Lexicons, Row, SmolStr, TableError, TokenIdx};

/// What an entry asks of the clause beyond its object and particle.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Needs {
    /// The actor must be a known actor.
    pub actor: bool,
    /// There must be a recipient.
    pub recipient: bool,
    /// The recipient must be a known actor.
    pub known_recipient: bool,
    /// The recipient's own head must be a known actor ("met *the envoy*", not "met its *demands*").
    pub person: bool,
    /// No predicate complement ("called him a liar").
    pub no_complement: bool,
    /// A verb must govern the noun (light verb), or the verb must have a complement clause.
    pub governed: bool,
    /// Passive voice only.
    pub passive: bool,
    /// There must be an object, in the active voice.
    pub object: bool,
    /// There must be no complement clause with a subject of its own ("agreed that it was late").
    pub no_clause: bool,
    /// A complement clause must tell what is asked for ("told Chad to leave").
    pub asked: bool,
    /// The clause must be negated ("did not heed").
    pub negated: bool,
    /// The actor must act for another state or body than the recipient's.
    pub abroad: bool,
    /// No recipient, though the type asks for one ("recalled its ambassador").
    pub alone: bool,
}

impl Needs {
    fn parse(row: &Row<'_, '_>) -> Result<Self, TableError> {
        let mut needs = Needs::default();
        for name in row.get("needs").split(',').map(str::trim).filter(|n| !n.is_empty()) {
            match name {
                "actor" => needs.actor = true,
                "recipient" => needs.recipient = true,
                "known" => needs.known_recipient = true,
                "who" => needs.person = true,
                "nocomp" => needs.no_complement = true,
                "governed" => needs.governed = true,
                "passive" => needs.passive = true,
                "object" => needs.object = true,
                "nothat" => needs.no_clause = true,
                "alone" => needs.alone = true,
                "asked" => needs.asked = true,
                "negated" => needs.negated = true,
                "abroad" => needs.abroad = true,
                other => return Err(row.error(format!("no such need: `{other}`"))),
            }
        }
        Ok(needs)
    }
}

/// One entry: a word in a frame, and the event it names.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The lemma it was found under.
    pub lemma: SmolStr,
    /// Particle that the verb must have.
    pub particle: Option<SmolStr>,
    /// Lemmas of which the object must be one; empty: any object or none.
    pub objects: Vec<SmolStr>,
    /// Lemmas of which the subject must be one; empty: any.
    pub subjects: Vec<SmolStr>,
    /// Lemmas of which one must modify the noun; empty: any modifiers or none.
    pub modifiers: Vec<SmolStr>,
    /// Where the actor stands.
    pub actor: Vec<Slot>,
    /// Where the recipient stands.
    pub recipient: Vec<Slot>,
    /// PLOVER type; `None`: no event.
    pub kind: Option<EventType>,
    /// PLOVER mode.
    pub mode: Option<SmolStr>,
    /// CAMEO code, empty where that of the type will do.
    pub cameo: SmolStr,
    /// The word itself says that it did not happen ("skip a meeting").
    pub negative: bool,
    /// All parties are actors.
    pub reciprocal: bool,
    /// Further tests.
    pub needs: Needs,
    /// Where it stands.
    pub row: RowRef,
}

impl Entry {
    fn weight(&self) -> usize {
        let lists = [&self.objects, &self.subjects, &self.modifiers];
        2 * lists.iter().filter(|l| !l.is_empty()).count() + usize::from(self.particle.is_some())
    }
}

/// Entries by lemma.
pub type Index = FxHashMap<SmolStr, Vec<Entry>>;

/// Verbs, adjectives and nouns that name events.
#[derive(Debug, Default)]
pub struct Vocabulary {
    /// Verbs, by lemma.
    pub verbs: Index,
    /// Predicative adjectives, by lemma.
    pub adjectives: Index,
    /// Nouns, by lemma.
    pub nouns: Index,
}

impl Vocabulary {
    /// Reads the tables.
    pub fn new(
        lexicons: &Lexicons,
        classes: &Classes,
        ontology: &Ontology,
    ) -> Result<Self, TableError> {
        let mut vocabulary = Vocabulary::default();
        let columns = ["lemma", "pos", "particle", "object", "actor", "recipient", "type", "mode"];
        for row in lexicons.table("events.tsv", &columns)?.rows() {
            let index = match row.get("pos") {
                "verb" => &mut vocabulary.verbs,
                "adj" => &mut vocabulary.adjectives,
                other => return Err(row.error(format!("no such part of speech: `{other}`"))),
            };
            add(index, ("events.tsv", &row), classes, ontology)?;
        }
        for row in
            lexicons.table("event_nouns.tsv", &["lemma", "actor", "recipient", "type"])?.rows()
        {
            add(&mut vocabulary.nouns, ("event_nouns.tsv", &row), classes, ontology)?;
        }
        for index in [&mut vocabulary.verbs, &mut vocabulary.adjectives, &mut vocabulary.nouns] {
            index.values_mut().for_each(|e| e.sort_by_key(|e| std::cmp::Reverse(e.weight())));
        }
        Ok(vocabulary)
    }
}

fn add(
    index: &mut Index,
    (table, row): (&'static str, &Row<'_, '_>),
    classes: &Classes,
    ontology: &Ontology,
) -> Result<(), TableError> {
    for lemma in classes.words(row, "lemma")? {
        let at = RowRef::new(table, row.line());
        let entry = Entry { row: at, ..read_entry(&lemma, row, classes, ontology)? };
        index.entry(lemma).or_default().push(entry);
    }
    Ok(())
}

fn read_entry(
    lemma: &str,
    row: &Row<'_, '_>,
    classes: &Classes,
    ontology: &Ontology,
) -> Result<Entry, TableError> {
    let kind = match row.get("type") {
        "-" => None,
        name => {
            let lost = || row.error(format!("plover.tsv has no event type `{name}`"));
            Some(ontology.kind(name).ok_or_else(lost)?)
        }
    };
    let flags = row.get("flags");
    Ok(Entry {
        lemma: SmolStr::from(lemma),
        particle: Some(row.get("particle")).filter(|p| !p.is_empty()).map(SmolStr::from),
        objects: classes.words(row, "object")?,
        subjects: classes.words(row, "subject")?,
        modifiers: classes.words(row, "modifier")?,
        actor: Slot::parse_list(row.get("actor")),
        recipient: Slot::parse_list(row.get("recipient")),
        kind,
        mode: Some(row.get("mode")).filter(|m| !m.is_empty()).map(SmolStr::from),
        cameo: SmolStr::from(row.get("cameo")),
        negative: flags.contains("negative"),
        reciprocal: flags.contains("reciprocal"),
        needs: Needs::parse(row)?,
        row: RowRef::new("", row.line()),
    })
}

/// The classes of words that the rules ask for, and words for numbers.
#[derive(Debug, Default)]
pub struct WordClasses {
    classes: Classes,
    numbers: FxHashMap<SmolStr, u64>,
}

impl WordClasses {
    /// Reads `event_numbers.tsv`.
    pub fn new(lexicons: &Lexicons, classes: Classes) -> Result<Self, TableError> {
        let mut numbers = FxHashMap::default();
        for row in lexicons.table("event_numbers.tsv", &["word", "value"])?.rows() {
            let value = row.get("value").parse().map_err(|_| row.error("value is no number"))?;
            numbers.insert(SmolStr::from(row.get("word")), value);
        }
        Ok(WordClasses { classes, numbers })
    }

    /// The classes themselves.
    pub fn all(&self) -> &Classes {
        &self.classes
    }

    /// Whether a lemma is in a class.
    pub fn is(&self, class: &str, lemma: &str) -> bool {
        self.classes.has(class, lemma)
    }

    /// Whether the lemma of a token is in a class.
    pub fn is_word(&self, view: &View<'_>, class: &str, token: TokenIdx) -> bool {
        self.is(class, &view.lemma(token).to_lowercase())
    }

    /// Money, shares, measures and other nouns that cannot act or be acted upon.
    pub fn is_amount(&self, lemma: &str) -> bool {
        self.is("amount", lemma)
    }

    /// Personal pronouns that denote people.
    pub fn is_person_pronoun(&self, lemma: &str) -> bool {
        self.is("person-pronoun", &lemma.to_lowercase())
    }

    /// The whole number that `word` (lower case) writes, in digits or letters.
    pub fn number(&self, word: &str) -> Option<u64> {
        let digits: String = word.chars().filter(|c| *c != ',').collect();
        let plain = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit());
        match plain {
            true => digits.parse().ok(),
            false => self.numbers.get(word).copied(),
        }
    }
}
