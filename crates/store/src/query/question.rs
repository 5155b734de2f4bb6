//! What is asked, as conditions of SQL.

use crate::StoreError;
use crate::ledger::head;
use rusqlite::types::Value;

/// A party, as somebody asks for it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Who {
    /// An actor code and all below it: `RUS`, `RUS.GOV`.
    Code(String),
    /// An entity: `Q7184`, `x:...`.
    Entity(String),
    /// A preferred name, whatever its case.
    Name(String),
}

impl From<&str> for Who {
    /// Codes begin with three capitals and a point or nothing; entities with Q and digits, or `x:`.
    fn from(words: &str) -> Self {
        let head = words.split('.').next().unwrap_or_default();
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if head.len() == 3 && head.bytes().all(|b| b.is_ascii_uppercase()) {
            Who::Code(words.to_string())
        } else if words.strip_prefix('Q').is_some_and(digits) || words.starts_with("x:") {
            Who::Entity(words.to_string())
        } else {
            Who::Name(words.to_string())
        }
    }
}

/// A question on events; what is not asked is left out.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Question {
    /// Who acts.
    pub who: Option<Who>,
    /// Who is acted upon.
    pub whom: Option<Who>,
    /// PLOVER types, any of them.
    pub kinds: Vec<String>,
    /// From this day (`YYYY-MM-DD`) or month (`YYYY-MM`) on.
    pub since: Option<String>,
    /// Up to this day or month.
    pub until: Option<String>,
    /// Where: a name, or a state as three capitals.
    pub place: Option<String>,
    /// According to whom; `outlet` is the outlet's own voice.
    pub voice: Option<String>,
    /// Words that the story has, all of them; those between quotation marks together.
    pub text: Option<String>,
    /// At most so many answers.
    pub most: Option<usize>,
}

/// Conditions joined by "and", with their values.
#[derive(Default)]
pub(super) struct Conditions {
    pub sql: Vec<String>,
    pub values: Vec<Value>,
}

impl Conditions {
    pub(super) fn add(&mut self, sql: impl Into<String>, values: impl IntoIterator<Item = String>) {
        self.sql.push(sql.into());
        self.values.extend(values.into_iter().map(Value::Text));
    }

    /// Behind `WHERE`.
    pub(super) fn joined(&self) -> String {
        match self.sql.is_empty() {
            true => "1".to_string(),
            false => self.sql.join(" AND "),
        }
    }
}

/// The values with which `column` is a code or one below it: equal, or from `X.` to before `X/`.
pub(super) fn below(code: &str) -> [String; 3] {
    [code.to_string(), format!("{code}."), format!("{code}/")]
}

impl Question {
    /// The table to begin with, the column of its day, and the conditions.
    pub(super) fn conditions(
        &self,
    ) -> Result<(&'static str, &'static str, Conditions), StoreError> {
        let mut all = Conditions::default();
        let coded = self.pairs(&mut all);
        let (from, day) = match coded {
            true => ("pairs p CROSS JOIN events e ON e.id = p.event", "p.day"),
            false => ("events e", "e.day"),
        };
        for (who, role) in [(&self.who, "actor"), (&self.whom, "recipient")] {
            let (column, words) = match who {
                Some(Who::Entity(id)) => ("entity", id),
                Some(Who::Name(name)) => ("name", name),
                _ => continue,
            };
            let sql = format!(
                "e.id IN (SELECT event FROM participants WHERE {column} = ? AND role = '{role}')"
            );
            all.add(sql, [words.clone()]);
        }
        if !self.kinds.is_empty() {
            let marks = vec!["?"; self.kinds.len()].join(", ");
            all.add(format!("e.type IN ({marks})"), self.kinds.clone());
        }
        if let Some(since) = &self.since {
            all.add(format!("{day} >= ?"), [first_day(since)?]);
        }
        if let Some(until) = &self.until {
            all.add(format!("{day} <= ?"), [last_day(until)?]);
        }
        if let Some(place) = &self.place {
            let state = place.len() == 3 && place.bytes().all(|b| b.is_ascii_uppercase());
            let column = if state { "place_country" } else { "place" };
            all.add(format!("e.{column} = ?"), [place.clone()]);
        }
        self.voices(&mut all);
        if let Some(text) = &self.text {
            let sql = "e.document IN (SELECT rowid FROM words WHERE words MATCH ?)";
            all.add(sql, [phrases(text)]);
        }
        Ok((from, day, all))
    }

