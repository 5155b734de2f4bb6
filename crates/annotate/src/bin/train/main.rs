//! Makes the models, and measures them.
//!
//! `train DATA MODELS [tagger|lemmas|parser|names ...]` trains the models named (all, if none is) on
//! the corpora in DATA and writes them to MODELS; a model not named is read from there.
//! `train --evaluate DATA MODELS [TREEBANK ...]` prints scores on the development and test parts, or
//! on the treebanks named; with `SHOW` in the environment also what is wrong in raw text.

mod corpora;
mod evaluate;

use corpora::Corpora;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::time::Instant;
use verbale_annotate::training::{self, Clusters, Example};
use verbale_annotate::{Engine, LEXICONS, Models};
use verbale_document::{Document, Lexicons};

/// Rounds over the treebanks that the parser learns for.
const PARSER_ROUNDS: usize = 10;
/// Taggers trained for the tags that the parser learns from.
const FOLDS: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--evaluate", data, models, ref stems @ ..] => {
            evaluate::run(&Corpora::new(data), &engine(Path::new(models))?, stems)
        }
        [data, models, ref which @ ..] if !data.starts_with('-') => {
            train(&Corpora::new(data), Path::new(models), which)
        }
        _ => Err("train [--evaluate] DATA MODELS [tagger|lemmas|parser|names|TREEBANK ...]".into()),
    }
}

fn train(corpora: &Corpora, models: &Path, which: &[&str]) -> Result<(), Box<dyn Error>> {
    let wanted = |name| which.is_empty() || which.contains(&name);
    let start = Instant::now();
    let report =
        |what: &str, bytes: usize| println!("{what}: {bytes} bytes, {:.0?}", start.elapsed());
    let write = |name: &str, bytes: &[u8]| {
        report(name, bytes.len());
        fs::write(models.join(name).with_extension("bin"), bytes)
    };
    let treebanks = [corpora.treebank("en_ewt-train")?, corpora.treebank("en_gum-train")?];
    let sentences: Vec<_> = treebanks.iter().flatten().collect();
    let clusters = Clusters::read(&fs::read_to_string("training/clusters.tsv")?)?;
    if wanted("tagger") {
        write("tagger", &training::train_tagger(&sentences, &clusters))?;
    }
    if wanted("lemmas") {
        write("lemmas", &training::train_lemmas(&sentences))?;
    }
    let tagger = fs::read(models.join("tagger.bin"))?;
    if wanted("parser") {
        let tags = training::jackknife(&sentences, &clusters, FOLDS);
        report("jackknife", 0);
        write("parser", &training::train_parser(&sentences, &tags, &tagger, PARSER_ROUNDS)?)?;
    }
    if wanted("names") {
        let names = training::no_names();
        let engine = engine_with(models, Some(names))?;
        let examples = corpora.articles(corpora::Part::Train)?;
        let examples = examples.into_iter().map(|a| example(&engine, a)).collect::<Vec<_>>();
        write("names", &training::train_names(&examples, &tagger)?)?;
    }
    Ok(())
}

/// An article with our tokens and its names.
fn example(engine: &Engine, article: training::worldwide::Article) -> Example {
    let mut doc = Document::new("article", article.text);
    let syntax = engine.syntax(&mut engine.worker(), &doc);
    doc.sentences = Some(syntax.sentences);
    doc.tokens = Some(syntax.tokens);
    Example { doc, names: article.names }
}

fn engine(models: &Path) -> Result<Engine, Box<dyn Error>> {
    engine_with(models, None)
}

fn engine_with(models: &Path, names: Option<Vec<u8>>) -> Result<Engine, Box<dyn Error>> {
    let read = |name: &str| fs::read(models.join(name));
    let names = names.map_or_else(|| read("names.bin"), Ok)?;
    let (tagger, parser, lemmas) = (read("tagger.bin")?, read("parser.bin")?, read("lemmas.bin")?);
    let files = Models { tagger: &tagger, parser: &parser, names: &names, lemmas: &lemmas };
    Ok(Engine::new(&Lexicons::from_pairs(LEXICONS.iter().copied()), files)?)
}
