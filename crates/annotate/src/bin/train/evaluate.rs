//! Scores on the development and test parts, for tuning; `verbale evaluate` is the scorer proper.

use crate::corpora::{Corpora, Part};
use std::collections::BTreeSet;
use std::error::Error;
use std::time::Instant;
use verbale_annotate::training::conllu::Sentence as Gold;
use verbale_annotate::training::worldwide::Article;
use verbale_annotate::{Engine, Worker};
use verbale_document::{
    Document, Layer, NameLabel, Producer, Sentence, SmolStr, Span, Token, TokenIdx,
};

/// The treebanks that are scored if none is named.
const TREEBANKS: [&str; 4] = ["en_ewt-dev", "en_gum-dev", "en_ewt-test", "en_gum-test"];

/// Scores on `stems`; on all treebanks and on names if there are none.
pub fn run(corpora: &Corpora, engine: &Engine, stems: &[&str]) -> Result<(), Box<dyn Error>> {
    let mut worker = engine.worker();
    for stem in if stems.is_empty() { &TREEBANKS } else { stems } {
        let sentences = corpora.treebank(stem)?;
        println!("{stem}: gold tokens: {}", gold_tokens(engine, &mut worker, &sentences));
        println!("{stem}: raw text: {}", raw_text(engine, &mut worker, &sentences));
        if stem.contains("gum") {
            let news: Vec<Gold> =
                sentences.into_iter().filter(|s| s.id.contains("_news_")).collect();
            println!("{stem} news: gold tokens: {}", gold_tokens(engine, &mut worker, &news));
            println!("{stem} news: raw text: {}", raw_text(engine, &mut worker, &news));
        }
    }
    if stems.is_empty() {
        println!("names: {}", names(engine, &mut worker, &corpora.articles(Part::Test)?));
    }
    Ok(())
}

fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

/// F1 of two sets of spans.
fn f1<T: Ord>(gold: &BTreeSet<T>, found: &BTreeSet<T>) -> f64 {
    percent(2 * gold.intersection(found).count(), gold.len() + found.len())
}

fn gold_tokens(engine: &Engine, worker: &mut Worker, sentences: &[Gold]) -> String {
    let mut doc = treebank(sentences);
    let gold = doc.tokens.clone().unwrap_or_default();
    let start = Instant::now();
    let (found, _) = engine.analyse_tokens(worker, &doc);
    let seconds = start.elapsed().as_secs_f64();
    doc.tokens = None;
    let count = |same: &dyn Fn(&Token, &Token) -> bool| {
        percent(gold.iter().zip(found.iter()).filter(|(a, b)| same(a, b)).count(), gold.len())
    };
    format!(
        "UPOS {:.2} XPOS {:.2} lemma {:.2} UAS {:.2} LAS {:.2} subtypes {:.2}, {:.0} words/s",
        count(&|a, b| a.upos == b.upos),
        count(&|a, b| a.xpos == b.xpos),
        count(&|a, b| a.lemma.to_lowercase() == b.lemma.to_lowercase()),
        count(&|a, b| a.head == b.head),
        count(&|a, b| a.head == b.head && a.deprel.universal() == b.deprel.universal()),
        count(&|a, b| a.head == b.head && a.deprel == b.deprel),
        gold.len() as f64 / seconds
    )
}

fn raw_text(engine: &Engine, worker: &mut Worker, sentences: &[Gold]) -> String {
    let (mut gold_words, mut words) = (BTreeSet::new(), BTreeSet::new());
    let (mut gold_ends, mut ends) = (BTreeSet::new(), BTreeSet::new());
    let mut seconds = 0.0;
    for (i, part) in documents(sentences).into_iter().enumerate() {
        let doc = treebank(part);
        let start = Instant::now();
        let syntax = engine.syntax(worker, &doc);
        seconds += start.elapsed().as_secs_f64();
        gold_words.extend(doc.tokens.iter().flat_map(|l| l.iter()).map(|t| (i, t.span)));
        gold_ends.extend(doc.sentences.iter().flat_map(|l| l.iter()).map(|s| (i, s.span)));
        words.extend(syntax.tokens.iter().map(|t| (i, t.span)));
        ends.extend(syntax.sentences.iter().map(|s| (i, s.span)));
        if std::env::var_os("SHOW").is_some() {
            show(&doc, &syntax.sentences, &syntax.tokens);
        }
    }
    let rate = words.len() as f64 / seconds;
    format!(
        "tokens F1 {:.2} sentences F1 {:.2}, {rate:.0} words/s",
        f1(&gold_words, &words),
        f1(&gold_ends, &ends)
    )
}

