//! One mention of an event: its trigger, who takes part, and what stands around it.
//!
//! Made of an event of a record ([`Occurrence::coded`]) or of a mention that somebody else found
//! ([`Occurrence::given`]); both are compared alike.

use super::lexicon::Lexicon;
use super::party::{Party, keys, sectors};
use super::words::{folded, last, numbers, words};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use verbale_record::{Event, Participant, Record, Span};

/// What names a participant, a place or a day; sets of them are compared.
pub type Keys = BTreeSet<String>;

/// A mention that somebody else found.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Given {
    /// Where it stands, in code points.
    pub span: Span,
    /// Its sentence.
    pub sentence: Span,
    /// Lemma of its head.
    pub lemma: String,
    /// Lemmas of its other words.
    pub others: Vec<String>,
    /// Whether its head is a verb.
    pub verbal: bool,
    /// Whether it is negated.
    pub negated: bool,
    /// Who and what depends on it.
    pub parties: Vec<GivenParty>,
}

/// What depends on a given mention.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct GivenParty {
    /// `Some(true)` an actor, `Some(false)` a recipient, `None` anything else.
    pub actor: Option<bool>,
    /// Lemma of its head.
    pub head: String,
    /// Preferred name.
    pub name: Option<String>,
    /// Entity id.
    pub entity: Option<String>,
}

/// A mention of an event as it is compared with others.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug, Default)]
pub struct Occurrence {
    /// Key of its document.
    pub doc: String,
    /// The document's label.
    pub label: String,
    /// Day of publication, where it is known.
    pub published: Option<String>,
    /// Its id in the record, for mentions of others their place.
    pub id: String,
    /// Where its trigger begins and ends, in code points.
    pub span: Span,
    /// Its sentence.
    pub sentence: Span,
    /// Type and mode, where it was coded.
    pub kind: Option<(String, Option<String>)>,
    /// PLOVER's quad class, 0 where it was not coded.
    pub class: u8,
    /// Whether it is named by a noun in the plural: "attacks" are many.
    pub plural: bool,
    /// actual, future, hypothetical or historical; given mentions are taken as actual.
    pub modality: String,
    /// Told as not having happened.
    pub negated: bool,
    /// Whether the trigger is a verb.
    pub verbal: bool,
    /// The day on which it was, where words of a coded event tell it.
    pub day: Option<String>,
    /// Its first and last day as far as words tell them: of "in March" the whole month.
    pub(super) days: Option<(String, String)>,
    /// The name of the place that a coded event has, in lower case.
    pub place: Option<String>,
    /// Names of what the place lies in, likewise.
    pub(super) regions: Keys,
    pub(super) stem: String,
    pub(super) stems: Keys,
    pub(super) groups: BTreeSet<u32>,
    pub(super) actors: Party,
    pub(super) recipients: Party,
    /// Keys of all who take part.
    pub(super) all: Keys,
    pub(super) around: Around,
    /// Those who do a thing with one another and not to one another alone: of a talk or an exchange of fire
    /// all but those with whom it is had. Empty of other events.
    pub(super) side: Party,
    /// Numbers of people, by kind: `killed 3`.
    pub(super) sizes: Keys,
    /// Whether words tell it from others of its kind ("a second shooting").
    pub(super) of_series: bool,
}

/// What the sentence holds.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug, Default)]
pub(super) struct Around {
    /// Stems of its words, without those of the trigger.
    pub words: Keys,
    pub numbers: Keys,
    /// Numbers in words as well.
    pub counts: Keys,
    /// Sectors of whoever is spoken of.
    pub sectors: Keys,
    /// Last words of names.
    pub names: Keys,
    /// Those that are places.
    pub places: Keys,
    /// Whole names of places, in lower case.
    pub sites: Keys,
    /// Last words of names of persons.
    pub persons: Keys,
    /// Single days that it tells.
    pub days: Keys,
}

impl Occurrence {
    /// An event of a record; none where it has no trigger.
    pub fn coded(lexicon: &Lexicon, record: &Record, event: &Event) -> Option<Self> {
        let first = *event.trigger.first()?;
        let text: Vec<&str> = event.trigger.iter().map(|t| record.words(*t)).collect();
        let stems: Vec<String> =
            text.iter().flat_map(|t| words(t)).map(|w| lexicon.stems.of_word(w)).collect();
        let mut it = Occurrence::bare(record, first, event.sentence, lexicon, &stems);
        it.id.clone_from(&event.id);
        it.kind = Some((event.kind.clone(), event.mode.clone()));
        it.class = event.quad;
        let head = text.first().map(|t| t.to_lowercase()).unwrap_or_default();
        let noun = event.by.contains("noun");
        it.plural = noun && head.ends_with('s') && !head.ends_with("ss");
        it.modality.clone_from(&event.modality);
        it.negated = event.polarity == "-";
        it.verbal = true;
        for (part, all) in [
            (&mut it.actors, event.actors.as_slice()),
            (&mut it.recipients, recipients(record, event)),
        ] {
            it.around.sites.extend(part.fill(lexicon, record, all));
        }
        it.side.fill(lexicon, record, &side(event));
        let before = Span::new(event.sentence.start.min(first.start), first.start);
        let after = Span::new(first.end, event.sentence.end.max(first.end));
        it.of_series = lexicon.series.tells(record.words(before), record.words(after), noun);
        if let Some(date) = event.date.as_ref().filter(|d| d.mention.is_some())
            && let (Some(start), Some(end)) = (&date.start, &date.end)
        {
            it.days = Some((start.clone(), end.clone()));
            if start == end {
                it.around.days = Keys::from([start.clone()]);
                it.day = Some(start.clone());
            }
        }
        if let Some(place) = &event.place {
            let name = folded(place.name.as_ref().unwrap_or(&place.text));
            it.around.places.insert(last(&name).to_string());
            it.around.sites.insert(name.clone());
            it.place = Some(name);
            let known = record.mention(&place.mention).and_then(|m| m.place.as_ref());
            it.regions = known.and_then(|p| p.admin1.as_deref()).map(folded).into_iter().collect();
        }
        it.sizes = event.size.iter().map(|s| format!("{} {}", s.kind, s.value)).collect();
        it.all = it.actors.keys.union(&it.recipients.keys).cloned().collect();
        Some(it)
    }

