//! The state of a run: texts of the window and who has them from whom.

use super::boilerplate::{Hosts, Page, passages};
use super::forms::{forms, union};
use super::index::{Index, PRINTS};
use super::minhash::bands;
use super::shingles::Shingles;
use super::source::Origin;
use super::winnowing::{PAGES, PASSAGES, fingerprints};
use super::{Alike, Copy, CopyKind, FORM, PASSAGE, REPRINTED, SAME, kind};
use crate::Report;
use crate::report::day_number;
use crate::terms::words;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, VecDeque};
use std::ops::Range;

/// Finds copies as reports come, a day at a time.
#[derive(Serialize, Deserialize)]
pub struct Copies {
    window: i32,
    today: i32,
    hosts: Hosts,
    bands: Index,
    prints: Index,
    /// The texts of the window.
    texts: VecDeque<Text>,
    /// The number of the first of them.
    first: u32,
}

/// A text of the window.
#[derive(Serialize, Deserialize)]
struct Text {
    day: i32,
    origin: Origin,
    shingles: Shingles,
    bands: Vec<u32>,
    /// Of all of it.
    prints: Vec<u32>,
    /// How many of the first of them are of its own text.
    own_prints: usize,
    /// What it copies.
    from: Option<Alike>,
}

impl Copies {
    /// Compares texts that are at most `window` days apart.
    pub fn new(window: u16) -> Self {
        Copies {
            window: i32::from(window),
            today: 0,
            hosts: Hosts::default(),
            bands: Index::default(),
            prints: Index::default(),
            texts: VecDeque::new(),
            first: 0,
        }
    }

    /// Takes in the reports of one day, which it sorts by key, and marks what their hosts repeat; gives
    /// their numbers.
    pub fn take(&mut self, reports: &mut [Report]) -> Range<u32> {
        reports.sort_by(Report::by_key);
        self.today = reports.iter().filter_map(day_number).fold(self.today, i32::max);
        self.forget();
        self.add_all(reports)
    }

    /// The pairs of `new` reports that share text, with one another and with those of the window; which of
    /// them are `together` in a story is told by who groups them.
    pub fn pairs(&self, new: Range<u32>, together: impl Fn(u32, u32) -> bool) -> Vec<Alike> {
        let candidates = self.candidates(new, &together);
        candidates.into_iter().filter_map(|(a, b)| self.alike(a, b, together(a, b))).collect()
    }

