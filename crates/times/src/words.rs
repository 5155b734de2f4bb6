//! The words of `lexicons/times.tsv` and what each can be in a time expression.

use super::unit::Unit;
use rustc_hash::FxHashMap;
use verbale_document::folding::{lower, normal};
use verbale_document::{Lexicons, SmolStr, TableError};

/// What a word, or a fixed phrase, can be in a time expression.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Word {
    /// 1 January .. 12 December.
    Month(i8),
    /// 1 Monday .. 7 Sunday, after ISO 8601.
    Weekday(i8),
    /// "Mondays".
    Weekdays(i8),
    Unit(Unit),
    Number(i64),
    Ordinal(i64),
    /// "several".
    Vague,
    /// "half".
    Half,
    /// TIMEX3 part of the day: MO, AF, EV, NI.
    Daypart(Code),
    /// An hour with a name: "noon".
    Hour(i8),
    /// "p.m.", or "a.m." where false.
    Meridiem(bool),
    /// A time zone; whether it is UTC.
    Zone(bool),
    /// Days from today.
    Day(i64),
    /// A TIMEX3 reference.
    Reference(Reference),
    /// TIMEX3 season: SP, SU, FA, WI.
    Season(Code),
    /// Once in so many units.
    Set(i64, Unit),
    Holiday(Holiday),
    Relative(Relative),
    Edge(Edge),
    /// Before (-1) or after (1) the time spoken of: "ago", "later".
    Shift(i64),
    /// Between two ends of a stretch: "to", "until".
    Through,
    /// A quarter ('Q') or half ('H') of a year, by number.
    Share(char, i64),
    /// A part of the day so many days from today: "tonight".
    DayPart(i64, Code),
    OClock,
    /// Begins a time that other words go on: "every", "rest of".
    Opener,
    /// Its tens: "the nineties" is 9.
    Decade(i16),
    /// A word that puts what it governs in the future: "will", "scheduled".
    Future,
    /// Between a number and its unit: "three consecutive days".
    Filler,
}

/// Two letters of a TIMEX3 value.
pub(super) type Code = [u8; 2];

/// The letters of a code.
pub(super) fn letters(code: &Code) -> &str {
    std::str::from_utf8(code).unwrap_or_default()
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Reference {
    Past,
    Present,
    Future,
}

impl Reference {
    pub(super) fn value(self) -> &'static str {
        match self {
            Reference::Past => "PAST_REF",
            Reference::Present => "PRESENT_REF",
            Reference::Future => "FUTURE_REF",
        }
    }
}

/// Which one of a row of days, weeks or years.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Relative {
    /// "last": the one before this one.
    Last,
    /// "past": the stretch that ends now.
    Past,
    This,
    /// "next": the one after this one.
    Next,
    /// "coming": the first that lies ahead.
    Coming,
}

/// Part of a stretch, as MOD in TIMEX3.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Edge {
    Start,
    Mid,
    End,
}

/// A holiday that falls on a day of the month, or on the nth weekday of a month and days on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Holiday {
    Fixed { month: i8, day: i8 },
    Nth { month: i8, nth: i8, weekday: i8, plus: i64 },
}

/// The rows that begin with one word.
#[derive(Default)]
pub(super) struct Entry {
    /// What the word alone is, and whether it must be capitalised.
    pub(super) alone: Option<(Word, bool)>,
    /// Phrases that begin with it, the longest first.
    pub(super) phrases: Vec<(SmolStr, Word)>,
}

/// Words and phrases by their first word in lower case.
pub(super) struct Words {
    entries: FxHashMap<SmolStr, Entry>,
    /// Longer ones are none of them, whatever their case: in bytes, four for each character.
    longest: usize,
}

