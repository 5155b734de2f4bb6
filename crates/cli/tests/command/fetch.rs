//! Feeds that are fetched, from a server of the test's own.

use crate::feeds::{BORDER, GRAIN, atom, exported, json, rss};
use crate::program::{Desk, Ran, packed};
use crate::server::{Server, answer, lost, page};

pub const XML: &str = "Content-Type: application/rss+xml";

/// A feed without texts, so that pages have to be had.
pub fn bare(address: &str) -> String {
    rss(address).replace(GRAIN, "").replace(BORDER, "").replace("A few words.", "")
}

pub fn add(desk: &Desk, server: &Server) -> Ran {
    more(desk, server, "")
}

pub fn more(desk: &Desk, server: &Server, words: &str) -> Ran {
    let feed = format!("--feed {}/feed", server.address);
    desk.run(&format!("add store {feed} --allow-private --pause 0 {words}"))
}

/// What a site answers that has both pages.
pub fn site(address: &str, path: &str) -> Vec<u8> {
    match path {
        "/feed" => answer("200 OK", &[XML], bare(address)),
        "/grain" => page(GRAIN),
        "/border" => page(BORDER),
        _ => lost(),
    }
}

pub const BOTH: [&str; 1] = ["2 documents added to store, 0 were there, 0 skipped"];
const NONE: [&str; 1] = ["0 documents added to store, 0 were there, 0 skipped"];
const KNOWN: [&str; 1] = ["0 documents added to store, 2 were there, 0 skipped"];

#[test]
fn pages_are_read_with_what_the_feed_says_of_them() {
    let check = |name: &str, feed: fn(&str) -> String| {
        let desk = Desk::new(&format!("fetch-{name}"));
        let server = Server::new(move |address, request| match request.path.as_str() {
            "/feed" => answer("200 OK", &[], feed(address)),
            path => site(address, path),
        });
        add(&desk, &server).ends(0, &BOTH);
        assert_eq!(server.asked(), ["/feed", "/robots.txt", "/grain", "/border"], "{name}");
        let records = exported(&desk);
        let doc = &records[0]["doc"];
        assert_eq!(doc["url"], format!("{}/grain", server.address), "{name}");
        assert_eq!(doc["title"], "From the page", "{name}");
        assert_eq!(doc["outlet"]["name"], "Lake Herald", "{name}");
        let day = doc["published_at"].as_str().expect("a day");
        assert!(day.starts_with("2031-03-05"), "{name}: {day}");
        add(&desk, &server).ends(0, &KNOWN);
        assert_eq!(server.asked(), ["/feed"], "{name}: pages that were had are not asked for");
    };
    check("rss", bare);
    check("atom", atom);
    check("json", json);
}

#[test]
fn what_did_not_change_is_not_sent_again() {
    let desk = Desk::new("fetch-unchanged");
    let server = Server::new(|address, request| match request.path.as_str() {
        "/feed" if request.field("if-none-match") == Some("\"7\"") => {
            answer("304 Not Modified", &[], "")
        }
        "/feed" => answer("200 OK", &[XML, "ETag: \"7\""], bare(address)),
        path => site(address, path),
    });
    add(&desk, &server).ends(0, &BOTH);
    add(&desk, &server).ends(0, &NONE);
    assert_eq!(server.asked().len(), 5, "the second time the feed alone");
    desk.run("verify store").fine();
}

#[test]
fn a_page_that_its_feed_calls_changed_is_asked_for_again() {
    let desk = Desk::new("fetch-changed");
    let first = Server::new(|address, request| match request.path.as_str() {
        "/feed" => answer("200 OK", &[XML], bare(&address.replace("127.0.0.1", "localhost"))),
        path => site(address, path),
    });
    add(&desk, &first).ends(0, &BOTH);
    let day = "Fri, 07 Mar 2031 10:00:00 +0000";
    let modified = "Last-Modified: Wed, 05 Mar 2031 10:00:00 GMT";
    // Once with a new date, once as it was behind that; the first answer gives a validator.
    let second = Server::new(move |address, request| {
        let since = request.field("if-modified-since");
        match request.path.as_str() {
            "/feed" if request.field("user-agent").is_none_or(|a| !a.starts_with("verbale/")) => {
                lost()
            }
            "/feed" => answer("200 OK", &[XML], bare(address)),
            "/feed-later" => {
                let feed = bare(address).replace("Thu, 06 Mar 2031 10:00:00 +0000", day);
                answer("200 OK", &[XML], feed)
            }
            "/border" if since.is_some() => answer("304 Not Modified", &[], ""),
            "/border" => {
                let page = page(BORDER);
                let text = String::from_utf8(page).expect("UTF-8");
                text.replace("Connection", &format!("{modified}\r\nConnection")).into_bytes()
            }
            path => site(address, path),
        }
    });
    more(&desk, &second, "").ends(0, &BOTH);
    second.asked();
    let later = format!("add store --feed {}/feed-later --allow-private --pause 0", second.address);
    desk.run(&later).ends(0, &KNOWN);
    assert_eq!(second.asked(), ["/feed-later", "/robots.txt", "/border"]);
    desk.run(&later).ends(0, &KNOWN);
    assert_eq!(second.asked(), ["/feed-later"], "what the feed says of it is known");
}

