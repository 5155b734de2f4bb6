//! A row of a table of dyads: an actor and a recipient of an event.

use super::actor::Actor;
use std::collections::HashSet;
use verbale_record::{Event, Mention, Participant, Place, Record, Site, Span, Words, ids};

/// What the cells of a row are read from.
pub(super) struct Dyad<'r> {
    pub(super) record: &'r Record,
    words: &'r Words<'r>,
    pub(super) named: &'r Named,
    pub(super) event: &'r Event,
    /// Its place among the rows of the event, from 1.
    position: usize,
    pub(super) actor: Side<'r>,
    pub(super) recipient: Side<'r>,
}

/// One side of a dyad; both are missing where nobody is named.
#[derive(Clone, Copy)]
pub(super) struct Side<'r> {
    pub(super) who: Option<&'r Participant>,
    pub(super) code: Actor<'r>,
}

/// Whom and what a document names, each once, in the order of the text, with `;` between them.
pub(super) struct Named {
    pub(super) people: String,
    pub(super) organizations: String,
    pub(super) locations: String,
}

impl Named {
    pub(super) fn of(record: &Record) -> Self {
        let all = |kinds: &[&str]| {
            let mut met = HashSet::new();
            let named = |m: &&Mention| m.form == "name" && kinds.contains(&m.kind.as_str());
            let names = record.mentions.iter().filter(named);
            let names = names.map(|m| m.name.as_deref().unwrap_or(&m.text).replace(';', ","));
            names.filter(|name| met.insert(name.clone())).collect::<Vec<_>>().join(";")
        };
        let (people, organizations) = (all(&["person"]), all(&["organisation"]));
        Named { people, organizations, locations: all(&["country", "place"]) }
    }
}

/// Every actor of an event with every recipient, but nobody with itself: of an act that both sides do
/// together a record has the second party on both sides.
pub(super) fn dyads<'r>(
    record: &'r Record,
    words: &'r Words<'r>,
    named: &'r Named,
    event: &'r Event,
) -> impl Iterator<Item = Dyad<'r>> {
    let recipients = sides(&event.recipients);
    let mut pairs: Vec<(Option<&Participant>, Option<&Participant>)> = Vec::new();
    for actor in sides(&event.actors) {
        let others = recipients.iter().filter(|r| r.is_none() || span(**r) != span(actor));
        pairs.extend(others.map(|recipient| (actor, *recipient)));
    }
    if pairs.is_empty() {
        pairs.push((event.actors.first(), None));
    }
    pairs.into_iter().zip(1..).map(move |((actor, recipient), position)| Dyad {
        record,
        words,
        named,
        event,
        position,
        actor: Side::new(actor),
        recipient: Side::new(recipient),
    })
}

/// The participants of a side, one that is nobody where there is none.
fn sides(all: &[Participant]) -> Vec<Option<&Participant>> {
    if all.is_empty() { vec![None] } else { all.iter().map(Some).collect() }
}

fn span(who: Option<&Participant>) -> Option<Span> {
    who.map(|p| p.span)
}

impl<'r> Side<'r> {
    fn new(who: Option<&'r Participant>) -> Self {
        Side { who, code: Actor::new(who.and_then(|p| p.code.as_deref())) }
    }

    /// The preferred name.
    pub(super) fn name(self) -> Option<&'r str> {
        self.who?.name.as_deref()
    }
}

impl<'r> Dyad<'r> {
    /// The id of the row: that of its event in every collection, then its place among the event's rows.
    pub(super) fn id(&self) -> String {
        format!("{}.{}", ids::global(&self.record.doc.key, &self.event.id), self.position)
    }

    /// The first day of the event and the last, `YYYY-MM-DD`; none where the text does not bound it.
    pub(super) fn days(&self) -> Option<(&'r str, &'r str)> {
        let date = self.event.date.as_ref()?;
        Some((date.start.as_deref()?, date.end.as_deref()?))
    }

    /// The day of the event, where it is one.
    pub(super) fn day(&self) -> Option<&'r str> {
        self.days().filter(|(first, last)| first == last).map(|(first, _)| first)
    }

    /// The title beside the name of a participant.
    pub(super) fn title(&self, side: Side<'r>) -> Option<&'r str> {
        let mention = self.record.mention(side.who?.mention.as_deref()?)?;
        mention.title.map(|span| self.words.at(span))
    }

    /// Where it happened.
    pub(super) fn site(&self) -> Option<&'r Site> {
        self.event.place.as_ref()
    }

    /// The point on the map where it happened, where the place is known.
    pub(super) fn place(&self) -> Option<&'r Place> {
        self.record.mention(&self.site()?.mention)?.place.as_ref()
    }

    /// Whether its sentence stands in the headline, the standfirst or the first paragraph of the body.
    pub(super) fn leads(&self) -> bool {
        let (at, sections) = (self.event.sentence.start, &self.record.doc.sections);
        let inside = |span: Span| span.start <= at && at < span.end;
        if let Some(section) = sections.iter().find(|s| inside(s.span) && s.kind != "body") {
            return matches!(section.kind.as_str(), "title" | "lede");
        }
        let body = sections.iter().find(|s| s.kind == "body").map_or(Span::new(0, at), |s| s.span);
        let paragraph = match self.words.at(body).trim().contains("\n\n") {
            true => "\n\n",
            false => "\n",
        };
        body.start <= at
            && !self.words.at(Span::new(body.start, at)).trim_start().contains(paragraph)
    }
}
