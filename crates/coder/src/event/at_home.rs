//! Who takes part in an event and is told by a name alone, in a story that plays in one state: somebody of that state of
//! whom no more is known (sector UNK of PLOVER).
//!
//! News names the state of whoever is from elsewhere. For finished events: that somebody is at home makes no act
//! political, but for an accusation among two of them. Does not look at stories of two states, at sentences that name
//! another state, nor at nouns.

use super::draft::Draft;
use super::ontology::ACCUSE;
use crate::View;
use verbale_document::{
    ActorCode, Form, Mention, MentionKind, Participant, Polarity, SentenceIdx, SmolStr,
};

/// The share of a state among all codes of a story from which on it plays there.
const MOST: f64 = 0.7;
/// How often the story names those of the state at least.
const OFTEN: usize = 3;

/// Gives named parties without a code that of the state where the story plays.
pub fn place(view: &View<'_>, parties: &mut [Participant], at: SentenceIdx) {
    let named = |p: &Participant| {
        p.code.is_none() && p.mention.is_some_and(|m| is_named(view.doc.mention(m)))
    };
    if !parties.iter().any(named) {
        return;
    }
    let Some(home) = home_at(view, at) else { return };
    for p in parties.iter_mut().filter(|p| named(p)) {
        p.code = Some(ActorCode::new(format!("{home}.UNK")));
    }
}

/// Whether somebody with a name accuses somebody with a name, in a story that plays in one state: worth a record,
/// whatever either is.
pub fn is_accused(
    view: &View<'_>,
    draft: &Draft,
    (actors, recipients): (&[Participant], &[Participant]),
    at: SentenceIdx,
) -> bool {
    let named = |p: &Participant| p.mention.is_some_and(|m| is_named(view.doc.mention(m)));
    let all = |those: &[Participant]| !those.is_empty() && those.iter().all(named);
    draft.kind == ACCUSE
        && draft.polarity == Polarity::Positive
        && all(actors)
        && all(recipients)
        && home_at(view, at).is_some()
}

/// The one state where a story plays, where a sentence names nobody of another.
fn home_at<'v>(view: &'v View<'_>, at: SentenceIdx) -> Option<&'v SmolStr> {
    let home = view.home.get_or_init(|| home(view)).as_ref();
    home.filter(|home| !names_another(view, home, at))
}

/// Whether a sentence names somebody of another state.
pub fn names_another(view: &View<'_>, home: &str, at: SentenceIdx) -> bool {
    view.mentions_in(at).iter().any(|m| {
        let code = view.code_of(m);
        code.as_ref().and_then(|c| c.state()).is_some_and(|state| state != home)
    })
}

/// Whether a mention is the name of a person or an organisation, or a pronoun for one.
fn is_named(m: &Mention) -> bool {
    let kind = matches!(m.kind, MentionKind::Person | MentionKind::Organisation);
    kind && m.entity.is_some() && matches!(m.form, Form::Name | Form::Pronoun)
}

/// The one state of which nearly all that a story names is.
fn home(view: &View<'_>) -> Option<SmolStr> {
    let codes = view.mentions().iter().filter_map(|m| view.code_of(m));
    let states: Vec<SmolStr> = codes.filter_map(|c| c.state().map(SmolStr::new)).collect();
    let count = |state: &SmolStr| states.iter().filter(|s| *s == state).count();
    let mut each: Vec<&SmolStr> = states.iter().collect();
    each.sort_unstable();
    each.dedup();
    let most = each.into_iter().max_by_key(|s| count(s))?;
    let own = count(most);
    (own >= OFTEN && own as f64 >= MOST * states.len() as f64).then(|| most.clone())
}
