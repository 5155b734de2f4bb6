//! From annotated documents to records: statements first, then events.
//!
//! Both coders match lexicons against dependency trees; the vocabulary and the frames stand in
//! `lexicons/en/`, the reading of a tree stands here. [`View`] is what they share: one document's
//! trees with its mentions laid over them. Neither coder changes a text, a tree or a mention, and
//! neither can fail: what is not understood is not coded.
//!
//! What they dropped and why, a [`trace::Trace`] tells whoever asks.
//!
//! Statements follow the attribution scheme of PARC 3 and PolNeAR (Pareti 2012; Newell et al.
//! 2018); events follow PLOVER 2.0 (Halterman et al. 2023).

mod addressee;
mod antecedent;
mod clause;
pub mod confidence;
mod controlled;
pub mod event;
mod holders;
mod joined;
mod outcome;
mod participle;
mod passive;
mod phrase;
pub mod statement;
mod subject;
pub mod trace;
mod view;
pub mod vocabulary;
mod when;

#[cfg(test)]
pub(crate) mod testing;

pub use clause::Clause;
pub use view::View;