    /// Chooses a source for each text among the pairs of a day that are believed; gives the copies of
    /// this day, and earlier documents whose source has come, or a better one.
    pub fn choose<'p>(&mut self, pairs: impl Iterator<Item = &'p Alike>) -> Vec<Copy> {
        let better: BTreeSet<u32> =
            pairs.filter(|pair| self.prefer(pair)).map(|pair| pair.numbers.0).collect();
        better.into_iter().filter_map(|copy| self.copy(copy)).collect()
    }

    /// Takes the texts in; boilerplate is known once all pages of the day are counted.
    fn add_all(&mut self, reports: &mut [Report]) -> Range<u32> {
        let from = self.first + self.texts.len() as u32;
        let texts: Vec<_> = reports
            .iter()
            .map(|r| {
                let words = words(&r.text);
                let shingles = Shingles::of(&words);
                (fingerprints(&shingles, PAGES), shingles, words.len(), forms(&words))
            })
            .collect();
        for (report, (prints, _, words, _)) in reports.iter().zip(&texts) {
            let (day, host) = (day_number(report), report.host.as_deref());
            self.hosts.add(&Page { host, day, prints, words: *words }, self.today);
        }
        for (report, (prints, shingles, words, forms)) in reports.iter_mut().zip(texts) {
            let (day, host) = (day_number(report), report.host.as_deref());
            let page = Page { host, day, prints: &prints, words };
            report.repeated = self.hosts.repeated(&page);
            let boilerplate = match self.hosts.is_form(&page) {
                true => vec![(0, words as u32)],
                false => union(&passages(&report.repeated), &forms),
            };
            self.add(report, shingles, boilerplate);
        }
        from..self.first + self.texts.len() as u32
    }

    /// Takes in a text with the ranges of its words that are boilerplate.
    fn add(&mut self, report: &Report, mut shingles: Shingles, boilerplate: Vec<(u32, u32)>) {
        let number = self.first + self.texts.len() as u32;
        shingles.mark(boilerplate);
        let prints = fingerprints(&shingles, PASSAGES);
        let (out, mut prints): (Vec<_>, Vec<_>) =
            prints.into_iter().partition(|(at, _)| shingles.is_boilerplate(*at));
        let own_prints = prints.len();
        prints.extend(out);
        let text = Text {
            day: day_number(report).unwrap_or(self.today),
            origin: Origin::of(report),
            bands: bands(&shingles),
            prints: prints.into_iter().map(|(_, print)| print).collect(),
            own_prints,
            shingles,
            from: None,
        };
        self.bands.add(number, &text.bands);
        self.prints.add(number, &text.prints);
        self.texts.push_back(text);
    }

    /// The pairs to look at, each once: those that share a band or two fingerprints; of one story or host,
    /// or of boilerplate, one is enough.
    fn candidates(
        &self,
        new: Range<u32>,
        together: &impl Fn(u32, u32) -> bool,
    ) -> BTreeSet<(u32, u32)> {
        let window = self.window.unsigned_abs();
        let near = |a: u32, b: u32| self.text(a).day.abs_diff(self.text(b).day) <= window;
        let with = |a: u32| {
            let text = self.text(a);
            let banded = self.bands.shared(a, &text.bands).into_keys();
            let (own, repeated) = text.prints.split_at(text.own_prints);
            let close = |b: u32| text.origin.same_host(&self.text(b).origin) || together(a, b);
            let printed = self.prints.shared(a, own).into_iter();
            let printed = printed.filter(|(b, n)| *n >= PRINTS || close(*b)).map(|(b, _)| b);
            let formed = self.prints.shared(a, repeated).into_keys();
            let all: BTreeSet<u32> = banded.chain(printed).chain(formed).collect();
            all.into_iter().filter(move |b| near(a, *b)).map(move |b| (a.min(b), a.max(b)))
        };
        new.flat_map(with).collect()
    }

    /// What two texts are to one another; none where they share too little.
    fn alike(&self, a: u32, b: u32, together: bool) -> Option<Alike> {
        let (copy, source) = match self.text(a).origin.is_from(&self.text(b).origin) {
            true => (a, b),
            false => (b, a),
        };
        let (text, other) = (self.text(copy), self.text(source));
        if text.origin.key == other.origin.key {
            return None; // One document that came twice.
        }
        let overlap = text.shingles.overlap(&other.shingles);
        let late = text.day.abs_diff(other.day) > REPRINTED && !together;
        let little =
            (text.shingles.is_cut() || other.shingles.is_cut()) && overlap.shared < PASSAGE;
        let form = little || (late && overlap.resemblance() < SAME);
        let kind = kind(&overlap).filter(|_| !form).or_else(|| {
            let (all, boilerplate) = text.shingles.longest(&other.shingles);
            // What reports of two stories share at once may be of one matter.
            let form = if late { all } else { boilerplate };
            (form >= FORM).then_some(CopyKind::Boilerplate)
        });
        Some(Alike {
            numbers: (copy, source),
            docs: (text.origin.key.clone(), other.origin.key.clone()),
            kind: kind?,
            resemblance: overlap.resemblance(),
            containment: overlap.containment(),
        })
    }

    /// Notes a source where it is better than the one before: more alike in kind, or as much and itself
    /// the source of that one. No text comes round to itself.
    fn prefer(&mut self, pair: &Alike) -> bool {
        let (copy, source) = pair.numbers;
        let mut at = Some(source);
        while let Some(number) = at.filter(|n| *n >= self.first) {
            if number == copy {
                return false;
            }
            at = self.text(number).from.as_ref().map(|from| from.numbers.1);
        }
        let better = self.text(copy).from.as_ref().is_none_or(|old| {
            let known = Some(old.numbers.1).filter(|n| *n >= self.first);
            let source = &self.text(source).origin;
            let earlier = || known.is_some_and(|old| self.text(old).origin.is_from(source));
            pair.kind > old.kind || (pair.kind == old.kind && earlier())
        });
        if better {
            self.texts[(copy - self.first) as usize].from = Some(pair.clone());
        }
        better
    }

    fn copy(&self, number: u32) -> Option<Copy> {
        let alike = self.text(number).from.as_ref()?;
        let (doc, of) = alike.docs.clone();
        Some(Copy { doc, of, kind: alike.kind })
    }

    fn forget(&mut self) {
        let oldest = self.today - self.window;
        while let Some(text) = self.texts.front().filter(|t| t.day < oldest) {
            self.bands.remove_first(self.first, &text.bands);
            self.prints.remove_first(self.first, &text.prints);
            self.texts.pop_front();
            self.first += 1;
        }
        self.hosts.forget(self.today, oldest);
    }

    fn text(&self, number: u32) -> &Text {
        &self.texts[(number - self.first) as usize]
    }
}
