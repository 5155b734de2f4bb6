//! The text of an extracted article: one paragraph a block, blank lines between.
//!
//! White space within a block counts as one space, as browsers show it; a line break stays one.
//! Walks the tree without recursion.

use ego_tree::iter::Edge;
use scraper::Html;
use scraper::node::Node;

/// Elements that end the paragraph before them and begin a new one (HTML Living Standard, 15.3).
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "pre",
    "table",
    "tr",
    "article",
    "section",
    "main",
    "figure",
    "figcaption",
    "header",
    "footer",
    "aside",
    "hr",
    "body",
    "html",
    "list",
    "item",
    "head",
    "quote",
];

/// Elements whose words are none of the text that they stand in: programs, what can be filled in, pictures
/// with their captions, asides.
#[cfg(feature = "feeds")]
const BESIDE: &[&str] = &[
    "script", "style", "noscript", "template", "title", "form", "button", "select", "textarea",
    "iframe", "object", "svg", "audio", "video", "figure", "aside", "nav",
];

/// The paragraphs of some HTML.
pub(super) fn paragraphs(html: &str) -> String {
    without(html, &[])
}

/// The paragraphs of HTML that no page stands around, less what stands beside them.
#[cfg(feature = "feeds")]
pub(super) fn of_text(html: &str) -> String {
    without(html, BESIDE)
}

/// The paragraphs of some HTML without those in some elements.
fn without(html: &str, beside: &[&str]) -> String {
    let tree = Html::parse_fragment(html);
    let mut out = String::with_capacity(html.len());
    let mut passed = None;
    for edge in tree.root_element().traverse() {
        if passed.is_some() {
            passed = passed.filter(|id| !matches!(&edge, Edge::Close(node) if node.id() == *id));
            continue;
        }
        match edge {
            Edge::Open(node)
                if node.value().as_element().is_some_and(|e| beside.contains(&e.name())) =>
            {
                passed = Some(node.id());
            }
            Edge::Open(node) => match node.value() {
                Node::Text(text) => add(&mut out, text),
                Node::Element(e) if e.name() == "br" => end(&mut out, "\n"),
                Node::Element(e) if BLOCKS.contains(&e.name()) => end(&mut out, "\n\n"),
                Node::Element(e) if matches!(e.name(), "td" | "th") => add(&mut out, " "),
                _ => {}
            },
            Edge::Close(node) => {
                if node.value().as_element().is_some_and(|e| BLOCKS.contains(&e.name())) {
                    end(&mut out, "\n\n");
                }
            }
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Appends text, white space as one space and none at the start of a line.
fn add(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            c if c.is_whitespace() => {
                if !out.is_empty() && !out.ends_with([' ', '\n']) {
                    out.push(' ');
                }
            }
            c => out.push(c),
        }
    }
}

/// Ends a line or a paragraph, unless it has ended already.
fn end(out: &mut String, mark: &str) {
    out.truncate(out.trim_end_matches(' ').len());
    let ended = out.len() - out.trim_end_matches('\n').len();
    if !out.is_empty() {
        (ended..mark.len()).for_each(|_| out.push('\n'));
    }
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    #[test]
    fn blocks_are_paragraphs() {
        let check = |html: &str, want: &str| assert_eq!(paragraphs(html), want, "{html}");
        check(
            "<div><h1>A  title</h1><p>One <b>two</b>\n three.</p><p>Four.</p></div>",
            "A title\n\nOne two three.\n\nFour.",
        );
        check("<p>Line<br>break</p><ul><li>a</li><li>b</li></ul>", "Line\nbreak\n\na\n\nb");
        check("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>", "1 2\n\n3");
        check("", "");
    }

    #[cfg(feature = "feeds")]
    #[test]
    fn what_stands_beside_a_text_is_left_out() {
        let check = |html: &str, want: &str| assert_eq!(super::of_text(html), want, "{html}");
        check("One.<br/>\n<br>Two.<script>x < y</script> Three.", "One.\nTwo. Three.");
        check(
            "<figure><img src=a><figcaption><b>Rain</b></figcaption></figure><p>Four.</p>",
            "Four.",
        );
        check("<svg><g><text>a", "");
    }
}
