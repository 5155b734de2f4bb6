//! `verbale parse`: CoNLL-U out.

use crate::program::{Desk, STORY, packed, root};

/// The columns of the words in a file.
fn words(conllu: &str) -> Vec<Vec<&str>> {
    let lines = conllu.lines().filter(|l| !l.is_empty() && !l.starts_with('#'));
    lines.map(|l| l.split('\t').collect()).collect()
}

#[test]
fn a_text_becomes_trees() {
    let desk = Desk::new("parse-text");
    let ran = desk.put("a.txt", STORY).run("parse a.txt").fine();
    assert!(ran.text().starts_with("# newdoc id = a\n"), "{}", ran.text());
    assert!(ran.text().contains(&format!("# text = {}", STORY.trim_end())));
    assert!(ran.text().ends_with("\n\n"), "a sentence ends with an empty line");
    let words = words(ran.text());
    assert!(words.iter().all(|w| w.len() == 10), "CoNLL-U has ten columns");
    let forms: Vec<&str> = words.iter().map(|w| w[1]).collect();
    assert_eq!(forms.join(" "), "Kenya thanked Uganda for the grain , a minister said on Monday .");
    assert_eq!(words.iter().filter(|w| w[7] == "root").count(), 1);
    let piped = desk.feed("parse -", STORY.as_bytes()).fine();
    let packed = desk.feed("parse -", &packed(STORY.as_bytes())).fine();
    assert_eq!(piped.out, packed.out);
    assert_eq!(piped.text().lines().skip(1).count(), ran.text().lines().skip(1).count());
}

#[test]
fn several_texts_keep_their_order() {
    let desk = Desk::new("parse-order");
    desk.put("long.txt", STORY.repeat(200)).put("a.txt", STORY).put("empty.txt", "");
    let ran = desk.run("parse -j 3 long.txt empty.txt a.txt").ends(1, &["verbale: empty.txt: "]);
    let docs: Vec<&str> = ran.text().lines().filter(|l| l.starts_with("# newdoc")).collect();
    assert_eq!(docs, ["# newdoc id = long", "# newdoc id = a"]);
}

#[test]
fn a_treebank_keeps_its_words() {
    let desk = Desk::new("parse-conllu");
    let row = |n: usize, form: &str, head: usize, more: &str| {
        format!("{n}\t{form}\t_\tX\t_\t_\t{head}\tdep\t_\t{more}\n")
    };
    let gold = ["# sent_id = one\n# text = Rain fell-down.\n", &row(1, "Rain", 0, "_")].concat()
        + &row(2, "fell-down", 1, "SpaceAfter=No")
        + &row(3, ".", 2, "_")
        + "\n";
    desk.put("gold.conllu", &gold).put("bad.conllu", "1\tRain\n");
    let ran = desk.run("parse --input conllu gold.conllu").fine();
    let ours = words(ran.text());
    let forms: Vec<&str> = ours.iter().map(|w| w[1]).collect();
    assert_eq!(forms, ["Rain", "fell-down", "."]);
    assert!(ours.iter().all(|w| w[3] != "X" && w[7] != "dep"), "the analysis is not ours");
    assert!(ran.text().contains("# sent_id = one"));
    assert_eq!(desk.feed("parse --input conllu -", gold.as_bytes()).fine().out, ran.out);
    let mixed = desk.run("parse --input conllu bad.conllu missing.conllu gold.conllu");
    let told = ["verbale: bad.conllu: line 1: 2 columns", "verbale: missing.conllu: "];
    assert_eq!(mixed.ends(1, &told).out, ran.out);
}

#[test]
fn a_page_is_read_as_its_article() {
    let desk = Desk::new("parse-page");
    let page = std::fs::read(root().join("examples/page-cafe-latin1.html")).expect("an example");
    desk.put("page.html", &page).put("a.jsonl", format!("{{\"id\":\"a\",\"text\":{STORY:?}}}"));
    let ran = desk.run("parse page.html").fine();
    assert!(ran.text().contains("São Tomé") && !ran.text().contains('<'), "{}", ran.text());
    assert_eq!(
        words(&String::from_utf8_lossy(&desk.feed("parse -", &page).fine().out)),
        words(ran.text())
    );
    assert!(
        desk.feed("parse --input text -", b"<p>Rain</p> <body>fell.")
            .fine()
            .text()
            .contains("\t<\t")
    );
    let ran = desk.run("parse a.jsonl").fine();
    assert!(ran.text().starts_with("# newdoc id = a\n"), "{}", ran.text());
}
