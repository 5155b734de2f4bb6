//! The words of `verbale evaluate`.

use super::{Input, Inputs, ModelArg};
use clap::Subcommand;
use std::path::PathBuf;

/// `verbale evaluate`
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  verbale evaluate trees en_ewt-ud-test.conllu           gold tokens, our tags and trees
  verbale evaluate trees --raw en_gum-ud-test.conllu     from raw text: sentences and words too
  verbale evaluate trees en_ewt-ud-test.conllu --against other-tool.conllu
  verbale evaluate names worldwide/                      folders of .txt with BIO labels in .tsv
  verbale evaluate chains en_gum-ud-test.conllu          who is meant by a name or pronoun
  verbale evaluate chains en_gum-ud-test.conllu --genres news,interview,bio
  verbale evaluate confidence story.txt                  what the confidence of each record rests on")]
pub struct EvaluateArgs {
    /// What to score
    #[command(subcommand)]
    pub what: Evaluate,
    #[command(flatten)]
    pub model: ModelArg,
}

/// What can be scored.
#[derive(Subcommand, Debug)]
pub enum Evaluate {
    /// Sentences, words, tags, lemmas and trees against CoNLL-U
    #[command(after_help = "Examples:
  verbale evaluate trees en_ewt-ud-test.conllu           gold tokens, our tags and trees
  verbale evaluate trees --raw en_gum-ud-test.conllu     from raw text: sentences and words too
  verbale evaluate trees en_ewt-ud-test.conllu --against other-tool.conllu")]
    Trees {
        /// Reference treebank
        gold: PathBuf,
        /// Start from the raw text instead of gold tokens
        #[arg(long, conflicts_with = "against")]
        raw: bool,
        /// Score this file's analysis instead of ours
        #[arg(long, value_name = "FILE")]
        against: Option<PathBuf>,
    },
    /// Names against BIO labels
    #[command(after_help = "Examples:
  verbale evaluate names worldwide/                      folders of .txt with BIO labels in .tsv
  verbale evaluate names worldwide/ --against other-tool.jsonl")]
    Names {
        /// Folder of pairs NAME.txt and NAME.tsv (token, label)
        folder: PathBuf,
        /// Score this file's names instead of ours: a line {"id": NAME, "names": [{"start": 0,
        /// "end": 4, "label": "person"}]} for each pair, in characters
        #[arg(long, value_name = "FILE")]
        against: Option<PathBuf>,
    },
    /// Coreference against CoNLL-U with an entity layer (`Entity=` brackets, as in GUM): on gold
    /// tokens and sentences, document by document
    #[command(after_help = "Examples:
  verbale evaluate chains en_gum-ud-test.conllu          who is meant by a name or pronoun
  verbale evaluate chains en_gum-ud-test.conllu --genres news,interview,bio")]
    Chains {
        /// Reference treebank
        gold: PathBuf,
        /// Only documents of these genres (`meta::genre`)
        #[arg(long, value_delimiter = ',', value_name = "LIST")]
        genres: Vec<String>,
    },
    /// What the confidence of each record rests on: a line of JSON a story, with the features of its
    /// statements and events by their ids (docs/confidence.md)
    #[command(after_help = "Examples:
  verbale evaluate confidence story.txt | jq .events
  python3 bench/confidence stories/                      fits the weights of the features")]
    Confidence {
        #[command(flatten)]
        inputs: Inputs,
        /// What the files hold
        #[arg(long, value_enum, default_value = "auto")]
        input: Input,
    },
    /// Which mentions of a story are compared to join events, and what they agree in: a line of JSON a
    /// story, with its mentions and the features of their pairs
    #[command(after_help = "Examples:
  verbale evaluate events --stories stories.jsonl archive.jsonl
  verbale evaluate events --stories stories.jsonl --mentions events.jsonl archive.jsonl
  python3 bench/events docs.jsonl events.jsonl           fits the weights of the features")]
    Events {
        #[command(flatten)]
        inputs: Inputs,
        /// What the files hold
        #[arg(long, value_enum, default_value = "auto")]
        input: Input,
        /// The story of each document: lines {"doc" or "id", "story"}
        #[arg(long, value_name = "FILE")]
        stories: PathBuf,
        /// Mentions to join in place of ours: lines {"doc", "start", "end"}, in characters
        #[arg(long, value_name = "FILE")]
        mentions: Option<PathBuf>,
    },
}
