//! What was made of a sentence, and why its other words in the tables led to nothing.

use super::Explainer;
use verbale_coder::trace::{Dropped, Reason, RowRef, Trace};
use verbale_document::{SentenceIdx, TokenIdx, Upos};

impl Explainer<'_> {
    /// The explanation of a sentence: every record made of it, then what led to none.
    pub fn sentence(&self, at: SentenceIdx) -> String {
        let span = self.sentence_span(at);
        let (start, end) = self.points.span(span);
        let section = self.doc.section_at(span.start).as_str();
        let heading = format!("Sentence {} ({start}-{end}), section {section}", at + 1);
        let mut page = self.page(&heading, at);
        let statements = self.statements().iter().enumerate();
        let made = statements.filter(|(_, s)| s.sentence == at).map(|(i, _)| self.statement(i));
        let events = self.events().iter().enumerate();
        let told = events.filter(|(_, e)| e.sentence == at).map(|(i, _)| self.event(i));
        let records: Vec<String> = made.chain(told).collect();
        let holding = self.statements().iter().zip(&self.record.statements);
        let holds = holding.filter(|(s, _)| s.content.iter().any(|c| c.contains(span)));
        let holds: Vec<String> = holds.map(|(_, told)| told.id.clone()).collect();
        if !holds.is_empty() {
            page.row("content of", &holds.join(", "));
        }
        page.row("records", &format!("{}", records.len()));
        let words = self.words_without_record(at);
        records.iter().for_each(|record| page.append(record));
        if !words.is_empty() {
            page.part("Words in the tables that made no record");
            words.iter().for_each(|line| page.line(line));
        }
        page.finish()
    }

    /// A line or more for each word of a table that made no record.
    fn words_without_record(&self, at: SentenceIdx) -> Vec<String> {
        let tokens = self.doc.sentences.as_ref().map_or(0..0, |s| s[at as usize].tokens.clone());
        tokens.flat_map(|t| self.as_cue(t).into_iter().chain(self.as_event(t))).collect()
    }

    /// Why a word in cues.tsv is the cue of no statement.
    fn as_cue(&self, token: TokenIdx) -> Vec<String> {
        let made = |s: &verbale_document::Statement| {
            let by_name = self.attribution(s).is_some_and(|a| a.cue == token);
            by_name || s.cue.iter().any(|c| c.contains(self.view.span(token)))
        };
        let listed = self.pipeline.statements.listed(&self.view, token);
        if listed.is_empty() || self.is_function_word(token) || self.statements().iter().any(made) {
            return Vec::new();
        }
        self.why(token, "cue", &listed, &self.traces.statements, None)
    }

    /// Why a word in events.tsv or event_nouns.tsv is in no event.
    fn as_event(&self, token: TokenIdx) -> Vec<String> {
        let made = |e: &verbale_document::Event| {
            self.coding(e)
                .is_some_and(|c| c.consumed.contains(&token) || c.trigger.contains(&token))
        };
        let events = &self.pipeline.events;
        let listed = events.listed(&self.view, token);
        if listed.is_empty() || self.is_function_word(token) || self.events().iter().any(made) {
            return Vec::new();
        }
        let unread = events.unread(&self.view, token);
        self.why(token, "event", &listed, &self.traces.events, unread)
    }

    /// Words that no table means, whatever their lemma ("is", "can").
    fn is_function_word(&self, token: TokenIdx) -> bool {
        use Upos::{Adj, Adv, Noun, Propn, Verb, X};
        !matches!(self.view.tree.token(token).upos, Adj | Adv | Noun | Propn | Verb | X)
    }

    /// Every reason for which a word led to nothing, with the rows that were tried.
    fn why(
        &self,
        token: TokenIdx,
        what: &str,
        listed: &[(Upos, RowRef)],
        trace: &Trace,
        unread: Option<Reason>,
    ) -> Vec<String> {
        let upos = self.view.tree.token(token).upos;
        let section = self.doc.section_at(self.view.span(token).start);
        let rows: Vec<RowRef> = listed.iter().map(|(_, row)| *row).collect();
        let own: Vec<&Dropped> =
            trace.dropped.iter().filter(|d| d.tokens.contains(&token)).collect();
        let reasons = match () {
            _ if !section.is_story() => vec![(Reason::Section(section), rows)],
            _ if !own.is_empty() => grouped(&own),
            _ if unread.is_some() => unread.into_iter().map(|why| (why, rows.clone())).collect(),
            _ if listed.iter().all(|(u, _)| *u != upos) => vec![(Reason::Tag(upos), rows)],
            _ => Vec::new(),
        };
        let head = format!("“{}” as {what}", self.doc.word(token));
        if reasons.is_empty() {
            return vec![format!("{head}: no rule took note of it")];
        }
        let line = |(why, rows): &(Reason, Vec<RowRef>)| self.line(&head, token, why, rows);
        reasons.iter().flat_map(line).collect()
    }

    fn line(&self, head: &str, token: TokenIdx, why: &Reason, rows: &[RowRef]) -> Vec<String> {
        let why_told = why.tell(&self.view);
        match (rows, why) {
            ([], _) => vec![format!("{head}: {why_told}")],
            ([row], Reason::Blocked) => {
                let lemma = [self.view.lemma(token).to_lowercase()];
                let cells = self.tables.lines(*row, &lemma).pop().unwrap_or_default();
                let place = self.tables.place(*row);
                vec![format!("{head}: {why_told}"), format!("    {place}: {cells}")]
            }
            (rows, _) => vec![format!("{head}: {why_told} ({})", self.tables.places(rows))],
        }
    }
}

/// Reasons in their order, those that decided first, each with its rows.
pub(super) fn grouped(dropped: &[&Dropped]) -> Vec<(Reason, Vec<RowRef>)> {
    let mut out: Vec<(Reason, Vec<RowRef>)> = Vec::new();
    for drop in dropped {
        match out.iter_mut().find(|(why, _)| *why == drop.why) {
            Some((_, rows)) => rows.extend(drop.row),
            None => out.push((drop.why.clone(), drop.row.into_iter().collect())),
        }
    }
    out.sort_by_key(|(why, _)| why.is_of_row());
    out
}
