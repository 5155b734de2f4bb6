//! The part of the Python package `verbale` that is not Python: texts to lines of JSON, records to
//! tables and pages, questions to stores and to the atlas.
//!
//! Nothing here decides what is said of a document, and nothing here knows the shape of a record in
//! Python: a record crosses over as the line of JSON that `verbale code` writes (`docs/output.md`), a
//! table as Arrow (the Arrow PyCapsule interface). Functions take and give plain values and open what
//! they need for each call, so that a process which forks shares no open file with its child.
//! The package in `package/verbale/` is what people see.

mod atlas;
mod coding;
mod contract;
mod engine;
mod errors;
mod explain;
mod files;
mod ordered;
mod page;
mod store;
mod stories;
mod table;
mod watch;

use pyo3::prelude::*;

/// The module `verbale._verbale`.
#[pymodule(gil_used = true)]
mod _verbale {
    use super::*;

    #[pymodule_export]
    use crate::{
        atlas::lookup,
        coding::code,
        contract::{is_date, parse, tell},
        engine::configure,
        errors::{InputError, OutputError, StoreError},
        explain::explain,
        files::code_files,
        page::html,
        store::{
            store_add, store_add_files, store_count, store_follow, store_keys, store_query,
            store_records, store_show, store_sql, store_together,
        },
        stories::{Stories, reports},
        table::{Table, tables},
    };

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("VERSION", env!("CARGO_PKG_VERSION"))
    }
}
