//! The commands over a store: what is added is there once, is found again, and outlives what is damaged.

use crate::program::{Desk, Ran, STORY};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;

/// Lines of JSON: a story in each of two months, one without a day, one in somebody's words.
const DAY: &str = r#"{"id":"grain","url":"https://news.example/grain","published_at":"2031-03-05","outlet":"Lake Herald","text":"Kenya thanked Uganda for the grain on Monday."}
{"id":"border","url":"https://news.example/border","published_at":"2031-04-02","text":"Peru accused Ecuador of closing the border, Peru's foreign minister Rosa Quispe said."}
{"id":"undated","url":"https://news.example/undated","text":"Ghana criticized Togo over the harbour."}
"#;

fn desk(name: &str) -> Desk {
    let desk = Desk::new(name);
    desk.put("day.jsonl", DAY).run("add -q store day.jsonl").fine();
    desk
}

/// Rows of the answer to SQL.
#[track_caller]
fn sql(desk: &Desk, statement: &str) -> Vec<Value> {
    desk.run_words(&["query", "store", "--format", "json", "--sql", statement]).fine().records()
}

/// Files below a folder with their bytes, by path; the ledger's own are left out.
fn tables(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(tables(&path));
        } else if path.extension().is_some_and(|e| e == "parquet" || e == "unfinished") {
            found.insert(path.clone(), fs::read(path).expect("a file"));
        }
    }
    found
}

fn sound(desk: &Desk) -> Ran {
    let ran = desk.run("verify store").fine();
    assert!(ran.text().starts_with("store: sound; "), "{}", ran.text());
    ran
}

#[test]
fn what_is_added_twice_is_there_once() {
    let desk = Desk::new("store-twice");
    desk.put("day.jsonl", DAY);
    let told = ["3 documents added to store, 0 were there, 0 skipped"];
    desk.run("add store day.jsonl").ends(0, &told);
    let before = (tables(&desk.path("store")), sound(&desk).out, desk.run("export store").out);
    assert_eq!(before.0.len(), 3 * 10, "a file a table in each of three partitions");
    let told = ["0 documents added to store, 3 were there, 0 skipped"];
    desk.run("add store day.jsonl").ends(0, &told);
    desk.put("again.jsonl", format!("{DAY}{DAY}"));
    let told = ["0 documents added to store, 6 were there, 0 skipped"];
    desk.run("add -j 3 store again.jsonl").ends(0, &told);
    let after = (tables(&desk.path("store")), sound(&desk).out, desk.run("export store").out);
    assert_eq!(before, after);
}

#[test]
fn a_document_that_comes_twice_in_one_run_is_there_once() {
    let desk = Desk::new("store-run");
    desk.put("a.jsonl", format!("{DAY}{DAY}"));
    desk.run("add store a.jsonl").ends(0, &["3 documents added to store, 3 were there, 0 skipped"]);
    desk.put("b.txt", STORY).put("c.txt", STORY);
    let told = ["2 documents added to store, 0 were there, 0 skipped"];
    desk.run("add store b.txt c.txt").ends(0, &told);
    sound(&desk);
}

#[test]
fn the_store_has_the_records_that_code_writes() {
    let desk = desk("store-same");
    let coded = desk.run("code day.jsonl").fine();
    assert_eq!(desk.run("export store").fine().out, coded.out);
    desk.run("code -q --format csv -o coded day.jsonl").fine();
    desk.run("export -q --format csv -o exported store").fine();
    assert_eq!(desk.get("coded/events.csv"), desk.get("exported/events.csv"));
    let query = desk.run("query store --format csv").fine();
    let rows = |bytes: &[u8]| {
        let text = String::from_utf8(bytes.to_vec()).expect("UTF-8");
        let mut rows: Vec<String> = text.lines().map(str::to_string).collect();
        rows.sort();
        rows
    };
    assert_eq!(rows(&query.out), rows(&desk.get("coded/events.csv")));
    let told = ["exported/documents.csv exists; --overwrite replaces it"];
    desk.run("export --format csv -o exported store").ends(1, &told);
}