    /// Keys of those who take part, parts without anybody left out.
    pub(super) fn people(&self) -> impl Iterator<Item = &String> {
        let parts = [&self.actors, &self.recipients].into_iter().filter(|part| part.people);
        parts.flat_map(|part| &part.keys)
    }

    /// A mention that somebody else found in the text of a record.
    pub fn given(lexicon: &Lexicon, record: &Record, given: &Given) -> Self {
        let lemmas = std::iter::once(&given.lemma).chain(&given.others);
        let stems: Vec<String> = lemmas.map(|l| lexicon.stems.of_lemma(l)).collect();
        let mut it = Occurrence::bare(record, given.span, given.sentence, lexicon, &stems);
        it.id = format!("{}-{}", given.span.start, given.span.end);
        it.modality = "actual".to_string();
        it.negated = given.negated;
        it.verbal = given.verbal;
        for party in &given.parties {
            let name = party.name.as_deref();
            let keys = keys(lexicon, name, party.entity.as_deref(), &party.head);
            it.all.extend(keys.iter().cloned());
            match party.actor {
                Some(true) => it.actors.add(keys, name.is_some()),
                Some(false) => it.recipients.add(keys, name.is_some()),
                None => {}
            }
        }
        it
    }

    /// With what the record says of its sentence; `stems` are those of the trigger, its head first.
    fn bare(
        record: &Record,
        span: Span,
        sentence: Span,
        lexicon: &Lexicon,
        stems: &[String],
    ) -> Self {
        let told: Keys = stems.iter().filter(|s| s.len() > 2).cloned().collect();
        let mut around = Around::of(record, sentence, lexicon);
        around.words.retain(|w| !told.contains(w));
        let day = record.doc.published_at.as_deref().and_then(|d| d.get(..10));
        Occurrence {
            doc: record.doc.key.clone(),
            label: record.doc.id.clone(),
            published: day.map(str::to_string),
            span,
            sentence,
            stem: stems.first().cloned().unwrap_or_default(),
            groups: lexicon.groups(stems),
            stems: told,
            around,
            ..Occurrence::default()
        }
    }
}

/// To whom it was done; verbs that "and" joins share their object ("shot and killed the baker"), and the record has
/// it with the last.
fn recipients<'r>(record: &'r Record, event: &'r Event) -> &'r [Participant] {
    let joined = |next: &&Event| {
        let (Some(one), Some(two)) = (event.trigger.last(), next.trigger.first()) else {
            return false;
        };
        let together = event.sentence == next.sentence && event.actors == next.actors;
        let between = || record.words(Span::new(one.end, two.start)).trim();
        together && one.end < two.start && matches!(between(), "and" | "&")
    };
    if event.recipients.is_empty()
        && let Some(next) = record.events.iter().find(joined)
    {
        return &next.recipients;
    }
    &event.recipients
}

/// Of a talk or an exchange of fire those on the side of whoever is named first.
fn side(event: &Event) -> Vec<Participant> {
    let other = |one: &Participant| event.recipients.iter().any(|r| r.span == one.span);
    match event.actors.iter().any(other) {
        true => event.actors.iter().filter(|one| !other(one)).cloned().collect(),
        false => Vec::new(),
    }
}

impl Around {
    fn of(record: &Record, sentence: Span, lexicon: &Lexicon) -> Self {
        let text = record.words(sentence);
        let mut around = Around {
            words: lexicon.stems.of_sentence(text),
            numbers: numbers(text),
            counts: numbers(text),
            ..Around::default()
        };
        let in_words = words(text).filter_map(|w| lexicon.numbers.get(&w.to_lowercase()));
        around.counts.extend(in_words.cloned());
        let from = record.mentions.partition_point(|m| m.span.start < sentence.start);
        for mention in record.mentions[from..].iter().take_while(|m| m.span.start < sentence.end) {
            around.sectors.extend(sectors(mention.code.as_deref()));
            if let Some(time) = &mention.time {
                around.days.extend(time.start.clone().filter(|_| time.start == time.end));
            } else if let Some(name) = &mention.name {
                let name = folded(name);
                around.names.insert(last(&name).to_string());
                if mention.kind == "person" {
                    around.persons.insert(last(&name).to_string());
                }
                if mention.kind == "place" {
                    around.places.insert(last(&name).to_string());
                    around.sites.insert(name);
                }
            }
        }
        around
    }
}
