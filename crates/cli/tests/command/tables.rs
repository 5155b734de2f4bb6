//! `--lexicons`, `--atlas` and `--model` of `verbale code`: a user's own tables and models.

use crate::program::{Desk, STORY, root};
use serde_json::Value;
use std::fs;

fn built_in(table: &str) -> String {
    fs::read_to_string(root().join("lexicons/en").join(table)).expect("a table")
}

/// The table of events in which to thank somebody is to aid.
fn edited() -> String {
    let table = built_in("events.tsv");
    assert!(table.contains("|thank|"), "the row of thanks has moved");
    table.replace("|thank|", "|") + "thank\tverb\t\t\t\tsubj\tobj\tAID\t\t070\n"
}

#[test]
fn an_edited_line_changes_its_records_and_nothing_else() {
    let desk = Desk::new("tables-line");
    desk.put("a.txt", STORY).put("b.txt", "Ghana accused Togo of closing the border.\n");
    desk.put("mine/events.tsv", edited()).put("mine/readme.md", "no table");
    desk.put("copy/events.tsv", built_in("events.tsv"));
    let before = desk.run("code a.txt b.txt").fine();
    assert_eq!(desk.run("code --lexicons copy a.txt b.txt").fine().out, before.out);
    let after = desk.run("code --lexicons mine a.txt b.txt").fine();
    let (mut before, mut after) = (before.records(), after.records());
    assert_eq!(before[1], after[1], "a story without the word is another");
    let differ = ["type", "quad", "intensity", "cameo", "by", "mode", "contexts", "confidence"];
    let event = |all: &mut Vec<Value>| all[0]["events"][0].take();
    let (mut old, mut new) = (event(&mut before), event(&mut after));
    assert_eq!((&old["type"], &new["type"]), (&"SUPPORT".into(), &"AID".into()));
    for field in differ {
        (old[field], new[field]) = (Value::Null, Value::Null);
    }
    assert_eq!(old, new);
    assert_eq!(before[0], after[0]);
}

#[test]
fn tables_that_cannot_be_used_are_named() {
    let desk = Desk::new("tables-errors");
    desk.put("a.txt", STORY).put("unknown/verbs.tsv", "lemma\n").put("file", "");
    let lines: Vec<String> = built_in("events.tsv").lines().map(str::to_string).collect();
    let row = lines.iter().position(|l| l.contains("|thank|")).expect("the row of thanks");
    let mut broken = lines.clone();
    broken[row] = lines[row].replacen("\tverb\t", "\tvebr\t", 1);
    desk.put("broken/events.tsv", broken.join("\n"));
    let check = |folder: &str, told: &str| {
        let ran = desk.run(&format!("code --lexicons {folder} a.txt")).ends(1, &[told]);
        assert!(ran.out.is_empty());
    };
    check("unknown", "verbs.tsv: no stage reads a table of this name; a folder of lexicons has ");
    let wanted = "; a folder of lexicons has tables of these names: abbreviations.tsv, ";
    check(
        "missing",
        &format!(
            "verbale: missing: no such file or folder; check the name and the folder you are in{wanted}"
        ),
    );
    check(
        "file",
        &format!(
            "verbale: file: a part of this path is a file and no folder; check the path{wanted}"
        ),
    );
    desk.put("none/events.csv", "lemma\n");
    check("none", &format!("verbale: none: no .tsv file in this folder{wanted}"));
    check(
        "broken",
        &format!(
            "verbale: table broken/events.tsv, line {}: no such part of speech: `vebr`",
            row + 1
        ),
    );
    for command in ["parse", "extract", "atlas learn"] {
        let ran = desk.run(&format!("{command} --lexicons unknown a.txt"));
        ran.ends(1, &["verbs.tsv: no stage reads a table of this name"]);
    }
}

