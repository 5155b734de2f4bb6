//! Why a statement was made.

use super::{Explainer, rules};
use verbale_coder::confidence::statement_features;
use verbale_coder::trace::{Attribution, RowRef};
use verbale_document::{Span, Statement, TokenIdx, Upos};

impl Explainer<'_> {
    /// The explanation of the statement at `at`.
    pub(super) fn statement(&self, at: usize) -> String {
        let (s, told) = (&self.statements()[at], &self.record.statements[at]);
        let heading = format!("{} {}: {}", told.id, told.speaker_label(), told.stance);
        let mut page = self.page(&heading, s.sentence);
        let spans = |all: &[Span]| all.iter().map(|s| self.quoted(*s)).collect::<Vec<_>>();
        page.rows("source", &spans(&s.source));
        page.rows("cue", &spans(&s.cue));
        page.rows("content", &spans(&s.content));
        page.rows("verbatim", &spans(&s.verbatim));
        page.row("rule", &format!("{}: {}", s.by, rules::of_statement(&s.by)));
        if let Some(made) = self.attribution(s) {
            let row = self.cue_row(s, made.cue);
            let lemma = [self.view.lemma(made.cue).to_string()];
            page.rows("row", &row.map_or(Vec::new(), |row| self.tables.lines(row, &lemma)));
            page.rows("path", &self.ways(s, made));
        }
        page.rows("speaker", &s.speaker.as_ref().map_or(Vec::new(), |who| self.speaker(who)));
        if s.voice {
            page.row("speaker", "nobody: it is there so that the outlet does not say it itself");
        }
        for addressee in &s.addressee {
            page.rows("addressee", &self.participant(addressee));
        }
        page.rows("nesting", &self.nesting(s));
        let negated = if s.negated { ", and the saying itself is denied" } else { "" };
        page.row("stance", &format!("{}, act {}{negated}", s.stance.as_str(), s.act.as_str()));
        page.rows("date", &self.date(s.date.as_ref()));
        page.rows("place", &s.place.map_or(Vec::new(), |m| self.place(m)));
        page.rows(
            "confidence",
            &self.weighed("statements", s.confidence, &statement_features(self.doc, s)),
        );
        page.finish()
    }

    /// The heads behind a statement's spans.
    pub(super) fn attribution(&self, s: &Statement) -> Option<&Attribution> {
        let all = self.traces.statements.attributions.iter();
        let mut same =
            all.filter(|a| a.cue_span == s.cue.first().copied() && a.content == s.content);
        same.next()
    }

    /// The row of the cue word; rules of marks alone have none.
    fn cue_row(&self, s: &Statement, cue: TokenIdx) -> Option<RowRef> {
        let statements = &self.pipeline.statements;
        let upos = match s.by.strip_prefix("statement/")? {
            "noun" => Upos::Noun,
            "adjective" => Upos::Adj,
            "headline-says" => return statements.in_headline(self.doc.word(cue)),
            "quotation" | "as" => Upos::Verb,
            verb if verb.starts_with("verb-") => Upos::Verb,
            _ => return None,
        };
        statements.listed(&self.view, cue).into_iter().find(|(u, _)| *u == upos).map(|(_, r)| r)
    }

    /// From the cue to source and content.
    fn ways(&self, s: &Statement, made: &Attribution) -> Vec<String> {
        let source = made.source.map(|t| format!("{} (source)", self.path(made.cue, t)));
        let inside = |t: TokenIdx| s.content.iter().any(|c| c.contains(self.view.span(t)));
        let contents = s.content.iter().filter_map(|c| self.head_of(*c));
        let content = contents
            .filter(|&t| self.view.tree.token(t).head.is_none_or(|h| !inside(h)) && t != made.cue)
            .map(|t| format!("{} (content)", self.path(made.cue, t)));
        source.into_iter().chain(content).collect()
    }

    /// What a statement stands in, and through whom it came.
    fn nesting(&self, s: &Statement) -> Vec<String> {
        let mut lines = Vec::new();
        let mut at = s.parent;
        while let Some(parent) = at.filter(|_| lines.len() < 8) {
            let told = &self.record.statements[parent as usize];
            let inner = if lines.is_empty() { "its cue stands" } else { "which stands" };
            let who = told.speaker_label();
            lines.push(format!("{inner} in the content of {} by {who}", told.id));
            at = self.statements()[parent as usize].parent;
        }
        for via in &s.via {
            let name = via.name.as_deref().unwrap_or("somebody");
            lines.push(format!("passed on by {name}, who only reports it (flag `relay`)"));
        }
        lines
    }
}
