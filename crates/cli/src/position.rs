//! How far the inputs of a run have been read, told while another thread reads them.

use std::sync::{Arc, Mutex};
use verbale::read::{Raw, SourceError, Sources};

/// What is left of the inputs, for a person.
#[derive(Clone, Default)]
pub struct Position(Arc<Mutex<Option<String>>>);

impl Position {
    /// The inputs, and where they stand while they are read.
    pub fn of(sources: Sources) -> (Watched, Position) {
        let position = Position::default();
        position.note(&sources);
        (Watched { sources, position: position.clone() }, position)
    }

    /// What has not been read yet; none where everything has.
    pub fn left(&self) -> Option<String> {
        self.0.lock().ok().and_then(|left| left.clone())
    }

    /// Says what is left, of other inputs than [`Sources`].
    pub fn tell(&self, what: Option<String>) {
        if let Ok(mut left) = self.0.lock() {
            *left = what;
        }
    }

    fn note(&self, sources: &Sources) {
        self.tell(sources.left());
    }
}

/// Inputs that tell their position.
pub struct Watched {
    sources: Sources,
    position: Position,
}

impl Watched {
    /// The number of documents, where it can be known before they are read.
    pub fn documents(&self) -> Option<usize> {
        self.sources.documents()
    }
}

impl Iterator for Watched {
    type Item = Result<Raw, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        let next = self.sources.next();
        self.position.note(&self.sources);
        next
    }
}
