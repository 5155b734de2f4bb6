//! CoNLL-U (Universal Dependencies v2): treebanks in, the same treebank with another analysis out.
//!
//! Words, sentences, comments and multiword tokens are kept to the letter; empty nodes (`8.1`) are
//! passed over in reading and kept in writing. The text is rebuilt from forms, `SpaceAfter=No` and the
//! paragraphs that the comments tell of.

use std::io::{self, Write};
use verbale::document::{
    Deprel, Document, Layer, Producer, Sentence, SmolStr, Span, Token, TokenIdx, Upos,
};

/// A file that is no CoNLL-U; names the line.
#[derive(Debug, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct ConlluError {
    /// From 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
}

/// A treebank as a document, with the lines it came from.
pub struct Treebank {
    /// Text, sentences and tokens; relations that are not in [`Deprel`] become `dep`.
    pub doc: Document,
    lines: Vec<Line>,
}

/// A line of the file: kept as it is, or the columns of a token.
enum Line {
    Kept(String),
    Word(TokenIdx, Vec<String>),
}

impl Treebank {
    /// Reads a whole file.
    pub fn parse(id: &str, text: &str) -> Result<Self, ConlluError> {
        let mut builder = Builder::default();
        for (at, line) in (1..).zip(text.lines()) {
            builder.line(line).map_err(|what| ConlluError { line: at, what })?;
        }
        builder.end_sentence().map_err(|what| ConlluError { line: text.lines().count(), what })?;
        Ok(builder.finish(id))
    }

    /// Words with what their last column says of them, in the order of the text.
    pub fn misc(&self) -> impl Iterator<Item = (TokenIdx, &str)> {
        self.lines.iter().filter_map(|line| match line {
            Line::Word(at, columns) => Some((*at, columns[9].as_str())),
            Line::Kept(_) => None,
        })
    }

    /// Words as written, with their analysis, in the order of the text.
    pub fn words(&self) -> impl Iterator<Item = (&str, &Token)> {
        self.lines.iter().filter_map(|line| match line {
            Line::Word(at, columns) => Some((columns[1].as_str(), self.doc.token(*at))),
            Line::Kept(_) => None,
        })
    }

    /// Comments, without their `#`.
    pub fn comments(&self) -> impl Iterator<Item = &str> {
        self.lines.iter().filter_map(|line| match line {
            Line::Kept(text) => text.strip_prefix('#').map(str::trim),
            Line::Word(..) => None,
        })
    }

    /// Prints the file again with tags, lemmas, heads and relations of `self.doc`.
    pub fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let sentences = self.doc.sentences.as_deref().unwrap_or(&[]);
        let mut sentence = 0;
        for line in &self.lines {
            match line {
                Line::Kept(text) => writeln!(out, "{text}")?,
                Line::Word(at, columns) => {
                    while sentences[sentence].tokens.end <= *at {
                        sentence += 1;
                    }
                    self.row(sentences[sentence].tokens.start, *at, columns, out)?;
                }
            }
        }
        Ok(())
    }

    fn row(
        &self,
        first: TokenIdx,
        at: TokenIdx,
        columns: &[String],
        out: &mut impl Write,
    ) -> io::Result<()> {
        let token = self.doc.token(at);
        let head = token.head.map_or(0, |h| h - first + 1);
        let (id, form, misc) = (&columns[0], &columns[1], &columns[9]);
        let (lemma, upos, xpos, rel) = (&token.lemma, token.upos, &token.xpos, token.deprel);
        writeln!(out, "{id}\t{form}\t{lemma}\t{upos}\t{xpos}\t_\t{head}\t{rel}\t_\t{misc}")
    }
}

/// Longer sentences are refused: time and memory grow with the square. The longest of the English
/// treebanks have some three hundred words.
pub const MAX_WORDS: usize = 1000;

/// What is wrong with a tree.
const BAD_HEAD: &str = "a head that is no word of its sentence";

#[derive(Default)]
struct Builder {
    text: String,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    lines: Vec<Line>,
    first: usize,
    /// Last id and end of the multiword token being read, and its place in the text.
    wide: Option<(usize, Span)>,
}

