//! Mentions.

use super::{Builder, degrees, mention_id, optional, rounded};
use verbale_document as document;
use verbale_record::{Alternative, Mention, Place, Time};

impl Builder<'_> {
    pub(super) fn mention(&self, i: usize, m: &document::Mention) -> Mention {
        let mut mention = Mention::default();
        mention.id = mention_id(i as document::MentionIdx);
        mention.kind = m.kind.as_str().to_string();
        mention.form = m.form.as_str().to_string();
        mention.span = self.span(m.span);
        mention.text = self.words(m.span);
        mention.title = m.title.map(|t| self.span(t));
        mention.entity = m.entity.map(|e| self.entity_id(e));
        mention.code = m.code.as_ref().map(ToString::to_string);
        mention.name = m.entity.map(|e| self.doc.entity(e).name.to_string());
        mention.chain = m.chain.map(|c| format!("c{}", c + 1));
        mention.members = m.members.iter().map(ToString::to_string).collect();
        mention.place = m.place.as_ref().map(place);
        mention.time = m.time.as_ref().map(time);
        mention.alternatives = m.alternatives.iter().map(alternative).collect();
        mention.by = m.by.to_string();
        mention.confidence = rounded(m.confidence);
        mention
    }
}

fn place(p: &document::Place) -> Place {
    let mut place = Place::default();
    place.geonameid = p.geonameid;
    place.name = p.name.to_string();
    place.lat = degrees(p.lat);
    place.lon = degrees(p.lon);
    place.country = optional(p.country.as_ref());
    place.admin1 = optional(p.admin1.as_ref());
    place.kind = p.kind.to_string();
    place
}

fn time(t: &document::Time) -> Time {
    let mut time = Time::default();
    time.kind = t.kind.as_str().to_string();
    time.value = t.value.to_string();
    time.start = t.start.map(|d| d.to_string());
    time.end = t.end.map(|d| d.to_string());
    time
}

fn alternative(a: &document::Alternative) -> Alternative {
    let mut other = Alternative::default();
    other.entity = a.id.to_string();
    other.name = a.name.to_string();
    other.confidence = rounded(a.confidence);
    other
}
