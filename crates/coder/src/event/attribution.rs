//! According to whom: the statements whose content holds an event's trigger.

use verbale_document::{Document, SentenceIdx, Span, Statement, StatementIdx};

/// Statements that hold `trigger` in their content, with those they are nested in, outermost
/// first. A statement whose own cue is the trigger does not hold it.
pub fn according_to(doc: &Document, trigger: Span) -> Vec<StatementIdx> {
    let statements: &[Statement] = doc.statements.as_deref().unwrap_or(&[]);
    let holds = |s: &Statement| {
        s.content.iter().any(|c| c.contains_at(trigger.start))
            && !s.cue.iter().any(|c| c.overlaps(trigger))
    };
    let mut found: Vec<StatementIdx> = Vec::new();
    for (i, _) in statements.iter().enumerate().filter(|(_, s)| holds(s)) {
        for up in chain(statements, i as StatementIdx) {
            if !found.contains(&up) {
                found.push(up);
            }
        }
    }
    found.sort_by_key(|&s| (depth(statements, s), width(&statements[s as usize]), s));
    found
}

/// The statement that an event is the making of: the one of its sentence whose cue names the event.
pub fn made_of(doc: &Document, trigger: &[Span], sentence: SentenceIdx) -> Option<StatementIdx> {
    let statements: &[Statement] = doc.statements.as_deref().unwrap_or(&[]);
    let names = |cue: &Span| trigger.iter().any(|t| cue.overlaps(*t));
    let made = |s: &Statement| s.sentence == sentence && s.cue.iter().any(names);
    statements.iter().position(made).map(|at| at as StatementIdx)
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
