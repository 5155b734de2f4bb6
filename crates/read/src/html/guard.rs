//! How deep a page nests, told without a parser and without recursion.
//!
//! Counts start tags that are not closed. It overestimates where a page leaves out end tags that
//! HTML lets it leave out, so elements that close one another (`p`, `li`, ...) are not counted.

/// Elements without content, and those whose end tag may be left out.
const NOT_COUNTED: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option",
    "optgroup", "html", "head", "body", "colgroup", "path", "rect", "circle", "use", "polygon",
    "line",
];
/// Elements whose content is not markup.
const RAW: &[&str] = &["script", "style", "textarea", "title", "noscript", "template", "svg"];

/// The deepest nesting of counted elements.
pub(super) fn depth(html: &str) -> usize {
    let (mut depth, mut deepest) = (0usize, 0);
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if rest.starts_with("!--") {
            rest = rest.find("-->").map_or("", |i| &rest[i + 3..]);
            continue;
        }
        let closing = rest.starts_with('/');
        let name = tag_name(rest.trim_start_matches('/'));
        if name.is_empty() || NOT_COUNTED.contains(&name.as_str()) {
            continue;
        }
        if closing {
            depth = depth.saturating_sub(1);
        } else if RAW.contains(&name.as_str()) {
            rest = after_end_tag(rest, &name);
        } else if !self_closed(rest) {
            depth += 1;
            deepest = deepest.max(depth);
        }
    }
    deepest
}

fn tag_name(rest: &str) -> String {
    let end = rest.bytes().take(16).position(|b| !b.is_ascii_alphanumeric()).unwrap_or(0);
    rest[..end].to_ascii_lowercase()
}

fn self_closed(rest: &str) -> bool {
    rest.find('>').is_some_and(|i| rest[..i].ends_with('/'))
}

/// What follows the end tag of a raw element; all of it where there is none.
fn after_end_tag<'t>(rest: &'t str, name: &str) -> &'t str {
    let mut at = 0;
    while let Some(i) = rest[at..].find("</") {
        at += i + 2;
        if rest[at..].get(..name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name)) {
            return &rest[at..];
        }
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depths() {
        let check = |html: &str, want: usize| assert_eq!(depth(html), want, "{html:.60}");
        check("<div><p>a<p>b<br><img src=x></div><div/>", 1);
        check("<!-- <div><div> --><script>if (a<b) '<div><div>'</script><div>x</div>", 1);
        check(&"<b>".repeat(50_000), 50_000);
        check("a < b and c <", 0);
    }
}
