//! What a piece of work takes of memory, on Linux (proc(5): `clear_refs`, `VmHWM`, `VmRSS`); elsewhere not known.

#![allow(clippy::disallowed_methods)]

use std::fs;

/// The memory of this process in use when it was looked at, in kilobytes, with the peak begun anew.
pub struct Memory(Option<u64>);

impl Memory {
    /// Begins to watch.
    pub fn now() -> Self {
        let anew = fs::write("/proc/self/clear_refs", "5");
        Memory(anew.ok().and_then(|()| status("VmRSS:")))
    }

    /// How far the peak since then lies above it, in kilobytes.
    pub fn grown(&self) -> Option<u64> {
        Some(status("VmHWM:")?.saturating_sub(self.0?))
    }
}

fn status(key: &str) -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(key))?;
    line.split_whitespace().next()?.parse().ok()
}
