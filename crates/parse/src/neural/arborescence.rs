//! The maximum spanning arborescence of a dense graph in O(n²): paths are grown from a vertex to the root,
//! cycles are contracted where they close, and the contractions are undone from the top (Tarjan 1977;
//! Camerini, Fratta & Maffioli 1979).

/// Writes to `heads` (but for the root, 0) the head of each of the `n` vertices in the best tree under it.
/// `scores[d * n + h]` is the score of `d` under `h`, negative infinity on the diagonal; it is written over.
/// Equal scores go to the lower head.
pub(super) fn arborescence(scores: &mut [f32], n: usize, heads: &mut [usize]) {
    let mut graph = Graph::new(scores, n);
    let mut settled = vec![false; n];
    settled[0] = true;
    for start in 1..n {
        if settled[start] {
            continue;
        }
        let mut path = vec![start];
        while let Some(&node) = path.last() {
            let head = graph.choose(node);
            if settled[head] {
                break;
            }
            let next = graph.top[head];
            match path.iter().position(|p| *p == next) {
                Some(closes) => {
                    let cycle = path.split_off(closes);
                    path.push(graph.contract(cycle));
                }
                None => path.push(next),
            }
        }
        for node in path {
            (0..n).filter(|v| graph.top[*v] == node).for_each(|v| settled[v] = true);
        }
    }
    graph.expand(heads);
}

/// Vertices (below `n`) and contracted cycles (from `n`), both called nodes.
struct Graph<'a> {
    n: usize,
    /// A row for each node that is not in a cycle: what each head would be worth to it.
    scores: &'a mut [f32],
    /// The vertex of the node that would come under that head.
    enters: Vec<usize>,
    /// The row of each node; a cycle takes over that of its first member.
    row: Vec<usize>,
    /// The arc chosen for each node: head and dependent, both vertices.
    arc: Vec<(usize, usize)>,
    /// The outermost node that each vertex is in.
    top: Vec<usize>,
    /// The cycle that each node is in.
    cycle_of: Vec<Option<usize>>,
    /// The members of each cycle.
    members: Vec<Vec<usize>>,
}

impl<'a> Graph<'a> {
    fn new(scores: &'a mut [f32], n: usize) -> Self {
        Self {
            n,
            scores,
            enters: (0..n * n).map(|i| i / n).collect(),
            row: (0..n).collect(),
            arc: vec![(0, 0); n],
            top: (0..n).collect(),
            cycle_of: vec![None; n],
            members: Vec::new(),
        }
    }

    /// Chooses the best arc into a node; its head.
    fn choose(&mut self, node: usize) -> usize {
        let first = self.row[node] * self.n;
        let row = &self.scores[first..first + self.n];
        let head = (0..self.n).fold(0, |best, h| if row[h] > row[best] { h } else { best });
        self.arc[node] = (head, self.enters[first + head]);
        head
    }

    /// Makes one node of a cycle. An arc into it is worth what it gains over the one it replaces.
    fn contract(&mut self, cycle: Vec<usize>) -> usize {
        let (n, node) = (self.n, self.row.len());
        let into = self.row[cycle[0]] * n;
        for (place, member) in cycle.iter().enumerate() {
            let from = self.row[*member] * n;
            let replaced = self.scores[from + self.arc[*member].0];
            for h in 0..n {
                let gain = self.scores[from + h] - replaced;
                if place == 0 || gain > self.scores[into + h] {
                    self.scores[into + h] = gain;
                    self.enters[into + h] = self.enters[from + h];
                }
            }
            self.cycle_of[*member] = Some(node);
        }
        for vertex in 0..n {
            if cycle.contains(&self.top[vertex]) {
                self.top[vertex] = node;
                self.scores[into + vertex] = f32::NEG_INFINITY;
            }
        }
        self.row.push(into / n);
        self.arc.push((0, 0));
        self.cycle_of.push(None);
        self.members.push(cycle);
        node
    }

    /// Each node keeps its arc, but for those through which a cycle is entered.
    fn expand(&self, heads: &mut [usize]) {
        let mut open: Vec<usize> =
            (1..self.row.len()).filter(|v| self.cycle_of[*v].is_none()).collect();
        while let Some(node) = open.pop() {
            let (head, dependent) = self.arc[node];
            heads[dependent] = head;
            let mut inner = dependent;
            while inner != node {
                let Some(outer) = self.cycle_of[inner] else { break };
                open.extend(self.members[outer - self.n].iter().filter(|m| **m != inner));
                inner = outer;
            }
        }
    }
}
