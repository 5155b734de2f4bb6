//! The JSON Schema (draft 2020-12) of a record, made from its types and their closed values.

use crate::Record;

/// The schema as pretty JSON, the bytes of `schema/record.schema.json`.
pub fn schema() -> String {
    let schema = schemars::schema_for!(Record);
    serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n"
}
