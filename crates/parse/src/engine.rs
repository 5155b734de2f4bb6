//! The language engine: the models together, and what they make of a document.

use crate::lemmas::Lemmas;
use crate::neural::{self, Network};
use crate::segment::paragraphs::paragraphs;
use crate::segment::quotes::quotes;
use crate::segment::sentences::sentences;
use crate::segment::tokens::Tokeniser;
use crate::{ModelError, VERSION, names};
use std::ops::Range;
use std::str::FromStr;
use verbale_document::{
    Deprel, Document, Layer, Lexicons, Name, NameLabel, Producer, Quote, Sentence, SmolStr, Span,
    Token, TokenIdx, Upos,
};

/// The model files that an engine needs, as bytes (see `models/README.md`).
#[derive(Clone, Copy, Debug)]
pub struct Models<'m> {
    /// Tags, trees and names.
    pub network: &'m [u8],
    /// Lemma rules.
    pub lemmas: &'m [u8],
}

/// What the engine makes of a text.
#[derive(Clone, Debug)]
pub struct Syntax {
    /// Quotations in the order of their opening marks.
    pub quotes: Layer<Quote>,
    /// Sentences in the order of the text.
    pub sentences: Layer<Sentence>,
    /// Tokens with tags, lemmas and heads.
    pub tokens: Layer<Token>,
    /// Names from left to right.
    pub names: Layer<Name>,
}

/// The immutable language engine, shared by all threads.
#[derive(Debug)]
pub struct Engine {
    tokeniser: Tokeniser,
    network: Network,
    lemmas: Lemmas,
    labels: Labels,
}

/// What the numbers of the network mean.
#[derive(Debug)]
struct Labels {
    tags: Vec<(Upos, SmolStr)>,
    relations: Vec<Deprel>,
    names: Vec<NameLabel>,
}

/// Scratch space of one thread.
#[derive(Debug, Default)]
pub struct Worker {
    spans: Vec<Span>,
    sentences: Vec<Range<usize>>,
    network: neural::Scratch,
    names: names::Scratch,
    text: String,
}

impl Engine {
    /// Loads the models and the word lists.
    ///
    /// # Errors
    /// A model of another kind or version, a damaged one, or a lexicon that cannot be read.
    pub fn new(lexicons: &Lexicons, models: Models) -> Result<Self, ModelError> {
        let network = Network::load(models.network)?;
        Ok(Engine {
            tokeniser: Tokeniser::new(lexicons)?,
            labels: Labels::of(&network).ok_or(ModelError::Damaged)?,
            network,
            lemmas: Lemmas::load(models.lemmas)?.with_verbs(lexicons)?,
        })
    }

    /// Fresh scratch space.
    pub fn worker(&self) -> Worker {
        Worker::default()
    }

    /// Quotations of `doc`, from its text and sections.
    pub fn quotes(&self, doc: &Document) -> Layer<Quote> {
        let found = quotes(doc.text(), &paragraphs(doc));
        Layer::new(producer("quotation-marks", ""), found)
    }

    /// Quotations, sentences, analysed tokens and names of `doc`, from its text and sections.
    pub fn syntax(&self, worker: &mut Worker, doc: &Document) -> Syntax {
        let paragraphs = paragraphs(doc);
        let Worker { spans, sentences: ranges, .. } = worker;
        spans.clear();
        ranges.clear();
        for paragraph in paragraphs {
            let first = spans.len();
            self.tokeniser.tokenise(doc.text(), paragraph, spans);
            sentences(doc.text(), &spans[first..], &self.tokeniser, |range| {
                ranges.push(first + range.start..first + range.end);
            });
        }
        let sentence = |range: &Range<usize>| sentence(&spans[range.clone()], range.start as u32);
        let sentences = ranges.iter().map(sentence).collect();
        let (tokens, names) = self.analyse(worker, doc);
        Syntax {
            quotes: self.quotes(doc),
            sentences: Layer::new(producer("sentence-rules", ""), sentences),
            tokens,
            names,
        }
    }

