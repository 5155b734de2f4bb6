//! Verb cues: "said that", "“...”, he said", "vowed to", "denied the charge", "called for".

use super::complement::is_adding;
use super::cue::{Cue, Cues};
use super::draft::Draft;
use super::extent::{cue_span, source_span, without_comment};
use super::frame::content;
use super::parataxis::{speaker_behind, stranded_subject};
use crate::trace::Reason;
use crate::{Clause, View};
use verbale_document::{Act, Deprel, Sentence, SmolStr, Span, Stance, TokenIdx, Upos};

/// The attribution of the cue verb at `verb`, if it is one and has content in its tree.
pub(super) fn draft(
    view: &View,
    cues: &Cues,
    sentence: &Sentence,
    verb: TokenIdx,
) -> Option<Draft> {
    let token = view.tree.token(verb);
    if !matches!(token.upos, Upos::Verb) && !is_misread(view, verb) {
        return None;
    }
    if verb > sentence.tokens.start && is_name(view, verb) {
        return None;
    }
    let cue = cues.verb_at(view, verb)?;
    let clause = view.clause(verb);
    let found = content(view, cues, cue, &clause, sentence);
    let found = view.log.found(found, verb, Some(cue.row), Reason::NoContent)?;
    let leaves = clause.negated || cues.finds_out(view.lemma(verb));
    // Who denies "this" says that it is not so.
    let empty =
        is_pronoun(view, &found.spans) && !is_citing(view, verb) && cue.stance != Stance::Deny;
    // What is done so that something be said is not yet said.
    let aim = token.xpos == "VB" && view.is_purpose(verb);
    let aim = aim && matches!(found.rule, "obj" | "prep" | "to");
    if empty || aim || leaves && found.rule == "that" && is_open(view, verb) {
        view.log.drop(verb, Some(cue.row), Reason::NoContent);
        return None;
    }
    // "let reporters know": who lets them know says so
    let outer = view.tree.token(verb).head.filter(|_| cues.is_phrase(view, verb));
    let telling = outer.map_or_else(|| clause.clone(), |head| view.clause(head));
    let source = found.source.or_else(|| source(view, cues, &telling, outer.unwrap_or(verb)));
    let issuer = source.filter(|_| cue.act == Act::Speech);
    let issuer = issuer.and_then(|noun| issuer_of(view, cues, verb, noun));
    let source = issuer.or(source);
    if source.is_none() && !found.quoted && !sourceless(&clause, found.rule) {
        view.log.drop(verb, Some(cue.row), Reason::NoSource);
        return None;
    }
    let ruled = cue.rules && source.is_some_and(|s| is_court(view, s));
    let mut span = cue_span(view, verb);
    if let Some(head) = outer {
        span = span.cover(cue_span(view, head));
    }
    if let Some(preposition) = found.preposition {
        span = span.cover(view.span(preposition));
    }
    Some(Draft {
        source,
        source_span: source.map(|s| source_span(view, s, verb)),
        cue: verb,
        cue_span: Some(span),
        content: match found.rule {
            "obj" | "object" | "prep" | "to" | "charged" => without_comment(view, found.spans),
            _ => found.spans,
        },
        addressee: addressee(&telling, found.rule),
        act: if ruled { Act::Document } else { cue.act },
        stance: match ruled {
            true => Stance::Assert,
            false => stance(cue, found.rule, cues.bids(view.lemma(verb))),
        },
        negated: clause.negated,
        voice: false,
        by: SmolStr::from(format!("statement/verb-{}", found.rule)),
    })
}

/// "met Ann *Said*": running text writes no verb behind a name with a capital.
fn is_name(view: &View, verb: TokenIdx) -> bool {
    view.doc.word(verb).starts_with(char::is_uppercase)
        && view.tree.token(verb - 1).upos == Upos::Propn
        && !view.is_headline(verb)
}

/// Whether a court or a judge speaks: what they hold they write down in a ruling.
fn is_court(view: &View, source: TokenIdx) -> bool {
    let mention = view.mention_of(source).map(|m| view.doc.mention(m));
    mention.and_then(|m| view.code_of(m)).is_some_and(|c| c.sector() == Some("JUD"))
}

/// "did not say why", "will determine whether": a question that stays open.
fn is_open(view: &View, verb: TokenIdx) -> bool {
    let question = |c: TokenIdx| {
        let mut first = view.tree.subtree(c).into_iter();
        let first = first.find(|&t| view.tree.token(t).upos != Upos::Punct);
        first.is_some_and(|t| {
            let token = view.tree.token(t);
            matches!(token.xpos.as_str(), "WP" | "WRB" | "WDT") || token.lemma == "whether"
        })
    };
    view.tree.children_by(verb, Deprel::Ccomp).any(|c| c > verb && question(c))
}

