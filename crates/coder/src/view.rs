//! One document's trees with its mentions laid over the tokens.

use crate::holders::Holders;
use crate::trace::{Log, Trace};
use std::cell::OnceCell;
use verbale_document::{
    Classes, Document, Mention, MentionIdx, MentionIndex, SectionKind, SentenceIdx, SmolStr, Span,
    TokenIdx, Tree,
};

/// A document as the coders look at it. Built once per document; borrows everything.
pub struct View<'d> {
    /// The document.
    pub doc: &'d Document,
    /// Its trees.
    pub tree: Tree<'d>,
    mentions: MentionIndex,
    /// Per token: whether a statement conveys it.
    reported: Vec<bool>,
    /// Per token: whether it stands between quotation marks.
    quoted: Vec<bool>,
    /// The classes of words that rules about trees ask for; none where nobody gave them.
    classes: Option<&'d Classes>,
    /// The statements of the document; none before they have run.
    pub(crate) holders: Holders,
    /// Where the rules note what they drop, and why.
    pub(crate) log: Log,
    /// The one state in which the story plays, once it has been asked for.
    pub(crate) home: OnceCell<Option<SmolStr>>,
}

impl<'d> View<'d> {
    /// Lays the mentions of `doc` over its tokens, in O(tokens + mention lengths).
    pub fn new(doc: &'d Document) -> Self {
        let n = doc.tokens.as_ref().map_or(0, |t| t.len());
        let mut view = View {
            doc,
            tree: Tree::new(doc),
            mentions: MentionIndex::new(doc, doc.mentions.as_deref().unwrap_or(&[])),
            reported: vec![false; n],
            quoted: quoted(doc, n),
            classes: None,
            holders: Holders::new(doc, doc.statements.as_deref().unwrap_or(&[])),
            log: Log::default(),
            home: OnceCell::new(),
        };
        for statement in doc.statements.as_deref().unwrap_or(&[]) {
            statement.content.iter().for_each(|c| view.reported[tokens(doc, *c)].fill(true));
        }
        view
    }

    /// The same, which keeps a trace of what the coders do.
    pub fn listening(doc: &'d Document) -> Self {
        View { log: Log::listening(), ..View::new(doc) }
    }

    /// The same with the classes of `classes.tsv`, without which no word is in any of them.
    pub fn knowing(self, classes: &'d Classes) -> Self {
        View { classes: Some(classes), ..self }
    }

    /// Whether the lemma of a token is in a class.
    pub(crate) fn is_of_class(&self, token: TokenIdx, class: &str) -> bool {
        self.classes.is_some_and(|c| c.has(class, &self.lemma(token).to_lowercase()))
    }

    /// Whether a comma stands right before a token.
    pub(crate) fn is_behind_comma(&self, token: TokenIdx) -> bool {
        token.checked_sub(1).is_some_and(|t| self.doc.word(t) == ",")
    }

    /// Whether the lemma of any of some tokens is in a class.
    pub(crate) fn any_of_class(&self, tokens: &[TokenIdx], class: &str) -> bool {
        tokens.iter().any(|&t| self.is_of_class(t, class))
    }

    /// The trace that was kept; empty unless the view was listening.
    pub fn into_trace(self) -> Trace {
        self.log.into_trace()
    }

    /// Whether the words at two tokens mean the same one: a token is itself, mentions of one chain are one.
    pub fn is_same_one(&self, a: TokenIdx, b: TokenIdx) -> bool {
        let chain = |t: TokenIdx| self.mention_of(t).and_then(|m| self.doc.mention(m).chain);
        a == b || chain(a).is_some() && chain(a) == chain(b)
    }

