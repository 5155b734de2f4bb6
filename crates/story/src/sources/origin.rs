//! Where a report of an event comes from, as far as its record tells.

use super::{Reason, Tie};
use crate::report::host;
use verbale_record::{Event, Record, Statement};

/// The origin of one report of one event.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Origin {
    /// Key of its document.
    pub doc: String,
    /// Who publishes it: entity id, else domain, else the host of its address, else name in lower case.
    pub outlet: Option<String>,
    /// Who owns the outlet, where a table says it.
    pub owner: Option<String>,
    /// Wire services credited: entity ids, else names in lower case.
    pub agencies: Vec<String>,
    /// Authors, in lower case.
    pub byline: Option<String>,
    /// Outlets and agencies whose word it passes on.
    pub cites: Vec<String>,
    /// Whose word it is, where all of it is one speaker's.
    pub speaker: Option<String>,
    /// Key of the document that it copies, or that it and others copy.
    pub copies: Option<String>,
}

impl Origin {
    /// What a record says of the origin of one of its events. Owner and copies are for others to fill.
    pub fn of(record: &Record, event: &Event) -> Self {
        let doc = &record.doc;
        let outlet = doc.outlet.as_ref();
        let known = outlet.and_then(|o| o.entity.clone()).filter(|id| holds_everywhere(id));
        let url = doc.canonical_url.as_deref().or(doc.url.as_deref());
        let outlet = known
            .or_else(|| outlet.and_then(|o| o.domain.clone()))
            .or_else(|| url.and_then(host))
            .or_else(|| outlet.map(|o| o.name.to_lowercase()));
        let agencies = doc.agencies.iter().map(|a| {
            let known = a.entity.clone().filter(|id| holds_everywhere(id));
            known.unwrap_or_else(|| a.name.to_lowercase())
        });
        let voices = record.voices(event);
        let (press, others): (Vec<&Statement>, Vec<&Statement>) =
            voices.into_iter().partition(|s| is_press(s));
        let mut speakers = others.iter().filter_map(|s| speaker(s));
        let first = speakers.next();
        Origin {
            doc: doc.key.clone(),
            outlet,
            owner: None,
            agencies: agencies.collect(),
            byline: doc.byline.as_deref().map(str::to_lowercase),
            cites: press.iter().filter_map(|s| speaker(s)).collect(),
            speaker: first.filter(|one| speakers.all(|other| other == *one)),
            copies: None,
        }
    }

    /// Adds what another report of the same document says.
    pub(super) fn add(&mut self, other: &Origin) {
        self.agencies.extend(other.agencies.iter().cloned());
        self.cites.extend(other.cites.iter().cloned());
        if self.speaker != other.speaker {
            self.speaker = None;
        }
        self.copies = self.copies.take().or_else(|| other.copies.clone());
    }

    /// What may tie it to other reports: why, through what, and whether it is that itself.
    pub(super) fn ties(&self) -> Vec<(Reason, String, Tie)> {
        let mut ties = vec![(Reason::Copy, self.doc.clone(), Tie::Itself)];
        let rests = [
            (Reason::Copy, &self.copies),
            (Reason::Outlet, &self.outlet),
            (Reason::Byline, &self.byline),
            (Reason::Owner, &self.owner),
            (Reason::SoleSpeaker, &self.speaker),
        ];
        for (reason, through) in rests {
            ties.extend(through.iter().map(|t| (reason, t.clone(), Tie::Rests)));
        }
        ties.extend(self.agencies.iter().map(|a| (Reason::Agency, a.clone(), Tie::Rests)));
        ties.extend(self.cites.iter().map(|o| (Reason::AccordingTo, o.clone(), Tie::Rests)));
        for reason in [Reason::Agency, Reason::AccordingTo] {
            ties.extend(self.outlet.iter().map(|o| (reason, o.clone(), Tie::Itself)));
        }
        // An agency that is credited stands behind its own word in others' reports.
        let credited = self.agencies.iter();
        ties.extend(credited.map(|a| (Reason::AccordingTo, a.clone(), Tie::Itself)));
        ties
    }
}

/// Whether an outlet or an agency speaks: its actor code is of the press.
fn is_press(statement: &Statement) -> bool {
    let code = statement.speaker.as_ref().and_then(|s| s.code.as_deref());
    code.is_some_and(|code| code.split('.').any(|part| part == "JRN"))
}

/// Who speaks: an entity that holds everywhere, else the name in lower case where the text names him.
fn speaker(statement: &Statement) -> Option<String> {
    let speaker = statement.speaker.as_ref()?;
    let known = speaker.entity.clone().filter(|id| holds_everywhere(id));
    let named = speaker.name.as_ref().filter(|_| speaker.named).map(|n| n.to_lowercase());
    known.or(named)
}

/// Whether an entity id means the same in every document: those of a document alone are `x:KEY:HASH`.
fn holds_everywhere(id: &str) -> bool {
    id.matches(':').count() < 2
}
