//! What stands beside the CSV files to say what they are: a Data Package (Frictionless Data Package v2,
//! 2024), `datapackage.json`.
//!
//! CSV has no types and no keys; this has, for programs that ask for them (`frictionless` of Python and
//! R), and for an archive that keeps the tables. Made from the one list of columns and the closed
//! fields. Lists are texts there: the standard's lists have a separator of one letter.

use serde::Serialize;
use verbale_record::SCHEMA_VERSION;
use verbale_record::columns::{Column, Kind, TABLES, TABLES_VERSION, Table};
use verbale_record::values::{FIELDS, names};

/// Its name in the folder of the tables.
pub(super) const NAME: &str = "datapackage.json";

#[derive(Serialize)]
struct Package {
    #[serde(rename = "$schema")]
    schema: &'static str,
    name: &'static str,
    /// Of our own: the numbers of the contracts, and the version of the program.
    verbale: Contract,
    resources: Vec<Resource>,
}

#[derive(Serialize)]
struct Contract {
    schema: u32,
    tables: u32,
    version: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Resource {
    name: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    path: String,
    description: &'static str,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    schema: Schema,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema {
    fields: Vec<Field>,
    missing_values: [&'static str; 1],
    primary_key: &'static [&'static str],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<ForeignKey>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Field {
    name: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    description: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    true_values: Option<[&'static str; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    false_values: Option<[&'static str; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    constraints: Option<Constraints>,
}

#[derive(Serialize)]
struct Constraints {
    #[serde(rename = "enum")]
    values: Vec<&'static str>,
}

#[derive(Serialize)]
struct ForeignKey {
    fields: &'static [&'static str],
    reference: Reference,
}

#[derive(Serialize)]
struct Reference {
    resource: &'static str,
    fields: &'static [&'static str],
}

/// The description of the tables.
pub(super) fn describe() -> String {
    let package = Package {
        schema: "https://datapackage.org/profiles/2.0/datapackage.json",
        name: "verbale",
        verbale: Contract {
            schema: SCHEMA_VERSION,
            tables: TABLES_VERSION,
            version: env!("CARGO_PKG_VERSION"),
        },
        resources: TABLES.iter().map(resource).collect(),
    };
    serde_json::to_string_pretty(&package).expect("texts and numbers are JSON") + "\n"
}

fn resource(table: &'static Table) -> Resource {
    Resource {
        name: table.name,
        kind: "table",
        path: format!("{}.csv", table.name),
        description: table.definition,
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        schema: Schema {
            fields: table.columns.iter().map(field).collect(),
            missing_values: [""],
            primary_key: table.key,
            foreign_keys: TABLES.iter().filter_map(|other| foreign(table, other)).collect(),
        },
    }
}

/// That the rows of a table belong to rows of another one, whose whole key they have.
fn foreign(table: &Table, other: &'static Table) -> Option<ForeignKey> {
    let has = |name: &&str| table.columns.iter().any(|c| c.name == *name);
    let whole = table.name != other.name && other.key.iter().all(has);
    // Whose entity it is may be unknown; then there is none to refer to.
    let sure = whole && other.name != "entities" && other.name != "mentions";
    let reference = Reference { resource: other.name, fields: other.key };
    sure.then_some(ForeignKey { fields: other.key, reference })
}

fn field(column: &'static Column) -> Field {
    let (kind, closed) = match column.kind {
        Kind::Text => ("string", values(column)),
        Kind::Code | Kind::List => ("string", None),
        Kind::Int => ("integer", None),
        Kind::Float => ("number", None),
        Kind::Bool => ("boolean", None),
        Kind::Date => ("date", None),
    };
    let is_bool = column.kind == Kind::Bool;
    Field {
        name: column.name,
        kind,
        description: column.definition,
        true_values: is_bool.then_some(["TRUE"]),
        false_values: is_bool.then_some(["FALSE"]),
        constraints: closed.map(|values| Constraints { values }),
    }
}

/// The values of a closed column.
fn values(column: &Column) -> Option<Vec<&'static str>> {
    let field = FIELDS.iter().find(|f| Some(f.name) == column.field)?;
    Some(names(field.values))
}
