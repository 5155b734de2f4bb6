//! Ctrl-C: the first asks the run to finish what it has begun, the second ends it.

use std::sync::atomic::{AtomicBool, Ordering};

static ASKED: AtomicBool = AtomicBool::new(false);

/// Listens for interrupts from now on.
pub fn listen() {
    let heard = ctrlc::set_handler(|| {
        if asked() {
            std::process::exit(130);
        }
        // Told before it is known, so that it stands before the last words of the run.
        eprintln!("verbale: interrupted; finishing what was read (again to stop at once)");
        ASKED.store(true, Ordering::SeqCst);
    });
    if let Err(error) = heard {
        eprintln!("verbale: interrupts cannot be caught ({error}); the run goes on");
    }
}

/// Whether the user has asked to stop.
pub fn asked() -> bool {
    ASKED.load(Ordering::SeqCst)
}
