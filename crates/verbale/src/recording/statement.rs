//! Statements.

use super::{Builder, mention_id, optional, rounded, statement_id};
use verbale_document as document;
use verbale_record::{Speaker, Statement};

impl Builder<'_> {
    pub(super) fn statement(&self, i: usize, s: &document::Statement) -> Statement {
        let mut statement = Statement::default();
        statement.id = statement_id(i as document::StatementIdx);
        statement.kind = s.kind.as_str().to_string();
        statement.source = self.spans(&s.source);
        statement.cue = self.spans(&s.cue);
        statement.content = self.spans(&s.content);
        statement.verbatim = self.spans(&s.verbatim);
        statement.speaker = s.speaker.as_ref().map(|s| self.speaker(s));
        statement.via = s.via.iter().map(|s| self.speaker(s)).collect();
        statement.addressee = self.participants(&s.addressee);
        statement.parent = s.parent.map(statement_id);
        statement.stance = s.stance.as_str().to_string();
        statement.negated = s.negated;
        statement.voice = s.voice;
        statement.date = s.date.as_ref().map(|d| self.when(d));
        statement.place = s.place.map(|p| self.site(p));
        statement.act = s.act.as_str().to_string();
        statement.sentence = self.sentence(s.sentence);
        statement.by = s.by.to_string();
        statement.confidence = rounded(s.confidence);
        statement
    }

    fn speaker(&self, s: &document::Speaker) -> Speaker {
        let mut speaker = Speaker::default();
        speaker.mention = s.mention.map(mention_id);
        speaker.entity = s.entity.map(|e| self.entity_id(e));
        speaker.code = s.code.as_ref().map(ToString::to_string);
        speaker.name = optional(s.name.as_ref());
        speaker.named = s.named;
        speaker
    }
}
