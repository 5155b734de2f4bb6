//! `--min-confidence`: what is left out, and what stays because others rest on it.

use crate::program::{Desk, STORY, examples};
use serde_json::Value;
use std::collections::HashSet;

const CLAIM: &str = "Ghana said that Togo had attacked Kenya.\n";

/// A table by which all statements and all events have these confidences, as logits.
fn flat(statements: i32, events: i32) -> String {
    format!("feature\tstatements\tevents\nalways\t{statements}\t{events}\n")
}

/// Ids of the records of a layer.
fn ids(record: &Value, layer: &str) -> Vec<String> {
    let records = record[layer].as_array().into_iter().flatten();
    records.map(|r| r["id"].as_str().expect("an id").to_string()).collect()
}

#[test]
fn a_claim_keeps_the_statement_that_it_is_told_by() {
    let desk = Desk::new("confidence-claim");
    desk.put("claim.txt", CLAIM).put("unsure/confidence.tsv", flat(-3, 3));
    let all = desk.run("code --lexicons unsure claim.txt").fine().records();
    let sure = desk.run("code --lexicons unsure --min-confidence 0.9 claim.txt").fine().records();
    assert_eq!(all[0]["events"][0]["according_to"][0], "s1");
    assert_eq!(all, sure, "nothing is left out");
    desk.put("unsure/confidence.tsv", flat(-3, -3));
    let none = desk.run("code --lexicons unsure --min-confidence 0.9 claim.txt").fine().records();
    assert_eq!((ids(&none[0], "statements").len(), ids(&none[0], "events").len()), (0, 0));
}

#[test]
fn what_is_carried_is_sure_or_pointed_at() {
    let desk = Desk::new("confidence-least");
    let code = |least: &str| {
        let mut words = vec!["code", "-q", "--min-confidence", least];
        let examples = examples();
        words.extend(examples.iter().map(String::as_str));
        desk.run_words(&words).records()
    };
    let (all, sure) = (code("0"), code("0.7"));
    let mut left_out = 0;
    for (all, sure) in all.iter().zip(&sure) {
        let pointed_at = pointers(sure);
        for layer in ["statements", "events"] {
            let kept: HashSet<String> = ids(sure, layer).into_iter().collect();
            let records = all[layer].as_array().expect("a list").iter();
            for record in records {
                let id = record["id"].as_str().expect("an id");
                let is_sure = record["confidence"].as_f64().expect("a number") >= 0.7;
                let wanted = is_sure || pointed_at.contains(id);
                assert_eq!(kept.contains(id), wanted, "{} {id}", all["doc"]["id"]);
                left_out += usize::from(!wanted);
            }
        }
        let mentions: HashSet<String> = ids(sure, "mentions").into_iter().collect();
        assert!(mentions.is_subset(&ids(all, "mentions").into_iter().collect()));
    }
    assert!(left_out > 10, "only {left_out} records are left out");
}

/// Statements that the records of a document point at.
fn pointers(record: &Value) -> HashSet<String> {
    let of = |layer: &str, field: &str| -> Vec<Value> {
        let records = record[layer].as_array().into_iter().flatten();
        records
            .flat_map(|r| r[field].as_array().cloned().unwrap_or(vec![r[field].clone()]))
            .collect()
    };
    let all = [of("events", "according_to"), of("events", "statement"), of("statements", "parent")];
    all.concat().iter().filter_map(|id| id.as_str().map(str::to_string)).collect()
}

#[test]
fn the_features_of_each_record_are_told() {
    let desk = Desk::new("confidence-features");
    desk.put("a.txt", STORY);
    let coded = desk.run("code a.txt").fine().records();
    let told = desk.run("evaluate confidence a.txt").fine().records();
    assert_eq!(told[0]["id"], "a");
    for layer in ["statements", "events"] {
        let features = told[0][layer].as_object().expect("ids with features");
        assert_eq!(features.keys().cloned().collect::<Vec<_>>(), ids(&coded[0], layer));
    }
    let event = told[0]["events"]["e1"].as_array().expect("a list");
    assert!(event.contains(&"voice of a statement".into()), "{event:?}");
}
