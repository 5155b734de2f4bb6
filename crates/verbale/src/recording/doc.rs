//! The document's own fields.

use super::{Builder, optional};
use verbale_document as document;
use verbale_record::{Agency, Doc, Note, Outlet, Related, Section, ids};

impl Builder<'_> {
    pub(super) fn doc(&self) -> Doc {
        let m = &self.doc.meta;
        let stamp = |s: &Option<document::Stamp>| s.as_ref().map(|s| s.text.to_string());
        let mut doc = Doc::default();
        doc.id = self.doc.id.clone();
        doc.key = self.key.clone();
        doc.path = m.path.clone();
        doc.url = m.url.clone();
        doc.canonical_url = m.canonical_url.clone();
        doc.outlet = m.outlet.as_ref().map(outlet);
        doc.agencies = m.agencies.iter().map(agency).collect();
        doc.byline = m.byline.clone();
        doc.credits = m.credits.clone();
        doc.title = m.title.clone();
        doc.language = optional(m.language.as_ref());
        doc.published_at = stamp(&m.published_at);
        doc.modified_at = stamp(&m.modified_at);
        doc.retrieved_at = stamp(&m.retrieved_at);
        doc.text = self.doc.text().to_string();
        doc.sha256 = ids::text_hash(self.doc.text());
        doc.sections = self.doc.sections.iter().map(|s| self.section(s)).collect();
        doc.related = m.related.iter().map(related).collect();
        doc
    }

    fn section(&self, s: &document::Section) -> Section {
        let mut section = Section::default();
        section.kind = s.kind.as_str().to_string();
        section.span = self.span(s.span);
        section
    }
}

pub(super) fn note(n: &document::Note) -> Note {
    let mut note = Note::default();
    note.kind = n.kind.to_string();
    note.message = n.message.clone();
    note
}

fn outlet(o: &document::Outlet) -> Outlet {
    let mut outlet = Outlet::default();
    outlet.name = o.name.to_string();
    outlet.domain = optional(o.domain.as_ref());
    outlet.country = optional(o.country.as_ref());
    outlet.entity = optional(o.entity.as_ref());
    outlet
}

fn agency(a: &document::Agency) -> Agency {
    let mut agency = Agency::default();
    agency.text = a.text.to_string();
    agency.name = a.name.to_string();
    agency.entity = optional(a.entity.as_ref());
    agency
}

fn related(r: &document::Related) -> Related {
    let mut related = Related::default();
    related.title = r.title.clone();
    related.url = r.url.clone();
    related
}
