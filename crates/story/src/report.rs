//! What joining needs of one record, and no more: source, words, names, what happened.
//!
//! A record carries every mention with its offsets; a report counts names and keeps the keys of
//! events, so that a day of news fits into memory.

use jiff::civil::{self, Date};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::collections::BTreeSet;
use verbale_record::{Event, Mention, Participant, Record, Words};

/// One document as copies and stories see it.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug, Default)]
pub struct Report {
    /// Its label, as in `doc.id`.
    pub doc: String,
    /// Its key in every collection, as in `doc.key`.
    pub key: String,
    /// Where it was read from; the address that the page names as its own wins.
    pub url: Option<String>,
    /// The host of that address, without `www.`, in lower case.
    pub host: Option<String>,
    /// The outlet's entity id where it is known, else its name.
    pub outlet: Option<String>,
    /// The outlet's name.
    pub publisher: Option<String>,
    /// Wire services credited: preferred names, in order.
    pub agencies: Vec<String>,
    /// Authors, as written.
    pub byline: Option<String>,
    /// Headline.
    pub title: Option<String>,
    /// When it was published, as the record has it.
    pub published_at: Option<String>,
    /// The story's own text: without related links, credits and what pages repeat, the headline apart.
    pub text: String,
    /// Words of the text that other pages of its host have as well: ranges over
    /// [`words`](crate::terms::words). Empty until [`Copies`](crate::copies::Copies) has seen the report.
    pub repeated: Vec<(u32, u32)>,
    /// Full days that the text names, sorted: `2024-06-21`.
    pub days: Vec<String>,
    /// Who and where: each name once, sorted.
    pub names: Vec<Name>,
    /// What happened: events that are neither denied nor to come, in the order of the text.
    pub events: Vec<EventKey>,
}

/// A name in a report, however often it stands there.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Name {
    /// person, organisation, country, place or group.
    pub kind: String,
    /// Preferred name in lower case.
    pub name: String,
    /// Entity id; `x:KEY:HASH` where only its document vouches for it.
    pub entity: Option<String>,
    /// Actor code.
    pub code: Option<String>,
    /// Whether it is a town or city.
    pub town: bool,
    /// GeoNames id of a place.
    pub geonameid: Option<u32>,
    /// How many mentions have it.
    pub count: u32,
}

/// What an event of a report agrees or clashes in with events of others.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct EventKey {
    /// `e1`, as in the record.
    pub id: String,
    /// PLOVER type.
    pub kind: String,
    /// Who did it: codes, else names in lower case, else words.
    pub actors: Vec<String>,
    /// To whom, likewise.
    pub recipients: Vec<String>,
    /// Where: the place's name in lower case.
    pub place: Option<String>,
    /// First and last day, as in the record.
    pub days: Option<(String, String)>,
}

impl Report {
    /// What joining needs of a record.
    pub fn of(record: &Record) -> Self {
        let doc = &record.doc;
        let url = doc.canonical_url.clone().or_else(|| doc.url.clone());
        let outlet = doc.outlet.as_ref();
        Report {
            doc: doc.id.clone(),
            key: doc.key.clone(),
            host: url.as_deref().and_then(host),
            url,
            outlet: outlet.map(|o| o.entity.clone().unwrap_or_else(|| o.name.clone())),
            publisher: outlet.map(|o| o.name.clone()),
            agencies: doc.agencies.iter().map(|a| a.name.clone()).collect(),
            byline: doc.byline.clone(),
            title: doc.title.clone(),
            published_at: doc.published_at.clone(),
            text: story(record),
            repeated: Vec::new(),
            days: days(&record.mentions),
            names: names(&record.mentions),
            events: record.events.iter().filter(|e| told(e)).map(key).collect(),
        }
    }

    /// The order in which the reports of a day are placed, whatever order they come in.
    pub fn by_key(&self, other: &Report) -> Ordering {
        (&self.key, &self.doc).cmp(&(&other.key, &other.doc))
    }

    /// The day of publication in days since the first of January of the year 0; none where the record has
    /// no full date.
    pub fn day_number(&self) -> Option<i32> {
        day_number(self)
    }

    /// The day of publication, `2024-06-21`; none where the record has no full date.
    pub fn day(&self) -> Option<&str> {
        let day = self.published_at.as_deref()?.get(..10)?;
        day.parse::<Date>().is_ok().then_some(day)
    }
}

/// The day of a report, in days of the common era.
pub(crate) fn day_number(report: &Report) -> Option<i32> {
    report.day()?.parse().ok().map(days_of_era)
}

/// Days since the first of January of the year 0.
pub(crate) fn days_of_era(date: Date) -> i32 {
    let days = date.duration_since(civil::date(0, 1, 1)).as_hours() / 24;
    i32::try_from(days).expect("calendars end with the year 9999")
}

/// The host of an address, in lower case and without `www.`.
pub(crate) fn host(url: &str) -> Option<String> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or_default().split(':').next().unwrap_or_default();
    let host = host.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    (!host.is_empty()).then(|| host.to_string())
}

