//! Times the atlas on one thread: `cargo bench -p verbale-atlas`.
//!
//! Prints how long the tables take to load and how long a lookup takes, over the heads of
//! government of `tests/heads.tsv` at their dates. Asserts that nearly all of them are found.

#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use std::hint::black_box;
use std::time::Instant;
use verbale_atlas::Atlas;
use verbale_document::Date;

/// How often every name is looked up.
const ROUNDS: usize = 20;

fn main() {
    let lexicons = verbale_atlas::lexicons();
    let load = |_| {
        let begin = Instant::now();
        let atlas = black_box(Atlas::new(&lexicons).expect("sound tables"));
        let seconds = begin.elapsed().as_secs_f64();
        drop(atlas);
        seconds
    };
    let mut loads: Vec<f64> = (0..9).map(load).collect();
    loads.sort_by(f64::total_cmp);
    println!("load: {:.1} ms (median of {})", 1e3 * loads[loads.len() / 2], loads.len());

    let atlas = Atlas::new(&lexicons).expect("sound tables");
    let rows = include_str!("../tests/heads.tsv").lines().filter(|l| !l.starts_with('#')).skip(1);
    let names: Vec<(&str, Date)> = rows
        .map(|row| {
            let mut cells = row.split('\t');
            let date = cells.next().and_then(|d| d.parse().ok()).expect("a date");
            (cells.nth(1).expect("a name"), date)
        })
        .collect();
    let begin = Instant::now();
    let mut found = 0;
    for _ in 0..ROUNDS {
        found += names.iter().filter(|(n, d)| !atlas.lookup(n, Some(*d)).is_empty()).count();
    }
    let each = begin.elapsed().as_secs_f64() / (ROUNDS * names.len()) as f64;
    println!("lookup: {:.1} µs (mean of {})", 1e6 * each, ROUNDS * names.len());
    assert!(found * 100 >= ROUNDS * names.len() * 97, "only {found} were found");
}
