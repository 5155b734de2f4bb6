//! What training does in Rust.
//!
//! `train lemmas DATA MODELS` learns the lemma rules and writes `MODELS/lemmas.bin`.
//! `train tokens DATA OUT` cuts texts into the tokens that networks learn from (`tokens.rs`).
//! Networks are trained in Python; `verbale evaluate --model FILE` scores them.

#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

mod corpora;
mod tokens;
mod worldwide;

use corpora::Corpora;
use std::error::Error;
use std::fs;
use std::path::Path;
use verbale_parse::training;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["lemmas", data, models] => lemmas(&Corpora::new(data), Path::new(models)),
        ["tokens", data, out] => {
            tokens::write(&Corpora::new(data), &verbale_lexicons::english(), Path::new(out))
        }
        _ => Err("train lemmas DATA MODELS | tokens DATA OUT".into()),
    }
}

fn lemmas(corpora: &Corpora, models: &Path) -> Result<(), Box<dyn Error>> {
    let treebanks = [corpora.treebank("en_ewt-train")?, corpora.treebank("en_gum-train")?];
    let words = treebanks.iter().flat_map(|treebank| treebank.words());
    Ok(fs::write(models.join("lemmas.bin"), training::train_lemmas(words))?)
}
