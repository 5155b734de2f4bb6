//! One file a command.

pub mod atlas;
pub mod chains;
pub mod code;
mod confidence;
pub mod evaluate;
pub mod events;
pub mod explain;
pub mod extract;
mod joined;
mod learn;
pub mod manual;
mod pairs;
pub mod parse;
pub mod store;
pub mod stories;

use crate::args::{GivenArgs, Input, Inputs, ModelArg, OwnRows};
use crate::message::say;
use crate::outcome::{Failure, Remarks};
use crate::position::{Position, Watched};
use std::path::{Path, PathBuf};
use verbale::document::{Document, Lexicons, Note};
use verbale::own::{own_lexicons, own_model};
use verbale::read::{Given, InputKind, Sources};
use verbale::{Error, Model, overlooked};

/// What was made of an input, and what a person should know of it; else why nothing was.
type Made<T> = Result<(T, Remarks), String>;

/// The lexicons a command was asked to use.
fn lexicons(inputs: &Inputs) -> Result<Lexicons, Failure> {
    pipeline_lexicons(inputs.run.lexicons.as_deref(), &OwnRows::default())
}

/// The built-in lexicons, with those of a folder and a user's own rows of the atlas laid over them. Lines
/// of the folder that never count are told.
fn pipeline_lexicons(folder: Option<&Path>, own: &OwnRows) -> Result<Lexicons, Failure> {
    let lexicons = own_lexicons(folder, &own.atlas)?;
    if folder.is_some() {
        overlooked(&lexicons).iter().for_each(say);
    }
    Ok(lexicons)
}

/// The language model a command was asked to use.
fn model(arg: &ModelArg) -> Result<Model, Failure> {
    Ok(own_model(arg.model.as_deref())?)
}

/// Why the stages could not be built, with the name of the model file if that is the reason.
fn unusable(arg: &ModelArg) -> impl Fn(Error) -> Failure + '_ {
    move |error| match (&error, &arg.model) {
        (Error::Model(_), Some(path)) => Failure::Message(format!("{}: {error}", path.display())),
        _ => error.into(),
    }
}

/// What a person should know of the input `name`: that only a part of it was read, and what of it
/// was ignored.
fn remarks(name: &str, doc: &Document) -> Remarks {
    let line = |note: &Note| format!("{name}: {}", note.message);
    let cut = doc.notes.iter().find(|n| n.kind == Note::TRUNCATED).map(line);
    let ignored = doc.notes.iter().filter(|n| n.kind == Note::IGNORED || n.kind == Note::DATE);
    // The key stands first, between backticks.
    let key = |note: &Note| note.message.split('`').nth(1).unwrap_or_default().to_string();
    Remarks { cut, ignored: ignored.map(|note| (key(note), line(note))).collect() }
}

/// What is said of all inputs.
///
/// # Errors
/// The address of one story for several inputs.
fn given(args: GivenArgs, paths: &[PathBuf]) -> Result<Given, Failure> {
    let several = paths.len() > 1 || paths.iter().any(|p| p.is_dir());
    if args.url.is_some() && several {
        let what = "--url is the address of one story; name one input with it";
        return Err(Failure::Usage(what.to_string()));
    }
    let GivenArgs { published, url, outlet } = args;
    Ok(Given { title: None, published_at: published, url, outlet })
}

/// The stream of inputs behind the paths and how far it has been read. What folders hold beside
/// inputs is told.
fn sources(paths: &[PathBuf], kind: Input, given: Given) -> (Watched, Position) {
    let kind = match kind {
        Input::Auto => InputKind::Auto,
        Input::Html => InputKind::Html,
        Input::Text => InputKind::Text,
        Input::Jsonl => InputKind::Jsonl,
        Input::Warc => InputKind::Warc,
    };
    let sources = Sources::new(paths.to_vec(), kind).given(given);
    for note in sources.notes() {
        say(note);
    }
    Position::of(sources)
}
