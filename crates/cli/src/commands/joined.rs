//! Mentions of events as a run over days goes, joined once their story is at its end.
//!
//! A story takes in no more when its last report has left the window; then its mentions are joined and
//! their lines laid aside, so that memory is that of a window. Lines come out in the order in which
//! their stories began.

use super::events;
use crate::outcome::Failure;
use crate::spool::Spool;
use std::collections::{BTreeMap, HashMap};
use std::io::Write;
use verbale_story::events::{Joiner, Occurrence};

/// The stories of a run that may still grow, and the lines of those that do not.
pub struct Joined<'j> {
    joiner: &'j Joiner,
    window: i32,
    /// By the id of the story.
    open: BTreeMap<String, Open>,
    lines: Spool,
}

/// A story of the window.
struct Open {
    /// The number of its first report.
    number: usize,
    /// The day of its last report, in days of the common era.
    last: i32,
    told: Vec<Occurrence>,
}

/// What a report brings to its story.
pub struct Brought {
    /// The id of the story.
    pub story: String,
    /// The number of the report, in the order of the inputs.
    pub number: usize,
    /// The mentions that it has.
    pub told: Vec<Occurrence>,
}

impl<'j> Joined<'j> {
    /// For a run that compares reports at most `window` days apart.
    pub fn new(joiner: &'j Joiner, window: u16) -> Result<Self, Failure> {
        let (open, lines) = (BTreeMap::new(), Spool::new()?);
        Ok(Joined { joiner, window: i32::from(window), open, lines })
    }

    /// Takes in a day (`today`, in days of the common era): the stories that go on as another, then what
    /// its reports bring.
    pub fn day(
        &mut self,
        today: i32,
        redirects: &[(String, String)],
        brought: impl Iterator<Item = Brought>,
    ) -> Result<(), Failure> {
        let next: HashMap<&str, &str> =
            redirects.iter().map(|(from, to)| (from.as_str(), to.as_str())).collect();
        for (from, mut to) in &next {
            while let Some(further) = next.get(to) {
                to = further;
            }
            if let Some(gone) = self.open.remove(*from) {
                self.add(to.to_string(), gone);
            }
        }
        for Brought { story, number, told } in brought {
            self.add(story, Open { number, last: today, told });
        }
        let oldest = today - self.window;
        let ended: Vec<String> =
            self.open.iter().filter(|(_, s)| s.last < oldest).map(|(id, _)| id.clone()).collect();
        ended.iter().try_for_each(|story| self.end(story))
    }

    /// Joins what is left and hands over the lines of all stories, a story at a time.
    pub fn write(mut self, out: &mut impl Write) -> Result<(), Failure> {
        while let Some(story) = self.open.keys().next().cloned() {
            self.end(&story)?;
        }
        self.lines.each_day(|stories: Vec<(usize, String)>| {
            let written = stories.iter().try_for_each(|(_, lines)| out.write_all(lines.as_bytes()));
            written.map_err(|e| Failure::output(&e))
        })
    }

    fn add(&mut self, story: String, more: Open) {
        let new = Open { number: more.number, last: more.last, told: Vec::new() };
        let known = self.open.entry(story).or_insert(new);
        known.number = known.number.min(more.number);
        known.last = known.last.max(more.last);
        known.told.extend(more.told);
    }

    /// Joins the mentions of a story that takes in no more.
    fn end(&mut self, story: &str) -> Result<(), Failure> {
        let Some(Open { number, mut told, .. }) = self.open.remove(story) else { return Ok(()) };
        let groups = self.joiner.group(&mut told);
        let lines: String =
            events::told(&groups, &told).iter().map(|line| format!("{line}\n")).collect();
        if lines.is_empty() {
            Ok(())
        } else {
            self.lines.push(Some(&format!("{number:020}")), &lines)
        }
    }
}
