//! Names with BIO labels: a token and its label a line, after CoNLL 2003 (Tjong Kim Sang and De Meulder
//! 2003), beside the text that the tokens are of. Classes are those of the Worldwide news set.

use verbale::document::{Document, Layer, Name, NameLabel, Producer, Span, Token};

/// Gives a document these names, each with a token of its own.
pub fn put_names(doc: &mut Document, spans: &[(Span, NameLabel)]) {
    let token = |(span, _): &(Span, NameLabel)| Token::bare(*span);
    let name = |(i, (_, label)): (usize, &(Span, NameLabel))| Name {
        first: i as u32,
        end: i as u32 + 1,
        label: *label,
        confidence: 1.0,
    };
    let names = spans.iter().enumerate().map(name).collect();
    doc.tokens = Some(Layer::new(Producer::default(), spans.iter().map(token).collect()));
    doc.names = Some(Layer::new(Producer::default(), names));
}

/// The names that `labels` mark in `text`. Tokens are looked for one after another; those that are not
/// there are passed over.
pub fn spans(labels: &str, text: &str) -> Vec<(Span, NameLabel)> {
    let mut spans: Vec<(Span, NameLabel)> = Vec::new();
    let (mut at, mut open) = (0, false);
    for line in labels.lines() {
        let found = line.split_once('\t').and_then(|(token, label)| {
            text[at..].find(token).map(|k| (Span::new(at + k, at + k + token.len()), label))
        });
        let Some((span, label)) = found else {
            open = false;
            continue;
        };
        at = span.end as usize;
        match (label.split_at_checked(2), open) {
            (Some(("B-", class)), _) => {
                open = true;
                spans.push((span, class_of(class)));
            }
            (Some(("I-", _)), true) => {
                if let Some(last) = spans.last_mut() {
                    last.0 = last.0.cover(span);
                }
            }
            _ => open = false,
        }
    }
    spans
}

fn class_of(class: &str) -> NameLabel {
    match class {
        "Person" => NameLabel::Person,
        "Organization" => NameLabel::Organisation,
        "Location" | "Facility" => NameLabel::Location,
        "NORP" => NameLabel::Norp,
        _ => NameLabel::Other,
    }
}
