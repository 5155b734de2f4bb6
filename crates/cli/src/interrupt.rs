//! Ctrl-C and TERM: the first asks the run to finish what it has begun, the second ends it.

use crate::message::say;
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};

/// What has been heard.
#[derive(Default)]
struct Heard {
    /// The number of the last signal; 0 before the first.
    signal: Arc<AtomicUsize>,
    /// Whether the next signal ends the process.
    armed: Arc<AtomicBool>,
    told: AtomicBool,
}

static HEARD: LazyLock<Heard> = LazyLock::new(Heard::default);

/// Listens for interrupts from now on.
pub fn listen() {
    let listen = |signal| {
        // Actions run in the order of their registration: the first signal only arms the end.
        let end = Arc::clone(&HEARD.armed);
        flag::register_conditional_shutdown(signal, i32::from(code_of(signal)), end)?;
        flag::register(signal, Arc::clone(&HEARD.armed))?;
        flag::register_usize(signal, Arc::clone(&HEARD.signal), signal.unsigned_abs() as usize)
    };
    if let Err(error) = [SIGINT, SIGTERM].into_iter().try_for_each(|s| listen(s).map(drop)) {
        say(format_args!("interrupts cannot be caught ({error}); the run goes on"));
    }
}

/// Whether the user has asked to stop; the first time it says so, for a person.
pub fn asked() -> bool {
    let asked = code().is_some();
    if asked && !HEARD.told.swap(true, Ordering::SeqCst) {
        say("interrupted; finishing what was read (again to stop at once)");
    }
    asked
}

/// The exit code of an interrupted run, as shells have it: 130 after Ctrl-C, 143 after TERM.
pub fn code() -> Option<u8> {
    match HEARD.signal.load(Ordering::SeqCst) {
        0 => None,
        signal => Some(code_of(i32::try_from(signal).unwrap_or(SIGINT))),
    }
}

fn code_of(signal: i32) -> u8 {
    u8::try_from(128 + signal).unwrap_or(130)
}
