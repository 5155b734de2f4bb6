//! Texts with the name tagger's finds in brackets, and the mentions they must give.

use crate::Resolver;
use std::sync::OnceLock;
use verbale_document::{
    Date, Deprel, Document, Layer, Mention, Name, NameLabel, Producer, Section, SectionKind,
    Sentence, SmolStr, Span, Stamp, Token, TokenIdx, Upos,
};

fn resolver() -> &'static Resolver {
    static RESOLVER: OnceLock<Resolver> = OnceLock::new();
    RESOLVER.get_or_init(|| Resolver::new(&verbale_atlas::lexicons()).expect("sound tables"))
}

/// A document of one sentence. `[P Jens Stoltenberg]` is a person by the tagger's word, `[O ...]`
/// an organisation, `[L ...]` a location, `[N ...]` a people, `[X ...]` something else.
fn document(marked: &str, date: Date) -> Document {
    let (mut text, mut names) = (String::new(), Vec::new());
    for part in marked.split_inclusive(['[', ']']) {
        let plain = part.trim_end_matches(['[', ']']);
        if part.ends_with(']') {
            let (label, name) = plain.split_once(' ').expect("a label and a name");
            names.push((label.to_string(), Span::new(text.len(), text.len() + name.len())));
            text.push_str(name);
        } else {
            text.push_str(plain);
        }
    }
    let mut doc = Document::new("d", text);
    doc.meta.published_at = Some(Stamp { text: SmolStr::default(), date });
    let tokens = tokens(doc.text());
    let n = tokens.len() as TokenIdx;
    let whole = Span::new(0, doc.text().len());
    let sentence = Sentence { span: whole, tokens: 0..n };
    let by = Producer::default();
    doc.sections = vec![Section { kind: SectionKind::Body, span: whole }];
    doc.sentences = Some(Layer::new(by.clone(), vec![sentence]));
    doc.tokens = Some(Layer::new(by.clone(), tokens));
    let name = |(label, span): &(String, Span)| {
        let tokens = doc.tokens_in(*span);
        let label = match label.as_str() {
            "P" => NameLabel::Person,
            "O" => NameLabel::Organisation,
            "L" => NameLabel::Location,
            "N" => NameLabel::Norp,
            _ => NameLabel::Other,
        };
        Name { first: tokens.start, end: tokens.end, label, confidence: 1.0 }
    };
    let names = names.iter().map(name).collect();
    doc.names = Some(Layer::new(by, names));
    doc
}

/// Words, clitics and punctuation; a full stop stays with capitals ("U.S.").
fn tokens(text: &str) -> Vec<Token> {
    let mut spans = Vec::new();
    let mut at = 0;
    for word in text.split(' ') {
        let end = at + word.len();
        let mut start = at;
        for (i, c) in word.char_indices() {
            let clitic = c == '\'' && word[i..].starts_with("'s");
            let mark = matches!(c, ',' | '-' | '(' | ')') || (c == '.' && i + 1 == word.len());
            if clitic || (mark && !word.contains("U.S.") && !word.contains("Mr.")) || c == '-' {
                spans.extend((start < at + i).then(|| Span::new(start, at + i)));
                let stop = if clitic { end } else { at + i + 1 };
                spans.push(Span::new(at + i, stop));
                start = stop;
            }
        }
        spans.extend((start < end).then(|| Span::new(start, end)));
        at = end + 1;
    }
    spans.into_iter().map(|span| token(text, span)).collect()
}

fn token(text: &str, span: Span) -> Token {
    let word = &text[span.range()];
    let upos = match word {
        "said" | "met" | "arrested" | "urged" | "fired" | "warned" | "opened" => Upos::Verb,
        "the" | "The" | "a" | "its" | "his" => Upos::Det,
        "in" | "of" | "with" | "for" | "by" => Upos::Adp,
        "and" => Upos::Cconj,
        _ if word.starts_with(char::is_uppercase) => Upos::Propn,
        _ if word.starts_with(char::is_alphabetic) => Upos::Noun,
        _ => Upos::Punct,
    };
    let (lemma, xpos) = (SmolStr::new(word.to_lowercase()), SmolStr::default());
    Token { span, lemma, upos, xpos, head: None, deprel: Deprel::Dep }
}

fn resolve(marked: &str, date: Date) -> Vec<(String, Mention)> {
    let doc = document(marked, date);
    let mentions = super::link(resolver(), &doc).mentions;
    mentions.into_iter().map(|m| (doc.slice(m.span).to_string(), m)).collect()
}

/// The code of a mention, its members, or its place.
fn reading(m: &Mention) -> String {
    let place = m.place.as_ref().filter(|p| p.kind != "country");
    match (place, &m.code) {
        (Some(place), None) => {
            let country = place.country.as_deref().unwrap_or("-");
            format!("{} {}", place.name, [country, place.admin1.as_deref().unwrap_or("")].join(" "))
        }
        (_, _) if !m.members.is_empty() => {
            m.members.iter().map(|c| c.as_str()).collect::<Vec<_>>().join(" ")
        }
        (_, Some(code)) => code.to_string(),
        (None, None) => "-".to_string(),
    }
}