/// Prints where sentences (`S`) and tokens (`T`) are missed (`-`) and where some are too many (`+`).
fn show(doc: &Document, sentences: &[Sentence], tokens: &[Token]) {
    let starts = |all: &[Sentence]| -> BTreeSet<u32> { all.iter().map(|s| s.span.start).collect() };
    let (gold, ours) = (starts(doc.sentences.as_deref().unwrap_or(&[])), starts(sentences));
    gold.difference(&ours).for_each(|at| println!("S- {}", around(doc.text(), *at)));
    ours.difference(&gold).for_each(|at| println!("S+ {}", around(doc.text(), *at)));
    let spans = |all: &[Token]| -> BTreeSet<Span> { all.iter().map(|t| t.span).collect() };
    let (gold, ours) = (spans(doc.tokens.as_deref().unwrap_or(&[])), spans(tokens));
    gold.difference(&ours).for_each(|s| println!("T- {}", doc.slice(*s)));
    ours.difference(&gold).for_each(|s| println!("T+ {}", doc.slice(*s)));
}

/// The text on both sides of `at`, divided by `‖`.
fn around(text: &str, at: u32) -> String {
    const WIDTH: usize = 60;
    let (before, after) = text.split_at(at as usize);
    let before: Vec<char> = before.chars().rev().take(WIDTH).collect();
    let before: String = before.into_iter().rev().collect();
    let after: String = after.chars().take(WIDTH).collect();
    format!("{before}‖{after}").replace('\n', "⏎")
}

/// Sentences by document.
fn documents(sentences: &[Gold]) -> Vec<&[Gold]> {
    let starts: Vec<usize> =
        (0..sentences.len()).filter(|&i| i == 0 || sentences[i].opens).collect();
    let ends = starts.iter().skip(1).copied().chain([sentences.len()]);
    starts.iter().zip(ends).map(|(&a, b)| &sentences[a..b]).collect()
}

/// A document with the text, sentences and tokens of a treebank.
fn treebank(sentences: &[Gold]) -> Document {
    let (mut text, mut tokens, mut out) = (String::new(), Vec::new(), Vec::new());
    for gold in sentences {
        if !text.is_empty() {
            text.push_str(gold.before);
        }
        let (base, first) = (text.len(), tokens.len() as TokenIdx);
        text.push_str(&gold.text);
        tokens.extend(gold.rows.iter().map(|row| Token {
            span: Span::new(base + row.span.0, base + row.span.1),
            lemma: row.lemma.clone(),
            upos: row.upos,
            xpos: row.xpos.clone(),
            head: row.head.map(|h| first + h),
            deprel: row.deprel,
        }));
        let span = Span::new(base, text.len());
        out.push(Sentence { span, tokens: first..tokens.len() as TokenIdx });
    }
    let mut doc = Document::new("treebank", text);
    doc.sentences = Some(Layer::new(Producer::default(), out));
    doc.tokens = Some(Layer::new(Producer::default(), tokens));
    doc
}

type Names = BTreeSet<(usize, Span, SmolStr)>;

fn names(engine: &Engine, worker: &mut Worker, articles: &[Article]) -> String {
    let (mut gold, mut found) = (Names::new(), Names::new());
    for (i, article) in articles.iter().enumerate() {
        let mut doc = Document::new("article", article.text.clone());
        let syntax = engine.syntax(worker, &doc);
        doc.sentences = Some(syntax.sentences);
        doc.tokens = Some(syntax.tokens);
        let names = syntax.names;
        let span =
            |n: &verbale_document::Name| doc.token(n.first).span.cover(doc.token(n.end - 1).span);
        let ours: Vec<_> = names.iter().map(|n| (span(n), n.label)).collect();
        gold.extend(
            article.names.iter().filter_map(|(s, l)| class(*l).map(|c| (i, strip(&doc, *s), c))),
        );
        found.extend(ours.iter().filter_map(|(s, l)| class(*l).map(|c| (i, strip(&doc, *s), c))));
    }
    let any =
        |set: &Names| -> BTreeSet<(usize, Span)> { set.iter().map(|(i, s, _)| (*i, *s)).collect() };
    let mut out = format!("any {:.1}", f1(&any(&gold), &any(&found)));
    for label in ["PER", "ORG", "LOC", "NORP"] {
        let of =
            |set: &Names| -> Names { set.iter().filter(|(_, _, l)| l == label).cloned().collect() };
        out += &format!(" {label} {:.1}", f1(&of(&gold), &of(&found)));
    }
    out
}

fn class(label: NameLabel) -> Option<SmolStr> {
    match label {
        NameLabel::Person => Some("PER".into()),
        NameLabel::Organisation => Some("ORG".into()),
        NameLabel::Location | NameLabel::Facility => Some("LOC".into()),
        NameLabel::Norp => Some("NORP".into()),
        NameLabel::Time | NameLabel::Quantity | NameLabel::Other => None,
    }
}

/// Without article and possessive mark.
fn strip(doc: &Document, mut span: Span) -> Span {
    if doc.slice(span).to_lowercase().starts_with("the ") {
        span.start += 4;
    }
    for tail in ["'s", "’s", "'", "’"] {
        if let Some(rest) = doc.slice(span).strip_suffix(tail) {
            span.end = span.start + rest.len() as u32;
        }
    }
    span
}
