//! What a name in a table stands for.

/// An index into one of the atlas's lists.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Known {
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
    /// An outlet or wire service.
    Outlet(usize),
}

/// Bits of the index in a number.
const INDEX: u32 = 24;

impl Known {
    /// As a number below 2^31.
    pub(crate) fn number(self) -> u32 {
        use Known::{
            Body, Demonym, Epithet, Group, Native, Other, Outlet, Person, Region, Seat, Territory,
        };
        let (kind, index) = match self {
            Territory(i) => (0, i),
            Demonym(i) => (1, i),
            Body(i) => (2, i),
            Epithet(i) => (3, i),
            Seat(i) => (4, i),
            Group(i) => (5, i),
            Person(i) => (6, i),
            Region(i) => (7, i),
            Native(i) => (8, i),
            Other(i) => (9, i),
            Outlet(i) => (10, i),
        };
        kind << INDEX | index as u32
    }

    /// From its number.
    pub(crate) fn from_number(number: u32) -> Known {
        let index = number as usize % (1 << INDEX);
        match number >> INDEX {
            0 => Known::Territory(index),
            1 => Known::Demonym(index),
            2 => Known::Body(index),
            3 => Known::Epithet(index),
            4 => Known::Seat(index),
            5 => Known::Group(index),
            6 => Known::Person(index),
            7 => Known::Region(index),
            8 => Known::Native(index),
            9 => Known::Other(index),
            _ => Known::Outlet(index),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Known;

    #[test]
    fn numbers_and_back() {
        let all: [fn(usize) -> Known; 11] = [
            Known::Territory,
            Known::Demonym,
            Known::Body,
            Known::Epithet,
            Known::Seat,
            Known::Group,
            Known::Person,
            Known::Region,
            Known::Native,
            Known::Other,
            Known::Outlet,
        ];
        for known in all.map(|kind| kind(70_000)) {
            assert_eq!(Known::from_number(known.number()), known);
        }
    }
}
