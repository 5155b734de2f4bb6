//! What a long call does for Python in between: it hears Ctrl-C and tells how far it is.
//! When it does so goes by the clock; nothing that is written depends on it.

#![allow(clippy::disallowed_methods)]

use pyo3::prelude::*;
use std::time::{Duration, Instant};

/// How long Python waits at most to be asked.
pub const PATIENCE: Duration = Duration::from_millis(50);

/// Asks Python now and then.
pub struct Watch {
    tick: Option<Py<PyAny>>,
    asked: Instant,
    n_done: usize,
}

impl Watch {
    /// `tick` is called with the number of documents done since it was last called.
    pub fn new(tick: Option<Py<PyAny>>) -> Self {
        Watch { tick, asked: Instant::now(), n_done: 0 }
    }

    /// One document more is done.
    pub fn count(&mut self) {
        self.n_done += 1;
    }

    /// Asks Python, where that was long ago.
    ///
    /// # Errors
    /// `KeyboardInterrupt`, and what `tick` raises.
    pub fn look(&mut self) -> PyResult<()> {
        if self.asked.elapsed() < PATIENCE { Ok(()) } else { self.ask() }
    }

    /// Asks Python now.
    ///
    /// # Errors
    /// As [`Watch::look`].
    pub fn ask(&mut self) -> PyResult<()> {
        let n_done = std::mem::take(&mut self.n_done);
        let tick = self.tick.as_ref();
        let asked = Python::attach(|py| {
            py.check_signals()?;
            tick.filter(|_| n_done > 0).map_or(Ok(()), |tick| tick.call1(py, (n_done,)).map(drop))
        });
        self.asked = Instant::now();
        asked
    }
}
