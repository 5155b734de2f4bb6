//! A store: records of many documents in one folder, added exactly once and asked at any time.
//!
//! | in the folder | holds |
//! |---|---|
//! | `ledger.sqlite` | every record as it was made, and what finds it again (SQLite, write-ahead log) |
//! | `events/month=2024-06/part-000001.parquet` and so on | the tables of `verbale_record::columns`, parted by the month of publication as Hive does it |
//! | `stories.state` | what the grouping keeps in mind between two runs |
//! | `lock` | held by who writes |
//!
//! The ledger is the truth: what it has was added. The tables are made from it and can be made again,
//! so that a run which is killed at any moment leaves a store that opens and goes on, and a damaged
//! table costs nothing. The layout of the tables is that of Apache Hive (`column=value` folders), which
//! DuckDB, Spark and Arrow for R read as they are.
//!
//! Nothing here codes a document or groups documents into stories: [`Store::place`] and [`Store::join`]
//! take what such a step says, and [`Store::plan`] says what it has to be asked.
//!
//! ```
//! use verbale_record::Record;
//! use verbale_store::{Question, Store};
//!
//! let folder = std::env::temp_dir().join(format!("verbale-store-example-{}", std::process::id()));
//! # let _ = std::fs::remove_dir_all(&folder);
//! let line = r#"{"schema":2,"version":"0.1.0","doc":{"id":"a","key":"k1","text":"Rain fell.",
//!     "sha256":"","published_at":"2031-03-05"},"mentions":[],"statements":[],"events":[]}"#;
//! let record = Record::parse(line).expect("a record");
//! let mut store = Store::create(&folder).expect("a folder");
//! assert!(store.add(&record, "tables").expect("room on the disk"));
//! assert!(!store.add(&record, "tables").expect("room on the disk"), "it is there already");
//! store.finish().expect("room on the disk");
//! assert!(folder.join("documents/month=2031-03/part-000001.parquet").is_file());
//! assert_eq!(Store::read(&folder).expect("a store").counts().expect("sound").documents, 1);
//! # std::fs::remove_dir_all(&folder).expect("a folder");
//! ```

#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

mod add;
mod error;
mod fetched;
mod gc;
mod ledger;
mod maker;
mod month;
mod pack;
mod parts;
mod query;
mod recode;
mod show;
mod store;
#[cfg(test)]
mod tests;
mod together;
mod verify;

pub use error::StoreError;
pub use fetched::Fetched;
pub use gc::Cleaned;
pub use ledger::VERSION;
pub use maker::{maker, maker_unknown};
pub use month::UNKNOWN as NO_MONTH;
pub use parts::fingerprint;
pub use query::{Answer, By, Count, Question, Selection, Who};
pub use recode::Held;
pub use show::{Report, Shown, Story};
pub use store::{Counts, Store};
pub use together::{Batch, Copied, Joined, Member, Plan};
pub use verify::{Fault, Verified};
