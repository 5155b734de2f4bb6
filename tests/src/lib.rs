//! Expectations about records, as lines of text beside a story (`tests/cases/README.md`).
//!
//! [`Case::parse`] splits a case into its story and its expectations; [`Expectation::holds`] looks
//! for a record that satisfies one. Codes match by parts: `RUS` is satisfied by `RUS.GOV.MFA`.

use serde_json::Value;

/// A story and what must, or must not, come out of it.
pub struct Case {
    /// The story's text.
    pub text: String,
    /// Its expectations with their line numbers in the file.
    pub expectations: Vec<(usize, Expectation)>,
}

/// One line: a record of some kind with some properties.
#[derive(Debug)]
pub struct Expectation {
    /// The line as written.
    pub line: String,
    /// `no event ...`: no record may satisfy it.
    forbidden: bool,
    /// event, statement, mention, section, doc.
    record: String,
    /// key, operator (`=` or `~`), value.
    tests: Vec<(String, char, String)>,
}

impl Case {
    /// Splits a case file at its line of equals signs.
    pub fn parse(file: &str) -> Result<Case, String> {
        let (text, rest) = file.split_once("\n=====\n").ok_or("no line `=====`")?;
        let first = text.lines().count() + 2;
        let mut expectations = Vec::new();
        for (line, words) in (first..).zip(rest.lines()) {
            if !words.trim().is_empty() && !words.starts_with('#') {
                let parsed = Expectation::parse(words).map_err(|e| format!("line {line}: {e}"))?;
                expectations.push((line, parsed));
            }
        }
        Ok(Case { text: text.to_string(), expectations })
    }
}

impl Expectation {
    fn parse(line: &str) -> Result<Expectation, String> {
        let mut words = words(line)?.into_iter().peekable();
        let forbidden = words.next_if_eq("no").is_some();
        let record = words.next().ok_or("empty expectation")?;
        let mut tests = Vec::new();
        for word in words {
            let at = word.find(['=', '~']).ok_or(format!("`{word}` has neither = nor ~"))?;
            let operator = if word[at..].starts_with('=') { '=' } else { '~' };
            tests.push((word[..at].to_string(), operator, word[at + 1..].to_string()));
        }
        Ok(Expectation { line: line.to_string(), forbidden, record, tests })
    }

    /// Whether the record of a document satisfies this expectation.
    pub fn holds(&self, record: &Value) -> bool {
        let all: Vec<&Value> = match self.record.as_str() {
            "event" => list(&record["events"]),
            "statement" => list(&record["statements"]),
            "mention" => list(&record["mentions"]),
            "section" => list(&record["doc"]["sections"]),
            _ => vec![&record["doc"]],
        };
        let counted = self.tests.iter().find(|(key, _, _)| key == "count");
        let found = all.iter().filter(|item| self.fits(record, item)).count();
        match (self.forbidden, counted) {
            (true, _) => found == 0,
            (false, Some((_, _, n))) => n.parse() == Ok(found),
            (false, None) => found > 0,
        }
    }

    fn fits(&self, record: &Value, item: &Value) -> bool {
        let tests = self.tests.iter().filter(|(key, _, _)| key != "count");
        tests.into_iter().all(|(key, operator, want)| test(record, item, key, *operator, want))
    }
}

/// Splits at spaces outside double quotes; the quotes go.
fn words(line: &str) -> Result<Vec<String>, String> {
    let mut out = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => out.push(String::new()),
            _ => out.last_mut().expect("never empty").push(c),
        }
    }
    out.retain(|w| !w.is_empty());
    if quoted { Err("a quotation mark is missing".to_string()) } else { Ok(out) }
}

fn list(value: &Value) -> Vec<&Value> {
    value.as_array().map(|a| a.iter().collect()).unwrap_or_default()
}

fn test(record: &Value, item: &Value, key: &str, operator: char, want: &str) -> bool {
    match key {
        "actor" => codes_hold(&list(&item["actors"]), want),
        "recipient" => codes_hold(&list(&item["recipients"]), want),
        "addressee" => codes_hold(&list(&item["addressee"]), want),
        "via" => codes_hold(&list(&item["via"]), want) || names_hold(&list(&item["via"]), want),
        "speaker" => codes_hold(&[&item["speaker"]], want),
        "code" => codes_hold(&[item], want),
        "according_to" if want == "-" => list(&item["according_to"]).is_empty(),
        "according_to" => {
            let ids = list(&item["according_to"]);
            let all = list(&record["statements"]);
            let named = all.into_iter().filter(|s| ids.contains(&&s["id"]));
            codes_hold(&named.map(|s| &s["speaker"]).collect::<Vec<_>>(), want)
        }
        "content" | "cue" | "source" | "verbatim" => text_of(record, &item[key]).contains(want),
        "text" => text_of(record, item).contains(want),
        "place" => {
            let mentions = list(&record["mentions"]);
            let place = mentions.into_iter().find(|m| m["id"] == item["place"]);
            place.is_some_and(|m| m.to_string().contains(want))
        }
        "parent" => item[key].is_string() == (want == "yes"),
        "agency" | "outlet" | "related" => item[doc_key(key)].to_string().contains(want),
        _ if operator == '~' => plain(&item[key]).contains(want),
        _ => plain(&item[key]) == want,
    }
}

fn doc_key(key: &str) -> &str {
    if key == "agency" { "agencies" } else { key }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_string)
}

/// Every code of `want` (comma separated) is borne by one of the items, part by part.
fn codes_hold(items: &[&Value], want: &str) -> bool {
    let borne = |code: &str| {
        items.iter().any(|item| {
            let parts: Vec<&str> = item["code"].as_str().unwrap_or("").split('.').collect();
            code.split('.').all(|part| parts.contains(&part))
        })
    };
    want.split(',').all(borne)
}

fn names_hold(items: &[&Value], want: &str) -> bool {
    want.split(',')
        .all(|name| items.iter().any(|i| i["name"].as_str().is_some_and(|n| n.contains(name))))
}

/// The words at a span or a list of spans.
fn text_of(record: &Value, spans: &Value) -> String {
    let text: Vec<char> = record["doc"]["text"].as_str().unwrap_or("").chars().collect();
    let one = |s: &Value| -> String {
        let at = |key: &str| s[key].as_u64().unwrap_or(0) as usize;
        text[at("start")..at("end")].iter().collect()
    };
    match spans.as_array() {
        Some(all) => all.iter().map(one).collect::<Vec<_>>().join(" "),
        None => one(spans),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn expectations_can_fail() {
        let record = json!({
            "doc": {"text": "A blamed B.", "published_at": "2024-01-02"},
            "statements": [{"id": "s1", "speaker": {"code": "RUS.GOV.MFA"}}],
            "events": [{"type": "ACCUSE", "actors": [{"code": "RUS.GOV.MFA"}], "recipients": [],
                        "according_to": ["s1"], "polarity": "+"}],
        });
        let check = |line: &str, want: bool| {
            let expectation = Expectation::parse(line).expect("parses");
            assert_eq!(expectation.holds(&record), want, "{line}");
        };
        check("event type=ACCUSE actor=RUS", true);
        check("event type=ACCUSE actor=RUS.MFA according_to=RUS", true);
        check("event type=ACCUSE actor=GOV.USA", false);
        check("no event type=ACCUSE according_to=-", true);
        check("no event type=ACCUSE", false);
        check("event type=ACCUSE count=2", false);
        check("doc published_at=2024-01-02", true);
    }
}
