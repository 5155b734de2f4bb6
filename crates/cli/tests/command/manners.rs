//! How hosts are asked: robots, pauses, redirections, addresses, limits, and what a run that is stopped leaves.

use crate::feeds::GRAIN;
use crate::feeds::exported;
use crate::fetch::{BOTH, XML, add, bare, more, site};
use crate::program::{Desk, Ran, packed};
use crate::server::{Server, answer, page};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::time::Duration;

#[test]
fn a_server_that_has_had_enough_is_left_alone() {
    let desk = Desk::new("manners-enough");
    let server = Server::new(|address, request| match request.path.as_str() {
        "/feed" => answer("200 OK", &[XML, "ETag: \"7\""], bare(address)),
        "/grain" => answer("429 Too Many Requests", &["Retry-After: 3600"], ""),
        path => site(address, path),
    });
    let told = [
        "/grain: the server answers 429 Too Many Requests; its feed has no text of it",
        "/border: the host is not to be asked for 3600 s; its feed has no text of it",
        "0 documents added to store, 0 were there, 2 skipped",
    ];
    add(&desk, &server).ends(1, &told);
    assert_eq!(server.asked(), ["/feed", "/robots.txt", "/grain"]);
    add(&desk, &server).ends(1, &told);
    assert_eq!(server.asked(), ["/feed", "/robots.txt", "/grain"], "what is left is tried again");
}

#[test]
fn a_server_that_wants_to_be_asked_again_is() {
    let desk = Desk::new("manners-again");
    let times = AtomicUsize::new(0);
    let server = Server::new(move |address, request| match request.path.as_str() {
        "/grain" if times.fetch_add(1, Ordering::SeqCst) == 0 => {
            let fields = [
                "Retry-After: Wed, 05 Mar 2031 10:00:01 GMT",
                "Date: Wed, 05 Mar 2031 10:00:00 GMT",
            ];
            answer("503 Service Unavailable", &fields, "")
        }
        path => site(address, path),
    });
    add(&desk, &server).ends(0, &BOTH);
    assert_eq!(server.asked(), ["/feed", "/robots.txt", "/grain", "/grain", "/border"]);
}

#[test]
fn robots_are_asked_where_a_feed_names_the_page() {
    let desk = Desk::new("manners-robots");
    let server = Server::new(|address, request| match request.path.as_str() {
        "/robots.txt" => {
            let file = "User-agent: *\nAllow: /\n\nUser-agent: Verbale\nDisallow: /border\nDisallow: /feed\n";
            answer("200 OK", &["Content-Type: text/plain"], file)
        }
        path => site(address, path),
    });
    let told = [
        "/border: robots.txt of the site keeps robots from it; its feed has no text of it",
        "1 documents added to store, 0 were there, 1 skipped",
    ];
    add(&desk, &server).ends(1, &told);
    assert_eq!(server.asked(), ["/feed", "/robots.txt", "/grain"]);
    let broken = Server::new(|address, request| match request.path.as_str() {
        "/robots.txt" => answer("500 Internal Server Error", &[], ""),
        path => site(address, path),
    });
    let told =
        ["/grain: robots.txt of the site cannot be had", "/border: robots.txt", "0 documents"];
    add(&desk, &broken).ends(1, &told);
    assert_eq!(broken.asked(), ["/feed", "/robots.txt"]);
}

#[test]
fn redirections_are_followed_and_each_is_looked_at() {
    let desk = Desk::new("manners-redirected");
    let server = Server::new(|address, request| {
        let to = |path: &str| answer("302 Found", &[&format!("Location: {path}")], "");
        match request.path.as_str() {
            "/feed" => to("/feeds/news"),
            "/feeds/news" => answer("200 OK", &[XML], bare(address)),
            "/grain" => to(&format!("{address}/2031/03/05/grain?from=feed#top")),
            "/2031/03/05/grain?from=feed" => page(GRAIN),
            "/border" => to("/border"),
            path => site(address, path),
        }
    });
    let told = ["/border: redirected more than 5 times; its feed has no text", "1 documents added"];
    add(&desk, &server).ends(1, &told);
    let url = format!("{}/2031/03/05/grain?from=feed", server.address);
    assert_eq!(exported(&desk)[0]["doc"]["url"], url);
    let away = Server::new(|address, request| match request.path.as_str() {
        "/grain" => answer("301 Moved Permanently", &["Location: file:///etc/hosts"], ""),
        path => site(address, path),
    });
    let told =
        ["/grain: redirected to file:///etc/hosts: file: only http and https", "1 documents"];
    add(&desk, &away).ends(1, &told);
}

