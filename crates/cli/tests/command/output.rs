//! An output is never lost: what exists stays unless asked, and what fails leaves no half file.

use crate::program::{Desk, STORY, records};
use std::fs;

#[test]
fn an_output_that_exists_stays() {
    let desk = Desk::new("output-exists");
    desk.put("a.txt", STORY);
    let check = |format: &str, out: &str, file: &str| {
        let line = format!("code --quiet --format {format} -o {out} a.txt");
        desk.run(&line).ends(0, &[]);
        let first = desk.get(file);
        desk.run(&line).ends(1, &[&format!("{file} exists; --overwrite replaces it")]);
        assert_eq!(desk.get(file), first);
        desk.put(file, "old").run(&format!("{line} --overwrite")).ends(0, &[]);
        assert_ne!(desk.get(file), b"old");
    };
    check("jsonl", "a.jsonl", "a.jsonl");
    check("html", "a.html", "a.html");
    check("csv", "tables", "tables/documents.csv");
    check("parquet", "tables", "tables/documents.parquet");
}

#[test]
fn an_output_that_is_an_input_is_refused() {
    let desk = Desk::new("output-input");
    let line = format!("{{\"id\":\"a\",\"text\":{STORY:?}}}\n");
    desk.put("day.jsonl", &line).put("folder/page.html", STORY).put("folder/a.txt", STORY);
    let check = |input: &str, output: &str| {
        let before = desk.get(output);
        let ran = desk.run(&format!("code --overwrite -o {output} {input}"));
        ran.ends(1, &[&format!("{output}: the output is also an input ({input})")]);
        assert_eq!(desk.get(output), before);
    };
    check("day.jsonl", "day.jsonl");
    check("folder", "folder/page.html");
    fs::hard_link(desk.path("day.jsonl"), desk.path("hard.jsonl")).expect("a link");
    check("day.jsonl", "hard.jsonl");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("day.jsonl", desk.path("soft.jsonl")).expect("a link");
        check("day.jsonl", "soft.jsonl");
    }
}

#[test]
fn an_output_in_a_folder_of_inputs_is_none_of_them() {
    let desk = Desk::new("output-inside");
    desk.put("folder/a.txt", STORY).run("code --quiet -o folder/new.jsonl folder").ends(0, &[]);
    let written = String::from_utf8(desk.get("folder/new.jsonl")).expect("text");
    assert_eq!(records(&written).len(), 1);
}

#[test]
fn a_run_with_nothing_to_read_leaves_the_old_output() {
    let desk = Desk::new("output-nothing");
    desk.put("empty.txt", "").put("old.html", "old");
    desk.run("code --overwrite --format html -o old.html empty.txt").ends(1, &["empty file"]);
    assert_eq!(desk.get("old.html"), b"old");
}

/// A file larger than so many blocks of the shell is refused by the system, as by a disk that is full.
#[cfg(target_os = "linux")]
#[test]
fn a_table_that_does_not_fit_is_told_and_leaves_nothing() {
    let desk = Desk::new("output-tables-full");
    let line = |n| format!("{{\"id\": \"{n}\", \"text\": \"{} {n}.\"}}\n", STORY.trim());
    desk.put("many.jsonl", (0..600).map(line).collect::<String>());
    for (format, blocks) in [("csv", 200), ("parquet", 8)] {
        let run = format!("code --quiet --format {format} -o {format} many.jsonl");
        let ran = desk.within(blocks, &run);
        ran.ends(1, &[": too large for the file system; write elsewhere"]);
        let left = std::fs::read_dir(desk.path(format)).map_or(0, Iterator::count);
        assert_eq!(left, 0, "{format}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let desk = Desk::new("output-full");
    desk.put("a.txt", STORY);
    for format in ["jsonl", "html"] {
        let ran = desk.run(&format!("code --format {format} -o /dev/full a.txt"));
        ran.ends(1, &["verbale: /dev/full: no space is left on the device; free some"]);
    }
}
