//! The words of `lexicons/times.tsv`.

use crate::word::lower;
use rustc_hash::FxHashMap;
use verbale_document::{Lexicons, SmolStr, TableError};

/// What a word can be in a time expression.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Word {
    Month(i8),
    Weekday(i8),
    Unit(SmolStr),
    Number(i64),
    Daypart(SmolStr),
    /// Days from today.
    Day(i64),
    /// A TIMEX3 reference.
    Reference(SmolStr),
    Season(SmolStr),
    Set(SmolStr),
}

/// Words by lower-case form.
pub(super) struct Words {
    words: FxHashMap<SmolStr, Word>,
}

impl Words {
    pub(super) fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let table = lexicons.table("times.tsv", &["word", "kind", "value"])?;
        let mut words = FxHashMap::default();
        for row in table.rows() {
            let value = row.get("value");
            let number =
                || value.parse::<i64>().map_err(|_| row.error(format!("`{value}` is no number")));
            let word = match row.get("kind") {
                "month" => Word::Month(number()? as i8),
                "weekday" => Word::Weekday(number()? as i8),
                "unit" => Word::Unit(value.into()),
                "number" => Word::Number(number()?),
                "daypart" => Word::Daypart(value.into()),
                "season" => Word::Season(value.into()),
                "set" => Word::Set(value.into()),
                "reference" => match value.parse() {
                    Ok(days) => Word::Day(days),
                    Err(_) => Word::Reference(value.into()),
                },
                other => return Err(row.error(format!("no kind `{other}`"))),
            };
            words.insert(lower(row.get("word")), word);
        }
        Ok(Words { words })
    }

    pub(super) fn get(&self, word: &str) -> Option<&Word> {
        self.words.get(&lower(word))
    }
}
