//! The engine of this process: built when it is first asked for, shared by all threads.
//!
//! A process may fork at any moment at which some thread holds Python's lock. Whoever builds the engine
//! or takes workers holds that lock (`Python` is the proof), so that a child never finds either half
//! done.

use pyo3::prelude::*;
use std::sync::{Mutex, OnceLock, PoisonError};
use std::thread::available_parallelism;
use verbale::{Pipeline, Worker};

static ENGINE: OnceLock<Pipeline> = OnceLock::new();

/// Scratch space that nobody uses at the moment.
static IDLE: Mutex<Vec<Worker>> = Mutex::new(Vec::new());

/// The engine with the built-in tables and model.
pub fn engine(_attached: Python<'_>) -> &'static Pipeline {
    ENGINE.get_or_init(|| Pipeline::builtin().expect("the built-in tables and models are sound"))
}

/// Scratch space for `n` threads.
pub fn workers(attached: Python<'_>, n: usize) -> Vec<Worker> {
    let engine = engine(attached);
    let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
    let keep = idle.len().saturating_sub(n);
    let mut taken = idle.split_off(keep);
    taken.resize_with(n, || engine.worker());
    taken
}

/// Gives scratch space back for the next call; what is more than a piece for each core is given up.
pub fn put_back(_attached: Python<'_>, workers: Vec<Worker>) {
    let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
    idle.extend(workers);
    idle.truncate(available_parallelism().map_or(1, usize::from));
}
