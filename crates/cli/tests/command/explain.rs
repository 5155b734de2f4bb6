//! `verbale explain`: why a record was made, and why a word led to none.

use crate::program::{Desk, Ran, STORY, root};
use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Questions so far: each has a folder of its own.
static ASKED: AtomicUsize = AtomicUsize::new(0);

/// What the program says about `text`.
#[track_caller]
fn ask(text: &str, what: &[&str]) -> String {
    let n = ASKED.fetch_add(1, Ordering::Relaxed);
    let desk = Desk::new(&format!("explain-ask-{n}"));
    desk.put("a.txt", text);
    let words: Vec<&str> = ["explain", "a.txt"].iter().chain(what).copied().collect();
    desk.run_words(&words).fine().text().to_string()
}

/// Checks that the answer has all the parts, in order.
#[track_caller]
fn holds(answer: &str, parts: &[&str]) {
    let mut rest = answer;
    for part in parts {
        let Some(at) = rest.find(part) else { panic!("no {part:?} in\n{rest}\nof\n{answer}") };
        rest = &rest[at + part.len()..];
    }
}

/// "lexicons/en/TABLE:LINE" of the row that begins so.
#[track_caller]
fn line(table: &str, begins: &str) -> String {
    let text = fs::read_to_string(root().join("lexicons/en").join(table)).expect("a table");
    let at = text.lines().position(|l| l.starts_with(begins));
    format!("lexicons/en/{table}:{}\n", at.unwrap_or_else(|| panic!("no row {begins:?}")) + 1)
}

#[test]
fn a_claim() {
    let answer = ask("NATO bombed Chad, Sergei Lavrov said on Friday.\n", &["s1", "e1"]);
    let row = line("cues.tsv", "say\tverb");
    let parts = [
        "s1 Sergey Lavrov (RUS.GOV",
        "source      “Sergei Lavrov” (18-31)",
        "rule        statement/verb-",
        &row,
        "lemma say; pos verb; frames q,that",
        "said <-nsubj- ",
        "(source)",
        "said <-ccomp- bombed (content)",
        "atlas/person",
        "entity Sergey Lavrov, Q58217",
        "code RUS.GOV",
        "by the atlas",
        "e1 ASSAULT",
        "voice       s1 by Sergey Lavrov",
    ];
    holds(&answer, &parts);
    assert!(!answer.contains("in no statement's content"), "{answer}");
}

#[test]
fn a_denial() {
    let text = "Peru denied that its engineers had crossed the border. Armenia did not attend the \
                summit in Lima.\n";
    holds(&ask(text, &["s1"]), &["s1 Peru (PER): deny", "stance deny", "stance      deny"]);
    let told = ["did not happen", "told        polarity -", "“attend” is told as denied: by “not”"];
    holds(&ask(text, &["summit in Lima"]), &told);
}

#[test]
fn an_event_from_a_verb() {
    holds(
        &ask("Ghana will not attack Togo. Ghana attacked Togo.\n", &["e2"]),
        &[
            "e2 ASSAULT Ghana (GHA) -> Togo (TGO)",
            "rule        events.tsv:attack: the verb",
            "row         lexicons/en/events.tsv:",
            "type ASSAULT",
            "lexicons/en/plover.tsv:",
            "actor       “Ghana”",
            "entity Ghana, Q117",
            "path attacked <-nsubj- Ghana",
            "recipient   “Togo”",
            "path attacked <-obj- Togo",
            "voice       the outlet",
        ],
    );
}

#[test]
fn a_noun_under_a_governor() {
    let answer = ask("Ghana agreed to hold talks with Togo.\n", &["e1"]);
    holds(
        &answer,
        &[
            "e1 AGREE Ghana",
            "rule        event_nouns.tsv:talk",
            "row         lexicons/en/event_nouns.tsv:",
            "type CONSULT",
            "governor    “hold”",
            "effect do",
            "governor    “agreed”: agreed <-xcomp- hold",
            "lexicons/en/implicatives.tsv:",
            "effect agree",
            "type        AGREE",
        ],
    );
}

