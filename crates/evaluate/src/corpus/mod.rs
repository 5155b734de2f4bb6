//! Readers of corpora: treebanks, entity layers, names with labels; and our trees in their form.
//!
//! They read strings, open no files, and give documents with the layers that people made.

pub mod bio;
pub mod conllu;
pub mod entities;
pub mod named;
pub mod trees;
