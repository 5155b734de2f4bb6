//! Invented stories: sentences from frames and words, of which some are ours, some stand in the tables, and
//! some in no language.

use crate::dice::Dice;
use crate::edit;
use std::sync::LazyLock;
use verbale::document::Lexicons;

/// Stories of the examples.
pub const STORIES: &[&str] = &[
    include_str!("../../examples/andes-border.txt"),
    include_str!("../../examples/baltic-cable.txt"),
    include_str!("../../examples/danube-locks.txt"),
    include_str!("../../examples/gulf-visit.txt"),
    include_str!("../../examples/pacific-forum.txt"),
    include_str!("../../examples/sahel-pact.txt"),
];

const ACTORS: &[&str] = &[
    "Ghana",
    "Togo",
    "the Ghanaian foreign ministry",
    "NATO",
    "Foreign Minister Abla Mensou",
    "the president",
    "he",
    "she",
    "they",
    "Russia and Ukraine",
    "the U.N. Security Council",
    "Reuters",
    "TASS",
    "Washington",
    "Kremlin spokesman Ivan Petrenkov",
    "the opposition",
    "a senior official",
    "Ms Quispe",
    "South Korea",
    "the two countries",
    "France, Germany and Italy",
    "rebels in the east",
    "who",
    "its army",
    "no one",
    "Ghana's",
    "the Peruvian and Chilean presidents",
    "police",
    "President Rosa Quispe of Peru",
    "it",
];
const SAYS: &[&str] = &[
    "said",
    "told reporters in Lomé",
    "denied",
    "accused",
    "warned",
    "demanded",
    "promised",
    "did not say",
    "was quoted as saying",
    "said, citing",
    "added",
    "called on",
    "urged",
    "believes",
    "announced",
    "tweeted",
    "asked whether",
    "insisted",
    "has repeatedly claimed",
    "refused to say",
    "admitted to",
    "threatened",
];
const DOES: &[&str] = &[
    "attacked",
    "met with",
    "signed an agreement with",
    "was attacked by",
    "imposed sanctions on",
    "visited",
    "expelled the ambassador of",
    "sent aid to",
    "will not attend talks with",
    "plans to withdraw troops from",
    "arrested",
    "protested against",
    "closed the border with",
    "failed to agree with",
    "may negotiate with",
    "agreed to hold talks with",
    "rejected the proposal of",
    "shelled",
    "and",
    "recognised",
    "killed 12 in",
];
const TIMES: &[&str] = &[
    "on Monday",
    "last week",
    "in 2014/2019",
    "on 31 June 2024",
    "three days ago",
    "at 25:61",
    "in the 1990s",
    "since the end of 9999",
    "tomorrow",
    "for two and a half years",
    "between March 3 and April",
    "0000-00-00",
    "in the last quarter of 2023",
    "every other Tuesday",
    "99999999999 years ago",
    "on 2024-02-30",
];
const SYLLABLES: &[&str] =
    &["ba", "ro", "kin", "Ø", "stra", "-", "’", "li", "Mc", "tz", "ne", "é", "Qu", "x", "."];

/// All tables as they are built in.
pub static LEXICONS: LazyLock<Lexicons> = LazyLock::new(verbale::builtin_lexicons);

/// Words and names of all tables; of the long ones, of their first rows.
static CELLS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let rows = LEXICONS.iter().flat_map(|(_, text)| text.lines().take(1500));
    let cells = rows.filter(|l| !l.starts_with('#')).flat_map(|l| l.split(['\t', '|']));
    cells.map(str::trim).filter(|c| !c.is_empty() && c.len() < 60).collect()
});

/// A word, a name, or what might be one.
pub fn word(dice: &mut Dice, out: &mut String) {
    match dice.below(6) {
        0 | 1 => out.push_str(dice.of(ACTORS)),
        2 | 3 => out.push_str(dice.of(&CELLS)),
        4 => (0..=dice.below(4)).for_each(|_| out.push_str(dice.of(SYLLABLES))),
        _ => out.push_str(dice.of(edit::MARKS)),
    }
}

