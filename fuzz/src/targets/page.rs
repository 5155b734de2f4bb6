//! Pages: tag soup is an article or a reason why not; the guard stops what nests too deep or holds too much, and
//! no extractor panics.

use super::story::{READER, check};
use crate::dice::Dice;
use crate::{edit, told};
use verbale::read::{InputKind, Raw};

const PAGES: &[&str] = &[
    include_str!("../../../examples/page-election-observers.html"),
    include_str!("../../../examples/page-port-strike.html"),
    include_str!("../../../examples/page-river-treaty.html"),
    include_str!("../../../examples/page-sanctions-vote.html"),
];

const TAGS: &[&str] = &[
    "p",
    "div",
    "b",
    "i",
    "a",
    "span",
    "article",
    "section",
    "table",
    "tr",
    "td",
    "tbody",
    "caption",
    "col",
    "ul",
    "li",
    "dl",
    "dt",
    "h1",
    "h2",
    "body",
    "html",
    "head",
    "title",
    "meta",
    "link",
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "math",
    "mi",
    "foreignObject",
    "desc",
    "select",
    "option",
    "optgroup",
    "form",
    "input",
    "button",
    "textarea",
    "pre",
    "blockquote",
    "br",
    "hr",
    "img",
    "iframe",
    "frameset",
    "frame",
    "object",
    "applet",
    "marquee",
    "nobr",
    "ruby",
    "rt",
    "rp",
    "font",
    "plaintext",
    "xmp",
    "noembed",
    "image",
    "center",
    "main",
    "header",
    "footer",
    "aside",
    "nav",
    "figure",
    "figcaption",
    "time",
    "quote",
    "list",
    "item",
    "base",
];
const ATTRIBUTES: &[&str] = &[
    " class=article",
    " class=\"post-content entry\"",
    " id='comments'",
    " href=//a.example/2024/06/21",
    " src=",
    " style='display:none'",
    " lang=de",
    " property=\"article:published_time\" content=\"2024-06-21\"",
    " name=author content='Ann <Lee>'",
    " property='og:title' content=\"T &amp; U\"",
    " datetime=2024-13-45",
    " rel=canonical href='http://[x'",
    " charset=utf-16",
    " http-equiv=refresh",
    " itemprop=datePublished",
    " =",
    " a a a",
    " encoding=text/html",
    " type=application/ld+json",
    " hidden",
    " \"",
    " '",
];
const MARKS: &[&str] = &[
    "<",
    ">",
    "</",
    "/>",
    "<!--",
    "-->",
    "--!>",
    "<!",
    "<!doctype html>",
    "<![CDATA[",
    "]]>",
    "<?php",
    "?>",
    "&amp;",
    "&#0;",
    "&#x110000;",
    "&#xD800;",
    "&notanentity",
    "&lt",
    "&NotEqualTilde;",
    "&#",
    "&",
    "\u{0}",
    "<a href=\"",
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<b>",
    "</b>",
    "<table>",
    "</table>",
    "<td>",
    "<svg>",
    "<math>",
    "<template>",
    "{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-06-21\",\"author\":[{\"name\":1}]}",
    "[{\"@graph\":[[]]}]",
];

/// Tags in any order with words between.
fn soup(dice: &mut Dice) -> String {
    let mut out = String::new();
    while dice.more() && out.len() < 1 << 15 {
        let tag = dice.of(TAGS);
        match dice.below(9) {
            0..=2 => {
                out += &format!("<{tag}");
                (0..dice.below(3)).for_each(|_| out.push_str(dice.of(ATTRIBUTES)));
                out.push('>');
            }
            3 | 4 => out += &format!("</{tag}>"),
            5 => out.push_str(dice.of(MARKS)),
            6 => (0..dice.below(30)).for_each(|_| {
                told::word(dice, &mut out);
                out.push(' ');
            }),
            7 => out.push_str(dice.of(told::STORIES)),
            _ => {
                let times = [2, 20, 200][dice.below(3)];
                let end =
                    if dice.once_in(2) { format!("</{}>", dice.of(TAGS)) } else { String::new() };
                out += &format!("<{tag}>{end}").repeat(times);
            }
        }
    }
    out
}

/// Nesting far beyond the limit, by one tag or by two.
fn deep(dice: &mut Dice) -> String {
    let unit = [dice.of(TAGS), dice.of(TAGS)].map(|tag| format!("<{tag}>"));
    let n = if dice.once_in(2) { 1 } else { 2 };
    let end = dice.of(&["", "</x>", "x", "</p>", "</table>"]);
    format!("{}{end}", unit[..n].concat()).repeat(900 + dice.below(20_000)) + told::STORIES[0]
}

pub(super) fn target(bytes: &[u8]) {
    let mut dice = Dice::new(bytes);
    let page = match dice.below(16) {
        0 => String::from_utf8_lossy(dice.rest()).into_owned(),
        1 => deep(&mut dice),
        2..=6 => soup(&mut dice),
        7 => format!("<p title=\"{}\">", "x ".repeat(dice.below(1 << 17))) + told::STORIES[1],
        _ => edit::text(dice.of(PAGES), MARKS, &mut dice),
    };
    match READER.read(Raw::new("fuzz", InputKind::Html, page.clone().into_bytes())) {
        Ok(doc) => check(&doc, None),
        Err(refused) => {
            let failed = refused.reason.contains("the extractor failed");
            assert!(!failed, "{} ({} bytes)", refused.reason, page.len());
        }
    }
}