impl Words {
    pub(super) fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let table = lexicons.table("times.tsv", &["word", "kind", "value", "case"])?;
        let mut entries: FxHashMap<SmolStr, Entry> = FxHashMap::default();
        for row in table.rows() {
            let (text, kind, value) = (row.get("word"), row.get("kind"), row.get("value"));
            let word = parse(kind, value)
                .ok_or_else(|| row.error(format!("no kind `{kind}` of value `{value}`")))?;
            let text = lower(text);
            let first = text.split([' ', '\'']).next().unwrap_or_default();
            if text.contains(' ') {
                entries.entry(first.into()).or_default().phrases.push((text, word));
            } else {
                entries.entry(text).or_default().alone = Some((word, row.get("case") == "capital"));
            }
        }
        for entry in entries.values_mut() {
            entry.phrases.sort_by_key(|(text, _)| std::cmp::Reverse(text.len()));
        }
        let longest = entries.keys().map(|word| 4 * word.chars().count()).max().unwrap_or(0);
        Ok(Words { entries, longest })
    }

    /// The rows that begin with `word`, in any case and with any apostrophe.
    pub(super) fn get(&self, word: &str) -> Option<&Entry> {
        if word.len() > self.longest {
            return None;
        }
        if word.is_ascii() {
            return self.entries.get(&lower(word));
        }
        let plain: SmolStr = word.chars().map(normal).collect();
        self.entries.get(&lower(&plain))
    }
}

fn parse(kind: &str, value: &str) -> Option<Word> {
    let code = || value.as_bytes().try_into().ok();
    Some(match kind {
        "month" => Word::Month(value.parse().ok()?),
        "weekday" => Word::Weekday(value.parse().ok()?),
        "weekdays" => Word::Weekdays(value.parse().ok()?),
        "unit" => Word::Unit(Unit::parse(value)?),
        "number" => Word::Number(value.parse().ok()?),
        "ordinal" => Word::Ordinal(value.parse().ok()?),
        "vague" => Word::Vague,
        "half" => Word::Half,
        "daypart" => Word::Daypart(code()?),
        "hour" => Word::Hour(value.parse().ok()?),
        "meridiem" => Word::Meridiem(value == "pm"),
        "zone" => Word::Zone(value == "Z"),
        "day" => Word::Day(value.parse().ok()?),
        "reference" => Word::Reference(match value {
            "PAST_REF" => Reference::Past,
            "PRESENT_REF" => Reference::Present,
            "FUTURE_REF" => Reference::Future,
            _ => return None,
        }),
        "season" => Word::Season(code()?),
        "set" => {
            let (n, unit) = value.strip_prefix('P')?.split_at_checked(1)?;
            Word::Set(n.parse().ok()?, Unit::parse(unit)?)
        }
        "holiday" => Word::Holiday(holiday(value)?),
        "relative" => Word::Relative(match value {
            "last" => Relative::Last,
            "past" => Relative::Past,
            "this" => Relative::This,
            "next" => Relative::Next,
            "coming" => Relative::Coming,
            _ => return None,
        }),
        "edge" => Word::Edge(match value {
            "START" => Edge::Start,
            "MID" => Edge::Mid,
            "END" => Edge::End,
            _ => return None,
        }),
        "shift" => Word::Shift(value.parse().ok()?),
        "through" => Word::Through,
        "share" => Word::Share(value.chars().next()?, value.get(1..)?.parse().ok()?),
        "night" => Word::DayPart(value.parse().ok()?, *b"NI"),
        "oclock" => Word::OClock,
        "opener" => Word::Opener,
        "decade" => Word::Decade(value.parse().ok()?),
        "future" => Word::Future,
        "filler" => Word::Filler,
        _ => return None,
    })
}

/// "12-25", or "11-4#4+1" for the day after the fourth Thursday of November.
fn holiday(value: &str) -> Option<Holiday> {
    let (month, rest) = value.split_once('-')?;
    let month = month.parse().ok()?;
    let Some((weekday, nth)) = rest.split_once('#') else {
        return Some(Holiday::Fixed { month, day: rest.parse().ok()? });
    };
    let (nth, plus) = nth.split_once('+').unwrap_or((nth, "0"));
    let (nth, weekday) = (nth.parse().ok()?, weekday.parse().ok()?);
    Some(Holiday::Nth { month, nth, weekday, plus: plus.parse().ok()? })
}
