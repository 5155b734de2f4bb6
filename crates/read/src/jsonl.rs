//! One line of JSON Lines: a story and what is known of it.

use serde_json::{Map, Value};

/// The fields that are read; others are ignored. Values of another type than the field's count as
/// left out, but numbers are taken for ids and, as seconds since 1970, for moments.
#[derive(Default)]
pub(crate) struct Line {
    pub id: Option<String>,
    pub text: Option<String>,
    pub html: Option<String>,
    pub title: Option<String>,
    pub url: Option<String>,
    pub outlet: Option<String>,
    pub byline: Option<String>,
    pub language: Option<String>,
    pub published_at: Option<String>,
    pub modified_at: Option<String>,
    pub retrieved_at: Option<String>,
}

impl Line {
    /// Reads one line; the error says what is wrong with it.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, String> {
        let text = std::str::from_utf8(bytes).map_err(|_| "not UTF-8, as JSON must be")?;
        let mut map: Map<String, Value> = serde_json::from_str(text.trim_start_matches('\u{feff}'))
            .map_err(|e| format!("not a JSON object: {e}"))?;
        let id = map.remove("id").and_then(id);
        let mut words = |field: &str| match map.remove(field) {
            Some(Value::String(text)) if !text.trim().is_empty() => Some(text),
            Some(Value::Number(n)) if field.ends_with("_at") => moment(&n),
            _ => None,
        };
        Ok(Line {
            id,
            text: words("text"),
            html: words("html"),
            title: words("title"),
            url: words("url"),
            outlet: words("outlet"),
            byline: words("byline"),
            language: words("language"),
            published_at: words("published_at"),
            modified_at: words("modified_at"),
            retrieved_at: words("retrieved_at"),
        })
    }
}

fn id(value: Value) -> Option<String> {
    match value {
        Value::String(id) if !id.is_empty() => Some(id),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    }
}

/// Seconds since 1970, or milliseconds where seconds would lie beyond the year 5000.
fn moment(number: &serde_json::Number) -> Option<String> {
    let n = number.as_f64()? as i64;
    let seconds = if n.abs() > 100_000_000_000 { n / 1000 } else { n };
    Some(jiff::Timestamp::from_second(seconds).ok()?.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines() {
        let check = |json: &str, want: Result<[Option<&str>; 3], &str>| match Line::parse(
            json.as_bytes(),
        ) {
            Ok(line) => {
                let got = [line.id.as_deref(), line.text.as_deref(), line.published_at.as_deref()];
                assert_eq!(Ok(got), want, "{json}");
            }
            Err(error) => assert!(want.is_err_and(|w| error.contains(w)), "{json}: {error}"),
        };
        check(r#"{"id":7,"text":"a","x":[]}"#, Ok([Some("7"), Some("a"), None]));
        check(
            r#"{"id":null,"published_at":1718971200}"#,
            Ok([None, None, Some("2024-06-21T12:00:00Z")]),
        );
        check(r#"{"text":["#, Err("not a JSON object"));
        check(r#"["text"]"#, Err("not a JSON object"));
        check(&"[".repeat(100_000), Err("not a JSON object"));
    }
}
