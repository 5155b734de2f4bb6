//! Names that another program found, to be scored like ours: a line of JSON for each text,
//! `{"id": "a", "names": [{"start": 0, "end": 4, "label": "person"}]}`, in code points.

use super::bio::put_names;
use serde::Deserialize;
use std::collections::BTreeMap;
use verbale::document::{Document, NameLabel, Span};

/// Names by the id of their text.
pub struct Foreign(BTreeMap<String, Vec<ForeignName>>);

#[derive(Deserialize)]
struct Line {
    id: String,
    names: Vec<ForeignName>,
}

#[derive(Deserialize)]
struct ForeignName {
    start: usize,
    end: usize,
    label: String,
}

impl Foreign {
    /// Reads JSON Lines.
    ///
    /// # Errors
    /// A line that is no such object; names the line.
    pub fn parse(text: &str) -> Result<Self, String> {
        let line = |(n, line): (usize, &str)| {
            let line: Line = serde_json::from_str(line).map_err(|e| format!("line {n}: {e}"))?;
            Ok((line.id, line.names))
        };
        (1..).zip(text.lines()).map(line).collect::<Result<_, _>>().map(Foreign)
    }

    /// Gives a document the names of the text called `id`; those of unknown classes are left out, and
    /// those that are no stretch of the text.
    pub fn put(&self, id: &str, doc: &mut Document) {
        let bytes: Vec<usize> =
            doc.text().char_indices().map(|(at, _)| at).chain([doc.text().len()]).collect();
        let place = |name: &ForeignName| {
            let label = NameLabel::ALL.into_iter().find(|l| l.as_str() == name.label)?;
            let (start, end) = (*bytes.get(name.start)?, *bytes.get(name.end)?);
            (start <= end).then(|| (Span::new(start, end), label))
        };
        let spans: Vec<_> = self.0.get(id).into_iter().flatten().filter_map(place).collect();
        put_names(doc, &spans);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_stretches_of_the_text() {
        let name = |start, end| format!(r#"{{"start":{start},"end":{end},"label":"person"}}"#);
        let names = [name(0, 4), name(4, 0), name(2, 99)].join(",");
        let foreign =
            Foreign::parse(&format!(r#"{{"id":"a","names":[{names}]}}"#)).expect("parses");
        let mut doc = Document::new("a", "Łódź".to_string());
        foreign.put("a", &mut doc);
        let spans: Vec<Span> = doc.tokens.iter().flat_map(|t| t.iter()).map(|t| t.span).collect();
        assert_eq!(spans, [Span::new(0, 7)]);
    }
}
