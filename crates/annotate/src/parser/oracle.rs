//! The dynamic oracle: what an action costs in arcs that can no longer be reached.

use super::state::{Action, NONE, State};
use verbale_document::Deprel;

/// The reference tree of one sentence.
pub(crate) struct Oracle<'g> {
    heads: &'g [u32],
    relations: &'g [Deprel],
    last_child: Vec<u32>,
    children: Vec<Vec<u32>>,
}

impl<'g> Oracle<'g> {
    /// From governors ([`NONE`] for the root) and relations.
    pub(crate) fn new(heads: &'g [u32], relations: &'g [Deprel]) -> Self {
        let n = heads.len();
        let mut children = vec![Vec::new(); n + 1];
        for (token, &head) in heads.iter().enumerate() {
            children[if head == NONE { n } else { head as usize }].push(token as u32);
        }
        let last_child = children.iter().map(|c| c.last().copied().unwrap_or(0)).collect();
        Oracle { heads, relations, last_child, children }
    }

    /// The actions of the least cost (none, for projective trees) among those allowed, with the
    /// reference relation of the token they attach.
    pub(crate) fn best(&self, state: &State, out: &mut Vec<Action>) {
        let relation = |t: u32| self.relations[t as usize];
        let s0 = state.stack(0);
        out.clear();
        let mut costs = [u32::MAX; 3];
        let mut actions = [Action::Shift; 3];
        if state.can_shift() {
            costs[0] = self.cost_of_shift(state);
        }
        if state.can_left() {
            let at_root = state.next() == state.n();
            costs[1] = self.cost_of_left(state, s0);
            actions[1] = Action::Left(if at_root { Deprel::Root } else { inner(relation(s0)) });
        }
        if state.can_right() {
            costs[2] = self.cost_of_right(state, s0);
            actions[2] = Action::Right(inner(relation(s0)));
        }
        let least = costs.into_iter().min().unwrap_or(0);
        out.extend(costs.iter().zip(actions).filter(|(c, _)| **c == least).map(|(_, a)| a));
    }

    fn head(&self, token: u32) -> u32 {
        match self.heads[token as usize] {
            NONE => self.heads.len() as u32,
            head => head,
        }
    }

    fn cost_of_shift(&self, state: &State) -> u32 {
        let (next, s0) = (state.next(), state.stack(0));
        let below = |t: &&u32| **t != s0;
        let head = self.head(next);
        let lost_head = state.stacked().iter().filter(below).any(|&t| t == head);
        let lost = state.stacked().iter().filter(|&&t| self.head(t) == next).count();
        u32::from(lost_head) + lost as u32
    }

    fn cost_of_left(&self, state: &State, s0: u32) -> u32 {
        let head = self.head(s0);
        let lost_head = head == state.stack(1) || head > state.next();
        u32::from(lost_head) + self.dependents_ahead(state, s0)
    }

    fn cost_of_right(&self, state: &State, s0: u32) -> u32 {
        u32::from(self.head(s0) >= state.next()) + self.dependents_ahead(state, s0)
    }

    fn dependents_ahead(&self, state: &State, token: u32) -> u32 {
        if self.last_child[token as usize] < state.next() {
            return 0;
        }
        let children = &self.children[token as usize];
        (children.len() - children.partition_point(|&c| c < state.next())) as u32
    }
}

/// A root that was attached to another token all the same is most like a parataxis.
fn inner(relation: Deprel) -> Deprel {
    if relation == Deprel::Root { Deprel::Parataxis } else { relation }
}
