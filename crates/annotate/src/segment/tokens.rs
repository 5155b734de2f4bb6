//! Tokens after the practice of the English UD treebanks (EWT, GUM; UD 2.16).
//!
//! Clitics and hyphenated compounds are split ("did|n't", "NATO|'s", "well|-|known"), prefixes are
//! not ("non-proliferation"); abbreviations keep their stops, numbers their commas; addresses,
//! handles and tags are one token. A scanner reads each stretch between blanks from left to right.

use super::{is_double_quote, is_single_quote};
use rustc_hash::{FxHashMap, FxHashSet};
use verbale_document::{Lexicons, Span, TableError};

/// How an abbreviation bears on the end of a sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Abbreviation {
    /// Stands before a name.
    Title,
    /// One only before a number.
    BeforeNumber,
    /// May end a sentence.
    Other,
}

/// The tokeniser's word lists.
#[derive(Debug, Default)]
pub(crate) struct Tokeniser {
    abbreviations: FxHashMap<String, Abbreviation>,
    prefixes: FxHashSet<String>,
    units: FxHashSet<String>,
    splits: FxHashMap<String, usize>,
    wholes: FxHashSet<String>,
    starters: FxHashSet<String>,
    domains: FxHashSet<String>,
}

impl Tokeniser {
    /// From `abbreviations.tsv` and `tokens.tsv`.
    pub(crate) fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let mut lists = Tokeniser::default();
        for row in lexicons.table("abbreviations.tsv", &["form", "kind"])?.rows() {
            let kind = match row.get("kind") {
                "title" => Abbreviation::Title,
                "before-number" => Abbreviation::BeforeNumber,
                "month" | "other" => Abbreviation::Other,
                _ => return Err(row.error("kind is none of title, before-number, month, other")),
            };
            lists.abbreviations.insert(row.get("form").to_string(), kind);
        }
        for row in lexicons.table("tokens.tsv", &["form", "kind"])?.rows() {
            let form = row.get("form").to_string();
            match row.get("kind") {
                "prefix" => lists.prefixes.insert(form),
                "unit" => lists.units.insert(form),
                "whole" => lists.wholes.insert(form),
                "starter" => lists.starters.insert(form),
                "domain" => lists.domains.insert(form),
                "split" => match form.split_once('|') {
                    Some((a, b)) => lists.splits.insert(format!("{a}{b}"), a.len()).is_none(),
                    None => return Err(row.error("a split needs `|`")),
                },
                _ => return Err(row.error("unknown kind")),
            };
        }
        Ok(lists)
    }

    /// What is known of `form` (with its stop) as an abbreviation.
    pub(crate) fn abbreviation(&self, form: &str) -> Option<Abbreviation> {
        self.abbreviations.get(&form.to_lowercase()).copied()
    }

    /// Whether `word`, capitalised, opens sentences.
    pub(crate) fn is_starter(&self, word: &str) -> bool {
        self.starters.contains(&word.to_lowercase())
    }

    /// Adds the tokens of `paragraph` to `out`.
    pub(crate) fn tokenise(&self, text: &str, paragraph: Span, out: &mut Vec<Span>) {
        let base = paragraph.start as usize;
        let mut start = None;
        for (i, c) in text[paragraph.range()].char_indices() {
            match (start, is_blank(c)) {
                (None, false) => start = Some(base + i),
                (Some(s), true) => {
                    Scanner::new(self, text, s, base + i, paragraph.end as usize).run(out);
                    start = None;
                }
                _ => {}
            }
        }
        if let Some(s) = start {
            Scanner::new(self, text, s, paragraph.end as usize, paragraph.end as usize).run(out);
        }
    }
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200B}' | '\u{FEFF}')
}

/// Reads one stretch without blanks.
struct Scanner<'a> {
    lists: &'a Tokeniser,
    text: &'a str,
    at: usize,
    end: usize,
    paragraph_end: usize,
}

