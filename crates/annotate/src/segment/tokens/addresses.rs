//! Web and mail addresses and file paths, which are one token.

use crate::segment::is_double_quote;
use rustc_hash::FxHashSet;

/// Length of the web or mail address, or file path, that `rest` starts with.
pub(super) fn address(rest: &str, domains: &FxHashSet<String>) -> Option<usize> {
    if !rest.contains(['.', '/', '@', ':']) {
        return None;
    }
    let end = rest.find(|c: char| {
        matches!(c, '<' | '>' | '"' | '“' | '”' | ')' | ']' | '[') || is_double_quote(c)
    });
    let whole = rest[..end.unwrap_or(rest.len())]
        .trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’']);
    let lower = whole.to_ascii_lowercase();
    if ["http://", "https://", "www.", "ftp://"].iter().any(|p| lower.starts_with(p)) {
        return Some(whole.len());
    }
    let body = lower.split('/').next().unwrap_or_default();
    let (user, host) = body.rsplit_once('@').unwrap_or(("", body));
    let host_ok = host.contains('.')
        && host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'))
        && host.starts_with(|c: char| c.is_ascii_alphanumeric())
        && host.rsplit('.').next().is_some_and(|d| domains.contains(d));
    let name = whole.split('/').next().unwrap_or_default();
    let plain = user.is_empty()
        && (host.split('.').any(|p| p.len() < 2)
            || name.split('.').skip(1).any(|p| p.starts_with(char::is_uppercase)));
    (host_ok && !plain && (!body.contains('@') || !user.is_empty())).then_some(whole.len())
}
