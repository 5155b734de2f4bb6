//! Records as the tables of two data sets that the field's programs already read: the weekly files of
//! POLECAT (Halterman, Bagozzi, Beger, Schrodt and Scarborough 2023) and the event table of GDELT 2.0
//! (Leetaru and Schrodt 2013; event code book 2.0, 2015). A row is a dyad: an actor and a recipient of an
//! event.
//!
//! Neither has a column for whose word an event is. So that no claim becomes a fact there, both have only
//! what the outlet itself tells as having happened ([`choice`]); how much was left out is counted
//! ([`LeftOut`]). What is not measured here is an empty cell. `docs/peers.md` says what stands in each
//! column.
//!
//! Cells are parted by tabs and have no quotation marks around them. A text has blanks in place of tabs and
//! line ends and `'` in place of `"`, which readers would take for marks of their own, and is guarded as in
//! CSV.

mod actor;
mod choice;
mod codes;
mod dyad;
mod gdelt;
mod polecat;

use crate::table::guarded;
pub use choice::LeftOut;
use choice::{Choice, choose};
use dyad::{Dyad, Named};
use verbale_record::columns::Cell;
use verbale_record::{Record, Words};

/// A column of somebody else's table.
struct Column {
    name: &'static str,
    /// Its cell in a row; none where it is not measured.
    get: Option<fn(&Dyad) -> Cell>,
}

/// A column that is filled.
const fn column(name: &'static str, get: fn(&Dyad) -> Cell) -> Column {
    Column { name, get: Some(get) }
}

/// A column that stays empty.
const fn empty(name: &'static str) -> Column {
    Column { name, get: None }
}

/// One of the two tables.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Peer {
    Polecat,
    Gdelt,
}

impl Peer {
    fn columns(self) -> impl Iterator<Item = &'static Column> {
        let groups = match self {
            Peer::Polecat => polecat::COLUMNS,
            Peer::Gdelt => gdelt::COLUMNS,
        };
        groups.iter().copied().flatten()
    }
}

/// Makes the lines of a table, and counts the events that are not in it.
pub(crate) struct PeerTable {
    peer: Peer,
    claims: bool,
    left_out: LeftOut,
}

impl PeerTable {
    /// With `claims` events that are somebody's word are in it as well, where the table can say so.
    pub(crate) fn new(peer: Peer, claims: bool) -> Self {
        let claims = claims && peer == Peer::Polecat;
        PeerTable { peer, claims, left_out: LeftOut::default() }
    }

    /// The line of the names of columns, where the table begins with one.
    pub(crate) fn head(&self) -> String {
        match self.peer {
            Peer::Polecat => line(self.peer.columns().map(|c| c.name.to_string())),
            Peer::Gdelt => String::new(),
        }
    }

    /// The lines of a record: its events in the order of the text, of each every actor with every
    /// recipient.
    pub(crate) fn lines(&mut self, record: &Record) -> String {
        let (words, named) = (Words::new(&record.doc.text), Named::of(record));
        let mut lines = String::new();
        for event in &record.events {
            match choose(record, event, self.claims) {
                Choice::LeftOut(why) => self.left_out.count(why),
                Choice::Taken => {
                    let row = |d: Dyad| line(self.peer.columns().map(|c| cell(c, &d)));
                    lines.extend(dyad::dyads(record, &words, &named, event).map(row));
                }
            }
        }
        lines
    }

    pub(crate) fn left_out(&self) -> LeftOut {
        self.left_out
    }
}

fn line(cells: impl Iterator<Item = String>) -> String {
    cells.collect::<Vec<_>>().join("\t") + "\n"
}

fn cell(column: &Column, dyad: &Dyad) -> String {
    match column.get.map(|get| get(dyad)) {
        Some(Cell::Text(Some(text))) => guarded(plain(&text)),
        Some(Cell::Int(Some(n))) => n.to_string(),
        Some(Cell::Float(Some(x))) => x.to_string(),
        Some(Cell::Date(Some(day))) => day,
        _ => String::new(),
    }
}

/// A text without what parts cells and lines.
fn plain(text: &str) -> String {
    let one = |c: char| match c {
        '"' => '\'',
        c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => ' ',
        c => c,
    };
    text.trim().chars().map(one).collect()
}

/// A cell of text; no value where the text is empty.
fn text(text: &str) -> Cell {
    maybe(Some(text))
}

/// A cell of text that may be missing.
fn maybe(found: Option<&str>) -> Cell {
    Cell::Text(found.filter(|t| !t.is_empty()).map(str::to_string))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_have_the_columns_that_are_published() {
        let names = |peer: Peer| peer.columns().map(|c| c.name).collect::<Vec<_>>();
        assert_eq!(names(Peer::Polecat).len(), 40);
        assert_eq!(names(Peer::Gdelt).len(), 61);
        for peer in [Peer::Polecat, Peer::Gdelt] {
            let all = names(peer);
            assert!(all.iter().all(|n| all.iter().filter(|m| *m == n).count() == 1));
        }
    }

    #[test]
    fn a_text_is_one_cell() {
        assert_eq!(plain(" a\tb\nc \"d\"\u{2028}e "), "a b c 'd' e");
        assert_eq!(guarded(plain("\t=1+1")), "'=1+1");
    }
}
