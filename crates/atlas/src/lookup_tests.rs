//! Who is who, at dates.

use crate::{Atlas, LEXICONS};
use verbale_document::{Date, Lexicons};

fn atlas() -> Atlas {
    Atlas::new(&Lexicons::from_pairs(LEXICONS.iter().copied())).expect("sound tables")
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
}

#[test]
fn members_at_dates() {
    let atlas = atlas();
    let check = |name: &str, date: (i16, i8, i8), want: usize| {
        let found = atlas.lookup(name, Date::new(date.0, date.1, date.2).ok());
        assert_eq!(found[0].entity.members.len(), want, "{name} at {date:?}");
    };
    check("NATO", (2019, 1, 1), 29);
    check("NATO", (2020, 4, 1), 30);
    check("NATO", (2023, 5, 1), 31);
    check("NATO", (2024, 4, 1), 32);
    check("European Union", (2019, 1, 1), 28);
    check("EU", (2021, 1, 1), 27);
    check("CSTO", (2024, 6, 21), 6);
    check("CSTO", (2010, 1, 1), 7);
    check("BRICS", (2020, 1, 1), 5);
    check("BRICS", (2024, 2, 1), 9);
    check("BRICS", (2025, 2, 1), 10);
    check("ECOWAS", (2024, 1, 1), 15);
    check("ECOWAS", (2025, 3, 1), 12);
    check("African Union", (2024, 1, 1), 55);
    check("G7", (2024, 1, 1), 7);
    check("SCO", (2024, 8, 1), 10);
    check("ASEAN", (2024, 1, 1), 10);
    check("Council of Europe", (2024, 1, 1), 46);
    check("Arab League", (2024, 1, 1), 22);
    check("Eurozone", (2024, 1, 1), 20);
    check("OPEC", (2024, 2, 1), 12);
    check("GCC", (2024, 1, 1), 6);
}

#[test]
fn tables_do_not_contradict_themselves() {
    assert_eq!(atlas().check(), Vec::<String>::new());
}
