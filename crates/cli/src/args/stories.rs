//! What `verbale stories` takes.

use super::{GivenArgs, Inputs, ModelArg, OwnRows};
use clap::ValueEnum;
use std::path::PathBuf;

/// What the files of a run over stories hold.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum StoriesInput {
    /// By extension, else by content; records among lines of JSON are taken as they are
    Auto,
    /// Web pages
    Html,
    /// Plain text
    Text,
    /// One JSON object a line, or an array of them: id, text or html, title, url, published_at, outlet
    Jsonl,
    /// What `verbale code` has written, as they are: nothing is coded
    Records,
}

/// `verbale stories`
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  verbale stories wires.jsonl > stories.jsonl
  verbale code wires.jsonl | verbale stories --input records -      coded once, grouped as often as you like
  verbale stories pages/ | jq -r 'select(.copy_of) | [.doc, .copy_kind, .copy_of] | @tsv'
  verbale stories --window 30 archive.jsonl.gz                      follow-ups within a month, less memory
  verbale stories --events wires.jsonl > mentions.jsonl             which reports tell one event

A line a document, in the order of the inputs: {\"doc\", \"story\", \"thread\", \"copy_of\", \"copy_kind\"}. A story is one
happening and what is written of it; a thread holds stories near one another. docs/stories.md says how they are
found and how often they are right.")]
pub struct StoriesArgs {
    #[command(flatten)]
    pub inputs: Inputs,
    /// What the files hold
    #[arg(long, value_enum, default_value = "auto")]
    pub input: StoriesInput,
    /// Documents more than N days apart are not compared; a story goes on as long as they follow one
    /// another within N days. Memory grows with the documents of so many days
    #[arg(long, value_name = "N", default_value_t = verbale_story::grouping::WINDOW,
        value_parser = clap::value_parser!(u16).range(1..=3660))]
    pub window: u16,
    /// Write events instead: a line for each mention, {"doc", "start", "end", "event", "type"}, where
    /// mentions of several reports that tell one event have one label
    #[arg(long)]
    pub events: bool,
    /// Join the mentions of this file in place of ours: lines {"doc", "start", "end"}, in characters.
    /// Texts are needed for it, not records
    #[arg(long, value_name = "FILE", requires = "events")]
    pub mentions: Option<PathBuf>,
    #[command(flatten)]
    pub given: GivenArgs,
    #[command(flatten)]
    pub atlas: OwnRows,
    #[command(flatten)]
    pub model: ModelArg,
}