#[test]
fn a_page_that_fails_is_named_or_read_from_the_feed() {
    let desk = Desk::new("fetch-lost");
    let server = Server::new(|address, request| match request.path.as_str() {
        "/feed" => {
            answer("200 OK", &[XML, "ETag: \"7\""], rss(address).replace(BORDER, "<p>Peru...</p>"))
        }
        _ => lost(),
    });
    let told = [
        "/grain: the server answers 404 Not Found; read from its feed",
        "/border: the server answers 404 Not Found; its feed has only a part of the text",
        "1 documents added to store, 0 were there, 1 skipped",
    ];
    add(&desk, &server).ends(1, &told);
    assert_eq!(exported(&desk)[0]["notes"][0]["kind"], "feed");
    let gone = Server::new(|_, _| lost());
    let told = ["/feed: the server answers 404 Not Found", "0 documents added"];
    add(&desk, &gone).ends(1, &told);
}

#[test]
fn packed_answers_are_read_and_others_are_no_pages() {
    let desk = Desk::new("fetch-packed");
    let server = Server::new(|address, request| match request.path.as_str() {
        "/feed" => {
            assert!(request.field("accept-encoding").is_some_and(|e| e.contains("gzip")));
            answer("200 OK", &[XML, "Content-Encoding: gzip"], packed(bare(address).as_bytes()))
        }
        "/grain" => {
            let fields = ["Content-Type: text/html", "Content-Encoding: gzip"];
            let page = format!("<html><body><article>{GRAIN}</article></body></html>");
            answer("200 OK", &fields, packed(page.as_bytes()))
        }
        "/border" => answer("200 OK", &["Content-Type: application/pdf"], "%PDF"),
        path => site(address, path),
    });
    let told = ["/border: no page but application/pdf; its feed has no text of it", "1 documents"];
    add(&desk, &server).ends(1, &told);
    assert_eq!(exported(&desk)[0]["doc"]["title"], "News of the grain", "from the feed");
}

#[test]
fn a_page_that_is_no_story_of_ours_is_not_asked_for_again() {
    let desk = Desk::new("fetch-other");
    let server = Server::new(|address, request| match request.path.as_str() {
        "/border" => page(
            "<p>El ministro de Exteriores del Per\u{fa} neg\u{f3} el lunes que sus ingenieros hubieran \
             cruzado la frontera con el Ecuador.</p>",
        ),
        path => site(address, path),
    });
    let told = ["/border: language: es; only English is coded", "1 documents added"];
    add(&desk, &server).ends(1, &told);
    server.asked();
    add(&desk, &server).ends(0, &KNOWN);
    assert_eq!(server.asked(), ["/feed"]);
}

#[test]
fn links_of_a_file_are_fetched_when_asked() {
    let desk = Desk::new("fetch-file");
    let server = Server::new(|address, request| site(address, &request.path));
    desk.put("feed.xml", rss(&server.address));
    desk.run("add store --feed feed.xml").ends(0, &BOTH);
    assert_eq!(server.asked(), Vec::<String>::new());
    let line = "add other --feed feed.xml --fetch --allow-private --pause 0";
    desk.run(line).ends(0, &["2 documents added to other, 0 were there, 0 skipped"]);
    assert_eq!(server.asked(), ["/robots.txt", "/grain", "/border"]);
}

#[test]
fn feeds_take_turns_and_one_that_fails_stops_no_other() {
    let desk = Desk::new("fetch-turns");
    let make = || Server::new(|address, request| site(address, &request.path));
    let (one, two) = (make(), make());
    let gone = Server::new(|_, _| lost());
    let line = format!(
        "add store --allow-private --pause 0 --feed {}/feed --feed {}/feed --feed {}/feed",
        gone.address, one.address, two.address
    );
    let told =
        ["/feed: the server answers 404", "4 documents added to store, 0 were there, 1 skipped"];
    desk.run(&line).ends(1, &told);
    let urls: Vec<String> = exported(&desk)
        .iter()
        .map(|r| r["doc"]["url"].as_str().expect("an address").into())
        .collect();
    let want = [(&one, "grain"), (&two, "grain"), (&one, "border"), (&two, "border")];
    assert_eq!(urls, want.map(|(server, slug)| format!("{}/{slug}", server.address)));
}
