//! Times every stage on one thread: `cargo bench -p verbale-cli --bench stages -- FOLDER [REPEAT]`.
//!
//! Reads the `.txt` files of FOLDER (default: the examples), REPEAT times over (default 1), runs
//! the stages one after another over all of them and prints a line of CSV each: stage, words,
//! seconds, words per second. Asserts that every round finds the same number of records, and some.

#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;
use verbale::document::Document;
use verbale::read::{InputKind, Raw};
use verbale::{Pipeline, Worker, record};

fn texts(folder: &Path) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder).expect("a readable folder").flatten();
    let mut paths: Vec<PathBuf> = entries.map(|e| e.path()).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "txt"));
    paths.sort();
    let read = |p: &PathBuf| (p.display().to_string(), fs::read_to_string(p).expect("UTF-8 text"));
    paths.iter().map(read).collect()
}

/// Runs one stage over all documents and prints its line.
fn stage(name: &str, docs: &mut [Document], mut run: impl FnMut(&mut Document)) {
    let begin = Instant::now();
    docs.iter_mut().for_each(&mut run);
    line(name, words(docs), begin.elapsed().as_secs_f64());
}

fn line(name: &str, words: usize, seconds: f64) {
    println!("{name},{words},{seconds:.4},{:.0}", words as f64 / seconds);
}

fn words(docs: &[Document]) -> usize {
    docs.iter().map(|d| d.text().split_whitespace().count()).sum()
}

fn read(pipeline: &Pipeline, texts: &[(String, String)]) -> Vec<Document> {
    let raw =
        |(name, text): &(String, String)| Raw::new(name, InputKind::Text, text.clone().into());
    let begin = Instant::now();
    let docs: Vec<_> = texts.iter().filter_map(|t| pipeline.read(raw(t)).ok()).collect();
    line("read", words(&docs), begin.elapsed().as_secs_f64());
    docs
}

fn round(pipeline: &Pipeline, worker: &mut Worker, texts: &[(String, String)]) -> (usize, usize) {
    let mut docs = read(pipeline, texts);
    stage("parse", &mut docs, |doc| pipeline.parse(worker, doc));
    stage("resolve", &mut docs, |doc| pipeline.resolve(worker, doc));
    stage("code", &mut docs, |doc| pipeline.code_layers(doc));
    let mut bytes = 0;
    stage("write", &mut docs, |doc| {
        bytes += record(doc).to_json().len();
    });
    let count = |f: fn(&Document) -> usize| docs.iter().map(f).sum::<usize>();
    let statements = count(|d| d.statements.as_ref().map_or(0, |l| l.len()));
    let events = count(|d| d.events.as_ref().map_or(0, |l| l.len()));
    assert!(bytes > 0 && statements > 0 && events > 0, "the stages found nothing");
    (statements, events)
}

fn main() {
    let mut args = std::env::args().skip(1).filter(|a| a != "--bench");
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let folder = args.next().map_or(examples, PathBuf::from);
    let repeat: usize = args.next().map_or(1, |n| n.parse().expect("REPEAT is a number"));

    let begin = Instant::now();
    let pipeline = Pipeline::builtin().expect("built-in tables and models are sound");
    println!("stage,words,seconds,words_per_second");
    println!("load,0,{:.4},0", begin.elapsed().as_secs_f64());

    let once = texts(&folder);
    let all: Vec<_> = std::iter::repeat_n(once, repeat).flatten().collect();
    let mut worker = pipeline.worker();
    let first = round(&pipeline, &mut worker, &all);
    assert_eq!(first, round(&pipeline, &mut worker, &all), "two rounds differ");
}
