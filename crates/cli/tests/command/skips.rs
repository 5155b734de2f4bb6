//! Exit code 1: what was skipped or cut is named on standard error, and the rest goes through.

use crate::program::{Desk, STORY, packed};

/// A day of French, too long to be taken for a headline in English.
const FRENCH: &str = "Le ministre des Affaires étrangères a déclaré lundi que les négociations avec les \
    pays voisins reprendraient dans la capitale dès la semaine prochaine. Selon lui, un accord sur \
    le partage des eaux du fleuve est encore possible avant la fin de l'année.";

/// Checks that an input is skipped and named, and that one before and one after it go through.
#[track_caller]
fn check(desk: &Desk, name: &str, bytes: impl AsRef<[u8]>, told: &str) {
    desk.put(name, bytes).put("before.txt", STORY).put("after.txt", STORY);
    let ran = desk.run(&format!("code before.txt {name} after.txt"));
    let ran = ran.ends(1, &[&format!("verbale: {name}: {told}")]);
    assert_eq!(ran.ids(), ["before", "after"]);
}

#[test]
fn files_that_are_no_stories() {
    let desk = Desk::new("skips-files");
    check(&desk, "french.txt", FRENCH, "language: French (fra); only English is coded");
    check(&desk, "empty.txt", "", "empty file");
    check(&desk, "blank.txt", " \n\t\n", "empty file");
    check(
        &desk,
        "zero.txt",
        b"Rain\0fell.",
        "binary data, or UTF-16 without its byte-order mark; text, a page or JSON is wanted",
    );
    check(&desk, "paper.txt", b"%PDF-1.7\n", "a PDF file");
    let whole = packed(STORY.repeat(20).as_bytes());
    check(&desk, "cut.txt.gz", &whole[..whole.len() / 2], "truncated gzip file");
    check(
        &desk,
        "none.html",
        "<html><body><nav><a href=\"/\">Home</a></nav></body></html>",
        "no article",
    );
    let deep = format!("<html><body>{}x{}", "<div>".repeat(50_000), "</div>".repeat(50_000));
    check(&desk, "deep.html", deep, "a page nested deeper than 1000 elements");
}

#[test]
fn paths_that_lead_nowhere() {
    let desk = Desk::new("skips-paths");
    desk.put("a.txt", STORY).put("folder/readme.md", "no input");
    let ran = desk.run("code missing.txt a.txt folder");
    let ran = ran.ends(
        1,
        &["verbale: missing.txt: ", "verbale: folder: no .html, .txt, .jsonl or .warc file"],
    );
    assert_eq!(ran.ids(), ["a"]);
    for command in ["code", "extract", "parse", "atlas learn"] {
        desk.run(&format!("{command} missing.txt")).ends(1, &["verbale: missing.txt: "]);
    }
}

#[test]
fn lines_of_json() {
    let desk = Desk::new("skips-lines");
    let good = |id| format!("{{\"id\":{id},\"text\":{STORY:?}}}");
    let (first, last) = (good(1), good(7));
    let lines = [
        &first,
        "{\"id\":",
        "[1]",
        "{\"id\":4}",
        "{\"text\":\" \"}",
        "{\"text\":\"\u{fffd}",
        &last,
    ];
    let mut bytes = lines.join("\n").into_bytes();
    bytes.extend(b"\n{\"text\":\"\xff\"}\n");
    let ran = desk.put("day.jsonl", bytes).run("code day.jsonl").ends(
        1,
        &[
            "verbale: day.jsonl:2: not a JSON object",
            "verbale: day.jsonl:3: not a JSON object",
            "verbale: day.jsonl:4: neither `text` nor `html` in this object",
            "verbale: day.jsonl:5: neither `text` nor `html`",
            "verbale: day.jsonl:6: not a JSON object",
            "verbale: day.jsonl:8: not UTF-8",
        ],
    );
    assert_eq!(ran.ids(), ["1", "7"]);
}

#[test]
fn a_text_that_is_too_long_is_cut_and_coded() {
    let desk = Desk::new("skips-cut");
    let long = format!("{STORY}{}", "\n".repeat(1 << 20));
    desk.put("long.txt", &long);
    let told = "verbale: long.txt: only the first 1 MB were read";
    for command in ["code", "extract", "parse", "atlas learn"] {
        let ran = desk.run(&format!("{command} long.txt")).ends(1, &[told]);
        assert!(!ran.out.is_empty(), "{command}");
    }
    let ran = desk.run("code long.txt");
    assert_eq!(ran.records()[0]["events"].as_array().map(Vec::len), Some(1));
    let line = format!("{{\"text\":{long:?}}}");
    desk.feed("code --input jsonl -", line.as_bytes())
        .ends(1, &["verbale: -:1: only the first 1 MB"]);
}

#[test]
fn skips_are_counted_where_records_go_to_files() {
    let desk = Desk::new("skips-count");
    desk.put("a.txt", STORY).put("b.txt", "").put("c.txt", STORY);
    for format in ["jsonl", "csv", "parquet", "html"] {
        let ran = desk.run(&format!("code --format {format} -o out-{format} a.txt b.txt c.txt"));
        ran.ends(1, &["verbale: b.txt: empty file", "2 documents written to out-"]);
        let quiet = desk.run(&format!("code -q --format {format} -o none-{format} b.txt"));
        quiet.ends(1, &["verbale: b.txt: empty file"]);
    }
}

#[test]
fn output_that_cannot_be_written() {
    let desk = Desk::new("skips-output");
    desk.put("a.txt", STORY).put("file", "");
    desk.run("code -o file/a.jsonl a.txt").ends(1, &["verbale: file"]);
    desk.run("code --format csv -o file a.txt").ends(1, &["verbale: file"]);
    desk.run("code --format parquet -o file a.txt").ends(1, &["verbale: file"]);
}
