//! Noun phrases: their extent, their coordination, and the mention that says who is meant.

use crate::View;
use verbale_document::{
    Deprel, Form, Mention, MentionIdx, MentionKind, Participant, SmolStr, Span, Speaker, TokenIdx,
    Upos,
};

/// Branches that do not belong to the noun phrase itself.
fn leaves_phrase(rel: Deprel) -> bool {
    matches!(
        rel.universal(),
        "conj" | "cc" | "punct" | "parataxis" | "appos" | "cop" | "mark" | "advcl" | "discourse"
    ) || matches!(rel, Deprel::AclRelcl | Deprel::Case)
}

/// Branches of a predicate nominal or a noun that are clauses.
fn is_clausal(rel: Deprel) -> bool {
    matches!(rel.universal(), "acl" | "advcl" | "ccomp" | "csubj" | "parataxis" | "nsubj")
}

impl View<'_> {
    /// A head and the heads coordinated with it ("Russia, Belarus and Kazakhstan"), left to right.
    pub fn conjuncts(&self, head: TokenIdx) -> Vec<TokenIdx> {
        let mut all = vec![head];
        let mut next = 0;
        while next < all.len() {
            // "by the army and the police, just *like Chad*": who is compared is no party.
            let compared =
                |c: TokenIdx| matches!(self.case_of(c), Some("like" | "unlike" | "than"));
            let nominal = |c: &TokenIdx| {
                let verb = self.tree.token(*c).upos == Upos::Verb;
                !verb && !compared(*c) && !self.is_ruled_out(*c)
            };
            all.extend(self.tree.children_by(all[next], Deprel::Conj).filter(nominal));
            all.extend(self.listed_beside(all[next]));
            next += 1;
        }
        all.sort_unstable();
        all
    }

    /// "it was Chad, *not Togo*, that left", "Chad rather than *Togo*": whom a phrase with "not" behind another sets
    /// against it, unlike "not only Togo".
    pub fn is_ruled_out(&self, head: TokenIdx) -> bool {
        let beside = matches!(self.tree.token(head).deprel, Deprel::Conj | Deprel::Appos);
        let kids = self.tree.children(head).iter().copied().filter(|&k| k < head);
        let not = |k: TokenIdx| {
            let word = matches!(self.tree.token(k).deprel, Deprel::Advmod | Deprel::Cc);
            let no = self.is_lemma(k, "not") && self.is_negation(k);
            word && (no || matches!(self.lemma(k), "rather" | "instead"))
        };
        let only = |k: TokenIdx| matches!(self.lemma(k), "only" | "just" | "also" | "but");
        beside && kids.clone().any(not) && !kids.clone().any(only)
    }

    /// "Chad, *Togo*, Mali left": the name of another state beside that of a state names a second one, wherever
    /// the tree hangs it; no state is another.
    fn listed_beside(&self, head: TokenIdx) -> Option<TokenIdx> {
        let state = |t: TokenIdx| {
            let m = self.doc.mention(self.actor_at(t)?);
            let whole = m.kind == MentionKind::Country && m.form == Form::Name;
            m.code.clone().filter(|c| whole && c.sector().is_none())
        };
        let own = state(head)?;
        // "if Chad attacks Togo, *Niger* will ...": who stands before a verb is its subject, not a second object.
        let object = !self.tree.token(head).deprel.is_subject();
        let acts = |k: TokenIdx| {
            let next = self.doc.tokens.as_ref().and_then(|all| all.get(k as usize + 1));
            next.is_some_and(|t| matches!(t.upos, Upos::Aux | Upos::Verb))
        };
        let other = |k: &TokenIdx| {
            let named = *k > head && !self.is_ruled_out(*k);
            named && !(object && acts(*k)) && state(*k).is_some_and(|code| code != own)
        };
        self.tree.children_by(head, Deprel::Appos).find(other)
    }

    /// The phrase of `head` alone: without its conjuncts, appositions, relative clauses and the
    /// preposition before it.
    pub fn phrase(&self, head: TokenIdx) -> Span {
        let keep = self.tree.subtree_without(head, |t| {
            let token = self.tree.token(t);
            (token.head == Some(head) && leaves_phrase(token.deprel)) || is_clausal(token.deprel)
        });
        self.tree.span_of(&keep)
    }

    /// The mention that says who `head` is: over the head itself, through a title, or in a name
    /// attached to it ("Minister Sergei Lavrov", "the group Hamas").
    pub fn mention_of(&self, head: TokenIdx) -> Option<MentionIdx> {
        let named = || self.role_behind(head).or_else(|| self.actor_at(head));
        self.titled_at(head).or_else(named).or_else(|| {
            let attached = [Deprel::Flat, Deprel::NmodDesc, Deprel::Appos];
            let kids = self.tree.children(head).iter().copied();
            kids.filter(|&k| attached.contains(&self.tree.token(k).deprel))
                .find_map(|k| self.titled_at(k).or_else(|| self.actor_at(k)))
        })
    }

    /// "Togolese *PM*": the role behind a people's adjective, where the tree hangs it on the adjective.
    fn role_behind(&self, head: TokenIdx) -> Option<MentionIdx> {
        let adjective = self.actor_at(head).map(|m| self.doc.mention(m).form);
        let next = self.tree.children(head).contains(&(head + 1)).then_some(head + 1)?;
        let role = self.actor_at(next).filter(|_| adjective == Some(Form::Demonym))?;
        Some(role).filter(|m| self.doc.mention(*m).form == Form::Nominal)
    }

    /// Who stands behind a thing: possessor, "of" or "by" phrase, people's adjective or name
    /// before the noun ("the court's ruling", "the policy of NATO", "Russian aggression").
    pub fn owner_of(&self, head: TokenIdx) -> Option<MentionIdx> {
        let kids = self.tree.children(head);
        let by_rel = |rels: &[Deprel]| {
            let fits = |k: &&TokenIdx| rels.contains(&self.tree.token(**k).deprel);
            kids.iter().filter(fits).find_map(|&k| self.mention_of(self.antecedent_of_whose(k)))
        };
        by_rel(&[Deprel::NmodPoss]).or_else(|| by_rel(&[Deprel::Amod, Deprel::Compound])).or_else(
            || {
                // Who does it stands behind "by", also where "of" tells to whom ("the arrest of an envoy by Chad").
                let behind = |case: &str| {
                    let fits = |k: &&TokenIdx| {
                        self.tree.token(**k).deprel == Deprel::Nmod
                            && self.case_of(**k) == Some(case)
                    };
                    kids.iter().filter(fits).find_map(|&k| self.mention_of(k))
                };
                let put = || self.put_by(head).first().and_then(|&t| self.mention_of(t));
                let by = behind("by").or_else(|| self.agent_behind(head)).or_else(put);
                by.or_else(|| behind("of"))
            },
        )
    }

    /// "the killing of a diplomat *by Chad*", where the tree hangs it on the diplomat.
    fn agent_behind(&self, head: TokenIdx) -> Option<MentionIdx> {
        let phrase = |at: TokenIdx, case: &'static str| {
            let all = self.tree.children_by(at, Deprel::Nmod);
            all.filter(move |&k| self.case_of(k) == Some(case))
        };
        phrase(head, "of").flat_map(|k| phrase(k, "by")).find_map(|k| self.mention_of(k))
    }

    /// The noun that "whose" stands for; any other word itself.
    fn antecedent_of_whose(&self, token: TokenIdx) -> TokenIdx {
        if self.tree.token(token).xpos != "WP$" {
            return token;
        }
        let clause = |&a: &TokenIdx| self.tree.token(a).deprel == Deprel::AclRelcl;
        let above = self.tree.ancestors(token).find(clause);
        above.and_then(|a| self.tree.token(a).head).unwrap_or(token)
    }

    /// Lemma of the (first) preposition before a phrase; of "out of" the second.
    pub fn case_of(&self, head: TokenIdx) -> Option<&str> {
        let mut cases = self.tree.children_by(head, Deprel::Case).map(|c| self.lemma(c));
        match (cases.next()?, cases.next()) {
            ("out" | "outside" | "off", Some("of")) => Some("of"),
            (first, _) => Some(first),
        }
    }

    /// "called *for Chad* to leave": whether "for" stands before a phrase, whatever the tree hangs it on.
    pub fn is_behind_for(&self, head: TokenIdx) -> bool {
        let first = self.tree.subtree(head).first().and_then(|t| t.checked_sub(1));
        let mark = first.filter(|&t| self.tree.token(t).deprel == Deprel::Mark);
        mark.is_some_and(|t| self.is_lemma(t, "for"))
    }

    /// The participant that the phrase of `head` denotes: by its own mention, else by its owner,
    /// else by its words alone (no code).
    pub fn participant(&self, head: TokenIdx) -> Participant {
        let mention = self.mention_of(head).or_else(|| self.owner_of(head));
        match mention {
            Some(m) => Participant { span: self.with_title(m, head), ..self.named(m) },
            None => Participant { span: self.phrase(head), ..Participant::default() },
        }
    }

    /// A mention as a participant, with the span of its name alone.
    pub fn named(&self, mention: MentionIdx) -> Participant {
        let m = self.doc.mention(mention);
        Participant {
            span: m.span,
            mention: Some(mention),
            entity: m.entity,
            code: self.code_of(m),
            name: m.entity.map(|e| self.doc.entity(e).name.clone()),
        }
    }

    /// A mention as a speaker. Groups of people without a name are not `named`.
    pub fn speaker(&self, mention: MentionIdx) -> Speaker {
        let m = self.doc.mention(mention);
        let words = || Some(SmolStr::from(self.doc.slice(m.span)));
        // Of several, as in a list of names, the first.
        let first = || m.members.first().cloned();
        Speaker {
            mention: Some(mention),
            entity: m.entity,
            code: self.code_of(m).or_else(first),
            name: m.entity.map(|e| self.doc.entity(e).name.clone()).or_else(words),
            named: m.entity.is_some(),
        }
    }

    /// The code of a mention, else of its entity.
    pub fn code_of(&self, m: &Mention) -> Option<verbale_document::ActorCode> {
        m.code.clone().or_else(|| m.entity.and_then(|e| self.doc.entity(e).code.clone()))
    }

    /// The name together with the title before it, when `head` is part of either.
    fn with_title(&self, mention: MentionIdx, head: TokenIdx) -> Span {
        let m = self.doc.mention(mention);
        match m.title {
            Some(t) if t.end <= m.span.start && m.span.start - t.end <= 2 => t.cover(m.span),
            _ if m.kind != MentionKind::Group || m.span.contains(self.span(head)) => m.span,
            _ => self.phrase(head),
        }
    }
}