    /// The mention layer; empty where it did not run.
    pub fn mentions(&self) -> &'d [Mention] {
        self.doc.mentions.as_deref().unwrap_or(&[])
    }

    /// The mentions that begin in a sentence.
    pub fn mentions_in(&self, sentence: SentenceIdx) -> &'d [Mention] {
        let all = self.doc.sentences.as_deref().unwrap_or(&[]);
        let Some(span) = all.get(sentence as usize).map(|s| s.span) else { return &[] };
        let before = |at: u32| self.mentions().partition_point(|m| m.span.start < at);
        &self.mentions()[before(span.start)..before(span.end)]
    }

    /// The shortest mention of an actor or a place over a token.
    pub fn actor_at(&self, token: TokenIdx) -> Option<MentionIdx> {
        self.mentions.actor_at(token)
    }

    /// The person whose title a token is part of.
    pub fn titled_at(&self, token: TokenIdx) -> Option<MentionIdx> {
        self.mentions.titled_at(token)
    }

    /// The time mention over a token.
    pub fn time_at(&self, token: TokenIdx) -> Option<MentionIdx> {
        self.mentions.time_at(token)
    }

    /// Whether a token is part of a time, or a word for one: without a date of its own a document tells of no day
    /// by "on Tuesday", and yet nobody.
    pub fn is_time(&self, token: TokenIdx) -> bool {
        let word =
            || self.mentions.actor_at(token).is_none() && self.is_of_class(token, "calendar");
        self.time_at(token).is_some() || word()
    }

    /// Whether a statement conveys a token. None does before statements have run.
    pub fn is_reported(&self, token: TokenIdx) -> bool {
        self.reported[token as usize]
    }

    /// Whether a token stands between quotation marks.
    pub fn is_quoted(&self, token: TokenIdx) -> bool {
        self.quoted[token as usize]
    }

    /// Whether a token stands in a headline: its section, or a sentence without a stop at its end in
    /// which most words begin with a capital.
    pub fn is_headline(&self, token: TokenIdx) -> bool {
        let span = self.span(token);
        if self.doc.section_at(span.start) == SectionKind::Title {
            return true;
        }
        let Some(at) = self.doc.sentence_at(span.start) else { return false };
        let sentences = self.doc.sentences.as_deref().unwrap_or(&[]);
        let words = sentences[at as usize].tokens.clone();
        let open =
            words.clone().last().is_none_or(|t| !matches!(self.doc.word(t), "." | "!" | "?"));
        let long = words.filter(|&t| self.doc.word(t).chars().count() > 3);
        let (capital, small): (Vec<TokenIdx>, Vec<TokenIdx>) =
            long.partition(|&t| self.doc.word(t).starts_with(char::is_uppercase));
        open && capital.len() > small.len()
    }

    /// Lower-case lemma test.
    pub fn is_lemma(&self, token: TokenIdx, lemma: &str) -> bool {
        self.tree.token(token).lemma.eq_ignore_ascii_case(lemma)
    }

    /// Lemma of a token, as the lemmatiser gave it.
    pub fn lemma(&self, token: TokenIdx) -> &'d str {
        &self.tree.token(token).lemma
    }

    /// Span of a token.
    pub fn span(&self, token: TokenIdx) -> Span {
        self.tree.token(token).span
    }
}

/// Per token: whether it stands between quotation marks. Linear also where they nest.
fn quoted(doc: &Document, n: usize) -> Vec<bool> {
    let mut changes = vec![0i32; n + 1];
    for quote in doc.quotes.as_deref().unwrap_or(&[]) {
        let inside = |t: &usize| quote.inner.contains(doc.token(*t as TokenIdx).span);
        let mut whole = tokens(doc, quote.inner).filter(inside);
        if let Some(first) = whole.next() {
            changes[first] += 1;
            changes[whole.next_back().unwrap_or(first) + 1] -= 1;
        }
    }
    let depth = changes.iter().scan(0, |depth, change| {
        *depth += change;
        Some(*depth > 0)
    });
    depth.take(n).collect()
}

/// The tokens of a span, as indices of a slice.
fn tokens(doc: &Document, span: Span) -> std::ops::Range<usize> {
    let tokens = doc.tokens_in(span);
    tokens.start as usize..tokens.end as usize
}
