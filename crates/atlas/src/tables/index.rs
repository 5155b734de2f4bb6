//! Names to numbers, as bytes that are used where they lie: in the program, or in memory where a
//! user's rows were laid over ours.
//!
//! The names stand in a finite state transducer (the `fst` crate), the numbers of each in a list.

use fst::{Map, MapBuilder};
use std::borrow::Cow;
use std::collections::BTreeMap;

type Bytes = Cow<'static, [u8]>;

/// Numbers of 32 bits, little end first.
pub(crate) struct Numbers(pub(crate) Bytes);

impl Numbers {
    /// In the order given.
    pub(crate) fn new(numbers: impl IntoIterator<Item = u32>) -> Self {
        Numbers(Cow::Owned(numbers.into_iter().flat_map(u32::to_le_bytes).collect()))
    }

    /// Bytes that `build.rs` wrote.
    pub(crate) fn built_in(bytes: &'static [u8]) -> Self {
        Numbers(Cow::Borrowed(bytes))
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len() / 4
    }

    /// The `i`th number; 0 past the end.
    pub(crate) fn get(&self, i: usize) -> u32 {
        let bytes = self.0.get(4 * i..4 * i + 4).and_then(|b| b.try_into().ok());
        bytes.map_or(0, u32::from_le_bytes)
    }
}

/// Lists of numbers by name, while an index is made.
pub(crate) type Lists = BTreeMap<String, Vec<u32>>;

/// Adds a number to the list of a name, where it is not the last there already.
pub(crate) fn add(lists: &mut Lists, name: String, number: u32) {
    let list = lists.entry(name).or_default();
    if list.last() != Some(&number) {
        list.push(number);
    }
}

/// Lists of numbers by name.
pub(crate) struct Index {
    /// Of each name, where its list begins, and how long it is.
    pub(crate) names: Map<Bytes>,
    /// All lists, one after another.
    pub(crate) lists: Numbers,
}

/// Bits of an entry that say how long its list is.
const LENGTH: u32 = 24;

impl Index {
    /// Puts all names and lists together.
    pub(crate) fn new(rows: &Lists) -> Self {
        let mut names = MapBuilder::memory();
        let mut at = 0_u64;
        for (name, list) in rows {
            names.insert(name, at << LENGTH | list.len() as u64).expect("names are sorted");
            at += list.len() as u64;
        }
        let names = names.into_inner().expect("memory takes all");
        let names = Map::new(Cow::Owned(names)).expect("it was just built");
        Index { names, lists: Numbers::new(rows.values().flatten().copied()) }
    }

    /// Bytes that `build.rs` wrote.
    pub(crate) fn built_in(names: &'static [u8], lists: &'static [u8]) -> Self {
        let names = Map::new(Cow::Borrowed(names)).expect("it was built with the program");
        Index { names, lists: Numbers::built_in(lists) }
    }

    /// The numbers of a name, in the order in which they were given.
    pub(crate) fn get(&self, name: &str) -> impl Iterator<Item = u32> + '_ {
        self.list(self.names.get(name).unwrap_or(0))
    }

    /// Whether a name is there.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.names.contains_key(name)
    }

    fn list(&self, entry: u64) -> impl Iterator<Item = u32> + '_ {
        let (first, len) = ((entry >> LENGTH) as usize, entry as usize % (1 << LENGTH));
        (first..first + len).map(|i| self.lists.get(i))
    }

    /// The first number of the longest name that `text` begins with, and its length in bytes.
    /// `letter` says how a letter is written in the names, `ends` whether a name may end after `len`.
    pub(crate) fn longest(
        &self,
        text: &str,
        letter: impl Fn(char) -> char,
        ends: impl Fn(usize) -> bool,
    ) -> Option<(u32, usize)> {
        let names = self.names.as_fst();
        let (mut node, mut sum) = (names.root(), 0);
        let mut found = None;
        for (at, c) in text.char_indices() {
            let mut utf8 = [0; 4];
            for byte in letter(c).encode_utf8(&mut utf8).bytes() {
                let Some(i) = node.find_input(byte) else { return found };
                let step = node.transition(i);
                sum += step.out.value();
                node = names.node(step.addr);
            }
            let len = at + c.len_utf8();
            if node.is_final() && ends(len) {
                let entry = sum + node.final_output().value();
                found = self.list(entry).next().map(|first| (first, len));
            }
        }
        found
    }
}
