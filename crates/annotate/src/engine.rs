//! The language engine: the models together, and what they make of a document.

use crate::lemmas::Lemmas;
use crate::names::NameTagger;
use crate::parser::{Item, Parser, State};
use crate::segment::paragraphs::paragraphs;
use crate::segment::quotes::quotes;
use crate::segment::sentences::sentences;
use crate::segment::tokens::Tokeniser;
use crate::tagger::Tagger;
use crate::word::{Case, Word};
use crate::{ModelError, VERSION};
use verbale_document::{
    Document, Layer, Lexicons, Name, Producer, Quote, Sentence, Span, Token, TokenIdx,
};

/// The model files that an engine needs, as bytes (see `models/README.md`).
#[derive(Clone, Copy, Debug)]
pub struct Models<'m> {
    /// Part-of-speech tagger with the word table.
    pub tagger: &'m [u8],
    /// Dependency parser.
    pub parser: &'m [u8],
    /// Name tagger.
    pub names: &'m [u8],
    /// Lemma rules.
    pub lemmas: &'m [u8],
}

/// Quotations, sentences and tokens of a document.
#[derive(Clone, Debug)]
pub struct Syntax {
    /// Quotations in the order of their opening marks.
    pub quotes: Layer<Quote>,
    /// Sentences in the order of the text.
    pub sentences: Layer<Sentence>,
    /// Tokens with tags, lemmas and heads.
    pub tokens: Layer<Token>,
}

/// The immutable language engine, shared by all threads.
#[derive(Debug)]
pub struct Engine {
    tokeniser: Tokeniser,
    tagger: Tagger,
    parser: Parser,
    lemmas: Lemmas,
    names: NameTagger,
}

/// Scratch space of one thread.
#[derive(Debug, Default)]
pub struct Worker {
    spans: Vec<Span>,
    words: Vec<Word>,
    tags: Vec<u8>,
    keys: Vec<u32>,
    items: Vec<Item>,
    state: State,
    text: String,
    names: crate::names::Scratch,
}

impl Engine {
    /// Loads the models and the word lists.
    ///
    /// # Errors
    /// A model of another kind or version, a damaged one, or a lexicon that cannot be read.
    pub fn new(lexicons: &Lexicons, models: Models) -> Result<Self, ModelError> {
        Ok(Engine {
            tokeniser: Tokeniser::new(lexicons)?,
            tagger: Tagger::load(models.tagger)?,
            parser: Parser::load(models.parser)?,
            lemmas: Lemmas::load(models.lemmas)?,
            names: NameTagger::load(models.names)?,
        })
    }

    /// Fresh scratch space.
    pub fn worker(&self) -> Worker {
        Worker::default()
    }

    /// Quotations, sentences and analysed tokens of `doc`, from its text and sections.
    pub fn syntax(&self, worker: &mut Worker, doc: &Document) -> Syntax {
        let paragraphs = paragraphs(doc);
        let quotes = quotes(doc.text(), &paragraphs);
        let (mut all_sentences, mut tokens) = (Vec::new(), Vec::new());
        for paragraph in paragraphs {
            let mut spans = std::mem::take(&mut worker.spans);
            spans.clear();
            self.tokeniser.tokenise(doc.text(), paragraph, &mut spans);
            sentences(doc.text(), &spans, &self.tokeniser, |range| {
                let sentence = self.analyse(worker, doc, &spans[range], &mut tokens);
                all_sentences.push(sentence);
            });
            worker.spans = spans;
        }
        Syntax {
            quotes: Layer::new(producer("quotation-marks", ""), quotes),
            sentences: Layer::new(producer("sentence-rules", ""), all_sentences),
            tokens: Layer::new(self.syntax_producer(), tokens),
        }
    }

    /// Analyses anew the tokens that `doc` has: their spans and sentences stay, tags, lemmas and
    /// heads are replaced. Without tokens or sentences the layer is empty.
    pub fn analyse_tokens(&self, worker: &mut Worker, doc: &Document) -> Layer<Token> {
        let given: &[Token] = doc.tokens.as_deref().unwrap_or(&[]);
        let mut tokens = Vec::with_capacity(given.len());
        for sentence in doc.sentences.iter().flat_map(|l| l.iter()) {
            let range = sentence.tokens.start as usize..sentence.tokens.end as usize;
            let spans: Vec<Span> = given[range].iter().map(|t| t.span).collect();
            self.analyse(worker, doc, &spans, &mut tokens);
        }
        Layer::new(self.syntax_producer(), tokens)
    }

    /// Names among the tokens of `doc`. Without tokens the layer is empty.
    pub fn names(&self, worker: &mut Worker, doc: &Document) -> Layer<Name> {
        let names = self.names.names(&self.tagger.table, &mut worker.names, doc);
        Layer::new(producer("name-perceptron", &self.names.hash), names)
    }

    fn syntax_producer(&self) -> Producer {
        let hash = format!("{}-{}", self.tagger.hash, self.parser.hash);
        producer("arc-hybrid", &hash)
    }

    /// Tags, lemmatises and parses one sentence and adds its tokens.
    fn analyse(
        &self,
        worker: &mut Worker,
        doc: &Document,
        spans: &[Span],
        out: &mut Vec<Token>,
    ) -> Sentence {
        let first = out.len() as TokenIdx;
        let Worker { words, tags, keys, items, state, text, .. } = worker;
        words.clear();
        words.extend(spans.iter().map(|s| self.tagger.table.word(doc.slice(*s))));
        let case = Case::of(spans.iter().map(|s| doc.slice(*s)));
        self.tagger.tag(words, case, keys, tags);
        self.tagger.repair(spans, doc, tags);
        items.clear();
        let item = |(word, &tag): (&Word, &u8)| Item::new(word, tag, self.tagger.upos(tag) as u8);
        items.extend(words.iter().zip(tags.iter()).map(item));
        self.parser.parse(items, keys, state);
        for (i, (span, tag)) in spans.iter().zip(tags.iter()).enumerate() {
            let (upos, xpos) = (self.tagger.upos(*tag), self.tagger.xpos(*tag));
            out.push(Token {
                span: *span,
                lemma: self.lemmas.lemma(doc.slice(*span), upos, xpos, text),
                upos,
                xpos: xpos.clone(),
                head: state.head(i).map(|h| first + h),
                deprel: state.relations[i],
            });
        }
        sentence(spans, first)
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
