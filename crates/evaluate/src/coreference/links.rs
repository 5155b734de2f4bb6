//! Links from a pronoun, or a name, to what it refers back to.
//!
//! A link leads from a mention to the nearest one before it in our chain that is matched; it is
//! right where both belong to one entity of the reference. Only "I", "we" and "you" may take the nearest
//! mention after them, for a quotation may come before its speaker's name. A pronoun that is no
//! mention of the reference ("it rains"), or whose chain holds nothing before it that is, is linked
//! wrongly. A pair of names counts only where both are matched.

use super::matching::Matching;
use crate::Score;
use std::ops::{AddAssign, Range};
use verbale::document::{Document, Form, Mention};

/// Scores of links.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct LinkScores {
    /// He, she, it, they and their forms. The reference counts those of entities with more mentions.
    pub third_person: Score,
    /// I, we, you and their forms.
    pub other_pronouns: Score,
    /// Third-person pronouns to the nearest mention that is no pronoun.
    pub third_person_to_noun: Score,
    /// Names to the nearest name before them.
    pub names: Score,
}

impl LinkScores {
    /// All pronouns.
    pub fn pronouns(&self) -> Score {
        let mut all = self.third_person;
        all += self.other_pronouns;
        all
    }
}

impl AddAssign for LinkScores {
    fn add_assign(&mut self, other: Self) {
        self.third_person += other.third_person;
        self.other_pronouns += other.other_pronouns;
        self.third_person_to_noun += other.third_person_to_noun;
        self.names += other.names;
    }
}

/// Third-person pronouns by their forms.
const THIRD_PERSON: &[&str] = &[
    "he",
    "him",
    "his",
    "himself",
    "she",
    "her",
    "hers",
    "herself",
    "it",
    "its",
    "itself",
    "they",
    "them",
    "their",
    "theirs",
    "themselves",
    "themself",
];

fn is_third(doc: &Document, mention: &Mention) -> bool {
    THIRD_PERSON.contains(&doc.slice(mention.span).to_lowercase().as_str())
}

/// Scores the links of one document.
pub(super) fn links(reference: &Document, predicted: &Document, matching: &Matching) -> LinkScores {
    let mut scores = LinkScores::default();
    for (i, mention) in matching.ours.iter().enumerate() {
        ours(&mut scores, matching, i, is_third(predicted, mention));
    }
    for (i, mention) in matching.gold.iter().enumerate() {
        gold(&mut scores, matching, i, is_third(reference, mention));
    }
    scores
}

/// Counts the links of our mention `i`.
fn ours(scores: &mut LinkScores, matching: &Matching, i: usize, third: bool) {
    let before = |to: fn(&Mention) -> bool| Link::of(matching, i, 0..i, to);
    match matching.ours[i].form {
        Form::Pronoun if third => {
            count(&mut scores.third_person, before(|_| true));
            count(&mut scores.third_person_to_noun, before(|m| m.form != Form::Pronoun));
        }
        Form::Pronoun => {
            let after = Link::of(matching, i, i + 1..matching.ours.len(), |_| true);
            count(&mut scores.other_pronouns, before(|_| true).or(after));
        }
        Form::Name => count(&mut scores.names, Link::of_name(matching, i)),
        _ => {}
    }
}

/// Where the nearest matched mention of our chain leads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Link {
    /// Our chain has no other mention there.
    None,
    /// It has, but none that is a mention of the reference.
    Foreign,
    /// To another entity, or from what is no mention of the reference.
    Wrong,
    /// To the same entity.
    Right,
}

impl Link {
    /// From our mention `i` to the nearest one among `range`, which lies before or after it.
    fn of(matching: &Matching, i: usize, range: Range<usize>, to: fn(&Mention) -> bool) -> Link {
        let ours = matching.ours[i];
        let in_chain = |k: &usize| matching.ours[*k].chain == ours.chain && to(matching.ours[*k]);
        let others: Vec<usize> = range.filter(in_chain).collect();
        let distance = |k: &&usize| matching.ours[**k].span.start.abs_diff(ours.span.start);
        let matched = others.iter().filter(|k| matching.to_gold[**k].is_some());
        let nearest = matched.min_by_key(distance).and_then(|k| matching.to_gold[*k]);
        let chain = |k: usize| matching.gold[k].chain;
        match (nearest, matching.to_gold[i]) {
            _ if others.is_empty() => Link::None,
            (None, _) => Link::Foreign,
            (Some(a), Some(b)) if chain(a) == chain(b) => Link::Right,
            _ => Link::Wrong,
        }
    }

    /// From our name `i` to the one right before it in its chain, where both are matched.
    fn of_name(matching: &Matching, i: usize) -> Link {
        let (ours, chain) = (&matching.ours, matching.ours[i].chain);
        let before = (0..i).rfind(|&k| ours[k].chain == chain && ours[k].form == Form::Name);
        let link = before.map_or(Link::None, |k| Link::of(matching, i, k..k + 1, |_| true));
        if link == Link::Foreign || matching.to_gold[i].is_none() { Link::None } else { link }
    }

    /// This one if it leads to a mention of the reference, else the other.
    fn or(self, other: Link) -> Link {
        if matches!(self, Link::Right | Link::Wrong) || other == Link::None { self } else { other }
    }
}

fn count(score: &mut Score, link: Link) {
    score.predicted += usize::from(link != Link::None);
    score.correct += usize::from(link == Link::Right);
}

/// Counts what could be linked: pronouns with another mention, names with an earlier name.
fn gold(scores: &mut LinkScores, matching: &Matching, i: usize, third: bool) {
    let mention = matching.gold[i];
    let some = |among: &[&Mention], which: fn(&Mention) -> bool| {
        usize::from(among.iter().any(|m| m.chain == mention.chain && which(m)))
    };
    let (before, after) = (&matching.gold[..i], &matching.gold[i + 1..]);
    let other = |which| some(before, which).max(some(after, which));
    match mention.form {
        Form::Pronoun if third => {
            scores.third_person.reference += other(|_| true);
            scores.third_person_to_noun.reference += other(|m| m.form != Form::Pronoun);
        }
        Form::Pronoun => scores.other_pronouns.reference += other(|_| true),
        Form::Name => scores.names.reference += some(before, |m| m.form == Form::Name),
        _ => {}
    }
}
