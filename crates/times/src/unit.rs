//! Units of time, how much of them, and ISO 8601 durations.

use jiff::Span;
use verbale_document::Date;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

impl Unit {
    /// By its letters in `times.tsv`.
    pub(super) fn parse(letters: &str) -> Option<Self> {
        Some(match letters {
            "S" => Unit::Second,
            "MIN" => Unit::Minute,
            "H" => Unit::Hour,
            "D" => Unit::Day,
            "W" => Unit::Week,
            "2W" => Unit::Fortnight,
            "WE" => Unit::Weekend,
            "M" => Unit::Month,
            "Q" => Unit::Quarter,
            "Y" => Unit::Year,
            "E" => Unit::Decade,
            "C" => Unit::Century,
            _ => return None,
        })
    }

    /// Shorter than a day.
    pub(super) fn is_clock(self) -> bool {
        matches!(self, Unit::Second | Unit::Minute | Unit::Hour)
    }

    /// How precisely so many of it lead to a time: to a day, a month or a year.
    pub(super) fn grain(self) -> Unit {
        match self {
            Unit::Month | Unit::Quarter => Unit::Month,
            Unit::Year | Unit::Decade | Unit::Century => Unit::Year,
            _ => Unit::Day,
        }
    }

    /// Its letter in ISO 8601 and how many of those it is; TIMEX3 writes weekends WE.
    fn iso(self) -> (&'static str, f64) {
        match self {
            Unit::Second => ("S", 1.0),
            Unit::Minute => ("M", 1.0),
            Unit::Hour => ("H", 1.0),
            Unit::Day => ("D", 1.0),
            Unit::Week => ("W", 1.0),
            Unit::Fortnight => ("W", 2.0),
            Unit::Weekend => ("WE", 1.0),
            Unit::Month => ("M", 1.0),
            Unit::Quarter => ("M", 3.0),
            Unit::Year => ("Y", 1.0),
            Unit::Decade => ("Y", 10.0),
            Unit::Century => ("Y", 100.0),
        }
    }
}

/// How many of a unit; `None` is TIMEX3's X: "several".
pub(super) type Amount = Option<f64>;

/// The ISO 8601 duration of amounts in the order they were said: "P1Y6M", "PT2.5H", "PXY".
pub(super) fn duration(parts: &[(Amount, Unit)]) -> String {
    let mut out = String::from("P");
    let of = |clock: bool| parts.iter().filter(move |(_, unit)| unit.is_clock() == clock);
    of(false).for_each(|part| push(&mut out, *part));
    if of(true).next().is_some() {
        out.push('T');
    }
    of(true).for_each(|part| push(&mut out, *part));
    out
}

fn push(out: &mut String, (amount, unit): (Amount, Unit)) {
    let (letter, times) = unit.iso();
    match (amount, unit) {
        (None, _) => *out += &format!("X{letter}"),
        (Some(n), Unit::Hour) if n < 1.0 => *out += &format!("{}M", n * 60.0),
        (Some(n), _) => *out += &format!("{}{letter}", n * times),
    }
}

/// `date` and `n` units on; `None` outside the calendar. Hours and less stay within the day.
pub(super) fn shifted(date: Date, n: i64, unit: Unit) -> Option<Date> {
    let (letter, times) = unit.iso();
    let n = n.checked_mul(times as i64)?;
    let span = match letter {
        _ if unit.is_clock() => return Some(date),
        "D" => Span::new().try_days(n),
        "W" | "WE" => Span::new().try_weeks(n),
        "M" => Span::new().try_months(n),
        _ => Span::new().try_years(n),
    };
    date.checked_add(span.ok()?).ok()
}
