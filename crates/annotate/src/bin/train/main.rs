//! What training does in Rust, and the scores of models.
//!
//! `train lemmas DATA MODELS` learns the lemma rules and writes `MODELS/lemmas.bin`.
//! `train tokens DATA OUT` cuts texts into the tokens that networks learn from (`tokens.rs`).
//! `train evaluate DATA MODELS NETWORK [TREEBANK ...]` prints scores of the network in
//! `MODELS/NETWORK` on the development and test parts, or on the treebanks named; with `SHOW` in the
//! environment also what is wrong in raw text.

mod corpora;
mod evaluate;
mod tokens;

use corpora::Corpora;
use std::error::Error;
use std::fs;
use std::path::Path;
use verbale_annotate::{Engine, LEXICONS, Models, training};
use verbale_document::Lexicons;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["lemmas", data, models] => lemmas(&Corpora::new(data), Path::new(models)),
        ["tokens", data, out] => tokens::write(&Corpora::new(data), &lexicons(), Path::new(out)),
        ["evaluate", data, models, network, ref treebanks @ ..] => {
            let engine = engine(Path::new(models), network)?;
            evaluate::run(&Corpora::new(data), &engine, treebanks)
        }
        _ => Err("train lemmas DATA MODELS | tokens DATA OUT | \
                  evaluate DATA MODELS NETWORK [TREEBANK ...]"
            .into()),
    }
}

fn lemmas(corpora: &Corpora, models: &Path) -> Result<(), Box<dyn Error>> {
    let treebanks = [corpora.treebank("en_ewt-train")?, corpora.treebank("en_gum-train")?];
    let sentences: Vec<_> = treebanks.iter().flatten().collect();
    Ok(fs::write(models.join("lemmas.bin"), training::train_lemmas(&sentences))?)
}

fn engine(models: &Path, network: &str) -> Result<Engine, Box<dyn Error>> {
    let read = |name: &str| {
        let path = models.join(name);
        fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))
    };
    let (network, lemmas) = (read(network)?, read("lemmas.bin")?);
    Ok(Engine::new(&lexicons(), Models { network: &network, lemmas: &lemmas })?)
}

fn lexicons() -> Lexicons {
    Lexicons::from_pairs(LEXICONS.iter().copied())
}
