//! `verbale code`: what goes in and comes out, and where.

use crate::program::{Desk, STORY, packed, records};
use serde_json::Value;
use std::fs;

/// Letters of one to four bytes, two line ends, blanks at the ends of lines, no newline at the end.
const ODD: &str =
    "\tAccra – “naïve” 東京 👩‍🚀 e\u{301}  \r\nGhana thanked Togo.\u{a0} \n\n\n Łódź\r\n ";

fn text_of(record: &Value) -> &str {
    record["doc"]["text"].as_str().expect("a text")
}

#[test]
fn a_file_gives_a_record_with_its_name_as_id() {
    let desk = Desk::new("code-file");
    let ran = desk.put("day.1.txt", STORY).run("code day.1.txt").fine();
    let record = &ran.records()[0];
    assert_eq!(record["doc"]["id"], "day.1");
    assert_eq!(record["doc"]["path"], "day.1.txt");
    let event = &record["events"][0];
    assert_eq!(event["actors"][0]["code"], "KEN");
    assert_eq!(event["according_to"].as_array().map(Vec::len), Some(1));
}

#[test]
fn text_comes_back_exactly() {
    let desk = Desk::new("code-text");
    desk.put("odd.txt", ODD).put("odd.bin", ODD);
    assert_eq!(text_of(&desk.run("code odd.txt").fine().records()[0]), ODD);
    assert_eq!(text_of(&desk.run("code --input text odd.bin").fine().records()[0]), ODD);
    assert_eq!(text_of(&desk.feed("code -", ODD.as_bytes()).fine().records()[0]), ODD);
    let line = serde_json::json!({ "id": "odd", "text": ODD }).to_string();
    let ran = desk.feed("code --input jsonl -", line.as_bytes()).fine();
    assert_eq!(text_of(&ran.records()[0]), ODD);
}

#[test]
fn standard_input_is_told_by_content() {
    let desk = Desk::new("code-stdin");
    let text = desk.feed("code -", STORY.as_bytes()).fine();
    assert!(text.ids()[0].starts_with("sha256:"), "{:?}", text.ids());
    assert!(text.records()[0]["doc"].get("path").is_none(), "standard input is no file");
    let page =
        format!("<!DOCTYPE html><html><body><article><p>{STORY}</p></article></body></html>");
    let page = desk.feed("code -", page.as_bytes()).fine();
    assert!(text_of(&page.records()[0]).starts_with("Kenya thanked"));
    let forced = desk.feed("code --input html -", STORY.as_bytes());
    assert!(forced.code == 1 || !text_of(&forced.records()[0]).ends_with('\n'), "read as text");
}

#[test]
fn gzip_is_unpacked() {
    let desk = Desk::new("code-gzip");
    desk.put("a.txt", STORY).put("b.txt.gz", packed(STORY.as_bytes()));
    let line = format!("{{\"id\":\"c\",\"text\":{STORY:?}}}\n");
    desk.put("c.jsonl.gz", packed(line.as_bytes()));
    let ran = desk.run("code a.txt b.txt.gz c.jsonl.gz").fine();
    assert_eq!(ran.ids(), ["a", "b", "c"]);
    assert!(ran.records().iter().all(|r| text_of(r) == STORY));
    let piped = desk.feed("code -", &packed(STORY.as_bytes())).fine();
    assert_eq!(text_of(&piped.records()[0]), STORY);
}

#[test]
fn lines_of_json_keep_their_ids_and_fields() {
    let desk = Desk::new("code-jsonl");
    let lines = format!(
        "{{\"id\":\"one\",\"text\":{STORY:?},\"published_at\":\"2031-03-05\",\"title\":\"Grain\"}}\n\n\
         {{\"id\":7,\"text\":{STORY:?}}}\n\
         {{\"text\":{STORY:?},\"url\":\"https://news.example/2031/grain\"}}\n"
    );
    let ran = desk.put("day.jsonl", &lines).run("code day.jsonl").fine();
    assert_eq!(ran.ids(), ["one", "7", "https://news.example/2031/grain"]);
    let first = &ran.records()[0]["doc"];
    assert_eq!(first["published_at"], "2031-03-05");
    assert_eq!(first["title"], "Grain");
    assert_eq!(ran.records()[0]["events"][0]["date"]["value"], "2031-03-03", "the Monday before");
    let piped = desk.feed("code --input jsonl -", lines.as_bytes()).fine();
    assert_eq!(piped.ids(), ran.ids());
}

#[test]
fn folders_are_read_in_the_order_of_names() {
    let desk = Desk::new("code-folder");
    desk.put("in/b.txt", STORY).put("in/a/z.txt", STORY).put("in/c.md", "no input");
    desk.put("in/.hidden/x.txt", STORY).put("last.txt", STORY);
    let told = ["verbale: in: 1 file is of another kind and not read (1 .md)"];
    assert_eq!(desk.run("code last.txt in").ends(0, &told).ids(), ["last", "z", "b"]);
}

#[test]
fn output_goes_where_it_is_asked_to() {
    let desk = Desk::new("code-output");
    desk.put("a.txt", STORY);
    let direct = desk.run("code a.txt").fine();
    let told =
        desk.run("code -o new/a.jsonl a.txt").ends(0, &["1 documents written to new/a.jsonl"]);
    assert!(told.out.is_empty());
    assert_eq!(desk.get("new/a.jsonl"), direct.out);
    assert_eq!(desk.run("code --quiet -o b.jsonl a.txt").fine().out, b"");
    assert_eq!(desk.run("code -o - a.txt").fine().out, direct.out);
    for (format, n) in [("csv", 8), ("parquet", 7)] {
        desk.run(&format!("code -q --format {format} -o {format} a.txt")).fine();
        let files = fs::read_dir(desk.path(format)).expect("a folder").count();
        assert_eq!(files, n, "{format}");
    }
    let page = desk.run("code --format html a.txt").fine();
    assert!(page.text().starts_with("<!") && page.text().contains("Kenya thanked"));
    assert_eq!(records(direct.text()).len(), 1);
}

#[test]
fn a_reader_that_goes_away_is_success() {
    let desk = Desk::new("code-pipe");
    for line in
        ["code -", "code --format html -", "stories -", "extract -", "parse -", "atlas learn -"]
    {
        let mut child = desk.start(&line.split(' ').collect::<Vec<_>>());
        drop(child.stdout.take());
        std::io::Write::write_all(&mut child.stdin.take().expect("a pipe"), STORY.as_bytes())
            .expect("read");
        let output = child.wait_with_output().expect("the program ends");
        assert_eq!(output.status.code(), Some(0), "{line}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{line}");
    }
}
