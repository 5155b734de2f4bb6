//! `verbale atlas`: who is who, contradictions, and titles learnt from stories.

use crate::program::{Desk, STORY, records};

const OWN: &str =
    "name\tcountry\toffice\tfrom\tto\nAda Example\tKEN\tGOV.MFA\t2030-01-01\t2039-12-31\n";

#[test]
fn names_at_dates() {
    let desk = Desk::new("atlas-lookup");
    let first = |name: &str, date: &str, want: &str| {
        let ran = desk.run_words(&["atlas", "lookup", name, "--date", date]).fine();
        let line = ran.text().lines().next().expect("a line").to_string();
        assert!(line.ends_with(want), "{name} at {date}: {line}");
    };
    first("NATO", "2020-04-01", "IGO.NATO");
    first("Boris Johnson", "2017-01-01", "GBR.GOV.MFA");
    first("Boris Johnson", "2022-01-01", "GBR.GOV.PM");
    let json = desk.run("atlas lookup NATO --date 2020-04-01 --json").fine();
    let found = &records(json.text())[0];
    assert_eq!(found["code"], "IGO.NATO");
    assert_eq!(found["members"].as_array().map(Vec::len), Some(30));
    let open = desk.run_words(&["atlas", "lookup", "Boris Johnson"]).fine();
    assert!(open.text().contains("GBR.GOV.MFA 2016"), "no terms: {}", open.text());
}

#[test]
fn nobody_is_told() {
    let desk = Desk::new("atlas-nobody");
    desk.run("atlas lookup Xyzzy").ends(1, &["nobody and nothing called \"Xyzzy\""]);
    desk.run("atlas lookup Xyzzy --date 2020-04-01").ends(1, &["called \"Xyzzy\" at 2020-04-01"]);
}

#[test]
fn own_rows_win() {
    let desk = Desk::new("atlas-own");
    let rows = OWN.replace("Ada Example", "Sergei Lavrov");
    desk.put("persons-mine.tsv", rows)
        .put("mine.tsv", OWN)
        .put("persons-bad.tsv", "name\n\tx\ty\n");
    let words = ["atlas", "lookup", "Sergei Lavrov", "--date", "2031-01-01"];
    let own = [&words[..], &["--atlas", "persons-mine.tsv"]].concat();
    let ran = desk.run_words(&own).fine();
    assert!(
        ran.text().lines().next().is_some_and(|l| l.ends_with("KEN.GOV.MFA")),
        "{}",
        ran.text()
    );
    let check = |line: &str, told: &str| drop(desk.run(line).ends(1, &[told]));
    check("atlas lookup NATO --atlas missing.tsv", "verbale: missing.tsv: ");
    check("atlas lookup NATO --atlas mine.tsv", "the name must begin with that of the table");
    check("atlas lookup NATO --atlas persons-bad.tsv", "persons-bad.tsv, line 2");
}

#[test]
fn contradictions_are_listed() {
    let desk = Desk::new("atlas-check");
    let well = |line: &str| {
        let ran = desk.run(line).fine();
        assert!(ran.text().starts_with("no contradiction: 2"), "{}", ran.text());
        assert_eq!(ran.text().lines().count(), 1);
    };
    well("atlas check");
    desk.put("persons-mine.tsv", OWN);
    well("atlas check --atlas persons-mine.tsv");
    desk.put("outlets.tsv", "name\tkind\tdomain\nExample Gazette\toutlet\tbbc.co.uk\n");
    let ran = desk.run("atlas check --atlas outlets.tsv");
    let ran = ran.ends(1, &["the atlas contradicts itself in 1 places"]);
    assert!(ran.text().starts_with("bbc.co.uk: both "), "{}", ran.text());
}

