//! From raw text to quotations, tokens and sentences, by rules and word lists.

pub(crate) mod paragraphs;
pub(crate) mod quotes;
pub(crate) mod sentences;
pub(crate) mod tokens;
mod words;

/// Whether `c` opens or closes quotations as a double mark.
pub(crate) fn is_double_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '‟' | '＂')
}

/// Whether `c` can be an apostrophe or a single quotation mark.
pub(crate) fn is_single_quote(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | '´')
}

/// Lower case with straight apostrophes.
fn straight(text: &str) -> String {
    let normal = |c: char| if is_single_quote(c) { '\'' } else { c };
    text.chars().map(normal).flat_map(char::to_lowercase).collect()
}

/// Segments `text` and compares: tokens are divided by blanks, sentences by ` | `.
#[cfg(test)]
fn check(text: &str, expected: &str) {
    use verbale_document::Document;
    let lexicons = verbale_lexicons::english();
    let tokeniser = tokens::Tokeniser::new(&lexicons).expect("the built-in lexicons are sound");
    let doc = Document::new("d", text.to_string());
    let mut found = Vec::new();
    for paragraph in paragraphs::paragraphs(&doc) {
        let mut tokens = Vec::new();
        tokeniser.tokenise(text, paragraph, &mut tokens);
        sentences::sentences(text, &tokens, &tokeniser, |range| {
            let words: Vec<&str> = tokens[range].iter().map(|t| doc.slice(*t)).collect();
            found.push(words.join(" "));
        });
    }
    assert_eq!(found.join(" | "), expected);
}
