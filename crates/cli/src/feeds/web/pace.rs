//! When a host may be asked: a pause behind each request, and as late as it wants (RFC 9110, 10.2.3).

use crate::interrupt;
use std::collections::HashMap;
use std::thread;
use std::time::{Duration, Instant};

/// The longest time that a host is waited for; one that wants more is not asked again in this run.
const MAX_WAIT: Duration = Duration::from_secs(60);
/// How often a wait looks up to see whether the user wants to stop.
const PATIENCE: Duration = Duration::from_millis(50);

/// Whether a host may be asked.
pub enum Turn {
    /// It may.
    Now,
    /// Not in this run; says why.
    Later(String),
    /// The user wants to stop.
    Stopped,
}

/// When hosts may be asked.
pub struct Pace {
    pause: Duration,
    next: HashMap<String, Instant>,
    closed: HashMap<String, Option<Duration>>,
}

impl Pace {
    /// With so long a pause.
    pub fn new(pause: Duration) -> Self {
        Pace { pause, next: HashMap::new(), closed: HashMap::new() }
    }

    /// Waits until a host may be asked.
    pub fn turn(&self, host: &str) -> Turn {
        match self.closed.get(host) {
            Some(Some(wait)) => {
                let why = format!("the host is not to be asked for {} s", wait.as_secs());
                return Turn::Later(why);
            }
            Some(None) => {
                return Turn::Later("the host has had too many requests; try later".into());
            }
            None => {}
        }
        loop {
            if interrupt::code().is_some() {
                return Turn::Stopped;
            }
            let now = Instant::now();
            match self.next.get(host).filter(|next| **next > now) {
                Some(next) => thread::sleep((*next - now).min(PATIENCE)),
                None => return Turn::Now,
            }
        }
    }

    /// A host was asked just now.
    pub fn asked(&mut self, host: &str) {
        self.next.insert(host.to_string(), Instant::now() + self.pause);
    }

    /// A host wants to be left alone for so long, or for as long as it does not say; whether it is waited for.
    pub fn hold(&mut self, host: &str, wait: Option<Duration>) -> bool {
        let short = wait.filter(|wait| *wait <= MAX_WAIT);
        match short {
            Some(wait) => {
                let next = Instant::now() + wait.max(self.pause);
                self.next.insert(host.to_string(), next);
            }
            None => drop(self.closed.insert(host.to_string(), wait)),
        }
        short.is_some()
    }
}
