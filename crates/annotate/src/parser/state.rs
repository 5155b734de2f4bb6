//! Configurations of the arc-hybrid system and the actions between them.

use crate::perceptron::Scores;
use verbale_document::Deprel;

/// "No token".
pub(crate) const NONE: u32 = u32::MAX;

const N_LABELS: usize = Deprel::ALL.len();
const ROOT: usize = Deprel::Root as usize;

/// Number of actions: shift, and left and right arcs with every relation.
pub(crate) const N_ACTIONS: usize = 1 + 2 * N_LABELS;

/// A transition.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Action {
    /// Moves the first token of the buffer to the stack.
    Shift,
    /// Attaches the top of the stack to the first of the buffer and pops it.
    Left(Deprel),
    /// Attaches the top of the stack to the token below it and pops it.
    Right(Deprel),
}

impl Action {
    /// Its number, the label of the perceptron.
    pub(crate) fn index(self) -> usize {
        match self {
            Action::Shift => 0,
            Action::Left(relation) => 1 + relation as usize,
            Action::Right(relation) => 1 + N_LABELS + relation as usize,
        }
    }

    fn from_index(index: usize) -> Self {
        match index {
            0 => Action::Shift,
            i if i <= N_LABELS => Action::Left(Deprel::ALL[i - 1]),
            i => Action::Right(Deprel::ALL[i - 1 - N_LABELS]),
        }
    }
}

/// What has been attached to a token on one side.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Side {
    /// The outermost dependent and the one before it.
    pub(crate) outer: [u32; 2],
    /// Their relations, one bit each.
    pub(crate) relations: u64,
}

const EMPTY: Side = Side { outer: [NONE; 2], relations: 0 };

impl Side {
    fn push(&mut self, token: u32, relation: Deprel) {
        self.outer = [token, self.outer[0]];
        self.relations |= 1 << (relation as u64 % 64);
    }
}

/// A configuration: stack, buffer and the arcs so far. Reused from sentence to sentence.
#[derive(Clone, Debug, Default)]
pub(crate) struct State {
    n: u32,
    next: u32,
    stack: Vec<u32>,
    /// Governor of every token; [`NONE`] for the root of the sentence.
    pub(crate) heads: Vec<u32>,
    /// Relation of every token.
    pub(crate) relations: Vec<Deprel>,
    left: Vec<Side>,
    right: Vec<Side>,
}

impl State {
    /// The first configuration of a sentence of `n` tokens.
    pub(crate) fn start(&mut self, n: usize) {
        self.n = n as u32;
        self.next = 0;
        self.stack.clear();
        refill(&mut self.heads, n, NONE);
        refill(&mut self.relations, n, Deprel::Dep);
        refill(&mut self.left, n + 1, EMPTY);
        refill(&mut self.right, n + 1, EMPTY);
    }

    /// Governor of token `i`, `None` for the root.
    pub(crate) fn head(&self, i: usize) -> Option<u32> {
        Some(self.heads[i]).filter(|h| *h != NONE)
    }

    /// Whether every token has its governor.
    pub(crate) fn is_final(&self) -> bool {
        self.next == self.n && self.stack.is_empty()
    }

    /// First token of the buffer; the number of tokens where only the root is left.
    pub(crate) fn next(&self) -> u32 {
        self.next
    }

    /// Number of tokens.
    pub(crate) fn n(&self) -> u32 {
        self.n
    }

    /// The `i`th token from the top of the stack, or [`NONE`].
    pub(crate) fn stack(&self, i: usize) -> u32 {
        self.stack.len().checked_sub(i + 1).map_or(NONE, |at| self.stack[at])
    }

    /// Tokens on the stack, bottom first.
    pub(crate) fn stacked(&self) -> &[u32] {
        &self.stack
    }

    /// Dependents of `token` to its left.
    pub(crate) fn left(&self, token: u32) -> &Side {
        self.left.get(token as usize).unwrap_or(&EMPTY)
    }

    /// Dependents of `token` to its right.
    pub(crate) fn right(&self, token: u32) -> &Side {
        self.right.get(token as usize).unwrap_or(&EMPTY)
    }

    /// Whether the next token may be shifted.
    pub(crate) fn can_shift(&self) -> bool {
        self.next < self.n
    }

    /// Whether the top may be attached to the first of the buffer. The root takes one dependent.
    pub(crate) fn can_left(&self) -> bool {
        !self.stack.is_empty() && (self.next < self.n || self.stack.len() == 1)
    }

    /// Whether the top may be attached to the token below it.
    pub(crate) fn can_right(&self) -> bool {
        self.stack.len() > 1
    }

    /// The action, where there is no choice.
    pub(crate) fn only_action(&self) -> Option<Action> {
        match (self.stack.len(), self.next < self.n) {
            (0, true) => Some(Action::Shift),
            (1, false) => Some(Action::Left(Deprel::Root)),
            _ => None,
        }
    }

    /// The allowed action of the largest score.
    pub(crate) fn best_action(&self, scores: &Scores) -> Action {
        let left = 1..1 + N_LABELS;
        let right = 1 + N_LABELS..N_ACTIONS;
        let mut top = if self.can_shift() { Some(0) } else { None };
        let mut consider = |i: usize| {
            if top.is_none_or(|t: usize| scores[i] > scores[t]) {
                top = Some(i);
            }
        };
        if self.can_left() {
            left.filter(|&i| i != 1 + ROOT).for_each(&mut consider);
        }
        if self.can_right() {
            right.filter(|&i| i != 1 + N_LABELS + ROOT).for_each(&mut consider);
        }
        self.only_action().unwrap_or_else(|| Action::from_index(top.unwrap_or(0)))
    }

    /// Takes an allowed action.
    pub(crate) fn apply(&mut self, action: Action) {
        match action {
            Action::Shift => {
                self.stack.push(self.next);
                self.next += 1;
            }
            Action::Left(relation) => {
                if let Some(token) = self.stack.pop() {
                    self.left[self.next as usize].push(token, relation);
                    let head = if self.next == self.n { NONE } else { self.next };
                    self.attach(token, head, relation);
                }
            }
            Action::Right(relation) => {
                if let (Some(token), Some(&head)) = (self.stack.pop(), self.stack.last()) {
                    self.right[head as usize].push(token, relation);
                    self.attach(token, head, relation);
                }
            }
        }
    }

    fn attach(&mut self, token: u32, head: u32, relation: Deprel) {
        self.heads[token as usize] = head;
        self.relations[token as usize] = relation;
    }
}

fn refill<T: Copy>(list: &mut Vec<T>, n: usize, value: T) {
    list.clear();
    list.resize(n, value);
}