#[test]
fn own_rows_of_the_atlas_win() {
    let desk = Desk::new("tables-atlas");
    let line = "{\"id\":\"x\",\"published_at\":\"2024-06-21\",\
        \"text\":\"Sergei Lavrov thanked Uganda.\"}";
    desk.put("day.jsonl", line);
    let rows = |office: &str| {
        format!("name\tcountry\toffice\tfrom\tto\nSergei Lavrov\tKEN\t{office}\t2020\t2030\n")
    };
    desk.put("persons-mine.tsv", rows("GOV.PM")).put("persons.tsv", rows("GOV.MOF"));
    desk.put("mine.tsv", rows("GOV.PM"));
    let actor = |more: &str| {
        let ran = desk.run(&format!("code day.jsonl {more}")).fine();
        ran.records()[0]["events"][0]["actors"][0]["code"].as_str().map(str::to_string)
    };
    assert_eq!(actor("").as_deref(), Some("RUS.GOV.MFA"));
    assert_eq!(actor("--atlas persons-mine.tsv").as_deref(), Some("KEN.GOV.PM"));
    let both = actor("--atlas persons-mine.tsv --atlas persons.tsv");
    assert_eq!(both.as_deref(), Some("KEN.GOV.MOF"), "the last one wins");
    let check = |file: &str, told: &str| {
        drop(desk.run(&format!("code day.jsonl --atlas {file}")).ends(1, &[told]));
    };
    check("missing.tsv", "verbale: missing.tsv: ");
    check("mine.tsv", "verbale: table mine.tsv: the name must begin with that of the table");
}

#[test]
fn a_foreign_model_is_named() {
    let desk = Desk::new("tables-model");
    desk.put("a.txt", STORY).put("foreign.bin", b"GGUF and so on");
    for command in ["code", "parse", "atlas learn"] {
        let check = |model: &str, told: &str| {
            let ran = desk.run(&format!("{command} --model {model} a.txt")).ends(1, &[told]);
            assert!(ran.out.is_empty(), "{command}");
        };
        check("foreign.bin", "verbale: foreign.bin: this is no Verbale network model");
        check("missing.bin", "verbale: missing.bin: ");
    }
}

#[test]
fn a_model_is_read_from_a_file() {
    let desk = Desk::new("tables-model-file");
    let half = |path: &str| fs::read(root().join(path)).expect("half a model");
    let whole = [half("models/first/default.1.bin"), half("models/default.2.bin")].concat();
    desk.put("mine.bin", whole).put("a.txt", STORY);
    let ran = desk.run("code --model mine.bin a.txt").fine();
    assert_eq!(ran.out, desk.run("code a.txt").fine().out, "another network than the built-in one");
}

/// The built-in table with a row more at its end; the number of that row.
fn with_row(desk: &Desk, table: &str, row: &str) -> usize {
    let text = format!("{}{row}\n", built_in(table));
    desk.put(&format!("mine/{table}"), &text);
    text.lines().count()
}

#[test]
fn what_a_row_names_must_be_there() {
    let desk = Desk::new("tables-names");
    desk.put("a.txt", STORY);
    let check = |table: &str, row: &str, told: &str| {
        let line = with_row(&desk, table, row);
        let ran = desk.run("code --lexicons mine a.txt");
        ran.ends(1, &[&format!("verbale: table mine/{table}, line {line}: {told}")]);
        std::fs::remove_file(desk.path(&format!("mine/{table}"))).expect("it was there");
    };
    let row = |slot: &str, mode: &str| format!("bug\tverb\t\t\t\tsubj\t{slot}\tCOERCE\t{mode}");
    check(
        "events.tsv",
        &row("obj", "wiretap"),
        "no mode `wiretap` of COERCE in plover.tsv; it has ",
    );
    check("events.tsv", &row("objct", ""), "no slot `objct`: neither one of subj, obj, ");
    check("event_nouns.tsv", "bug\t\tof\tagainst\tCOERCE\tspying", "no mode `spying` of COERCE");
    let lemmas = "x".repeat(1 << 20);
    check("cues.tsv", &format!("{lemmas}\tverb"), "a cell of more than 128 KB");
    desk.put("mine/cues.tsv", built_in("cues.tsv").replacen("\tflags\n", "\tflag\n", 1));
    desk.run("code --lexicons mine a.txt")
        .ends(1, &["no column `flag` is read; known are lemma, pos"]);
}

#[test]
fn rows_that_never_count_are_named() {
    let desk = Desk::new("tables-never");
    desk.put("a.txt", STORY);
    let check = |table: &str, row: &str, told: &str| {
        let line = with_row(&desk, table, row);
        let ran = desk.run("code --lexicons mine a.txt");
        ran.ends(0, &[&format!("verbale: table mine/{table}, line {line}: {told}")]);
        std::fs::remove_file(desk.path(&format!("mine/{table}"))).expect("it was there");
    };
    check(
        "events.tsv",
        "extradite\tverb\t\t\t\tsubj\tobj\tAID",
        "never counts for extradite: line ",
    );
    check("cues.tsv", "say\tverb\tq\tspeech\tdeny", "`say, verb` stands in line ");
}