    /// Conditions on the codes of a pair; whether there are any.
    fn pairs(&self, all: &mut Conditions) -> bool {
        let mut any = false;
        for (who, column) in [(&self.who, "actor"), (&self.whom, "recipient")] {
            let Some(Who::Code(code)) = who else { continue };
            any = true;
            all.add(format!("p.{column}_head = ?"), [head(code).to_string()]);
            if code.contains('.') {
                let sql = format!("(p.{column} = ? OR (p.{column} >= ? AND p.{column} < ?))");
                all.add(sql, below(code));
            }
        }
        any
    }

    fn voices(&self, all: &mut Conditions) {
        let Some(voice) = &self.voice else { return };
        if voice == "outlet" {
            all.add("e.claim = 0", []);
            return;
        }
        let (sql, values) = match Who::from(voice.as_str()) {
            Who::Code(code) => {
                let sql = "(s.speaker_code = ? OR (s.speaker_code >= ? AND s.speaker_code < ?))";
                (sql, below(&code).to_vec())
            }
            Who::Entity(id) => ("s.speaker_entity = ?", vec![id]),
            Who::Name(name) => ("s.speaker = ?", vec![name]),
        };
        let sql = format!(
            "e.id IN (SELECT v.event FROM statements s JOIN voices v ON v.statement = s.id WHERE {sql})"
        );
        all.add(sql, values);
    }
}

/// Words as FTS5 is asked for them: each, and what stands between quotation marks together.
fn phrases(text: &str) -> String {
    let quoted = |words: &str| format!("\"{words}\"");
    let mut all = Vec::new();
    for (at, part) in text.split('"').enumerate() {
        match at % 2 {
            1 if !part.trim().is_empty() => all.push(quoted(part)),
            1 => {}
            _ => all.extend(part.split_whitespace().map(quoted)),
        }
    }
    all.join(" ")
}

/// The first day of a day or month.
pub(super) fn first_day(when: &str) -> Result<String, StoreError> {
    day(when, "01")
}

/// The last day of a day or month; what follows no day of it in order is as good.
fn last_day(when: &str) -> Result<String, StoreError> {
    day(when, "31")
}

fn day(when: &str, of_month: &str) -> Result<String, StoreError> {
    let known = |day: &str| verbale_record::arrow::days(day).is_some();
    match when.len() {
        10 if known(when) => Ok(when.to_string()),
        7 if known(&format!("{when}-01")) => Ok(format!("{when}-{of_month}")),
        _ => {
            let what = format!("{when:?} is no day or month; write it as 2024-06-21 or 2024-06");
            Err(StoreError::Asked(what))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parties() {
        let check = |words: &str, want: Who| assert_eq!(Who::from(words), want);
        check("KEN", Who::Code("KEN".into()));
        check("KEN.GOV.MFA", Who::Code("KEN.GOV.MFA".into()));
        check("IGO.NATO", Who::Code("IGO.NATO".into()));
        check("NATO", Who::Name("NATO".into()));
        check("Kenya", Who::Name("Kenya".into()));
        check("Q114", Who::Entity("Q114".into()));
        check("Queen", Who::Name("Queen".into()));
    }

    #[test]
    fn words_and_days() {
        assert_eq!(
            phrases("grain \"held talks\" o'clock*"),
            "\"grain\" \"held talks\" \"o'clock*\""
        );
        assert_eq!(phrases("a \"b"), "\"a\" \"b\"", "no mark of FTS5 is left open");
        assert_eq!(first_day("2031-03").expect("a month"), "2031-03-01");
        assert_eq!(last_day("2031-03-05").expect("a day"), "2031-03-05");
        for wrong in ["2031", "2031-13", "2031-02-30", "today", "2031-03-05T10"] {
            assert!(first_day(wrong).is_err(), "{wrong}");
        }
    }
}
