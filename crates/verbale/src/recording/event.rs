//! Events.

use super::{Builder, optional, rounded, statement_id};
use verbale_document as document;
use verbale_record::{Event, Size};

impl Builder<'_> {
    pub(super) fn event(&self, i: usize, e: &document::Event) -> Event {
        let mut event = Event::default();
        event.id = format!("e{}", i + 1);
        event.kind = e.kind.to_string();
        event.mode = optional(e.mode.as_ref());
        event.contexts = e.contexts.iter().map(ToString::to_string).collect();
        event.quad = e.quad;
        event.intensity = rounded(e.intensity);
        event.cameo = e.cameo.to_string();
        event.trigger = self.spans(&e.trigger);
        event.sentence = self.sentence(e.sentence);
        event.actors = self.participants(&e.actors);
        event.recipients = self.participants(&e.recipients);
        event.date = e.date.as_ref().map(|d| self.when(d));
        event.place = e.place.map(|p| self.site(p));
        event.statement = e.statement.map(statement_id);
        event.according_to = e.according_to.iter().map(|s| statement_id(*s)).collect();
        event.polarity = e.polarity.as_str().to_string();
        event.modality = e.modality.as_str().to_string();
        event.size = e.size.iter().map(|s| self.size(s)).collect();
        event.by = e.by.to_string();
        event.confidence = rounded(e.confidence);
        event
    }

    fn size(&self, s: &document::Size) -> Size {
        let mut size = Size::default();
        size.kind = s.kind.to_string();
        size.value = s.value;
        size.span = self.span(s.span);
        size.text = self.words(s.span);
        size
    }
}