impl Builder {
    fn line(&mut self, line: &str) -> Result<(), String> {
        if line.trim().is_empty() {
            self.end_sentence()?;
        } else if let Some(comment) = line.strip_prefix('#') {
            self.comment(comment.trim());
        } else {
            let columns: Vec<String> = line.split('\t').map(str::to_string).collect();
            if columns.len() != 10 {
                return Err(format!("{} columns where CoNLL-U has 10", columns.len()));
            }
            match columns[0].split_once('-') {
                Some((_, last)) => self.wide_token(last, &columns)?,
                None if columns[0].contains('.') => {}
                None => return self.word(columns),
            }
        }
        self.lines.push(Line::Kept(line.to_string()));
        Ok(())
    }

    /// A new paragraph or document is a blank line in the text.
    fn comment(&mut self, comment: &str) {
        let opens = |word: &str| comment.split([' ', '=']).next() == Some(word);
        if (opens("newpar") || opens("newdoc")) && !self.text.is_empty() {
            let words = self.tokens.last().map(|t| t.span);
            let read = words.into_iter().chain(self.wide.map(|(_, wide)| wide));
            let last = read.map(|s| s.end as usize).max().unwrap_or(0);
            self.text.truncate(self.text.trim_end().len().max(last));
            self.text.push_str("\n\n");
        }
    }

    fn wide_token(&mut self, last: &str, columns: &[String]) -> Result<(), String> {
        let last = last.parse().map_err(|_| format!("no token id: {}", columns[0]))?;
        let span = self.append(&columns[1], &columns[9]);
        self.wide = Some((last, span));
        Ok(())
    }

    /// Appends a form and the space after it.
    fn append(&mut self, form: &str, misc: &str) -> Span {
        let start = self.text.len();
        self.text.push_str(form);
        let span = Span::new(start, self.text.len());
        if !misc.split('|').any(|m| m == "SpaceAfter=No") {
            self.text.push(' ');
        }
        span
    }

    fn word(&mut self, columns: Vec<String>) -> Result<(), String> {
        let id: usize = columns[0].parse().map_err(|_| format!("no token id: {}", columns[0]))?;
        let head: usize = columns[6].parse().unwrap_or(0);
        if head > TokenIdx::MAX as usize / 2 {
            return Err(BAD_HEAD.to_string());
        }
        if self.tokens.len() - self.first >= MAX_WORDS {
            return Err(format!("a sentence of more than {MAX_WORDS} words"));
        }
        let span = match self.wide {
            Some((last, span)) if id <= last => self.inside(id, last, span, &columns[1]),
            _ => self.append(&columns[1], &columns[9]),
        };
        self.tokens.push(Token {
            span,
            lemma: SmolStr::new(&columns[2]),
            upos: columns[3].parse().unwrap_or(Upos::X),
            xpos: SmolStr::new(&columns[4]),
            head: head.checked_sub(1).map(|h| (self.first + h) as TokenIdx),
            deprel: relation(&columns[7]),
        });
        self.lines.push(Line::Word((self.tokens.len() - 1) as TokenIdx, columns));
        Ok(())
    }

    /// The place of a word within a multiword token: its letters, in order; where the forms do not
    /// spell the token, what is left is shared out so that no word is empty.
    fn inside(&self, id: usize, last: usize, wide: Span, form: &str) -> Span {
        let inside = |t: &&Token| wide.contains(t.span);
        let start = self.tokens.last().filter(inside).map_or(wide.start, |t| t.span.end) as usize;
        let end = wide.end as usize;
        if id == last {
            return if start < end { Span::new(start, end) } else { wide };
        }
        let rest = &self.text[start.min(end)..end];
        let n = if rest.starts_with(form) { form.len() } else { first_char(rest) };
        Span::new(start.min(end), (start + n).min(end))
    }

    fn end_sentence(&mut self) -> Result<(), String> {
        let (first, end) = (self.first, self.tokens.len());
        self.wide = None;
        if first == end {
            return Ok(());
        }
        let bad = |t: &Token| t.head.is_some_and(|h| h as usize >= end);
        if self.tokens[first..].iter().any(bad) {
            return Err(BAD_HEAD.to_string());
        }
        if (first..end).any(|at| self.is_under_itself(at)) {
            return Err("a word that is under itself".to_string());
        }
        let span = self.tokens[first].span.cover(self.tokens[end - 1].span);
        self.sentences.push(Sentence { span, tokens: first as u32..end as u32 });
        self.first = end;
        if !self.text.ends_with([' ', '\n']) {
            self.text.push(' ');
        }
        Ok(())
    }

