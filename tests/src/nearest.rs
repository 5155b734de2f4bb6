//! Why an expectation does not hold: the records that come nearest, and what they lack.

use crate::case::{Kind, Record};
use crate::expectation::Expectation;
use crate::fields::{list, plain, satisfies, words_at};
use serde_json::Value;

const SHOWN: usize = 3;

/// One line a record: the offenders of a forbidden one, else the nearest few.
pub(crate) fn explain(expectation: &Expectation, record: &Value) -> Vec<String> {
    let candidates = expectation.candidates(record).into_iter();
    let mut ranked: Vec<(Vec<&str>, &Value)> =
        candidates.map(|item| (lacks(expectation, record, item), item)).collect();
    ranked.sort_by_key(|(lacks, _)| lacks.len());
    if expectation.kind == Kind::Forbidden {
        ranked.retain(|(lacks, _)| lacks.is_empty());
    }
    let all = expectation.properties().count();
    let near = ranked.into_iter().filter(|(lacks, _)| lacks.len() < all || all <= 1);
    let lines: Vec<String> =
        near.take(SHOWN).map(|(l, item)| line(expectation, record, &l, item)).collect();
    if lines.is_empty() { vec!["no such record".to_string()] } else { lines }
}

fn lacks<'e>(expectation: &'e Expectation, record: &Value, item: &Value) -> Vec<&'e str> {
    let failed = expectation.properties().filter(|test| !satisfies(record, item, test));
    failed.map(|test| test.key.as_str()).collect()
}

fn line(expectation: &Expectation, record: &Value, lacks: &[&str], item: &Value) -> String {
    let shown = match expectation.record {
        Record::Event => event(record, item),
        Record::Statement => statement(record, item),
        Record::Mention => {
            format!("{} {} “{}”", plain(&item["kind"]), plain(&item["code"]), plain(&item["text"]))
        }
        Record::Section => format!("{} “{}”", plain(&item["kind"]), short(&words_at(record, item))),
        Record::Doc => {
            expectation.properties().map(|t| doc(item, &t.key)).collect::<Vec<_>>().join(" ")
        }
    };
    if lacks.is_empty() { shown } else { format!("{shown}   (lacks {})", lacks.join(", ")) }
}

fn doc(item: &Value, key: &str) -> String {
    let key = match key {
        "agency" => "agencies",
        "credit" => "credits",
        key => key,
    };
    format!("{key}={}", item[key])
}

fn event(record: &Value, item: &Value) -> String {
    let voices: Vec<String> = list(&item["according_to"]).into_iter().map(plain).collect();
    format!(
        "{} {} [{}] -> [{}] {}{} {} by {} “{}”",
        plain(&item["id"]),
        plain(&item["type"]),
        codes(&item["actors"]),
        codes(&item["recipients"]),
        plain(&item["polarity"]),
        plain(&item["modality"]),
        plain(&item["date"]),
        if voices.is_empty() { "-".to_string() } else { voices.join(",") },
        short(&words_at(record, &item["trigger"])),
    )
}

fn statement(record: &Value, item: &Value) -> String {
    format!(
        "{} {} {} {} “{}” {} “{}”",
        plain(&item["id"]),
        plain(&item["speaker"]["code"]),
        plain(&item["kind"]),
        plain(&item["stance"]),
        short(&words_at(record, &item["source"])),
        words_at(record, &item["cue"]),
        short(&words_at(record, &item["content"])),
    )
}

fn codes(parties: &Value) -> String {
    let one = |party: &Value| {
        party["code"]
            .as_str()
            .map_or_else(|| format!("“{}”", plain(&party["text"])), str::to_string)
    };
    list(parties).into_iter().map(one).collect::<Vec<_>>().join(", ")
}

fn short(words: &str) -> String {
    let flat = words.replace('\n', " ");
    let head: String = flat.chars().take(60).collect();
    if head.len() < flat.len() { format!("{head}…") } else { flat }
}
