//! The tables of `verbale_record::columns` as files: a folder with one file a table.

mod csv;
mod guard;
mod package;
#[cfg(feature = "parquet")]
mod parquet;

pub(crate) use csv::CsvTables;
pub use csv::{CsvRows, csv_cells};
pub(crate) use guard::guarded;
#[cfg(feature = "parquet")]
pub(crate) use parquet::ParquetTables;
#[cfg(feature = "parquet")]
pub use parquet::{ParquetPart, ParquetParts};