/// "referred to it", "chided them", "said nothing": a pronoun alone conveys nothing.
fn is_pronoun(view: &View, spans: &[Span]) -> bool {
    let words = spans.iter().flat_map(|s| view.doc.tokens_in(*s));
    let mut words = words.map(|t| view.tree.token(t).upos).filter(|&upos| upos != Upos::Punct);
    words.next() == Some(Upos::Pron) && words.next().is_none()
}

/// "the bank forecast on Monday", "the minutes show that": read as a noun, but with a subject of its own and
/// nothing that a noun has.
fn is_misread(view: &View, at: TokenIdx) -> bool {
    let token = view.tree.token(at);
    let subject = view.tree.child(at, Deprel::Nsubj).is_some_and(|s| s < at);
    let nominal = [Deprel::Det, Deprel::Cop, Deprel::Case, Deprel::NmodPoss, Deprel::Amod];
    let bare = nominal.iter().all(|&rel| view.tree.child(at, rel).is_none());
    let clause = matches!(token.deprel, Deprel::Root | Deprel::Parataxis | Deprel::Ccomp);
    token.upos == Upos::Noun && token.xpos == "NN" && subject && bare && clause
}

/// Who calls something a name asks for nothing, though "call for" and "call on" do; who tells somebody to do
/// something asks for it.
fn stance(cue: &Cue, rule: &str, bids: bool) -> Stance {
    if bids && rule == "object" {
        return Stance::Ask;
    }
    let names = cue.frames.as_ && cue.stance == Stance::Ask && rule != "prep";
    if names { Stance::Assert } else { cue.stance }
}

/// "citing the army", "quoting a colonel" beside a report: names its source.
pub(super) fn is_citing(view: &View, verb: TokenIdx) -> bool {
    let token = view.tree.token(verb);
    let cites = matches!(token.lemma.as_str(), "cite" | "quote");
    token.xpos == "VBG" && cites && token.deprel == Deprel::Advcl
}

/// "quoted a mayor *as saying* that ...": the report that quotes.
pub(super) fn quoted_by(view: &View, verb: TokenIdx) -> Option<TokenIdx> {
    let token = view.tree.token(verb);
    let as_ = view.tree.children(verb).iter().any(|&k| k < verb && view.is_lemma(k, "as"));
    token.head.filter(|&h| as_ && matches!(view.lemma(h), "quote" | "cite"))
}

/// Whom it quotes.
fn quoted_as(view: &View, verb: TokenIdx) -> Option<TokenIdx> {
    let report = quoted_by(view, verb)?;
    let slots = [Deprel::Obj, Deprel::Iobj, Deprel::NsubjPass];
    slots.iter().find_map(|&rel| view.tree.child(report, rel))
}

/// Who says it: the subject, or the agent of a passive.
pub(super) fn source(
    view: &View,
    cues: &Cues,
    clause: &Clause,
    verb: TokenIdx,
) -> Option<TokenIdx> {
    if let Some(quoted) = quoted_as(view, verb) {
        return Some(quoted);
    }
    if is_adding(view, cues, verb) {
        return speaker_of_sentence(view, cues, verb);
    }
    let passive = clause.passive || is_spoken_to(view, verb);
    let heads = if passive { &clause.agents } else { &clause.subjects };
    let ccomp = view.tree.child(verb, Deprel::Ccomp).is_some_and(|c| c < verb);
    let behind = speaker_behind(view, verb).filter(|_| ccomp);
    let nearest = nearest_subject(view, verb).filter(|_| !clause.passive);
    let stranded = stranded_subject(view, verb).filter(|_| !passive);
    let near = behind.or_else(|| absolute(view, verb)).or(nearest).or(stranded);
    let head = near.or_else(|| heads.first().copied())?;
    let expletive = view.tree.token(head).deprel == Deprel::Expl;
    (!expletive && head != verb).then_some(head)
}

/// "The union issued a statement saying that ...", "held a conference alleging that ...": who issues or
/// holds what speaks.
fn issuer_of(view: &View, cues: &Cues, verb: TokenIdx, noun: TokenIdx) -> Option<TokenIdx> {
    let token = view.tree.token(verb);
    let participle = token.xpos == "VBG" && token.deprel == Deprel::Acl && token.head == Some(noun);
    let slot = view.tree.token(noun).deprel;
    let issued = matches!(slot, Deprel::Obj | Deprel::Obl) && cues.is_utterance(view.lemma(noun));
    let above = view.tree.token(noun).head.filter(|_| participle && issued)?;
    let issues = view.tree.token(above).upos == Upos::Verb && cues.issues(view.lemma(above));
    let clause = view.clause(above);
    clause.subjects.first().copied().filter(|_| issues && !clause.passive)
}

