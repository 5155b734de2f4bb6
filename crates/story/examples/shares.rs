//! Writes `tables/words.tsv`: in how many of a thousand documents a word stands. Each folder given is a
//! body of news of its own (files `.txt`); what counts for a word is the least of its shares, so that no
//! body brings in what only its time and place talk of.
//!
//!     cargo run --release -p verbale-story --example shares -- FOLDER FOLDER > crates/story/tables/words.tsv

#![allow(clippy::disallowed_methods)]

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;
use verbale_story::terms::words;

/// Documents in a thousand below which a word is not listed.
const LEAST: usize = 10;

fn main() -> io::Result<()> {
    let mut least: Option<BTreeMap<String, usize>> = None;
    for folder in std::env::args().skip(1) {
        let mut texts = Vec::new();
        read(Path::new(&folder), &mut texts)?;
        let here = shares(&texts);
        eprintln!("{folder}: {} documents", texts.len());
        let both = |old: BTreeMap<String, usize>| {
            let least = |(word, n): (String, usize)| Some((word.clone(), n.min(*here.get(&word)?)));
            old.into_iter().filter_map(least).collect()
        };
        least = Some(least.map_or_else(|| here.clone(), both));
    }
    println!(
        "# In how many of a thousand documents of news a word stands; words in fewer than {LEAST} are left out."
    );
    println!("# Made by crates/story/examples/shares.rs; leave it to the program.");
    println!(
        "# source: counts over news of the world (our own selection) and the PolNeAR corpus (Newell et al. 2018)"
    );
    println!("# licence: CC0-1.0");
    println!("# date: 2026-11-29");
    println!("word\tof_thousand");
    for (word, n) in least.into_iter().flatten().filter(|(_, n)| *n >= LEAST) {
        println!("{word}\t{n}");
    }
    Ok(())
}

/// The texts of a folder and those below it, each once.
fn read(folder: &Path, texts: &mut Vec<String>) -> io::Result<()> {
    let mut paths: Vec<_> = std::fs::read_dir(folder)?.flatten().map(|e| e.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            read(&path, texts)?;
        } else if path.extension().is_some_and(|e| e == "txt") {
            let text = String::from_utf8_lossy(&std::fs::read(&path)?).into_owned();
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
    }
    Ok(())
}

fn shares(texts: &[String]) -> BTreeMap<String, usize> {
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for text in texts {
        let each: BTreeSet<String> = words(text).into_iter().map(|w| w.text).collect();
        each.into_iter().for_each(|word| *count.entry(word).or_default() += 1);
    }
    count.values_mut().for_each(|n| *n = *n * 1000 / texts.len());
    count
}
