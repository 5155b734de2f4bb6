//! `verbale atlas`: who is who, contradictions, and titles learnt from stories.

use crate::program::{Desk, records};

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
    assert_eq!(desk.run("atlas check").fine().text(), "");
    desk.put("persons-mine.tsv", OWN);
    assert_eq!(desk.run("atlas check --atlas persons-mine.tsv").fine().text(), "");
    desk.put("persons-bad.tsv", OWN.replace("KEN", "ZZZ"));
    let ran = desk.run("atlas check --atlas persons-bad.tsv");
    let ran = ran.ends(1, &["the atlas contradicts itself in 1 places"]);
    assert_eq!(ran.text(), "Ada Example, ZZZ.GOV.MFA: no such state\n");
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