#[test]
fn the_same_inputs_make_the_same_tables_with_any_number_of_threads() {
    let desk = desk("store-threads");
    desk.run("add -q -j 1 one day.jsonl").fine();
    desk.run("add -q -j 4 four day.jsonl").fine();
    let names = |folder: &str| -> BTreeMap<String, Vec<u8>> {
        let of = |path: PathBuf| {
            path.strip_prefix(desk.path(folder)).expect("below").display().to_string()
        };
        tables(&desk.path(folder)).into_iter().map(|(path, bytes)| (of(path), bytes)).collect()
    };
    assert_eq!(names("one"), names("four"));
    assert!(names("one").contains_key("events/month=2031-03/part-000001.parquet"));
    assert!(names("one").keys().any(|k| k.contains("month=__HIVE_DEFAULT_PARTITION__/")));
}

#[test]
fn questions_find_events() {
    let desk = desk("store-query");
    let check = |words: &[&str], want: &[&str]| {
        let line: Vec<&str> =
            ["query", "store", "--format", "json"].iter().chain(words).copied().collect();
        let found = desk.run_words(&line).fine().records();
        let ids: Vec<&str> = found.iter().map(|r| r["doc_id"].as_str().expect("an id")).collect();
        assert_eq!(ids, want, "{words:?}");
    };
    check(&["--who", "KEN"], &["grain"]);
    check(&["--whom", "UGA"], &["grain"]);
    check(&["--who", "KEN", "--whom", "UGA"], &["grain"]);
    check(&["--who", "UGA"], &[]);
    check(&["--who", "KEN.GOV"], &[]);
    check(&["--who", "kenya", "--whom", "Uganda"], &["grain"]);
    check(&["--type", "accuse"], &["undated", "border"]);
    check(&["--type", "coerce", "--type", "accuse", "--who", "ECU"], &["border"]);
    check(&["--voice", "PER.GOV"], &["border", "border"]);
    check(&["--voice", "Rosa Quispe", "--type", "coerce"], &["border"]);
    check(&["--voice", "outlet"], &["undated", "grain"]);
    check(&["--since", "2031-03-01", "--until", "2031-03-31"], &["grain"]);
    check(&["--since", "2031-04", "--who", "PER"], &["border"]);
    check(&["--text", "grain monday"], &["grain"]);
    check(&["--text", "\"the grain\""], &["grain"]);
    check(&["--text", "\"grain the\""], &[]);
    check(&["--limit", "1"], &["undated"]);
    let table = desk.run("query store --who PER").fine();
    let line = table.text().lines().nth(1).expect("an event").to_string();
    for part in
        ["2031-04-02", "ACCUSE", "Peru (PER)", "Ecuador (ECU)", "Rosa Quispe (PER.GOV.MFA)", "#e1"]
    {
        assert!(line.contains(part), "{part}: {line}");
    }
}

#[test]
fn counts_are_those_of_the_events() {
    let desk = desk("store-count");
    let count = |words: &str| desk.run(&format!("query store --format csv {words}")).fine();
    let months = count("--count month --who KEN --whom UGA");
    assert_eq!(
        months.text(),
        "month,events,claims,denied,intensity,merged,sourced,sources_least,sources_most\n2031-03,1,0,0,5,1,0,1,1\n"
    );
    assert_eq!(count("--count who").text().lines().count(), 5, "a head and four states");
    for (by, column) in [("type", "type"), ("month", "coalesce(substr(day, 1, 7), '')")] {
        let sum = format!("SELECT {column} AS k, count(*) AS n FROM events GROUP BY k ORDER BY k");
        let want: BTreeMap<String, i64> = sql(&desk, &sum)
            .iter()
            .map(|r| (r["k"].as_str().expect("a key").into(), r["n"].as_i64().expect("a number")))
            .collect();
        let got: BTreeMap<String, i64> = desk
            .run(&format!("query store --format json --count {by}"))
            .fine()
            .records()
            .iter()
            .map(|r| (r[by].as_str().unwrap_or("").into(), r["events"].as_i64().expect("a number")))
            .collect();
        assert_eq!(got, want);
    }
    desk.run("query store --count month --place Nairobi").ends(2, &["counts know codes"]);
}

#[test]
fn sql_reads_and_changes_nothing() {
    let desk = desk("store-sql");
    let rows = sql(&desk, "SELECT type, claim FROM events WHERE type = 'COERCE'");
    assert_eq!(rows, [serde_json::json!({"type": "COERCE", "claim": 1})]);
    for wrong in ["DELETE FROM events", "SELEC 1", "PRAGMA user_version = 7"] {
        let ran = desk.run_words(&["query", "store", "--sql", wrong]);
        assert_eq!(ran.code, 2, "{wrong}: {}", ran.err);
    }
    assert_eq!(sql(&desk, "SELECT count(*) AS n FROM events")[0]["n"], 4);
    sound(&desk);
}

