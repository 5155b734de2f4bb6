//! Statements within statements, and through whom they came.

use super::cue::Cues;
use crate::View;
use crate::holders::Holders;
use crate::trace::Reason;
use verbale_document::{MentionKind, Span, Speaker, Statement, StatementIdx, TokenIdx, Upos};

/// Sets `parent` to the smallest statement whose content holds the cue, and `via` to the sources
/// that only pass a statement on ("Reuters reported, citing TASS, that Lavrov said ...").
pub(super) fn nest(view: &View, cues: &Cues, mut all: Vec<Statement>) -> Vec<Statement> {
    let near = Holders::new(view.doc, &all);
    let parent = |i| parent(view, &near, &all, i);
    let parents: Vec<Option<StatementIdx>> = (0..all.len()).map(parent).collect();
    for (statement, parent) in all.iter_mut().zip(&parents) {
        statement.parent = *parent;
    }
    let via: Vec<Vec<Speaker>> =
        (0..all.len()).map(|i| via(view, cues, (&near, &all), i)).collect();
    let cited: Vec<Option<Speaker>> =
        all.iter().map(|s| source_cited(view, cues, (&near, &all), s)).collect();
    for ((statement, via), cited) in all.iter_mut().zip(via).zip(cited) {
        statement.via = via;
        // "X, TASS reported, citing the ministry": the ministry says so.
        if let Some(reporter) = cited.and_then(|cited| statement.speaker.replace(cited)) {
            statement.via.push(reporter);
        }
    }
    let quoting = quoting(view, &near, &all);
    let passing = passing(view, cues, &near, &mut all);
    without(all, |i, s| is_citing(view, cues, s) || quoting[i] || passing[i])
}

/// "X said A, according to an outlet": the outlet only passes on what X said. Of each statement, whether it
/// is such; what it passes on came through its speaker.
fn passing(view: &View, cues: &Cues, near: &Holders, all: &mut [Statement]) -> Vec<bool> {
    let mut gone = vec![false; all.len()];
    for i in 0..all.len() {
        let outlet = all[i].speaker.clone().filter(|s| passes_on(view, cues, &all[i], s));
        let Some(outlet) = outlet.filter(|_| cue_lemma(view, &all[i]) == Some("according")) else {
            continue;
        };
        let told = same_content(view, near, all, i).find(|&j| !all[j].voice);
        if let Some(j) = told {
            all[j].via.push(outlet);
            gone[i] = true;
        }
    }
    gone
}

/// Of each statement, whether it only passes on, by "quoted X as saying", one that stands in it.
fn quoting(view: &View, near: &Holders, all: &[Statement]) -> Vec<bool> {
    let mut outer = vec![false; all.len()];
    all.iter().filter_map(|s| s.parent).for_each(|p| outer[p as usize] = true);
    let holds = |i: usize| outer[i] || same_content(view, near, all, i).any(|j| !all[j].voice);
    let quotes = |s: &Statement| cue_lemma(view, s) == Some("quote");
    all.iter().enumerate().map(|(i, s)| quotes(s) && holds(i)).collect()
}

/// Whom a report cites for what it tells, if its speaker only passes that on.
fn source_cited(
    view: &View,
    cues: &Cues,
    (near, all): (&Holders, &[Statement]),
    report: &Statement,
) -> Option<Speaker> {
    let speaker = report.speaker.as_ref()?;
    let passes = !cites(view, report) && passes_on(view, cues, report, speaker);
    cited(view, (near, all), report)
        .pop()
        .filter(|cited| passes && cited.mention != speaker.mention)
}

/// "citing a Togolese official": names a source of the report beside it and states nothing.
fn is_citing(view: &View, cues: &Cues, statement: &Statement) -> bool {
    let [content] = statement.content[..] else { return false };
    let verb = |t: TokenIdx| view.tree.token(t).upos == Upos::Verb;
    let tokens = view.doc.tokens_in(content);
    let citing = cites(view, statement) && !tokens.clone().any(verb);
    let outer = |t: &TokenIdx| view.tree.token(*t).head.is_none_or(|h| !tokens.contains(&h));
    // Who cites a reason states it.
    let somebody = |t: TokenIdx| {
        let lemma = view.lemma(t).to_lowercase();
        view.mention_of(t).is_some()
            || cues.is_people(&lemma)
            || cues.is_document(&lemma)
            || cues.signs_headlines(&lemma)
    };
    let citing = citing && tokens.clone().find(outer).is_none_or(somebody);
    if let (true, Some(cue)) = (citing, statement.cue.first()) {
        view.log.drop_all(view.doc.tokens_in(*cue), None, Reason::Cites);
    }
    citing
}

