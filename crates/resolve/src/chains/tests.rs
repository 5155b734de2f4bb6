//! Hand-written trees: one word a line, `form lemma UPOS XPOS head deprel` and, at the head of a name,
//! its kind and entity ("person:0"); a blank line ends a sentence.

use super::Anaphora;
use crate::entities::{Homes, Linked};
use verbale_document::{
    Deprel, Document, Entity, Form, Gender, Layer, Mention, MentionKind, Producer, Quote, Sentence,
    SmolStr, Span, Token,
};

fn kind(name: &str) -> MentionKind {
    match name {
        "person" | "woman" => MentionKind::Person,
        "body" => MentionKind::Organisation,
        "country" => MentionKind::Country,
        "place" => MentionKind::Place,
        other => panic!("no kind {other}"),
    }
}

#[derive(Default)]
struct Builder {
    text: String,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    mentions: Vec<Mention>,
    entities: Vec<Entity>,
}

impl Builder {
    fn sentence(&mut self, rows: &str) {
        let first = self.tokens.len() as u32;
        let start = self.text.len();
        for row in rows.lines().map(|l| l.split_whitespace().collect::<Vec<_>>()) {
            self.word(first, &row);
        }
        let span = Span::new(start, self.text.len() - 1);
        self.sentences.push(Sentence { span, tokens: first..self.tokens.len() as u32 });
    }

    fn word(&mut self, first: u32, row: &[&str]) {
        let start = self.text.len();
        self.text += row[0];
        let span = Span::new(start, self.text.len());
        self.text.push(' ');
        let head: u32 = row[4].parse().expect("head is a number");
        self.tokens.push(Token {
            span,
            lemma: SmolStr::from(row[1]),
            upos: row[2].parse().expect("a universal tag"),
            xpos: SmolStr::from(row[3]),
            head: head.checked_sub(1).map(|h| first + h),
            deprel: row[5].parse::<Deprel>().expect("a relation"),
        });
        if let Some((what, entity)) = row.get(6).and_then(|cell| cell.split_once(':')) {
            let entity: u32 = entity.parse().expect("an entity");
            let at = self.tokens.len() as u32 - 1;
            let mention = Mention::new(span, at, kind(what), Form::Name);
            self.mentions.push(Mention { entity: Some(entity), ..mention });
            if entity as usize == self.entities.len() {
                self.entities.push(an_entity(row[0], what));
            }
        }
    }
}

fn an_entity(name: &str, what: &str) -> Entity {
    Entity {
        local: false,
        id: name.into(),
        name: name.into(),
        kind: kind(what),
        code: None,
        country: None,
        gender: (what == "woman").then_some(Gender::Feminine),
        classes: Vec::new(),
        members: Vec::new(),
    }
}

/// Mentions of `rows` with the name of what they denote and whether they are in a chain, in order.
fn linked(rows: &str) -> Vec<(String, String, bool)> {
    let mut b = Builder::default();
    rows.split("\n\n").for_each(|s| b.sentence(s.trim()));
    let mut doc = Document::new("test", b.text);
    let by = Producer::default;
    doc.tokens = Some(Layer::new(by(), b.tokens));
    doc.sentences = Some(Layer::new(by(), b.sentences));
    let mentions = b.mentions;
    doc.entities = Some(Layer::new(by(), b.entities));
    if let Some((open, close)) = doc.text().find('“').zip(doc.text().find('”')) {
        let outer = Span::new(open, close + '”'.len_utf8());
        let inner = Span::new(open + '“'.len_utf8(), close);
        doc.quotes = Some(Layer::new(by(), vec![Quote { outer, inner, closed: true }]));
    }
    let words = Anaphora::new(&verbale_lexicons::english()).expect("sound tables");
    let name = |m: &Mention| doc.entity(m.entity.expect("an entity")).name.to_string();
    let show = |m: &Mention| (doc.slice(m.span).to_string(), name(m), m.chain.is_some());
    let entities = doc.entities.as_deref().unwrap_or(&[]).to_vec();
    let found = Linked { mentions, entities, homes: Homes::default() };
    let (linked, _) = super::link(&words, &doc, found);
    linked.iter().map(show).collect()
}

#[track_caller]
fn check(rows: &str, pronouns: &[(&str, &str)]) {
    let all = linked(rows);
    let lower = |text: &str| text.starts_with(char::is_lowercase) || text.len() < 3;
    let got = all.iter().filter(|(text, ..)| lower(text));
    let got: Vec<(&str, &str)> = got.map(|(t, n, _)| (t.as_str(), n.as_str())).collect();
    assert_eq!(got, pronouns);
}

#[test]
fn gender_and_binding() {
    check(
        "Orban Orban PROPN NNP 2 nsubj person:0
         met meet VERB VBD 0 root
         Kask Kask PROPN NNP 2 obj woman:1

         He he PRON PRP 2 nsubj
         thanked thank VERB VBD 0 root
         her she PRON PRP 2 obj",
        &[("He", "Orban"), ("her", "Kask")],
    );
    check(
        "Orban Orban PROPN NNP 2 nsubj person:0
         met meet VERB VBD 0 root
         him he PRON PRP 2 obj",
        &[],
    );
}

