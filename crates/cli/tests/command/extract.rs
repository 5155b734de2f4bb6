//! `verbale extract`: the article of a page, without what stands around it.

use crate::program::{Desk, STORY, root};

fn page() -> Vec<u8> {
    std::fs::read(root().join("examples/page-cafe-latin1.html")).expect("an example")
}

#[test]
fn the_article_and_what_is_known_of_it() {
    let desk = Desk::new("extract-json");
    let ran = desk.put("page.html", page()).run("extract page.html").fine();
    let record = &ran.records()[0];
    let doc = &record["doc"];
    assert_eq!(doc["id"], "page");
    assert_eq!(doc["title"], "São Tomé Thanks Portugal for Hospital Ship");
    assert_eq!(doc["published_at"], "2019-11-05");
    assert_eq!(doc["language"], "en");
    assert!(doc["sections"].as_array().is_some_and(|s| !s.is_empty()));
    for layer in ["mentions", "statements", "events", "layers"] {
        assert_eq!(record[layer].as_array().map(Vec::len), Some(0), "{layer}");
    }
}

#[test]
fn the_text_alone() {
    let desk = Desk::new("extract-text");
    desk.put("page.html", page()).put("a.txt", STORY);
    let ran = desk.run("extract --text page.html").fine();
    assert!(ran.text().starts_with("São Tomé Thanks Portugal for Hospital Ship\n"));
    assert!(ran.text().contains("“The ship will stay until the new wards are ready,”"));
    assert!(!ran.text().contains('<') && !ran.text().to_lowercase().contains("cookie"));
    let json = desk.run("extract page.html").fine();
    assert_eq!(ran.text().trim_end(), json.records()[0]["doc"]["text"].as_str().expect("a text"));
    assert_eq!(desk.run("extract --text a.txt").fine().text(), format!("{STORY}\n"));
    assert_eq!(desk.feed("extract --text -", &page()).fine().out, ran.out);
}

#[test]
fn inputs_without_an_article_are_named() {
    let desk = Desk::new("extract-skip");
    desk.put("menu.html", "<html><body><nav><a href=\"/\">Home</a></nav></body></html>");
    let lines = format!("{{\"id\":\"a\",\"text\":{STORY:?}}}\n{{\"id\":\"b\"}}\n");
    desk.put("page.html", page()).put("day.jsonl", lines);
    let ran = desk.run("extract -j 2 menu.html page.html day.jsonl");
    let ran = ran.ends(1, &["verbale: menu.html: no article", "verbale: day.jsonl:2: neither"]);
    assert_eq!(ran.ids(), ["page", "a"]);
}
