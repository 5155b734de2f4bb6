//! The command line. Words and defaults only; what they do stands in `commands/`.

mod atlas;
mod evaluate;
mod feeds;
mod given;
mod store;
mod stories;

pub use atlas::{AtlasArgs, AtlasCommand, LearnArgs};
pub use evaluate::{Evaluate, EvaluateArgs};
pub use feeds::FeedArgs;
pub use given::GivenArgs;
pub use store::{
    AddArgs, AnswerFormat, CountBy, ExportArgs, GcArgs, QueryArgs, RecodeArgs, ShowArgs,
    TogetherTable, VerifyArgs,
};
pub use stories::{StoriesArgs, StoriesInput};

use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Who said what about whom, who did what to whom, and according to whom.
#[derive(Parser, Debug)]
#[command(name = "verbale", version, arg_required_else_help = true)]
#[command(after_help = "Examples:
  verbale code story.html                      records of one page, as JSON Lines
  verbale code --format html -o story.html examples/
                                               a page to read: the story, its records, their evidence
  verbale code --format parquet -o records/ archive.jsonl.gz
                                               tables for R, Python or DuckDB (docs/queries.md)
  curl -s https://news.example/a | verbale code -
                                               from standard input
  verbale atlas lookup \"Sergei Lavrov\" --date 2024-06-21
  verbale add store/ archive.jsonl.gz && verbale query store/ --who KEN --whom UGA
                                               many stories, kept and asked (docs/store.md)

Exit codes: 0 all inputs coded, 1 something was skipped or cut (named on stderr), 2 wrong arguments,
130 interrupted (what was begun is written, what is left is told).")]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands, in the order in which a user meets them.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Code stories: statements and events with their evidence
    Code(CodeArgs),
    /// Group stories: which documents tell one, and which copies which
    Stories(StoriesArgs),
    /// Say why a record was made, or why a sentence gave none
    Explain(ExplainArgs),
    /// Analyse sentences: tags, lemmas and trees as CoNLL-U
    Parse(ParseArgs),
    /// Extract the article from pages: text, sections, dates, credits
    Extract(ExtractArgs),
    /// Score our analysis against reference data
    Evaluate(EvaluateArgs),
    /// Ask the atlas who somebody is
    Atlas(AtlasArgs),
    /// Add stories to a store, each once
    Add(AddArgs),
    /// Ask a store: events by who, whom, what, when, where and whose word
    Query(QueryArgs),
    /// Show a document, event or story of a store with its reports, voices and words
    Show(ShowArgs),
    /// Write the records of a store, as `code` does
    Export(ExportArgs),
    /// Look whether a store is as it was written
    Verify(VerifyArgs),
    /// Put a store in order: join small tables, make damaged ones again
    Gc(GcArgs),
    /// Code again what changed tables or another model would code otherwise
    Recode(RecodeArgs),
    /// Print what completes words of this program in a shell
    Completions(CompletionsArgs),
    /// Print the manual page of this program or of one of its commands
    Man(ManArgs),
}

/// What kind of input the files hold.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum Input {
    /// By extension, else by content
    Auto,
    /// Web pages
    Html,
    /// Plain text, kept as it is
    Text,
    /// One JSON object a line, or an array of them: id, text or html, title, url, published_at, outlet
    Jsonl,
    /// Web archives (WARC), such as those of CC-NEWS: their pages, with addresses
    Warc,
}

/// How records are written.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// One JSON object a document (docs/output.md)
    Jsonl,
    /// Tables in a folder, safe to open in a spreadsheet (docs/columns.md)
    Csv,
    /// The same tables with types: lists, days, numbers
    Parquet,
    /// One page to read in a browser
    Html,
    /// Dyads with the columns of POLECAT, for what reads its files: only what is told as having happened
    /// (docs/peers.md)
    Polecat,
    /// Dyads with the columns of GDELT 2.0, likewise
    Gdelt,
}

/// Arguments that every command over documents takes.
#[derive(clap::Args, Debug)]
pub struct Inputs {
    /// Files, folders (read recursively), or - for standard input; .gz is unpacked
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub run: RunArgs,
}

/// Arguments of how documents are coded, whatever they come from.
#[derive(clap::Args, Debug)]
pub struct RunArgs {
    /// Worker threads [default: one per core]
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub jobs: Option<u16>,
    /// Folder of lexicons (.tsv) that replace built-in ones of the same name
    #[arg(long, value_name = "DIR")]
    pub lexicons: Option<PathBuf>,
    /// No progress, even on a terminal
    #[arg(short, long)]
    pub quiet: bool,
}

impl RunArgs {
    /// Worker threads: as asked, else one per core.
    pub fn jobs(&self) -> usize {
        let cores = || std::thread::available_parallelism().map_or(1, usize::from);
        self.jobs.map_or_else(cores, usize::from)
    }
}

/// `verbale code`
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  verbale code examples/
  verbale code --input text --format jsonl story.txt | jq '.events[] | {type, according_to}'
  verbale code --format csv -o out/ -j 4 pages/
  verbale code --format csv --bom -o out/ pages/         for Excel
  verbale code --min-confidence 0.8 story.html           only what is right four times in five
  verbale code --published 2024-06-21 --outlet Reuters story.txt
  zcat day.jsonl.gz | verbale code --input jsonl --format parquet -o day/ -")]
