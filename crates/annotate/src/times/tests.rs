//! Expressions and their values, read on Friday, 21 June 2024.

use super::{Times, Worker};
use verbale_document::{
    Date, Deprel, Document, Layer, Lexicons, Producer, Sentence, SmolStr, Span, Stamp, Token, Upos,
};

/// Words are what white space separates.
fn document(text: &str) -> Document {
    let mut doc = Document::new("t", text.to_string());
    let start = |word: &str| word.as_ptr() as usize - doc.text().as_ptr() as usize;
    let token = |word: &str| Token {
        span: Span::new(start(word), start(word) + word.len()),
        lemma: SmolStr::default(),
        upos: Upos::X,
        xpos: SmolStr::default(),
        head: None,
        deprel: Deprel::Dep,
    };
    let tokens: Vec<Token> = doc.text().split(' ').map(token).collect();
    let sentence = Sentence { span: Span::new(0, text.len()), tokens: 0..tokens.len() as u32 };
    doc.sentences = Some(Layer::new(Producer::default(), vec![sentence]));
    doc.tokens = Some(Layer::new(Producer::default(), tokens));
    let date = Date::constant(2024, 6, 21);
    doc.meta.published_at = Some(Stamp { text: "2024-06-21".into(), date });
    doc
}

#[test]
fn values() {
    let lexicons =
        Lexicons::from_pairs([("times.tsv", include_str!("../../../../lexicons/times.tsv"))]);
    let times = Times::new(&lexicons).expect("a sound table");
    let check = |text: &str, want: &[(&str, &str)]| {
        let doc = document(text);
        let found = times.annotate(&mut Worker::default(), &doc);
        let got: Vec<(&str, String)> = found
            .iter()
            .map(|m| {
                (doc.slice(m.span), m.time.as_ref().map_or(String::new(), |t| t.value.to_string()))
            })
            .collect();
        let want: Vec<(&str, String)> = want.iter().map(|(a, b)| (*a, b.to_string())).collect();
        assert_eq!(got, want, "{text}");
    };
    check("He spoke on Friday .", &[("Friday", "2024-06-21")]);
    check("They met on Monday morning .", &[("Monday morning", "2024-06-17TMO")]);
    check("It will open next Tuesday .", &[("Tuesday", "2024-06-25")]);
    check(
        "On June 3 , 2019 , and 4 May 2020",
        &[("June 3 , 2019", "2019-06-03"), ("4 May 2020", "2020-05-04")],
    );
    check("since December 30", &[("December 30", "2023-12-30")]);
    check("in November and in 2014", &[("November", "2023-11"), ("2014", "2014")]);
    check(
        "two weeks ago , last month and last year",
        &[("two weeks ago", "2024-06-07"), ("last month", "2024-05"), ("last year", "2023")],
    );
    check(
        "for three years , every week , the past 24 hours",
        &[("three years", "P3Y"), ("every week", "P1W"), ("the past 24 hours", "PT24H")],
    );
    check("It may march in the 1990s .", &[("1990s", "199")]);
    check(
        "yesterday and this weekend",
        &[("yesterday", "2024-06-20"), ("this weekend", "2024-W25-WE")],
    );
    check("killed 2014 people", &[]);
}
