//! The ontology as a table: scores, CAMEO codes, and what a type becomes when it is planned,
//! refused, ended or called off.
//!
//! PLOVER 2.0 codes cooperation told in the future as AGREE, hostile acts told in the future as
//! THREATEN and refusals to cooperate as REJECT (Halterman et al. 2023); `plover.tsv` says so type
//! by type. Scores are the manual's base scores.

use std::collections::BTreeMap;
use verbale_document::{EventType, Lexicons, Row, SmolStr, TableError};

/// What the table says of a type, or of a type in one mode.
#[derive(Clone, Debug)]
pub struct Facts {
    /// Base score, -10..10.
    pub score: f32,
    /// Nearest CAMEO code.
    pub cameo: SmolStr,
    /// What it is when it is announced; `None`: itself.
    pub future: Option<EventType>,
    /// What refusing it is; `None`: itself, negated.
    pub refused: Option<EventType>,
    /// What ending it is.
    pub ended: Option<EventType>,
    /// What calling it off is.
    pub cancelled: Option<EventType>,
    /// Mode of the request for it, or of its rejection.
    pub asked: Option<SmolStr>,
    /// Mode of the threat with it.
    pub threatened: Option<SmolStr>,
}

/// `plover.tsv`: facts by type and mode ("" for the type itself).
#[derive(Debug)]
pub struct Ontology {
    rows: BTreeMap<(EventType, SmolStr), Facts>,
}

impl Ontology {
    /// Reads the table; every type must have a row without mode.
    pub fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let columns = ["type", "mode", "score", "cameo", "future", "refused", "ended", "cancelled"];
        let mut rows = BTreeMap::new();
        for row in lexicons.table("plover.tsv", &columns)?.rows() {
            let kind = read_type(&row, "type")?.ok_or_else(|| row.error("no type"))?;
            rows.insert((kind, SmolStr::from(row.get("mode"))), read_facts(&row)?);
        }
        match every_type().find(|k| !rows.contains_key(&(*k, SmolStr::default()))) {
            Some(lost) => {
                Err(TableError::new("plover.tsv", 0, format!("no row for {}", lost.as_str())))
            }
            None => Ok(Ontology { rows }),
        }
    }

    /// Facts of a type in a mode; those of the type where the mode has no row.
    pub fn facts(&self, kind: EventType, mode: Option<&str>) -> &Facts {
        let at = |m: &str| self.rows.get(&(kind, SmolStr::from(m)));
        mode.and_then(at).or_else(|| at("")).expect("every type has a row")
    }

    /// Whether the mode is one of the type's.
    pub fn has_mode(&self, kind: EventType, mode: &str) -> bool {
        self.rows.contains_key(&(kind, SmolStr::from(mode)))
    }
}

fn every_type() -> impl Iterator<Item = EventType> {
    use EventType::*;
    [
        Agree, Consult, Support, Concede, Cooperate, Aid, Retreat, Request, Accuse, Reject,
        Threaten, Protest, Sanction, Mobilize, Coerce, Assault,
    ]
    .into_iter()
}

fn read_type(row: &Row<'_, '_>, column: &str) -> Result<Option<EventType>, TableError> {
    match row.get(column) {
        "" => Ok(None),
        name => match EventType::parse(name) {
            Some(kind) => Ok(Some(kind)),
            None => Err(row.error(format!("no such event type: `{name}`"))),
        },
    }
}

fn read_facts(row: &Row<'_, '_>) -> Result<Facts, TableError> {
    let word = |c: &str| Some(row.get(c)).filter(|w| !w.is_empty()).map(SmolStr::from);
    Ok(Facts {
        score: row.get("score").parse().map_err(|_| row.error("score is no number"))?,
        cameo: SmolStr::from(row.get("cameo")),
        future: read_type(row, "future")?,
        refused: read_type(row, "refused")?,
        ended: read_type(row, "ended")?,
        cancelled: read_type(row, "cancelled")?,
        asked: word("asked"),
        threatened: word("threatened"),
    })
}
