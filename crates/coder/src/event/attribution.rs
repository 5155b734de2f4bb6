//! According to whom: the statements whose content holds an event's trigger.

use crate::View;
use verbale_document::{SentenceIdx, Span, Statement, StatementIdx};

/// Statements that hold `trigger` in their content, with those they are nested in, outermost
/// first. A statement whose own cue is the trigger does not hold it.
pub fn according_to(view: &View<'_>, trigger: Span) -> Vec<StatementIdx> {
    let statements: &[Statement] = view.doc.statements.as_deref().unwrap_or(&[]);
    let holds = |s: &Statement| {
        s.content.iter().any(|c| c.contains_at(trigger.start))
            && !s.cue.iter().any(|c| c.overlaps(trigger))
    };
    let mut found: Vec<StatementIdx> = Vec::new();
    let near = view.holders.holding(view.doc, trigger.start).iter();
    for &i in near.filter(|i| holds(&statements[**i as usize])) {
        for up in chain(statements, i) {
            if !found.contains(&up) {
                found.push(up);
            }
        }
    }
    found.sort_by_key(|&s| (depth(statements, s), width(&statements[s as usize]), s));
    found
}

/// The statement that an event is the making of: the one of its sentence whose cue names the event.
pub fn made_of(view: &View<'_>, trigger: &[Span], sentence: SentenceIdx) -> Option<StatementIdx> {
    let statements: &[Statement] = view.doc.statements.as_deref().unwrap_or(&[]);
    let names = |cue: &Span| trigger.iter().any(|t| cue.overlaps(*t));
    let made = |i: &&StatementIdx| statements[**i as usize].cue.iter().any(names);
    view.holders.made(sentence).iter().find(made).copied()
}

/// A statement and those it is nested in.
fn chain(statements: &[Statement], at: StatementIdx) -> Vec<StatementIdx> {
    let mut all = vec![at];
    while let Some(up) = statements[all[all.len() - 1] as usize].parent {
        if all.contains(&up) || up as usize >= statements.len() {
            break;
        }
        all.push(up);
    }
    all
}

fn depth(statements: &[Statement], at: StatementIdx) -> usize {
    chain(statements, at).len()
}

/// Wider contents first.
fn width(statement: &Statement) -> std::cmp::Reverse<usize> {
    std::cmp::Reverse(statement.content.iter().map(|c| c.len()).sum())
}
