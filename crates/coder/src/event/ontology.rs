//! The ontology as a table: which types there are, their scores and CAMEO codes, and what a type becomes
//! when it is planned, refused, ended or called off.
//!
//! PLOVER 2.0 codes cooperation told in the future as AGREE, hostile acts told in the future as
//! THREATEN and refusals to cooperate as REJECT (Halterman et al. 2023); `plover.tsv` says so type
//! by type, and a user can add types of her own there. Scores are the manual's base scores. Departures:
//! meetings, aid, cooperation and concessions that are planned, arranged or expected ("will meet", "are
//! scheduled to meet") stay what they are, in the future, as do hostile acts that are planned or announced,
//! for a plan alone promises or threatens nothing; only to agree to the former, promise or offer them is
//! AGREE, and only to threaten with the latter or vow them is THREATEN.

use std::collections::BTreeMap;
use verbale_document::{EventType, Lexicons, Row, SmolStr, TableError};

/// Talks and visits.
pub const CONSULT: EventType = EventType::fixed("CONSULT");
/// What is said in favour of somebody.
pub const SUPPORT: EventType = EventType::fixed("SUPPORT");
/// Joint acts beyond words.
pub const COOPERATE: EventType = EventType::fixed("COOPERATE");
/// What is given.
pub const AID: EventType = EventType::fixed("AID");
/// Violence against bodies and things.
pub const ASSAULT: EventType = EventType::fixed("ASSAULT");
/// Troops and weapons that are moved.
pub const MOBILIZE: EventType = EventType::fixed("MOBILIZE");
/// Crowds and strikes.
pub const PROTEST: EventType = EventType::fixed("PROTEST");
/// What asking for an event is.
pub const REQUEST: EventType = EventType::fixed("REQUEST");
/// What refusing is.
pub const REJECT: EventType = EventType::fixed("REJECT");
/// What is granted in words.
pub const CONCEDE: EventType = EventType::fixed("CONCEDE");
/// What blaming is.
pub const ACCUSE: EventType = EventType::fixed("ACCUSE");
/// The mode of blaming what is known.
pub const DISAPPROVE: SmolStr = SmolStr::new_static("disapprove");
/// The mode of saying that somebody did it.
pub const ALLEGE: SmolStr = SmolStr::new_static("allege");
/// A protest of those who stop working.
pub const STRIKE: SmolStr = SmolStr::new_static("strike");
/// What is cut, recalled or withheld.
pub const SANCTION: EventType = EventType::fixed("SANCTION");
/// Force short of violence.
pub const COERCE: EventType = EventType::fixed("COERCE");
/// Its mode for what is searched or taken.
pub const SEIZE: SmolStr = SmolStr::new_static("seize");
/// What promising an event is.
pub const AGREE: EventType = EventType::fixed("AGREE");
/// What threatening with an event is.
pub const THREATEN: EventType = EventType::fixed("THREATEN");
/// What allowing an event is, in the mode [`ACCESS`].
pub const RETREAT: EventType = EventType::fixed("RETREAT");
/// The mode of letting somebody do something.
pub const ACCESS: SmolStr = SmolStr::new_static("access");

/// A type, perhaps in one of its modes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Turn {
    /// The type.
    pub kind: EventType,
    /// The mode.
    pub mode: Option<SmolStr>,
}

/// The quad class of words that bring together.
pub const VERBAL_COOPERATION: u8 = 1;
/// The quad class of acts for somebody or with him.
pub const MATERIAL_COOPERATION: u8 = 2;
/// The quad class of words against somebody.
pub const VERBAL_CONFLICT: u8 = 3;
/// The quad class of acts against somebody.
pub const MATERIAL_CONFLICT: u8 = 4;

/// What a type is, in all its modes.
#[derive(Clone, Debug)]
pub struct Nature {
    /// 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
    pub quad: u8,
    /// There must be a recipient.
    pub needs_recipient: bool,
    /// One of the parties must be a political actor.
    pub needs_politics: bool,
    /// Both parties act together.
    pub reciprocal: bool,
    /// What the number of its actors counts.
    pub size: Option<SmolStr>,
    /// What agreeing to it is; `None`: itself, in the future.
    pub agreed: Option<EventType>,
    /// What failing to reach it is; `None`: itself, negated.
    pub failed: Option<Turn>,
    /// What calling for an end to it, of nobody, is; `None`: a request.
    pub deplored: Option<Turn>,
}

impl Nature {
    /// Whether it is done with words.
    pub fn is_verbal(&self) -> bool {
        matches!(self.quad, VERBAL_COOPERATION | VERBAL_CONFLICT)
    }
}

/// What the table says of a type in one mode.
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

/// `plover.tsv`.
#[derive(Debug)]
pub struct Ontology {
    natures: BTreeMap<EventType, Nature>,
    /// By type and mode, "" for the type itself.
    facts: BTreeMap<(EventType, SmolStr), Facts>,
}

