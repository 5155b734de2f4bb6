//! Hand-written trees in, events out.

use super::Events;
use super::lexicon::Vocabulary;
use super::ontology::Ontology;
use crate::testing::sentence;
use verbale_document::{
    ActorCode, Classes, Document, Event, Form, Layer, Mention, MentionKind, Span, Statement,
    StatementIdx, Token,
};

/// Gives every proper noun a mention of its own (by subtree-free token), as the resolver
/// would; each is a state.
fn with_names(mut doc: Document) -> Document {
    let tokens = doc.tokens.as_ref().expect("tokens").items.clone();
    let names = (0..).zip(&tokens).filter(|(_, t)| t.xpos.starts_with("NNP"));
    let mention = |(i, t): (u32, &Token)| Mention {
        code: Some(ActorCode::new("GHA")),
        ..Mention::new(t.span, i, MentionKind::Country, Form::Name)
    };
    let mentions = names.map(mention).collect();
    doc.mentions = Some(Layer::new(Default::default(), mentions));
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

fn coder() -> Events {
    Events::new(&verbale_lexicons::english()).expect("tables parse")
}

#[track_caller]
fn check(rows: &str, expected: &[&str]) {
    let doc = with_names(sentence(rows));
    let found: Vec<String> = coder().annotate(&doc).iter().map(|e| show(&doc, e)).collect();
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
fn the_other_party_of_a_meeting_does_not_refuse_it() {
    check(
        "Ghana Ghana PROPN NNP 4 nsubj
         will will AUX MD 4 aux
         not not PART RB 4 advmod
         meet meet VERB VB 0 root
         Togo Togo PROPN NNP 4 obj",
        &["REJECT Ghana>Togo + future"],
    );
}

#[test]
fn nobody_is_on_both_sides() {
    let mut doc = with_names(sentence(
        "They they PRON PRP 2 nsubj
         rejected reject VERB VBD 0 root
         the the DET DT 4 det
         proposal proposal NOUN NN 2 obj
         of of ADP IN 6 case
         Rebels rebel PROPN NNPS 4 nmod",
    ));
    let mentions = &mut doc.mentions.as_mut().expect("names").items;
    let they = Mention::new(Span::new(0, 4), 0, MentionKind::Country, Form::Pronoun);
    mentions.insert(0, they);
    mentions.iter_mut().for_each(|m| (m.chain, m.kind) = (Some(0), MentionKind::Group));
    let found: Vec<String> = coder().annotate(&doc).iter().map(|e| show(&doc, e)).collect();
    assert_eq!(found, ["REJECT Rebels> + actual"]);
}

#[test]
fn announced_concessions_and_announced_force_are_to_come() {
    check(
        "Ghana Ghana PROPN NNP 3 nsubj
         will will AUX MD 3 aux
         release release VERB VB 0 root
         Togo Togo PROPN NNP 3 obj
         and and CCONJ CC 6 cc
         attack attack VERB VB 3 conj
         Chad Chad PROPN NNP 6 obj",
        &["RETREAT Ghana>Togo + future", "ASSAULT Ghana>Chad + future"],
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

#[test]
fn a_meeting_lists_those_it_brought_together() {
    check(
        "The the DET DT 2 det
         meeting meeting NOUN NN 3 nsubj
         included include VERB VBD 0 root
         ministers minister NOUN NNS 3 obj
         of of ADP IN 6 case
         Ghana Ghana PROPN NNP 4 nmod
         , , PUNCT , 8 punct
         Togo Togo PROPN NNP 6 conj
         and and CCONJ CC 10 cc
         Chad Chad PROPN NNP 6 conj",
        &["CONSULT Ghana,Togo,Chad> + actual"],
    );
}

#[test]
fn leaving_a_body_is_planned_not_threatened() {
    check(
        "Ghana Ghana PROPN NNP 3 nsubj
         will will AUX MD 3 aux
         leave leave VERB VB 0 root
         ECOWAS ECOWAS PROPN NNP 3 obj",
        &["SANCTION Ghana>ECOWAS + future"],
    );
}

#[test]
fn the_accused_does_what_he_is_accused_of() {
    check(
        "Ghana Ghana PROPN NNP 2 nsubj
         accused accuse VERB VBD 0 root
         Togo Togo PROPN NNP 2 obj
         of of SCONJ IN 5 mark
         attacking attack VERB VBG 2 advcl
         Chad Chad PROPN NNP 5 obj",
        &["ACCUSE Ghana>Togo + actual", "ASSAULT Togo>Chad + actual"],
    );
}

#[test]
fn a_denied_act_did_not_happen() {
    check(
        "Ghana Ghana PROPN NNP 2 nsubj
         denied deny VERB VBD 0 root
         attacking attack VERB VBG 2 xcomp
         Togo Togo PROPN NNP 3 obj",
        &["ASSAULT Ghana>Togo - actual"],
    );
}

#[test]
fn a_headline_verb_tagged_as_a_name_is_read() {
    check(
        "Ghana Ghana PROPN NNP 4 compound
         Threatens Threatens NOUN NNS 4 compound
         Coastal Coastal ADJ JJ 4 amod
         Security Security NOUN NN 0 root",
        &["THREATEN Ghana> + actual"],
    );
}

/// A statement whose content is `content` and whose cue is `cue`.
fn statement(content: Span, cue: Span, parent: Option<StatementIdx>) -> Statement {
    Statement { parent, ..Statement::bare(cue, content) }
}

#[test]
fn an_event_carries_its_statements_outermost_first() {
    let mut doc = with_names(sentence(
        "Ghana Ghana PROPN NNP 2 nsubj
         said say VERB VBD 0 root
         Togo Togo PROPN NNP 4 nsubj
         accused accuse VERB VBD 2 ccomp
         Chad Chad PROPN NNP 4 obj
         of of SCONJ IN 7 mark
         attacking attack VERB VBG 4 advcl
         Mali Mali PROPN NNP 7 obj",
    ));
    let token = |i: usize| doc.token(i as u32).span;
    let inner = statement(token(5).cover(token(7)), token(3), Some(1));
    let outer = statement(token(2).cover(token(7)), token(1), None);
    doc.statements = Some(Layer::new(Default::default(), vec![inner, outer]));
    let events = coder().annotate(&doc);
    let voices: Vec<(&str, &[u32])> =
        events.iter().map(|e| (e.kind.as_str(), e.according_to.as_slice())).collect();
    assert_eq!(voices, [("ACCUSE", &[1][..]), ("ASSAULT", &[1, 0][..])]);
}

#[test]
fn the_dead_are_counted() {
    let doc = with_names(sentence(
        "Ghana Ghana PROPN NNP 2 nsubj
         killed kill VERB VBD 0 root
         1,200 1,200 NUM CD 4 nummod
         soldiers soldier NOUN NNS 2 obj",
    ));
    let events = coder().annotate(&doc);
    let sizes: Vec<(&str, u64)> =
        events[0].size.iter().map(|s| (s.kind.as_str(), s.value)).collect();
    assert_eq!(sizes, [("killed", 1200)]);
}

#[test]
fn any_tree_is_survived() {
    assert!(coder().annotate(&Document::new("empty", String::new())).is_empty());
    let rel = ["xcomp", "nmod", "conj", "obj", "acl", "ccomp"];
    let word = |i: usize| format!("attack attack VERB VB {} {}", i, rel[i % rel.len()]);
    let rows: Vec<String> = (0..2000).map(word).collect();
    let rows = rows.join("\n").replacen("0 xcomp", "0 root", 1);
    coder().annotate(&sentence(&rows));
}

#[test]
fn every_mode_in_the_tables_is_one_of_its_type() {
    let lexicons = verbale_lexicons::english();
    let ontology = Ontology::new(&lexicons).expect("parses");
    let classes = Classes::new(&lexicons).expect("parses");
    let vocabulary = Vocabulary::new(&lexicons, &classes, &ontology).expect("parses");
    let all = [&vocabulary.verbs, &vocabulary.adjectives, &vocabulary.nouns];
    for entry in all.into_iter().flat_map(|index| index.values().flatten()) {
        if let (Some(kind), Some(mode)) = (&entry.kind, &entry.mode) {
            assert!(ontology.has_mode(kind, mode), "{}: {} {mode}", entry.lemma, kind.as_str());
        }
    }
}

/// The tables with two rows added, as a user would add an event type of her own.
fn with_own_type(nature: &str) -> Result<Events, verbale_document::TableError> {
    let mut lexicons = verbale_lexicons::english();
    let own = [
        ("plover.tsv", format!("ESPIONAGE\t\t{nature}\t-4\t190\trecipient\n")),
        ("events.tsv", "bug|wiretap\tverb\t\t\t\tsubj\tobj\tESPIONAGE\n".to_string()),
    ];
    for (name, rows) in own {
        let table = lexicons.text(name).expect("a table").to_string();
        lexicons.insert(name, table + &rows);
    }
    Events::new(&lexicons)
}

#[test]
fn a_user_adds_an_event_type_in_a_table() {
    let rows = "Ghana Ghana PROPN NNP 2 nsubj
         bugged bug VERB VBD 0 root
         Togo Togo PROPN NNP 2 obj";
    let doc = with_names(sentence(rows));
    assert!(coder().annotate(&doc).is_empty(), "the word names nothing of ours");
    let events = with_own_type("4").expect("sound tables").annotate(&doc);
    assert_eq!(show(&doc, &events[0]), "ESPIONAGE Ghana>Togo + actual");
    assert_eq!((events[0].quad, events[0].intensity), (4, -4.0));
    let error = with_own_type("5").expect_err("quad is none of 1 to 4").to_string();
    assert!(error.contains("plover.tsv") && error.contains("quad"), "{error}");
}
