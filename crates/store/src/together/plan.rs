//! Which documents are to be placed, in which batches, and which of them for good.

use crate::add::GROUP;
use crate::{Store, StoreError};
use jiff::civil::Date;
use rusqlite::{OptionalExtension, params};
use std::collections::BTreeMap;

/// Documents that are placed anew with every run, as long as there are no more than these: those of the
/// last day and those without one.
const OPEN: usize = 1024;

/// What is to be placed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Plan {
    /// Days in which documents are compared.
    pub window: u16,
    /// In their order; those for good come first.
    pub batches: Vec<Batch>,
}

/// Documents that are placed together.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Batch {
    /// Their day; none where they have none, or came late.
    pub day: Option<String>,
    /// Their numbers.
    pub documents: Vec<i64>,
    /// Whether they are placed for good.
    pub settled: bool,
}

impl Store {
    /// Begins to place what is not placed, or goes on where a run was killed; none where all is placed.
    /// `engine` is who groups, in words that are the same where the grouping would be; another one places
    /// everything anew, as does another `window`.
    ///
    /// # Errors
    /// A full disk, a damaged ledger.
    pub fn plan(
        &mut self,
        engine: &str,
        window: Option<u16>,
        usual: u16,
    ) -> Result<Option<Plan>, StoreError> {
        self.begin()?;
        let known = self.grouping()?;
        let window = window.or(known.as_ref().map(|g| g.window)).unwrap_or(usual);
        let same = known.filter(|g| g.engine == engine && g.window == window);
        let (begun, placed) = match &same {
            Some(grouping) => (grouping.begun, grouping.placed),
            None => {
                self.place_anew(engine, window)?;
                (0, 0)
            }
        };
        let last = match begun > placed {
            true => begun,
            false => self.value("SELECT coalesce(max(id), 0) FROM documents", [])?,
        };
        if last == placed {
            self.commit()?;
            return Ok(None);
        }
        self.sql("UPDATE grouping SET begun = ?1", params![last])?;
        self.take_back()?;
        let frontier = self.last_round()?.and_then(|round| round.day);
        let batches = batches(self.waiting(placed, last)?, frontier.as_deref(), window);
        self.commit()?;
        Ok(Some(Plan { window, batches }))
    }

    /// Whether a run has begun to place documents and was killed.
    ///
    /// # Errors
    /// A damaged ledger.
    pub fn is_half_placed(&self) -> Result<bool, StoreError> {
        let half = self.grouping()?.is_some_and(|g| g.begun > g.placed);
        Ok(half || self.value::<i64>("SELECT count(*) FROM unjoined", [])? > 0)
    }

    /// Forgets all stories, but not the window: everything is placed anew, by its days.
    pub(crate) fn forget_stories(&mut self) -> Result<(), StoreError> {
        for sql in [
            "DELETE FROM merged_summaries",
            "DELETE FROM reports",
            "DELETE FROM merged",
            "DELETE FROM unjoined",
            "DELETE FROM stories_before",
            "DELETE FROM stories",
            "DELETE FROM rounds",
            "UPDATE grouping SET engine = '', begun = 0, placed = 0",
            "UPDATE parts SET told = 0",
        ] {
            self.execute(sql)?;
        }
        Ok(())
    }

    fn place_anew(&mut self, engine: &str, window: u16) -> Result<(), StoreError> {
        self.forget_stories()?;
        let sql =
            "REPLACE INTO grouping (id, engine, window, begun, placed) VALUES (1, ?1, ?2, 0, 0)";
        self.sql(sql, params![engine, window])
    }

    fn grouping(&self) -> Result<Option<Grouping>, StoreError> {
        let sql = "SELECT engine, window, begun, placed FROM grouping";
        let row = self.ledger.query_row(sql, [], |row| {
            let (engine, window) = (row.get(0)?, row.get(1)?);
            Ok(Grouping { engine, window, begun: row.get(2)?, placed: row.get(3)? })
        });
        row.optional().map_err(StoreError::sql(&self.path))
    }

    /// Documents that are not settled, with their days: those behind `placed`, and those that were placed
    /// for the time being.
    fn waiting(&self, placed: i64, last: i64) -> Result<Vec<(i64, Option<String>)>, StoreError> {
        let sql = "SELECT id, published_on FROM documents LEFT JOIN stories ON document = id
            WHERE id > ?1 AND id <= ?2 AND round IS NULL
            UNION SELECT id, published_on FROM stories JOIN documents ON id = document
            WHERE round IS NULL AND id <= ?2 ORDER BY 1";
        self.rows(sql, [placed, last], |row| Ok((row.get(0)?, row.get(1)?)))
    }
}

/// The row of the grouping.
struct Grouping {
    engine: String,
    window: u16,
    begun: i64,
    placed: i64,
}