#[track_caller]
fn check_at(marked: &str, date: Date, want: &[(&str, &str)]) {
    let found = resolve(marked, date);
    let told: Vec<_> = found.iter().map(|(text, m)| (text.as_str(), reading(m))).collect();
    for (text, code) in want {
        let fits = told.iter().any(|(t, c)| t == text && c.trim_end() == *code);
        assert!(fits, "{marked}\nwanted {text:?} {code:?}\nfound {told:?}");
    }
}

#[track_caller]
fn check(marked: &str, want: &[(&str, &str)]) {
    check_at(marked, Date::constant(2024, 6, 21), want);
}

#[track_caller]
fn check_not(marked: &str, text: &str) {
    let found = resolve(marked, Date::constant(2024, 6, 21));
    assert!(found.iter().all(|(t, _)| t != text), "{marked}: {text:?} must be no mention");
}

#[test]
fn states_and_peoples() {
    check(
        "U.S.-led talks with South Koreans in Niger",
        &[("South Koreans", "KOR"), ("Niger", "NER")],
    );
    check("The Nigerien army met the Nigerian army", &[("Nigerien", "NER"), ("Nigerian", "NGA")]);
    check("DR Congo and Guinea-Bissau", &[("DR Congo", "COD"), ("Guinea-Bissau", "GNB")]);
    check("[P Jordan Henderson] met [P Jordan] in Jordan", &[("Jordan Henderson", "-")]);
}

#[test]
fn the_title_beats_the_tables() {
    let sybiha = "Ukrainian Foreign Minister [P Andrii Sybiha] said";
    check_at(sybiha, Date::constant(2023, 1, 1), &[("Andrii Sybiha", "UKR.GOV.MFA")]);
    check("Former Chilean President [P Ana Soto] said", &[("Ana Soto", "CHL.ELI")]);
    check("ex-president [P Donald Trump] said", &[("Donald Trump", "USA.ELI")]);
    check(
        "Foreign Ministry spokeswoman [P Maria Zakharova]",
        &[("Maria Zakharova", "RUS.GOV.MFA")],
    );
    check("[O NATO] Secretary General [P Jens Stoltenberg]", &[("Jens Stoltenberg", "IGO.NATO")]);
    check("[O Hamas] leader [P Abu Omar]", &[("Abu Omar", "PSE.REB.HAMAS")]);
    check(
        "Armenia said its Prime Minister [P Aram Petrosyan] met",
        &[("Aram Petrosyan", "ARM.GOV.PM")],
    );
    check("[P Juan Roca], the former defense minister of Peru, said", &[("Juan Roca", "PER.ELI")]);
    check("[P Li Bo], China's deputy foreign minister, said", &[("Li Bo", "CHN.GOV.MFA")]);
    check("[P Li Bo], who met the Turkish prime minister, said", &[("Li Bo", "-")]);
}

#[test]
fn tables_are_read_at_the_date() {
    let cameron = "[P David Cameron] said";
    check_at(cameron, Date::constant(2012, 1, 1), &[("David Cameron", "GBR.GOV.PM")]);
    check_at(cameron, Date::constant(2018, 1, 1), &[("David Cameron", "GBR.ELI")]);
    check_at(cameron, Date::constant(2024, 1, 1), &[("David Cameron", "GBR.GOV.MFA")]);
    check("[P Lavrov] said", &[("Lavrov", "RUS.GOV.MFA")]);
    check("Mr. [P Erdogan] met [P Xi]", &[("Erdogan", "TUR.GOV.PRES"), ("Xi", "CHN.GOV.PRES")]);
}

#[test]
fn a_surname_is_the_full_name_of_the_document() {
    let found = resolve(
        "[P Moussa Traore] said [P Traore] met Mr. [P Traore]",
        Date::constant(2024, 6, 21),
    );
    let entities: Vec<_> = found.iter().map(|(_, m)| m.entity).collect();
    assert_eq!(entities, [Some(0); 3]);
}

#[test]
fn roles_take_the_state_beside_them() {
    check(
        "Turkish troops met Russia's foreign ministry",
        &[("troops", "TUR.MIL"), ("foreign ministry", "RUS.GOV.MFA")],
    );
    check(
        "Police in Kenya arrested protesters",
        &[("Police", "KEN.COP"), ("protesters", "KEN.CVL")],
    );
    check("the Polish prime minister said", &[("prime minister", "POL.GOV.PM")]);
    check("gunmen fired", &[("gunmen", "UNK.UAF")]);
    check("The Nigerian [O Senate] urged", &[("Senate", "NGA.LEG")]);
    check_not("the police station opened at 12:14 pm", "pm");
}

