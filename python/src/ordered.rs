//! Many inputs through several workers, results in the order of the inputs.
//!
//! As the command's own run (`crates/cli/src/run.rs`), with threads that end with the call: a worker
//! takes the next input itself, and waits where the results that nobody has taken yet are many, so that
//! memory is bounded. The order of the results never depends on the number of threads. One worker works
//! in the thread of the caller: patterns keep scratch space for each thread that they have met, and a
//! caller who comes back often would leave a new one behind each time.

use crate::watch::{PATIENCE, Watch};
use pyo3::PyResult;
use std::collections::BTreeMap;
use std::iter::{Enumerate, Fuse};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// Inputs in flight for each worker.
const PER_WORKER: usize = 16;

/// What the threads share.
struct Feed<I: Iterator> {
    state: Mutex<State<I>>,
    taken: Condvar,
    n_in_flight: usize,
}

struct State<I: Iterator> {
    source: Enumerate<Fuse<I>>,
    n_fed: usize,
    n_taken: usize,
    stopped: bool,
}

impl<I: Iterator> Feed<I> {
    fn state(&self) -> MutexGuard<'_, State<I>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next input, when there is room for its result.
    fn next(&self) -> Option<(usize, I::Item)> {
        let full = |state: &mut State<I>| {
            !state.stopped && state.n_fed >= state.n_taken + self.n_in_flight
        };
        let state = self.taken.wait_while(self.state(), full);
        let mut state = state.unwrap_or_else(PoisonError::into_inner);
        if state.stopped {
            return None;
        }
        state.n_fed += 1;
        state.source.next()
    }

    fn take(&self) {
        self.state().n_taken += 1;
        self.taken.notify_all();
    }

    fn stop(&self) {
        self.state().stopped = true;
        self.taken.notify_all();
    }
}

/// Sends every item of `source` through one of the `workers` and every result, in order, to `sink`.
/// Called without Python's lock; `watch` takes it now and then.
///
/// # Errors
/// What `sink` or `watch` gives; what is being worked on is finished first and not handed over.
pub fn ordered<T, R, W>(
    source: impl Iterator<Item = T> + Send,
    workers: &mut [W],
    work: impl Fn(&mut W, T) -> R + Sync,
    watch: &mut Watch,
    mut sink: impl FnMut(R) -> PyResult<()>,
) -> PyResult<()>
where
    T: Send,
    R: Send,
    W: Send,
{
    if let [worker] = workers {
        for item in source {
            sink(work(worker, item))?;
            watch.count();
            watch.look()?;
        }
        return watch.ask();
    }
    let state = State {
        source: source.fuse().enumerate(),
        n_fed: 0,
        n_taken: 0,
        stopped: workers.is_empty(),
    };
    let n_in_flight = workers.len() * PER_WORKER;
    let feed = Feed { state: Mutex::new(state), taken: Condvar::new(), n_in_flight };
    let (done, results) = channel();
    thread::scope(|scope| {
        for worker in workers {
            let (done, feed, work) = (done.clone(), &feed, &work);
            scope.spawn(move || {
                while let Some((at, item)) = feed.next() {
                    if done.send((at, work(worker, item))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(done);
        let collected = collect(&results, &feed, watch, sink);
        feed.stop();
        collected
    })
}

fn collect<R, I: Iterator>(
    results: &Receiver<(usize, R)>,
    feed: &Feed<I>,
    watch: &mut Watch,
    mut sink: impl FnMut(R) -> PyResult<()>,
) -> PyResult<()> {
    let mut early = BTreeMap::new();
    let mut next = 0;
    loop {
        match results.recv_timeout(PATIENCE) {
            Ok((at, result)) => drop(early.insert(at, result)),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return watch.ask(),
        }
        while let Some(result) = early.remove(&next) {
            sink(result)?;
            watch.count();
            next += 1;
            feed.take();
        }
        watch.look()?;
    }
}
