//! What bears on whether an event is right: its rule, its voice, its modality, and its parties.

use super::{holding, is_government, is_guessed};
use verbale_document::{
    ActorCode, Document, Event, Modality, Participant, SmolStr, Span, Statement,
};

/// The features of a finished event of `doc`, by the names that `confidence.tsv` has. Needs the
/// document's statements.
pub fn features(doc: &Document, event: &Event) -> Vec<SmolStr> {
    let mut all = vec![rule(event), SmolStr::from(format!("quad {}", event.quad))];
    if event.modality != Modality::Actual {
        all.push(SmolStr::from(format!("modality {}", event.modality.as_str())));
    }
    let (actors, recipients) = (&event.actors, &event.recipients);
    all.extend(holding([
        (event.trigger.len() > 1, "trigger of several words"),
        (!event.according_to.is_empty(), "voice of a statement"),
        (is_voice_unknown(doc, event), "voice without code"),
        (actors.iter().any(is_uncoded), "actor without code"),
        (any_guessed(doc, actors), "actor guessed"),
        (is_behind(event), "actor behind the trigger"),
        (recipients.iter().any(is_uncoded), "recipient without code"),
        (any_guessed(doc, recipients), "recipient guessed"),
        (governments(recipients).next().is_some(), "recipient in government"),
        (is_between_states(event), "recipient in government of another state"),
    ]));
    all
}

/// The table or rule that found it, and whether a verb governs a noun ("held *talks*"), but not the
/// word.
fn rule(event: &Event) -> SmolStr {
    let (family, word) = event.by.split_once(':').unwrap_or((&event.by, ""));
    let governed = if word.contains('+') { " governed" } else { "" };
    SmolStr::from(format!("rule {family}{governed}"))
}

/// Whether the one in whose words it is told has no code.
fn is_voice_unknown(doc: &Document, event: &Event) -> bool {
    let statements: &[Statement] = doc.statements.as_deref().unwrap_or(&[]);
    let innermost = event.according_to.last().and_then(|&s| statements.get(s as usize));
    innermost.is_some_and(|s| s.speaker.as_ref().is_none_or(|s| s.code.is_none()))
}

fn is_uncoded(party: &Participant) -> bool {
    party.code.is_none()
}

fn any_guessed(doc: &Document, parties: &[Participant]) -> bool {
    parties.iter().any(|p| p.code.is_some() && is_guessed(doc, p.mention))
}

fn governments(parties: &[Participant]) -> impl Iterator<Item = &ActorCode> {
    parties.iter().filter_map(|p| p.code.as_ref()).filter(|code| is_government(code))
}

/// Whether a government is acted on from outside its state.
fn is_between_states(event: &Event) -> bool {
    let actors = || event.actors.iter().filter_map(|p| p.code.as_ref());
    governments(&event.recipients).any(|r| actors().any(|a| a.country() != r.country()))
}

/// Whether all actors stand behind the word that names the event, where English seldom puts them.
fn is_behind(event: &Event) -> bool {
    let start = event.trigger.first().map(|t: &Span| t.start);
    !event.actors.is_empty() && event.actors.iter().all(|a| Some(a.span.start) > start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use verbale_document::{ActorCode, EventType, Polarity};

    fn party(start: u32, code: &str) -> Participant {
        let span = Span { start, end: start + 4 };
        Participant { span, code: Some(ActorCode::new(code)), ..Participant::default() }
    }

    /// An accusation at offset 6.
    fn accusation(actor: Participant, recipient: Participant) -> Event {
        Event {
            kind: EventType::new("ACCUSE"),
            quad: 3,
            mode: None,
            contexts: Vec::new(),
            intensity: 0.0,
            cameo: SmolStr::default(),
            trigger: vec![Span { start: 6, end: 13 }],
            sentence: 0,
            actors: vec![actor],
            recipients: vec![recipient],
            date: None,
            place: None,
            statement: None,
            according_to: Vec::new(),
            polarity: Polarity::Positive,
            modality: Modality::Actual,
            size: Vec::new(),
            by: "events.tsv:accuse".into(),
            confidence: 0.0,
        }
    }

    #[test]
    fn features_of_an_event() {
        let doc = Document::new("d", String::new());
        let of = |event: &Event| features(&doc, event).join("; ");
        let told = accusation(party(0, "GHA"), party(14, "TGO.GOV"));
        let between = "recipient in government; recipient in government of another state";
        assert_eq!(of(&told), format!("rule events.tsv; quad 3; {between}"));
        let told = Event {
            according_to: vec![0],
            modality: Modality::Future,
            ..accusation(party(20, "TGO.OPP"), party(14, "TGO.GOV"))
        };
        let parts = "voice of a statement; actor behind the trigger; recipient in government";
        assert_eq!(of(&told), format!("rule events.tsv; quad 3; modality future; {parts}"));
        let told = Event {
            by: "event_nouns.tsv:attack+launch".into(),
            ..accusation(Participant::default(), party(14, "TGO"))
        };
        let parts = "quad 3; actor without code";
        assert_eq!(of(&told), format!("rule event_nouns.tsv governed; {parts}"));
    }
}
