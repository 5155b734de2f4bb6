//! A story and what is known of it beside its words: what a caller hands in, or a line of JSON Lines.

use serde_json::{Map, Value};
use verbale_document::Note;

/// A story to be read. What came beside the words (address, date) wins over what the words say.
///
/// ```
/// use verbale_read::Story;
///
/// let story = Story::text("Talks opened in Nairobi on Monday.")
///     .published("2024-06-21")
///     .url("https://news.example/talks");
/// assert_eq!(story.url.as_deref(), Some("https://news.example/talks"));
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct Story {
    /// Its words.
    pub text: Option<String>,
    /// The page it stands on; read where there is no `text`.
    pub html: Option<String>,
    /// Its label.
    pub id: Option<String>,
    /// The file it stands in.
    pub path: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// Who publishes it.
    pub outlet: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// Its language, as a BCP 47 tag.
    pub language: Option<String>,
    /// When it was published: RFC 3339, a plain date, or a date in words ("June 21, 2024").
    pub published_at: Option<String>,
    /// When it was last changed, likewise.
    pub modified_at: Option<String>,
    /// When it was fetched, likewise.
    pub retrieved_at: Option<String>,
}

/// What is said of stories that do not say it themselves.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Given {
    /// Their headline, where a page has none.
    pub title: Option<String>,
    /// When they were published, as in [`Story::published_at`].
    pub published_at: Option<String>,
    /// Their address.
    pub url: Option<String>,
    /// Who publishes them.
    pub outlet: Option<String>,
}

impl Story {
    /// The keys of a line of JSON.
    pub const KEYS: [&str; 11] = [
        "id",
        "text",
        "html",
        "title",
        "url",
        "outlet",
        "byline",
        "language",
        "published_at",
        "modified_at",
        "retrieved_at",
    ];
}

macro_rules! setters {
    ($($(#[$doc:meta])* $name:ident => $field:ident),+ $(,)?) => {
        impl Story {
            $(
                $(#[$doc])*
                pub fn $name(mut self, value: impl Into<String>) -> Self {
                    self.$field = Some(value.into());
                    self
                }
            )+
        }
    };
}

setters! {
    /// Gives it a label.
    id => id,
    /// Says which file it stands in.
    path => path,
    /// Gives its address.
    url => url,
    /// Gives its headline.
    title => title,
    /// Says who publishes it.
    outlet => outlet,
    /// Says who wrote it.
    byline => byline,
    /// Says when it was published.
    published => published_at,
}

impl Story {
    /// A story of plain text, which is kept exactly as it is.
    pub fn text(text: impl Into<String>) -> Self {
        Story { text: Some(text.into()), ..Story::default() }
    }

    /// A story on a web page, whose article is found (feature `html`).
    pub fn html(page: impl Into<String>) -> Self {
        Story { html: Some(page.into()), ..Story::default() }
    }

    /// Reads a JSON object; fields that are not a story's are ignored. Values of another type than
    /// the field's count as left out, but numbers are taken for ids and, as seconds since 1970, for
    /// moments.
    ///
    /// # Errors
    /// What is no UTF-8 or no JSON object; says why.
    pub fn from_json(bytes: &[u8]) -> Result<Self, String> {
        Story::with_notes(bytes).map(|(story, _)| story)
    }

    /// The same, and a note on each key that is ignored or left out.
    pub(crate) fn with_notes(bytes: &[u8]) -> Result<(Self, Vec<Note>), String> {
        let text = std::str::from_utf8(bytes).map_err(|_| "not UTF-8, as JSON must be")?;
        let mut map: Map<String, Value> = serde_json::from_str(text.trim_start_matches('\u{feff}'))
            .map_err(|e| format!("not a JSON object: {e}"))?;
        let mut notes = Vec::new();
        let mut words = |field: &str| {
            let value = map.remove(field).filter(|v| !v.is_null())?;
            let read = match &value {
                Value::String(text) => Some(text.clone()),
                Value::Number(n) if field == "id" => Some(n.to_string()),
                Value::Number(n) if field.ends_with("_at") => moment(n),
                _ => None,
            };
            if read.is_none() {
                notes.push(ignored(format!("`{field}` is no text and is left out")));
            }
            read.filter(|text| !text.trim().is_empty())
        };
        let story = Story {
            id: words("id"),
            path: None,
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
        };
        if story.text.is_none() && story.html.is_none() {
            return Err(wordless(&map));
        }
        let unknown = map.keys().map(|key| format!("`{key}` is no key that is read; {}", known()));
        notes.extend(unknown.map(ignored));
        Ok((story, notes))
    }

    /// Takes what is given where the story itself does not say it.
    pub(crate) fn or(mut self, given: &Given) -> Self {
        self.published_at = self.published_at.or_else(|| given.published_at.clone());
        self.url = self.url.or_else(|| given.url.clone());
        self.outlet = self.outlet.or_else(|| given.outlet.clone());
        self
    }
}

/// What a person is told of a line of input, and no record: it says nothing of the story.
fn ignored(message: String) -> Note {
    Note { kind: Note::IGNORED.into(), message }
}

fn known() -> String {
    format!("those are {}", Story::KEYS.join(", "))
}

/// Why an object without words is no story, with what it has instead.
fn wordless(rest: &Map<String, Value>) -> String {
    let others: Vec<_> = rest.keys().take(8).map(|key| format!("`{key}`")).collect();
    let others = match others.is_empty() {
        true => String::new(),
        false => format!("; it has {}", others.join(", ")),
    };
    format!("neither `text` nor `html` in this object{others}")
}

/// Seconds since 1970, or milliseconds where seconds would lie beyond the year 5000.
fn moment(number: &serde_json::Number) -> Option<String> {
    let n = number.as_f64()? as i64;
    let seconds = if n.unsigned_abs() > 100_000_000_000 { n / 1000 } else { n };
    Some(jiff::Timestamp::from_second(seconds).ok()?.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines() {
        let check = |json: &str, want: Result<[Option<&str>; 3], &str>| match Story::from_json(
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
            r#"{"id":null,"text":"a","published_at":1718971200}"#,
            Ok([None, Some("a"), Some("2024-06-21T12:00:00Z")]),
        );
        check(r#"{"id":"b","text":"a","published_at":-1e30}"#, Ok([Some("b"), Some("a"), None]));
        check(
            r#"{"id":"a","text":" ","body":"b"}"#,
            Err("nor `html` in this object; it has `body`"),
        );
        check(r#"{"text":["#, Err("not a JSON object"));
        check(r#"["text"]"#, Err("not a JSON object"));
        check(&"[".repeat(100_000), Err("not a JSON object"));
    }

    #[test]
    fn what_is_ignored_is_noted() {
        let check = |json: &str, want: &[&str]| {
            let (_, notes) = Story::with_notes(json.as_bytes()).expect("an object");
            let opens = notes.iter().zip(want).all(|(n, w)| n.message.starts_with(w));
            assert!(opens && notes.len() == want.len(), "{json}: {notes:?}");
        };
        check(r#"{"text":"a","title":null,"url":""}"#, &[]);
        check(
            r#"{"text":"a","title":["b"],"publishd_at":1,"Text":"b"}"#,
            &[
                "`title` is no text",
                "`Text` is no key that is read; those are id, text, html",
                "`publishd_at` is no key",
            ],
        );
    }
}
