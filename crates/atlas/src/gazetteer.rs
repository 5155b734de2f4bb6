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
}

/// Names by their first letters.
#[derive(Default)]
pub(crate) struct Gazetteer {
    by_first: FxHashMap<String, Vec<(String, Known)>>,
}

impl Gazetteer {
    /// Adds a name as it is written.
    pub(crate) fn add(&mut self, name: &str, known: Known) {
        if let Some(first) = first_letters(name) {
            let names = self.by_first.entry(first.to_string()).or_default();
            names.push((straight(name), known));
        }
    }

    /// Sorts for use; of equal names the one added first wins.
    pub(crate) fn seal(&mut self) {
        for names in self.by_first.values_mut() {
            names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        }
    }

    /// The longest known name at the start of `text`: what it is and its length in bytes.
    pub(crate) fn longest(&self, text: &str) -> Option<(Known, usize)> {
        let names = self.by_first.get(first_letters(text)?)?;
        names.iter().find_map(|(name, known)| {
            let end = matched(text, name)?;
            at_boundary(name, &text[end..]).then_some((*known, end))
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
        g.add("Guinea", Known::Territory(1));
        g.add("Guinea-Bissau", Known::Territory(2));
        g.add("U.S.", Known::Territory(3));
        g.add("Cote d'Ivoire", Known::Territory(4));
        g.seal();
        let check = |text: &str, want| assert_eq!(g.longest(text), want, "{text}");
        check("Guinea-Bissau's army", Some((Known::Territory(2), 13)));
        check("Guineans", None);
        check("U.S.-led", Some((Known::Territory(3), 4)));
        check("Cote d’Ivoire.", Some((Known::Territory(4), 15)));
    }
}
