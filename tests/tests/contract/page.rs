//! The page `docs/columns.md`.

use crate::codebook::{self, Row};
use std::collections::HashMap;
use verbale_record::columns::{Column, Kind, TABLES, TOGETHER, Table};
use verbale_record::values::{FIELDS, Field};

const HEAD: &str = "# Columns

The codebook of the tables that `--format csv` and `--format parquet` write: every column, and every value \
of every closed field of a record. Made from the code and from `lexicons/en/codebook.tsv`: \
`UPDATE=1 cargo test --release -p verbale-tests --test contract`. Queries to begin with are in `docs/queries.md`, \
the files themselves are described in `docs/output.md`.

| type | in Parquet | in CSV | none |
|---|---|---|---|
| text | `string` | text | null; an empty cell |
| code | `string`: `057` | the column's name before it, so that no program takes it for a number: `cameo:057` | null; an empty cell |
| list | `list<string>`; an item that is not known is null | items joined by ` \\| `; an item that is not known is `?` | an empty list; an empty cell |
| whole number | `int64` | digits | null; an empty cell |
| number | `double` | digits with a point | null; an empty cell |
| true or false | `boolean` | `TRUE`, `FALSE` | null; an empty cell |
| day | `date32` | `YYYY-MM-DD` | null; an empty cell |

Examples are in the form of CSV, but for codes, which are as in Parquet, and invented.
";

/// The whole page.
pub fn page() -> String {
    let book = codebook::rows();
    let mut page = HEAD.to_string();
    page += "\n# Tables\n";
    TABLES.iter().chain(TOGETHER).for_each(|t| page += &table(t));
    page += "\n# Values\n";
    for field in FIELDS {
        page += &closed(field);
        if field.name == "statements[].stance" {
            page += &types(&book);
        }
    }
    page + &sectors(&book)
}

fn table(table: &Table) -> String {
    let key: Vec<String> = table.key.iter().map(|k| format!("`{k}`")).collect();
    let mut page = format!("\n## `{}`\n\n{} ", table.name, table.definition);
    page += &format!("One row for each {}.\n\n", key.join(", "));
    page += "| column | type | definition | example |\n|---|---|---|---|\n";
    table.columns.iter().for_each(|c| page += &column(c));
    page
}

fn column(column: &Column) -> String {
    let mut definition = column.definition.to_string();
    if let Some(field) = column.field {
        definition += &format!(" Values: `{field}`.");
    }
    let example = match column.kind {
        Kind::Text if column.example.contains(' ') => column.example.to_string(),
        _ => format!("`{}`", column.example),
    };
    line(&[&format!("`{}`", column.name), column.kind.name(), &definition, &example])
}

/// A row of a table of the page.
fn line(cells: &[&str]) -> String {
    let cells: Vec<String> = cells.iter().map(|c| c.replace('|', "\\|")).collect();
    format!("| {} |\n", cells.join(" | "))
}

fn head(field: &str, definition: &str, columns: &[&str]) -> String {
    let rule = "|---".repeat(columns.len());
    format!("\n## `{field}`\n\n{definition}\n\n{}{rule}|\n", line(columns))
}

fn closed(field: &Field) -> String {
    let mut page = head(field.name, field.definition, &["value", "definition", "example"]);
    for value in field.values {
        page += &line(&[&format!("`{}`", value.name), value.definition, value.example]);
    }
    page
}

/// Types, modes and contexts of events.
fn types(book: &[Row]) -> String {
    let lexicons = verbale::builtin_lexicons();
    let columns = ["type", "mode", "quad", "score", "cameo"];
    let plover = lexicons.table("plover.tsv", &columns).expect("a table of types");
    let mut numbers: HashMap<String, [String; 3]> = HashMap::new();
    let mut quad = String::new();
    for row in plover.rows() {
        let [kind, mode, own, score, cameo] = columns.map(|c| row.get(c).to_string());
        quad = if own.is_empty() { quad } else { own };
        let name = if mode.is_empty() { kind } else { format!("{kind}:{mode}") };
        numbers.insert(name, [quad.clone(), score, cameo]);
    }
    let mut page = String::new();
    let of = |field: &str| book.iter().filter(move |r| r.field == field).collect::<Vec<_>>();
    page += &head(
        "events[].type",
        "What was done: the types of PLOVER, and those that a user adds (`--lexicons`). \
         `intensity` and `cameo` are those of the mode where there is one.",
        &["value", "quad", "intensity", "CAMEO", "definition", "example"],
    );
    for row in of("events[].type") {
        let [quad, score, cameo] = &numbers[&row.value];
        let value = format!("`{}`", row.value);
        page += &line(&[&value, quad, score, cameo, &row.definition, &row.example]);
    }
    page += &head(
        "events[].mode",
        "How it was done: the modes of PLOVER, each of one type. There is none where the words do not tell, \
         or where no row of the lexicons names the mode that they tell.",
        &["type", "value", "intensity", "CAMEO", "definition", "example"],
    );
    for row in of("events[].mode") {
        let [_, score, cameo] = &numbers[&row.value];
        let (kind, mode) = row.value.split_once(':').expect("TYPE:mode");
        let (kind, mode) = (format!("`{kind}`"), format!("`{mode}`"));
        page += &line(&[&kind, &mode, score, cameo, &row.definition, &row.example]);
    }
    page += &head(
        "events[].contexts[]",
        "What it was about: the contexts of PLOVER.",
        &["value", "definition", "example"],
    );
    for row in of("events[].contexts[]") {
        page += &line(&[&format!("`{}`", row.value), &row.definition, &row.example]);
    }
    page
}

fn sectors(book: &[Row]) -> String {
    let mut page = head(
        "code",
        "Who somebody is, at the document's date: `ISO3[.SECTOR[.DETAIL]]` of a state and what is in it, \
         or `IGO.` (a body of states), `NGO.`, `MNC.` (a company in several states), `IMG.` (an armed \
         group in several states) and a short name: `PER`, `PER.GOV.MFA`, `IGO.NATO`. Where the state is not \
         known `UNK` takes its place: `UNK.JRN`. The sectors are PLOVER's:",
        &["sector", "definition", "example"],
    );
    for row in book.iter().filter(|r| r.field == "code") {
        page += &line(&[&format!("`{}`", row.value), &row.definition, &row.example]);
    }
    page
}