impl Ontology {
    /// Reads the table. Types that a cell names must have a row.
    pub fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let columns = ["type", "mode", "quad", "score", "cameo", "future", "refused", "ended"];
        let table = lexicons.table("plover.tsv", &columns)?;
        let known: Vec<&str> = table.rows().map(|row| row.get("type")).collect();
        let (mut natures, mut facts) = (BTreeMap::new(), BTreeMap::new());
        for row in table.rows() {
            let kind = EventType::new(row.get("type"));
            let mode = SmolStr::from(row.get("mode"));
            if mode.is_empty() {
                natures.insert(kind.clone(), read_nature(&row, &known)?);
            } else if !natures.contains_key(&kind) {
                return Err(row.error(format!("no row of the type `{kind}` itself above")));
            }
            facts.insert((kind, mode), read_facts(&row, &known)?);
        }
        let ours = [REQUEST, THREATEN, RETREAT].into_iter().find(|k| !natures.contains_key(k));
        match ours {
            Some(lost) => Err(TableError::new("plover.tsv", 0, format!("no row for {lost}"))),
            None => Ok(Ontology { natures, facts }),
        }
    }

    /// The type called `name`.
    pub fn kind(&self, name: &str) -> Option<EventType> {
        self.natures.get_key_value(&EventType::new(name)).map(|(kind, _)| kind.clone())
    }

    /// What a type is.
    pub fn nature(&self, kind: &EventType) -> &Nature {
        self.natures.get(kind).expect("every type that is coded has a row")
    }

    /// Facts of a type in a mode; those of the type where the mode has no row.
    pub fn facts(&self, kind: &EventType, mode: Option<&str>) -> &Facts {
        let at = |m: &str| self.facts.get(&(kind.clone(), SmolStr::from(m)));
        mode.and_then(at).or_else(|| at("")).expect("every type that is coded has a row")
    }

    /// Whether the mode is one of the type's.
    pub fn has_mode(&self, kind: &EventType, mode: &str) -> bool {
        self.facts.contains_key(&(kind.clone(), SmolStr::from(mode)))
    }
}

fn read_nature(row: &Row<'_, '_>, known: &[&str]) -> Result<Nature, TableError> {
    let quad = row.get("quad").parse().ok().filter(|q| (1..=4).contains(q));
    let needs: Vec<&str> = row.get("needs").split(',').map(str::trim).collect();
    if let Some(other) = needs.iter().find(|n| !matches!(**n, "" | "recipient" | "political")) {
        return Err(row.error(format!("no such need: `{other}`")));
    }
    Ok(Nature {
        quad: quad.ok_or_else(|| row.error("quad is none of 1, 2, 3, 4"))?,
        needs_recipient: needs.contains(&"recipient"),
        needs_politics: needs.contains(&"political"),
        reciprocal: row.get("reciprocal") == "yes",
        size: word(row, "size"),
        agreed: read_kind(row, "agreed", known)?,
        failed: read_turn(row, "failed", known)?,
        deplored: read_turn(row, "deplored", known)?,
    })
}

fn read_facts(row: &Row<'_, '_>, known: &[&str]) -> Result<Facts, TableError> {
    let kind = |column| read_kind(row, column, known);
    let score = row.get("score").parse().ok().filter(|s: &f32| s.is_finite());
    Ok(Facts {
        score: score.ok_or_else(|| row.error("score is no number"))?,
        cameo: SmolStr::from(row.get("cameo")),
        future: kind("future")?,
        refused: kind("refused")?,
        ended: kind("ended")?,
        cancelled: kind("cancelled")?,
        asked: word(row, "asked"),
        threatened: word(row, "threatened"),
    })
}

fn word(row: &Row<'_, '_>, column: &str) -> Option<SmolStr> {
    Some(row.get(column)).filter(|w| !w.is_empty()).map(SmolStr::from)
}

/// The type of a cell, whatever its mode.
fn read_kind(
    row: &Row<'_, '_>,
    column: &str,
    known: &[&str],
) -> Result<Option<EventType>, TableError> {
    Ok(read_turn(row, column, known)?.map(|turn| turn.kind))
}

/// A cell of the form `TYPE` or `TYPE:mode`.
fn read_turn(row: &Row<'_, '_>, column: &str, known: &[&str]) -> Result<Option<Turn>, TableError> {
    let cell = row.get(column);
    let (name, mode) = cell.split_once(':').map_or((cell, None), |(n, m)| (n, Some(m)));
    match name {
        "" => Ok(None),
        name if known.contains(&name) => {
            Ok(Some(Turn { kind: EventType::new(name), mode: mode.map(SmolStr::from) }))
        }
        other => Err(row.error(format!("no such event type: `{other}`"))),
    }
}