/// A clause, perhaps with others inside.
fn clause(dice: &mut Dice, depth: usize, out: &mut String) {
    let actor = |dice: &mut Dice, out: &mut String| {
        if dice.once_in(3) {
            word(dice, out)
        } else {
            out.push_str(dice.of(ACTORS))
        }
        out.push(' ');
    };
    let frame = if depth == 0 { dice.below(3) } else { dice.below(12) };
    match frame {
        0..=2 => {
            actor(dice, out);
            out.push_str(dice.of(DOES));
            out.push(' ');
            actor(dice, out);
        }
        3 | 4 => {
            actor(dice, out);
            out.push_str(dice.of(SAYS));
            out.push_str(if dice.once_in(2) { " that " } else { " " });
            clause(dice, depth - 1, out);
        }
        5 | 6 => {
            let (open, close) =
                dice.of(&[("“", ",” "), ("\"", ",\" "), ("‘", ",’ "), ("“", " "), ("", "” ")]);
            out.push_str(open);
            clause(dice, depth - 1, out);
            out.push_str(close);
            out.push_str(dice.of(SAYS));
            out.push(' ');
            actor(dice, out);
        }
        7 => {
            clause(dice, depth - 1, out);
            out.push_str(", according to ");
            actor(dice, out);
        }
        8 => {
            clause(dice, depth - 1, out);
            out.push_str(
                dice.of(&["and ", "but ", "because ", "if ", "after ", "when ", ", which ", "— "]),
            );
            clause(dice, depth - 1, out);
        }
        9 => {
            clause(dice, depth - 1, out);
            out.push_str(dice.of(TIMES));
        }
        10 => (0..dice.below(12)).for_each(|_| {
            word(dice, out);
            out.push(' ');
        }),
        _ => {
            out.push_str(dice.of(&["(", "[", "— ", "("]));
            clause(dice, depth - 1, out);
            out.push_str(dice.of(&[")", "]", " —", ""]));
        }
    }
}

const HEADS: &[&str] = &[
    "Ghana Denies Closing Border\n\n",
    "ACCRA, June 21 (Reuters) - ",
    "Togo: “We Will Not Talk”\n",
    "By Ann Lee\n\n",
    "https://news.example/2024/06/21/border\n",
    "June 21, 2024\n",
    "LONDON — ",
    "RELATED: Ports Close\n",
    "",
];

/// A story of a few sentences.
pub fn story(dice: &mut Dice) -> String {
    let mut out = dice.of(HEADS).to_string();
    while dice.more() && out.len() < 6000 {
        clause(dice, 3, &mut out);
        out.truncate(out.trim_end_matches(' ').len());
        out.push_str(dice.of(&[". ", ".\n\n", ".\n", "! ", "? ", ".” ", "… ", "; ", " "]));
        if dice.once_in(24) {
            out.push_str(dice.of(&[
                "(Reporting by Ann Lee)\n",
                "Read more: ",
                "Photo: AFP\n",
                "Leave a comment\n",
            ]));
        }
    }
    out
}

/// A story of the examples or an invented one, with edits.
pub fn edited(dice: &mut Dice) -> String {
    let edits = dice.once_in(2);
    let seed = if dice.once_in(3) { dice.of(STORIES).to_string() } else { String::new() };
    match (seed.is_empty(), edits) {
        (false, _) => edit::text(&seed, ACTORS, dice),
        (true, true) => {
            // Edits come first, so that they do not run out of choices.
            let (few, rest) = split(dice);
            edit::text(&story(&mut Dice::new(&rest)), SAYS, &mut Dice::new(&few))
        }
        (true, false) => story(dice),
    }
}

/// Choices for edits, and those that are left.
fn split(dice: &mut Dice) -> (Vec<u8>, Vec<u8>) {
    let few = (0..48).map(|_| dice.below(256) as u8).collect();
    let mut rest = Vec::new();
    while dice.more() {
        rest.push(dice.below(256) as u8);
    }
    (few, rest)
}
