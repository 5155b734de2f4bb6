//! What features see of a word: hashes of its form, its affixes and shape, and its clusters.

use crate::ModelError;
use crate::file::{Reader, Writer};
use crate::perceptron::mix;
use rustc_hash::FxHashMap;
use verbale_document::SmolStr;

/// A word as atoms. Digits count as `0` and curly apostrophes as straight ones.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Word {
    /// The form as written.
    pub(crate) form: u32,
    /// The form in lower case.
    pub(crate) lower: u32,
    /// Its first one, two and three characters in lower case.
    pub(crate) prefix: [u32; 3],
    /// Its last one to four characters in lower case.
    pub(crate) suffix: [u32; 4],
    /// Its pattern of capitals, small letters and digits ("Xx-Xx").
    pub(crate) shape: u32,
    /// What is known of it from text and treebanks.
    pub(crate) entry: Entry,
}

/// What the word table says of a word; zeros where it does not know it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Entry {
    /// Fine distributional cluster, from 1.
    pub(crate) fine: u16,
    /// Coarse distributional cluster, from 1.
    pub(crate) coarse: u16,
    /// Which tags it takes in the treebanks, from 1.
    pub(crate) class: u16,
}

/// The word table: clusters and tag classes by lower-case form.
#[derive(Clone, Debug, Default)]
pub(crate) struct WordTable {
    entries: FxHashMap<u32, Entry>,
}

impl WordTable {
    /// From hashes of lower-case forms.
    pub(crate) fn new(entries: FxHashMap<u32, Entry>) -> Self {
        WordTable { entries }
    }

    /// The atoms of `text`.
    pub(crate) fn word(&self, text: &str) -> Word {
        let mut word = Word { form: 1, lower: 1, shape: 1, ..Word::default() };
        let mut last = ['\0'; 4];
        let (mut form, mut lower, mut shape, mut kind) = (1, 1, 1, '\0');
        for (i, c) in text.chars().map(normal).enumerate() {
            form = mix(form, c as u32);
            let small = lower_case(c);
            lower = mix(lower, small as u32);
            if i < 3 {
                word.prefix[i] = (lower >> 32) as u32;
            }
            last = [last[1], last[2], last[3], small];
            if kind_of(c) != kind {
                kind = kind_of(c);
                shape = mix(shape, kind as u32);
            }
        }
        word.form = (form >> 32) as u32;
        word.lower = (lower >> 32) as u32;
        word.shape = (shape >> 32) as u32;
        let mut suffix = 1;
        for (slot, c) in word.suffix.iter_mut().zip(last.iter().rev()) {
            suffix = mix(suffix, *c as u32);
            *slot = (suffix >> 32) as u32;
        }
        word.entry = self.entry(word.lower);
        word
    }

    /// What is known of the lower-case form with hash `lower`.
    pub(crate) fn entry(&self, lower: u32) -> Entry {
        self.entries.get(&lower).copied().unwrap_or_default()
    }

    /// Writes the table.
    pub(crate) fn write(&self, out: &mut Writer) {
        let mut rows: Vec<_> = self.entries.iter().collect();
        rows.sort_unstable_by_key(|(key, _)| **key);
        out.number(rows.len() as u32);
        let mut before = 0;
        for (key, entry) in rows {
            out.number(key - before);
            before = *key;
            out.number(entry.fine.into());
            out.number(entry.coarse.into());
            out.number(entry.class.into());
        }
    }

    /// Reads what [`WordTable::write`] wrote.
    pub(crate) fn read(input: &mut Reader) -> Result<Self, ModelError> {
        let n = input.count()?;
        let mut entries = FxHashMap::with_capacity_and_hasher(n, Default::default());
        let mut key = 0u32;
        for _ in 0..n {
            key = key.wrapping_add(input.number()?);
            let fine = input.number()? as u16;
            let coarse = input.number()? as u16;
            let class = input.number()? as u16;
            entries.insert(key, Entry { fine, coarse, class });
        }
        Ok(WordTable { entries })
    }
}

fn normal(c: char) -> char {
    match c {
        '’' | '‘' | '`' => '\'',
        '–' => '-',
        c if c.is_numeric() => '0',
        c => c,
    }
}

/// A word in lower case, as tables are keyed; short ones take no allocation.
pub(crate) fn lower(word: &str) -> SmolStr {
    word.chars().flat_map(char::to_lowercase).collect()
}

/// The first character of the lower case, which is all of it but for a few letters.
pub(crate) fn lower_case(c: char) -> char {
    if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) }
}

fn kind_of(c: char) -> char {
    match c {
        '0' => '0',
        c if c.is_uppercase() => 'X',
        c if c.is_alphabetic() => 'x',
        c => c,
    }
}

/// How capitals are used in a sentence, for headlines and shouted ledes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Case {
    /// Names and first words only.
    Sentence,
    /// Most longer words have a capital.
    Title,
    /// Most letters are capitals.
    Upper,
}

impl Case {
    /// Judges the words of a sentence.
    pub(crate) fn of<'w>(words: impl Iterator<Item = &'w str>) -> Case {
        let (mut long, mut capital, mut upper) = (0, 0, 0);
        for word in words.filter(|w| w.len() > 3 && w.starts_with(char::is_alphabetic)) {
            long += 1;
            capital += u32::from(word.starts_with(char::is_uppercase));
            upper += u32::from(!word.contains(char::is_lowercase));
        }
        match long {
            3.. if upper * 4 > long * 3 => Case::Upper,
            3.. if capital * 4 > long * 3 => Case::Title,
            _ => Case::Sentence,
        }
    }
}
