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

#[test]
fn bylines_name_people() {
    let desk = Desk::new("extract-bylines");
    let byline = |author: &str| {
        let head = format!("<head><meta name=\"author\" content=\"{author}\"></head>");
        desk.put(
            "a.html",
            format!("<html>{head}<body><article><p>{STORY}</p></article></body></html>"),
        );
        desk.run("extract a.html").fine().records()[0]["doc"]["byline"].as_str().map(str::to_string)
    };
    assert_eq!(byline("Ada Example | Reporter").as_deref(), Some("Ada Example"));
    assert_eq!(byline("View all posts by Ada Example").as_deref(), Some("Ada Example"));
    for nobody in
        ["admin", "https://social.example/ada", "ada@news.example", "Published June 21, 2024"]
    {
        assert_eq!(byline(nobody), None, "{nobody}");
    }
}

#[test]
fn any_language_is_extracted() {
    let desk = Desk::new("extract-languages");
    let check = |text: &str, language: &str, name: &str| {
        desk.put("a.txt", text);
        let ran = desk.run("extract a.txt").fine();
        assert_eq!(ran.records()[0]["doc"]["language"], language, "{text}");
        assert_eq!(ran.records()[0]["doc"]["text"], text);
        for command in ["code", "parse", "atlas learn"] {
            let told = format!("verbale: a.txt: language: {name}; only English is coded");
            desk.run(&format!("{command} a.txt")).ends(1, &[&told]);
        }
    };
    check("Министр прибыл в столицу в понедельник. Переговоры продолжатся.", "ru", "Russian (rus)");
    check("وصل الوزير إلى العاصمة يوم الاثنين. وستستمر المحادثات غدا.", "ar", "Arabic (ara)");
    check("Ο υπουργός έφτασε στην πρωτεύουσα. Οι συνομιλίες συνεχίζονται.", "el", "Greek (ell)");
    check("外交部长周一抵达首都。会谈将于明天继续。", "zh", "Chinese (cmn)");
    check(
        "विदेश मंत्री सोमवार को राजधानी पहुंचे। उन्होंने कहा कि वार्ता कल भी जारी रहेगी और दोनों देशों के बीच समझौते पर हस्ताक्षर होने की उम्मीद है।",
        "hi",
        "Hindi (hin)",
    );
    let french = "Le ministre des Affaires étrangères a déclaré lundi que les négociations avec les pays \
        voisins reprendraient dans la capitale dès la semaine prochaine. Selon lui, un accord sur le \
        partage des eaux du fleuve est encore possible avant la fin de l'année.";
    check(french, "fr", "French (fra)");
}
