//! Why an event was made.

use super::sentence::grouped;
use super::{Explainer, rules};
use verbale_coder::confidence::event_features;
use verbale_coder::trace::{Coding, Dropped, Reason, RowRef};
use verbale_document::{Event, MentionIdx, Participant, Span, TokenIdx, Upos, When};

impl Explainer<'_> {
    /// The explanation of the event at `at`.
    pub(super) fn event(&self, at: usize) -> String {
        let (e, told) = (&self.events()[at], &self.record.events[at]);
        let heading = format!("{} {}", told.id, self.record.tell_event(told));
        let mut page = self.page(&heading, e.sentence);
        let trigger: Vec<String> = e.trigger.iter().map(|s| self.quoted(*s)).collect();
        page.row("trigger", &trigger.join(", "));
        page.row("rule", &format!("{}: {}", e.by, rules::of_event(&e.by)));
        let made = self.coding(e);
        if let Some(made) = made {
            page.rows("row", &self.naming(made));
            page.rows("other rows", &self.other_rows(made));
            for governor in &made.governors {
                page.rows("governor", &self.governor(made.consumed[0], governor));
            }
        }
        page.rows("type", &self.kind(e, made));
        for (label, all) in [("actor", &e.actors), ("recipient", &e.recipients)] {
            for p in all {
                let mut lines = self.participant(p);
                lines.extend(made.and_then(|made| self.way(e, made, p)));
                page.rows(label, &lines);
            }
        }
        page.rows("told", &self.told(e, made));
        page.rows("voice", &self.voice(e));
        page.rows("date", &self.date(e.date.as_ref()));
        page.rows("place", &e.place.map_or(Vec::new(), |m| self.place(m)));
        if !e.contexts.is_empty() {
            let about = e.contexts.join(", ");
            page.row("contexts", &format!("{about}: by words of the sentence (contexts.tsv)"));
        }
        page.rows(
            "confidence",
            &self.weighed("events", e.confidence, &event_features(self.doc, e)),
        );
        page.finish()
    }

    /// What an event was made of.
    pub(super) fn coding(&self, e: &Event) -> Option<&Coding> {
        let spans =
            |c: &Coding| c.trigger.iter().map(|t| self.view.span(*t)).collect::<Vec<Span>>();
        let mut all = self.traces.events.codings.iter();
        all.find(|c| c.kind == e.kind && c.polarity == e.polarity && spans(c) == e.trigger)
    }

    /// The row that names the event.
    fn naming(&self, made: &Coding) -> Vec<String> {
        let lemmas: Vec<String> =
            made.trigger.iter().map(|t| self.view.lemma(*t).to_lowercase()).collect();
        made.row.map_or(Vec::new(), |row| self.tables.lines(row, &lemmas))
    }

    /// The rows of its word that were tried and did not fit.
    fn other_rows(&self, made: &Coding) -> Vec<String> {
        let own = self.traces.events.dropped.iter();
        let own: Vec<&Dropped> =
            own.filter(|d| d.tokens.contains(&made.consumed[0]) && d.row.is_some()).collect();
        let told = |(why, rows): &(Reason, Vec<RowRef>)| {
            format!("{}: {}", self.tables.places(rows), why.tell(&self.view))
        };
        grouped(&own).iter().map(told).collect()
    }

    fn governor(&self, word: TokenIdx, g: &verbale_coder::trace::Governing) -> Vec<String> {
        let lemma = [self.view.lemma(g.head).to_lowercase()];
        let way = self.path(g.head, word);
        let mut lines = vec![format!("“{}”: {way}; under it {}", self.doc.word(g.head), g.kind)];
        lines.extend(self.tables.lines(g.row, &lemma));
        lines
    }

    /// Type and mode, and how the telling made another type of what the words name.
    fn kind(&self, e: &Event, made: Option<&Coding>) -> Vec<String> {
        let at = |kind: &str, mode: &str| self.tables.of_type(kind, mode);
        let place = |row: Option<RowRef>| row.map_or(String::new(), |r| self.tables.place(r));
        let mode = e.mode.as_deref().unwrap_or_default();
        let named = if mode.is_empty() { String::new() } else { format!(", mode {mode}") };
        let (quad, score, cameo) = (e.quad, e.intensity, &e.cameo);
        let row = at(e.kind.as_str(), mode).or_else(|| at(e.kind.as_str(), ""));
        let mut lines = vec![format!(
            "{}{named}: quad {quad}, intensity {score}, cameo {cameo} ({})",
            e.kind,
            place(row)
        )];
        if let Some(made) = made.filter(|made| made.named != e.kind) {
            let row = place(at(made.named.as_str(), ""));
            lines.push(format!(
                "{} told as planned, announced or refused is {} ({row})",
                made.named, e.kind
            ));
        }
        lines
    }

    /// From the word that names an event to the phrase of a participant.
    fn way(&self, e: &Event, made: &Coding, p: &Participant) -> Option<String> {
        let mut heads = made.actors.iter().chain(&made.recipients).copied();
        let own = |t: &TokenIdx| p.span.contains(self.view.span(*t));
        let stands = |t: &TokenIdx| {
            let mention = self.view.mention_of(*t).or_else(|| self.view.owner_of(*t));
            p.mention.is_some() && mention == p.mention
        };
        let head = heads.clone().find(own).or_else(|| heads.find(stands));
        let head = head.or_else(|| p.mention.map(|m| self.doc.mention(m).head));
        let read = !e.by.starts_with("headline:");
        Some(format!("path {}", self.path(made.consumed[0], head.filter(|_| read)?)))
    }

    /// Polarity and modality, and the words that say so.
    fn told(&self, e: &Event, made: Option<&Coding>) -> Vec<String> {
        let (polarity, modality) = (e.polarity.as_str(), e.modality.as_str());
        let mut lines = vec![format!("polarity {polarity}, modality {modality}")];
        let Some(made) = made else { return lines };
        if made.row.is_some_and(|row| self.tables.cell(row, "flags").contains("negative")) {
            lines.push("its row has the flag `negative`".to_string());
        }
        // What governs a word changes it only as far as it has not become an act of its own.
        let words = made.consumed.iter().take(1).map(|t| (*t, None));
        let all = words.chain(made.governors.iter().map(|g| (g.head, Some(g))));
        let changed = made.governors.iter().any(|g| g.head == made.anchor);
        let own = all.skip_while(|(t, _)| changed && *t != made.anchor);
        for (word, governor) in own {
            let effect = governor.map(|g| self.tables.cell(g.row, "effect")).unwrap_or_default();
            let act = changed && word == made.anchor;
            if !act && !matches!(&*effect, "" | "do" | "accuse" | "undergo") {
                lines.push(format!("“{}” has the effect `{effect}`", self.doc.word(word)));
            }
            lines.extend(self.clause_told(word));
        }
        lines
    }

    /// What the clause of a word says of it, and by which words.
    fn clause_told(&self, word: TokenIdx) -> Vec<String> {
        let told = self.view.told(word);
        let verb = matches!(self.view.tree.token(word).upos, Upos::Verb | Upos::Adj);
        let flags = [
            (told.negated, "denied", &told.denials),
            (told.future && verb, "to come", &told.auxiliaries),
            (told.possible && verb, "possible", &told.auxiliaries),
            (told.background && verb, "background", &told.auxiliaries),
        ];
        let line = |(_, how, by): (bool, &str, &Vec<TokenIdx>)| {
            let by: Vec<String> = by.iter().map(|t| format!("“{}”", self.doc.word(*t))).collect();
            let by = if by.is_empty() { "its place in the tree".into() } else { by.join(", ") };
            format!("“{}” is told as {how}: by {by}", self.doc.word(word))
        };
        flags.into_iter().filter(|(is, ..)| *is).map(line).collect()
    }

    /// Which statements hold the event, and which it is the making of.
    fn voice(&self, e: &Event) -> Vec<String> {
        let label = |s: &u32| {
            let told = &self.record.statements[*s as usize];
            format!("{} by {}", told.id, told.speaker_label())
        };
        let mut lines: Vec<String> = e
            .according_to
            .iter()
            .map(|s| format!("{}: the trigger stands in its content", label(s)))
            .collect();
        if lines.is_empty() {
            lines.push("the outlet: the trigger stands in no statement's content".to_string());
        }
        lines.extend(e.statement.map(|s| format!("the event is the making of {}", label(&s))));
        lines
    }

    /// A date and the words it was read from.
    pub(super) fn date(&self, when: Option<&When>) -> Vec<String> {
        let line = |when: &When| match when.mention {
            Some(m) => format!("{}: {}", when.value, self.quoted(self.doc.mention(m).span)),
            None => format!("{}: the document's own", when.value),
        };
        when.map(line).into_iter().collect()
    }

    /// A place, by its words and its state.
    pub(super) fn place(&self, at: MentionIdx) -> Vec<String> {
        let m = self.doc.mention(at);
        let state = m.place.as_ref().and_then(|p| p.country.as_deref()).unwrap_or("no state");
        vec![format!("{}: {state}; {}", self.quoted(m.span), rules::of_mention(&m.by))]
    }
}
