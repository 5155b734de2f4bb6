//! The document itself.

use crate::{
    Entity, EntityIdx, Event, Layer, Mention, MentionIdx, Meta, Name, Note, Quote, Section,
    SectionKind, Sentence, SentenceIdx, Span, Statement, Token, TokenIdx,
};

/// A text and what the stages found in it.
///
/// The text is private and never changes after reading. Every other finding is a layer of spans
/// over it: `None` = the stage did not run, empty = it found nothing.
#[derive(Clone, Debug)]
pub struct Document {
    /// The input's id: file stem, JSONL `id` or URL, else `sha256:` and 16 hex digits.
    pub id: String,
    text: String,
    /// Source, dates, credits.
    pub meta: Meta,
    /// Parts of the text, in its order. Text outside every section counts as body.
    pub sections: Vec<Section>,
    /// Sentences.
    pub sentences: Option<Layer<Sentence>>,
    /// Tokens with tags, lemmas and heads.
    pub tokens: Option<Layer<Token>>,
    /// Quotations by their marks, in the order of their opening marks; nested ones included.
    pub quotes: Option<Layer<Quote>>,
    /// Names as the tagger saw them.
    pub names: Option<Layer<Name>>,
    /// Mentions of actors, places and times, by position.
    pub mentions: Option<Layer<Mention>>,
    /// Entities that mentions denote, in the order of their first mention.
    pub entities: Option<Layer<Entity>>,
    /// Statements.
    pub statements: Option<Layer<Statement>>,
    /// Events.
    pub events: Option<Layer<Event>>,
    /// What a user should know of how it was read.
    pub notes: Vec<Note>,
}

impl Document {
    /// A document of `text` with no findings. `text` must be shorter than 4 GiB.
    pub fn new(id: impl Into<String>, text: String) -> Self {
        Document {
            id: id.into(),
            text,
            meta: Meta::default(),
            sections: Vec::new(),
            sentences: None,
            tokens: None,
            quotes: None,
            names: None,
            mentions: None,
            entities: None,
            statements: None,
            events: None,
            notes: Vec::new(),
        }
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text at `span`.
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    /// The words of a token.
    pub fn word(&self, token: TokenIdx) -> &str {
        self.slice(self.token(token).span)
    }

    /// A token of the token layer. Panics where the layer did not run or the index is foreign.
    pub fn token(&self, token: TokenIdx) -> &Token {
        &self.tokens.as_ref().expect("tokens have run").items[token as usize]
    }

    /// A mention of the mention layer. Panics as [`Document::token`] does.
    pub fn mention(&self, mention: MentionIdx) -> &Mention {
        &self.mentions.as_ref().expect("mentions have run").items[mention as usize]
    }

    /// An entity of the entity layer. Panics as [`Document::token`] does.
    pub fn entity(&self, entity: EntityIdx) -> &Entity {
        &self.entities.as_ref().expect("entities have run").items[entity as usize]
    }

    /// The kind of the section that holds byte `at`; body where none does.
    pub fn section_at(&self, at: u32) -> SectionKind {
        let next = self.sections.partition_point(|s| s.span.start <= at);
        match next.checked_sub(1).map(|i| self.sections[i]) {
            Some(s) if s.span.contains_at(at) => s.kind,
            _ => SectionKind::Body,
        }
    }

    /// The sentence that holds byte `at`.
    pub fn sentence_at(&self, at: u32) -> Option<SentenceIdx> {
        let sentences = self.sentences.as_deref()?;
        let next = sentences.partition_point(|s| s.span.start <= at);
        let i = next.checked_sub(1)?;
        sentences[i].span.contains_at(at).then_some(i as SentenceIdx)
    }

    /// Tokens that overlap `span`, as an index range (empty where there are none).
    pub fn tokens_in(&self, span: Span) -> std::ops::Range<TokenIdx> {
        let tokens: &[Token] = self.tokens.as_deref().unwrap_or(&[]);
        let first = tokens.partition_point(|t| t.span.end <= span.start);
        let end = tokens.partition_point(|t| t.span.start < span.end);
        first as TokenIdx..end.max(first) as TokenIdx
    }
}
