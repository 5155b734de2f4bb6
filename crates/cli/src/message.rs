//! What a person reads on a terminal, with nothing in it that a terminal would obey.
//!
//! Names of files, ids and languages come from strangers: control characters could move the cursor or
//! hide what was written, marks of direction could turn it round. All messages go through [`say`], and
//! what commands print for a person through [`shown`] or [`page`]; records and trees are for programs
//! and stay as they are.

use std::borrow::Cow;
use std::fmt::Display;
use std::io::{self, Write};

/// Says one line on standard error.
pub fn say(what: impl Display) {
    let line = what.to_string();
    // Where nobody listens there is nobody to tell.
    let _ = writeln!(io::stderr().lock(), "verbale: {}", shown(&line));
}

/// The text in one line, with control characters and marks of direction as escapes (`\u{202e}`).
pub fn shown(text: &str) -> Cow<'_, str> {
    escaped(text, |c| !obeyed(c))
}

/// The same over several lines.
pub fn page(text: &str) -> Cow<'_, str> {
    escaped(text, |c| !obeyed(c) || matches!(c, '\n' | '\t'))
}

/// Prints what is wrong with the arguments, or the help that they ask for, and ends the program.
pub fn usage(error: &clap::Error) -> ! {
    // What is wrong repeats the arguments, and colours them.
    if std::env::args_os().all(|word| !word.to_string_lossy().chars().any(obeyed)) {
        error.exit();
    }
    let text = error.render().to_string();
    let _ = write!(io::stderr().lock(), "{}", page(&text));
    std::process::exit(error.exit_code());
}

fn escaped(text: &str, fits: impl Fn(char) -> bool) -> Cow<'_, str> {
    if text.chars().all(&fits) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if fits(c) {
            out.push(c);
        } else {
            out.extend(c.escape_default());
        }
    }
    Cow::Owned(out)
}

/// Controls, ends of lines, and the marks that set the direction of writing (Unicode Standard Annex
/// 9, 2.1-2.6).
fn obeyed(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_obeys_is_escaped() {
        let check = |text: &str, line: &str, pages: &str| {
            assert_eq!((&*shown(text), &*page(text)), (line, pages), "{text:?}");
        };
        check("Łódź, 東京 👩‍🚀", "Łódź, 東京 👩‍🚀", "Łódź, 東京 👩‍🚀");
        check("a\u{1b}[31mb", "a\\u{1b}[31mb", "a\\u{1b}[31mb");
        check("a\nb\tc\r", "a\\nb\\tc\\r", "a\nb\tc\\r");
        check(
            "a\u{202e}b\u{2066}\u{9b}",
            "a\\u{202e}b\\u{2066}\\u{9b}",
            "a\\u{202e}b\\u{2066}\\u{9b}",
        );
    }
}
