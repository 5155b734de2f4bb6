//! Tables of POLECAT and GDELT: their columns are those that `docs/peers.md` tells, and what is somebody's
//! word, planned or denied is in them only where it was asked for and the table says so.

use crate::program::{Desk, examples, root};
use std::collections::BTreeSet;
use std::fs;

/// A fact, a claim, a plan, a denial, a bare question; a party, a body, a town; an act of two.
const STORY: &str = "Chile thanked Peru on Monday.\n\n\
    Kenya said that Uganda had attacked Togo.\n\n\
    Ghana will send troops to Mali.\n\n\
    Kenyan Foreign Minister Amina Otieno visited Uganda on 3 March 2031.\n\n\
    Rebels shelled an army camp in Gao.\n\n\
    NATO accused Togo of lying. Togo met Benin in Lomé.\n\n\
    Tonga thanked Fijian Foreign Minister Ana Vula. Peru thanked the African Union.\n";

/// The columns that the page tells of a table, in order, and whether each is filled.
fn told(format: &str) -> Vec<(String, bool)> {
    let page = fs::read_to_string(root().join("docs/peers.md")).expect("the page");
    let heading = format!("\n## `{format}`\n");
    let part = page.split(heading.as_str()).nth(1).expect("a part of the page");
    let part = part.split("\n## ").next().expect("a part of the page");
    let rows = part.lines().filter_map(|line| line.strip_prefix("| `"));
    let row = |line: &str| {
        let (name, what) = line.split_once("` | ").unwrap_or((line.trim_end_matches("` | |"), ""));
        (name.to_string(), !what.starts_with("empty"))
    };
    rows.map(row).collect()
}

/// The rows of a table without its line of names, which `polecat` has.
fn rows(desk: &Desk, words: &str, format: &str) -> Vec<Vec<String>> {
    let ran = desk.run(&format!("{words} --format {format}"));
    assert_eq!(ran.code, 0, "{}", ran.err);
    let out = String::from_utf8(ran.out).expect("UTF-8");
    let cells = |line: &str| line.split('\t').map(str::to_string).collect();
    let mut rows: Vec<Vec<String>> = out.lines().map(cells).collect();
    if format == "polecat" {
        let names: Vec<String> = told(format).into_iter().map(|(name, _)| name).collect();
        assert_eq!(rows.remove(0), names, "the line of names is as the page tells");
    }
    rows
}

fn at(format: &str, column: &str) -> usize {
    told(format).iter().position(|(name, _)| name == column).expect(column)
}

fn desk(name: &str) -> Desk {
    let desk = Desk::new(name);
    desk.put("story.txt", STORY);
    desk
}

/// What a few columns of each row say.
fn cells(rows: &[Vec<String>], format: &str, columns: &[&str]) -> Vec<String> {
    let at: Vec<usize> = columns.iter().map(|c| at(format, c)).collect();
    let told = |row: &Vec<String>| {
        let cells: Vec<&str> = at.iter().map(|i| row[*i].as_str()).collect();
        cells.join(" ")
    };
    rows.iter().map(told).collect()
}

const CODE: &str = "code -q --published 2031-03-05 --outlet Meridian story.txt";

#[test]
fn columns_are_those_of_the_page_and_the_empty_ones_are_empty() {
    let desk = desk("peers-columns");
    let mut words = format!("{CODE} --url https://news.example/a --claims");
    for (format, n_columns) in [("polecat", 40), ("gdelt", 61)] {
        let columns = told(format);
        assert_eq!(columns.len(), n_columns);
        let rows = rows(&desk, &words, format);
        assert!(rows.len() > 4 && rows.iter().all(|row| row.len() == n_columns));
        for (at, (name, filled)) in columns.iter().enumerate() {
            let any = rows.iter().any(|row| !row[at].is_empty());
            // No county here; `days_places_and_codes` has towns.
            assert!(any == *filled || name == "District", "{name}: {any}");
        }
        words = words.replace(" --claims", "");
    }
}

#[test]
fn what_is_somebodys_word_is_no_fact() {
    let desk = desk("peers-claims");
    let columns = ["Actor Country", "Event Type", "Recipient Country"];
    let facts = rows(&desk, CODE, "polecat");
    let facts: BTreeSet<String> = cells(&facts, "polecat", &columns).into_iter().collect();
    assert!(facts.contains("CHL SUPPORT PER") && facts.contains("IGO ACCUSE TGO"), "{facts:?}");
    assert!(!facts.iter().any(|f| f.starts_with("UGA ASSAULT") || f.starts_with("GHA")));
    let columns = ["Actor1CountryCode", "EventRootCode", "Actor2CountryCode"];
    let gdelt = cells(&rows(&desk, CODE, "gdelt"), "gdelt", &columns);
    assert_eq!(gdelt.len(), rows(&desk, CODE, "polecat").len());
    assert!(gdelt.contains(&"CHL 05 PER".to_string()));
    assert!(!gdelt.iter().any(|f| f.starts_with("UGA 1") || f.starts_with("GHA")), "{gdelt:?}");
    let err = desk.run(&format!("{CODE} --format gdelt")).err;
    let told = "verbale: 2 events are not in the table: 1 somebody's word, 1 planned, possible or wished\n";
    assert_eq!(err, told);
}

