//! One file a command.

pub mod atlas;
pub mod chains;
pub mod code;
pub mod evaluate;
pub mod extract;
pub mod parse;

use crate::args::{Input, Inputs};
use crate::outcome::Failure;
use std::path::PathBuf;
use verbale::document::Lexicons;
use verbale::read::{InputKind, Sources};
use verbale::{builtin_lexicons, lexicons_with_folder};

/// The lexicons a command was asked to use.
fn lexicons(inputs: &Inputs) -> Result<Lexicons, Failure> {
    match &inputs.lexicons {
        Some(folder) => Ok(lexicons_with_folder(folder)?),
        None => Ok(builtin_lexicons()),
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
