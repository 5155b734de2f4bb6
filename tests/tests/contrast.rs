//! Contrasts of `tests/cases/contrast/`: short texts that differ in one respect, such as who is done to,
//! whether it happened, or who says so. One is held if every expectation on all its texts is, so that a
//! rule that says the same of both texts gains nothing. Says nothing of whole stories; `story.rs` does.
//!
//! Those that are known to fail are listed in `contrast.misses`. To write the list anew:
//! `UPDATE=1 cargo test --release -p verbale-tests --test contrast`.

#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use std::fs;
use std::path::Path;
use verbale::Coder;
use verbale_tests::{Contrast, Misses, cases};

#[test]
fn contrasts_are_held() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/contrast");
    let coder = Coder::english();
    let mut misses = Misses::of(&folder.join("contrast.txt"));
    for path in cases(&folder).expect("a folder of contrasts") {
        count(&coder, &path, &mut misses);
    }
    assert!(misses.rows() >= 1_000, "only {} contrasts", misses.rows());
    misses.check();
}

/// Counts the contrasts of a file and prints how many are held.
fn count(coder: &Coder, path: &Path, misses: &mut Misses) {
    let phenomenon = path.file_stem().unwrap_or_default().to_string_lossy();
    let file = fs::read_to_string(path).unwrap_or_else(|e| panic!("{phenomenon}: {e}"));
    let contrasts = Contrast::parse(&file).unwrap_or_else(|e| panic!("{phenomenon}: {e}"));
    let mut worker = coder.worker();
    let mut held = 0;
    for contrast in &contrasts {
        let wrong = contrast.wrong(coder, &mut worker);
        held += usize::from(wrong.is_empty());
        let got = (!wrong.is_empty()).then(|| wrong.join("\n    "));
        misses.count(&format!("{phenomenon}: {}", contrast.name), got);
    }
    println!("{phenomenon}: {held} of {}", contrasts.len());
}
