//! Expressions and their values: `tests.tsv`, one to a row.
//!
//! Documents are cut at white space and have no trees, so only the words around tell the tense.

use super::{Times, Worker};
use verbale_document::{
    Date, Deprel, Document, Layer, Producer, Sentence, SmolStr, Span, Stamp, Token, Upos,
};

/// Words are what white space separates, without the marks at their ends.
fn document(text: &str, date: Date) -> Document {
    let mut doc = Document::new("t", text.to_string());
    let start = |word: &str| word.as_ptr() as usize - doc.text().as_ptr() as usize;
    let token = |word: &str| Token {
        span: Span::new(start(word), start(word) + word.len()),
        lemma: SmolStr::default(),
        upos: if word == "may" { Upos::Aux } else { Upos::X },
        xpos: if matches!(word, "people" | "soldiers") { "NNS".into() } else { SmolStr::default() },
        head: None,
        deprel: Deprel::Dep,
    };
    let tokens: Vec<Token> = doc.text().split(' ').flat_map(pieces).map(token).collect();
    let sentence = Sentence { span: Span::new(0, text.len()), tokens: 0..tokens.len() as u32 };
    doc.sentences = Some(Layer::new(Producer::default(), vec![sentence]));
    doc.tokens = Some(Layer::new(Producer::default(), tokens));
    doc.meta.published_at = Some(Stamp { text: SmolStr::default(), date });
    doc
}

/// A word, and the comma or the possessive mark at its end.
fn pieces(word: &str) -> impl Iterator<Item = &str> {
    let cut = word.find("'s").filter(|n| n + 2 == word.len());
    let cut = cut.or_else(|| word.strip_suffix([',', '?']).map(str::len));
    let (head, tail) = word.split_at(cut.unwrap_or(word.len()));
    [head, tail].into_iter().filter(|piece| !piece.is_empty())
}

fn times() -> Times {
    Times::new(&verbale_lexicons::english()).expect("a sound table")
}

/// Every time of `text` as `words=value`, with ` first..last` where the row asks for days.
fn found(times: &Times, text: &str, date: Date, days: bool) -> String {
    let doc = document(text, date);
    let layer = times.annotate(&mut Worker::default(), &doc);
    let show = |m: &verbale_document::Mention| {
        let time = m.time.as_ref().expect("a time");
        let days = match (days, time.start, time.end) {
            (true, Some(a), Some(b)) => format!(" {a}..{b}"),
            _ => String::new(),
        };
        format!("{}={}{days}", doc.slice(m.span), time.value)
    };
    layer.iter().map(show).collect::<Vec<_>>().join("; ")
}

#[test]
fn values() {
    let times = times();
    let rows = include_str!("tests.tsv").lines().filter(|l| !l.starts_with('#') && !l.is_empty());
    let mut wrong = Vec::new();
    for row in rows {
        let mut cells = row.split('\t');
        let (date, text) = (cells.next().unwrap(), cells.next().unwrap());
        let want = cells.next().unwrap_or_default();
        let got = found(&times, text, date.parse().unwrap(), want.contains(".."));
        if got != want {
            wrong.push(format!("{text}\n  want {want}\n  got  {got}"));
        }
    }
    assert!(wrong.is_empty(), "{} rows:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn without_a_date_nothing_relative_is_placed() {
    let mut doc =
        document("On June 3 he spoke of last week and of 2019", Date::constant(2024, 6, 21));
    doc.meta.published_at = None;
    let layer = times().annotate(&mut Worker::default(), &doc);
    let values: Vec<&str> = layer.iter().map(|m| m.time.as_ref().unwrap().value.as_str()).collect();
    assert_eq!(values, ["XXXX-06-03", "2019"]);
}

#[test]
fn no_text_runs_away() {
    let times = times();
    for phrase in [
        "end of ",
        "the first week of ",
        "rest of early ",
        "week of ",
        "Monday to ",
        "between 2 and ",
    ] {
        let text = phrase.repeat(3000);
        let date = Date::constant(2024, 6, 21);
        found(&times, text.trim(), date, true);
    }
}

/// Each mark of a token is an atom; looking each of them up with all that follow would take a day.
#[test]
fn a_token_of_a_million_marks_is_read_at_once() {
    for mark in [".", "\u{301}"] {
        let doc = document(&mark.repeat(1 << 20), Date::constant(2024, 6, 21));
        assert!(times().annotate(&mut Worker::default(), &doc).is_empty());
    }
}