/// What is wrong with a row is told in the same words by whatever reads it, with its file and line.
#[test]
fn rows_that_are_wrong_are_refused_by_every_command() {
    let desk = Desk::new("atlas-wrong");
    desk.put("a.txt", STORY);
    let check = |file: &str, rows: &str, told: &str| {
        desk.put(file, rows);
        for command in ["atlas check", "atlas lookup NATO", "atlas learn a.txt", "code a.txt"] {
            let ran = desk.run(&format!("{command} --atlas {file}"));
            let ran = ran.ends(1, &[&format!("verbale: table {file}, {told}")]);
            assert!(ran.out.is_empty(), "{command}");
        }
    };
    let rows = format!("# mine\n{OWN}");
    let lost = "line 3: no state has the code `ZZZ`";
    check("persons-a.tsv", &rows.replace("KEN", "ZZZ"), lost);
    let reversed = "line 3: it ends (2039-12-31) before it begins (2041)";
    check("mine/persons-b.tsv", &rows.replace("2030-01-01", "2041"), reversed);
    let no_date = "line 3: `2030-02-30` under `from` is no date such as 2013-05-04";
    check("persons-c.tsv", &rows.replace("2030-01-01", "2030-02-30"), no_date);
    let column = "line 2: no column `offices` is read; known are name, ";
    check("persons-d.tsv", &rows.replace("office", "offices"), column);
    let place = "geonameid\tname\tiso3\tlat\tlon\n1\tXO\tKEN\t-95.2\t36\n";
    check("places.tsv", place, "line 2: `-95.2` under `lat` is no number of degrees");
    let commas = rows.replace('\t', ",");
    check(
        "persons-e.tsv",
        &commas,
        "line 2: column `name` is missing; the columns are separated by commas",
    );
    let giant = format!("{OWN}{}\tKEN\n", "x".repeat(1 << 20));
    check("persons-f.tsv", &giant, "line 3: a cell of more than 128 KB; make several rows of it");
}

#[test]
fn tables_of_spreadsheets() {
    let desk = Desk::new("atlas-encodings");
    let wide: Vec<u8> = OWN.encode_utf16().flat_map(u16::to_le_bytes).collect();
    desk.put("persons-mark.tsv", format!("\u{feff}{}", OWN.replace('\n', "\r\n")))
        .put("persons-wide.tsv", [&b"\xFF\xFE"[..], &wide].concat())
        .put("persons-latin.tsv", [OWN.as_bytes(), b"Jos\xE9 Example\tKEN\n"].concat());
    let words = ["atlas", "lookup", "Ada Example", "--atlas", "persons-mark.tsv"];
    assert!(desk.run_words(&words).fine().text().contains("KEN.GOV.MFA"));
    let check = |file: &str, told: &str| {
        drop(desk.run(&format!("atlas check --atlas {file}")).ends(1, &[told]));
    };
    check(
        "persons-wide.tsv",
        "verbale: persons-wide.tsv: UTF-16 or no text at all; save the table as UTF-8",
    );
    check(
        "persons-latin.tsv",
        "verbale: persons-latin.tsv: line 3 is not UTF-8; save the table as UTF-8",
    );
}

#[test]
fn titles_are_learnt_and_handed_back() {
    let desk = Desk::new("atlas-learn");
    let line = |day: &str| {
        let text = "Kenyan Foreign Minister Ada Example opened the talks in Nairobi.";
        format!("{{\"id\":\"{day}\",\"published_at\":\"{day}\",\"text\":\"{text}\"}}\n")
    };
    desk.put("days.jsonl", line("2031-03-05") + &line("2031-04-01"));
    let ran = desk.run("atlas learn days.jsonl").fine();
    let rows: Vec<Vec<&str>> = ran
        .text()
        .lines()
        .filter(|l| !l.starts_with('#'))
        .map(|l| l.split('\t').collect())
        .collect();
    assert_eq!(rows.len(), 2, "{}", ran.text());
    let cell = |name: &str| rows[1][rows[0].iter().position(|c| *c == name).expect(name)];
    assert_eq!((cell("name"), cell("country"), cell("office")), ("Ada Example", "KEN", "GOV.MFA"));
    assert_eq!((cell("from"), cell("last"), cell("count")), ("2031-03-05", "2031-04-01", "2"));
    assert_eq!(desk.run("atlas learn --least 3 days.jsonl").fine().text().lines().count(), 2);
    desk.put("persons-learnt.tsv", &ran.out);
    let again = desk.run("atlas learn --atlas persons-learnt.tsv days.jsonl").fine();
    assert_eq!(again.text().lines().count(), 2, "what the atlas knows is left out");
    let later =
        "{\"id\":\"x\",\"published_at\":\"2031-03-20\",\"text\":\"Ada Example thanked Uganda.\"}";
    let code = |more: &str| {
        let ran = desk.feed(&format!("code --input jsonl {more} -"), later.as_bytes()).fine();
        let mention = ran.records()[0]["mentions"][0].clone();
        (mention["text"].clone(), mention["code"].clone())
    };
    assert_eq!(code("").1, serde_json::Value::Null);
    let learnt = code("--atlas persons-learnt.tsv");
    assert_eq!(learnt, ("Ada Example".into(), "KEN.GOV.MFA".into()));
}
