//! Long tables, of which a document asks for few rows: a row is read where it stands in the text,
//! when it is asked for.

use verbale_document::{Lexicons, Table, TableError, TableText};

/// A table and where its `N` columns stand.
pub(crate) struct Lines<const N: usize> {
    text: TableText,
    at: [usize; N],
}

impl<const N: usize> Lines<N> {
    /// The table called `name`; of its columns, the first `needed` must be there.
    pub(crate) fn new(
        lexicons: &Lexicons,
        name: &str,
        columns: [&str; N],
        needed: usize,
    ) -> Result<Self, TableError> {
        let text = lexicons.text(name)?.clone();
        let table = Table::open(name, &text, &columns[..needed])?;
        let at = columns.map(|column| table.column(column).unwrap_or(usize::MAX));
        Ok(Lines { text, at })
    }

    /// Bytes of its text.
    pub(crate) fn len(&self) -> usize {
        self.text.len()
    }

    /// The cells of the row that begins at a byte; empty where it has none.
    pub(crate) fn cells(&self, start: usize) -> [&str; N] {
        let line = &self.text[start..];
        let line = &line[..line.find('\n').unwrap_or(line.len())];
        let mut cells = [""; N];
        for (i, cell) in line.split('\t').enumerate() {
            if let Some(slot) = self.at.iter().position(|at| *at == i) {
                cells[slot] = cell.trim();
            }
        }
        cells
    }
}
