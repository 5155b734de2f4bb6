//! Feeds of each kind, made by hand, whole and broken.

use super::*;

const RSS: &str = r#"<?xml version="1.0" encoding="ISO-8859-1"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Lake Herald &amp;amp; Sons</title><link>https://news.example/</link>
<item><title>Grain &lt;b&gt;arrives&lt;/b&gt;</title><link>https://news.example/grain</link>
<pubDate>Wed, 05 Mar 2031 23:30:00 -0500</pubDate><description>A teaser.</description>
<content:encoded><![CDATA[<p>Kenya thanked Uganda.</p>]]></content:encoded></item>
<item><guid>https://news.example/border</guid><description>Peru accused Ecuador.</description></item>
</channel></rss>"#;

const ATOM: &str = r#"<feed xmlns="http://www.w3.org/2005/Atom"><title>Lake Herald</title>
<entry><id>tag:news.example,2031:1</id><title type="html">Grain</title>
<link rel="enclosure" href="https://news.example/a.mp3"/><link href="grain"/>
<updated>2031-03-05T10:00:00+03:00</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>Kenya thanked Uganda.</p></div></content></entry></feed>"#;

const JSON: &str = r#"{"version":"https://jsonfeed.org/version/1.1","title":"Lake Herald","items":[
{"id":"1","url":"https://news.example/grain","title":"Grain","date_published":"2031-03-05T10:00:00Z",
"content_text":"Kenya thanked Uganda.\n\nIt < that."}]}"#;

fn read(feed: &str) -> Vec<Entry> {
    Feed::read(feed.as_bytes(), None, Some("https://news.example/feed")).expect("a feed").entries
}

#[test]
fn entries_of_rss() {
    let entries = read(RSS);
    let [grain, border] = entries.as_slice() else { panic!("{entries:?}") };
    assert_eq!(grain.url.as_deref(), Some("https://news.example/grain"));
    assert_eq!(grain.title.as_deref(), Some("Grain arrives"));
    assert_eq!(grain.published.as_deref(), Some("Wed, 05 Mar 2031 23:30:00 -0500"), "as written");
    assert_eq!(grain.outlet.as_deref(), Some("Lake Herald & Sons"));
    assert_eq!(grain.words.as_deref(), Some("<p>Kenya thanked Uganda.</p>"));
    assert!(!grain.is_summary && border.is_summary);
    assert_eq!(border.url.as_deref(), Some("https://news.example/border"), "an id that is one");
    assert_eq!(border.published, None);
}

#[test]
fn entries_of_atom_and_json() {
    let atom = read(ATOM);
    assert_eq!(atom[0].url.as_deref(), Some("https://news.example/grain"));
    assert_eq!(atom[0].published.as_deref(), Some("2031-03-05T10:00:00+03:00"));
    assert!(atom[0].words.as_deref().is_some_and(|w| w.contains("<p>Kenya")), "{atom:?}");
    let json = read(JSON);
    assert_eq!(json[0].url, atom[0].url);
    assert_eq!(json[0].words.as_deref(), Some("<p>Kenya thanked Uganda.</p><p>It &lt; that.</p>"));
    let unit = json[0].unit("x").expect("words");
    assert_eq!((unit.url, unit.given.title.as_deref()), (json[0].url.clone(), Some("Grain")));
}

#[test]
fn encodings() {
    let latin: Vec<u8> = RSS.replace("Lake", "Caf\u{e9}").chars().map(|c| c as u32 as u8).collect();
    let feed = Feed::read(&latin, None, None).expect("a feed");
    assert_eq!(feed.title.as_deref(), Some("Caf\u{e9} Herald & Sons"));
    let wide: Vec<u8> =
        ["\u{feff}", ATOM].concat().encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(
        Feed::read(&wide, None, None).expect("a feed").title.as_deref(),
        Some("Lake Herald")
    );
}

#[test]
fn what_is_no_feed_is_refused() {
    let check = |text: &str| {
        let error = Feed::read(text.as_bytes(), None, None).expect_err(text);
        assert!(error.starts_with("no feed"), "{error}");
    };
    check("");
    check("<html><body><p>Rain fell.</p></body></html>");
    check("{\"text\":\"Rain fell.\"}");
    check(&RSS[..RSS.len() - 30]);
    check(&"<feed>".repeat(100_000));
}
