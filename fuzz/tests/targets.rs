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
    record: 1000,
    story: 1000,
    reader: 1000,
    page: 100,
    sources: 1000,
    engine: 1000,
    coder: 300,
    tables: 500,
    atlas: 300,
    treebank: 1000,
    names: 1000,
}
