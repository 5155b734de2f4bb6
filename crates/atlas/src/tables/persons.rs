//! Office holders by name, read from the table when they are asked for.

use super::date::{first_day, last_day, term};
use super::index::{Index, Lists, Numbers, add};
use super::lines::Lines;
use super::person::{Person, Tenure};
use super::territory::Territories;
use rustc_hash::FxHashMap;
use verbale_document::folding::fold;
use verbale_document::{Gender, Lexicons, TableError};

const TABLE: &str = "persons.tsv";
const COLUMNS: [&str; 9] =
    ["name", "country", "office", "from", "to", "aliases", "qid", "gender", "source"];
/// How many of them the table must have.
const NEEDED: usize = 5;

/// Where the rows of every person stand.
pub(crate) struct Rows {
    /// Of each person the first row in `rows`, and after the last where they end.
    pub(crate) first: Numbers,
    /// Where rows begin in the text.
    pub(crate) rows: Numbers,
}

impl Rows {
    /// Puts the rows of the table together by person, in the order of their first rows: rows are
    /// about one person who have a Wikidata id in common, or name and state where they have none.
    fn new(lexicons: &Lexicons, territories: &Territories) -> Result<Self, TableError> {
        let table = lexicons.table(TABLE, &COLUMNS[..NEEDED])?;
        let mut persons: Vec<Vec<u32>> = Vec::new();
        let mut by_key: FxHashMap<String, usize> = FxHashMap::default();
        for row in table.rows() {
            let (name, country) = (row.required("name")?, territories.state(&row, "country")?);
            if country.is_empty() {
                territories.check_code(&row, "office")?;
            }
            term(&row)?;
            let own = || format!("{}/{country}", fold(name));
            let qid = Some(row.get("qid")).filter(|qid| !qid.is_empty());
            let at = *by_key.entry(qid.map_or_else(own, str::to_string)).or_insert(persons.len());
            if at == persons.len() {
                persons.push(Vec::new());
            }
            persons[at].push(row.offset() as u32);
        }
        let starts = persons.iter().scan(0, |next, rows| {
            *next += rows.len() as u32;
            Some(*next)
        });
        let first = Numbers::new([0].into_iter().chain(starts));
        Ok(Rows { first, rows: Numbers::new(persons.into_iter().flatten()) })
    }
}

/// All office holders, by number.
pub struct Persons {
    lines: Lines<9>,
    pub(crate) rows: Rows,
    /// Persons by surname (folded), or family name where that comes first.
    pub(crate) surnames: Index,
}

impl Persons {
    /// Reads all rows.
    pub(crate) fn new(lexicons: &Lexicons, territories: &Territories) -> Result<Self, TableError> {
        let lines = Lines::new(lexicons, TABLE, COLUMNS, NEEDED)?;
        let rows = Rows::new(lexicons, territories)?;
        let mut persons = Persons { lines, rows, surnames: Index::new(&Lists::new()) };
        persons.surnames = surnames(&persons);
        Ok(persons)
    }

    /// From the index and the numbers that `build.rs` made: where persons begin, and their rows.
    pub(crate) fn built_in(
        lexicons: &Lexicons,
        surnames: Index,
        [first, rows]: [Numbers; 2],
    ) -> Result<Self, TableError> {
        let lines = Lines::new(lexicons, TABLE, COLUMNS, NEEDED)?;
        Ok(Persons { lines, rows: Rows { first, rows }, surnames })
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.rows.first.len() - 1
    }

    /// The cells of a person's rows.
    fn cells(&self, i: usize) -> impl Iterator<Item = [&str; 9]> {
        let rows = self.rows.first.get(i)..self.rows.first.get(i + 1);
        rows.map(|row| self.lines.cells(self.rows.rows.get(row as usize) as usize))
    }

    /// The `i`th person, counted in the order of first rows.
    pub fn get(&self, i: usize) -> Person<'_> {
        let rows: Vec<[&str; 9]> = self.cells(i).collect();
        let [name, .., aliases, qid, gender, _] = rows.first().copied().unwrap_or_default();
        let gender = match gender {
            "m" => Some(Gender::Masculine),
            "f" => Some(Gender::Feminine),
            _ => None,
        };
        Person { name, aliases, qid, gender, tenures: rows.into_iter().map(tenure).collect() }
    }

    /// All, in the order of their numbers.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Person<'_>> {
        (0..self.count()).map(|i| self.get(i))
    }

    /// Numbers of the persons with this surname (folded), or family name where that comes first.
    pub fn called(&self, key: &str) -> impl Iterator<Item = usize> + '_ {
        self.surnames.get(key).map(|i| i as usize)
    }
}

fn tenure([_, country, office, from, to, .., source]: [&str; 9]) -> Tenure<'_> {
    Tenure { office, country, from: first_day(from), to: last_day(to), source }
}

/// States whose people put the family name first.
const FAMILY_FIRST: &[&str] = &["CHN", "TWN", "HKG", "KOR", "PRK", "SGP", "KHM"];

fn surnames(persons: &Persons) -> Index {
    let mut surnames = Lists::new();
    for (i, person) in (0..).zip(persons.iter()) {
        let family_first = person.country().is_some_and(|c| FAMILY_FIRST.contains(&c));
        for name in person.names() {
            let (first, rest) = name.split_once(' ').unwrap_or((name, name));
            let last = name.rsplit(' ').next().unwrap_or(name);
            for short in if family_first { [first, first] } else { [last, rest] } {
                add(&mut surnames, fold(short), i);
            }
        }
    }
    Index::new(&surnames)
}