pub struct CodeArgs {
    #[command(flatten)]
    pub inputs: Inputs,
    /// What the files hold
    #[arg(long, value_enum, default_value = "auto")]
    pub input: Input,
    /// How to write the records
    #[arg(long, value_enum, default_value = "jsonl")]
    pub format: Format,
    /// Leave out statements and events less likely to be right than X, from 0 to 1
    /// (docs/confidence.md); what others are told by stays
    #[arg(long, value_name = "X", default_value = "0", value_parser = probability)]
    pub min_confidence: f64,
    /// Take somebody's word into polecat as well, `claim` in the column Version of such rows
    #[arg(long)]
    pub claims: bool,
    /// Where to write: a folder (csv, parquet) or a file [default: standard output]
    #[arg(short, long, value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// Begin each CSV file with a byte order mark, by which Excel knows that it is UTF-8
    #[arg(long)]
    pub bom: bool,
    /// Replace an output that exists; it stays until the new one is whole
    #[arg(long)]
    pub overwrite: bool,
    #[command(flatten)]
    pub given: GivenArgs,
    #[command(flatten)]
    pub atlas: OwnRows,
    #[command(flatten)]
    pub model: ModelArg,
}

/// A number from 0 to 1.
fn probability(words: &str) -> Result<f64, String> {
    let number = words.parse().ok().filter(|x| (0.0..=1.0).contains(x));
    number.ok_or_else(|| "a number from 0 to 1 is wanted".to_string())
}

/// `verbale explain`
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  verbale explain story.txt                    every record in a line, with its id
  verbale explain story.txt s3 e2              why these records were made
  verbale explain story.txt --at 120           the sentence at a code point of the text
  verbale explain story.txt \"held talks\"       the sentences with these words
  verbale explain wires.jsonl --doc w-17 e1    a story of several
  verbale explain --lexicons mine/ story.txt e2
  echo 'Ghana attacked Togo.' | verbale explain - attacked")]
pub struct ExplainArgs {
    /// A file, or - for standard input
    #[arg(value_name = "PATH")]
    pub path: PathBuf,
    /// Ids of records (s3, e2), or words of the text
    #[arg(value_name = "WHAT")]
    pub what: Vec<String>,
    /// The sentence at this offset, in code points as in records; may be given several times
    #[arg(long, value_name = "N")]
    pub at: Vec<usize>,
    /// Which story, by its id, where the input holds several
    #[arg(long, value_name = "ID")]
    pub doc: Option<String>,
    /// What the file holds
    #[arg(long, value_enum, default_value = "auto")]
    pub input: Input,
    /// Folder of lexicons (.tsv) that replace built-in ones of the same name
    #[arg(long, value_name = "DIR")]
    pub lexicons: Option<PathBuf>,
    #[command(flatten)]
    pub given: GivenArgs,
    #[command(flatten)]
    pub atlas: OwnRows,
    #[command(flatten)]
    pub model: ModelArg,
}

/// A user's own rows of the atlas.
#[derive(clap::Args, Debug, Default)]
pub struct OwnRows {
    /// Your own rows of the atlas, in the columns of its table, whose name the file begins with
    /// (persons-mine.tsv); they win over ours. May be given several times
    #[arg(long, value_name = "FILE")]
    pub atlas: Vec<PathBuf>,
}

/// Which language model.
#[derive(clap::Args, Debug)]
pub struct ModelArg {
    /// A language model (docs/models.md) in place of the built-in one, of your own training
    #[arg(long, value_name = "FILE")]
    pub model: Option<PathBuf>,
}

/// What `verbale parse` reads.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum ParseInput {
    /// Pages, text or JSON, by extension, else by content
    Auto,
    /// Web pages: the sentences of their article
    Html,
    /// Plain text
    Text,
    /// One JSON object a line, or an array of them
    Jsonl,
    /// Treebank files: their tokens and sentences are kept, the analysis is ours
    Conllu,
}

/// `verbale parse`
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  echo 'Talks opened in Almaty on Friday.' | verbale parse -
  verbale parse page.html                                the article of a page
  verbale parse --input conllu en_ewt-ud-test.conllu > ours.conllu")]
pub struct ParseArgs {
    #[command(flatten)]
    pub inputs: Inputs,
    /// What the files hold
    #[arg(long, value_enum, default_value = "auto")]
    pub input: ParseInput,
    #[command(flatten)]
    pub model: ModelArg,
}

/// `verbale extract`
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  verbale extract page.html
  verbale extract --text pages/ > articles.txt
  verbale extract page.es.html                 in any language, though only English is coded")]
pub struct ExtractArgs {
    #[command(flatten)]
    pub inputs: Inputs,
    /// What the files hold
    #[arg(long, value_enum, default_value = "auto")]
    pub input: Input,
    /// The article's text alone, without its metadata
    #[arg(long)]
    pub text: bool,
    #[command(flatten)]
    pub given: GivenArgs,
}

/// `verbale completions`
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  verbale completions bash > ~/.local/share/bash-completion/completions/verbale
  verbale completions zsh > ~/.zfunc/_verbale
  verbale completions fish > ~/.config/fish/completions/verbale.fish")]
pub struct CompletionsArgs {
    /// For which shell
    #[arg(value_name = "SHELL")]
    pub shell: clap_complete::Shell,
}

/// `verbale man`
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  verbale man | man -l -                       read it
  verbale man > ~/.local/share/man/man1/verbale.1
  verbale man atlas lookup | man -l -          of one command")]
pub struct ManArgs {
    /// A command, in its words; without one, the program as a whole
    #[arg(value_name = "COMMAND")]
    pub command: Vec<String>,
}
