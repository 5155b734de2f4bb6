//! No text and no page costs more than its size deserves.
//!
//! What is measured is the time that one processor spends on a thread, the least of several runs, which
//! other work on the machine hardly moves; what is demanded leaves room for what it does move. The same
//! families at full size are measured by `bench/growth`.

#![cfg(unix)]

use rustix::time::{ClockId, clock_gettime};
use verbale::read::{InputKind, Raw};
use verbale::{Coder, Story};
use verbale_tests::Family;

/// Bytes of the smaller text; the larger one is four times as long.
const SIZE: usize = 3_000;
/// How much longer four times the text may take: an exponent of 1.5, where growth in proportion is 4 and
/// growth with the square is 16.
const MOST: f64 = 8.0;

/// Seconds of processor time that this thread has used.
fn spent() -> f64 {
    let now = clock_gettime(ClockId::ThreadCPUTime);
    now.tv_sec as f64 + now.tv_nsec as f64 / 1e9
}

/// The least time of up to `runs` runs, fewer if `enough` is reached.
fn least(mut work: impl FnMut(), runs: usize, enough: f64) -> f64 {
    let mut best = f64::INFINITY;
    for _ in 0..runs {
        let start = spent();
        work();
        best = best.min(spent() - start);
        if best < enough {
            break;
        }
    }
    best
}

#[test]
fn texts_cost_what_their_size_deserves() {
    let coder = Coder::english();
    let mut worker = coder.worker();
    let families = Family::all("texts");
    assert!(families.len() >= 40);
    for family in families {
        // Some are no English; what counts is that they come back.
        let mut cost = |size, runs, enough| {
            let text = family.text(size);
            least(|| drop(coder.code_with(&mut worker, Story::text(text.as_str()))), runs, enough)
        };
        let small = cost(SIZE, 2, 0.0).max(0.001);
        let large = cost(4 * SIZE, 5, 0.6 * MOST * small);
        assert!(
            large < MOST * small,
            "{}: {small:.4} s, four times as long {large:.4} s",
            family.name
        );
    }
}

#[test]
fn pages_are_read_or_refused_by_what_they_weigh() {
    let coder = Coder::english();
    let families = Family::all("pages");
    assert!(families.len() >= 50);
    for family in families {
        for size in [40_000, 2_000_000] {
            let bytes = family.text(size).into_bytes();
            let raw = Raw::new("page.html", InputKind::Html, bytes);
            let Err(refused) = coder.pipeline().read(raw) else { continue };
            let why = refused.to_string();
            let weighed = ["a page ", "no article found", "binary data", "not English", "no text"];
            assert!(weighed.iter().any(|w| why.contains(w)), "{} of {size}: {why}", family.name);
        }
    }
}
