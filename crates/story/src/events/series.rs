//! Words by which a report tells an event from others of its kind: "another raid", "the second shooting",
//! "he had previously opposed it", "for the third time this year".

use super::words::words;
use crate::table::rows;

/// Words that may stand between a word and the trigger before which it counts.
const BEFORE: usize = 1;
/// The same of a word that counts on either side.
const NEAR: usize = 3;
/// The same of two words in front of a verb.
const SINCE: usize = 6;

/// The words of `event_others.tsv`, by where they count.
#[derive(Clone, Debug, Default)]
pub struct Series {
    before: Vec<String>,
    near: Vec<String>,
    sentence: Vec<[String; 2]>,
    since: Vec<[String; 2]>,
}

impl Series {
    /// Reads the table.
    ///
    /// # Errors
    /// A place that is none of before, near, sentence and since, and a row for one of the last two that is not two words.
    pub(super) fn new(table: &str) -> Result<Self, String> {
        const NAME: &str = "event_others.tsv";
        let mut series = Series::default();
        for [text, place] in rows(NAME, table, ["words", "where"])? {
            let told: Vec<String> = words(text).map(str::to_lowercase).collect();
            match (place, told.as_slice()) {
                ("before", [word]) => series.before.push(word.clone()),
                ("near", [word]) => series.near.push(word.clone()),
                ("sentence", [one, two]) => series.sentence.push([one.clone(), two.clone()]),
                ("since", [one, two]) => series.since.push([one.clone(), two.clone()]),
                _ => {
                    return Err(format!(
                        "{NAME}: {text}: no such place or number of words: {place}"
                    ));
                }
            }
        }
        Ok(series)
    }

    /// Whether one of the words tells the event from others; `before` and `after` are what stands on either
    /// side of its trigger in the sentence, `noun` whether that is one.
    pub(super) fn tells(&self, before: &str, after: &str, noun: bool) -> bool {
        let (before, after) = (lower(before), lower(after));
        let last = |n: usize| before.iter().rev().take(n + 1);
        let next = after.iter().take(NEAR + 1);
        let counted = |side: &[String]| holds(side, &self.sentence);
        (noun && last(BEFORE).any(|w| self.before.contains(w)))
            || last(NEAR).chain(next).any(|w| self.near.contains(w))
            || counted(&before)
            || counted(&after)
            || (!noun && holds(&before[before.len().saturating_sub(SINCE + 2)..], &self.since))
    }
}

fn lower(text: &str) -> Vec<String> {
    words(text).map(str::to_lowercase).collect()
}

fn holds(words: &[String], pairs: &[[String; 2]]) -> bool {
    words.windows(2).any(|pair| pairs.iter().any(|two| two.as_slice() == pair))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_count_where_the_table_says() {
        let lexicons = verbale_lexicons::english();
        let table = lexicons.text("event_others.tsv").expect("a table");
        let series = Series::new(table).expect("sound rows");
        let tells = |before, after| series.tells(before, after, true);
        assert!(tells("Police spoke of a second ", " at the ferry."));
        assert!(tells("A Third deadly ", " shook Port Amel."));
        assert!(!tells("On the second day rebels ", " the ferry."));
        assert!(tells("The mayor, who previously ", " the bridge"));
        assert!(!tells("The mayor ", " the bridge that her party has long previously paid for"));
        assert!(tells("Rebels ", " the ferry, the third time this year."));
        assert!(!tells("Rebels ", " the ferry for some time."));
        assert!(!series.tells("Three other bakers were ", " at the ferry.", false));
        assert!(series.tells("It came ten days after a guard had been ", " at the mill.", false));
        assert!(!series.tells("Guards spoke of ten days after the ", " at the mill.", true));
    }

    #[test]
    fn a_row_that_says_no_place_is_refused() {
        let told = Series::new("words\twhere\nanother\tbehind\n").expect_err("no such place");
        assert!(told.starts_with("event_others.tsv: another"), "{told}");
    }
}
