//! Where sources, cues and contents begin and end.
//!
//! After the PolNeAR guidelines: a source is its whole noun phrase; a cue takes its auxiliaries,
//! adverbs, particle and preposition with it; a content takes its complementiser and quotation
//! marks with it, but not the punctuation around it.

use crate::View;
use verbale_document::{Deprel, Span, TokenIdx, Upos};

/// Whether a token is punctuation that may not begin or end a content.
fn is_edge(view: &View, token: TokenIdx) -> bool {
    view.tree.token(token).upos == Upos::Punct && !is_mark(view.doc.word(token))
}

/// Quotation marks and brackets.
pub(super) fn is_mark(word: &str) -> bool {
    matches!(
        word,
        "\"" | "“" | "”" | "''" | "``" | "'" | "‘" | "’" | "«" | "»" | "(" | ")" | "[" | "]"
    )
}

/// Splits sorted tokens into runs without a gap but for punctuation, and trims their edges.
pub(super) fn runs(view: &View, tokens: &[TokenIdx]) -> Vec<Span> {
    let mut out = Vec::new();
    let mut run: Vec<TokenIdx> = Vec::new();
    for &token in tokens {
        let gap = run
            .last()
            .is_some_and(|&last| (last + 1..token).any(|t| view.tree.token(t).upos != Upos::Punct));
        if gap {
            out.extend(trimmed(view, &run));
            run.clear();
        }
        run.push(token);
    }
    out.extend(trimmed(view, &run));
    out
}

/// From the first to the last token that is no edge punctuation; quotation marks that the run
/// opens or closes are taken in.
fn trimmed(view: &View, run: &[TokenIdx]) -> Option<Span> {
    let first = *run.iter().find(|&&t| !is_edge(view, t))?;
    let last = *run.iter().rev().find(|&&t| !is_edge(view, t))?;
    let span = view.span(first).cover(view.span(last));
    Some(with_marks(view, span))
}

/// Takes in the quotation marks right outside a span, with the comma or stop before a closing one.
fn with_marks(view: &View, span: Span) -> Span {
    let quotes = view.doc.quotes.as_deref().unwrap_or(&[]);
    let fits = |q: &&verbale_document::Quote| {
        let opens = q.inner.start == span.start || q.outer.start == span.start;
        let near = q.inner.end >= span.end && q.inner.end - span.end <= 2;
        (opens && q.outer.end <= span.end + 4 && q.outer.end > span.start)
            || (near && q.outer.start >= span.start)
    };
    // Quotations stand in the order of their beginnings, and no opening mark is longer than this.
    let from = quotes.partition_point(|q| q.outer.start + 8 < span.start);
    let near = quotes[from..].iter().take_while(|q| q.outer.start <= span.end);
    near.filter(fits).fold(span, |span, q| span.cover(q.outer))
}

/// Contents without a relative clause behind a comma that ends them: what the writer tells of what somebody
/// praises, wants or claims to be ("a port, which had to close").
pub(super) fn without_comment(view: &View, spans: Vec<Span>) -> Vec<Span> {
    let cut = |span: Span| {
        let tokens = view.doc.tokens_in(span);
        let words = || tokens.clone().filter(|&t| view.tree.token(t).upos != Upos::Punct);
        let last = words().next_back()?;
        let opens = |&t: &TokenIdx| {
            let relative = matches!(view.tree.token(t).xpos.as_str(), "WDT" | "WP" | "WP$");
            relative && t > tokens.start && view.doc.word(t - 1) == "," && !view.is_quoted(t)
        };
        let clause = |t: TokenIdx| {
            let above = std::iter::once(t).chain(view.tree.ancestors(t));
            let mut above = above.take_while(|a| tokens.contains(a));
            above.find(|&a| view.tree.token(a).deprel == Deprel::AclRelcl)
        };
        let ends = |t: TokenIdx| clause(t).is_some_and(|c| view.tree.subtree(c).contains(&last));
        let first = words().find(|t| opens(t) && ends(*t))?;
        trimmed(view, &(tokens.start..first).collect::<Vec<_>>())
    };
    spans.into_iter().map(|span| cut(span).unwrap_or(span)).collect()
}

