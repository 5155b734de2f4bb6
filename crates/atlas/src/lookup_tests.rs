//! Who is who, at dates.

use crate::Atlas;
use std::collections::BTreeSet;
use verbale_document::{Date, Lexicons};

fn atlas() -> Atlas {
    Atlas::new(&crate::lexicons()).expect("sound tables")
}

#[test]
fn offices_at_dates() {
    let atlas = atlas();
    let check = |name: &str, date: (i16, i8, i8), want: &str| {
        let found = atlas.lookup(name, Date::new(date.0, date.1, date.2).ok());
        let codes: Vec<_> =
            found.iter().filter_map(|c| c.entity.code.as_ref()).map(|c| c.as_str()).collect();
        assert_eq!(codes.first(), Some(&want), "{name} at {date:?}: {codes:?}");
    };
    check("Sergei Lavrov", (2024, 6, 21), "RUS.GOV.MFA");
    check("Sergey Lavrov", (2010, 1, 1), "RUS.GOV.MFA");
    check("Gordon Brown", (2010, 1, 1), "GBR.GOV.PM");
    check("Theresa May", (2018, 1, 1), "GBR.GOV.PM");
    check("Boris Johnson", (2022, 1, 1), "GBR.GOV.PM");
    check("Boris Johnson", (2017, 1, 1), "GBR.GOV.MFA");
    check("Volodymyr Zelensky", (2022, 3, 1), "UKR.GOV.PRES");
    check("Zelenskiy", (2022, 3, 1), "UKR.GOV.PRES");
    check("Recep Tayyip Erdoğan", (2010, 1, 1), "TUR.GOV.PM");
    check("the Kremlin", (2024, 1, 1), "RUS.GOV");
    check("Kazakhs", (2024, 1, 1), "KAZ");
    check("Hezbollah", (2024, 1, 1), "LBN.REB.HEZ");
    check("Reuters", (2024, 1, 1), "GBR.JRN");
    check("Xinhua News Agency", (2024, 1, 1), "CHN.JRN");
    check("the New York Times", (2024, 1, 1), "USA.JRN");
}

/// The totals that bodies published, at ten dates.
#[test]
fn as_many_members_as_published() {
    let atlas = atlas();
    let rows = include_str!("../tests/members.tsv").lines().filter(|l| !l.starts_with('#'));
    let mut bodies = BTreeSet::new();
    for row in rows.skip(1) {
        let mut cells = row.split('\t');
        let mut cell = || cells.next().expect("four cells");
        let (code, date, count) = (cell(), cell(), cell());
        let body = atlas.bodies.iter().find(|b| b.code.as_str() == code).expect("a known body");
        let members = body.members(Some(date.parse().expect("a date")));
        assert_eq!(members.len().to_string(), count, "{code} on {date}: {members:?}");
        bodies.insert(code);
    }
    assert!(bodies.len() >= 80, "only {} bodies", bodies.len());
}

#[test]
fn tables_do_not_contradict_themselves() {
    assert_eq!(atlas().check(), Vec::<String>::new());
}

#[test]
fn indexes_made_at_run_time_are_those_built_in() {
    let built_in = crate::lexicons();
    let mut own = Lexicons::default();
    built_in.iter().for_each(|(name, text)| own.insert(name, text));
    let [built_in, own] = [built_in, own].map(|l| Atlas::new(&l).expect("sound tables"));
    let date = Some(Date::constant(2019, 5, 1));
    let names =
        ["Smith", "Georgia", "Springfield", "St. Louis", "NATO", "Kim", "Labour Party", "Ohio"];
    for name in names {
        let found = built_in.lookup(name, date);
        assert!(!found.is_empty(), "{name}");
        assert_eq!(found, own.lookup(name, date), "{name}");
    }
    let all = |atlas: &Atlas| atlas.persons.iter().map(|p| format!("{p:?}")).collect::<Vec<_>>();
    assert_eq!(all(&built_in), all(&own));
}
