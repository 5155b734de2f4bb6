//! What stands around a word of a text: its head's lemma and who takes part, as plain values.
//!
//! For whoever has mentions of events of his own (a corpus, another program) and wants them joined:
//! a record has no trees. Reads what the stages found; decides nothing of what an event means.

use crate::document::{Deprel, Document, Span, TokenIdx, Upos};
use verbale_coder::View;
use verbale_document::{CodePoints, Participant};
use verbale_record as records;

/// A stretch of text, read by its syntactic head.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Head {
    /// Lemma of the head, lower case.
    pub lemma: String,
    /// Lemmas of the other words of the stretch, then of a verb's particle, lower case.
    pub others: Vec<String>,
    /// A verb.
    pub verbal: bool,
    /// Under "not", "never" or "no".
    pub negated: bool,
    /// Its sentence, in code points.
    pub sentence: records::Span,
    /// Who and what depends on it.
    pub parties: Vec<Party>,
}

/// What depends on a head.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Party {
    /// Its part.
    pub role: Role,
    /// Lemma of its own head, lower case.
    pub head: String,
    /// Preferred name of who is meant, where a mention says it.
    pub name: Option<String>,
    /// Entity id, where the atlas knows it.
    pub entity: Option<String>,
}

/// The part of what depends on a head.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// The logical subject.
    Actor,
    /// The logical object.
    Recipient,
    /// Anything else: phrases with prepositions, what stands under the same verb as a noun.
    Other,
}

/// The head of each of `spans` (code points of the text); none where no word stands there or the
/// document was not parsed.
pub fn heads(doc: &Document, spans: &[records::Span]) -> Vec<Option<Head>> {
    let view = View::new(doc);
    let points = CodePoints::new(doc.text());
    let tokens = doc.tokens.as_deref().unwrap_or(&[]);
    let ends: Vec<(u32, u32)> = tokens.iter().map(|t| points.span(t.span)).collect();
    let within = |span: &records::Span| {
        let first = ends.partition_point(|t| t.1 <= span.start);
        let end = ends.partition_point(|t| t.0 < span.end);
        first as TokenIdx..end.max(first) as TokenIdx
    };
    let reader = Reader { view, points };
    spans.iter().map(|span| reader.head(within(span).collect())).collect()
}

struct Reader<'d> {
    view: View<'d>,
    points: CodePoints<'d>,
}

impl Reader<'_> {
    fn head(&self, words: Vec<TokenIdx>) -> Option<Head> {
        let top = self.top(&words)?;
        let token = self.view.tree.token(top);
        let clause = self.view.clause(top);
        let others = words.iter().filter(|&&t| t != top && self.is_content(t));
        let mut others: Vec<String> = others.map(|&t| self.lemma(t)).collect();
        others.extend(clause.particle.as_ref().map(ToString::to_string));
        let mut head = Head {
            lemma: self.lemma(top),
            others,
            verbal: matches!(token.upos, Upos::Verb | Upos::Aux),
            negated: clause.negated,
            sentence: self.sentence(token.span)?,
            parties: Vec::new(),
        };
        let copular = self.view.tree.child(top, Deprel::Cop).is_some();
        if head.verbal || token.upos == Upos::Adj || copular {
            self.around_verb(top, &words, &mut head);
        }
        if !head.verbal {
            self.around_noun(top, &words, &mut head);
        }
        Some(head)
    }

    /// The first verb or noun of a stretch whose governor stands outside it, else its first head.
    fn top(&self, words: &[TokenIdx]) -> Option<TokenIdx> {
        let outer = |t: &TokenIdx| {
            let token = self.view.tree.token(*t);
            token.upos != Upos::Punct && token.head.is_none_or(|h| !words.contains(&h))
        };
        let tops: Vec<TokenIdx> = words.iter().copied().filter(outer).collect();
        let named = |t: &TokenIdx| {
            matches!(self.view.tree.token(*t).upos, Upos::Verb | Upos::Noun | Upos::Propn)
        };
        tops.iter().copied().find(named).or(tops.first().copied()).or(words.first().copied())
    }

    fn around_verb(&self, top: TokenIdx, words: &[TokenIdx], head: &mut Head) {
        let clause = self.view.clause(top);
        let subject = if clause.passive { Role::Recipient } else { Role::Actor };
        let slots = [
            (subject, clause.subjects),
            (Role::Recipient, clause.objects),
            (Role::Actor, clause.agents),
            (Role::Other, clause.indirect),
            (Role::Other, clause.obliques.into_iter().map(|(_, t)| t).collect()),
        ];
        for (role, tokens) in slots {
            self.add(role, &tokens, words, head);
        }
    }

    fn around_noun(&self, top: TokenIdx, words: &[TokenIdx], head: &mut Head) {
        for &kid in self.view.tree.children(top) {
            let role = match self.view.tree.token(kid).deprel {
                Deprel::NmodPoss => Role::Actor,
                Deprel::Nmod => match self.view.case_of(kid) {
                    Some("of") => Role::Recipient,
                    Some("by") => Role::Actor,
                    _ => Role::Other,
                },
                Deprel::Compound | Deprel::Amod | Deprel::NmodUnmarked | Deprel::Nummod => {
                    Role::Other
                }
                _ => continue,
            };
            self.add(role, &self.view.conjuncts(kid), words, head);
        }
        let Some(above) = self.view.tree.token(top).head else { return };
        if self.view.tree.token(above).upos != Upos::Verb {
            return self.add(Role::Other, &[above], words, head);
        }
        for &kid in self.view.tree.children(above) {
            let token = self.view.tree.token(kid);
            let takes_part = matches!(token.deprel.universal(), "nsubj" | "obj" | "obl");
            if kid != top && takes_part {
                self.add(Role::Other, &self.view.conjuncts(kid), words, head);
            }
        }
    }

    /// Adds the phrases of `tokens`; those of the stretch itself are no party.
    fn add(&self, role: Role, tokens: &[TokenIdx], words: &[TokenIdx], head: &mut Head) {
        for &token in tokens.iter().filter(|t| !words.contains(t)) {
            let Participant { entity, name, .. } = self.view.participant(token);
            let known = |e| !self.view.doc.entity(e).local;
            let id = entity.filter(|e| known(*e)).map(|e| self.view.doc.entity(e).id.to_string());
            let name = name.map(|n| n.to_string());
            if name.is_some() || self.is_content(token) {
                head.parties.push(Party { role, head: self.lemma(token), name, entity: id });
            }
        }
    }

    fn sentence(&self, at: Span) -> Option<records::Span> {
        let sentence = self.view.doc.sentence_at(at.start)?;
        let all = self.view.doc.sentences.as_deref().unwrap_or(&[]);
        let (start, end) = self.points.span(all[sentence as usize].span);
        Some(records::Span::new(start, end))
    }

    fn lemma(&self, token: TokenIdx) -> String {
        self.view.lemma(token).to_lowercase()
    }

    fn is_content(&self, token: TokenIdx) -> bool {
        use Upos::{Adj, Adv, Noun, Num, Propn, Verb};
        matches!(self.view.tree.token(token).upos, Noun | Propn | Verb | Num | Adj | Adv)
    }
}
