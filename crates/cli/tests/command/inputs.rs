//! Inputs in less usual forms, what they leave out, and what is said for them.

use crate::program::{Desk, STORY, packed};
use serde_json::Value;

fn line(id: &str, more: &str) -> String {
    format!("{{\"id\":{id:?},\"text\":{STORY:?}{more}}}")
}

#[test]
fn an_array_is_read_as_lines_are() {
    let desk = Desk::new("inputs-array");
    let (a, b) = (line("a", ""), line("b", ",\"published_at\":\"2031-03-05\""));
    desk.put("day.jsonl", format!("{a}\n{b}\n"));
    let lines = desk.run("extract day.jsonl").fine();
    let texts = |ran: &[Value]| ran.iter().map(|r| r["doc"]["text"].clone()).collect::<Vec<_>>();
    for array in
        [format!("[{a},{b}]"), format!("\u{feff} [\n  {a},\n  {b}\n]\n"), format!("{a}\n{b}")]
    {
        desk.put("day.json", &array).put("array.jsonl", &array);
        let fed = desk.feed("extract -", array.as_bytes()).fine();
        for ran in
            [desk.run("extract day.json").fine(), desk.run("extract array.jsonl").fine(), fed]
        {
            assert_eq!((ran.ids(), texts(&ran.records())), (lines.ids(), texts(&lines.records())));
        }
    }
    desk.put("one.json", format!("{{\n{}", &a[1..]));
    assert_eq!(desk.run("code one.json").fine().ids(), ["a"]);
    desk.put("cut.json", format!("[{a},\n12,\n{b}"));
    let told =
        ["verbale: cut.json:2: not a JSON object", "verbale: cut.json:3: the array does not end"];
    assert_eq!(desk.run("extract cut.json").ends(1, &told).ids(), ["a", "b"]);
    assert_eq!(
        desk.feed("extract --input text -", b"[{\"a\"").fine().records()[0]["doc"]["text"],
        "[{\"a\""
    );
}

#[test]
fn keys_that_nobody_reads_are_named_once() {
    let desk = Desk::new("inputs-keys");
    let more = [
        ",\"publishd_at\":\"2031-03-05\",\"title\":[\"Grain\"]",
        ",\"publishd_at\":\"2031-03-06\",\"published_at\":\"06/07/2031\"",
        ",\"published_at\":\"07/08/2031\",\"title\":\"Grain\"",
    ];
    let lines: Vec<_> = ["a", "b", "c"].iter().zip(more).map(|(id, more)| line(id, more)).collect();
    desk.put("day.jsonl", lines.join("\n"));
    let told = [
        "verbale: day.jsonl:1: `title` is no text and is left out (named once)",
        "verbale: day.jsonl:1: `publishd_at` is no key that is read; those are id, text, html, title, ",
        "verbale: day.jsonl:2: `published_at` is \"06/07/2031\", no full date; write it as 2024-06-21 (named once)",
    ];
    for command in ["extract", "code", "code -j 3", "parse", "atlas learn"] {
        desk.run(&format!("{command} day.jsonl")).ends(0, &told);
    }
    let records = desk.run("extract day.jsonl").records();
    let kinds = |record: &Value| {
        let notes = record["notes"].as_array().expect("a list");
        notes.iter().map(|n| n["kind"].as_str().expect("a kind").to_string()).collect::<Vec<_>>()
    };
    assert_eq!(kinds(&records[0]), ["no-date"], "what says nothing of the story is in no record");
    assert_eq!(kinds(&records[1]), ["date", "no-date"]);
    desk.put("none.jsonl", "{\"headline\":\"Grain\",\"body\":\"Rain fell.\"}");
    let told = "none.jsonl:1: neither `text` nor `html` in this object; it has `body`, `headline`";
    desk.run("code none.jsonl").ends(1, &[told]);
}

