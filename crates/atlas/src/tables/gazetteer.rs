//! Known names in running text, longest first, at word boundaries.

use super::index::{Index, Lists};
use super::known::Known;
use super::short::Named;

/// What stands at the start of a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Match {
    /// What it is.
    pub known: Known,
    /// Its length in bytes.
    pub len: usize,
    /// A common word as well: it needs the name tagger's word.
    pub weak: bool,
}

/// The bit of a weak name.
const WEAK: u32 = 1 << 31;

/// Names as they are written, with what they stand for.
pub struct Gazetteer(pub(crate) Index);

impl Gazetteer {
    /// Of equal names the first wins. A flag says which are weak.
    pub(crate) fn new(names: &[Named]) -> Self {
        let mut rows = Lists::new();
        for (name, known, weak) in
            names.iter().filter(|(n, ..)| n.starts_with(char::is_alphanumeric))
        {
            let name: String = name.chars().map(letter).collect();
            let number = known.number() | if *weak { WEAK } else { 0 };
            rows.entry(name).or_insert_with(|| vec![number]);
        }
        Gazetteer(Index::new(&rows))
    }

    /// The longest known name at the start of `text`.
    pub fn longest(&self, text: &str) -> Option<Match> {
        let (number, len) = self.0.longest(text, letter, |len| at_boundary(text, len))?;
        let known = Known::from_number(number & !WEAK);
        Some(Match { known, len, weak: number & WEAK != 0 })
    }
}

/// Apostrophes are folded, and any white space matches a space.
fn letter(c: char) -> char {
    match c {
        '’' => '\'',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// A name must not end inside a word.
fn at_boundary(text: &str, len: usize) -> bool {
    let (name, after) = text.split_at(len);
    let open = name.ends_with(char::is_alphanumeric);
    !(open && after.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longest_name_at_a_boundary() {
        let names = ["Guinea", "Guinea-Bissau", "U.S.", "Cote d'Ivoire", "Guinea"];
        let rows = names.iter().enumerate();
        let rows: Vec<_> =
            rows.map(|(i, n)| (n.to_string(), Known::Territory(i), i == 2)).collect();
        let gazetteer = Gazetteer::new(&rows);
        let check = |text: &str, want: Option<(usize, usize, bool)>| {
            let want = want.map(|(i, len, weak)| Match { known: Known::Territory(i), len, weak });
            assert_eq!(gazetteer.longest(text), want, "{text}");
        };
        check("Guinea-Bissau's army", Some((1, 13, false)));
        check("Guinea-Bis", Some((0, 6, false)));
        check("Guineans", None);
        check("U.S.-led", Some((2, 4, true)));
        check("Cote\nd’Ivoire.", Some((3, 15, false)));
    }
}
