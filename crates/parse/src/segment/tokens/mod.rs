//! Tokens after the practice of the English UD treebanks (EWT, GUM; UD 2.16).
//!
//! Clitics and hyphenated compounds are split ("did|n't", "NATO|'s", "well|-|known"), prefixes are
//! not ("non-proliferation"); abbreviations keep their stops, numbers their commas; addresses,
//! handles, tags and emoticons are one token. A scanner reads each stretch between blanks from left
//! to right. It decides nothing about sentences, except which stops belong to words.

mod addresses;
mod numbers;
mod scanner;
mod words;

use super::words::Words;
use scanner::Scanner;
use verbale_document::{Lexicons, Span, TableError};

/// Cuts paragraphs into tokens.
#[derive(Debug)]
pub(crate) struct Tokeniser {
    words: Words,
}

impl Tokeniser {
    /// From the word lists of the lexicons.
    pub(crate) fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        Ok(Tokeniser { words: Words::new(lexicons)? })
    }

    pub(super) fn words(&self) -> &Words {
        &self.words
    }

    /// Adds the tokens of `paragraph` to `out`.
    pub(crate) fn tokenise(&self, text: &str, paragraph: Span, out: &mut Vec<Span>) {
        let (base, end) = (paragraph.start as usize, paragraph.end as usize);
        let mut start = None;
        for (i, c) in text[paragraph.range()].char_indices() {
            match (start, is_blank(c)) {
                (None, false) => start = Some(base + i),
                (Some(s), true) => {
                    Scanner::new(&self.words, text, s..base + i, end).run(out);
                    start = None;
                }
                _ => {}
            }
        }
        if let Some(s) = start {
            Scanner::new(&self.words, text, s..end, end).run(out);
        }
    }
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200B}' | '\u{FEFF}')
}

fn is_wordlike(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || is_mark(c)
}

/// Combining marks and joiners inside words.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{200C}' | '\u{200D}' | '\u{FE0F}' | '\u{00AD}')
}

/// Bytes of the longest head of `text` whose characters all hold.
fn run_of(text: &str, mut holds: impl FnMut(char) -> bool) -> usize {
    text.find(|c| !holds(c)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use crate::segment::check;

    #[test]
    fn clitics_hyphens_and_prefixes() {
        check("NATO's allies didn't go, we'll see.", "NATO 's allies did n't go , we 'll see .");
        check("NATO’s allies can’t; they cannot.", "NATO ’s allies ca n’t ; they can not .");
        check("The ministers' well-known e-mail", "The ministers ' well - known e-mail");
        check("“Ren’ai” O'Brien—gone", "“ Ren’ai ” O'Brien — gone");
        check("anti-Arab and Anglo-Irish", "anti-Arab and Anglo - Irish");
        check("im sure thats so, IM me", "i m sure that s so , IM me");
    }

    #[test]
    fn numbers_and_addresses() {
        check(
            "a non-proliferation treaty of 2024-06-21",
            "a non-proliferation treaty of 2024-06-21",
        );
        check("$1,000.5m or 50% at 7pm", "$ 1,000.5 m or 50 % at 7 pm");
        check(
            "See https://example.org/a.b?c=d, or a.b@example.org.",
            "See https://example.org/a.b?c=d , or a.b@example.org .",
        );
    }

    #[test]
    fn marks() {
        check("@user: #tag (and/or)... -- why?!", "@user : #tag ( and / or ) ... -- why ?!");
        check("He said [...] so << twice >>", "He said [...] so << twice >>");
        check("a ’’quoted’’ word +++", "a ’’ quoted ’’ word +++");
        check("thanks :-) and ;) <3", "thanks :-) and ;) <3");
        check("(the list:) goes", "( the list : ) goes");
    }

    #[test]
    fn words_broken_off() {
        check("he w- he wa- wanted to re- — return", "he w- he wa- wanted to re- — return");
        check("mid- and long-term plans", "mid - and long - term plans");
    }

    #[test]
    fn abbreviations_before_numbers_and_months() {
        check("Otto Blum (b. May 1902, d. 1978)", "Otto Blum ( b. May 1902 , d. 1978 )");
        check("They chose plan b. It failed.", "They chose plan b . | It failed .");
        check("the bill, H. R. 77, passed", "the bill , H. R. 77 , passed");
    }
}
