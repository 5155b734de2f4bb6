//! Edits of seeds: of text at its characters, of bytes anywhere, of JSON at its nodes.

use crate::dice::Dice;
use serde_json::Value;

/// An edited text grows no further.
const LONGEST: usize = 1 << 16;

/// What programs stumble over: marks without width, other line ends, letters whose small form is longer or
/// shorter, digits that are none, surrogates' neighbours, quotation marks of every kind.
pub const MARKS: &[&str] = &[
    " ",
    "\n",
    "\n\n",
    "\t",
    ".",
    ",",
    ":",
    ";",
    "-",
    "—",
    "…",
    "!",
    "?",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "<",
    ">",
    "&",
    "/",
    "\\",
    "|",
    "#",
    "@",
    "%",
    "$",
    "_",
    "=",
    "+",
    "*",
    "0",
    "1",
    "99999999999999999999",
    "½",
    "٣",
    "²",
    "Ⅷ",
    "\"",
    "'",
    "“",
    "”",
    "‘",
    "’",
    "«",
    "»",
    "„",
    "‹",
    "›",
    "`",
    "''",
    "\r",
    "\r\n",
    "\u{0}",
    "\u{1}",
    "\u{b}",
    "\u{c}",
    "\u{1b}",
    "\u{7f}",
    "\u{85}",
    "\u{a0}",
    "\u{ad}",
    "\u{300}",
    "\u{301}",
    "\u{20dd}",
    "\u{200b}",
    "\u{200d}",
    "\u{200e}",
    "\u{202e}",
    "\u{2028}",
    "\u{2029}",
    "\u{2060}",
    "\u{3000}",
    "\u{fe0f}",
    "\u{feff}",
    "\u{fffd}",
    "\u{ffff}",
    "\u{e000}",
    "\u{10ffff}",
    "ß",
    "ẞ",
    "İ",
    "ı",
    "Ⱥ",
    "ŉ",
    "ǆ",
    "ﬁ",
    "K",
    "Σ",
    "ς",
    "Ǆ",
    "𝒜",
    "東京",
    "שלום",
    "مرحبا",
    "हिन्दी",
    "🇺🇳",
    "👩‍👧",
    "🏴",
    "\u{1f3fb}",
    "ﷺ",
];

/// The character boundary at or before `at`.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0)
}

/// A stretch of a text, most often a short one.
fn stretch(text: &str, dice: &mut Dice) -> (usize, usize) {
    let at = dice.below(text.len() + 1);
    let reach = if dice.once_in(4) { text.len() } else { 24 };
    let end = at + dice.below(reach.min(text.len() - at) + 1);
    (boundary(text, at), boundary(text, end))
}

/// A text with a few edits; `marks` are what tells its parts apart.
pub fn text(seed: &str, marks: &[&str], dice: &mut Dice) -> String {
    let mut out = seed.to_string();
    let most = if dice.once_in(3) { 12 } else { 3 };
    for _ in 0..=dice.below(most) {
        edit_text(&mut out, marks, dice);
    }
    out
}

fn edit_text(out: &mut String, marks: &[&str], dice: &mut Dice) {
    let (start, end) = stretch(out, dice);
    let mark = if marks.is_empty() || dice.once_in(3) { MARKS } else { marks };
    match dice.below(9) {
        0..=2 => out.insert_str(start, dice.of(mark)),
        3 | 4 => out.replace_range(start..end, ""),
        5 => out.replace_range(start..end, dice.of(mark)),
        6 => {
            let times = if dice.once_in(6) { 200 } else { dice.below(4) + 1 };
            let part = out[start..end].repeat(times);
            if out.len() + part.len() < LONGEST {
                out.insert_str(start, &part);
            }
        }
        7 => {
            let part = out[start..end].to_string();
            let to = boundary(out, dice.below(out.len() + 1));
            if out.len() + part.len() < LONGEST {
                out.insert_str(to, &part);
            }
        }
        _ => swap_lines(out, dice),
    }
}

