//! What a site asks of robots: the Robots Exclusion Protocol (RFC 9309).
//!
//! Of the groups those count that name this program, else those of everybody; of the rules that fit an address
//! the longest, and of two equal ones the one that allows. Lines that are none of these are passed over,
//! `Crawl-delay` among them, which the standard does not have. The crates that read such files have not been
//! kept since 2023 (`texting_robots`) or 2020 (`robotstxt`).

/// The name by which a site knows this program.
pub const NAME: &str = "verbale";
/// The bytes of a file that are read (RFC 9309, 2.5: at least so many).
const MAX_BYTES: usize = 500 << 10;

/// The rules of a site for this program.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Robots {
    /// Paths in normal form, and whether they are allowed.
    rules: Vec<(String, bool)>,
}

impl Robots {
    /// Reads a file of any bytes.
    pub fn read(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(&bytes[..bytes.len().min(MAX_BYTES)]);
        let (mut ours, mut others) = (Vec::new(), Vec::new());
        let (mut for_us, mut for_all, mut named) = (false, false, false);
        let mut in_names = false;
        for line in text.trim_start_matches('\u{feff}').split(['\n', '\r']) {
            let line = line.split('#').next().unwrap_or_default();
            let Some((key, value)) = line.split_once(':') else { continue };
            let (key, value) = (key.trim().to_ascii_lowercase(), value.trim());
            match key.as_str() {
                "user-agent" => {
                    if !in_names {
                        (for_us, for_all, in_names) = (false, false, true);
                    }
                    for_us |= token(value).eq_ignore_ascii_case(NAME);
                    for_all |= value == "*";
                    named |= for_us;
                }
                "allow" | "disallow" => {
                    in_names = false;
                    let rule = (normal(value), key == "allow");
                    if !value.is_empty() && for_us {
                        ours.push(rule.clone());
                    }
                    if !value.is_empty() && for_all {
                        others.push(rule);
                    }
                }
                _ => {}
            }
        }
        Robots { rules: if named { ours } else { others } }
    }

    /// Whether this program may have a path (with its query).
    pub fn allow(&self, path: &str) -> bool {
        let path = normal(path);
        let fitting = self.rules.iter().filter(|(rule, _)| fits(rule, &path));
        let best = fitting.max_by_key(|(rule, allowed)| (rule.len(), *allowed));
        best.is_none_or(|(_, allowed)| *allowed)
    }
}

/// The product token that a name begins with (RFC 9309, 2.2.1).
fn token(name: &str) -> &str {
    let end = name.find(|c: char| !(c.is_ascii_alphabetic() || c == '_' || c == '-'));
    &name[..end.unwrap_or(name.len())]
}

/// A path with one spelling of each character: octets that need no escape stand for themselves, others as
/// `%2F` (RFC 3986, 6.2.2).
fn normal(path: &str) -> String {
    let bytes = path.as_bytes();
    let (mut out, mut at) = (String::with_capacity(bytes.len()), 0);
    while let Some(&byte) = bytes.get(at) {
        let digits = bytes.get(at + 1..at + 3).and_then(|two| std::str::from_utf8(two).ok());
        let escaped = digits.filter(|_| byte == b'%').and_then(|d| u8::from_str_radix(d, 16).ok());
        match escaped {
            Some(octet) if octet.is_ascii_alphanumeric() || b"-._~".contains(&octet) => {
                out.push(octet as char);
            }
            Some(octet) => out.push_str(&format!("%{octet:02X}")),
            None if byte.is_ascii() => out.push(byte as char),
            None => out.push_str(&format!("%{byte:02X}")),
        }
        at += if escaped.is_some() { 3 } else { 1 };
    }
    out
}

/// Whether a path begins as a rule says: `*` is any run of characters, `$` at the end the end of the path.
fn fits(rule: &str, path: &str) -> bool {
    let (rule, is_end) = match rule.strip_suffix('$') {
        Some(rule) => (rule, true),
        None => (rule, false),
    };
    let mut parts = rule.split('*');
    let Some(mut rest) = parts.next().and_then(|first| path.strip_prefix(first)) else {
        return false;
    };
    let parts: Vec<&str> = parts.collect();
    let Some((last, between)) = parts.split_last() else { return !is_end || rest.is_empty() };
    for part in between {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    if is_end { rest.ends_with(last) } else { rest.contains(last) }
}

#[cfg(test)]
mod tests {
    use super::Robots;

    #[test]
    fn rules_and_groups() {
        let check = |file: &str, yes: &[&str], no: &[&str]| {
            let robots = Robots::read(file.as_bytes());
            yes.iter().for_each(|path| assert!(robots.allow(path), "{path} in {file:?}"));
            no.iter().for_each(|path| assert!(!robots.allow(path), "{path} in {file:?}"));
        };
        check("", &["/", "/a"], &[]);
        check("User-agent: *\nDisallow:", &["/"], &[]);
        check("User-agent: *\nDisallow: /", &[], &["/", "/a?b"]);
        check("user-agent: other\r\ndisallow: /\r\n", &["/a"], &[]);
        check(
            "User-Agent: Verbale/2.0 # us\nDisallow: /a\n\nUser-agent: *\nDisallow: /",
            &["/b"],
            &["/a"],
        );
        check("User-agent: verbale-news\nDisallow: /", &["/a"], &[]);
        check("User-agent: verbale\n\nUser-agent: *\nDisallow: /", &[], &["/a"]);
        check(
            "User-agent: a\nUser-agent: verbale\nDisallow: /x\nUser-agent: verbale\nDisallow: /y",
            &["/z"],
            &["/x", "/y"],
        );
        check("User-agent: *\nDisallow: /a\nAllow: /a/b\nAllow: /a", &["/a", "/a/b/c"], &[]);
        check("User-agent: *\nAllow: /a\nDisallow: /a/b", &["/a/c"], &["/a/b/c"]);
        check(
            "User-agent: *\nDisallow: /*.pdf$\nDisallow: /*/print/*",
            &["/a.pdf?b", "/print/"],
            &["/a.pdf", "/x/print/1"],
        );
        check(
            "User-agent: *\nDisallow: /caf\u{e9}\nDisallow: /%7ea",
            &["/cafe"],
            &["/caf%C3%A9", "/caf%c3%a9/b", "/~a"],
        );
        check(
            "Disallow: /\nUser-agent: *\nCrawl-delay: 9\nSitemap: x\nDisallow: /b",
            &["/a"],
            &["/b"],
        );
    }

    #[test]
    fn any_bytes_are_a_file() {
        let mut seed = 7_u32;
        let mut next = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            seed >> 16
        };
        for _ in 0..2000 {
            let parts = [
                "User-agent: *\n",
                "Disallow: ",
                "/%",
                "*",
                "$",
                "\u{e9}",
                "\n",
                ":",
                "#",
                "%4",
                "%c3",
            ];
            let text: String =
                (0..next() % 40).map(|_| parts[next() as usize % parts.len()]).collect();
            let mut bytes = text.into_bytes();
            bytes.truncate(bytes.len() - (next() as usize % 3).min(bytes.len()));
            let robots = Robots::read(&bytes);
            assert!(robots.allow("/a%b*$\u{e9}") || !robots.rules.is_empty());
        }
    }
}
