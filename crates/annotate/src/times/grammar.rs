//! The grammar of time expressions over the tokens of a sentence.

use super::calendar::{bare, day, month, shifted, stretch, week, weekday, weekend, year};
use super::words::{Word, Words};
use verbale_document::{Date, Document, Sentence, SmolStr, Time, TimeType, TokenIdx};

/// One sentence and the day it is read against.
pub(super) struct Grammar<'a> {
    words: &'a Words,
    doc: &'a Document,
    sentence: &'a Sentence,
    today: Option<Date>,
}

type Found = Option<(TokenIdx, Time)>;

impl<'a> Grammar<'a> {
    pub(super) fn new(
        words: &'a Words,
        doc: &'a Document,
        sentence: &'a Sentence,
        today: Option<Date>,
    ) -> Self {
        Grammar { words, doc, sentence, today }
    }

    /// The longest time expression that begins at `at`: one past its end, and its value.
    pub(super) fn longest(&self, at: TokenIdx) -> Found {
        let rules = [
            self.full_date(at),
            self.day_of_month(at),
            self.month_alone(at),
            self.iso(at),
            self.weekday(at),
            self.relative_unit(at),
            self.ago(at),
            self.duration(at),
            self.reference(at),
            self.set(at),
            self.decade(at),
            self.year(at),
        ];
        rules.into_iter().flatten().max_by_key(|(end, _)| *end)
    }

    fn word(&self, at: TokenIdx) -> Option<&str> {
        (at < self.sentence.tokens.end).then(|| self.doc.word(at))
    }

    fn is(&self, at: TokenIdx, words: &[&str]) -> bool {
        self.word(at).is_some_and(|w| words.iter().any(|x| w.eq_ignore_ascii_case(x)))
    }

    fn known(&self, at: TokenIdx) -> Option<&Word> {
        self.words.get(self.word(at)?)
    }

    /// A month's name: capitalised, since "may" and "march" are verbs.
    fn month_at(&self, at: TokenIdx) -> Option<i8> {
        let capital = self.word(at)?.starts_with(char::is_uppercase);
        match self.known(at)? {
            Word::Month(m) if capital => Some(*m),
            _ => None,
        }
    }

    fn number_at(&self, at: TokenIdx) -> Option<i64> {
        let word = self.word(at)?;
        let digits = word.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']);
        if let Ok(n) = digits.parse::<i64>() {
            return Some(n);
        }
        match self.known(at)? {
            Word::Number(n) => Some(*n),
            _ => None,
        }
    }

    fn day_number(&self, at: TokenIdx) -> Option<i8> {
        let starts = self.word(at)?.starts_with(|c: char| c.is_ascii_digit());
        let n = self.number_at(at).filter(|n| starts && (1..=31).contains(n))?;
        Some(n as i8)
    }

    fn year_number(&self, at: TokenIdx) -> Option<i16> {
        let word = self.word(at)?;
        let n: i16 = word.parse().ok()?;
        (word.len() == 4 && (1500..=2100).contains(&n)).then_some(n)
    }

    /// "June 21, 2024", "21 June 2024".
    fn full_date(&self, at: TokenIdx) -> Found {
        let (end, m, d) = self.month_day(at)?;
        let next = end + TokenIdx::from(self.is(end, &[","]));
        let y = self.year_number(next)?;
        let date = Date::new(y, m, d).ok()?;
        Some((next + 1, day(date)))
    }

    fn month_day(&self, at: TokenIdx) -> Option<(TokenIdx, i8, i8)> {
        if let Some(m) = self.month_at(at) {
            return self.day_number(at + 1).map(|d| (at + 2, m, d));
        }
        let d = self.day_number(at)?;
        let of = at + 1 + TokenIdx::from(self.is(at + 1, &["of"]));
        self.month_at(of).map(|m| (of + 1, m, d))
    }

    /// "June 21": in the year that puts it nearest to the document's date.
    fn day_of_month(&self, at: TokenIdx) -> Found {
        let (end, m, d) = self.month_day(at)?;
        let Some(today) = self.today else {
            return Some((end, bare(TimeType::Date, format!("XXXX-{m:02}-{d:02}"))));
        };
        let years = [today.year() - 1, today.year(), today.year() + 1];
        let dates = years.iter().filter_map(|y| Date::new(*y, m, d).ok());
        let distance = |date: &Date| (*date - today).get_days().abs();
        dates.min_by_key(distance).map(|date| (end, day(date)))
    }

