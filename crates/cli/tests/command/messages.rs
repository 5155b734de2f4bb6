//! Messages: nothing in them moves the cursor or turns the line round, and errors of the system say what to
//! do.

use crate::program::{Desk, STORY};

/// A name that colours the terminal red and turns the direction of writing.
#[cfg(unix)]
const HOSTILE: &str = "a\u{1b}[31m\u{202e}b";
#[cfg(unix)]
const SHOWN: &str = "a\\u{1b}[31m\\u{202e}b";

#[cfg(unix)]
#[test]
fn names_of_files_cannot_move_the_cursor() {
    let desk = Desk::new("messages-names");
    let (file, told) = (format!("{HOSTILE}.txt"), format!("verbale: {SHOWN}.txt: empty file"));
    desk.put(&file, "");
    for command in [&["code"][..], &["extract"], &["parse"], &["atlas", "learn"], &["explain"]] {
        desk.run_words(&[command, &[&file]].concat()).ends(1, &[&told]);
    }
    let lines = desk.run_words(&["code", "a\nb.txt"]);
    lines.ends(1, &["verbale: a\\nb.txt: no such file or folder; check the name"]);
    let wrong = desk.run_words(&["code", "--format", HOSTILE, "a.txt"]);
    assert_eq!(
        (wrong.code, wrong.err.contains("\\u{202e}b"), wrong.err.contains('\u{1b}')),
        (2, true, false)
    );
    let nobody = desk.run_words(&["atlas", "lookup", HOSTILE]);
    assert!(!nobody.err.contains(['\u{1b}', '\u{202e}']), "{}", nobody.err);
}

#[cfg(unix)]
#[test]
fn ids_and_languages_cannot_either() {
    let desk = Desk::new("messages-ids");
    let line = |id: &str, more: &str| format!("{{\"id\":\"{id}\",\"text\":{STORY:?}{more}}}\n");
    let hostile = "a\u{202e}b";
    desk.put("day.jsonl", line(hostile, "") + &line(hostile, ",\"language\":\"x\u{202e}\""));
    let ran = desk.run("code day.jsonl");
    ran.ends(1, &["verbale: day.jsonl:2: language: x\\u{202e}; only English is coded"]);
    desk.put("two.jsonl", line(hostile, ",\"a\u{202e}\":1") + &line(hostile, ""));
    let ran = desk.run("code two.jsonl");
    ran.ends(
        0,
        &[
            "two.jsonl:1: `a\\u{202e}` is no key",
            "verbale: a\\u{202e}b: this document came more than once",
        ],
    );
    let text = STORY.replace("grain", "\u{1b}[31mgrain\u{202e}");
    let told = desk.feed("explain - thanked", text.as_bytes());
    assert_eq!(
        (told.code, told.text().contains(['\u{1b}', '\u{202e}'])),
        (0, false),
        "{}",
        told.text()
    );
}

#[test]
fn errors_of_the_system_say_what_to_do() {
    let desk = Desk::new("messages-system");
    desk.put("a.txt", STORY).put("file", "");
    let remedy = "no such file or folder; check the name and the folder you are in";
    for line in [
        "code missing",
        "explain missing",
        "parse missing",
        "parse --input conllu missing",
        "extract missing",
        "atlas learn missing",
        "code --model missing a.txt",
        "atlas check --atlas missing",
        "evaluate trees missing",
        "evaluate names missing",
        "evaluate chains missing",
        "evaluate names . --against missing",
    ] {
        desk.run(line).ends(1, &[&format!("verbale: missing: {remedy}")]);
    }
    let told = "verbale: file: a file of this name is there; choose another path";
    desk.run("code -o file/a.jsonl a.txt").ends(1, &[told]);
}