impl<'a> Scanner<'a> {
    fn new(
        lists: &'a Tokeniser,
        text: &'a str,
        at: usize,
        end: usize,
        paragraph_end: usize,
    ) -> Self {
        Scanner { lists, text, at, end, paragraph_end }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..self.end]
    }

    fn run(mut self, out: &mut Vec<Span>) {
        while let Some(c) = self.rest().chars().next() {
            let n = self.token(c).max(c.len_utf8());
            self.emit(n, out);
            self.at += n;
        }
    }

    /// Length in bytes of the token that starts with `c`.
    fn token(&self, c: char) -> usize {
        let rest = self.rest();
        if let Some(n) = address(rest, &self.lists.domains) {
            return n;
        }
        match c {
            '.' | '-' | '*' | '=' | '_' | '~' | '|' => run_of(rest, |d| d == c),
            '!' | '?' => run_of(rest, |d| matches!(d, '!' | '?')),
            '#' if rest[1..].starts_with(char::is_alphabetic) => {
                1 + run_of(&rest[1..], is_wordlike)
            }
            '@' if rest[1..].starts_with(is_wordlike) => 1 + run_of(&rest[1..], is_wordlike),
            '\'' if rest.starts_with("''") => 2,
            '`' if rest.starts_with("``") => 2,
            c if is_single_quote(c) => self.apostrophe(c),
            c if c.is_numeric() => self.number(),
            c if c.is_alphabetic() => self.word(),
            _ => 1,
        }
    }

    /// A word that starts with an apostrophe ("'s", "'em", "'90s"), or the mark alone.
    fn apostrophe(&self, c: char) -> usize {
        let rest = self.rest();
        let after = &rest[c.len_utf8()..];
        let letters = run_of(after, char::is_alphabetic);
        let whole = c.len_utf8() + letters;
        let lower = straight(&rest[..whole]);
        let digits = run_of(after, |c| c.is_ascii_digit());
        if letters > 0 && (is_clitic(&lower[1..]) || self.lists.wholes.contains(&lower)) {
            return whole;
        }
        if digits == 2 && !after[2..].starts_with(|c: char| c.is_ascii_digit() || c == '.') {
            return c.len_utf8() + 2 + usize::from(after[2..].starts_with('s'));
        }
        c.len_utf8()
    }

    fn number(&self) -> usize {
        let rest = self.rest();
        let n = number_end(rest);
        let after = &rest[n..];
        let letters = run_of(after, |c| c.is_alphabetic() || c == '.');
        let unit = after[..letters].to_lowercase();
        if letters == 0 || self.lists.units.contains(unit.trim_end_matches('.')) {
            return n + usize::from(letters == 0 && self.is_list_number(n));
        }
        n + run_of(after, |c| c.is_alphanumeric())
    }

    /// "1." at the head of a paragraph's line is one token in lists only where nothing follows.
    fn is_list_number(&self, _n: usize) -> bool {
        false
    }

    fn word(&self) -> usize {
        let rest = self.rest();
        let n = self.word_end(rest);
        let word = &rest[..n];
        if rest[n..].starts_with('$') && word.chars().all(char::is_uppercase) {
            return n + 1;
        }
        if rest[n..].starts_with('.') && self.keeps_stop(word, &rest[n + 1..]) {
            return n + 1;
        }
        n - clitic(word)
    }

    /// End of the letters, digits and inner marks of a word.
    fn word_end(&self, rest: &str) -> usize {
        let mut n = 0;
        let mut chars = rest.char_indices().peekable();
        let mut last = '\0';
        while let Some((i, c)) = chars.next() {
            let next = chars.peek().map_or('\0', |(_, c)| *c);
            let inner = match c {
                c if is_wordlike(c) => true,
                c if is_single_quote(c) && c != '`' => next.is_alphabetic(),
                '.' => self.keeps_inner_stop(&rest[..i], &rest[i + 1..]),
                '&' => is_initials(&rest[..i]) && next.is_uppercase(),
                '-' => self.keeps_hyphen(&rest[..i], next),
                '@' => last.is_alphanumeric() && next.is_alphanumeric(),
                _ => false,
            };
            if !inner {
                break;
            }
            n = i + c.len_utf8();
            last = c;
        }
        n
    }

    /// "U.S", "e.g", "Ph.D" go on; "end.Next" does not.
    fn keeps_inner_stop(&self, before: &str, after: &str) -> bool {
        let part = before.rsplit('.').next().unwrap_or(before);
        let next = &after[..run_of(after, char::is_alphanumeric)];
        let short = |s: &str| s.chars().count() == 1;
        let known = |stop: &str| self.lists.abbreviation(stop).is_some();
        !next.is_empty()
            && ((short(part) && (short(next) || before.contains('.') || next.chars().count() == 2))
                || (short(next) && before.contains('.'))
                || (part.chars().all(char::is_alphanumeric) && known(&format!("{before}.{next}.")))
                || (next.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
                    && !known(&format!("{before}."))))
    }

    fn keeps_hyphen(&self, before: &str, next: char) -> bool {
        next.is_alphanumeric()
            && (self.lists.prefixes.contains(&before.to_lowercase())
                || (before.chars().count() == 1 && next.is_ascii_digit() && before == "x"))
    }

    /// Whether the stop after `word` belongs to it.
    fn keeps_stop(&self, word: &str, after: &str) -> bool {
        let with_stop = format!("{word}.");
        let letters = word.chars().count();
        if !after.is_empty() && after.starts_with('.') {
            return false;
        }
        match self.lists.abbreviation(&with_stop) {
            Some(Abbreviation::BeforeNumber) => self.next_char().is_numeric(),
            Some(Abbreviation::Title) => {
                word.starts_with(char::is_uppercase)
                    || matches!(word, "vs" | "v" | "viz" | "cf" | "al")
            }
            Some(Abbreviation::Other) => {
                let is_word = !word.contains('.') && letters > 1;
                !(is_word && word.starts_with(char::is_lowercase) && self.is_last(word, after))
                    || is_lower_known(word)
            }
            None if word.contains('.') => {
                is_initials(word) || word.split('.').all(|p| p.chars().count() == 1)
            }
            None if letters == 1 && word.starts_with(char::is_uppercase) => {
                let next = self.next_char_after(after);
                after.is_empty() && next.is_uppercase() && word != "I"
                    || (word == "I" && self.after_name() && next.is_uppercase())
            }
            None => false,
        }
    }

    fn is_last(&self, word: &str, after: &str) -> bool {
        let _ = word;
        after.is_empty() && self.end == self.paragraph_end
    }

    /// Whether what stands before the stretch is a capitalised word.
    fn after_name(&self) -> bool {
        let before = self.text[..self.at].trim_end();
        let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic)
    }

    /// First character after the stretch in the paragraph.
    fn next_char(&self) -> char {
        self.text[self.end..self.paragraph_end].trim_start().chars().next().unwrap_or('\0')
    }

    fn next_char_after(&self, after: &str) -> char {
        if after.is_empty() { self.next_char() } else { '\0' }
    }

    /// Emits a token of `n` bytes, split where a word of the lists splits.
    fn emit(&self, n: usize, out: &mut Vec<Span>) {
        let token = &self.text[self.at..self.at + n];
        let split = match self.lists.splits.get(&straight(token)) {
            Some(&i) if token.is_ascii() => i,
            _ => 0,
        };
        if split > 0 {
            out.push(Span::new(self.at, self.at + split));
        }
        out.push(Span::new(self.at + split, self.at + n));
    }
}

