//! Finds known names in running text, longest first, at word boundaries.

use rustc_hash::FxHashMap;

/// What a name in a table stands for: an index into one of the atlas's lists.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Known {
    /// The name of a state or territory.
    Territory(usize),
    /// Its adjective or people.
    Demonym(usize),
    /// An international body.
    Body(usize),
    /// A description of a body.
    Epithet(usize),
    /// A seat or organ that stands for a government.
    Seat(usize),
    /// An armed group, party, company, NGO.
    Group(usize),
    /// The full name of a person.
    Person(usize),
    /// A region, sea or facility.
    Region(usize),
    /// The adjective or people of a region.
    Native(usize),
    /// A name with a state's or town's in it that stands for neither.
    Other(usize),
}

/// One name.
#[derive(Clone, Debug)]
struct Entry {
    name: String,
    known: Known,
    weak: bool,
}

/// What stands at the start of a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Match {
    /// What it is.
    pub known: Known,
    /// Its length in bytes.
    pub len: usize,
    /// A common word as well: it needs the name tagger's word.
    pub weak: bool,
}

/// Names by their first letters.
#[derive(Default)]
pub(crate) struct Gazetteer {
    by_first: FxHashMap<String, Vec<Entry>>,
}

impl Gazetteer {
    /// Adds a name as it is written.
    pub(crate) fn add(&mut self, name: &str, known: Known, weak: bool) {
        if let Some(first) = first_letters(name) {
            let entry = Entry { name: straight(name), known, weak };
            match self.by_first.get_mut(first) {
                Some(names) => names.push(entry),
                None => drop(self.by_first.insert(first.to_string(), vec![entry])),
            }
        }
    }

    /// Sorts for use; of equal names the one added first wins.
    pub(crate) fn seal(&mut self) {
        for names in self.by_first.values_mut() {
            names.sort_by_key(|entry| std::cmp::Reverse(entry.name.len()));
        }
    }

    /// The longest known name at the start of `text`.
    pub(crate) fn longest(&self, text: &str) -> Option<Match> {
        let names = self.by_first.get(first_letters(text)?)?;
        names.iter().find_map(|entry| {
            let len = matched(text, &entry.name)?;
            let found = Match { known: entry.known, len, weak: entry.weak };
            at_boundary(&entry.name, &text[len..]).then_some(found)
        })
    }
}

/// Leading letters and digits.
fn first_letters(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    (end > 0).then(|| &text[..end])
}

fn straight(name: &str) -> String {
    name.chars().map(|c| if c == '’' { '\'' } else { c }).collect()
}

/// Length of `name` at the start of `text`, apostrophes folded; any white space matches a space.
fn matched(text: &str, name: &str) -> Option<usize> {
    let mut rest = text.char_indices();
    for want in name.chars() {
        let (_, got) = rest.next()?;
        let same =
            got == want || (want == '\'' && got == '’') || (want == ' ' && got.is_whitespace());
        if !same {
            return None;
        }
    }
    Some(rest.next().map_or(text.len(), |(at, _)| at))
}

/// A name must not end inside a word.
fn at_boundary(name: &str, after: &str) -> bool {
    let next = after.chars().next();
    let open = name.ends_with(|c: char| c.is_alphanumeric());
    !(open && next.is_some_and(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longest_name_at_a_boundary() {
        let mut g = Gazetteer::default();
        let names = ["Guinea", "Guinea-Bissau", "U.S.", "Cote d'Ivoire"];
        names.iter().enumerate().for_each(|(i, n)| g.add(n, Known::Territory(i), false));
        g.seal();
        let check = |text: &str, want: Option<(usize, usize)>| {
            let want = want.map(|(i, len)| Match { known: Known::Territory(i), len, weak: false });
            assert_eq!(g.longest(text), want, "{text}");
        };
        check("Guinea-Bissau's army", Some((1, 13)));
        check("Guineans", None);
        check("U.S.-led", Some((2, 4)));
        check("Cote d’Ivoire.", Some((3, 15)));
    }
}
