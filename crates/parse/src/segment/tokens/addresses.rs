//! Web and mail addresses and file paths, which are one token.

use crate::segment::is_double_quote;
use rustc_hash::FxHashSet;

/// No user and host are longer; the search for them stops here, so that a long stretch without
/// blanks is not read again from every token.
const LONGEST_HOST: usize = 256;

/// Length of the web or mail address, or file path, that `rest` starts with.
pub(super) fn address(rest: &str, domains: &FxHashSet<String>) -> Option<usize> {
    let head = &rest[..rest.floor_char_boundary(LONGEST_HOST)];
    let found = head.contains(['.', '/', '@', ':'])
        && (has_scheme(head) || has_host(extent(head), domains));
    found.then(|| extent(rest).len())
}

/// What an address that starts here can reach.
fn extent(rest: &str) -> &str {
    let ends = |c: char| matches!(c, '<' | '>' | ')' | ']' | '[') || is_double_quote(c);
    rest[..rest.find(ends).unwrap_or(rest.len())]
        .trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’'])
}

fn has_scheme(head: &str) -> bool {
    let starts = |p: &str| head.get(..p.len()).is_some_and(|h| h.eq_ignore_ascii_case(p));
    ["http://", "https://", "www.", "ftp://"].into_iter().any(starts)
}

/// Whether `whole` starts with a host that ends in a known domain, perhaps after a user. "No.1" and
/// "end.In" are no hosts.
fn has_host(whole: &str, domains: &FxHashSet<String>) -> bool {
    let name = whole.split('/').next().unwrap_or_default();
    let body = name.to_ascii_lowercase();
    let (user, host) = body.rsplit_once('@').unwrap_or(("", &body));
    let is_host = host.contains('.')
        && host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'))
        && host.starts_with(|c: char| c.is_ascii_alphanumeric())
        && host.rsplit('.').next().is_some_and(|d| domains.contains(d));
    let plain = user.is_empty()
        && (host.split('.').any(|p| p.len() < 2)
            || name.split('.').skip(1).any(|p| p.starts_with(char::is_uppercase)));
    is_host && !plain && (!body.contains('@') || !user.is_empty())
}
