//! Tables of tab-separated columns.
//!
//! A table is UTF-8 text. Lines that start with `#` are comments (the header with source, licence and
//! date); the first other line names the columns. Cells are trimmed; missing cells at the end of a
//! line are empty. A byte-order mark, which spreadsheets write, is no part of the table.

use std::fmt;
use std::sync::Arc;

/// A table that borrows its text. Cells are found when they are asked for.
#[derive(Clone, Debug)]
pub struct Table<'t> {
    name: String,
    columns: Vec<&'t str>,
    /// What stands below the header, and the number of its first line.
    body: &'t str,
    first: usize,
    /// Where the body begins in the text.
    start: usize,
    /// Where its lines are from, where the text was put together from others.
    origins: &'t [Origin],
}

/// Where a line of a table that was put together is from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Origin {
    /// File name.
    pub file: Arc<str>,
    /// Line in that file, from 1.
    pub line: usize,
}

/// Whether a line is a row: no comment and not blank.
fn is_row(line: &str) -> bool {
    !line.starts_with('#') && !line.trim().is_empty()
}

impl<'t> Table<'t> {
    /// Reads the header of `text`, counts the cells of every row and measures them; an error names
    /// the line.
    pub fn parse(name: &str, text: &'t str, columns: &[&str]) -> Result<Self, TableError> {
        Table::open(name, text, columns)?.counted()
    }

    /// The same table, whose lines are from the files that `origins` names, one a line.
    pub(crate) fn with_origins(self, origins: &'t [Origin]) -> Self {
        Table { origins, ..self }
    }

    /// Counts the cells of every row and measures them.
    pub(crate) fn counted(self) -> Result<Self, TableError> {
        let n = self.columns.len();
        let cells = |line: &str| memchr::memchr_iter(b'\t', line.as_bytes()).count() + 1;
        let long =
            |line: &str| line.len() > MAX_CELL && line.split('\t').any(|c| c.len() > MAX_CELL);
        let wrong = |line: &str| (cells(line) > n || long(line)) && is_row(line);
        match (self.first..).zip(self.body.lines()).find(|(_, text)| wrong(text)) {
            None => Ok(self),
            Some((line, text)) if long(text) => {
                let most = MAX_CELL >> 10;
                let what = format!("a cell of more than {most} KB; make several rows of it");
                Err(self.error(line, what))
            }
            Some((line, text)) => {
                let what = format!("{} cells where the header has {n}", cells(text));
                Err(self.error(line, what))
            }
        }
    }

    /// The same table, whose columns are among `known`.
    ///
    /// # Errors
    /// Another column, which nobody would read.
    pub fn only(self, known: &[&str]) -> Result<Self, TableError> {
        match self.columns.iter().find(|c| !known.contains(c)) {
            None => Ok(self),
            Some(other) => {
                let what = format!("no column `{other}` is read; known are {}", known.join(", "));
                Err(self.error(self.first - 1, what))
            }
        }
    }

    /// An error at a line, named as in the file that the line is from.
    fn error(&self, line: usize, what: impl Into<String>) -> TableError {
        match self.origins.get(line.wrapping_sub(1)) {
            Some(origin) => TableError::new(&origin.file, origin.line, what),
            None => TableError::new(&self.name, line, what),
        }
    }

    /// Reads the header of `text` alone, which takes no time however long the table is.
    pub fn open(name: &str, text: &'t str, columns: &[&str]) -> Result<Self, TableError> {
        let (mut body, mut at) = (text.strip_prefix('\u{feff}').unwrap_or(text), 1);
        let header = loop {
            if body.is_empty() {
                return Err(TableError::new(name, 1, "no line names the columns"));
            }
            let (line, rest) = body.split_once('\n').unwrap_or((body, ""));
            (body, at) = (rest, at + 1);
            if is_row(line) {
                break line;
            }
        };
        let line = header;
        let header: Vec<&str> = header.split('\t').map(str::trim).collect();
        if header.len() > MAX_COLUMNS {
            let what = format!("more than {MAX_COLUMNS} columns");
            return Err(TableError::new(name, at - 1, what));
        }
        if let Some(lost) = columns.iter().find(|c| !header.contains(c)) {
            let what = format!("column `{lost}` is missing{}", separator(line));
            return Err(TableError::new(name, at - 1, what));
        }
        Ok(Table {
            name: name.to_string(),
            columns: header,
            body,
            first: at,
            start: text.len() - body.len(),
            origins: &[],
        })
    }

