//! Which sentence is asked about: the one at an offset, or those with some words.

use super::Explainer;
use verbale_document::{SentenceIdx, Span};

impl Explainer<'_> {
    /// The sentence at a code point of the text, or the next one behind it.
    ///
    /// # Errors
    /// An offset beyond the text; says how long it is.
    pub fn sentence_at(&self, offset: usize) -> Result<SentenceIdx, String> {
        let text = self.doc.text();
        let Some((byte, _)) = text.char_indices().nth(offset) else {
            let n = text.chars().count();
            let id = &self.record.doc.id;
            return Err(format!("offset {offset} is beyond the text of {id}, which has {n}"));
        };
        let sentences = self.doc.sentences.as_deref().unwrap_or(&[]);
        let next = sentences.partition_point(|s| s.span.end as usize <= byte);
        match sentences.len() {
            0 => Err(format!("{} has no sentence", self.record.doc.id)),
            n => Ok(next.min(n - 1) as SentenceIdx),
        }
    }

    /// The sentences that some words touch, whatever their case and the white space between them.
    ///
    /// # Errors
    /// Words that are not in the text.
    pub fn sentences_with(&self, words: &str) -> Result<Vec<SentenceIdx>, String> {
        let found = occurrences(self.doc.text(), words);
        let touched = |s: &Span| found.iter().any(|f| f.overlaps(*s));
        let sentences = self.doc.sentences.as_deref().unwrap_or(&[]).iter().enumerate();
        let all: Vec<SentenceIdx> =
            sentences.filter(|(_, s)| touched(&s.span)).map(|(i, _)| i as SentenceIdx).collect();
        match all.is_empty() {
            true => {
                let id = &self.record.doc.id;
                Err(format!("{words:?} is neither a record of {id} nor among its words"))
            }
            false => Ok(all),
        }
    }
}

/// Where `words` stand in `text`, in lower case and with runs of white space as one space.
fn occurrences(text: &str, words: &str) -> Vec<Span> {
    let wanted: Vec<char> = folded(words.trim()).into_iter().map(|(_, c)| c).collect();
    let all = folded(text);
    let at = |window: &[(usize, char)]| {
        let same = window.iter().map(|(_, c)| c).eq(&wanted);
        let (first, last) = (window[0].0, window[window.len() - 1].0);
        same.then(|| Span::new(first, last + 1))
    };
    match wanted.len() {
        0 => Vec::new(),
        n => all.windows(n).filter_map(at).collect(),
    }
}

/// Lower-case letters with the bytes where they stand.
fn folded(text: &str) -> Vec<(usize, char)> {
    let mut out: Vec<(usize, char)> = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c.is_whitespace() {
            true if out.last().is_some_and(|(_, last)| *last == ' ') => {}
            true => out.push((at, ' ')),
            false => out.extend(c.to_lowercase().map(|c| (at, c))),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_across_lines_and_cases() {
        let text = "Łódź\n  hosts talks. Lodz HOSTS  talks.";
        let found: Vec<&str> =
            occurrences(text, " hosts talks").iter().map(|s| &text[s.range()]).collect();
        assert_eq!(found, ["hosts talks", "HOSTS  talks"]);
        assert!(occurrences(text, " ").is_empty());
        assert!(occurrences(text, "peace").is_empty());
    }
}
