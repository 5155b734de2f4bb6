//! Hand-written trees in, events out.

use super::{Events, LEXICONS};
use crate::testing::sentence;
use verbale_document::{Document, Event, Form, Lexicons, Mention, MentionKind};

/// Gives every proper noun a mention of its own (by subtree-free token), as the resolver would.
fn with_names(mut doc: Document) -> Document {
    let tokens = doc.tokens.as_ref().expect("tokens").items.clone();
    let names = (0..).zip(&tokens).filter(|(_, t)| t.xpos.starts_with("NNP"));
    let mention = |(i, t): (u32, &verbale_document::Token)| {
        Mention::new(t.span, i, MentionKind::Country, Form::Name)
    };
    let mentions = names.map(mention).collect();
    doc.mentions = Some(verbale_document::Layer::new(Default::default(), mentions));
    doc
}

/// "TYPE Actor,Actor>Recipient polarity modality".
fn show(doc: &Document, e: &Event) -> String {
    let who = |p: &[verbale_document::Participant]| {
        p.iter().map(|p| doc.slice(p.span)).collect::<Vec<_>>().join(",")
    };
    let (a, r) = (who(&e.actors), who(&e.recipients));
    format!("{} {a}>{r} {} {}", e.kind.as_str(), e.polarity.as_str(), e.modality.as_str())
}

#[track_caller]
fn check(rows: &str, expected: &[&str]) {
    let doc = with_names(sentence(rows));
    let events =
        Events::new(&Lexicons::from_pairs(LEXICONS.iter().copied())).expect("tables parse");
    let found: Vec<String> = events.annotate(&doc).iter().map(|e| show(&doc, e)).collect();
    assert_eq!(found, expected);
}

#[test]
fn passive_turns_the_slots_round() {
    check(
        "Togo Togo PROPN NNP 3 nsubj:pass
         was be AUX VBD 3 aux:pass
         attacked attack VERB VBN 0 root
         by by ADP IN 5 case
         Ghana Ghana PROPN NNP 3 obl:agent",
        &["ASSAULT Ghana>Togo + actual"],
    );
}

#[test]
fn light_verb_and_noun_are_one_event() {
    check(
        "Ghana Ghana PROPN NNP 2 nsubj
         imposed impose VERB VBD 0 root
         sanctions sanction NOUN NNS 2 obj
         on on ADP IN 5 case
         Togo Togo PROPN NNP 2 obl",
        &["SANCTION Ghana>Togo + actual"],
    );
}

#[test]
fn lifted_sanctions_are_a_retreat() {
    check(
        "Ghana Ghana PROPN NNP 2 nsubj
         lifted lift VERB VBD 0 root
         sanctions sanction NOUN NNS 2 obj
         on on ADP IN 5 case
         Togo Togo PROPN NNP 3 nmod",
        &["RETREAT Ghana>Togo + actual"],
    );
}

#[test]
fn a_refusal_is_one_rejection() {
    check(
        "Ghana Ghana PROPN NNP 2 nsubj
         refused refuse VERB VBD 0 root
         to to PART TO 4 mark
         meet meet VERB VB 2 xcomp
         Togo Togo PROPN NNP 4 obj",
        &["REJECT Ghana>Togo + actual"],
    );
}

#[test]
fn announced_cooperation_is_agreement_and_announced_force_a_threat() {
    check(
        "Ghana Ghana PROPN NNP 3 nsubj
         will will AUX MD 3 aux
         release release VERB VB 0 root
         Togo Togo PROPN NNP 3 obj
         and and CCONJ CC 6 cc
         attack attack VERB VB 3 conj
         Chad Chad PROPN NNP 6 obj",
        &["AGREE Ghana>Togo + future", "THREATEN Ghana>Chad + future"],
    );
}

#[test]
fn absence_is_a_meeting_that_did_not_happen() {
    check(
        "Ghana Ghana PROPN NNP 4 nsubj
         did do AUX VBD 4 aux
         not not PART RB 4 advmod
         attend attend VERB VB 0 root
         the the DET DT 6 det
         meeting meeting NOUN NN 4 obj",
        &["CONSULT Ghana> - actual"],
    );
}

#[test]
fn a_request_is_no_fact_of_its_object() {
    check(
        "Ghana Ghana PROPN NNP 2 nsubj
         urged urge VERB VBD 0 root
         Togo Togo PROPN NNP 2 obj
         to to PART TO 5 mark
         attack attack VERB VB 2 xcomp
         Chad Chad PROPN NNP 5 obj",
        &["REQUEST Ghana>Togo + actual"],
    );
}