    /// The names of its columns, in order.
    pub fn columns(&self) -> &[&'t str] {
        &self.columns
    }

    /// Where the column called `name` stands, for [`Row::at`].
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|c| *c == name)
    }

    /// Where a line of the body begins in the text.
    fn offset(&self, line: &str) -> usize {
        self.start + (line.as_ptr().addr() - self.body.as_ptr().addr())
    }

    /// Its rows, top down.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_, 't>> {
        let lines = (self.first..).zip(self.body.lines()).filter(|(_, l)| is_row(l));
        lines.map(|(line, text)| Row::new(self, line, text))
    }
}

/// The most columns a table may have.
const MAX_COLUMNS: usize = 24;
/// The longest cell, in bytes: words of it are copied, so that a longer one could fill the memory.
const MAX_CELL: usize = 128 << 10;

/// What to do about a header that is separated by something else than tabs.
fn separator(header: &str) -> String {
    let other = [(',', "commas"), (';', "semicolons"), ('|', "bars")];
    let other =
        other.into_iter().find(|(mark, _)| !header.contains('\t') && header.contains(*mark));
    other.map_or(String::new(), |(_, marks)| {
        format!("; the columns are separated by {marks}, save the table with tabs")
    })
}

/// One line of a table.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a, 't> {
    table: &'a Table<'t>,
    line: usize,
    text: &'t str,
    /// Where each cell ends.
    ends: [u32; MAX_COLUMNS],
    n: usize,
}

impl<'a, 't> Row<'a, 't> {
    fn new(table: &'a Table<'t>, line: usize, text: &'t str) -> Self {
        let (mut ends, mut n) = ([text.len() as u32; MAX_COLUMNS], 1);
        for (slot, tab) in ends.iter_mut().zip(memchr::memchr_iter(b'\t', text.as_bytes())) {
            *slot = tab as u32;
            n += 1;
        }
        Row { table, line, text, ends, n }
    }

    /// The cell under `column`, empty where the line or the table has none.
    pub fn get(&self, column: &str) -> &'t str {
        self.table.column(column).map_or("", |i| self.at(i))
    }

    /// The same, which must not be empty.
    ///
    /// # Errors
    /// An empty cell; names the column.
    pub fn required(&self, column: &str) -> Result<&'t str, TableError> {
        let cell = self.get(column);
        if cell.is_empty() { Err(self.error(format!("no `{column}`"))) } else { Ok(cell) }
    }

    /// The cell of the column that stands at `i`; empty past the last one.
    pub fn at(&self, i: usize) -> &'t str {
        if i >= self.n {
            return "";
        }
        let start = if i == 0 { 0 } else { self.ends[i - 1] as usize + 1 };
        self.text[start..self.ends[i] as usize].trim()
    }

    /// The whole line.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Where it begins in the text of the table, in bytes.
    pub fn offset(&self) -> usize {
        self.table.offset(self.text)
    }

    /// Line number in the table, from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// The file that it is from, and its line there.
    pub fn origin(&self) -> Origin {
        let of_table = || Origin { file: self.table.name.as_str().into(), line: self.line };
        self.table.origins.get(self.line.wrapping_sub(1)).cloned().unwrap_or_else(of_table)
    }

    /// An error at this line.
    pub fn error(&self, what: impl Into<String>) -> TableError {
        self.table.error(self.line, what)
    }
}

/// A lexicon that cannot be read; names the file and the line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TableError {
    /// File name.
    pub table: String,
    /// Line from 1; 0 for the file as a whole.
    pub line: usize,
    /// What is wrong.
    pub what: String,
}

impl TableError {
    /// An error of `table` at `line`.
    pub fn new(table: &str, line: usize, what: impl Into<String>) -> Self {
        TableError { table: table.to_string(), line, what: what.into() }
    }
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "table {}: {}", self.table, self.what),
            line => write!(f, "table {}, line {line}: {}", self.table, self.what),
        }
    }
}

impl std::error::Error for TableError {}
