//! Headlines: "NATO Threatens Eurasian Security: FM Lavrov", "Minister: Talks Will Go On".
//!
//! A colon in a headline sets a claim beside its speaker. The speaker is the short side that names
//! a person, a body or an office; the other side is the claim, which is the speaker's and not the
//! outlet's.

use super::cue::Cues;
use super::draft::Draft;
use super::extent::runs;
use crate::View;
use verbale_document::{Deprel, Form, MentionKind, Sentence, TokenIdx, Upos};

/// A speaker's side has no more words than this.
const MAX_SPEAKER_WORDS: u32 = 6;

/// The attribution of a headline with a colon, or with a verb of speech behind a comma.
pub(super) fn draft(view: &View, cues: &Cues, sentence: &Sentence) -> Option<Draft> {
    colon(view, cues, sentence).or_else(|| says(view, cues, sentence))
}

/// "Talks Failed, Oman Says", "Talks Failed, Says Minister".
fn says(view: &View, cues: &Cues, sentence: &Sentence) -> Option<Draft> {
    let tokens = sentence.tokens.clone();
    let comma = tokens.clone().rev().find(|&t| view.doc.word(t) == ",")?;
    let side = comma + 1..tokens.end;
    let verb = |t: TokenIdx| Some((t, cues.in_headline(view.doc.word(t))?));
    let (cue, said) = side.clone().find_map(verb)?;
    let (before, after) = (side.start..cue, cue + 1..side.end);
    // "Oman Tells Yemen": whoever is named behind the verb is told.
    let told = (!before.is_empty()).then(|| speaker(view, after.clone())).flatten();
    let speakers = if before.is_empty() { after } else { before };
    let source = speaker(view, speakers.clone())?;
    let content: Vec<TokenIdx> = (tokens.start..comma).collect();
    Some(Draft {
        source: Some(source),
        source_span: runs(view, &speakers.collect::<Vec<_>>()).first().copied(),
        cue,
        cue_span: Some(view.span(cue)),
        content: runs(view, &content),
        stance: said.stance,
        addressee: told.into_iter().collect(),
        ..Draft::plain(cue, "statement/headline-says")
    })
}

fn colon(view: &View, cues: &Cues, sentence: &Sentence) -> Option<Draft> {
    let tokens = sentence.tokens.clone();
    let colon = tokens.clone().find(|&t| view.doc.word(t) == ":").or_else(|| {
        // "Talks Failed - Sources"
        let dash = |t: &TokenIdx| matches!(view.doc.word(*t), "-" | "–" | "—");
        let last = tokens.clone().rev().find(dash)?;
        let apart = last > 0 && view.span(last - 1).end < view.span(last).start;
        let short = tokens.end - last <= 4 && tokens.end - last > 1;
        Some(last).filter(|_| apart && short)
    })?;
    let (before, after) = (tokens.start..colon, colon + 1..tokens.end);
    let (speaker, content, by) = if let Some(s) = owner_of_words(view, cues, after.clone()) {
        (s, before.clone(), "statement/headline-after")
    } else if let Some(s) = speaker(view, after.clone()) {
        (s, before.clone(), "statement/headline-after")
    } else if let Some(s) = document(view, cues, after.clone()) {
        (s, before.clone(), "statement/headline-after")
    } else {
        let who = speaker(view, before.clone()).or_else(|| document(view, cues, before.clone()))?;
        (who, after.clone(), "statement/headline-before")
    };
    let content: Vec<TokenIdx> = content.collect();
    let side = if by.ends_with("after") { after } else { before };
    let source: Vec<TokenIdx> = side.collect();
    let source_span = runs(view, &source).first().copied();
    (content.len() > 1).then(|| Draft {
        source: Some(speaker),
        source_span,
        cue: colon,
        cue_span: Some(view.span(colon)),
        content: runs(view, &content),
        ..Draft::plain(colon, by)
    })
}

/// "Chad's Warning to Togo", "The Minister's Message": whose words a side without a verb announces.
fn owner_of_words(view: &View, cues: &Cues, side: std::ops::Range<TokenIdx>) -> Option<TokenIdx> {
    let words = |&t: &TokenIdx| {
        let noun = view.doc.word(t).to_lowercase();
        let lemma = view.lemma(t).to_lowercase();
        cues.noun(&noun).is_some() || cues.noun(&lemma).is_some() || cues.is_utterance(&lemma)
    };
    let verb = side.clone().any(|t| view.tree.token(t).upos == Upos::Verb);
    let noun = side.clone().filter(|_| !verb).find(words)?;
    let owner = view.tree.child(noun, Deprel::NmodPoss)?;
    (side.contains(&owner) && view.mention_of(owner).is_some()).then_some(owner)
}

/// "Poll", "New Report", "Sources": a document, or people without a name, alone.
fn document(view: &View, cues: &Cues, side: std::ops::Range<TokenIdx>) -> Option<TokenIdx> {
    let last = side.clone().last().filter(|_| side.len() <= 2)?;
    let noun = view.doc.word(last).to_lowercase();
    cues.signs_headlines(&noun).then_some(last)
}

/// The word of a side that names who speaks: a short side without a verb that holds a person, a
/// body or a role.
pub(super) fn speaker(view: &View, side: std::ops::Range<TokenIdx>) -> Option<TokenIdx> {
    let words = side.clone().filter(|&t| view.tree.token(t).upos != Upos::Punct).count() as u32;
    let verbless = !side.clone().any(|t| {
        let token = view.tree.token(t);
        token.upos == Upos::Verb && !matches!(token.xpos.as_str(), "VBG" | "VBN")
    });
    if words == 0 || words > MAX_SPEAKER_WORDS || !verbless {
        return None;
    }
    let rank = |t: &TokenIdx| {
        let mention = view.doc.mention(view.actor_at(*t)?);
        match (mention.kind, mention.form) {
            (MentionKind::Person, _) => Some(0),
            (MentionKind::Organisation, _) | (_, Form::Metonym) => Some(1),
            (MentionKind::Group, _) => Some(2),
            (MentionKind::Country, Form::Name) if words <= 2 => Some(3),
            _ => None,
        }
    };
    side.filter_map(|t| rank(&t).map(|r| (r, t))).min().map(|(_, t)| t)
}