/// Takes statements out and renumbers the parents of the others.
fn without(all: Vec<Statement>, out: impl Fn(usize, &Statement) -> bool) -> Vec<Statement> {
    let gone: Vec<bool> = all.iter().enumerate().map(|(i, s)| out(i, s)).collect();
    let parents: Vec<Option<StatementIdx>> = all.iter().map(|s| s.parent).collect();
    let mut places = vec![0; all.len()];
    let mut next: StatementIdx = 0;
    for (place, gone) in places.iter_mut().zip(&gone) {
        *place = next;
        next += StatementIdx::from(!gone);
    }
    let mut kept = Vec::new();
    for (i, mut statement) in all.into_iter().enumerate() {
        let mut above = parents[i];
        while let Some(p) = above.filter(|&p| gone[p as usize]) {
            above = parents[p as usize];
        }
        statement.parent = above.map(|p| places[p as usize]);
        if !gone[i] {
            kept.push(statement);
        }
    }
    kept
}

fn size(content: &[Span]) -> usize {
    content.iter().map(|s| s.len()).sum()
}

/// Other statements that convey the very same words.
fn same_content<'a>(
    view: &View,
    near: &'a Holders,
    all: &'a [Statement],
    i: usize,
) -> impl Iterator<Item = usize> + 'a {
    let start = all[i].content.first().map(|c| c.start);
    let holding = start.map_or(&[][..], |at| near.holding(view.doc, at));
    let others = holding.iter().map(|&j| j as usize).filter(move |&j| j != i);
    others.filter(move |&j| all[j].content == all[i].content)
}

fn parent(view: &View, near: &Holders, all: &[Statement], i: usize) -> Option<StatementIdx> {
    let cue = *all[i].cue.first()?;
    let holds = |j: &usize| {
        let (other, mine) = (&all[*j], &all[i]);
        let within = other.content.iter().any(|s| s.contains(cue));
        *j != i && within && size(&other.content) > size(&mine.content)
    };
    let near = near.holding(view.doc, cue.start).iter().map(|&j| j as usize);
    near.filter(holds).min_by_key(|&j| size(&all[j].content)).map(|j| j as StatementIdx)
}

/// Passers-on above a statement, outermost first: organisations that report or cite.
fn via(view: &View, cues: &Cues, (near, all): (&Holders, &[Statement]), i: usize) -> Vec<Speaker> {
    let mut chain = Vec::new();
    let mut at = all[i].parent;
    while let Some(p) = at {
        let statement = &all[p as usize];
        if let Some(speaker) =
            statement.speaker.as_ref().filter(|s| passes_on(view, cues, statement, s))
        {
            chain.extend(cited(view, (near, all), statement));
            chain.push(speaker.clone());
        }
        at = statement.parent.filter(|_| chain.len() < 8);
    }
    chain.reverse();
    chain
}

fn passes_on(view: &View, cues: &Cues, statement: &Statement, speaker: &Speaker) -> bool {
    let organisation =
        speaker.mention.is_some_and(|m| view.doc.mention(m).kind == MentionKind::Organisation);
    let outlet = statement.source.iter().flat_map(|s| view.doc.tokens_in(*s));
    let outlet = outlet.into_iter().any(|t| {
        view.tree.token(t).upos == Upos::Noun && cues.is_outlet(&view.lemma(t).to_lowercase())
    });
    let press = speaker.code.as_ref().is_some_and(|c| c.sector() == Some("JRN"));
    (organisation || press || outlet)
        && cue_lemma(view, statement)
            .is_some_and(|l| l == "according" || cues.verb(l).is_some_and(|cue| cue.relays))
}

/// Whether a statement's cue cites or quotes somebody beside a report.
fn cites(view: &View, statement: &Statement) -> bool {
    let quotes = || {
        let cue = statement.cue.first().and_then(|c| view.doc.tokens_in(*c).last());
        cue.is_some_and(|t| super::verb::is_citing(view, t))
    };
    cue_lemma(view, statement) == Some("cite") || quotes()
}

/// The lemma of a cue's last word; "according" for "according to".
fn cue_lemma<'d>(view: &'d View, statement: &Statement) -> Option<&'d str> {
    let tokens = view.doc.tokens_in(*statement.cue.first()?);
    let first = tokens.clone().next().map(|t| view.doc.slice(view.span(t)))?;
    match first.eq_ignore_ascii_case("according") {
        true => Some("according"),
        false => tokens.last().map(|t| view.lemma(t)),
    }
}

/// Sources cited beside a report's cue in the same sentence, not in what it tells.
fn cited(view: &View, (near, all): (&Holders, &[Statement]), report: &Statement) -> Vec<Speaker> {
    let told = |s: &Statement| {
        let inside = |cue: &Span| report.content.iter().any(|c| c.contains(*cue));
        s.cue.iter().any(inside)
    };
    let beside = |s: &&Statement| cites(view, s) && !told(s);
    let named = |s: &Statement| {
        let content = *s.content.first()?;
        let inside = |t: TokenIdx| content.contains(view.span(t));
        let tokens = || view.doc.tokens_in(content);
        let outer = |t: &TokenIdx| view.tree.token(*t).head.is_none_or(|h| !inside(h));
        let head = tokens().find(outer).and_then(|t| view.mention_of(t));
        head.or_else(|| tokens().find_map(|t| view.actor_at(t))).map(|m| view.speaker(m))
    };
    let made = near.made(report.sentence).iter().map(|&i| &all[i as usize]);
    made.filter(beside).filter_map(named).collect()
}
