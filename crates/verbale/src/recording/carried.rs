//! Which mentions a record carries.
//!
//! Names and times always, but for the document's own date in its dateline. A pronoun or a description
//! ("the minister", "farmers") only where a statement or an event rests on it, or, for a description,
//! where the text tells whom it denotes ("the Polish prime minister"): the rest are many, say little,
//! and nothing in the record points at them. `chain` is not cut: what is carried still shares it.

use super::kept::Kept;
use verbale_document::{
    Document, Event, Form, Mention, MentionIdx, Participant, SectionKind, Speaker, Statement, Time,
};

/// The mentions of `doc` that its record carries beside the statements and events `kept`, with their
/// indices.
pub(super) fn carried<'d>(
    doc: &'d Document,
    kept: &Kept,
) -> impl Iterator<Item = (usize, &'d Mention)> + use<'d> {
    let mentions = doc.mentions.as_deref().unwrap_or(&[]);
    let mut rests = vec![false; mentions.len()];
    let statements = kept.statements(doc).flat_map(|(_, s)| of_statement(s));
    let events = kept.events(doc).flat_map(|(_, e)| of_event(e));
    for at in statements.chain(events) {
        rests[at as usize] = true;
    }
    let carries = move |(i, m): &(usize, &Mention)| match m.form {
        Form::Name | Form::Demonym | Form::Metonym => rests[*i] || !dates_document(doc, m),
        Form::Nominal => rests[*i] || denotes(m),
        Form::Pronoun => rests[*i],
    };
    mentions.iter().enumerate().filter(carries)
}

/// Whether it is the document's own date in the dateline.
fn dates_document(doc: &Document, m: &Mention) -> bool {
    let published = doc.meta.published_at.as_ref().map(|stamp| stamp.date);
    let own = |t: &Time| published.is_some() && t.start == published && t.end == published;
    m.time.as_ref().is_some_and(own) && doc.section_at(m.span.start) == SectionKind::Dateline
}

/// Whether it is known, not guessed from the context, whom a description denotes.
fn denotes(m: &Mention) -> bool {
    m.entity.is_some() || !m.members.is_empty() || m.code.is_some() && m.confidence > 0.5
}

fn of_statement(s: &Statement) -> impl Iterator<Item = MentionIdx> {
    let speakers = s.speaker.iter().chain(&s.via).filter_map(|s: &Speaker| s.mention);
    let date = s.date.as_ref().and_then(|d| d.mention);
    speakers.chain(of(&s.addressee)).chain(date).chain(s.place)
}

fn of_event(e: &Event) -> impl Iterator<Item = MentionIdx> {
    let date = e.date.as_ref().and_then(|d| d.mention);
    of(&e.actors).chain(of(&e.recipients)).chain(date).chain(e.place)
}

fn of(all: &[Participant]) -> impl Iterator<Item = MentionIdx> {
    all.iter().filter_map(|p| p.mention)
}

#[cfg(test)]
mod tests {
    use super::*;
    use verbale_document::{
        ActorCode, Date, Layer, MentionKind, Producer, Section, Span, Stamp, TimeType,
    };

    #[test]
    fn names_and_what_a_statement_rests_on() {
        let mut doc = Document::new("d", String::new());
        let forms = [Form::Name, Form::Nominal, Form::Nominal, Form::Pronoun, Form::Pronoun];
        let mention = |form| Mention::new(Span::default(), 0, MentionKind::Person, form);
        let role = |m: &Mention| Mention { code: Some(ActorCode::new("POL.GOV.PM")), ..m.clone() };
        let mut mentions = forms.map(mention).to_vec();
        mentions[1] = Mention { confidence: 0.5, ..role(&mentions[1]) };
        mentions[2] = Mention { confidence: 0.9, ..role(&mentions[2]) };
        doc.mentions = Some(Layer::new(Producer::default(), mentions));
        let indices =
            |doc: &Document| carried(doc, &Kept::new(doc, 0.0)).map(|(i, _)| i).collect::<Vec<_>>();
        assert_eq!(indices(&doc), [0, 2]);
        let speaker = Some(Speaker { mention: Some(4), ..Speaker::default() });
        let statement = Statement {
            speaker,
            place: Some(1),
            ..Statement::bare(Span::default(), Span::default())
        };
        doc.statements = Some(Layer::new(Producer::default(), vec![statement]));
        assert_eq!(indices(&doc), [0, 1, 2, 4]);
    }

    #[test]
    fn the_date_of_the_dateline_is_the_documents() {
        let mut doc = Document::new("d", "March 1 Rain fell on March 1.".to_string());
        let section = |kind, start, end| Section { kind, span: Span::new(start, end) };
        doc.sections =
            vec![section(SectionKind::Dateline, 0, 7), section(SectionKind::Body, 8, 29)];
        let day = Some(Date::constant(2031, 3, 1));
        let time = |start| {
            let span = Span::new(start, start + 7);
            let value = "2031-03-01".into();
            let time = Time { kind: TimeType::Date, value, start: day, end: day };
            Mention { time: Some(time), ..Mention::new(span, 0, MentionKind::Time, Form::Name) }
        };
        doc.mentions = Some(Layer::new(Producer::default(), vec![time(0), time(21)]));
        let indices =
            |doc: &Document| carried(doc, &Kept::new(doc, 0.0)).map(|(i, _)| i).collect::<Vec<_>>();
        assert_eq!(indices(&doc), [0, 1], "nothing says that it is the document's");
        doc.meta.published_at = day.map(|date| Stamp { text: "2031-03-01".into(), date });
        assert_eq!(indices(&doc), [1]);
    }
}
