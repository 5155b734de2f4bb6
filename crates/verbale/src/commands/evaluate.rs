//! `verbale evaluate`: our analysis against reference data.

use super::parse::read_treebank;
use super::{chains, foreign, model, unusable};
use crate::args::{Evaluate, EvaluateArgs};
use crate::outcome::{Failure, Tally};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use verbale::document::{Document, Layer, Name, NameLabel, Producer, Span, Token};
use verbale::evaluate::{NameScores, Score, WordScores, names, sentences, words};
use verbale::{Language, Pipeline, builtin_lexicons};

/// Scores and prints a table.
pub fn run(args: EvaluateArgs) -> Result<Tally, Failure> {
    let language = || {
        let language = Language::new(&builtin_lexicons(), &model(&args.model)?);
        language.map_err(unusable(&args.model))
    };
    let table = match args.what {
        Evaluate::Trees { gold, raw, against } => trees(&gold, raw, against.as_deref(), language)?,
        Evaluate::Names { folder, against } => names_in(&folder, against.as_deref(), &language()?)?,
        Evaluate::Chains { gold, genres } => {
            let pipeline = Pipeline::new(&builtin_lexicons(), &model(&args.model)?);
            chains::table(&gold, &genres, &pipeline.map_err(unusable(&args.model))?)?
        }
    };
    io::stdout().lock().write_all(table.as_bytes()).map_err(|e| Failure::output(&e))?;
    Ok(Tally { done: 1, ..Tally::default() })
}

fn trees(
    gold: &Path,
    raw: bool,
    against: Option<&Path>,
    language: impl Fn() -> Result<Language, Failure>,
) -> Result<String, Failure> {
    let reference = read_treebank(gold).map_err(Failure::Message)?.doc;
    let predicted = match against {
        Some(path) => read_treebank(path).map_err(Failure::Message)?.doc,
        None => analysed(&reference, raw, &language()?),
    };
    Ok(tree_table(sentences(&reference, &predicted), &words(&reference, &predicted)))
}

/// Our analysis of the reference's text, from its tokens or from nothing.
fn analysed(reference: &Document, raw: bool, language: &Language) -> Document {
    let mut worker = language.worker();
    if raw {
        let mut doc = Document::new(reference.id.clone(), reference.text().to_string());
        language.annotate(&mut worker, &mut doc);
        return doc;
    }
    let mut doc = reference.clone();
    language.annotate_tokens(&mut worker, &mut doc);
    doc
}

fn tree_table(sentences: Score, scores: &WordScores) -> String {
    let rows = [
        ("sentences", sentences),
        ("words", scores.words),
        ("UPOS", scores.upos),
        ("XPOS", scores.xpos),
        ("lemmas", scores.lemma),
        ("UAS", scores.uas),
        ("LAS", scores.las),
    ];
    table(&rows.map(|(name, score)| (name.to_string(), score)))
}

fn table(rows: &[(String, Score)]) -> String {
    let mut out =
        format!("{:14}{:>10}{:>8}{:>8}{:>10}\n", "", "precision", "recall", "F1", "reference");
    for (name, s) in rows {
        let (p, r, f) = (100.0 * s.precision(), 100.0 * s.recall(), 100.0 * s.f1());
        out += &format!("{name:14}{p:>10.2}{r:>8.2}{f:>8.2}{:>10}\n", s.reference);
    }
    out
}

fn names_in(folder: &Path, against: Option<&Path>, language: &Language) -> Result<String, Failure> {
    let mut worker = language.worker();
    let others = against.map(foreign::read).transpose()?;
    let mut scores = NameScores::default();
    for labels in label_files(folder)? {
        let mut doc = text_beside(&labels)?;
        match &others {
            Some(others) => others.put(&labels, &mut doc),
            None => language.annotate(&mut worker, &mut doc),
        }
        let reference = with_gold_names(&labels, &doc)?;
        scores.add(&names(&reference, &doc));
    }
    let mut rows = vec![("any name".to_string(), scores.any)];
    rows.extend(scores.by_label.iter().map(|(label, score)| (format!("{label:?}"), *score)));
    Ok(table(&rows))
}

fn label_files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let failed = |e: io::Error| Failure::Message(format!("{}: {e}", folder.display()));
    let entries: Vec<_> = fs::read_dir(folder).and_then(Iterator::collect).map_err(failed)?;
    let mut files: Vec<PathBuf> = entries.iter().map(fs::DirEntry::path).collect();
    files.retain(|p| p.extension().is_some_and(|e| e == "tsv"));
    files.sort();
    if files.is_empty() {
        let what = format!("{}: no .tsv file with BIO labels in it", folder.display());
        return Err(Failure::Message(what));
    }
    Ok(files)
}

fn read(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|e| Failure::Message(format!("{}: {e}", path.display())))
}

fn text_beside(labels: &Path) -> Result<Document, Failure> {
    let text = labels.with_extension("txt");
    Ok(Document::new(text.display().to_string(), read(&text)?))
}

/// The reference names as a document with words of its own: one token a name.
fn with_gold_names(labels: &Path, doc: &Document) -> Result<Document, Failure> {
    let mut gold = Document::new(doc.id.clone(), doc.text().to_string());
    let spans = gold_spans(&read(labels)?, doc.text());
    put_names(&mut gold, &spans);
    Ok(gold)
}

/// Gives a document these names, each with a token of its own.
pub(super) fn put_names(doc: &mut Document, spans: &[(Span, NameLabel)]) {
    let token = |(span, _): &(Span, NameLabel)| Token::bare(*span);
    let name = |(i, (_, label)): (usize, &(Span, NameLabel))| Name {
        first: i as u32,
        end: i as u32 + 1,
        label: *label,
        confidence: 1.0,
    };
    let names = spans.iter().enumerate().map(name).collect();
    doc.tokens = Some(Layer::new(Producer::default(), spans.iter().map(token).collect()));
    doc.names = Some(Layer::new(Producer::default(), names));
}

/// Finds the labelled tokens in the text, one after another; tokens that are not there are passed over.
fn gold_spans(labels: &str, text: &str) -> Vec<(Span, NameLabel)> {
    let mut spans: Vec<(Span, NameLabel)> = Vec::new();
    let (mut at, mut open) = (0, false);
    for line in labels.lines() {
        let found = line.split_once('\t').and_then(|(token, label)| {
            text[at..].find(token).map(|k| (Span::new(at + k, at + k + token.len()), label))
        });
        let Some((span, label)) = found else {
            open = false;
            continue;
        };
        at = span.end as usize;
        match (label.split_at_checked(2), open) {
            (Some(("B-", class)), _) => {
                open = true;
                spans.push((span, class_of(class)));
            }
            (Some(("I-", _)), true) => {
                if let Some(last) = spans.last_mut() {
                    last.0 = last.0.cover(span);
                }
            }
            _ => open = false,
        }
    }
    spans
}

fn class_of(class: &str) -> NameLabel {
    match class {
        "Person" => NameLabel::Person,
        "Organization" => NameLabel::Organisation,
        "Location" | "Facility" => NameLabel::Location,
        "NORP" => NameLabel::Norp,
        _ => NameLabel::Other,
    }
}
