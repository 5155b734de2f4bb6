//! One unit of bytes to one document: decoded, and told from its kind what they are.

use crate::decode::decode;
use crate::raw::{InputKind, Raw};
use crate::reader::{Reader, Rejected};
use crate::story::Story;
use verbale_document::{Document, Note};

impl Reader {
    /// Reads one unit. A function of the unit alone, total but for what [`Rejected`] names.
    pub fn read(&self, raw: Raw) -> Result<Document, Rejected> {
        let name = raw.name.clone();
        self.unit(raw).map_err(|reason| Rejected { name, reason })
    }

    fn unit(&self, raw: Raw) -> Result<Document, String> {
        let note = raw.note.clone().map(|message| Note { kind: Note::TRUNCATED.into(), message });
        let mut notes: Vec<Note> = note.into_iter().collect();
        if raw.kind == InputKind::Jsonl {
            let (story, more) = Story::with_notes(&raw.bytes)?;
            notes.extend(more);
            return self.told(Story { path: raw.path, ..story }, &raw.given, notes);
        }
        #[cfg(feature = "feeds")]
        if raw.kind == InputKind::Entry {
            return self.entry(raw, notes);
        }
        let is_page = raw.kind == InputKind::Html
            || raw.kind == InputKind::Auto && looks_like_html(&raw.bytes);
        let (words, note) = decode(&raw.bytes, is_page, raw.encoding.as_deref());
        let story = if is_page { Story::html(words) } else { Story::text(words) };
        notes.extend(note);
        let Raw { id, path, url, retrieved_at, .. } = raw;
        self.told(Story { id, path, url, retrieved_at, ..story }, &raw.given, notes)
    }
}

/// Whether bytes of unknown kind open like a page.
fn looks_like_html(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_lowercase();
    let head = head.trim_start_matches('\u{feff}').trim_start();
    head.starts_with("<!doctype html")
        || ["<html", "<head", "<body"].iter().any(|tag| head.contains(tag))
}