#[test]
fn what_is_given_is_said_of_what_does_not_say_it() {
    let desk = Desk::new("inputs-given");
    let given = "--published 2031-03-05 --outlet Reuters";
    let doc = |line: &str| desk.run(line).fine().records()[0]["doc"].clone();
    let said = |doc: &Value| (doc["published_at"].clone(), doc["outlet"]["name"].clone());
    let both = (Value::from("2031-03-05"), Value::from("Reuters"));
    desk.put("a.txt", STORY);
    for command in ["code", "extract"] {
        assert_eq!(said(&doc(&format!("{command} {given} a.txt"))), both);
    }
    let event = desk.run(&format!("code {given} a.txt")).fine().records()[0]["events"][0].clone();
    assert_eq!(event["date"]["value"], "2031-03-03", "the Monday before");
    let addressed = doc("code --url https://news.example/2031/03/05/grain a.txt");
    assert_eq!(addressed["url"], "https://news.example/2031/03/05/grain");
    assert_eq!(addressed["published_at"], "2031-03-05");
    desk.put("day.jsonl", line("a", ",\"published_at\":\"2030-01-02\",\"outlet\":\"TASS\""));
    assert_eq!(
        said(&doc(&format!("extract {given} day.jsonl"))),
        ("2030-01-02".into(), "TASS".into())
    );
    desk.put("bare.jsonl", line("a", ""));
    assert_eq!(said(&doc(&format!("extract {given} bare.jsonl"))), both);
    let page = |head: &str| {
        format!("<html><head>{head}</head><body><article><p>{STORY}</p></article></body></html>")
    };
    desk.put("bare.html", page(""));
    assert_eq!(said(&doc(&format!("extract {given} bare.html"))), both);
    let meta = "<meta property=\"article:published_time\" content=\"2030-01-02T08:00:00Z\">\
        <meta property=\"og:site_name\" content=\"Example Gazette\">";
    desk.put("page.html", page(meta));
    let own = ("2030-01-02T08:00:00Z".into(), "Example Gazette".into());
    assert_eq!(said(&doc(&format!("extract {given} page.html"))), own);
    let told = desk.run(&format!("explain {given} a.txt e1")).fine();
    assert!(told.text().contains("2031-03-03"), "{}", told.text());
    let learnt = desk
        .put("b.txt", "Kenyan Foreign Minister Ada Example spoke.")
        .run("atlas learn --published 2031-03-05 b.txt");
    assert!(learnt.fine().text().contains("2031-03-05"));
}

#[test]
fn gzip_with_bytes_behind_its_end() {
    let desk = Desk::new("inputs-gzip");
    let told = "there are bytes behind the end of this gzip file; they were not read";
    let (padded, followed) = (vec![0; 600], b"and so on".to_vec());
    desk.put("padded.txt.gz", [packed(STORY.as_bytes()), padded].concat());
    desk.put("a.txt.gz", [packed(STORY.as_bytes()), followed.clone()].concat());
    desk.put("b.jsonl.gz", [packed(line("b", "").as_bytes()), followed].concat());
    assert_eq!(desk.run("code padded.txt.gz").fine().ids(), ["padded"]);
    let ran = desk.run("code a.txt.gz").ends(1, &[&format!("verbale: a.txt.gz: {told}")]);
    assert_eq!(ran.records()[0]["doc"]["text"], STORY);
    assert_eq!(
        desk.run("code b.jsonl.gz").ends(1, &[&format!("verbale: b.jsonl.gz: {told}")]).ids(),
        ["b"]
    );
    let mut broken = packed(STORY.as_bytes());
    broken[12] ^= 0xFF;
    desk.put("c.txt.gz", broken)
        .run("code c.txt.gz")
        .ends(1, &["verbale: c.txt.gz: damaged gzip file"]);
}

#[test]
fn letters_of_two_and_four_bytes() {
    let desk = Desk::new("inputs-wide");
    let four = |mark: &[u8], bytes: fn(u32) -> [u8; 4]| {
        [mark, &STORY.chars().flat_map(|c| bytes(c.into())).collect::<Vec<u8>>()].concat()
    };
    let two: Vec<u8> = STORY.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [&b"\xFF\xFE"[..], &two].concat();
    desk.put("two.txt", &marked)
        .put("little.txt", four(b"\xFF\xFE\0\0", u32::to_le_bytes))
        .put("big.txt", four(b"\0\0\xFE\xFF", u32::to_be_bytes))
        .put("bare.txt", &two)
        .put("two.jsonl", &marked);
    let ran = desk.run("code two.txt little.txt big.txt").fine();
    assert!(ran.records().iter().all(|record| record["doc"]["text"] == STORY));
    desk.run("code bare.txt")
        .ends(1, &["bare.txt: binary data, or UTF-16 without its byte-order mark"]);
    desk.run("code two.jsonl")
        .ends(1, &["two.jsonl: JSON must be UTF-8; turn it into that (iconv "]);
}
