//! `Feed::read`: any bytes are a feed or a reason why not; what an entry holds is a document or a reason why not,
//! the same each time.

use super::story::{READER, check};
use crate::dice::Dice;
use crate::edit;
use verbale::read::{Feed, is_whole};

const PIECES: &[&str] = &[
    "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>",
    "<feed xmlns=\"http://www.w3.org/2005/Atom\">",
    "<rdf:RDF xmlns=\"http://purl.org/rss/1.0/\" xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">",
    "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Lake Herald\",\"items\":[",
    "{\"id\":\"1\",\"url\":\"https://news.example/1\",\"content_text\":\"Togo denied it.\"},",
    "{\"id\":\"2\",\"date_published\":\"2031-03-05\",\"content_html\":\"<p>Rain fell.</p>\"}]}",
    "<title>News &amp;amp; <b>views</b></title>",
    "<item>",
    "</item>",
    "<entry>",
    "</entry>",
    "<link>https://news.example/a</link>",
    "<link rel=\"alternate\" href=\"../b?c=d#e\"/>",
    "<guid isPermaLink=\"true\">http://news.example/g</guid>",
    "<pubDate>Wed, 05 Mar 2031 23:30:00 -0500</pubDate>",
    "<updated>2031-03-05T24:61:00+99:00</updated>",
    "<description>Peru accused Ecuador.&#x0;&#1114112;&nbsp;</description>",
    "<content:encoded><![CDATA[<p>Kenya thanked Uganda.</p>]]></content:encoded>",
    "<content type=\"xhtml\" xml:base=\"https://news.example/\"><div><p>Rain fell.</div></content>",
    "<content type=\"image/png\">AAAA</content>",
    "<media:group xmlns:media=\"http://search.yahoo.com/mrss/\"><media:content url=\"x\" duration=\"9e99\"/></media:group>",
    "<!DOCTYPE a [<!ENTITY b \"c\">]>",
    "<?xml version=\"1.0\" encoding=\"utf-16\"?>",
    "]]>",
    "</channel></rss>",
    "</feed>",
    "\u{feff}",
];

pub(super) fn target(bytes: &[u8]) {
    let mut dice = Dice::new(bytes);
    let mut feed = match dice.below(8) {
        0 => return drop(Feed::read(dice.rest(), None, None)),
        _ => Vec::new(),
    };
    let damage = dice.once_in(3);
    let address = dice.of(&[None, Some("https://news.example/feed"), Some("no address")]);
    while dice.more() && feed.len() < 1 << 14 {
        feed.extend(dice.pick(PIECES).as_bytes());
    }
    if damage {
        feed = edit::bytes(&feed, &mut Dice::new(bytes));
    }
    let read = Feed::read(&feed, None, address);
    assert_eq!(read, Feed::read(&feed, None, address), "the same each time");
    for entry in read.map(|feed| feed.entries).unwrap_or_default() {
        let Some(unit) = entry.unit("fuzz") else { continue };
        if let Ok(doc) = READER.read(unit) {
            check(&doc, None);
            is_whole(&doc, entry.is_summary);
        }
    }
}
