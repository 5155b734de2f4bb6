//! CoNLL-U and its entity layer: any text is a treebank or an error that names the line; a treebank is
//! written so that it is read again as the same, and our own trees too.

use crate::dice::Dice;
use crate::edit;
use verbale::document::{Document, Tree};
use verbale_evaluate::corpus::conllu::Treebank;
use verbale_evaluate::corpus::entities::{mentions, parts};
use verbale_evaluate::corpus::trees;

const SEED: &str = "# newdoc id = a\n# meta::genre = news\n# global.Entity = GRP-etype-infstat\n# sent_id = 1\n\
    1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\tEntity=(1-person-new\n1\tDo\tdo\tAUX\tVB\t_\t3\taux\t_\t_\n\
    2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_\n3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tEntity=1)(2-place-new)|SpaceAfter=No\n\
    3.1\tx\tx\tVERB\tVB\t_\t_\t_\t_\t_\n4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n# newpar\n\
    1\tŁódź\tŁódź\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(4[1/2]-place-giv)\n2\train\train\tNOUN\tNN\t_\t0\troot\t_\tEntity=(4[2/2]-x-y\n\
    3\tfell\tfall\tVERB\tVBD\t_\t2\tacl:relcl\t_\tEntity=4[2/2])\n\n# newdoc id = b\n\
    1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\n";

const MARKS: &[&str] = &[
    "\t",
    "\n",
    "\n\n",
    "# newpar\n",
    "# newdoc id = x\n",
    "#",
    "1-9",
    "9-1",
    "1-1",
    "-",
    "0",
    "1",
    "2",
    "5",
    "1.1",
    "_",
    "18446744073709551615",
    "4294967297",
    "4294967296",
    "SpaceAfter=No",
    "|",
    "Entity=(",
    "(1-person",
    "1)",
    ")",
    "(",
    "[1/2]",
    "[2/1]",
    "[0/0]",
    "[",
    "\u{a0}",
    " ",
    "\t\t",
    "\tw\tw\tX\tX\t_\t0\troot\t_\t_\n",
    "global.Entity = etype-GRP\n",
];

pub(super) fn target(bytes: &[u8]) {
    let mut dice = Dice::new(bytes);
    let file = match dice.below(6) {
        0 => String::from_utf8_lossy(dice.rest()).into_owned(),
        _ => edit::text(SEED, MARKS, &mut dice),
    };
    for part in parts(&file) {
        assert!(file.contains(part.text));
        let _ = Treebank::parse(part.id, part.text).map(|bank| check(&bank));
    }
    match Treebank::parse("t", &file) {
        Ok(bank) => check(&bank),
        Err(error) => {
            assert!(error.line <= file.lines().count() && !error.what.is_empty(), "{error}");
        }
    }
}

fn check(bank: &Treebank) {
    check_doc(&bank.doc);
    for mention in mentions(bank).iter() {
        assert!(bank.doc.text().get(mention.span.range()).is_some(), "{mention:?}");
    }
    let mut out = Vec::new();
    bank.write(&mut out).expect("memory takes it");
    let text = String::from_utf8(out).expect("UTF-8");
    let again = Treebank::parse("t", &text).unwrap_or_else(|e| panic!("{e}: {text:?}"));
    check_same(&bank.doc, &again.doc);
    let mut out = Vec::new();
    trees::write(&bank.doc, &mut out).expect("memory takes it");
}

/// Tokens of the text in sentences, which govern each other inside a sentence.
fn check_doc(doc: &Document) {
    let (sentences, tokens) =
        (doc.sentences.as_deref().unwrap_or(&[]), doc.tokens.as_deref().unwrap_or(&[]));
    let mut next = 0;
    for sentence in sentences {
        assert!(sentence.tokens.start == next && next < sentence.tokens.end, "{sentence:?}");
        next = sentence.tokens.end;
        for token in &tokens[sentence.tokens.start as usize..next as usize] {
            assert!(doc.text().get(token.span.range()).is_some(), "{token:?} of {:?}", doc.text());
            assert!(token.head.is_none_or(|h| sentence.tokens.contains(&h)), "{token:?}");
        }
    }
    assert_eq!(next as usize, tokens.len());
    let tree = Tree::new(doc);
    for at in 0..tokens.len() as u32 {
        assert!(
            tree.ancestors(at).take(tokens.len() + 1).count() <= tokens.len(),
            "a word under itself"
        );
    }
}

fn check_same(one: &Document, other: &Document) {
    assert_eq!(one.text(), other.text());
    assert_eq!(one.sentences.as_deref(), other.sentences.as_deref());
    assert_eq!(one.tokens.as_deref(), other.tokens.as_deref());
}
