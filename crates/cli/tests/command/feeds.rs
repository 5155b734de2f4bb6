//! Feeds in files as inputs of a store: entries of each kind, what is whole, what is said of the rest.

use crate::program::{Desk, packed};
use serde_json::Value;

/// A whole text, as HTML.
pub const GRAIN: &str = "<p>Kenya thanked Uganda for the grain on Monday, and the two ministers agreed to meet again.</p>\
<p>The grain had been held at the border for a week while officials of both states looked for papers that the \
drivers did not have. Kenya's minister said that no driver would be held for so long again, and that the price of \
the grain would stay as it was agreed.</p>";

/// Another one.
pub const BORDER: &str = "<p>Peru accused Ecuador of closing the border, and Ecuador denied that it had done so.</p>\
<p>Peru's foreign minister said on Tuesday that no lorry had crossed for three days. Ecuador's government \
answered that the bridge was under repair and that lorries were let through each night. Both governments \
agreed that engineers of the two states should look at the bridge together.</p>";

/// A feed of each kind with the two texts.
pub fn rss(address: &str) -> String {
    let item = |slug: &str, day: &str, text: &str| {
        format!(
            "<item><title>News of the {slug}</title><link>{address}/{slug}</link><pubDate>{day}</pubDate>\
             <description>A few words.</description><content:encoded><![CDATA[{text}]]></content:encoded></item>"
        )
    };
    format!(
        "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">\
         <channel><title>Lake Herald</title>{}{}</channel></rss>",
        item("grain", "Wed, 05 Mar 2031 23:30:00 -0500", GRAIN),
        item("border", "Thu, 06 Mar 2031 10:00:00 +0000", BORDER)
    )
}

pub fn atom(address: &str) -> String {
    let entry = |slug: &str, day: &str, text: &str| {
        format!(
            "<entry><id>tag:news.example,2031:{slug}</id><title>News of the {slug}</title>\
             <link href=\"{address}/{slug}\"/><updated>{day}</updated><content type=\"xhtml\">\
             <div xmlns=\"http://www.w3.org/1999/xhtml\">{text}</div></content></entry>"
        )
    };
    format!(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Lake Herald</title>{}{}</feed>",
        entry("grain", "2031-03-05T23:30:00-05:00", GRAIN),
        entry("border", "2031-03-06T10:00:00Z", BORDER)
    )
}

pub fn json(address: &str) -> String {
    let item = |slug: &str, day: &str, text: &str| {
        serde_json::json!({"id": slug, "url": format!("{address}/{slug}"), "title": format!("News of the {slug}"),
            "date_published": day, "content_html": text})
    };
    let items = [
        item("grain", "2031-03-05T23:30:00-05:00", GRAIN),
        item("border", "2031-03-06T10:00:00Z", BORDER),
    ];
    serde_json::json!({"version": "https://jsonfeed.org/version/1.1", "title": "Lake Herald", "items": items})
        .to_string()
}

#[track_caller]
pub fn exported(desk: &Desk) -> Vec<Value> {
    desk.run("export -q store").fine().records()
}

#[test]
fn entries_of_a_file_are_read_from_it_once() {
    let check = |name: &str, feed: String| {
        let desk = Desk::new(&format!("feeds-{name}"));
        desk.put("feed", &feed);
        let told = ["2 documents added to store, 0 were there, 0 skipped"];
        desk.run("add store --feed feed").ends(0, &told);
        let records = exported(&desk);
        let doc = &records[0]["doc"];
        assert_eq!(doc["url"], "https://news.example/grain", "{name}");
        assert_eq!(doc["title"], "News of the grain", "{name}");
        assert_eq!(doc["outlet"]["name"], "Lake Herald", "{name}");
        assert_eq!(doc["path"], "feed", "{name}");
        let day = doc["published_at"].as_str().expect("a day");
        assert!(day.starts_with("2031-03-05"), "{name}: {day}, the day as it was written");
        assert_eq!(records[0]["notes"][0]["kind"], "feed", "{name}");
        assert_eq!(records[0]["events"][0]["actors"][0]["code"], "KEN", "{name}");
        let told = ["0 documents added to store, 2 were there, 0 skipped"];
        desk.run("add store --feed feed").ends(0, &told);
    };
    check("rss", rss("https://news.example"));
    check("atom", atom("https://news.example"));
    check("json", json("https://news.example"));
}

