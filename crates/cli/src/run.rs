//! Many inputs through several workers, results in the order of the inputs.
//!
//! Memory is bounded: an input is read only when one of a fixed number of tickets is free, and a
//! ticket comes back when the result has been written. The order of the output never depends on
//! the number of threads.

use crate::interrupt;
use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, bounded};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

/// Inputs in flight for each worker.
const TICKETS_PER_WORKER: usize = 4;
/// How often a wait looks up to see whether the user wants to stop.
const PATIENCE: Duration = Duration::from_millis(100);

/// Sends every item of `source` through one of `jobs` workers and every result, in order, to `sink`.
///
/// `worker` makes the function of one worker thread. Ends early when `sink` fails, or, with what
/// has been begun written, when the user interrupts; then threads blocked on input are left behind
/// for the end of the process.
pub fn ordered<T, R, W, E>(
    source: impl Iterator<Item = T> + Send + 'static,
    jobs: usize,
    worker: impl Fn() -> W,
    mut sink: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E>
where
    T: Send + 'static,
    R: Send + 'static,
    W: FnMut(T) -> R + Send + 'static,
{
    let n_tickets = jobs * TICKETS_PER_WORKER;
    let (ticket_back, tickets) = bounded::<()>(n_tickets);
    let (feed, inputs) = bounded::<(usize, T)>(n_tickets);
    let (done, results) = bounded::<(usize, R)>(n_tickets);
    for _ in 0..n_tickets {
        ticket_back.send(()).expect("the queue holds every ticket");
    }
    for _ in 0..jobs {
        spawn_worker(worker(), inputs.clone(), done.clone());
    }
    drop((inputs, done));
    let fed = Arc::new(AtomicUsize::new(0));
    let n_fed = Arc::clone(&fed);
    thread::spawn(move || read(source, &tickets, &feed, &n_fed));
    collect(&results, &ticket_back, &fed, &mut sink)
}

fn spawn_worker<T, R>(
    mut work: impl FnMut(T) -> R + Send + 'static,
    inputs: Receiver<(usize, T)>,
    done: Sender<(usize, R)>,
) where
    T: Send + 'static,
    R: Send + 'static,
{
    thread::spawn(move || {
        for (at, item) in inputs {
            if done.send((at, work(item))).is_err() {
                return;
            }
        }
    });
}

fn read<T>(
    source: impl Iterator<Item = T>,
    tickets: &Receiver<()>,
    feed: &Sender<(usize, T)>,
    fed: &AtomicUsize,
) {
    let mut source = source.enumerate();
    while !interrupt::asked() {
        let Some(numbered) = source.next() else { return };
        fed.fetch_add(1, Ordering::SeqCst);
        if feed.send(numbered).is_err() || tickets.recv().is_err() {
            return;
        }
    }
}

/// Writes results in order. After an interrupt it waits for what was fed, not for more input.
fn collect<R, E>(
    results: &Receiver<(usize, R)>,
    ticket_back: &Sender<()>,
    fed: &AtomicUsize,
    sink: &mut impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    let mut early = BTreeMap::new();
    let mut next = 0;
    loop {
        match results.recv_timeout(PATIENCE) {
            Ok((at, result)) => drop(early.insert(at, result)),
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
            Err(RecvTimeoutError::Timeout) => {}
        }
        while let Some(result) = early.remove(&next) {
            sink(result)?;
            next += 1;
            let _ = ticket_back.try_send(());
        }
        if interrupt::asked() && next == fed.load(Ordering::SeqCst) {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_keep_the_order_of_inputs() {
        let mut seen = Vec::new();
        let slow_evens = || {
            |n: u64| {
                thread::sleep(Duration::from_micros(if n.is_multiple_of(2) { 300 } else { 0 }));
                n * n
            }
        };
        let done: Result<(), ()> = ordered(0..200u64, 3, slow_evens, |n| {
            seen.push(n);
            Ok(())
        });
        assert_eq!(done, Ok(()));
        assert_eq!(seen, (0..200).map(|n| n * n).collect::<Vec<u64>>());
    }

    #[test]
    fn a_failing_sink_ends_the_run() {
        let mut n = 0;
        let done = ordered(
            0..,
            2,
            || |n: u64| n,
            |_| {
                n += 1;
                if n == 5 { Err("full") } else { Ok(()) }
            },
        );
        assert_eq!(done, Err("full"));
    }
}
