//! `verbale evaluate`: our analysis against reference data.

use super::parse::read_treebank;
use super::{chains, confidence, model, pairs, unusable};
use crate::args::{Evaluate, EvaluateArgs};
use crate::files;
use crate::outcome::{Failure, Tally};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use verbale::document::Document;
use verbale::read::remedy;
use verbale::{Language, Pipeline, builtin_lexicons};
use verbale_evaluate::corpus::bio;
use verbale_evaluate::corpus::named::Foreign;
use verbale_evaluate::{NameScores, Score, WordScores, names, sentences, words};

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
        Evaluate::Confidence { inputs, input } => {
            return confidence::run(&inputs, input, &args.model);
        }
        Evaluate::Events { inputs, input, stories, mentions } => {
            return pairs::run(&inputs, input, &stories, mentions.as_deref(), &args.model);
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
        language.parse(&mut worker, &mut doc);
        return doc;
    }
    let mut doc = reference.clone();
    language.parse_tokens(&mut worker, &mut doc);
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
    let others = against.map(foreign).transpose()?;
    let mut scores = NameScores::default();
    for labels in label_files(folder)? {
        let mut doc = text_beside(&labels)?;
        match &others {
            Some(others) => others.put(&stem(&labels), &mut doc),
            None => language.parse(&mut worker, &mut doc),
        }
        let reference = with_gold_names(&labels, &doc)?;
        scores.add(&names(&reference, &doc));
    }
    let mut rows = vec![("any name".to_string(), scores.any)];
    rows.extend(scores.by_label.iter().map(|(label, score)| (format!("{label:?}"), *score)));
    Ok(table(&rows))
}

fn label_files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let failed = |e: io::Error| files::failed(folder, remedy(&e));
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

/// The names of another program.
fn foreign(path: &Path) -> Result<Foreign, Failure> {
    Foreign::parse(&files::text(path)?).map_err(|e| files::failed(path, e))
}

fn stem(path: &Path) -> String {
    path.file_stem().map_or_else(String::new, |s| s.to_string_lossy().into_owned())
}

fn text_beside(labels: &Path) -> Result<Document, Failure> {
    let text = labels.with_extension("txt");
    Ok(Document::new(text.display().to_string(), files::text(&text)?))
}

/// The reference names as a document with words of its own: one token a name.
fn with_gold_names(labels: &Path, doc: &Document) -> Result<Document, Failure> {
    let mut gold = Document::new(doc.id.clone(), doc.text().to_string());
    bio::put_names(&mut gold, &bio::spans(&files::text(labels)?, doc.text()));
    Ok(gold)
}
