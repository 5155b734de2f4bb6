//! Actor codes match by parts: `RUS` is satisfied by `RUS.GOV.MFA`, `RUS.MFA` is too. `-` is satisfied by
//! nobody with a code, `RUS|BLR` by either.

use serde_json::Value;

/// Whether every code of `want` (separated by commas) is borne by one of the items.
pub(crate) fn all_borne(items: &[&Value], want: &str) -> bool {
    if want == "-" {
        return items.iter().all(|item| item["code"].is_null());
    }
    want.split(',').all(|code| items.iter().any(|item| bears(item["code"].as_str(), code)))
}

/// The same for codes that stand bare in a list, such as the members of a group.
pub(crate) fn all_listed(codes: &[&Value], want: &str) -> bool {
    want.split(',').all(|code| codes.iter().any(|item| bears(item.as_str(), code)))
}

fn bears(have: Option<&str>, want: &str) -> bool {
    let parts: Vec<&str> = have.unwrap_or_default().split('.').collect();
    want.split('|').any(|code| code.split('.').all(|part| parts.contains(&part)))
}