fn swap_lines(out: &mut String, dice: &mut Dice) {
    let mut lines: Vec<&str> = out.split('\n').collect();
    let (a, b) = (dice.below(lines.len()), dice.below(lines.len()));
    lines.swap(a, b);
    *out = lines.join("\n");
}

/// Bytes with a few edits.
pub fn bytes(seed: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut out = seed.to_vec();
    for _ in 0..dice.below(8) {
        let (at, n) = (dice.below(out.len() + 1), dice.below(17));
        let end = (at + n).min(out.len());
        match dice.below(7) {
            0 | 1 if at < out.len() => out[at] ^= 1 << dice.below(8),
            2 if at < out.len() => {
                out[at] = dice.of(&[0, 1, 2, 0x7F, 0x80, 0xC3, 0xED, 0xFE, 0xFF])
            }
            3 => out.insert(at, dice.below(256) as u8),
            4 => drop(out.drain(at..end)),
            5 => {
                let part = out[at..end].to_vec();
                out.splice(at..at, part);
            }
            _ if dice.once_in(3) => out.truncate(at),
            _ => {}
        }
    }
    out
}

/// Strings that JSON may hold anywhere.
const STRINGS: &[&str] =
    &["", " ", "x", "s1", "e1", "m1", "2024-06-21", "actual", "İ\u{0}🇺🇳", "en"];
/// Numbers on the edges of what fields take, as they are written.
const NUMBERS: &[&str] = &[
    "0",
    "-0",
    "1",
    "2",
    "3",
    "-1",
    "1.5",
    "255",
    "256",
    "4294967295",
    "4294967296",
    "9007199254740993",
    "18446744073709551615",
    "18446744073709551616",
    "0.30000000000000004",
    "1e308",
    "5e-324",
    "2.2250738585072014e-308",
    "123456789.12345679e-30",
    "-99999999999999999999.9",
];

/// Replaces, removes, repeats or moves a few nodes of a JSON value.
pub fn json(value: &mut Value, dice: &mut Dice) {
    for _ in 0..dice.below(6) {
        edit_node(value, dice);
    }
}

fn edit_node(value: &mut Value, dice: &mut Dice) {
    let here = dice.once_in(5);
    match value {
        Value::Array(items) if !items.is_empty() && !here => {
            let at = dice.below(items.len());
            match dice.below(8) {
                0 => drop(items.remove(at)),
                1 => items.insert(at, items[at].clone()),
                2 => {
                    let to = dice.below(items.len());
                    items.swap(at, to);
                }
                _ => edit_node(&mut items[at], dice),
            }
        }
        Value::Object(fields) if !fields.is_empty() && !here => {
            let at = dice.below(fields.len());
            let key = fields.keys().nth(at).cloned().unwrap_or_default();
            match dice.below(10) {
                0 => drop(fields.remove(&key)),
                1 => {
                    let other = fields.values().nth(dice.below(fields.len())).cloned();
                    fields.insert(key, other.unwrap_or_default());
                }
                _ => edit_node(fields.entry(key).or_insert(Value::Null), dice),
            }
        }
        Value::Number(_) if dice.once_in(2) => *value = number(dice),
        _ => *value = leaf(dice),
    }
}

fn leaf(dice: &mut Dice) -> Value {
    match dice.below(8) {
        0 => Value::Null,
        1 => Value::Bool(dice.once_in(2)),
        2 => Value::Array(Vec::new()),
        3 => Value::Object(serde_json::Map::new()),
        4 => Value::String(dice.of(STRINGS).to_string()),
        _ => number(dice),
    }
}

/// A number on an edge, or any double; most of them have seventeen digits.
fn number(dice: &mut Dice) -> Value {
    match dice.once_in(2) {
        true => f64::from_bits((0..8).fold(0, |all, _| all << 8 | dice.below(256) as u64)).into(),
        false => serde_json::from_str(dice.of(NUMBERS)).unwrap_or_default(),
    }
}