#[test]
fn claims_come_in_where_asked_and_say_so() {
    let desk = desk("peers-asked");
    let with = rows(&desk, &format!("{CODE} --claims"), "polecat");
    let claim = |row: &&Vec<String>| row[at("polecat", "Version")].ends_with(" claim");
    let claims: Vec<Vec<String>> = with.iter().filter(claim).cloned().collect();
    let columns = ["Actor Country", "Event Type", "Recipient Country"];
    assert_eq!(cells(&claims, "polecat", &columns), ["UGA ASSAULT TGO"]);
    let facts: Vec<Vec<String>> = with.into_iter().filter(|row| !claim(&row)).collect();
    assert_eq!(facts, rows(&desk, CODE, "polecat"), "facts are as without them");
    let err = desk.run(&format!("{CODE} --format polecat")).err;
    assert!(err.ends_with("wished (--claims takes in what is somebody's word)\n"), "{err}");
    for format in ["gdelt", "jsonl", "csv"] {
        let ran = desk.run(&format!("{CODE} --claims --format {format} -o out"));
        assert_eq!(ran.code, 2);
        assert!(ran.err.contains("--claims is for --format polecat"), "{}", ran.err);
    }
}

#[test]
fn days_places_and_codes() {
    let desk = desk("peers-cells");
    let polecat = rows(&desk, CODE, "polecat");
    let columns = ["Actor Name", "Actor Title", "Actor COW", "Event Date", "Primary Actor Sector"];
    let visit = "Amina Otieno Kenyan Foreign Minister 501 2031-03-03 GOV";
    assert!(cells(&polecat, "polecat", &columns).contains(&visit.to_string()), "{polecat:?}");
    let columns = ["City", "Province", "Country"];
    assert!(
        cells(&polecat, "polecat", &columns).iter().any(|c| c == "Lomé Maritime TGO"),
        "{polecat:?}"
    );
    let gdelt = rows(&desk, CODE, "gdelt");
    let columns =
        ["Actor1Code", "SQLDATE", "MonthYear", "Year", "FractionDate", "EventCode", "QuadClass"];
    let visit = "KENGOV 20310303 203103 2031 2031.1726 040 1";
    assert!(cells(&gdelt, "gdelt", &columns).contains(&visit.to_string()), "{gdelt:?}");
    let columns = ["IsRootEvent", "Actor1KnownGroupCode", "Actor1Type1Code", "Actor2Code"];
    assert!(cells(&gdelt, "gdelt", &columns).contains(&"0 NAT IGO TGO".to_string()), "{gdelt:?}");
    assert_eq!(
        cells(&gdelt[..1], "gdelt", &["SOURCEURL"]),
        ["story"],
        "a label in place of an address"
    );
    let columns = ["ActionGeo_Type", "ActionGeo_CountryCode", "ActionGeo_FullName"];
    assert!(cells(&gdelt, "gdelt", &columns).contains(&"4 ML Gao, Mali".to_string()), "{gdelt:?}");
}

/// The page shows what a run over the examples says.
#[test]
fn the_page_tells_what_is_left_out_of_the_examples() {
    let desk = Desk::new("peers-page");
    let examples = examples().join(" ");
    let ran = desk.run(&format!("code -q --format polecat -o week.txt {examples}"));
    let page = fs::read_to_string(root().join("docs/peers.md")).expect("the page");
    assert!(page.contains(&format!("```text\n{}```", ran.err)), "{}", ran.err);
}

/// Examples, of which several are long: the same bytes with any number of threads, ids that are different
/// in every row, and from a store the rows of the files.
#[test]
fn rows_are_the_same_in_every_run_and_from_a_store() {
    let desk = Desk::new("peers-same");
    let examples = examples().join(" ");
    assert_eq!(desk.run(&format!("add -q store {examples}")).code, 0);
    for (format, id) in [("polecat", "Event ID"), ("gdelt", "GLOBALEVENTID")] {
        let one = rows(&desk, &format!("code -q -j 1 {examples}"), format);
        assert_eq!(one, rows(&desk, &format!("code -q -j 3 {examples}"), format));
        assert_eq!(one, rows(&desk, "export -q store", format));
        let ids: BTreeSet<&String> = one.iter().map(|row| &row[at(format, id)]).collect();
        assert_eq!(ids.len(), one.len());
    }
}