    /// Analyses anew the tokens that `doc` has: their spans and sentences stay; tags, lemmas, heads
    /// and names are replaced. Without tokens or sentences the layers are empty.
    pub fn analyse_tokens(
        &self,
        worker: &mut Worker,
        doc: &Document,
    ) -> (Layer<Token>, Layer<Name>) {
        let given: &[Token] = doc.tokens.as_deref().unwrap_or(&[]);
        let sentences: &[Sentence] = doc.sentences.as_deref().unwrap_or(&[]);
        worker.spans.clear();
        worker.spans.extend(given.iter().map(|t| t.span));
        worker.sentences.clear();
        let range = |s: &Sentence| s.tokens.start as usize..s.tokens.end as usize;
        worker.sentences.extend(sentences.iter().map(range));
        self.analyse(worker, doc)
    }

    /// Analyses the tokens and sentences of the worker.
    fn analyse(&self, worker: &mut Worker, doc: &Document) -> (Layer<Token>, Layer<Name>) {
        let Worker { spans, sentences, network, names: scratch, .. } = worker;
        self.network.analyse(sentences.iter().cloned(), |at| doc.slice(spans[at]), network);
        let mut tokens = Vec::with_capacity(spans.len());
        let n = self.network.n_labels();
        let words = spans.iter().map(|s| doc.slice(*s));
        names::agree(&mut network.analysis.names, n, words, scratch);
        let mut names = Vec::new();
        for at in 0..worker.sentences.len() {
            let range = worker.sentences[at].clone();
            self.tokens(worker, doc, range.clone(), &mut tokens);
            self.names(worker, range, &mut names);
        }
        let producer = || producer("network", &self.network.hash);
        (Layer::new(producer(), tokens), Layer::new(producer(), names))
    }

    /// Adds the tokens of a sentence.
    fn tokens(
        &self,
        worker: &mut Worker,
        doc: &Document,
        range: Range<usize>,
        out: &mut Vec<Token>,
    ) {
        let found = &worker.network.analysis;
        let first = range.start as TokenIdx;
        for at in range {
            let (upos, xpos) = &self.labels.tags[found.tags[at] as usize];
            let span = worker.spans[at];
            out.push(Token {
                span,
                lemma: self.lemmas.lemma(doc.slice(span), *upos, xpos, &mut worker.text),
                upos: *upos,
                xpos: xpos.clone(),
                head: found.heads[at].checked_sub(1).map(|h| first + h),
                deprel: match found.heads[at] {
                    0 => Deprel::Root,
                    _ => self.labels.relations[found.relations[at] as usize],
                },
            });
        }
    }

    /// Adds the names of a sentence.
    fn names(&self, worker: &mut Worker, range: Range<usize>, out: &mut Vec<Name>) {
        let n = self.network.n_labels();
        let scores = &worker.network.analysis.names[range.start * n..range.end * n];
        names::decode(scores, n, &mut worker.names, |found| {
            out.push(Name {
                first: (range.start + found.words.start) as TokenIdx,
                end: (range.start + found.words.end) as TokenIdx,
                label: self.labels.names[found.class],
                confidence: found.confidence,
            });
        });
    }
}

impl Labels {
    /// `None` if the network has a label that is not known here.
    fn of(network: &Network) -> Option<Self> {
        let tag = |tag: &SmolStr| {
            let (upos, xpos) = tag.split_once(' ')?;
            Some((Upos::from_str(upos).ok()?, xpos.into()))
        };
        let name = |name: &SmolStr| NameLabel::ALL.into_iter().find(|l| l.as_str() == name);
        Some(Labels {
            tags: network.tags.iter().map(tag).collect::<Option<_>>()?,
            relations: network
                .relations
                .iter()
                .map(|r| Deprel::from_str(r).ok())
                .collect::<Option<_>>()?,
            names: network.names.iter().map(name).collect::<Option<_>>()?,
        })
    }
}

fn sentence(spans: &[Span], first: TokenIdx) -> Sentence {
    let span = match (spans.first(), spans.last()) {
        (Some(a), Some(b)) => a.cover(*b),
        _ => Span::default(),
    };
    Sentence { span, tokens: first..first + spans.len() as TokenIdx }
}

fn producer(name: &str, hash: &str) -> Producer {
    Producer { hash: hash.into(), ..Producer::new(name, VERSION) }
}
