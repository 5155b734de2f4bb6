//! Reading CoNLL-U treebanks, and the raw text they were made from.

use std::str::FromStr;
use verbale_document::{Deprel, SmolStr, Upos};

/// A word of a treebank.
#[derive(Clone, PartialEq, Debug)]
pub struct Row {
    /// Its form.
    pub form: String,
    /// Its dictionary form.
    pub lemma: SmolStr,
    /// Universal part of speech.
    pub upos: Upos,
    /// Penn tag.
    pub xpos: SmolStr,
    /// Index of its governor in the sentence; `None` for the root.
    pub head: Option<u32>,
    /// Its relation.
    pub deprel: Deprel,
    /// Bytes it covers in the sentence's text; words that share a written form ("dont") share
    /// them as the treebank has it.
    pub span: (usize, usize),
}

/// A sentence of a treebank.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Sentence {
    /// `sent_id`.
    pub id: String,
    /// Its text.
    pub text: String,
    /// White space between it and the sentence before: nothing, a blank or a paragraph break.
    pub before: &'static str,
    /// Whether it opens a document.
    pub opens: bool,
    /// Its words.
    pub rows: Vec<Row>,
}

/// Reads a treebank. Lines that cannot be understood are an error that names them.
pub fn read(text: &str) -> Result<Vec<Sentence>, String> {
    let mut sentences = Vec::new();
    let mut reader = Builder::default();
    for (n, line) in (1..).zip(text.lines()) {
        if line.is_empty() {
            sentences.extend(reader.finish());
        } else {
            reader.line(line).ok_or_else(|| format!("line {n}: {line}"))?;
        }
    }
    sentences.extend(reader.finish());
    Ok(sentences)
}

#[derive(Default)]
struct Builder {
    sentence: Sentence,
    glued: bool,
    at: usize,
    /// End id and span of the multiword token we are in.
    multiword: Option<(u32, usize, usize)>,
}

impl Builder {
    fn line(&mut self, line: &str) -> Option<()> {
        if let Some(comment) = line.strip_prefix('#') {
            self.comment(comment.trim());
            return Some(());
        }
        let cells: Vec<&str> = line.split('\t').collect();
        let [id, form, lemma, upos, xpos, _, head, deprel, _, misc] = cells[..] else {
            return None;
        };
        if id.contains('.') {
            return Some(());
        }
        let glued = misc.split('|').any(|m| m == "SpaceAfter=No");
        if let Some((_, last)) = id.split_once('-') {
            let (start, end) = self.place(form);
            self.multiword = Some((last.parse().ok()?, start, end));
            self.at = end;
            self.glued = glued;
            return Some(());
        }
        let id: u32 = id.parse().ok()?;
        let head: u32 = head.parse().ok()?;
        let span = self.span(id, form, glued)?;
        self.sentence.rows.push(Row {
            form: form.to_string(),
            lemma: lemma.into(),
            upos: Upos::from_str(upos).ok()?,
            xpos: xpos.into(),
            head: head.checked_sub(1),
            deprel: Deprel::from_str(deprel).ok()?,
            span,
        });
        Some(())
    }

    fn comment(&mut self, comment: &str) {
        let value = |name: &str| comment.strip_prefix(name)?.trim_start().strip_prefix('=');
        if let Some(id) = value("sent_id") {
            self.sentence.id = id.trim().to_string();
        } else if let Some(text) = value("text ").or_else(|| value("text")) {
            self.sentence.text = text.trim().to_string();
        } else if comment.starts_with("newdoc") {
            self.sentence.opens = true;
        } else if comment.starts_with("newpar") && !comment.starts_with("newpar_block") {
            self.sentence.before = "\n\n";
        }
    }

    /// Where `form` stands in the text, from `at` on.
    fn place(&self, form: &str) -> (usize, usize) {
        let rest = &self.sentence.text[self.at.min(self.sentence.text.len())..];
        let start = self.at + rest.find(form).unwrap_or(0);
        (start, (start + form.len()).min(self.sentence.text.len()))
    }

    fn span(&mut self, id: u32, form: &str, glued: bool) -> Option<(usize, usize)> {
        match self.multiword {
            Some((last, start, end)) => {
                let text = self.sentence.text.get(start..end)?;
                let found = text.find(form).map(|i| (start + i, start + i + form.len()));
                let span = found.unwrap_or((start, end));
                self.multiword = Some((last, if found.is_some() { span.1 } else { start }, end));
                if id == last {
                    self.multiword = None;
                }
                Some(span)
            }
            None => {
                let span = self.place(form);
                self.at = span.1;
                self.glued = glued;
                Some(span)
            }
        }
    }

    fn finish(&mut self) -> Option<Sentence> {
        let done = std::mem::take(self);
        self.sentence.before = if done.glued { "" } else { " " };
        (!done.sentence.rows.is_empty()).then_some(done.sentence)
    }
}
