//! Text in CSV that no spreadsheet runs.
//!
//! Excel, LibreOffice Calc and Google Sheets take a cell that begins with `=`, `+`, `-` or `@` for a
//! formula, some of them also after blanks or in its wide form; a story's words are foreign and may say
//! anything. Such a text gets an apostrophe before it (OWASP, CSV Injection). Numbers and the bare signs
//! `+` and `-` do nothing and stay.
//!
//! To have the text as it was, take away one apostrophe where what follows it, after more apostrophes or
//! none, begins in one of these ways; a text that does so itself gets one more, so that nothing is lost.

/// What begins a formula, and its wide forms.
const SIGNS: &[char] = &['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// The text, or the text behind an apostrophe.
pub(crate) fn guarded(text: String) -> String {
    match is_live(text.trim_start_matches('\'')) && !is_sign(&text) {
        true => format!("'{text}"),
        false => text,
    }
}

/// Whether a spreadsheet could run it, or does not keep how it begins.
fn is_live(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n']) || text.trim_start().starts_with(SIGNS)
}

fn is_sign(text: &str) -> bool {
    matches!(text, "+" | "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the documentation tells a reader to do.
    fn original(cell: &str) -> &str {
        cell.strip_prefix('\'').filter(|c| is_live(c.trim_start_matches('\''))).unwrap_or(cell)
    }

    #[test]
    fn formulas_are_text() {
        for live in [
            "=1+1", "+1", "-1+1", "@SUM(A1)", "\tx", "\rx", "\nx", " =1", "\u{a0}=1", "＝1", "--",
            "- | RUS", "=", "'=1", "''@x",
        ] {
            assert_eq!(guarded(live.to_string()), format!("'{live}"));
        }
        for dead in ["", "+", "-", "a=b", "'tis", "''", "3-1", "“=”", "1", " x"] {
            assert_eq!(guarded(dead.to_string()), dead);
        }
    }

    #[test]
    fn nothing_is_lost() {
        for text in ["=1", "'=1", "''=1", "'tis", "''", "x", "-", "'-", " +", "\t", "'\t"] {
            assert_eq!(original(&guarded(text.to_string())), text);
        }
    }
}