#[test]
fn what_is_to_come() {
    let told = "“impose” is told as to come: by “will”";
    let text = "Ghana will impose sanctions on Togo.\n";
    holds(&ask(text, &["e1"]), &["e1 SANCTION Ghana", "modality future", told]);
    let told = "AID told as planned, announced or refused is REJECT";
    let text = "Ghana will not help Togo.\n";
    holds(&ask(text, &["e1"]), &["e1 REJECT Ghana", told]);
}

#[test]
fn a_pronoun_that_speaks() {
    let text =
        "Kenyan Foreign Minister Ann Otieno met the envoy. She said that talks would go on.\n";
    holds(
        &ask(text, &["said that talks"]),
        &[
            "speaker     Ann Otieno (KEN.GOV.MFA)",
            "“She” (50-53): pronoun, person; coreference/pronoun",
            "refers to “Ann Otieno” (24-34)",
            "by the title “Kenyan Foreign Minister” (0-23)",
        ],
    );
}

#[test]
fn a_state_that_is_guessed() {
    let text = "Kenya closed its border. Police arrested twenty activists in Nairobi.\n";
    holds(&ask(text, &["Police arrested"]), &["actor       “Police”", "is GUESSED"]);
}

#[test]
fn what_made_no_record() {
    let check = |text: &str, parts: &[&str]| {
        let answer = ask(text, &["--at", "0"]);
        holds(
            &answer,
            &[&["records     0", "Words in the tables that made no record"], parts].concat(),
        );
    };
    let row = line("events.tsv", "hijack\t");
    let blocked = ["“hijacked” as event: the row has type `-`", row.trim_end()];
    check("Togo hijacked the agenda.\n", &blocked);
    check(
        "The baker bombed the butcher.\n",
        &["“bombed” as event: ASSAULT needs a political party"],
    );
    check("In the film, Ghana bombed Togo.\n", &["tells what a “film” tells"]);
    check(
        "The result said that Ghana was right.\n",
        &["“said” as cue: its source, “result”, can say"],
    );
    check("Ghana said nothing at all.\n", &["“said” as cue: nothing in the tree is its content"]);
}

#[test]
fn other_sections_are_named() {
    let text = "Ghana held talks with Togo, its ministry said.\n\nRELATED: Chad Attacks Niger\n";
    holds(&ask(text, &["chad  attacks"]), &["section related", "records     0", "of kind related"]);
}

#[test]
fn sentences_by_offset_and_words() {
    let text = "Łódź waits. Ghana bombed Togo. Chad left.\n";
    let by_offset = ask(text, &["--at", "12"]);
    holds(&by_offset, &["Sentence 2 (12-30), section ", "records     1", "e1 ASSAULT"]);
    assert_eq!(by_offset, ask(text, &["GHANA bombed"]));
    assert_eq!(by_offset, ask(text, &["Ghana", "--at", "20", "--at", "11"]), "each sentence once");
    let both = ask(text, &["Togo. Chad"]);
    holds(&both, &["Sentence 2", "Sentence 3"]);
}

#[test]
fn without_a_question_all_records_are_listed() {
    let desk = Desk::new("explain-list");
    let ran = desk.feed("explain -", STORY.as_bytes()).fine();
    holds(ran.text(), &["s1 ", "e1 SUPPORT Kenya (KEN) -> Uganda (UGA)"]);
    holds(desk.feed("explain - s1", STORY.as_bytes()).fine().text(), &["s1 ", "confidence"]);
}

