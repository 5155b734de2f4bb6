//! One file a command.

pub mod atlas;
pub mod chains;
pub mod code;
mod confidence;
pub mod evaluate;
pub mod explain;
pub mod extract;
mod learn;
pub mod parse;

use crate::args::{Input, Inputs, ModelArg, OwnRows};
use crate::lexicons::with_folder;
use crate::outcome::Failure;
use crate::position::{Position, Watched};
use std::fs;
use std::path::{Path, PathBuf};
use verbale::atlas::lay_over as atlas_rows;
use verbale::document::{Document, Lexicons};
use verbale::read::{InputKind, Sources};
use verbale::{Error, Model, builtin_lexicons};

/// What was made of an input, and a line for a person where only a part of it was read; else why
/// nothing was.
type Made<T> = Result<(T, Option<String>), String>;

/// The lexicons a command was asked to use.
fn lexicons(inputs: &Inputs) -> Result<Lexicons, Failure> {
    lexicons_of(inputs.lexicons.as_deref())
}

/// The built-in lexicons, with those of a folder laid over them.
fn lexicons_of(folder: Option<&Path>) -> Result<Lexicons, Failure> {
    match folder {
        Some(folder) => with_folder(folder),
        None => Ok(builtin_lexicons()),
    }
}

/// The lexicons a command was asked to use, with a user's own rows of the atlas.
fn pipeline_lexicons(inputs: &Inputs, own: &OwnRows) -> Result<Lexicons, Failure> {
    let mut lexicons = lexicons(inputs)?;
    lay_over(&mut lexicons, own)?;
    Ok(lexicons)
}

/// Lays a user's own rows over the tables of the atlas.
fn lay_over(lexicons: &mut Lexicons, own: &OwnRows) -> Result<(), Failure> {
    for path in &own.atlas {
        let failed = |why: String| Failure::Message(format!("{}: {why}", path.display()));
        let text = fs::read_to_string(path).map_err(|e| failed(e.to_string()))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        atlas_rows(lexicons, &name, &text).map_err(|e| failed(e.to_string()))?;
    }
    Ok(())
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

/// A line for a person where only a part of the input `name` was read.
fn cut(name: &str, doc: &Document) -> Option<String> {
    let note = doc.notes.iter().find(|n| n.kind == "truncated")?;
    Some(format!("{name}: {}", note.message))
}

/// The stream of inputs behind the paths and how far it has been read. What folders hold beside
/// inputs is told.
fn sources(paths: &[PathBuf], kind: Input) -> (Watched, Position) {
    let kind = match kind {
        Input::Auto => InputKind::Auto,
        Input::Html => InputKind::Html,
        Input::Text => InputKind::Text,
        Input::Jsonl => InputKind::Jsonl,
    };
    let sources = Sources::new(paths.to_vec(), kind);
    for note in sources.notes() {
        eprintln!("verbale: {note}");
    }
    Position::of(sources)
}