#[test]
fn groups_have_members() {
    let five = "RUS.GOV.MFA BLR.GOV.MFA KAZ.GOV.MFA";
    check("foreign ministers of Russia, Belarus, and Kazakhstan", &[("foreign ministers", five)]);
    check("the CSTO countries met", &[("CSTO countries", "ARM BLR KAZ KGZ RUS TJK")]);
    check("Turkish and Syrian forces met", &[("forces", "TUR.MIL SYR.MIL")]);
    check("AUKUS leaders met", &[("AUKUS leaders", "AUS.GOV GBR.GOV USA.GOV")]);
}

#[test]
fn capitals_act_or_are_places() {
    check("[L Moscow] warned", &[("Moscow", "RUS.GOV")]);
    check("protesters in [L Moscow]", &[("Moscow", "Moscow RUS Moscow")]);
    check(
        "the [O Kremlin] and the [O Pentagon]",
        &[("Kremlin", "RUS.GOV"), ("Pentagon", "USA.MIL")],
    );
}

#[test]
fn towns_by_what_stands_around() {
    check("the Kazakh city of [L Almaty]", &[("Almaty", "Almaty KAZ Almaty")]);
    check("in [L Paris]", &[("Paris", "Paris FRA Île-de-France")]);
    check("in [L Paris], Texas", &[("Paris", "Paris USA Texas")]);
    check("in [L Athens], [L Ga.]", &[("Athens", "Athens USA Georgia")]);
    check("the [L Black Sea]", &[("Black Sea", "Black Sea -")]);
}

#[test]
fn places_support_one_another() {
    check(
        "[L Paris] is the seat of [L Lamar County], south of the [L Oklahoma] border, said [L Texas]",
        &[("Paris", "Paris USA Texas"), ("Lamar County", "Lamar County USA Texas")],
    );
    check(
        "[L Lebanon], east of [L Reading] in [L Pa.]",
        &[("Lebanon", "Lebanon USA Pennsylvania")],
    );
    check("Lebanon and the Lebanese army", &[("Lebanon", "LBN")]);
    check("China and [L Maine] signed a deal", &[("China", "CHN")]);
    check("[L Walker County], [L Ga.]", &[("Walker County", "Walker County USA Georgia")]);
}

#[test]
fn names_carry_the_place_in_them() {
    let carries = |marked: &str, text: &str, want: Option<&str>| {
        let found = resolve(marked, Date::constant(2024, 6, 21));
        let mention = found.iter().find(|(t, _)| t == text).map(|(_, m)| m);
        let place = mention.and_then(|m| m.place.as_ref()).map(|p| p.name.as_str());
        assert_eq!(place, want, "{marked}");
    };
    carries("the [O University of Texas] said", "University of Texas", Some("Texas"));
    carries("[N Ohioans] met", "Ohioans", Some("Ohio"));
    carries("the [O EU] said", "EU", Some("Europe"));
    carries("[O Toyota] said", "Toyota", None);
    carries("on [L Dublin Road]", "Dublin Road", None);
    carries("[P John Byrd], [P D-W.Va.], said", "W.Va.", Some("West Virginia"));
}

#[test]
fn unknown_names_are_their_own_entities() {
    let text = "[O National Rice Board] ([O NRB]) met [P Ada Nwosu] and the [O NRB]";
    let found = resolve(text, Date::constant(2024, 6, 21));
    let entities: Vec<_> = found.iter().map(|(_, m)| m.entity).collect();
    assert_eq!(entities, [Some(0), Some(0), Some(1), Some(0)]);
}

#[test]
fn outlets_by_name() {
    check("[O TASS] cited the [O BBC]", &[("TASS", "RUS.JRN"), ("BBC", "GBR.JRN")]);
    check("a New York Times report", &[("New York Times", "USA.JRN")]);
    check("The [O National] reported", &[("National", "ARE.JRN")]);
    check("the newspaper [O Kommersant]", &[("newspaper", "RUS.JRN"), ("Kommersant", "RUS.JRN")]);
    check("[O Fox News] reporter [P Ada Nwosu]", &[("Ada Nwosu", "USA.JRN")]);
}

#[test]
fn outlets_leave_other_things_their_names() {
    check("The Namibian president", &[("Namibian", "NAM"), ("president", "NAM.GOV.PRES")]);
    check("The [O National Rice Board] met", &[("National Rice Board", "UNK.GOV")]);
    check("[P Dawn] met [P Ada Dawn]", &[("Dawn", "-")]);
    check("in [L Sabah]", &[("Sabah", "Sabah MYS")]);
    check("[O Armed Forces of the Philippines] ([O AFP]) said", &[("AFP", "PHL.MIL")]);
    check("[O New York Times] said. The [O Times] wrote", &[("Times", "USA.JRN")]);
    check_not("a Time of peace", "Time");
}

#[test]
fn total_over_odd_text() {
    for text in
        ["", ",", "of", "'s", "former", "ministers of", "ministers of Russia ,", "its", "- -"]
    {
        resolve(text, Date::constant(2024, 6, 21));
    }
    let mentions = super::link(resolver(), &Document::new("d", "Russia".into())).mentions;
    assert!(mentions.is_empty(), "a document without tokens");
}
