//! The words of the commands over a store.

use super::{FeedArgs, Format, GivenArgs, Input, ModelArg, OwnRows, RunArgs};
use clap::ValueEnum;
use std::path::PathBuf;

/// `verbale add`
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  verbale add store/ pages/                    code what the folder holds and keep it
  verbale add store/ day.jsonl.gz              what is there already is not coded again
  verbale add store/ CC-NEWS-20310305.warc.gz  a web archive: its English pages
  zcat day.jsonl.gz | verbale add --input jsonl store/ -
  verbale add store/ --feed https://news.example/rss --feed https://lake.example/atom.xml
                                               the pages that feeds name; run it again for what is new
  verbale add store/ --feed saved.xml          what the file has of its entries; --fetch for their pages
  curl -s https://news.example/rss | verbale add store/ --feed -

A document is known by its address (else its path, as it is given) and its text. A run that is
interrupted or killed keeps what it has committed: run the same command again. What was added is then
placed in stories, and events that several reports tell are joined.

Of a page that was had before only what its feed calls changed is fetched again. robots.txt is kept to,
and so is Retry-After (docs/store.md).")]
pub struct AddArgs {
    /// The folder of the store; made where there is none
    #[arg(value_name = "STORE")]
    pub store: PathBuf,
    /// Files, folders (read recursively), or - for standard input; .gz is unpacked
    #[arg(required_unless_present = "feed", value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub run: RunArgs,
    /// What the files hold
    #[arg(long, value_enum, default_value = "auto")]
    pub input: Input,
    /// Documents more than N days apart are of different stories, unless others lie between. Memory grows
    /// with the documents of so many days. Another N than that of the store places everything anew
    /// [default: as the store has it; 30 in a new one]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=3660))]
    pub window: Option<u16>,
    #[command(flatten)]
    pub given: GivenArgs,
    #[command(flatten)]
    pub atlas: OwnRows,
    #[command(flatten)]
    pub model: ModelArg,
    #[command(flatten)]
    pub feeds: FeedArgs,
}

/// `verbale verify`
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  verbale verify store/ && echo sound          exit code 1 where something is damaged, each named")]
pub struct VerifyArgs {
    /// The folder of the store
    #[arg(value_name = "STORE")]
    pub store: PathBuf,
    /// No progress, even on a terminal
    #[arg(short, long)]
    pub quiet: bool,
}

/// `verbale show`
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  verbale show store/ 77b253893b95d346ba2a56bb       a document: its records, its text
  verbale show store/ andes-border                   by its label, or by its address
  verbale show store/ 77b253893b95d346ba2a56bb#e1    an event: its reports, whose word it is, the words
  verbale show store/ v:15dca3b0eb2f2b39             a merged event, likewise
  verbale show store/ s7b4f169a806189ed              a story: its reports and what they tell")]
pub struct ShowArgs {
    /// The folder of the store
    #[arg(value_name = "STORE")]
    pub store: PathBuf,
    /// An event (KEY#e1, v:...), a story or thread (s..., t...), or a document by key, label or address
    #[arg(value_name = "EVENT|STORY|DOC")]
    pub what: String,
}

/// How answers are written.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum AnswerFormat {
    /// Columns for a person
    Table,
    /// Events with the columns of docs/columns.md, safe to open in a spreadsheet
    Csv,
    /// The same, one JSON object a line
    Json,
}

/// What counts are told apart by.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum CountBy {
    /// Month of the event
    Month,
    /// PLOVER type
    Type,
    /// State or kind of body that acts
    Who,
    /// State or kind of body that is acted upon
    Whom,
}

/// `verbale query`
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  verbale query store/ --who KEN --whom UGA --since 2031-01 --until 2031-06
  verbale query store/ --type ACCUSE --voice Q114 --format csv > accusations.csv
  verbale query store/ --who \"Amina Otieno\" --text '\"grain exports\"'
  verbale query store/ --voice outlet --place Nairobi        told in the outlet's own voice
  verbale query store/ --who KEN --whom UGA --merged         an event once, however many report it
  verbale query store/ --who KEN --whom UGA --count month    from the summaries of dyads and months
  verbale query store/ --sql 'SELECT type, count(*) FROM events GROUP BY type'

