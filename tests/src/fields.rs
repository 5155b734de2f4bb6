//! How each key of an expectation is read off a record.

use crate::codes::{all_borne, all_listed};
use crate::expectation::{Operator, Test};
use serde_json::Value;

/// Whether `item`, one of the lists of `record`, passes a test.
pub(crate) fn satisfies(record: &Value, item: &Value, test: &Test) -> bool {
    let want = test.want.as_str();
    match test.key.as_str() {
        "actor" | "recipient" => all_borne(&parties(item, &test.key), want),
        "addressee" => all_borne(&list(&item["addressee"]), want),
        "speaker" => all_borne(&[&item["speaker"]], want),
        "named" => compare(&item["speaker"]["named"], test),
        "via" => all_borne(&list(&item["via"]), want) || all_named(&list(&item["via"]), want),
        "code" => all_borne(&[item], want),
        "members" => all_listed(&list(&item["members"]), want),
        "according_to" => all_voices(record, item, want),
        "content" | "cue" | "source" | "verbatim" | "trigger" => {
            words_at(record, &item[&test.key]).contains(want)
        }
        "text" => compare(&Value::from(without_article(&words_at(record, item))), test),
        "place" => item["place"].to_string().contains(want),
        "date" => compare(&item["date"]["value"], test),
        "time" => compare(&item["time"]["value"], test),
        "parent" => item["parent"].is_string() == (want == "yes"),
        "size" => list(&item["size"]).iter().any(|size| plain(&size["value"]) == want),
        "context" => list(&item["contexts"]).iter().any(|context| *context == want),
        "agency" => item["agencies"].to_string().contains(want),
        "credit" => item["credits"].to_string().contains(want),
        "outlet" | "related" | "byline" => item[&test.key].to_string().contains(want),
        key => compare(&item[key], test),
    }
}

fn compare(value: &Value, test: &Test) -> bool {
    let have = plain(value);
    test.want.split('|').any(|want| match test.operator {
        Operator::Is => have == want,
        Operator::Has => have.contains(want),
    })
}

/// Actors or recipients; talks and agreements have no direction, so all parties stand in both.
fn parties<'r>(item: &'r Value, key: &str) -> Vec<&'r Value> {
    if ["CONSULT", "AGREE"].iter().any(|reciprocal| item["type"] == *reciprocal) {
        return [list(&item["actors"]), list(&item["recipients"])].concat();
    }
    list(&item[if key == "actor" { "actors" } else { "recipients" }])
}

/// `-`: the outlet's own voice; `*`: somebody's; else every code speaks one of the statements.
fn all_voices(record: &Value, item: &Value, want: &str) -> bool {
    let ids = list(&item["according_to"]);
    let statements = list(&record["statements"]).into_iter().filter(|s| ids.contains(&&s["id"]));
    let speakers: Vec<&Value> = statements.map(|s| &s["speaker"]).collect();
    match want {
        "-" => ids.is_empty(),
        "*" => !ids.is_empty(),
        codes => all_borne(&speakers, codes),
    }
}

fn all_named(items: &[&Value], want: &str) -> bool {
    let has = |item: &&Value, name| item["name"].as_str().is_some_and(|n| n.contains(name));
    want.split(',').all(|name| items.iter().any(|item| has(item, name)))
}

fn without_article(words: &str) -> &str {
    words.strip_prefix("the ").or_else(|| words.strip_prefix("The ")).unwrap_or(words)
}

/// The items of an array; nothing for anything else.
pub(crate) fn list(value: &Value) -> Vec<&Value> {
    value.as_array().map(|items| items.iter().collect()).unwrap_or_default()
}

/// A value without the quotation marks of JSON.
pub(crate) fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_string)
}

/// The words at a span or at a list of spans.
pub(crate) fn words_at(record: &Value, spans: &Value) -> String {
    let text = record["doc"]["text"].as_str().unwrap_or_default();
    let one = |span: &Value| -> String {
        let at = |key: &str| span[key].as_u64().unwrap_or_default() as usize;
        text.chars().skip(at("start")).take(at("end").saturating_sub(at("start"))).collect()
    };
    match spans.as_array() {
        Some(all) => all.iter().map(one).collect::<Vec<_>>().join(" "),
        None => one(spans),
    }
}