    /// "June 2024", "in March", "last March".
    fn month_alone(&self, at: TokenIdx) -> Found {
        let m = self.month_at(at)?;
        let comma = at + 1 + TokenIdx::from(self.is(at + 1, &[",", "of"]));
        if let Some(y) = self.year_number(comma) {
            return month(y, m).map(|t| (comma + 1, t));
        }
        let today = self.today?;
        let back = i16::from(m > today.month() && !self.is_future(at));
        let back = back - i16::from(m < today.month() && self.is_before(at, "next"));
        month(today.year() - back, m).map(|t| (at + 1, t))
    }

    /// "2024-06-21".
    fn iso(&self, at: TokenIdx) -> Found {
        let date: Date = self.word(at)?.get(..10)?.parse().ok()?;
        Some((at + 1, day(date)))
    }

    /// "Friday", "last Friday", "Friday morning".
    fn weekday(&self, at: TokenIdx) -> Found {
        let capital = self.word(at)?.starts_with(char::is_uppercase);
        let Some(Word::Weekday(d)) = self.known(at).filter(|_| capital) else { return None };
        let today = self.today?;
        let next = self.is_before(at, "next") || self.is_before(at, "coming") || self.is_future(at);
        let last = self.is_before(at, "last");
        let mut date = weekday(today, *d, next && !last)?;
        if last && date == today {
            date = shifted(today, -7, "D")?;
        }
        if let Some(Word::Daypart(part)) = self.known(at + 1) {
            return Some((at + 2, at_daypart(date, part)));
        }
        Some((at + 1, day(date)))
    }

    fn is_before(&self, at: TokenIdx, word: &str) -> bool {
        at > self.sentence.tokens.start && self.is(at - 1, &[word])
    }

    /// Whether the words around speak of the future ("will", "to be held on").
    fn is_future(&self, at: TokenIdx) -> bool {
        let from = at.saturating_sub(8).max(self.sentence.tokens.start);
        let to = (at + 8).min(self.sentence.tokens.end);
        (from..to).any(|t| self.is(t, &["will", "'ll", "shall"]))
    }

    /// "last week", "next month", "this year", "the past decade", "earlier this month".
    fn relative_unit(&self, at: TokenIdx) -> Found {
        let early = self.is(at, &["earlier", "later", "early", "late", "mid"]);
        let start = at + TokenIdx::from(early);
        let n = match self.word(start)?.to_lowercase().as_str() {
            "last" | "previous" => -1,
            "next" | "coming" => 1,
            "this" => 0,
            _ => return None,
        };
        let today = self.today?;
        match self.known(start + 1)? {
            Word::Unit(unit) => {
                let date = shifted(today, n, if unit == "WE" { "W" } else { unit })?;
                unit_of(date, unit).map(|t| (start + 2, t))
            }
            Word::Daypart(part) if n == 0 => Some((start + 2, at_daypart(today, part))),
            Word::Daypart(part) if n == -1 => {
                Some((start + 2, at_daypart(shifted(today, -1, "D")?, part)))
            }
            Word::Season(season) => {
                let y = today.year() + n as i16;
                Some((start + 2, bare(TimeType::Date, format!("{y:04}-{season}"))))
            }
            _ => None,
        }
    }

    /// "two days ago", "three weeks earlier".
    fn ago(&self, at: TokenIdx) -> Found {
        let n = self.number_at(at)?;
        let Some(Word::Unit(unit)) = self.known(at + 1) else { return None };
        let sign = match self.word(at + 2)?.to_lowercase().as_str() {
            "ago" | "earlier" | "before" => -1,
            "later" | "after" => 1,
            _ => return None,
        };
        let date = shifted(self.today?, sign * n, unit)?;
        let time = if unit == "D" || unit == "W" { day(date) } else { unit_of(date, unit)? };
        Some((at + 3, time))
    }

