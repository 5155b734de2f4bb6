//! The words of `verbale atlas`.

use super::{GivenArgs, Input, Inputs, ModelArg, OwnRows};
use clap::Subcommand;

/// `verbale atlas`
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  verbale atlas lookup \"Sergei Lavrov\" --date 2024-06-21
  verbale atlas check
  verbale atlas learn archive.jsonl.gz > persons-learnt.tsv")]
pub struct AtlasArgs {
    /// What to ask
    #[command(subcommand)]
    pub what: AtlasCommand,
}

/// Questions to the atlas.
#[derive(Subcommand, Debug)]
pub enum AtlasCommand {
    /// Who or what a name denotes at a date
    #[command(after_help = "Examples:
  verbale atlas lookup NATO --date 2020-04-01
  verbale atlas lookup \"Boris Johnson\" --date 2019-08-01 --json")]
    Lookup {
        /// A person, state, body, group or place
        name: String,
        /// YYYY-MM-DD; without it every reading is listed
        #[arg(long, value_name = "D")]
        date: Option<verbale::document::Date>,
        /// One JSON object a line
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        atlas: OwnRows,
    },
    /// Contradictions in the tables: codes of no state, terms that end before they begin, two
    /// holders of one office
    #[command(after_help = "Examples:
  verbale atlas check
  verbale atlas check --atlas persons-mine.tsv")]
    Check {
        #[command(flatten)]
        atlas: OwnRows,
    },
    /// Titles that stories give persons, as a table of persons with first and last day and count
    Learn(LearnArgs),
}

/// `verbale atlas learn`
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  verbale atlas learn archive.jsonl.gz --least 3 > persons-learnt.tsv
  verbale code --atlas persons-learnt.tsv today/")]
pub struct LearnArgs {
    #[command(flatten)]
    pub inputs: Inputs,
    /// What the files hold
    #[arg(long, value_enum, default_value = "auto")]
    pub input: Input,
    /// Leave out what fewer stories say
    #[arg(long, value_name = "N", default_value = "1")]
    pub least: usize,
    #[command(flatten)]
    pub given: GivenArgs,
    #[command(flatten)]
    pub atlas: OwnRows,
    #[command(flatten)]
    pub model: ModelArg,
}
