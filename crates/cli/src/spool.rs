//! What has been read, laid aside on the disk until all is there, and taken up again by day.
//!
//! A file without a name, which goes with the process however it ends; in memory are only the places.

use crate::outcome::Failure;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use verbale::read::remedy;

/// Values by day.
pub struct Spool {
    file: BufWriter<File>,
    end: u64,
    n: usize,
    /// Days in their order, what has none last.
    days: BTreeMap<(bool, String), Vec<Place>>,
}

/// Where a value stands, and which it was.
struct Place {
    number: usize,
    start: u64,
    length: usize,
}

impl Spool {
    /// An empty one.
    pub fn new() -> Result<Self, Failure> {
        let file = BufWriter::new(tempfile::tempfile().map_err(|e| failed(&e))?);
        Ok(Spool { file, end: 0, n: 0, days: BTreeMap::new() })
    }

    /// Lays a value aside.
    pub fn push(&mut self, day: Option<&str>, value: &impl Serialize) -> Result<(), Failure> {
        let bytes = serde_json::to_vec(value).expect("strings and numbers");
        self.file.write_all(&bytes).map_err(|e| failed(&e))?;
        let place = Place { number: self.n, start: self.end, length: bytes.len() };
        self.n += 1;
        self.end += bytes.len() as u64;
        let day = (day.is_none(), day.unwrap_or_default().to_string());
        self.days.entry(day).or_default().push(place);
        Ok(())
    }

    /// Hands over the values of each day, with the numbers in which they came. Days are no more than keys
    /// that sort.
    pub fn each_day<T: DeserializeOwned>(
        self,
        mut with: impl FnMut(Vec<(usize, T)>) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let file = self.file.into_inner().map_err(|e| failed(e.error()))?;
        let mut file = BufReader::new(file);
        for places in self.days.into_values() {
            let values = places.iter().map(|place| Ok((place.number, read(&mut file, place)?)));
            with(values.collect::<io::Result<_>>().map_err(|e| failed(&e))?)?;
        }
        Ok(())
    }
}

fn read<T: DeserializeOwned>(file: &mut BufReader<File>, place: &Place) -> io::Result<T> {
    let mut bytes = vec![0; place.length];
    file.seek(SeekFrom::Start(place.start))?;
    file.read_exact(&mut bytes)?;
    serde_json::from_slice(&bytes).map_err(io::Error::other)
}

fn failed(error: &io::Error) -> Failure {
    let folder = std::env::temp_dir();
    Failure::Message(format!("{} (TMPDIR): {}", folder.display(), remedy(error)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_come_in_their_order_and_what_has_none_last() {
        let mut spool = Spool::new().expect("a file");
        for (day, value) in
            [(Some("2031-03-06"), "b"), (None, "z"), (Some("2031-03-05"), "ä"), (None, "y")]
        {
            spool.push(day, &value).expect("room");
        }
        let mut seen = Vec::new();
        let done = spool.each_day(|day: Vec<(usize, String)>| {
            seen.push(day);
            Ok(())
        });
        assert!(done.is_ok());
        let one = |n, s: &str| (n, s.to_string());
        assert_eq!(seen, [vec![one(2, "ä")], vec![one(0, "b")], vec![one(1, "z"), one(3, "y")]]);
    }
}