    /// Whether the governors of a word, one above the other, have no end.
    fn is_under_itself(&self, at: usize) -> bool {
        let up = |&at: &usize| self.tokens[at].head.map(|h| h as usize);
        std::iter::successors(Some(at), up).nth(self.tokens.len() - self.first).is_some()
    }

    fn finish(self, id: &str) -> Treebank {
        let mut doc = Document::new(id, self.text);
        let by = || Producer::new("treebank", "");
        doc.sentences = Some(Layer::new(by(), self.sentences));
        doc.tokens = Some(Layer::new(by(), self.tokens));
        Treebank { doc, lines: self.lines }
    }
}

fn first_char(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

fn relation(name: &str) -> Deprel {
    let universal = || name.split(':').next().and_then(|u| u.parse().ok());
    name.parse().ok().or_else(universal).unwrap_or(Deprel::Dep)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_what_it_does_not_understand() {
        let text = "# sent_id = a\n\
            1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_\n\
            1\tDo\tdo\tAUX\tVB\t_\t3\taux\t_\t_\n\
            2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_\n\
            3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n\
            3.1\tx\tx\tVERB\tVB\t_\t_\t_\t_\t_\n\
            4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n";
        let bank = Treebank::parse("t", text).expect("parses");
        assert_eq!(bank.doc.text(), "Don't go. ");
        assert_eq!((bank.doc.word(0), bank.doc.word(1), bank.doc.word(3)), ("Do", "n't", "."));
        let mut out = Vec::new();
        bank.write(&mut out).expect("memory");
        assert_eq!(String::from_utf8_lossy(&out), text);
    }

    #[test]
    fn errors_name_the_line() {
        let error = Treebank::parse("t", "# ok\n1\tx\n").err().expect("too few columns");
        assert_eq!(error.to_string(), "line 2: 2 columns where CoNLL-U has 10");
        let check = |heads: [u64; 3], expected: &str| {
            let row = |(i, head)| format!("{i}\tw\tw\tX\tX\t_\t{head}\tdep\t_\t_\n");
            let text: String = (1..).zip(heads).map(row).collect();
            let error = Treebank::parse("t", &text).err().expect("no tree");
            assert!(error.to_string().contains(expected), "{error}");
        };
        check([2, 1, 0], "under itself");
        check([1, 0, 2], "under itself");
        check([4, 0, 2], "no word of its sentence");
        check([(1 << 32) + 2, 0, 2], "no word of its sentence");
    }

    #[test]
    fn a_sentence_too_long_to_analyse_is_refused() {
        let row = |i| format!("{i}\tw\tw\tX\tX\t_\t0\tdep\t_\t_\n");
        let longest: String = (1..=MAX_WORDS).map(row).collect();
        assert!(Treebank::parse("t", &format!("{longest}\n{longest}")).is_ok());
        let error = Treebank::parse("t", &(longest + &row(MAX_WORDS + 1))).err().expect("too long");
        assert_eq!(error.to_string(), "line 1001: a sentence of more than 1000 words");
    }

    #[test]
    fn a_paragraph_keeps_the_words_before_it() {
        let row = |i, form| format!("{i}\t{form}\tw\tX\tX\t_\t0\tdep\t_\t_\n");
        let text = row(1, "a\u{3000}") + "# newpar\n" + &row(2, "b");
        let bank = Treebank::parse("t", &text).expect("parses");
        assert_eq!((bank.doc.word(0), bank.doc.word(1)), ("a\u{3000}", "b"));
        let wide = "1-2\ta\u{3000}\t_\t_\t_\t_\t_\t_\t_\t_\n# newpar\n".to_string();
        let bank = Treebank::parse("t", &(wide + &row(1, "a") + &row(2, "x"))).expect("parses");
        assert_eq!((bank.doc.word(0), bank.doc.word(1)), ("a", "\u{3000}"));
    }
}