#[test]
fn a_noun_between_takes_the_pronoun() {
    check(
        "Chad Chad PROPN NNP 2 nsubj country:0
         signed sign VERB VBD 0 root
         a a DET DT 4 det
         treaty treaty NOUN NN 2 obj

         The the DET DT 2 det
         treaty treaty NOUN NN 3 nsubj
         failed fail VERB VBD 0 root

         It it PRON PRP 2 nsubj
         expired expire VERB VBD 0 root",
        &[],
    );
    check(
        "Chad Chad PROPN NNP 2 nsubj country:0
         moved move VERB VBD 0 root
         its its PRON PRP$ 4 nmod:poss
         troops troops NOUN NNS 2 obj",
        &[("its", "Chad")],
    );
}

#[test]
fn it_that_refers_to_nothing() {
    check(
        "Chad Chad PROPN NNP 2 nsubj country:0
         left leave VERB VBD 0 root

         It it PRON PRP 3 nsubj
         is be AUX VBZ 3 cop
         clear clear ADJ JJ 0 root
         that that SCONJ IN 6 mark
         talks talk NOUN NNS 6 nsubj
         failed fail VERB VBD 3 ccomp",
        &[],
    );
}

#[test]
fn the_speaker_stands_after_the_quotation() {
    check(
        "Orban Orban PROPN NNP 2 nsubj person:0
         left leave VERB VBD 0 root

         “ “ PUNCT `` 3 punct
         I I PRON PRP 3 nsubj
         won win VERB VBD 6 ccomp
         ” ” PUNCT '' 3 punct
         he he PRON PRP 6 nsubj
         said say VERB VBD 0 root",
        &[("I", "Orban"), ("he", "Orban")],
    );
}

/// Which of the names of `rows` are in a chain.
#[track_caller]
fn check_chained(rows: &str, want: &[bool]) {
    let chained: Vec<bool> = linked(rows).into_iter().map(|(_, _, chained)| chained).collect();
    assert_eq!(chained, want);
}

#[test]
fn a_part_of_a_place_is_outside_its_chain() {
    check_chained(
        "Chad Chad PROPN NNP 2 nsubj country:0
         left leave VERB VBD 0 root

         Rebels rebel NOUN NNS 2 nsubj
         took take VERB VBD 0 root
         northern northern ADJ JJ 4 amod
         Chad Chad PROPN NNP 2 obj country:0",
        &[true, false],
    );
}

#[test]
fn a_name_of_another_sort_than_most_is_outside_the_chain() {
    check_chained(
        "Hilton Hilton PROPN NNP 2 nsubj body:0
         grew grow VERB VBD 0 root

         Guests guest NOUN NNS 2 nsubj
         left leave VERB VBD 0 root
         Hilton Hilton PROPN NNP 2 obj body:0

         Hilton Hilton PROPN NNP 2 nsubj person:0
         spoke speak VERB VBD 0 root",
        &[true, true, false],
    );
}

#[test]
fn a_place_inside_a_compound_is_an_island() {
    check_chained(
        "Gao Gao PROPN NNP 2 nsubj place:0
         grew grow VERB VBD 0 root

         A a DET DT 3 det
         Gao Gao PROPN NNP 3 compound place:0
         hotel hotel NOUN NN 4 nsubj
         closed close VERB VBD 0 root",
        &[true, false],
    );
}

#[test]
fn a_name_that_goes_on_is_another() {
    check_chained(
        "Ministry Ministry PROPN NNP 2 nsubj body:0
         agreed agree VERB VBD 0 root

         The the DET DT 2 det
         Ministry Ministry PROPN NNP 5 nsubj body:0
         of of ADP IN 4 case
         Finance Finance PROPN NNP 2 nmod
         refused refuse VERB VBD 0 root",
        &[true, false],
    );
    check_chained(
        "Nova Nova PROPN NNP 2 nsubj body:0
         / / SYM SYM 3 cc
         Lux Lux PROPN NNP 1 conj

         Nova Nova PROPN NNP 2 nsubj body:0
         left leave VERB VBD 0 root",
        &[false, true],
    );
}

#[test]
fn a_campus_is_not_its_town() {
    check_chained(
        "University University PROPN NNP 0 root
         of of ADP IN 3 case
         Chad Chad PROPN NNP 1 nmod country:0
         , , PUNCT , 5 punct
         Sarh Sarh PROPN NNP 1 appos place:1

         Sarh Sarh PROPN NNP 2 nsubj place:1
         grew grow VERB VBD 0 root",
        &[true, false, true],
    );
}

#[test]
fn a_cited_work_and_a_titled_place_are_outside_the_chain() {
    check_chained(
        "Orban Orban PROPN NNP 2 nsubj person:0
         wrote write VERB VBD 0 root

         See see VERB VB 0 root
         ( ( PUNCT -LRB- 3 punct
         Orban Orban PROPN NNP 1 obj person:0
         2014 2014 NUM CD 3 nummod
         ) ) PUNCT -RRB- 3 punct",
        &[true, false],
    );
    check_chained(
        "Santa Santa PROPN NNP 2 nsubj place:0
         grew grow VERB VBD 0 root

         Mrs. Mrs. PROPN NNP 3 nsubj
         Santa Santa PROPN NNP 1 flat place:0
         spoke speak VERB VBD 0 root",
        &[true, false],
    );
}
