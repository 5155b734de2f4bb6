//! Quotations of nobody in a headline ("‘The Wells Are Dry’: Chad Questions Aid") that the story repeats:
//! whoever says them there says them here.
//!
//! Compares words without marks and capitals. Does not look for what the story says in other words.

use crate::View;
use verbale_document::{Speaker, Statement};

/// Shorter quotations are repeated by chance.
const MIN_WORDS: usize = 4;

/// Gives quotations of nobody in a headline the speaker of the quotation that begins or ends with them.
pub(super) fn settle(view: &View, statements: &mut [Statement]) {
    for i in 0..statements.len() {
        let heading = &statements[i];
        let start = heading.verbatim.first().map(|span| view.doc.tokens_in(*span).start);
        let open = heading.source.is_empty() && !is_known(heading);
        if !open || !start.is_some_and(|t| view.is_headline(t)) {
            continue;
        }
        let words = quoted(view, heading);
        let repeats = |s: &&Statement| {
            is_known(s) && words.len() >= MIN_WORDS && {
                let all = quoted(view, s);
                all.starts_with(&words) || all.ends_with(&words)
            }
        };
        let speaker: Option<Speaker> =
            statements.iter().find(repeats).and_then(|s| s.speaker.clone());
        if speaker.is_some() {
            statements[i].speaker = speaker;
            statements[i].voice = false;
        }
    }
}

fn is_known(statement: &Statement) -> bool {
    statement.speaker.as_ref().is_some_and(|s| s.code.is_some())
}

/// The words that a statement quotes.
fn quoted(view: &View, statement: &Statement) -> Vec<String> {
    let words = statement.verbatim.iter().flat_map(|span| view.doc.tokens_in(*span));
    let words = words.map(|t| view.doc.word(t).to_lowercase());
    words.filter(|w| w.chars().any(char::is_alphanumeric)).collect()
}
