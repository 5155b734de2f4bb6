//! Case files: a story, a line of equals signs, one expectation a line.

use crate::expectation::{Expectation, Operator, Test};

/// A story and what must, or must not, come out of it.
#[derive(Debug)]
pub struct Case {
    /// The story's text, as it would be pasted.
    pub text: String,
    /// Its expectations with their line numbers in the file, from 1.
    pub expectations: Vec<(usize, Expectation)>,
}

/// How often a record must be found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// At least once, or as often as `count=` says.
    Demanded,
    /// `no ...`: never.
    Forbidden,
}

/// The lists of a record that an expectation may be about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Record {
    /// The metadata.
    Doc,
    /// Title, body, credits and so on.
    Section,
    /// Who, where, when.
    Mention,
    /// Who said what.
    Statement,
    /// Who did what.
    Event,
}

impl Record {
    fn parse(word: &str) -> Option<Record> {
        Some(match word {
            "doc" => Record::Doc,
            "section" => Record::Section,
            "mention" => Record::Mention,
            "statement" => Record::Statement,
            "event" => Record::Event,
            _ => return None,
        })
    }

    /// The keys that may be asked about. A key that is not here is an error of the case file: a
    /// `no` expectation with a misspelt key would hold for ever.
    fn keys(self) -> &'static [&'static str] {
        match self {
            Record::Doc => &[
                "published_at",
                "agency",
                "outlet",
                "byline",
                "credit",
                "related",
                "title",
                "language",
            ],
            Record::Section => &["kind", "text", "count"],
            Record::Mention => {
                &["kind", "form", "text", "code", "name", "members", "place", "time", "count"]
            }
            Record::Statement => &[
                "kind",
                "act",
                "stance",
                "negated",
                "speaker",
                "named",
                "via",
                "addressee",
                "source",
                "cue",
                "content",
                "verbatim",
                "parent",
                "date",
                "place",
                "count",
            ],
            Record::Event => &[
                "type",
                "mode",
                "context",
                "quad",
                "actor",
                "recipient",
                "date",
                "place",
                "trigger",
                "according_to",
                "polarity",
                "modality",
                "size",
                "count",
            ],
        }
    }
}

impl Case {
    /// Splits a case file at its line `=====`. The error names the line.
    pub fn parse(file: &str) -> Result<Case, String> {
        let (text, rest) = file.split_once("\n=====\n").ok_or("no line `=====`")?;
        let first = text.matches('\n').count() + 3;
        let mut expectations = Vec::new();
        for (line, words) in (first..).zip(rest.lines()) {
            if !words.trim().is_empty() && !words.starts_with('#') {
                let parsed = expectation(words).map_err(|e| format!("line {line}: {e}"))?;
                expectations.push((line, parsed));
            }
        }
        Ok(Case { text: text.to_string(), expectations })
    }
}

/// Parses `[gap] [no] RECORD KEY=VALUE KEY~"VALUE" ...`.
pub(crate) fn expectation(line: &str) -> Result<Expectation, String> {
    let mut words = words(line)?.into_iter().peekable();
    let gap = words.next_if_eq("gap").is_some();
    let forbidden = words.next_if_eq("no").is_some();
    let kind = if forbidden { Kind::Forbidden } else { Kind::Demanded };
    let word = words.next().ok_or("empty expectation")?;
    let record = Record::parse(&word).ok_or_else(|| format!("`{word}` is no kind of record"))?;
    let tests = words.map(|word| test(&word, record)).collect::<Result<Vec<_>, _>>()?;
    if tests.is_empty() && kind == Kind::Demanded {
        return Err("nothing is asked of the record".to_string());
    }
    Ok(Expectation { line: line.to_string(), gap, kind, record, tests })
}

fn test(word: &str, record: Record) -> Result<Test, String> {
    let at = word.find(['=', '~']).ok_or_else(|| format!("`{word}` has neither = nor ~"))?;
    let (key, want) = (word[..at].to_string(), word[at + 1..].to_string());
    if !record.keys().contains(&key.as_str()) {
        return Err(format!("`{key}` is no key of a {record:?}"));
    }
    if want.is_empty() {
        return Err(format!("`{key}` has no value"));
    }
    let operator = if word[at..].starts_with('=') { Operator::Is } else { Operator::Has };
    Ok(Test { key, operator, want })
}

/// Splits at spaces outside double quotes; the quotes go.
fn words(line: &str) -> Result<Vec<String>, String> {
    let (mut out, mut word, mut quoted) = (Vec::new(), String::new(), false);
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => out.push(std::mem::take(&mut word)),
            _ => word.push(c),
        }
    }
    out.push(word);
    out.retain(|w| !w.is_empty());
    if quoted { Err("a quotation mark is missing".to_string()) } else { Ok(out) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_numbered_as_in_the_file() {
        let case = Case::parse("A story.\n\nMore.\n=====\n# a comment\nevent type=AID\n");
        let case = case.expect("a sound case");
        assert_eq!((case.text.as_str(), case.expectations[0].0), ("A story.\n\nMore.", 6));
    }

    #[test]
    fn unsound_lines_are_errors() {
        let check = |line: &str, want: &str| {
            let error = expectation(line).expect_err(line);
            assert!(error.contains(want), "{line}: {error}");
        };
        check("no event actr=RUS", "`actr`");
        check("events type=AID", "`events`");
        check("event", "nothing is asked");
        check("statement content~\"half", "quotation mark");
        check("event AID", "neither = nor ~");
        check("event type=", "no value");
        assert!(Case::parse("no line of equals signs").is_err());
    }
}
