//! The tables of `verbale_record::columns` as files: a folder with one file a table.

mod csv;
mod guard;
mod package;
#[cfg(feature = "parquet")]
mod parquet;

pub(crate) use csv::CsvTables;
#[cfg(feature = "parquet")]
pub(crate) use parquet::ParquetTables;
