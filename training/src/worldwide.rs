//! Reading news articles with hand-made names: tokens with BIO labels beside the original text.

use verbale_document::{NameLabel, Span};

/// An article's text and the names in it.
pub struct Article {
    /// Without the address on its first line.
    pub text: String,
    /// Spans of the text and their classes; of nested names the outermost.
    pub names: Vec<(Span, NameLabel)>,
}

/// Reads an article from its text and its table of tokens and labels.
pub fn read(text: &str, table: &str) -> Article {
    let cut = address_line(text);
    let mut at = 0;
    let mut names: Vec<(usize, usize, NameLabel)> = Vec::new();
    let mut open = false;
    for line in table.lines() {
        let mut cells = line.split('\t');
        let (Some(token), Some(label)) = (cells.next(), cells.next()) else {
            open = false;
            continue;
        };
        let Some(start) = find(text, token, at) else {
            open = false;
            continue;
        };
        let end = start + token.len();
        at = end;
        match (label.split_at_checked(2), names.last_mut()) {
            (Some(("I-", _)), Some(name)) if open => name.1 = end,
            (Some(("B-" | "I-", class)), _) => {
                open = class_of(class).is_some();
                names.extend(class_of(class).map(|c| (start, end, c)));
            }
            _ => open = false,
        }
    }
    let names = names.into_iter().filter(|(start, _, _)| *start >= cut);
    let names = names.map(|(s, e, class)| (Span::new(s - cut, e - cut), class)).collect();
    Article { text: text[cut..].to_string(), names }
}

fn class_of(label: &str) -> Option<NameLabel> {
    match label {
        "Person" => Some(NameLabel::Person),
        "Organization" => Some(NameLabel::Organisation),
        "Location" => Some(NameLabel::Location),
        "Facility" => Some(NameLabel::Facility),
        "NORP" => Some(NameLabel::Norp),
        "Date" => Some(NameLabel::Time),
        "Money" => Some(NameLabel::Quantity),
        "Misc" | "Product" => Some(NameLabel::Other),
        _ => None,
    }
}

/// Where `token` stands at or a little after `at`.
fn find(text: &str, token: &str, at: usize) -> Option<usize> {
    let end = (at + 1200..).find(|i| *i >= text.len() || text.is_char_boundary(*i))?;
    text[at..end.min(text.len())].find(token).filter(|_| !token.is_empty()).map(|i| at + i)
}

fn address_line(text: &str) -> usize {
    if !text.starts_with("http") {
        return 0;
    }
    let line = text.find('\n').map_or(text.len(), |i| i + 1);
    line + text[line..].len() - text[line..].trim_start_matches('\n').len()
}
