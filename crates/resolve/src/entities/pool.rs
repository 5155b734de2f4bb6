//! The entities of one document.

use rustc_hash::FxHashMap;
use verbale_atlas::Atlas;
use verbale_atlas::tables::known::Known;
use verbale_atlas::{Candidate, bare, place_candidate};
use verbale_document::folding::{fold, own_id};
use verbale_document::{
    Date, Entity, EntityIdx, Mention, MentionKind, Place, SentenceIdx, SmolStr,
};

/// Names with more words than this are not taken apart.
const MAX_WORDS: usize = 6;
/// Letters of the shortest name that may be spelt in two ways, and of one in which any letter may be
/// left out.
const SPELT: usize = 6;
const LONG: usize = 9;
/// More names than this are not compared.
const MAX_NAMES: usize = 3000;
/// Letters of particles ("bin", "von"), which stand for nobody.
const MIDDLE: usize = 3;

/// Entities by id; short names by who bears them in this document.
#[derive(Default)]
pub(crate) struct Pool {
    pub entities: Vec<Entity>,
    /// How sure the tables are of each entity.
    pub confidence: Vec<f32>,
    by_id: FxHashMap<SmolStr, EntityIdx>,
    /// Parts of full names (folded).
    short: FxHashMap<String, EntityIdx>,
    /// Short words inside full names (folded), which stand for somebody where no name begins or ends with them.
    inside: FxHashMap<String, EntityIdx>,
    /// Of first words of full names, who bore one last.
    recent: FxHashMap<String, EntityIdx>,
    /// Of first words of full names with a title that are no subjects, who bore one last, and in which sentence.
    beside: FxHashMap<String, (EntityIdx, SentenceIdx)>,
    /// Abbreviations that the document itself introduces (folded).
    pub abbreviations: FxHashMap<String, EntityIdx>,
}

impl Pool {
    /// Adds a candidate, or finds the entity of the same id.
    pub(crate) fn add(&mut self, candidate: Candidate) -> EntityIdx {
        self.entity(candidate.entity, candidate.confidence)
    }

    pub(super) fn entity(&mut self, entity: Entity, confidence: f32) -> EntityIdx {
        let next = self.entities.len() as EntityIdx;
        let at = *self.by_id.entry(entity.id.clone()).or_insert(next);
        if at == next {
            self.confidence.push(confidence);
            self.entities.push(entity);
        }
        at
    }

    /// The entity of a table row at the document's date.
    pub(crate) fn known(&mut self, atlas: &Atlas, known: Known, date: Option<Date>) -> EntityIdx {
        self.add(atlas.candidate(known, date))
    }

    /// The entity of a place.
    pub(crate) fn place(&mut self, place: Place) -> EntityIdx {
        self.add(place_candidate(place))
    }

    /// An entity that no table knows, told by the normal form of its name.
    pub(crate) fn unknown(&mut self, name: &str, kind: MentionKind) -> EntityIdx {
        let words = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let entity = Entity { local: true, ..bare(own_id(name), words.into(), kind) };
        self.entity(entity, 0.7)
    }

    /// Takes note of a full name: its last words may stand for it, and its first ones.
    pub(crate) fn bears(&mut self, name: &str, entity: EntityIdx) {
        let key = fold(name);
        let breaks: Vec<usize> = key.match_indices([' ', '-']).map(|(i, _)| i).collect();
        for &i in breaks.iter().take(MAX_WORDS) {
            for part in [&key[i + 1..], &key[..i]] {
                self.short.entry(part.to_string()).or_insert(entity);
            }
        }
        for middle in breaks.windows(2).take(MAX_WORDS).map(|w| &key[w[0] + 1..w[1]]) {
            if middle.chars().count() > MIDDLE {
                self.short.entry(middle.to_string()).or_insert(entity);
            }
        }
        // "John Lee Ka-chiu": the surname stands before a given name of two syllables.
        let words: Vec<&str> = key.split(' ').collect();
        if let [_, .., surname, given] = words.as_slice()
            && given.contains('-')
        {
            self.short.entry((*surname).to_string()).or_insert(entity);
        }
        // "Robin Li Yanhong": so it does without a hyphen; a particle has no capital.
        let spelt: Vec<&str> = name.split_whitespace().collect();
        if let [_, surname, _] = spelt.as_slice()
            && (2..=MIDDLE).contains(&surname.chars().count())
            && surname.starts_with(char::is_uppercase)
            && surname.chars().all(char::is_alphabetic)
        {
            self.inside.entry(fold(surname)).or_insert(entity);
        }
        if let (Some(first), Some(last)) = (breaks.first(), breaks.last()) {
            let ends = format!("{} {}", &key[..*first], &key[last + 1..]);
            self.short.entry(ends).or_insert(entity);
        }
    }

