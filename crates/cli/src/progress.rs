//! Progress of a long run, on standard error and only on a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;
use std::time::Duration;

/// A line that tells how many documents and words have gone through.
pub struct Progress {
    bar: ProgressBar,
    words: u64,
}

impl Progress {
    /// Shown when standard error is a terminal and `quiet` is off; with the time that is left where
    /// the number of documents is known.
    pub fn new(quiet: bool, documents: Option<usize>) -> Self {
        let show = !quiet && std::io::stderr().is_terminal();
        let target = if show { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(documents.map(|n| n as u64), target);
        let style = ProgressStyle::with_template(match documents {
            Some(_) => "{spinner} {pos} of {len} documents, {msg} [{elapsed}, {eta} left]",
            None => "{spinner} {pos} documents, {msg} [{elapsed}]",
        });
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
        bar.enable_steady_tick(Duration::from_millis(200));
        Progress { bar, words: 0 }
    }

    /// One more document of `words` words.
    pub fn document(&mut self, words: usize) {
        self.words += words as u64;
        let seconds = self.bar.elapsed().as_secs_f64().max(1e-3);
        let rate = self.words as f64 / seconds;
        self.bar.set_message(format!("{} words, {rate:.0} words/s", self.words));
        self.bar.inc(1);
    }

    /// Prints a line without tearing the progress line.
    pub fn suspend(&self, print: impl FnOnce()) {
        self.bar.suspend(print);
    }

    /// Takes the line away.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
