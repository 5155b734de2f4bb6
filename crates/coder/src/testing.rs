//! Hand-written trees for tests: one word a line, `form lemma UPOS XPOS head deprel`.

use verbale_document::{Deprel, Document, Layer, Producer, Sentence, SmolStr, Span, Token};

/// A one-sentence document from `rows`; words are joined by single spaces.
pub fn sentence(rows: &str) -> Document {
    let rows: Vec<Vec<&str>> = rows
        .lines()
        .map(|l| l.split_whitespace().collect())
        .filter(|r: &Vec<_>| !r.is_empty())
        .collect();
    let text = rows.iter().map(|r| r[0]).collect::<Vec<_>>().join(" ");
    let mut doc = Document::new("test", text);
    let mut at = 0;
    let tokens: Vec<Token> = rows
        .iter()
        .map(|r| {
            let span = Span::new(at, at + r[0].len());
            at += r[0].len() + 1;
            let head: u32 = r[4].parse().expect("head is a number");
            Token {
                span,
                lemma: SmolStr::from(r[1]),
                upos: r[2].parse().expect("a universal tag"),
                xpos: SmolStr::from(r[3]),
                head: head.checked_sub(1),
                deprel: r[5].parse::<Deprel>().expect("a relation"),
            }
        })
        .collect();
    let whole = Span::new(0, doc.text().len());
    let sentence = Sentence { span: whole, tokens: 0..tokens.len() as u32 };
    doc.sentences = Some(Layer::new(Producer::default(), vec![sentence]));
    doc.tokens = Some(Layer::new(Producer::default(), tokens));
    doc
}

#[test]
fn relative_clause_finds_its_antecedents() {
    let doc = sentence(
        "The the DET DT 2 det
         ship ship NOUN NN 6 nsubj:pass
         rebels rebel NOUN NNS 4 nsubj
         seized seize VERB VBD 2 acl:relcl
         was be AUX VBD 6 aux:pass
         freed free VERB VBN 0 root",
    );
    let view = crate::View::new(&doc);
    let seized = view.clause(3);
    assert_eq!((seized.subjects, seized.objects), (vec![2], vec![1]));
    let freed = view.clause(5);
    assert!(freed.passive);
    assert_eq!(freed.subjects, [1]);
}

#[test]
fn subjects_are_shared_and_controlled() {
    let doc = sentence(
        "Ghana Ghana PROPN NNP 3 nsubj
         has have AUX VBZ 3 aux
         urged urge VERB VBN 0 root
         Togo Togo PROPN NNP 3 obj
         to to PART TO 6 mark
         withdraw withdraw VERB VB 3 xcomp
         and and CCONJ CC 8 cc
         threatened threaten VERB VBD 3 conj
         sanctions sanction NOUN NNS 8 obj",
    );
    let view = crate::View::new(&doc);
    assert_eq!(view.clause(5).subjects, [3], "the object controls");
    assert_eq!(view.clause(7).subjects, [0], "coordinated verbs share their subject");
}
