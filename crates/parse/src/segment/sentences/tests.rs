//! Invented sentences, a function per family of rules.

use super::*;
use crate::segment::check;

#[test]
fn stops_and_abbreviations() {
    check("Gen. J. Smith left. He spoke.", "Gen. J. Smith left . | He spoke .");
    check(
        "The U.S. Army came. It left the U.S. The rest stayed.",
        "The U.S. Army came . | It left the U.S. | The rest stayed .",
    );
    check("It rose 2.5 percent at Acme Inc. in May.", "It rose 2.5 percent at Acme Inc. in May .");
    check("Many ores, e.g. Tin, cost more.", "Many ores , e.g. Tin , cost more .");
    check("They sell tin, iron, etc. Prices rise.", "They sell tin , iron , etc . | Prices rise .");
    check("Ships, trucks, etc. are idle.", "Ships , trucks , etc. are idle .");
    check(
        "Jonas M. Stahl chose plan B. The board agreed.",
        "Jonas M. Stahl chose plan B. | The board agreed .",
    );
    check("P.S. The port is shut.", "P.S. The port is shut .");
}

#[test]
fn quotations_of_several_sentences() {
    check("“Go. Stay.” He left.", "“ Go . | Stay . ” | He left .");
    check("\"Why?\" he asked.", "\" Why ? \" he asked .");
    check("“Are they safe?” Anna Roe asked.", "“ Are they safe ? ” Anna Roe asked .");
    check("“Are they safe?” The crowd left.", "“ Are they safe ? ” | The crowd left .");
    check("“Who? we ask, and why?!” he cried.", "“ Who ? we ask , and why ?! ” he cried .");
    check(
        "“The port is shut.\n\n“The road is not,” he said.",
        "“ The port is shut . | “ The road is not , ” he said .",
    );
}

#[test]
fn brackets() {
    check(
        "Rain fell. (It was late.) Crowds left.",
        "Rain fell . | ( It was late . ) | Crowds left .",
    );
    check("The bay at dusk. (photo: A. Roe)", "The bay at dusk . | ( photo : A. Roe )");
    check("She played in Oh Mother! (1931) too.", "She played in Oh Mother ! ( 1931 ) too .");
}

#[test]
fn notes_follow_the_stop() {
    check("Prices fell.[4] Trade rose.", "Prices fell . [ 4 ] | Trade rose .");
    check(
        "Prices fell. [4] [citation needed] Trade rose.",
        "Prices fell . [ 4 ] [ citation needed ] | Trade rose .",
    );
    check("Prices fell. 4 The trade rose.", "Prices fell . 4 | The trade rose .");
    check("Prices were falling.12 Trade rose.", "Prices were falling . 12 | Trade rose .");
}

#[test]
fn small_letters_after_a_stop() {
    check("The talks ended. nobody spoke.", "The talks ended . | nobody spoke .");
    check("i waited. they came! why? he left", "i waited . | they came ! | why ? | he left");
    check("They print it. eBooks sell well.", "They print it . | eBooks sell well .");
    check("See the list at dawn. www.example.org", "See the list at dawn . www.example.org");
}

#[test]
fn missing_blanks() {
    check("The talks ended.The crowd left.", "The talks ended . | The crowd left .");
    check("They came by road...The rest stayed.", "They came by road ... | The rest stayed .");
}

#[test]
fn ellipses() {
    check("They waited... and left.", "They waited ... and left .");
    check("They waited ... Then they left.", "They waited ... | Then they left .");
    check("They waited . . . Nobody came.", "They waited . . . | Nobody came .");
    check("... And they left.", "... And they left .");
    check("“The road was long [...] Few came.”", "“ The road was long [...] | Few came . ”");
}

#[test]
fn emoticons_follow_the_stop() {
    check("We won. :) Thanks to all.", "We won . :) | Thanks to all .");
    check("We won :-) Thanks to all.", "We won :-) | Thanks to all .");
}

#[test]
fn numbered_lists() {
    check("1. Harbours\n\n2.1. Roads", "1 . Harbours | 2.1 . Roads");
    check("There are two aims: 1. Peace.", "There are two aims : 1 . Peace .");
    check("The talks began in 2010. Few came.", "The talks began in 2010 . | Few came .");
}

#[test]
fn semicolons_and_colons_end_nothing() {
    check("He came; She left: They met.", "He came ; She left : They met .");
}

#[test]
fn speech_broken_off_at_a_dash() {
    check("I think it was — They are here.", "I think it was — | They are here .");
    check("They can't — They can't go.", "They ca n't — They ca n't go .");
    check("LIMA — The talks began.", "LIMA — The talks began .");
    check("The river — Long in name — is short.", "The river — Long in name — is short .");
}

#[test]
fn lost_line_breaks() {
    check("Figure 2.1 The port at dawn.", "Figure 2.1 | The port at dawn .");
    check("Figure 2.1 shows the port.", "Figure 2.1 shows the port .");
    check("The port at dawn Photo: Anna Roe.", "The port at dawn | Photo : Anna Roe .");
    check(
        "Port reopens after strike Sunday, May 28, 2006",
        "Port reopens after strike | Sunday , May 28 , 2006",
    );
    check("It opened on Sunday, May 28, 2006", "It opened on Sunday , May 28 , 2006");
    check("May 28, 2006 Ships left.", "May 28 , 2006 | Ships left .");
    check(
        "Anna Roe 05/28/2006 08:15 AM Ships left.",
        "Anna Roe | 05/28/2006 08:15 AM | Ships left .",
    );
    check("Ships left. Best regards, Anna", "Ships left . | Best regards , | Anna");
}

#[test]
fn endless_sentences_are_cut() {
    let text = "word, ".repeat(1000);
    let lexicons = verbale_lexicons::english();
    let tokeniser = Tokeniser::new(&lexicons).expect("the built-in lexicons are sound");
    let mut tokens = Vec::new();
    tokeniser.tokenise(&text, Span::new(0, text.len()), &mut tokens);
    let mut lengths = Vec::new();
    sentences(&text, &tokens, &tokeniser, |r| lengths.push(r.len()));
    assert!(lengths.iter().all(|n| *n <= MOST_TOKENS));
    assert_eq!(lengths.iter().sum::<usize>(), tokens.len());
}

#[test]
fn headlines_bylines_and_capitals() {
    check(
        "Ministers Meet in Lima\nBy Anna Roe\n\nLIMA (AP) — Talks began.",
        "Ministers Meet in Lima | By Anna Roe | LIMA ( AP ) — Talks began .",
    );
    check("TALKS BEGIN. CROWDS LEAVE.", "TALKS BEGIN . | CROWDS LEAVE .");
    check("TALKS IN THE U.S. SENATE END.", "TALKS IN THE U.S. SENATE END .");
}