/// "Asked about the vote, he said ...": a bare participle whose subject is spoken to.
pub(super) fn is_spoken_to(view: &View, verb: TokenIdx) -> bool {
    let own = [Deprel::Nsubj, Deprel::Aux, Deprel::Obj];
    let bare = own.iter().all(|&rel| view.tree.child(verb, rel).is_none());
    let token = view.tree.token(verb);
    let clause = matches!(token.deprel, Deprel::Ccomp | Deprel::Advcl | Deprel::Parataxis);
    let before = token.head.is_some_and(|h| verb < h);
    bare && clause && before && matches!(token.xpos.as_str(), "VBN" | "VBD") && opens(view, verb)
}

/// Whether a word is the first of its sentence or clause.
fn opens(view: &View, at: TokenIdx) -> bool {
    let sentences = view.doc.sentences.as_deref().unwrap_or(&[]);
    let sentence = view.doc.sentence_at(view.span(at).start).map(|s| &sentences[s as usize]);
    sentence.is_some_and(|s| s.tokens.start == at)
}

/// Of two subjects before a verb the one next to it, behind a comma or dash.
fn nearest_subject(view: &View, verb: TokenIdx) -> Option<TokenIdx> {
    let subjects: Vec<TokenIdx> = view.tree.children_by(verb, Deprel::Nsubj).collect();
    let &[first, second] = subjects.as_slice() else { return None };
    let start = view.tree.subtree(second).first().copied().unwrap_or(second);
    let apart = start > 0 && matches!(view.doc.word(start - 1), "," | "-" | "--" | "–" | "—");
    Some(second)
        .filter(|&s| apart && first < s && s < verb && view.tree.token(s).upos != Upos::Pron)
}

/// "with both sides stressing": the subject of a participle behind "with".
fn absolute(view: &View, verb: TokenIdx) -> Option<TokenIdx> {
    let token = view.tree.token(verb);
    let with = view.tree.child(verb, Deprel::Mark).filter(|&m| view.is_lemma(m, "with"))?;
    let subject = view.tree.child(verb, Deprel::Nsubj).or(view.tree.child(verb, Deprel::Obl));
    subject.filter(|&s| token.xpos == "VBG" && with < s && s < verb)
}

/// The subject of the outermost finite verb before `verb` in its sentence that is not quoted.
fn speaker_of_sentence(view: &View, cues: &Cues, verb: TokenIdx) -> Option<TokenIdx> {
    let sentences = view.doc.sentences.as_deref()?;
    let sentence = &sentences[view.doc.sentence_at(view.span(verb).start)? as usize];
    let depth = |t: TokenIdx| view.tree.ancestors(t).count();
    let finite = |t: &TokenIdx| {
        let token = view.tree.token(*t);
        token.upos == Upos::Verb
            && matches!(token.xpos.as_str(), "VBD" | "VBZ")
            && !view.is_quoted(*t)
    };
    let told =
        |t: &TokenIdx| view.tree.child(*t, Deprel::Nsubj).filter(|&s| !view.is_quoted(s)).is_some();
    let verbs = (sentence.tokens.start..verb).filter(|t| finite(t) && told(t));
    let outer = verbs.min_by_key(|&t| (depth(t), std::cmp::Reverse(t)))?;
    // "Rice costs more, Ann Lee replied, adding": what she replies does not go on
    let says = |t: &TokenIdx| finite(t) && told(t) && cues.verb_at(view, *t).is_some();
    let tag = view.tree.children_by(outer, Deprel::Parataxis).find(|t| *t < verb && says(t));
    view.clause(tag.unwrap_or(outer)).subjects.first().copied()
}

/// "is accused of", "was asked to": a source is left open.
fn sourceless(clause: &Clause, rule: &str) -> bool {
    clause.passive && clause.agents.is_empty() && rule == "charged"
}

/// Who is spoken to; next to a clause the object is: "told reporters that".
fn addressee(clause: &Clause, rule: &str) -> Vec<TokenIdx> {
    let mut heads = clause.addressees();
    if matches!(rule, "that" | "to" | "parataxis") {
        heads.extend(&clause.objects);
    }
    heads
}
