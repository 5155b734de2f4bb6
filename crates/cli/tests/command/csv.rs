//! Tables as CSV: safe in a spreadsheet, and the same to every program that reads them.

use crate::program::{Desk, STORY};
use serde_json::Value;
use std::fs;

/// A story whose every word could be a formula.
fn hostile() -> String {
    let story = serde_json::json!({
        "id": "=1+1", "title": "@SUM(A1:A9)", "url": "-2+3", "byline": "\t=9",
        "text": "=HYPERLINK(\"http://x.example\") Kenya thanked Uganda.\n\n'+1+1' Chile thanked Peru.\n",
    });
    story.to_string()
}

/// The cells of a column, whichever table has it.
fn of<'c>(cells: &'c [(String, String)], name: &str) -> Vec<&'c str> {
    cells.iter().filter(|(column, _)| column == name).map(|(_, text)| text.as_str()).collect()
}

/// Every cell of every table, with the name of its column.
fn cells(desk: &Desk) -> Vec<(String, String)> {
    let mut all = Vec::new();
    let files = fs::read_dir(desk.path("tables")).expect("a folder").flatten();
    for path in files.map(|f| f.path()).filter(|p| p.extension().is_some_and(|e| e == "csv")) {
        let mut reader = csv::Reader::from_path(path).expect("a table");
        let header = reader.headers().expect("a header").clone();
        for row in reader.records() {
            let row = row.expect("a row");
            all.extend(header.iter().zip(&row).map(|(c, t)| (c.to_string(), t.to_string())));
        }
    }
    all
}

#[test]
fn no_cell_is_a_formula() {
    let desk = Desk::new("csv-formulas");
    desk.put("day.jsonl", hostile()).run("code -q --format csv -o tables day.jsonl").fine();
    let cells = cells(&desk);
    let live =
        |text: &str| text.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t', '\r']);
    for (column, text) in &cells {
        let harmless = text == "+" || text == "-" || text.parse::<f64>().is_ok();
        assert!(harmless || !live(text), "{column}: {text}");
    }
    assert_eq!(of(&cells, "doc_id")[0], "'=1+1");
    assert_eq!(of(&cells, "title")[0], "'@SUM(A1:A9)");
    let start = "'=HYPERLINK(\"http://x.example\") Kenya";
    assert!(of(&cells, "text").iter().any(|text| text.starts_with(start)));
}

/// A code stays text, a truth is one, and a list is joined, without a word to the reader.
#[test]
fn values_are_what_they_are_to_every_reader() {
    let desk = Desk::new("csv-values");
    desk.put(
        "a.txt",
        "Ghana agreed to lend Togo two ships, Togo said.\n\nKenya agreed to a truce.\n",
    );
    desk.run("code -q --format csv -o tables a.txt").fine();
    let cells = cells(&desk);
    let codes = of(&cells, "cameo");
    assert!(codes.len() > 1 && codes.iter().all(|c| c.starts_with("cameo:0")), "{codes:?}");
    let claims = of(&cells, "claim");
    assert!(claims.contains(&"TRUE") && claims.contains(&"FALSE"), "{claims:?}");
    assert!(claims.iter().all(|claim| ["TRUE", "FALSE"].contains(claim)));
}

#[test]
fn a_byte_order_mark_only_where_asked_for() {
    let desk = Desk::new("csv-bom");
    desk.put("a.txt", STORY);
    desk.run("code -q --format csv -o plain a.txt").fine();
    desk.run("code -q --format csv --bom -o marked a.txt").fine();
    for table in ["documents.csv", "events.csv", "voices.csv"] {
        let plain = desk.get(&format!("plain/{table}"));
        let marked = desk.get(&format!("marked/{table}"));
        assert!(plain.starts_with(b"doc_key,"), "{table}");
        assert_eq!(marked, ["\u{feff}".as_bytes(), &plain].concat(), "{table}");
    }
    for format in ["jsonl", "parquet", "html"] {
        let ran = desk.run(&format!("code --format {format} --bom -o out a.txt"));
        ran.ends(2, &["--bom is for CSV files; add --format csv"]);
    }
}

/// What describes the tables names them as they are.
#[test]
fn a_data_package_describes_the_tables() {
    let desk = Desk::new("csv-package");
    desk.put("a.txt", STORY).run("code -q --format csv -o tables a.txt").fine();
    let package: Value =
        serde_json::from_slice(&desk.get("tables/datapackage.json")).expect("JSON");
    let resources = package["resources"].as_array().expect("resources");
    assert_eq!(resources.len(), 7);
    for resource in resources {
        let path = desk.path("tables").join(resource["path"].as_str().expect("a path"));
        let mut reader = csv::Reader::from_path(path).expect("a table");
        let header: Vec<String> =
            reader.headers().expect("a header").iter().map(str::to_string).collect();
        let fields = resource["schema"]["fields"].as_array().expect("fields");
        let names: Vec<&str> = fields.iter().map(|f| f["name"].as_str().expect("a name")).collect();
        assert_eq!(names, header, "{}", resource["name"]);
    }
    let events = &resources[3]["schema"];
    assert_eq!(events["primaryKey"], serde_json::json!(["doc_key", "event_id"]));
    let of = |name: &str| {
        events["fields"].as_array().and_then(|all| all.iter().find(|f| f["name"] == name))
    };
    let polarity = of("polarity").expect("a field");
    assert_eq!(polarity["constraints"]["enum"], serde_json::json!(["+", "-"]));
    assert_eq!(of("claim").expect("a field")["type"], "boolean");
}