fn is_lower_known(word: &str) -> bool {
    matches!(word, "etc" | "al")
}

fn is_wordlike(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || is_mark(c)
}

/// Combining marks and joiners inside words.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{200C}' | '\u{200D}' | '\u{FE0F}' | '\u{00AD}')
}

fn run_of(text: &str, mut holds: impl FnMut(char) -> bool) -> usize {
    text.find(|c| !holds(c)).unwrap_or(text.len())
}

/// Lower case with straight apostrophes.
fn straight(text: &str) -> String {
    let normal = |c: char| if is_single_quote(c) { '\'' } else { c };
    text.chars().map(normal).flat_map(char::to_lowercase).collect()
}

fn is_clitic(letters: &str) -> bool {
    matches!(letters, "s" | "ll" | "re" | "ve" | "d" | "m" | "t")
}

/// Capitals with stops or none ("AT", "U.S").
fn is_initials(word: &str) -> bool {
    !word.is_empty() && word.len() <= 8 && word.chars().all(|c| c.is_uppercase() || c == '.')
}

/// Length of the clitic that `word` ends in.
fn clitic(word: &str) -> usize {
    let Some((at, mark)) = word.char_indices().rev().find(|(_, c)| is_single_quote(*c)) else {
        return 0;
    };
    let (before, after) = (&word[..at], word[at + mark.len_utf8()..].to_lowercase());
    match after.as_str() {
        "t" if before.ends_with(['n', 'N']) && before.len() > 1 => word.len() - at + 1,
        "s" | "ll" | "re" | "ve" | "d" | "m" if at > 0 => word.len() - at,
        _ => 0,
    }
}

/// End of a number with its separators: "1,000.5", "12:14", "9/11", "555-0199", "2024-06-21".
fn number_end(rest: &str) -> usize {
    let digits = |text: &str| run_of(text, char::is_numeric);
    let mut n = digits(rest);
    while let Some(mark) = rest[n..].chars().next() {
        let after = digits(&rest[n + mark.len_utf8()..]);
        if after == 0 || !matches!(mark, '.' | ',' | ':' | '/') {
            break;
        }
        n += mark.len_utf8() + after;
    }
    let groups: Vec<usize> = rest.split('-').map(digits).take_while(|n| *n > 0).collect();
    let hyphened = groups.iter().sum::<usize>() + groups.len().saturating_sub(1);
    let is_code = groups.len() > 2 || (groups.len() == 2 && groups[0] == 3 && groups[1] == 4);
    if is_code && hyphened > n { hyphened } else { n }
}

/// Length of the web or mail address, or file path, that `rest` starts with.
fn address(rest: &str, domains: &FxHashSet<String>) -> Option<usize> {
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