/// The batches of documents with their days; `frontier` is the latest day that is settled.
fn batches(all: Vec<(i64, Option<String>)>, frontier: Option<&str>, window: u16) -> Vec<Batch> {
    let (mut late, mut undated) = (Batch::default(), Batch::default());
    let mut days: BTreeMap<String, Batch> = BTreeMap::new();
    for (number, day) in all {
        match day {
            None => undated.documents.push(number),
            Some(day) if frontier.is_some_and(|f| *day <= *f) => late.documents.push(number),
            Some(day) => {
                let batch = days.entry(day.clone()).or_default();
                batch.day = Some(day);
                batch.documents.push(number);
            }
        }
    }
    let days: Vec<Batch> = days.into_values().collect();
    let (mut near, far) = apart(days, frontier, window);
    let open = near.last().map_or(0, |day| day.documents.len()) + undated.documents.len();
    let many = open > OPEN;
    let n = near.len();
    for (at, day) in near.iter_mut().enumerate() {
        day.settled = many || at + 1 < n;
    }
    (late.settled, undated.settled) = (true, many);
    let (early, last) = if many { (Some(undated), None) } else { (None, Some(undated)) };
    let all = [late].into_iter().chain(near).chain(early).chain(far).chain(last);
    all.filter(|batch| !batch.documents.is_empty()).collect()
}

/// Cuts off what lies more than a window behind all other days and is little: dates that are wrong lie
/// there, and what is settled would have to be settled by them.
fn apart(mut days: Vec<Batch>, frontier: Option<&str>, window: u16) -> (Vec<Batch>, Vec<Batch>) {
    let mut before = frontier.map(str::to_string);
    let mut behind: usize = days.iter().map(|d| d.documents.len()).sum();
    for at in 0..days.len() {
        let day = days[at].day.clone();
        if gap(before.as_deref(), day.as_deref()) > i32::from(window) && behind < GROUP {
            let far = days.split_off(at);
            return (days, far);
        }
        behind -= days[at].documents.len();
        before = day;
    }
    (days, Vec::new())
}

/// Days from one to the other; none where one is not known.
fn gap(from: Option<&str>, to: Option<&str>) -> i32 {
    let day = |day: &str| day.parse::<Date>().ok();
    let both = from.and_then(day).zip(to.and_then(day));
    both.and_then(|(from, to)| from.until(to).ok()).map_or(0, |span| span.get_days())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Batches of documents on days, `-` for none: numbers in brackets, `*` behind those for good.
    #[track_caller]
    fn check(frontier: &str, days: &str, want: &str) {
        let day = |d: &str| (d != "-").then(|| d.to_string());
        let all = (1..).zip(days.split_whitespace().map(day)).collect();
        let frontier = Some(frontier).filter(|f| !f.is_empty());
        let tell = |b: &Batch| {
            let numbers: Vec<String> = b.documents.iter().map(i64::to_string).collect();
            numbers.join(",") + if b.settled { "*" } else { "" }
        };
        let told: Vec<String> = batches(all, frontier, 30).iter().map(tell).collect();
        assert_eq!(told.join(" "), want, "{days}");
    }

    #[test]
    fn days_are_settled_by_later_ones() {
        check("", "2031-03-05 2031-03-04 2031-03-05 -", "2* 1,3 4");
        check("2031-03-04", "2031-03-05 2031-03-04 2031-03-05 - 2031-01-01", "2,5* 1,3 4");
        check("2031-03-04", "2031-03-04 -", "1* 2");
        check("", "- -", "1,2");
        check("", "", "");
    }

    #[test]
    fn a_day_far_ahead_settles_nothing() {
        check("2031-03-04", "2031-03-05 2099-01-01 2031-03-06 -", "1* 3 2 4");
        check("2031-03-04", "2099-01-01 2031-03-03 2099-01-09", "2* 1 3");
        let many = "2031-06-01 ".repeat(GROUP);
        let numbers: Vec<String> = (2..GROUP + 2).map(|n| n.to_string()).collect();
        check("", &format!("2031-03-05 {many}"), &format!("1* {}", numbers.join(",")));
    }

    #[test]
    fn what_is_open_does_not_grow_for_ever() {
        let numbers = |from: usize, to: usize| {
            (from..=to).map(|n| n.to_string()).collect::<Vec<_>>().join(",")
        };
        let bare = "- ".repeat(OPEN);
        check("", &bare, &numbers(1, OPEN));
        check("", &format!("{bare} -"), &format!("{}*", numbers(1, OPEN + 1)));
        let day = "2031-03-05 ".repeat(OPEN + 1);
        let want = format!("{}* {}", numbers(1, OPEN + 1), OPEN + 2);
        check("", &format!("{day} 2099-01-01"), &want);
    }
}