#[test]
fn show_tells_reports_voices_and_words() {
    let desk = desk("store-show");
    let doc = desk.run("show store border").fine();
    for part in
        ["border, 2031-04-02", "https://news.example/border", "ACCUSE Peru (PER) -> Ecuador (ECU)"]
    {
        assert!(doc.text().contains(part), "{part}: {}", doc.text());
    }
    let key = doc.text().split_whitespace().next().expect("a key").to_string();
    let event = desk.run(&format!("show store {key}#e1")).fine();
    for part in ["1 report", "Peru accused Ecuador of closing the border", "voice 1: Rosa Quispe"] {
        assert!(event.text().contains(part), "{part}: {}", event.text());
    }
    assert_eq!(desk.run("show store https://news.example/border").fine().out, doc.out);
    desk.run("show store nobody").ends(1, &["no document has this key"]);
    desk.run(&format!("show store {key}#e9")).ends(1, &["there is no such event"]);
}

#[test]
fn a_damaged_table_is_named_and_made_again() {
    let desk = desk("store-damaged");
    let before = tables(&desk.path("store"));
    let name = "events/month=2031-03/part-000001.parquet";
    let mut bytes = desk.get(&format!("store/{name}"));
    bytes[20] ^= 1;
    desk.put(&format!("store/{name}"), &bytes);
    let lost = "voices/month=2031-04/part-000002.parquet";
    fs::remove_file(desk.path("store").join(lost)).expect("a file");
    let told = [format!("{name}: damaged"), format!("{lost}: lost")];
    let ran = desk.run("verify store").ends(1, &[&told[0], &told[1]]);
    assert!(ran.text().contains("2 faults"), "{}", ran.text());
    assert_eq!(
        desk.run("query store --format json").fine().records().len(),
        4,
        "the rest is usable"
    );
    desk.run("gc store").ends(0, &["store: 3 parts; 2 made again, 0 joined to others"]);
    assert_eq!(tables(&desk.path("store")), before);
    sound(&desk);
}

#[test]
fn a_damaged_ledger_is_named() {
    let desk = desk("store-ledger");
    let bytes = desk.get("store/ledger.sqlite");
    desk.put("store/ledger.sqlite", vec![b'x'; bytes.len()]);
    for line in ["verify store", "query store", "add store day.jsonl", "export store", "gc store"] {
        desk.run(line).ends(1, &["store/ledger.sqlite: damaged"]);
    }
    desk.put("store/ledger.sqlite", &bytes[..bytes.len() / 2]);
    let ran = desk.run("verify store");
    assert!(ran.code == 1 && ran.err.contains("ledger.sqlite"), "{}", ran.err);
}

#[test]
fn gc_joins_the_parts_of_a_month() {
    let desk = Desk::new("store-gc");
    for (n, line) in DAY.lines().enumerate() {
        let moved = line.replace("2031-04-02", "2031-03-09");
        desk.put(&format!("{n}.jsonl"), moved).run(&format!("add -q store {n}.jsonl")).fine();
    }
    let before = desk.run("export store").fine().out;
    assert_eq!(tables(&desk.path("store")).len(), 3 * 10);
    desk.run("gc store").ends(0, &["store: 2 parts; 0 made again, 1 joined to others"]);
    assert_eq!(tables(&desk.path("store")).len(), 2 * 10);
    assert_eq!(desk.run("export store").fine().out, before);
    desk.run("gc -q store").fine();
    sound(&desk);
}

#[test]
fn what_is_no_store_is_told() {
    let desk = Desk::new("store-none");
    desk.put("other/letter.txt", "Dear all").put("day.jsonl", DAY);
    for line in
        ["verify other", "query other", "show other x", "export other", "gc other", "recode other"]
    {
        desk.run(line).ends(1, &["other: no store is here; `verbale add` makes one"]);
    }
    desk.run("add other day.jsonl").ends(1, &["other: a folder with other things in it"]);
    desk.put(
        "foreign/ledger.sqlite",
        "no database at all, but long enough to look like a file of one",
    )
    .run("verify foreign")
    .ends(1, &["foreign/ledger.sqlite: damaged"]);
    desk.put("bad.jsonl", "{}\n").run("add store bad.jsonl").ends(
        1,
        &[
            "bad.jsonl:1: neither `text` nor `html`",
            "0 documents added to store, 0 were there, 1 skipped",
        ],
    );
    sound(&desk);
}

