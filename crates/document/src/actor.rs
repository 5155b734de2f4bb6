//! Actor codes and the actors of a record.

use crate::{EntityIdx, MentionIdx, SmolStr, Span};
use std::fmt;

/// `ISO3[.SECTOR[.DETAIL]]`, or `IGO.`, `NGO.`, `MNC.` and a short name: `RUS.GOV.MFA`, `IGO.NATO`.
///
/// Sectors are those of PLOVER (see `docs/`).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ActorCode(SmolStr);

impl ActorCode {
    /// A code as written.
    pub fn new(code: impl Into<SmolStr>) -> Self {
        ActorCode(code.into())
    }

    /// As written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its first part: a state's ISO 3166 alpha-3 code, or `IGO`, `NGO`, `MNC`, `UNK`.
    pub fn country(&self) -> &str {
        self.parts().next().unwrap_or_default()
    }

    /// The state that it is of, where it is of one.
    pub fn state(&self) -> Option<&str> {
        Some(self.country()).filter(|c| is_state(c))
    }

    /// Its second part.
    pub fn sector(&self) -> Option<&str> {
        self.parts().nth(1)
    }

    /// Whether it is of an actor whose state is not known.
    pub fn is_unplaced(&self) -> bool {
        self.country() == "UNK"
    }

    /// The same sector and detail in another state.
    pub fn in_state(&self, state: &str) -> ActorCode {
        let rest = self.0.split_once('.').map_or(String::new(), |(_, rest)| format!(".{rest}"));
        ActorCode::new(format!("{state}{rest}"))
    }

    /// Its parts.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        self.0.split('.')
    }
}

/// Whether the first part of a code is a state's: three letters, and none of those that stand for
/// actors of no state.
pub fn is_state(country: &str) -> bool {
    country.len() == 3 && !matches!(country, "IGO" | "NGO" | "MNC" | "IMG" | "UNK")
}

impl fmt::Display for ActorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An actor or recipient of an event, or the addressee of a statement.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Participant {
    /// The noun phrase in the text.
    pub span: Span,
    /// The mention in it that says who it is.
    pub mention: Option<MentionIdx>,
    /// The entity, where known.
    pub entity: Option<EntityIdx>,
    /// Actor code.
    pub code: Option<ActorCode>,
    /// Preferred name.
    pub name: Option<SmolStr>,
}
