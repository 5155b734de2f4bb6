//! Records as a person reads them, one line each. The claim is never left out.

use crate::{Event, Participant, Record, Speaker, Statement, Words};
use std::fmt;

/// The outlet's own voice, where an event is nobody's claim.
pub const OUTLET: &str = "the outlet";

impl Speaker {
    /// "Sergei Lavrov (RUS.GOV.MFA)"; "somebody" where nothing is known.
    pub fn label(&self) -> String {
        label(self.name.as_deref().unwrap_or("somebody"), self.code.as_deref())
    }
}

impl Participant {
    /// "Ghana (GHA)"; the words of the text where nothing better is known.
    pub fn label(&self) -> String {
        label(self.name.as_deref().unwrap_or(&self.text), self.code.as_deref())
    }
}

fn label(name: &str, code: Option<&str>) -> String {
    code.map_or(name.to_string(), |code| format!("{name} ({code})"))
}

fn labels(all: &[Participant]) -> String {
    all.iter().map(Participant::label).collect::<Vec<_>>().join(", ")
}

impl Statement {
    /// "Sergei Lavrov (RUS.GOV.MFA)"; "somebody" where nobody is named.
    pub fn speaker_label(&self) -> String {
        self.speaker.as_ref().map_or_else(|| "somebody".to_string(), Speaker::label)
    }
}

impl Event {
    /// Whether it is somebody's claim and not the outlet's own.
    pub fn is_claim(&self) -> bool {
        !self.according_to.is_empty()
    }

    /// Whether the text says that it did not happen.
    pub fn is_negative(&self) -> bool {
        self.polarity == "-"
    }
}

impl Record {
    /// Who asserts an event, outermost first: "TASS (RUS.JRN) > Sergei Lavrov (RUS.GOV.MFA)", or
    /// "the outlet".
    pub fn voice_label(&self, event: &Event) -> String {
        let voices = self.voices(event).into_iter().map(Statement::speaker_label);
        match event.is_claim() {
            true => voices.collect::<Vec<_>>().join(" > "),
            false => OUTLET.to_string(),
        }
    }

    /// An event in one line, its voice included: "ACCUSE Ghana (GHA) -> Togo (TGO), actual;
    /// according to the outlet".
    pub fn tell_event(&self, event: &Event) -> String {
        let not = if event.is_negative() { "did not happen, " } else { "" };
        format!(
            "{} {} -> {}, {not}{}; according to {}",
            event.kind,
            labels(&event.actors),
            labels(&event.recipients),
            event.modality,
            self.voice_label(event)
        )
    }

    /// A statement in one line: "Ghana (GHA), accuse: Togo of closing the border".
    pub fn tell_statement(&self, statement: &Statement) -> String {
        tell_statement(&Words::new(&self.doc.text), statement)
    }
}

fn tell_statement(words: &Words, statement: &Statement) -> String {
    let not = if statement.negated { "did not say, " } else { "" };
    let (who, what) = (statement.speaker_label(), words.joined(&statement.content));
    format!("{who}, {not}{}: {what}", statement.stance)
}

impl fmt::Display for Record {
    /// The document's label and its records, one line each.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = Words::new(&self.doc.text);
        writeln!(f, "{}", self.doc.id)?;
        for statement in &self.statements {
            writeln!(f, "  {} {}", statement.id, tell_statement(&words, statement))?;
        }
        for event in &self.events {
            writeln!(f, "  {} {}", event.id, self.tell_event(event))?;
        }
        Ok(())
    }
}
