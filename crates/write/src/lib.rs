//! Records leave Verbale here, in four forms of one contract: JSON Lines, CSV, Parquet (feature
//! `parquet`), and a page to read; and in part as tables of POLECAT and GDELT, for programs that read those.
//!
//! [`Writer`] streams records to a file, a folder or standard output in bounded memory. Nothing here
//! decides what is said of a document, and nothing here knows how records come about.
//!
//! ```
//! use verbale_record::Record;
//! use verbale_write::{Destination, Existing, Format, Writer};
//!
//! let folder = std::env::temp_dir().join("verbale-write-example");
//! let place = Destination::Path(folder.clone(), Existing::Replace);
//! let mut writer = Writer::open(Format::Csv, place).expect("a folder");
//! writer.record(&Record::default()).expect("room on the disk");
//! writer.finish().expect("room on the disk");
//! let table = std::fs::read_to_string(folder.join("documents.csv")).expect("a table");
//! assert_eq!(table.lines().count(), 2, "a header and a row");
//! ```

#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

mod error;
mod page;
mod peers;
mod place;
mod table;
mod writer;

pub use error::WriteError;
pub use page::html;
pub use peers::LeftOut;
pub use place::Existing;
pub use table::{CsvRows, csv_cells};
#[cfg(feature = "parquet")]
pub use table::{ParquetPart, ParquetParts};
pub use writer::{Destination, Format, Options, Writer};
