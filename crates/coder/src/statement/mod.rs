//! Statements: who said what, through whom.
//!
//! Cue words (`lexicons/cues.tsv`) are matched against trees and quotation marks. Each cue gives a
//! source, a cue and a content, after PARC 3 (Pareti 2012) and PolNeAR (Newell et al. 2018);
//! [`nesting`] then orders them, finds parents and intermediaries, and [`speaker`] says who speaks.
//!
//! Does not judge whether what is said is true, and codes no act of saying as an event.

mod according;
mod account;
mod adjective;
mod as_told;
mod complement;
mod cue;
mod draft;
mod drafts;
mod extent;
mod finish;
mod frame;
mod headline;
mod hearsay;
mod nesting;
mod noun;
mod parataxis;
mod prepositional;
mod quotation;
mod repeated;
mod speaks;
mod turn;
mod unattributed;
mod verb;

use crate::View;
use crate::confidence::{Weights, statement_features};
use crate::trace::{RowRef, Trace};
use cue::Cues;
use draft::Draft;
use drafts::Drafts;
use verbale_document::{
    Document, Layer, Lexicons, Producer, Statement, TableError, TokenIdx, Upos,
};

/// The statement coder. Immutable; share it between threads.
pub struct Statements {
    cues: Cues,
    weights: Weights,
}

impl Statements {
    /// Needs `cues.tsv` and `confidence.tsv`.
    pub fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let weights = Weights::new(lexicons, "statements")?;
        Ok(Statements { cues: Cues::new(lexicons)?, weights })
    }

    /// The statements of `doc`, in the order of their cues. Needs tokens and sentences; quotes and
    /// mentions make it better. Total over any document.
    pub fn annotate(&self, doc: &Document) -> Layer<Statement> {
        self.code(&View::new(doc).knowing(self.cues.classes()))
    }

    /// The same with a trace of what was dropped, and why.
    pub fn traced(&self, doc: &Document) -> (Layer<Statement>, Trace) {
        let view = View::listening(doc).knowing(self.cues.classes());
        let statements = self.code(&view);
        (statements, view.into_trace())
    }

    /// The rows of the tables under which a word is listed as a cue, with their parts of speech.
    pub fn listed(&self, view: &View, token: TokenIdx) -> Vec<(Upos, RowRef)> {
        let (verb, noun) = (self.cues.verb_at(view, token), self.cues.noun(view.lemma(token)));
        let adjective = self.cues.adjective(view.doc.word(token));
        let rows = [(Upos::Verb, verb), (Upos::Noun, noun), (Upos::Adj, adjective)];
        rows.into_iter().filter_map(|(upos, cue)| Some((upos, cue?.row))).collect()
    }

    /// The row of the cue verb of which a word in a headline may be a form.
    pub fn in_headline(&self, word: &str) -> Option<RowRef> {
        self.cues.in_headline(word).map(|cue| cue.row)
    }

    fn code(&self, view: &View) -> Layer<Statement> {
        let doc = view.doc;
        let mut drafts: Vec<Draft> = Vec::new();
        for sentence in doc.sentences.as_deref().unwrap_or(&[]) {
            if !doc.section_at(sentence.span.start).is_story() {
                continue;
            }
            if view.is_headline(sentence.tokens.start) {
                drafts.extend(headline::draft(view, &self.cues, sentence));
            } else {
                drafts.extend(turn::draft(view, sentence));
            }
            for at in sentence.tokens.clone() {
                drafts.extend(verb::draft(view, &self.cues, sentence, at));
                drafts.extend(noun::draft(view, &self.cues, at));
                drafts.extend(adjective::draft(view, &self.cues, at));
                drafts.extend(according::draft(view, &self.cues, sentence, at));
                drafts.extend(account::draft(view, &self.cues, at));
                drafts.extend(as_told::draft(view, &self.cues, at));
            }
        }
        let mut drafts = Drafts::new(drafts);
        quotation::attach(view, &self.cues, &mut drafts);
        let mut drafts = drafts.into_all();
        drafts.retain(|draft| speaks::states(view, &self.cues, draft));
        account::drop_own(view, &mut drafts);
        let drafts = self.with_voices(view, drafts);
        let statements = finish::statements(view, drafts);
        let mut statements = nesting::nest(view, &self.cues, statements);
        repeated::settle(view, &mut statements);
        for statement in &mut statements {
            statement.confidence = self.weights.confidence(&statement_features(doc, statement));
        }
        Layer::new(Producer::new("statement", env!("CARGO_PKG_VERSION")), statements)
    }

    /// Adds what is told as others' word and is nobody's statement yet.
    fn with_voices(&self, view: &View, drafts: Vec<Draft>) -> Vec<Draft> {
        let drafts = Drafts::new(drafts);
        let mut voices: Vec<Draft> = unattributed::of_nobody(view, &drafts);
        let mut drafts = drafts.into_all();
        for sentence in view.doc.sentences.as_deref().unwrap_or(&[]) {
            if view.doc.section_at(sentence.span.start).is_story() {
                let all = sentence.tokens.clone();
                voices.extend(all.filter_map(|at| hearsay::draft(view, &self.cues, at)));
            }
        }
        let cued =
            |voice: &Draft| drafts.iter().any(|d| d.cue == voice.cue && d.cue_span.is_some());
        // "denied reports that ...": whoever answers them tells already what they say.
        let told = |voice: &Draft| {
            let above = view.tree.token(voice.cue).head;
            drafts.iter().any(|d| Some(d.cue) == above && d.content == voice.content)
        };
        voices.retain(|voice| !cued(voice) && !told(voice));
        drafts.extend(voices);
        drafts
    }
}
