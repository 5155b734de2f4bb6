//! Verbale reads news stories and writes who said what about whom, who did what to whom, and
//! according to whom, as records that point at the words that justify them.
//!
//! This crate ties the stages together; [`Pipeline`] is the one place that knows their order. The
//! binary of the same name is a thin layer of arguments, files and threads over it.
//!
//! ```
//! let pipeline = verbale::Pipeline::builtin().expect("built-in tables and models are sound");
//! let mut worker = pipeline.worker();
//! let text = "Ghana's president accused Togo of closing the border.";
//! let doc = pipeline.code_text(&mut worker, "example", text).expect("English text");
//! let events = doc.events.as_ref().expect("events have run");
//! assert_eq!(events[0].kind, verbale::document::EventType::Accuse);
//! ```

mod error;
mod lexicons;
mod pipeline;

pub use error::Error;
pub use lexicons::{builtin_lexicons, lexicons_with_folder};
pub use pipeline::{Language, Model, Pipeline, Worker};

pub use verbale_annotate as annotate;
pub use verbale_atlas as atlas;
pub use verbale_code as code;
pub use verbale_document as document;
pub use verbale_evaluate as evaluate;
pub use verbale_read as read;
pub use verbale_write as write;
