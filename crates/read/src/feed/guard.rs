//! Feeds that would cost their parser more than their size is worth.
//!
//! A parser compares each attribute of a tag with all before it, looks through the names of all namespaces
//! that are open, and copies the base address (`xml:base`) for each element below it. So these are counted on
//! the characters before a parser sees them; sections of characters (CDATA) and comments are passed over. What
//! is JSON has no such cost. A declaration of the encoding has been taken off before, where it may stand; one
//! behind the beginning ends the parser (`quick-xml` 0.42).

/// The most attributes of a tag.
const MAX_ATTRIBUTES: usize = 256;
/// The most namespaces and base addresses that a feed names.
const MAX_NAMES: usize = 2000;
/// The most bytes of a tag that gives a base address or names namespaces.
const MAX_NAMING: usize = 4096;

/// Why a feed is not read; none where it may be.
pub(super) fn refusal(text: &str) -> Option<String> {
    if text.starts_with('{') {
        return None;
    }
    let (mut rest, mut names) = (text, 0);
    while let Some(open) = rest.find('<') {
        rest = &rest[open..];
        let (tag, behind) = match rest {
            _ if rest.starts_with("<![CDATA[") => ("", after(rest, "]]>")),
            _ if rest.starts_with("<!--") => ("", after(rest, "-->")),
            _ => tag(rest),
        };
        rest = behind;
        let (attributes, naming) = counted(tag);
        names += naming;
        if attributes > MAX_ATTRIBUTES || names > MAX_NAMES || naming > 0 && tag.len() > MAX_NAMING
        {
            return Some("a feed of too many attributes or namespaces".to_string());
        }
        if tag.starts_with("<?xml") && !tag.starts_with("<?xml-") {
            return Some("a feed with an XML declaration in its midst".to_string());
        }
    }
    None
}

fn after<'t>(text: &'t str, mark: &str) -> &'t str {
    text.find(mark).map_or("", |at| &text[at + mark.len()..])
}

/// A tag up to its end, which no quotation mark hides, and what stands behind it.
fn tag(text: &str) -> (&str, &str) {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return text.split_at(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    (text, "")
}

/// The attributes of a tag, and how many of them name a namespace or give a base address.
fn counted(tag: &str) -> (usize, usize) {
    let (mut attributes, mut quote) = (0, None);
    for byte in tag.bytes() {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'=') => attributes += 1,
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    (attributes, tag.matches("xmlns").count() + tag.matches("xml:base").count())
}

#[cfg(test)]
mod tests {
    use super::refusal;

    #[test]
    fn what_costs_too_much_is_refused() {
        let check = |text: &str, fine: bool| {
            assert_eq!(refusal(text).is_none(), fine, "{text:.80}");
        };
        check("<rss version=\"2.0\" xmlns:a=\"b\"><channel a='>' b=\"'\"/></rss>", true);
        check(&format!("{{\"a\":\"<{}\"}}", "b=c ".repeat(300)), true);
        check(&format!("<a {}/>", "b='c' ".repeat(256)), true);
        check(&format!("<a {}/>", "b='c' ".repeat(257)), false);
        check(&format!("<![CDATA[<a {}/>]]><b/>", "b='c' ".repeat(300)), true);
        check(&format!("<!-- <a {}/> --><b/>", "b='c' ".repeat(300)), true);
        check(&"<a xmlns:b='c'>".repeat(2001), false);
        check(&format!("<a xml:base='https://news.example/{}'>", "a".repeat(5000)), false);
        check(&format!("<img src='{}'/>", "a".repeat(5000)), true);
        check("<?xml-stylesheet href='a'?><a/>", true);
        check("<a/><?xml version='1.0' encoding='utf-16'?>", false);
        check("<a b='", true);
        check("<![CDATA[", true);
    }
}
