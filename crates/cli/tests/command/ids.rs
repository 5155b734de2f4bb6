//! Documents of one run that have the same id are named, once an id, and are no failure.

use crate::program::{Desk, STORY};

#[test]
fn an_id_is_named_once() {
    let desk = Desk::new("ids");
    for folder in ["x", "y", "z"] {
        desk.put(&format!("{folder}/a.txt"), STORY).put(&format!("{folder}/{folder}.txt"), STORY);
    }
    let ran = desk.run("code x y z");
    let ran = ran.ends(0, &["verbale: a: several documents have this id; their keys differ"]);
    assert_eq!(ran.ids(), ["a", "x", "a", "y", "a", "z"]);
    let mut keys: Vec<String> = ran.records().iter().map(|r| r["doc"]["key"].to_string()).collect();
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), 6);
}

#[test]
fn a_document_that_comes_twice_is_told_as_such() {
    let desk = Desk::new("ids-twice");
    desk.put("a.txt", STORY).put("b.txt", STORY);
    let ran = desk.run("code a.txt b.txt a.txt a.txt b.txt");
    let told = "this document came more than once; its records have the same key";
    ran.ends(0, &[&format!("verbale: a: {told}"), &format!("verbale: b: {told}")]);
}

#[test]
fn lines_of_json_and_other_forms() {
    let desk = Desk::new("ids-lines");
    let lines = "{\"id\":\"n\",\"text\":\"Rain fell.\"}\n{\"id\":\"n\",\"text\":\"Snow fell.\"}\n";
    desk.put("day.jsonl", lines);
    let told = "verbale: n: several documents have this id; their keys differ";
    for format in ["jsonl", "csv", "parquet", "html"] {
        desk.run(&format!("code -q --format {format} -o {format} day.jsonl")).ends(0, &[told]);
    }
}

/// Two documents that name somebody whom no atlas knows may mean two persons.
#[test]
fn what_no_atlas_knows_is_its_documents_own() {
    let desk = Desk::new("ids-own");
    desk.put("a.txt", "Lena Okoro met reporters in Nairobi.")
        .put("b.txt", "Uganda thanked Lena Okoro for her work.");
    let records = desk.run("code a.txt b.txt").fine().records();
    let own = records.iter().map(|record| {
        let mentions = record["mentions"].as_array().expect("a list");
        let person = mentions.iter().find(|m| m["text"] == "Lena Okoro").expect("a mention");
        let prefix = format!("x:{}:", record["doc"]["key"].as_str().expect("a key"));
        let entity = person["entity"].as_str().expect("an entity");
        entity
            .strip_prefix(&prefix)
            .unwrap_or_else(|| panic!("{entity} is not {prefix}"))
            .to_string()
    });
    let names: Vec<String> = own.collect();
    assert_eq!(names[0], names[1], "one name has one hash");
    assert_ne!(records[0]["doc"]["key"], records[1]["doc"]["key"]);
}