WHO is an actor code with all below it (KEN, KEN.GOV), an entity (Q114) or a preferred name.")]
pub struct QueryArgs {
    /// The folder of the store
    #[arg(value_name = "STORE")]
    pub store: PathBuf,
    /// Who acts
    #[arg(long, value_name = "WHO")]
    pub who: Option<String>,
    /// Who is acted upon
    #[arg(long, value_name = "WHO")]
    pub whom: Option<String>,
    /// PLOVER type; may be given several times
    #[arg(long = "type", value_name = "TYPE")]
    pub kinds: Vec<String>,
    /// From this day or month on
    #[arg(long, value_name = "DAY")]
    pub since: Option<String>,
    /// Up to this day or month
    #[arg(long, value_name = "DAY")]
    pub until: Option<String>,
    /// Where: a name, or a state (KEN)
    #[arg(long, value_name = "PLACE")]
    pub place: Option<String>,
    /// According to whom; `outlet` is the outlet's own voice
    #[arg(long, value_name = "WHO")]
    pub voice: Option<String>,
    /// Words that the story has, all of them; a phrase between quotation marks
    #[arg(long, value_name = "WORDS")]
    pub text: Option<String>,
    /// A row an event that several reports tell, where at least one of them answers, not a row a report
    #[arg(long, conflicts_with = "count")]
    pub merged: bool,
    /// Count the events of each month, type, actor or recipient
    #[arg(long, value_enum, value_name = "BY")]
    pub count: Option<CountBy>,
    /// Ask the ledger in SQL, reading only (docs/store.md)
    #[arg(long, value_name = "SQL", conflicts_with_all = ["who", "whom", "kinds", "since", "until", "place", "voice", "text", "count", "merged"])]
    pub sql: Option<String>,
    /// How to write the answers
    #[arg(long, value_enum, default_value = "table")]
    pub format: AnswerFormat,
    /// At most so many answers [default: 100 in a table, else all]
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
}

/// `verbale export`
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  verbale export store/ > records.jsonl
  verbale export store/ --format csv -o tables/
  verbale export store/ --format html -o pages.html
  verbale export store/ --table merged --format csv > merged.csv       events that several reports tell")]
pub struct ExportArgs {
    /// The folder of the store
    #[arg(value_name = "STORE")]
    pub store: PathBuf,
    /// How to write the records
    #[arg(long, value_enum, default_value = "jsonl")]
    pub format: Format,
    /// Write a table of what documents say together (docs/columns.md) in place of the records, as JSON Lines
    /// or CSV to standard output; in Parquet it stands in the store
    #[arg(long, value_enum, value_name = "TABLE", conflicts_with_all = ["output", "overwrite"])]
    pub table: Option<TogetherTable>,
    /// Take somebody's word into polecat as well, `claim` in the column Version of such rows
    #[arg(long, conflicts_with = "table")]
    pub claims: bool,
    /// Where to write: a folder (csv, parquet) or a file [default: standard output]
    #[arg(short, long, value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// Replace an output that exists; it stays until the new one is whole
    #[arg(long)]
    pub overwrite: bool,
    /// No progress, even on a terminal
    #[arg(short, long)]
    pub quiet: bool,
}

/// Tables of what documents say together.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum TogetherTable {
    /// A document: its story, and what it copies
    Stories,
    /// A report: which event of a record is which merged one
    Reports,
    /// An event as all its reports tell it
    Merged,
}

/// `verbale gc`
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  verbale gc store/                            small tables become large ones, damaged ones are made again")]
pub struct GcArgs {
    /// The folder of the store
    #[arg(value_name = "STORE")]
    pub store: PathBuf,
    /// Not a word on standard error where all is well
    #[arg(short, long)]
    pub quiet: bool,
}

/// `verbale recode`
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  verbale recode store/                        after an update of verbale
  verbale recode --atlas persons-mine.tsv store/

Documents whose records were made by another version, other tables or another model are coded again
from the text in the store. Give the same --lexicons, --atlas and --model as `verbale add` from then on.")]
pub struct RecodeArgs {
    /// The folder of the store
    #[arg(value_name = "STORE")]
    pub store: PathBuf,
    #[command(flatten)]
    pub run: RunArgs,
    #[command(flatten)]
    pub atlas: OwnRows,
    #[command(flatten)]
    pub model: ModelArg,
}