#[test]
fn a_feed_is_an_input_beside_others_and_may_be_packed() {
    let desk = Desk::new("feeds-beside");
    desk.put("feed.xml.gz", packed(rss("https://news.example").as_bytes()));
    desk.put("a.txt", "Ghana criticized Togo over the harbour.\n");
    let told = ["3 documents added to store, 0 were there, 0 skipped"];
    desk.run("add store a.txt --feed feed.xml.gz").ends(0, &told);
    let told = ["0 documents added to store, 2 were there, 0 skipped"];
    desk.feed("add store --feed -", atom("https://news.example").as_bytes()).ends(0, &told);
}

#[test]
fn what_is_not_whole_is_named() {
    let desk = Desk::new("feeds-part");
    let feed = rss("https://news.example").replace("bridge together.</p>", "bridge\u{2026}</p>");
    desk.put("feed.xml", feed);
    let told = [
        "feed.xml:2: --fetch asks for its page; its feed has only a part of the text",
        "1 documents added to store, 0 were there, 1 skipped",
    ];
    desk.run("add store --feed feed.xml").ends(1, &told);
    let teasers = "<rss version=\"2.0\"><channel><title>x</title><item><title>News</title>\
        <link>https://news.example/a</link></item><item><description>Rain fell.</description></item></channel></rss>";
    desk.put("teasers.xml", teasers);
    let told = [
        "teasers.xml:1: --fetch asks for its page; its feed has no text of it",
        "teasers.xml:2: its feed gives no address; its feed has only a part of the text",
        "0 documents added",
    ];
    desk.run("add store --feed teasers.xml").ends(1, &told);
}

#[test]
fn what_is_wrong_with_a_feed_is_named_and_the_rest_goes_on() {
    let desk = Desk::new("feeds-wrong");
    let whole = rss("https://news.example");
    desk.put("whole.xml", &whole).put("cut.xml", &whole[..whole.len() - 40]);
    desk.put("page.html", "<html><body><p>Rain fell.</p></body></html>");
    let told = [
        "lost.xml: no such file",
        "cut.xml: no feed (RSS, Atom or JSON Feed) that can be read",
        "page.html: no feed",
        "2 documents added to store, 0 were there, 3 skipped",
    ];
    let line = "add store --feed lost.xml --feed cut.xml --feed page.html --feed whole.xml";
    desk.run(line).ends(1, &told);
}

#[test]
fn arguments_of_feeds() {
    let desk = Desk::new("feeds-arguments");
    let check = |line: &str, part: &str| {
        let ran = desk.run(line);
        assert_eq!(ran.code, 2, "{line}: {}", ran.err);
        assert!(ran.err.contains(part), "{line}: {}", ran.err);
    };
    check("add store", "required");
    check("add store --feed ftp://news.example/", "an address is wanted");
    check("add store --feed a.xml --pause never", "a number of seconds");
    check("add store --feed a.xml --timeout 0", "more than no time");
    check(
        "add store --feed a.xml --url https://news.example/a",
        "--url is the address of one story",
    );
    check("add store a.txt --fetch", "--feed");
}

#[cfg(not(feature = "feeds"))]
#[test]
fn a_program_that_does_not_fetch_says_how_to_build_one() {
    let desk = Desk::new("feeds-offline");
    desk.put("feed.xml", rss("https://news.example"));
    let told = [
        "--features feeds`, or hand in what another program fetched: curl -s URL | verbale add STORE --feed -",
    ];
    desk.run("add store --feed https://news.example/rss").ends(2, &told);
    desk.run("add store --feed feed.xml --fetch").ends(2, &told);
}
