//! Every target, a fixed number of rounds from a fixed seed: about a minute together. A round that fails
//! says how to have it again.

use verbale_fuzz::{TARGETS, run};

const SEED: u64 = 2031;

#[track_caller]
fn check(name: &str, rounds: u64) {
    let target = TARGETS.iter().find(|t| t.name == name).expect("a target of this name");
    run::rounds(target, SEED, rounds);
}

macro_rules! targets {
    ($($name:ident: $rounds:literal,)+) => {
        $(
            #[test]
            fn $name() {
                check(stringify!($name), $rounds);
            }
        )+

        #[test]
        fn every_target_is_tested() {
            let tested = [$(stringify!($name)),+];
            let names: Vec<&str> = TARGETS.iter().map(|t| t.name).collect();
            assert_eq!(names, tested);
        }
    };
}

targets! {
    record: 25000,
    story: 25000,
    reader: 6000,
    page: 2700,
    sources: 3000,
    feeds: 3000,
    engine: 15000,
    coder: 700,
    tables: 2000,
    atlas: 4500,
    treebank: 30000,
    names: 50000,
}
