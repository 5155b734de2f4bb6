//! `verbale evaluate`: tables of scores.

use crate::program::{Desk, Ran, STORY};
use std::collections::BTreeMap;

/// Precision, recall, F1 and reference by row.
fn scores(ran: &Ran) -> BTreeMap<String, Vec<f64>> {
    let mut lines = ran.text().lines();
    let head: Vec<&str> = lines.next().expect("a head").split_whitespace().collect();
    assert_eq!(head, ["precision", "recall", "F1", "reference"]);
    let row = |line: &str| {
        let cells: Vec<&str> = line.split_whitespace().collect();
        let at = cells.iter().position(|c| c.parse::<f64>().is_ok()).expect("figures");
        let figures = cells[at..].iter().map(|c| c.parse().expect("a figure")).collect();
        (cells[..at].join(" "), figures)
    };
    lines.take_while(|l| !l.is_empty()).map(row).collect()
}

const ALL: [f64; 3] = [100.0, 100.0, 100.0];

#[test]
fn trees() {
    let desk = Desk::new("evaluate-trees");
    let ours = desk.put("a.txt", STORY).run("parse a.txt").fine();
    desk.put("gold.conllu", &ours.out);
    for more in ["", "--raw", "--against gold.conllu"] {
        let table = scores(&desk.run(&format!("evaluate trees gold.conllu {more}")).fine());
        let rows: Vec<&str> = table.keys().map(String::as_str).collect();
        assert_eq!(rows, ["LAS", "UAS", "UPOS", "XPOS", "lemmas", "sentences", "words"]);
        assert!(table.values().all(|f| f[..3] == ALL), "{more}: {table:?}");
        assert_eq!((table["words"][3], table["sentences"][3]), (13.0, 1.0));
    }
    let other = ours.text().replacen("\tPROPN\t", "\tNOUN\t", 1);
    desk.put("other.conllu", other);
    let table = scores(&desk.run("evaluate trees gold.conllu --against other.conllu").fine());
    assert_eq!(table["UPOS"][0], 92.31, "twelve of thirteen");
    assert_eq!(table["LAS"][..3], ALL);
}

#[test]
fn names() {
    let desk = Desk::new("evaluate-names");
    desk.put("gold/a.txt", "Kenya thanked Uganda .");
    desk.put("gold/a.tsv", "Kenya\tB-Location\nthanked\tO\nUganda\tB-Location\n.\tO\n");
    let table = scores(&desk.run("evaluate names gold").fine());
    assert_eq!(table["any name"], [100.0, 100.0, 100.0, 2.0]);
    assert_eq!(table["Location"], [100.0, 100.0, 100.0, 2.0]);
    let half = "{\"id\":\"a\",\"names\":[{\"start\":0,\"end\":5,\"label\":\"location\"}]}\n";
    desk.put("half.jsonl", half);
    let table = scores(&desk.run("evaluate names gold --against half.jsonl").fine());
    assert_eq!(table["any name"], [100.0, 50.0, 66.67, 2.0]);
}

/// "Ann Lee said she won ." with an entity layer.
const CHAINS: &str = "\
# newdoc id = one
# global.Entity = eid-etype-head-other
# meta::genre = news
# sent_id = one-1
# text = Ann Lee said she won.
1\tAnn\tAnn\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=(1-person-1-x
2\tLee\tLee\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)
3\tsaid\tsay\tVERB\tVBD\t_\t0\troot\t_\t_
4\tshe\tshe\tPRON\tPRP\t_\t5\tnsubj\t_\tEntity=(1-person-1-x)
5\twon\twin\tVERB\tVBD\t_\t3\tccomp\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

";

#[test]
fn chains() {
    let desk = Desk::new("evaluate-chains");
    desk.put("gold.conllu", CHAINS);
    let ran = desk.run("evaluate chains gold.conllu").fine();
    let line = |name: &str| {
        let found = ran.text().lines().find(|l| l.starts_with(name)).expect(name);
        found.split_whitespace().rev().take(4).collect::<Vec<_>>()
    };
    assert_eq!(line("pronouns, third person"), ["1", "100.00", "100.00", "100.00"]);
    assert!(ran.text().lines().any(|l| l.starts_with("news ")), "no line for the genre");
    assert_eq!(desk.run("evaluate chains gold.conllu --genres bio,news").fine().out, ran.out);
    let none = "verbale: gold.conllu: no document with Entity= brackets";
    desk.run("evaluate chains gold.conllu --genres bio").ends(1, &[none]);
}

#[test]
fn what_cannot_be_read_is_named() {
    let desk = Desk::new("evaluate-errors");
    desk.put("bad.conllu", "1\tRain\n").put("gold.conllu", CHAINS).put("a.txt", STORY);
    desk.put("empty/readme", "").put("half/a.tsv", "Kenya\tB-Location\n");
    let check = |line: &str, told: &str| drop(desk.run(line).ends(1, &[told]));
    check("evaluate trees missing.conllu", "verbale: missing.conllu: ");
    check("evaluate trees bad.conllu", "verbale: bad.conllu: line 1: 2 columns");
    check("evaluate trees gold.conllu --against missing.conllu", "verbale: missing.conllu: ");
    check("evaluate names missing", "verbale: missing: ");
    check("evaluate names empty", "verbale: empty: no .tsv file with BIO labels");
    check("evaluate names half", "verbale: half/a.txt: ");
    check("evaluate names half --against a.txt", "verbale: a.txt: line 1");
    check("evaluate chains missing.conllu", "verbale: missing.conllu: ");
    check("evaluate --model a.txt trees gold.conllu", "verbale: a.txt: this is no Verbale");
}
