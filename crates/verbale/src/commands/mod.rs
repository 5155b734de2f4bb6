//! One file a command.

pub mod atlas;
pub mod chains;
pub mod code;
pub mod evaluate;
pub mod extract;
mod foreign;
pub mod parse;

use crate::args::{Input, Inputs, ModelArg};
use crate::outcome::Failure;
use std::fs;
use std::path::PathBuf;
use verbale::document::Lexicons;
use verbale::read::{InputKind, Sources};
use verbale::{Error, Model, builtin_lexicons, lexicons_with_folder};

/// The lexicons a command was asked to use.
fn lexicons(inputs: &Inputs) -> Result<Lexicons, Failure> {
    match &inputs.lexicons {
        Some(folder) => Ok(lexicons_with_folder(folder)?),
        None => Ok(builtin_lexicons()),
    }
}

/// The language model a command was asked to use.
fn model(arg: &ModelArg) -> Result<Model, Failure> {
    let Some(path) = &arg.model else { return Ok(Model::Default) };
    let read = fs::read(path);
    read.map(Model::Bytes).map_err(|e| Failure::Message(format!("{}: {e}", path.display())))
}

/// Why the stages could not be built, with the name of the model file if that is the reason.
fn unusable(arg: &ModelArg) -> impl Fn(Error) -> Failure + '_ {
    move |error| match (&error, &arg.model) {
        (Error::Model(_), Some(path)) => Failure::Message(format!("{}: {error}", path.display())),
        _ => error.into(),
    }
}

/// The stream of inputs behind the paths.
fn sources(paths: &[PathBuf], kind: Input) -> Sources {
    let kind = match kind {
        Input::Auto => InputKind::Auto,
        Input::Html => InputKind::Html,
        Input::Text => InputKind::Text,
        Input::Jsonl => InputKind::Jsonl,
    };
    Sources::new(paths.to_vec(), kind)
}
