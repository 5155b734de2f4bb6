//! The same input gives the same bytes, in the order of the inputs, with any number of threads.

use crate::program::{Desk, STORY, examples};
use std::fs;

/// Everything that a run writes in one format, as names and bytes.
fn written(desk: &Desk, format: &str, jobs: &str, folder: &str) -> Vec<(String, Vec<u8>)> {
    let to = format!("{folder}/{format}");
    let mut words = vec!["code", "-q", "-j", jobs, "--format", format, "-o", &to];
    let examples = examples();
    words.extend(examples.iter().map(String::as_str));
    desk.run_words(&words).fine();
    let path = desk.path(&to);
    if path.is_file() {
        return vec![(format.to_string(), desk.get(&to))];
    }
    let files = fs::read_dir(path).expect("a folder").flatten();
    let read = |e: fs::DirEntry| {
        (e.file_name().to_string_lossy().into_owned(), fs::read(e.path()).expect("a file"))
    };
    let mut all: Vec<_> = files.map(read).collect();
    all.sort();
    all
}

#[track_caller]
fn check(format: &str, n_files: usize) {
    let desk = Desk::new(&format!("same-{format}"));
    let one = written(&desk, format, "1", "one");
    assert_eq!(one.len(), n_files);
    assert!(one.iter().all(|(_, bytes)| bytes.len() > 1000), "almost nothing was written");
    assert!(one == written(&desk, format, "1", "again"), "another run gives other bytes");
    assert!(one == written(&desk, format, "2", "two"), "two threads give other bytes");
    assert!(one == written(&desk, format, "7", "seven"), "seven threads give other bytes");
}

#[test]
fn json_lines() {
    check("jsonl", 1);
}

#[test]
fn csv() {
    check("csv", 8);
}

#[test]
fn parquet() {
    check("parquet", 7);
}

#[test]
fn page() {
    check("html", 1);
}

#[test]
fn other_commands() {
    let desk = Desk::new("same-commands");
    for command in ["extract", "parse", "atlas learn"] {
        let run = |jobs: &str| {
            let mut words: Vec<&str> = command.split(' ').collect();
            let examples = examples();
            words.extend(["-j", jobs]);
            words.extend(examples.iter().map(String::as_str));
            desk.run_words(&words).fine().out
        };
        let one = run("1");
        assert!(one == run("1"), "another run of {command} gives other bytes");
        assert!(one == run("4"), "four threads of {command} give other bytes");
    }
}

/// A long story first, so that those after it are done before it.
#[test]
fn records_stand_in_the_order_of_inputs() {
    let desk = Desk::new("same-order");
    desk.put("z-long.txt", STORY.repeat(500)).put("bad.txt", "");
    let short = |n: usize| format!("{}.txt", 20 - n);
    let names: Vec<String> = (0..20).map(short).collect();
    for name in &names {
        desk.put(name, STORY);
    }
    let mut words = vec!["code", "-j", "3", "z-long.txt", "bad.txt"];
    words.extend(names.iter().map(String::as_str));
    let ran = desk.run_words(&words).ends(1, &["bad.txt"]);
    let want: Vec<&str> =
        ["z-long"].into_iter().chain(names.iter().map(|n| n.trim_end_matches(".txt"))).collect();
    assert_eq!(ran.ids(), want);
}
