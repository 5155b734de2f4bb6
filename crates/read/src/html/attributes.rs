//! How many attributes the tags of a page have, before a parser sees them.
//!
//! Parsers compare each attribute of a tag with all before it (HTML Living Standard, 13.2.5.33), and a tag
//! is theirs only when it ends. So attributes are counted on the characters: tags as the tokenizer of the
//! standard sees them, scripts and styles passed over, comments not (what looks like a tag there has no
//! hundreds of attributes either).

/// The most attributes in any tag. Never fewer than a parser finds; more where the markup is broken.
pub(super) fn most_attributes(html: &str) -> usize {
    let bytes = html.as_bytes();
    let (mut most, mut at) = (0, 0);
    while let Some(open) = find(bytes, at, b"<") {
        let name = &bytes[open + 1..bytes.len().min(open + 7)];
        let starts = open + 1 + usize::from(name.first() == Some(&b'/'));
        if !bytes.get(starts).is_some_and(u8::is_ascii_alphabetic) {
            at = starts;
            continue;
        }
        let (attributes, end) = tag(bytes, starts);
        most = most.max(attributes);
        let is = |code: &[u8]| name.get(..code.len()).is_some_and(|n| n.eq_ignore_ascii_case(code));
        at = match () {
            () if is(b"script") => close(bytes, end, b"</script"),
            () if is(b"style") => close(bytes, end, b"</style"),
            () => end,
        };
    }
    most
}

/// The attributes of the tag whose name begins at `at`, and where the tag ends.
fn tag(bytes: &[u8], mut at: usize) -> (usize, usize) {
    let (mut attributes, mut before) = (0, b'a');
    while let Some(&byte) = bytes.get(at) {
        let parts = |b: u8| b.is_ascii_whitespace() || b == b'/';
        match byte {
            b'>' => break,
            b'"' | b'\'' if before == b'=' => {
                at = find(bytes, at + 1, &[byte]).unwrap_or(bytes.len());
                // An attribute may follow a closing quotation mark directly.
                before = b' ';
            }
            b if parts(b) => before = if before == b'=' { b'=' } else { b' ' },
            b => {
                attributes += usize::from(before == b' ' && b != b'=');
                before = b;
            }
        }
        at += 1;
    }
    (attributes, at)
}

/// Where `mark` stands from `at` on, in any case of letters; the end if nowhere.
fn close(bytes: &[u8], at: usize, mark: &[u8]) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    let found = rest.windows(mark.len()).position(|w| w.eq_ignore_ascii_case(mark));
    found.map_or(bytes.len(), |found| at + found)
}

fn find(bytes: &[u8], at: usize, mark: &[u8]) -> Option<usize> {
    let rest = bytes.get(at..)?;
    rest.windows(mark.len()).position(|w| w == mark).map(|found| at + found)
}

#[cfg(test)]
mod tests {
    use super::most_attributes;

    #[test]
    fn attributes_are_counted() {
        let check = |html: &str, want| assert_eq!(most_attributes(html), want, "{html:.60}");
        check("<p>a b c</p> a < b c d", 0);
        check("<p class=a id='b c' title = \"d e f\" hidden>", 4);
        check("<p a=\"b\"c=\"d\"e>", 3);
        check("<img\n  src=x\n/>", 1);
        check("<script async>for (i=0;i<n;i++) { a b c d e }</script><b x y>", 2);
        check("<p a='b>c d'>", 1);
        check(&format!("<p {}>", "a=b ".repeat(300)), 300);
        check("<", 0);
        check("<p a='", 1);
    }
}