    /// Who is called `name`: the bearer whom the document names first, for a second one of the
    /// same surname goes by the full name.
    pub(crate) fn called(&self, name: &str) -> Option<EntityIdx> {
        let key = fold(name);
        self.short.get(&key).or_else(|| self.inside.get(&key)).copied()
    }

    /// Takes note that a full name is read here.
    pub(crate) fn read(&mut self, name: &str, entity: EntityIdx) {
        if let Some(first) = first_word(name) {
            self.recent.insert(first, entity);
        }
    }

    /// Takes note that a full name with a title is read in a sentence of which its bearer is not the subject.
    pub(crate) fn read_beside(&mut self, name: &str, entity: EntityIdx, at: SentenceIdx) {
        if let Some(first) = first_word(name) {
            self.beside.insert(first, (entity, at));
        }
    }

    /// Who was called last by a full name that begins with `name`, where its first bearer's does so too:
    /// surnames that stand first are shared by many ("Kim Dae-jung", "Kim Young-sam").
    /// A title before the name is that of whom the document has given it.
    /// Whoever is no subject is meant in the next sentence alone.
    pub(crate) fn last_called(
        &self,
        name: &str,
        title: Option<&SmolStr>,
        here: SentenceIdx,
    ) -> Option<EntityIdx> {
        let key = fold(name);
        let first = *self.short.get(&key)?;
        let own = fold(&self.entities[first as usize].name);
        let begins = own.split_once(' ').is_some_and(|(word, _)| word == key);
        let beside =
            self.beside.get(&key).filter(|(_, at)| at + 1 == here).map(|(entity, _)| *entity);
        let last = beside.or_else(|| self.recent.get(&key).copied()).filter(|_| begins)?;
        let titled = |noun| self.entities[last as usize].classes.contains(noun);
        title.is_none_or(titled).then_some(last)
    }

    /// Who bears a name that is spelt like this one (folded): "Ghanim" and "Ghanem", "Mohamed" and
    /// "Mohammed". The only one of those that the document names.
    pub(crate) fn spelt(&self, key: &str) -> Option<EntityIdx> {
        let count = key.chars().count();
        if count < SPELT || self.short.len() > MAX_NAMES {
            return None;
        }
        let alike = self.short.iter().filter(|(name, _)| is_spelling(name, key, count));
        let mut found: Vec<EntityIdx> = alike.map(|(_, entity)| *entity).collect();
        found.sort_unstable();
        found.dedup();
        found.first().copied().filter(|_| found.len() == 1)
    }

    /// Puts the entities in the order of their first mention, and forgets the others.
    pub(crate) fn order_by(&mut self, mentions: &mut [Mention]) {
        let mut moved: Vec<Option<EntityIdx>> = vec![None; self.entities.len()];
        let mut order: Vec<EntityIdx> = Vec::new();
        for mention in mentions.iter_mut() {
            let Some(old) = mention.entity else { continue };
            let new = *moved[old as usize].get_or_insert_with(|| {
                order.push(old);
                order.len() as EntityIdx - 1
            });
            mention.entity = Some(new);
        }
        self.entities = order.iter().map(|&old| self.entities[old as usize].clone()).collect();
    }
}

/// The first word of a name of several, folded.
fn first_word(name: &str) -> Option<String> {
    fold(name).split_once(' ').map(|(first, _)| first.to_string())
}

/// Whether two names differ in one letter: in a vowel for another or in a letter more, which of short
/// names is a vowel or a doubled one.
fn is_spelling(a: &str, b: &str, count: usize) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    let same = short.iter().zip(long.iter()).take_while(|(x, y)| x == y).count();
    let vowel = |c: char| "aeiouy".contains(c);
    if same == 0 || same == long.len() {
        return false;
    }
    match long.len() - short.len() {
        0 => short[same + 1..] == long[same + 1..] && vowel(short[same]) && vowel(long[same]),
        1 => {
            let one = long[same];
            let free = count >= LONG || vowel(one) || long[same - 1] == one;
            // A last letter more is another name ("Marin", "Marino").
            same < short.len() && short[same..] == long[same + 1..] && free
        }
        _ => false,
    }
}