/// Tokens under `top` without the branches that `cut` names, and without the "and" before it.
pub(super) fn content_of(view: &View, top: TokenIdx, cut: impl Fn(TokenIdx) -> bool) -> Vec<Span> {
    let and = |t: TokenIdx| {
        let token = view.tree.token(t);
        token.deprel == Deprel::Cc && token.head == Some(top) && t < top
    };
    runs(view, &view.tree.subtree_without(top, |t| cut(t) || and(t)))
}

/// The whole noun phrase of a source, relative clauses and appositions included, up to the cue.
pub(super) fn source_span(view: &View, head: TokenIdx, cue: TokenIdx) -> Span {
    let keep = view.tree.subtree_without(head, |t| {
        let rel = view.tree.token(t).deprel;
        t == cue || matches!(rel, Deprel::Parataxis | Deprel::Case)
    });
    let side = |t: &TokenIdx| if head < cue { *t < cue } else { *t > cue };
    let verb = view.tree.token(head).head;
    let beside = verb.and_then(|verb| {
        let mut subjects = view.tree.children_by(verb, Deprel::Nsubj);
        subjects.find(|&t| view.is_title_of(t, head) || view.is_title_of(head, t))
    });
    let beside = beside.map(|t| view.tree.subtree(t)).into_iter().flatten();
    let mut tokens: Vec<TokenIdx> = keep.into_iter().chain(beside).filter(side).collect();
    tokens.sort_unstable();
    while tokens.len() > 1 && tokens.first().is_some_and(|&t| is_edge(view, t)) {
        tokens.remove(0);
    }
    while tokens.len() > 1 && tokens.last().is_some_and(|&t| is_edge(view, t)) {
        tokens.pop();
    }
    if tokens.is_empty() { view.span(head) } else { view.tree.span_of(&tokens) }
}

/// A verb with the auxiliaries, negations and adverbs right before it and its particle after it.
pub(super) fn cue_span(view: &View, verb: TokenIdx) -> Span {
    let mine = |t: TokenIdx| {
        let token = view.tree.token(t);
        token.head == Some(verb)
            && matches!(token.deprel, Deprel::Aux | Deprel::AuxPass | Deprel::Advmod | Deprel::Cop)
    };
    let mut first = verb;
    while first > 0 && mine(first - 1) {
        first -= 1;
    }
    let particle = view.tree.child(verb, Deprel::CompoundPrt).filter(|&p| p == verb + 1);
    view.span(first).cover(view.span(particle.unwrap_or(verb)))
}

/// What an adverbial from `first` on qualifies that hangs on `head`: behind a comma, all of the clause
/// (", according to X").
pub(super) fn qualified(view: &View, head: TokenIdx, first: TokenIdx) -> TokenIdx {
    // "A and, according to X, B": B alone
    let joined = first > 1 && view.tree.token(first - 2).upos == Upos::Cconj;
    let set_off = first > 0 && view.doc.word(first - 1) == "," && !joined;
    if set_off { clause_around(view, head) } else { head }
}

/// The predicate of the clause that a word is part of.
pub(super) fn clause_around(view: &View, mut at: TokenIdx) -> TokenIdx {
    use Deprel::{Acl, AclRelcl, Advcl, Conj, Nmod, Nsubj, NsubjPass, Obj, Obl, Xcomp};
    let part = |rel| {
        matches!(rel, Acl | AclRelcl | Advcl | Conj | Nmod | Nsubj | NsubjPass | Obj | Obl | Xcomp)
    };
    while let Some(head) = view.tree.token(at).head.filter(|_| part(view.tree.token(at).deprel)) {
        at = head;
    }
    at
}
