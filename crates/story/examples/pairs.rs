//! Writes the pairs of reports that are compared, with their features and scores, as tab-separated
//! values: what `bench/stories` fits weights to.
//!
//!     cargo run --release -p verbale-story --example pairs -- WINDOW < records.jsonl > pairs.tsv

#![allow(clippy::disallowed_methods)]

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufWriter, Write};
use verbale_record::Record;
use verbale_story::grouping::{FEATURES, WINDOW, Weights};
use verbale_story::{Report, Stream};

fn main() -> io::Result<()> {
    let window = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(WINDOW);
    let table = std::env::args().nth(2).map(std::fs::read_to_string).transpose()?;
    let weights = table.map_or(Ok(Weights::default()), |t| Weights::parse(&t));
    let weights = weights.map_err(io::Error::other)?;
    let mut days: BTreeMap<(bool, Option<String>), Vec<Report>> = BTreeMap::new();
    for line in io::stdin().lock().lines() {
        let record = Record::parse(&line?).map_err(io::Error::other)?;
        let report = Report::of(&record);
        let day = report.day().map(String::from);
        days.entry((day.is_none(), day)).or_default().push(report);
    }
    let mut out = BufWriter::new(io::stdout().lock());
    writeln!(out, "a\tb\tscore\t{}", FEATURES.join("\t"))?;
    let mut stream = Stream::with(window, weights);
    for reports in days.into_values() {
        let mut pairs = Vec::new();
        stream.day_with(reports, |pair| pairs.push(pair));
        for pair in pairs {
            let values: Vec<String> = pair.features.iter().map(f32::to_string).collect();
            let (a, b) = &pair.docs;
            writeln!(out, "{a}\t{b}\t{}\t{}", pair.score, values.join("\t"))?;
        }
    }
    out.flush()
}