#[test]
fn questions_without_answer_are_named() {
    let desk = Desk::new("explain-errors");
    desk.put("a.txt", STORY).put("empty.txt", "");
    desk.put(
        "two.jsonl",
        "{\"id\":\"a\",\"text\":\"Chad left.\"}\n{\"id\":\"b\",\"text\":\"Mali won.\"}\n",
    );
    let check = |words: &[&str], code: i32, told: &str| {
        let words: Vec<&str> = ["explain"].iter().chain(words).copied().collect();
        let ran = desk.run_words(&words);
        assert!(ran.out.is_empty() && ran.code == code, "{words:?} {}", ran.err);
        assert!(ran.err.contains(told), "{}", ran.err);
    };
    check(&["a.txt", "s9"], 1, "verbale: no record s9 in a; there are s1 and e1");
    check(&["a.txt", "--at", "9000"], 1, "offset 9000 is beyond the text of a, which has 63");
    check(
        &["a.txt", "peace treaty"],
        1,
        "\"peace treaty\" is neither a record of a nor among its words",
    );
    check(&["missing.txt", "s1"], 1, "verbale: missing.txt: ");
    check(&["empty.txt", "s1"], 1, "verbale: empty.txt: ");
    check(&["two.jsonl", "s1"], 1, "two.jsonl holds several stories; name one with --doc ID");
    check(&["two.jsonl", "--doc", "c"], 1, "two.jsonl holds no story with the id c");
    check(&["a.txt", "--at", "x"], 2, "--at");
    check(&[], 2, "PATH");
    let one = desk.run("explain two.jsonl --doc b Mali").fine();
    holds(one.text(), &["Sentence 1 (0-9)", "Mali won."]);
}

#[test]
fn the_line_of_a_table_of_ones_own() {
    let built_in = fs::read_to_string(root().join("lexicons/en/events.tsv")).expect("a table");
    let own = built_in.replace("|thank|", "|") + "thank\tverb\t\t\t\tsubj\tobj\tAID\t\t070\n";
    let desk = Desk::new("explain-own");
    desk.put("a.txt", STORY).put("mine/events.tsv", &own);
    let ran: Ran = desk.run("explain --lexicons mine a.txt e1").fine();
    let row = format!("row         mine/events.tsv:{}\n", own.lines().count());
    holds(ran.text(), &["e1 AID", &row, "lemma thank", "type AID", "(lexicons/en/plover.tsv:"]);
}

#[test]
fn the_same_question_has_the_same_answer() {
    let path = root().join("examples/andes-border.txt").display().to_string();
    let desk = Desk::new("explain-same");
    let run = || desk.run_words(&["explain", &path, "s1", "e3", "border"]).fine().out;
    assert_eq!(run(), run());
}

#[test]
fn a_closed_pipe_is_success() {
    let path = root().join("examples/andes-border.txt").display().to_string();
    let mut child = Desk::new("explain-pipe").start(&["explain", &path, "the"]);
    drop((child.stdout.take(), child.stdin.take()));
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
}

/// The words of a line, those between quotation marks as one.
fn words(line: &str) -> Vec<&str> {
    let parts = line.split('"').enumerate();
    let split = parts.map(|(n, part)| match n % 2 {
        0 => part.split_whitespace().collect(),
        _ => vec![part],
    });
    split.flatten().collect()
}

/// The page shows answers of today's tables. After a change of a table:
/// `UPDATE=1 cargo test --release -p verbale-cli --test command the_page`.
#[test]
fn the_page_shows_what_is_answered() {
    let path = root().join("docs/explain.md");
    let page = fs::read_to_string(&path).expect("the page");
    let story = fs::read_to_string(root().join("examples/danube-locks.txt")).expect("an example");
    let desk = Desk::new("explain-page");
    desk.put("examples/danube-locks.txt", story);
    let mut asked = 0;
    let mut answered = |part: &str| {
        let (line, _) = part.strip_prefix("\n$ verbale ")?.split_once('\n')?;
        let with_ours = !line.contains("--lexicons");
        asked += usize::from(with_ours);
        let answer = || desk.run_words(&words(line)).fine().text().to_string();
        with_ours.then(|| format!("\n$ verbale {line}\n{}", answer()))
    };
    let parts = page.split("```").map(|part| answered(part).unwrap_or_else(|| part.to_string()));
    let made = parts.collect::<Vec<_>>().join("```");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &made).expect("the page is written");
    }
    assert_eq!(asked, 2);
    assert!(made == page, "docs/explain.md shows other answers:\n{made}");
}