    /// "three years", "the past 24 hours", "two weeks".
    fn duration(&self, at: TokenIdx) -> Found {
        let the = TokenIdx::from(self.is(at, &["the"]));
        let past = TokenIdx::from(self.is(at + the, &["past", "last", "next", "coming"]));
        let start = at + if past == 1 { the + past } else { 0 };
        let n = self.number_at(start)?;
        let Some(Word::Unit(unit)) = self.known(start + 1) else { return None };
        if unit == "WE" {
            return None;
        }
        let value = match unit.as_str() {
            "H" => format!("PT{n}H"),
            "MIN" => format!("PT{n}M"),
            "E" => format!("P{n}E"),
            unit => format!("P{n}{unit}"),
        };
        Some((start + 2, bare(TimeType::Duration, value)))
    }

    /// "today", "yesterday", "now", "recently".
    fn reference(&self, at: TokenIdx) -> Found {
        match self.known(at)? {
            Word::Day(n) => {
                let date = shifted(self.today?, *n, "D")?;
                if self.is(at, &["tonight"]) {
                    return Some((at + 1, at_daypart(date, "NI")));
                }
                if let Some(Word::Daypart(part)) = self.known(at + 1) {
                    return Some((at + 2, at_daypart(date, part)));
                }
                Some((at + 1, day(date)))
            }
            Word::Reference(value) => Some((at + 1, bare(TimeType::Date, value.clone()))),
            _ => None,
        }
    }

    /// "daily", "every year", "every Monday".
    fn set(&self, at: TokenIdx) -> Found {
        if let Some(Word::Set(value)) = self.known(at) {
            return Some((at + 1, bare(TimeType::Set, value.clone())));
        }
        if !self.is(at, &["every", "each"]) {
            return None;
        }
        let value: SmolStr = match self.known(at + 1)? {
            Word::Unit(unit) => format!("P1{unit}").into(),
            Word::Weekday(d) => format!("XXXX-WXX-{d}").into(),
            _ => return None,
        };
        Some((at + 2, bare(TimeType::Set, value)))
    }

    /// "the 1990s".
    fn decade(&self, at: TokenIdx) -> Found {
        let word = self.word(at)?.strip_suffix('s')?;
        let y: i16 = word.parse().ok().filter(|_| word.len() == 4 && word.ends_with('0'))?;
        let (first, last) = (Date::new(y, 1, 1).ok()?, Date::new(y + 9, 12, 31).ok()?);
        Some((at + 1, stretch(word[..3].to_string(), first, last)))
    }

    /// A year: four digits after a word that years stand after, or within brackets.
    fn year(&self, at: TokenIdx) -> Found {
        let y = self.year_number(at)?;
        let before = [
            "in", "since", "of", "by", "until", "from", "to", "late", "early", "mid", "(",
            "during", "the", "before", "after", "and", "between", "-",
        ];
        let fits = at > self.sentence.tokens.start && self.is(at - 1, &before);
        let counted = matches!(self.known(at + 1), Some(Word::Unit(_)));
        year(y).filter(|_| fits && !counted).map(|t| (at + 1, t))
    }
}

fn at_daypart(date: Date, part: &str) -> Time {
    let time = day(date);
    Time { kind: TimeType::Time, value: format!("{date}T{part}").into(), ..time }
}

/// The day, week, month, year, quarter or decade that holds a day.
fn unit_of(date: Date, unit: &str) -> Option<Time> {
    match unit {
        "D" => Some(day(date)),
        "W" => week(date),
        "WE" => weekend(date),
        "M" => month(date.year(), date.month()),
        "Y" => year(date.year()),
        "Q" => {
            let quarter = (date.month() - 1) / 3;
            let first = Date::new(date.year(), quarter * 3 + 1, 1).ok()?;
            let last = Date::new(date.year(), quarter * 3 + 3, 1).ok()?.last_of_month();
            Some(stretch(format!("{:04}-Q{}", date.year(), quarter + 1), first, last))
        }
        "E" => {
            let first = date.year() / 10 * 10;
            let (a, b) = (Date::new(first, 1, 1).ok()?, Date::new(first + 9, 12, 31).ok()?);
            Some(stretch((first / 10).to_string(), a, b))
        }
        _ => None,
    }
}
