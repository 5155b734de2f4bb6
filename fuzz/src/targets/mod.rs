//! A file a reader: what it is given, and what must hold of what it makes of it.

mod atlas;
mod coder;
mod engine;
mod feeds;
mod names;
mod page;
mod reader;
mod record;
mod sources;
mod story;
pub(crate) mod tables;
mod treebank;

/// A property of a reader.
pub struct Target {
    /// Its name on the command line.
    pub name: &'static str,
    /// Panics where the property does not hold.
    pub run: fn(&[u8]),
    /// The most bytes that a round takes.
    pub longest: usize,
}

/// All targets.
pub static TARGETS: &[Target] = &[
    Target { name: "record", run: record::target, longest: 1 << 10 },
    Target { name: "story", run: story::target, longest: 1 << 10 },
    Target { name: "reader", run: reader::target, longest: 1 << 12 },
    Target { name: "page", run: page::target, longest: 1 << 10 },
    Target { name: "sources", run: sources::target, longest: 1 << 10 },
    Target { name: "feeds", run: feeds::target, longest: 1 << 8 },
    Target { name: "engine", run: engine::target, longest: 1 << 9 },
    Target { name: "coder", run: coder::target, longest: 1 << 11 },
    Target { name: "tables", run: tables::target, longest: 1 << 9 },
    Target { name: "atlas", run: atlas::target, longest: 1 << 9 },
    Target { name: "treebank", run: treebank::target, longest: 1 << 10 },
    Target { name: "names", run: names::target, longest: 1 << 10 },
];
