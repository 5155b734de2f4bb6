//! What others call states, bodies and acts: `tables/states.tsv`, `tables/groups.tsv`,
//! `tables/goldstein.tsv`.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Codes of a state or territory.
#[derive(Clone, Copy, Default)]
pub(super) struct State {
    pub(super) name: &'static str,
    /// Of the Correlates of War; empty where it is in no state system.
    pub(super) cow: &'static str,
    /// FIPS 10-4; empty where there is none, or more than one.
    pub(super) fips: &'static str,
}

/// Codes of a body of states.
#[derive(Clone, Copy, Default)]
pub(super) struct Group {
    /// Known group of CAMEO.
    pub(super) cameo: &'static str,
    /// In place of a state in PLOVER; empty where it is `IGO`.
    pub(super) plover: &'static str,
}

static STATES: LazyLock<HashMap<&str, State>> = LazyLock::new(|| {
    let state = |[iso3, name, cow, fips]: [&'static str; 4]| (iso3, State { name, cow, fips });
    rows(include_str!("../../tables/states.tsv")).map(state).collect()
});

static GROUPS: LazyLock<HashMap<&str, Group>> = LazyLock::new(|| {
    let group = |[body, cameo, plover]: [&'static str; 3]| (body, Group { cameo, plover });
    rows(include_str!("../../tables/groups.tsv")).map(group).collect()
});

static GOLDSTEIN: LazyLock<HashMap<&str, f64>> = LazyLock::new(|| {
    let score = |[cameo, score]: [&'static str; 2]| (cameo, score.parse().expect("a number"));
    rows(include_str!("../../tables/goldstein.tsv")).map(score).collect()
});

/// The state with a code of ISO 3166.
pub(super) fn state(iso3: &str) -> Option<State> {
    STATES.get(iso3).copied()
}

/// The body with a code `IGO.BODY`.
pub(super) fn group(body: &str) -> Option<Group> {
    GROUPS.get(body).copied()
}

/// The Goldstein score of a CAMEO code; a code that ends in 0 ("not specified below") has that of the code
/// above where it has none of its own.
pub(super) fn goldstein(cameo: &str) -> Option<f64> {
    let above = || GOLDSTEIN.get(cameo.strip_suffix('0')?);
    GOLDSTEIN.get(cameo).or_else(above).copied()
}

/// The rows of a built-in table below its comments and header.
fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    let lines = table.lines().filter(|l| !l.starts_with('#')).skip(1);
    lines.map(|line| {
        let mut cells = line.split('\t');
        [(); N].map(|()| cells.next().expect("the built-in table is whole"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_those_of_the_atlas() {
        let atlas = include_str!("../../../../atlas/tables/territories.tsv");
        let lines = atlas.lines().filter(|l| !l.starts_with('#')).skip(1);
        let names: HashMap<&str, &str> = lines
            .map(|line| line.split('\t').collect::<Vec<_>>())
            .map(|cells| (cells[0], cells[3]))
            .collect();
        let ours: HashMap<&str, &str> = STATES.iter().map(|(iso3, s)| (*iso3, s.name)).collect();
        assert_eq!(ours, names);
    }

    #[test]
    fn bodies_are_those_of_the_atlas() {
        let atlas = include_str!("../../../../atlas/tables/bodies.tsv");
        for body in GROUPS.keys() {
            assert!(atlas.contains(&format!("\nIGO.{body}\t")), "{body}");
        }
    }

    #[test]
    fn every_type_has_a_score_but_what_cameo_tables_of_gdelt_do_not_know() {
        let plover = include_str!("../../../../lexicons/en/plover.tsv");
        let lines = plover.lines().filter(|l| !l.starts_with('#')).skip(1);
        let codes = lines.filter_map(|line| line.split('\t').nth(4));
        let none: Vec<&str> = codes.filter(|code| goldstein(code).is_none()).collect();
        assert_eq!(none, ["176"], "a cyber attack");
        assert_eq!(goldstein("0860"), goldstein("086"));
        assert_eq!(goldstein("190"), Some(-10.0));
    }
}