/// Sections that are not the story's own text.
const OTHERS: [&str; 4] = ["title", "related", "credit", "boilerplate"];

/// The text of the sections that tell the story; all of it where there are none.
fn story(record: &Record) -> String {
    let words = Words::new(&record.doc.text);
    let own = record.doc.sections.iter().filter(|s| !OTHERS.contains(&s.kind.as_str()));
    let own: Vec<&str> = own.map(|s| words.at(s.span)).collect();
    if own.is_empty() { record.doc.text.clone() } else { own.join("\n") }
}

/// The full days that times of the text are.
fn days(mentions: &[Mention]) -> Vec<String> {
    let times = mentions.iter().filter_map(|m| m.time.as_ref());
    let full = times.filter(|t| t.start == t.end).filter_map(|t| t.start.clone());
    full.collect::<BTreeSet<_>>().into_iter().collect()
}

/// Events that are said to have happened.
fn told(event: &Event) -> bool {
    event.polarity == "+" && matches!(event.modality.as_str(), "actual" | "historical")
}

fn key(event: &Event) -> EventKey {
    let days = event.date.as_ref().and_then(|d| Some((d.start.clone()?, d.end.clone()?)));
    let place = event.place.as_ref();
    let place = place.map(|p| p.name.as_deref().unwrap_or(&p.text).to_lowercase());
    EventKey {
        id: event.id.clone(),
        kind: event.kind.clone(),
        actors: event.actors.iter().map(party).collect(),
        recipients: event.recipients.iter().map(party).collect(),
        place,
        days,
    }
}

fn party(p: &Participant) -> String {
    let name = || p.name.as_ref().unwrap_or(&p.text).to_lowercase();
    p.code.clone().unwrap_or_else(name)
}

/// Names, each once; times and what is no name are left out.
fn names(mentions: &[Mention]) -> Vec<Name> {
    let mut count: FxHashMap<(&str, String), Name> = FxHashMap::default();
    let named = |m: &&Mention| m.form == "name" && m.kind != "time";
    for mention in mentions.iter().filter(named) {
        let name = mention.name.as_ref().unwrap_or(&mention.text).to_lowercase();
        let entry = count.entry((&mention.kind, name.clone())).or_insert_with(|| Name {
            kind: mention.kind.clone(),
            name,
            entity: mention.entity.clone(),
            code: mention.code.clone(),
            town: mention.place.as_ref().is_some_and(|p| p.kind == "city" || p.kind == "capital"),
            geonameid: mention.place.as_ref().and_then(|p| p.geonameid),
            count: 0,
        });
        entry.count += 1;
    }
    let mut names: Vec<Name> = count.into_values().collect();
    names.sort();
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_report_is_what_its_record_tells() {
        let text = "Bell found. Kofi Mensa rang it in Accra on Monday. More stories";
        let at = |start: u32, end: u32| json!({"start": start, "end": end, "text": ""});
        let mention = |kind: &str, name: &str, more: serde_json::Value| {
            let mut mention = at(0, 4);
            for (key, value) in
                json!({"id": "m1", "kind": kind, "form": "name", "name": name, "by": "",
                "confidence": 1.0})
                .as_object()
                .into_iter()
                .chain(more.as_object())
                .flatten()
            {
                mention[key] = value.clone();
            }
            mention
        };
        let town = json!({"place": {"name": "Accra", "lat": 5.5, "lon": -0.2, "kind": "capital", "geonameid": 7}});
        let monday = json!({"time": {"type": "DATE", "value": "", "start": "2031-03-03", "end": "2031-03-03"}});
        let event = |polarity: &str| {
            json!({"id": "e1", "type": "AID", "quad": 2, "intensity": 0.0, "cameo": "",
            "sentence": at(0, 4), "polarity": polarity, "modality": "actual", "by": "", "confidence": 1.0})
        };
        let line = json!({
            "schema": 2, "version": "",
            "doc": {"id": "a", "text": text, "sha256": "", "url": "https://www.Paper.example:80/x?y",
                "published_at": "2031-03-05T10:00:00Z", "sections": [
                    {"kind": "title", "start": 0, "end": 11}, {"kind": "body", "start": 12, "end": 50},
                    {"kind": "related", "start": 51, "end": 63}]},
            "mentions": [mention("person", "Kofi Mensa", json!({})), mention("place", "Accra", town),
                mention("person", "Kofi Mensa", json!({})), mention("time", "", monday)],
            "events": [event("+"), event("-")],
        });
        let report = Report::of(&Record::parse(&line.to_string()).expect("a record"));
        assert_eq!(report.text, "Kofi Mensa rang it in Accra on Monday.");
        assert_eq!(report.host.as_deref(), Some("paper.example"));
        assert_eq!((report.day(), day_number(&report).is_some()), (Some("2031-03-05"), true));
        let names: Vec<_> =
            report.names.iter().map(|n| (n.name.as_str(), n.count, n.town)).collect();
        assert_eq!(names, [("kofi mensa", 2, false), ("accra", 1, true)]);
        assert_eq!((report.days, report.events.len()), (vec!["2031-03-03".to_string()], 1));
    }
}
