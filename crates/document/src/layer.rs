//! Findings of one stage, with the name of what found them.

use crate::SmolStr;

/// Who made a layer: a rule set or a trained model.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Producer {
    /// What it is called, for example `network`.
    pub name: SmolStr,
    /// Its version.
    pub version: SmolStr,
    /// Hash of the model or lexicons it used (hex), empty where it used none.
    pub hash: SmolStr,
}

impl Producer {
    /// A producer without model.
    pub fn new(name: impl Into<SmolStr>, version: impl Into<SmolStr>) -> Self {
        Producer { name: name.into(), version: version.into(), hash: SmolStr::default() }
    }
}

/// The findings of one stage over a document, in the order of the text unless its type says else.
#[derive(Clone, Debug)]
pub struct Layer<T> {
    /// Who found them.
    pub producer: Producer,
    /// The findings.
    pub items: Vec<T>,
}

impl<T> Layer<T> {
    /// A layer of `items` by `producer`.
    pub fn new(producer: Producer, items: Vec<T>) -> Self {
        Layer { producer, items }
    }
}

impl<T> std::ops::Deref for Layer<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        &self.items
    }
}

impl<T> Default for Layer<T> {
    fn default() -> Self {
        Layer { producer: Producer::default(), items: Vec::new() }
    }
}
