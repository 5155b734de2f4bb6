//! Our trees as CoNLL-U (Universal Dependencies v2): ten columns, no features.

use std::io::{self, Write};
use verbale::document::{Document, Sentence, Token};

/// Prints the sentences of `doc`; nothing where the tokens did not run.
pub fn write(doc: &Document, out: &mut impl Write) -> io::Result<()> {
    let (Some(sentences), Some(tokens)) = (&doc.sentences, &doc.tokens) else { return Ok(()) };
    writeln!(out, "# newdoc id = {}", doc.id.replace(['\n', '\r'], " "))?;
    for (i, sentence) in sentences.iter().enumerate() {
        writeln!(out, "# sent_id = {}", i + 1)?;
        writeln!(out, "# text = {}", one_line(doc.slice(sentence.span)))?;
        for at in sentence.tokens.clone() {
            row(doc, sentence, tokens, at, out)?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn row(
    doc: &Document,
    sentence: &Sentence,
    tokens: &[Token],
    at: u32,
    out: &mut impl Write,
) -> io::Result<()> {
    let token = &tokens[at as usize];
    let id = at - sentence.tokens.start + 1;
    let head = token.head.map_or(0, |h| h - sentence.tokens.start + 1);
    let glued = tokens.get(at as usize + 1).is_some_and(|n| n.span.start == token.span.end);
    let misc = if glued { "SpaceAfter=No" } else { "_" };
    let (form, lemma) = (one_line(doc.slice(token.span)), one_line(&token.lemma));
    let (upos, xpos, rel) = (token.upos, &token.xpos, token.deprel);
    writeln!(out, "{id}\t{form}\t{lemma}\t{upos}\t{xpos}\t_\t{head}\t{rel}\t_\t{misc}")
}