#[test]
fn addresses_that_are_not_public_are_refused() {
    let desk = Desk::new("manners-private");
    let server = Server::new(|address, request| site(address, &request.path));
    let run = |feed: String| desk.run(&format!("add store --pause 0 --feed {feed}"));
    let told = [
        "its address (127.0.0.1) is not public; --allow-private asks there as well",
        "0 documents",
    ];
    run(format!("{}/feed", server.address)).ends(1, &told);
    let port = server.address.rsplit(':').next().expect("a port");
    let other = ["is not public; --allow-private", "0 documents"];
    run(format!("http://localhost:{port}/feed")).ends(1, &other);
    run(format!("http://[::ffff:127.0.0.1]:{port}/feed")).ends(1, &other);
    run(format!("http://2130706433:{port}/feed")).ends(1, &other);
    run("http://169.254.169.254/feed".to_string()).ends(1, &other);
    assert_eq!(server.asked(), Vec::<String>::new(), "nothing was connected to");
    // A feed in a file is no way round.
    desk.put("feed.xml", bare(&server.address));
    let told = ["/grain", "/border", "0 documents"]
        .map(|part| if part == "0 documents" { part } else { "is not public" });
    desk.run("add store --pause 0 --fetch --feed feed.xml").ends(1, &told);
    assert_eq!(server.asked(), Vec::<String>::new());
}

#[test]
fn limits_of_size_and_time() {
    let desk = Desk::new("manners-limits");
    let server = Server::new(|address, request| match request.path.as_str() {
        "/grain" => answer("200 OK", &["Content-Type: text/html"], vec![b' '; 9 << 20]),
        "/border" => {
            let fields = ["Content-Type: text/html", "Content-Encoding: gzip"];
            answer("200 OK", &fields, packed(&vec![b' '; 9 << 20]))
        }
        path => site(address, path),
    });
    let told = [
        "/grain: more than 8 MB; its feed has no text of it",
        "/border: more than 8 MB; its feed has no text of it",
        "0 documents added to store, 0 were there, 2 skipped",
    ];
    add(&desk, &server).ends(1, &told);
    let silent = Server::new(|_, _| Vec::new());
    let told = ["/feed: no whole answer within 0.2 s; --timeout waits longer", "0 documents added"];
    more(&desk, &silent, "--timeout 0.2").ends(1, &told);
    desk.put("feed.xml", bare(&silent.address));
    let told =
        ["cannot be had (no whole answer within 0.2 s", "cannot be had", "0 documents added"];
    desk.run("add store --feed feed.xml --fetch --allow-private --timeout 0.2").ends(1, &told);
    assert_eq!(silent.asked(), ["/feed", "/robots.txt"], "a site is asked for its robots once");
}

#[test]
fn an_interrupted_run_has_lost_nothing() {
    let desk = Desk::new("manners-interrupted");
    let is_busy = Arc::new(AtomicBool::new(true));
    let busy = Arc::clone(&is_busy);
    let (asked, ready) = mpsc::channel();
    let server = Server::new(move |address, request| match request.path.as_str() {
        "/feed" => answer("200 OK", &[XML, "ETag: \"7\""], bare(address)),
        "/border" if busy.load(Ordering::SeqCst) => {
            asked.send(()).expect("the test waits");
            answer("503 Service Unavailable", &["Retry-After: 59"], "")
        }
        path => site(address, path),
    });
    let feed = format!("{}/feed", server.address);
    let words = ["add", "store", "--feed", &feed, "--allow-private", "--pause", "0"];
    let child = desk.start(&words);
    ready.recv_timeout(Duration::from_secs(120)).expect("the page is asked for");
    let kill = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(kill.expect("kill runs").success());
    let told = [
        "interrupted; finishing what was read",
        "1 documents added to store, 0 were there, 0 skipped",
        "interrupted; 1 documents are in the output; left: 1 entry of a feed",
    ];
    Ran::from(child.wait_with_output().expect("the program ends")).ends(130, &told);
    is_busy.store(false, Ordering::SeqCst);
    server.asked();
    let told = ["1 documents added to store, 1 were there, 0 skipped"];
    add(&desk, &server).ends(0, &told);
    assert_eq!(
        server.asked(),
        ["/feed", "/robots.txt", "/border"],
        "what was added is not fetched"
    );
}