#[test]
fn what_other_tables_code_otherwise_is_coded_again() {
    let desk = desk("store-recode");
    let own =
        "name\taliases\tcountry\toffice\tfrom\tto\tsource\nRosa Quispe\t\tPER\tJUD\t\t\tours\n";
    desk.put("persons-mine.tsv", format!("# source: ours; licence: CC0-1.0\n{own}"));
    let told = ["0 documents coded again, 0 with other records, 0 skipped"];
    let before = desk.run("export store").fine().out;
    desk.run("recode store").ends(0, &told);
    assert_eq!(desk.run("export store").fine().out, before);
    let told = ["3 documents coded again, 0 with other records, 0 skipped"];
    let more =
        "name\taliases\tcountry\toffice\tfrom\tto\tsource\nAma Nobody\t\tGHA\tJUD\t\t\tours\n";
    desk.put("persons-more.tsv", format!("# source: ours; licence: CC0-1.0\n{more}"));
    desk.run("recode --atlas persons-more.tsv store").ends(0, &told);
    assert_eq!(desk.run("export store").fine().out, before, "the text tells the same again");
    desk.run("code -q --format jsonl -o new.jsonl --atlas persons-mine.tsv day.jsonl").fine();
    let ran = desk.run("recode --atlas persons-mine.tsv store");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(desk.run("export store").fine().out, desk.get("new.jsonl"));
    sound(&desk);
}

/// Stories of one event each, enough of them for several groups.
fn many(n: usize) -> String {
    let line = |n| {
        let day = format!("2031-{:02}-{:02}", n % 12 + 1, n % 28 + 1);
        format!(
            "{{\"id\":\"{n}\",\"url\":\"https://news.example/{n}\",\"published_at\":\"{day}\",\"text\":{STORY:?}}}\n"
        )
    };
    (0..n).map(line).collect()
}

#[test]
fn a_run_that_is_killed_loses_nothing_and_nothing_comes_twice() {
    let desk = Desk::new("store-killed");
    desk.put("many.jsonl", many(700)).run("add -q whole many.jsonl").fine();
    let told = |store: &str| {
        let table = |table| desk.run(&format!("export --table {table} {store}")).fine().out;
        [
            desk.run(&format!("export {store}")).fine().out,
            table("stories"),
            table("reports"),
            table("merged"),
        ]
    };
    let whole = told("whole");
    for delay in [1, 60, 150, 250, 400, 600, 900] {
        let mut child = desk.start(&["add", "-q", "store", "many.jsonl"]);
        thread::sleep(Duration::from_millis(delay));
        child.kill().expect("a process of ours");
        child.wait().expect("it ends");
        let ran = desk.run("verify -q store");
        let begun =
            desk.path("store/ledger.sqlite").exists() && !ran.err.contains("no store is here");
        assert!(!begun || ran.code == 0, "{delay}: {}", ran.err);
    }
    desk.run("add -q store many.jsonl").fine();
    assert!(told("store") == whole, "records, stories or merged events are others");
    sound(&desk);
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_keeps_what_it_has_and_goes_on() {
    let desk = Desk::new("store-interrupted");
    let mut child = desk.start(&["add", "--input", "jsonl", "store", "-"]);
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(many(3).as_bytes()).expect("read");
    stdin.write_all(b"no JSON\n").expect("read");
    let mut stderr = BufReader::new(child.stderr.take().expect("a pipe"));
    let mut told = String::new();
    stderr.read_line(&mut told).expect("text");
    assert!(told.contains("not a JSON object"), "{told}");
    let kill = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(kill.expect("kill runs").success());
    assert_eq!(child.wait().expect("it ends").code(), Some(130));
    drop(stdin);
    assert_eq!(sql(&desk, "SELECT count(*) AS n FROM documents")[0]["n"], 3);
    desk.put("many.jsonl", many(5));
    let told = ["2 documents added to store, 3 were there, 0 skipped"];
    desk.run("add store many.jsonl").ends(0, &told);
    sound(&desk);
}
