//! Whose land or thing it is that is hit or visited: "a town in Chad", "Kharkiv", "a visit to Cairo".
//!
//! Attacks on things and places are attacks on the state whose they are, and a visit to a town abroad is
//! one to its state (PLOVER 2.0 codes targets that way). Only for participants that name nobody
//! themselves. Does not guess: the place must be named in the phrase, with the state it lies in.

use super::lexicon::WordClasses;
use super::ontology::{
    AID, CONSULT, MATERIAL_CONFLICT, MOBILIZE, Nature, REJECT, REQUEST, SUPPORT, VERBAL_CONFLICT,
};
use crate::View;
use verbale_document::{ActorCode, Deprel, EventType, Mention, MentionKind, Participant, TokenIdx};

/// Prepositions behind a cause, before those whose it is, and how far they are followed.
const CAUSE: [&str; 4] = ["of", "for", "to", "in"];
const MAX_STEPS: usize = 4;

/// Gives recipients without a code that of the state whose land or thing they are.
pub fn place(
    view: &View<'_>,
    classes: &WordClasses,
    (kind, mode): (&EventType, Option<&str>),
    nature: &Nature,
    recipients: &mut [Participant],
) {
    // "arrived in Lome"
    let reached = mode == Some("visit");
    let hit = nature.quad == MATERIAL_CONFLICT;
    for p in recipients.iter_mut().filter(|p| p.code.is_none()) {
        let state = match p.mention.map(|m| view.doc.mention(m)) {
            Some(m) if hit => state_of(m).or_else(|| land_of(view, m)),
            Some(m) if *kind == CONSULT && (reached || !stands_in(view, m)) => state_of(m),
            // "rejected an offer from Kyiv", "demanded an apology from Kyiv"
            Some(m) if [REJECT, REQUEST].contains(kind) && view.has_case(m.head, "from") => {
                state_of(m)
            }
            None if hit => {
                let near = *kind == MOBILIZE;
                state_in(view, p, near).or_else(|| state_around(view, classes, p))
            }
            _ => None,
        };
        p.code = state;
    }
}

/// Gives a town or province that acts ("Lagos banned the march", "Quebec rejected the plan") the code of its state.
pub fn town(view: &View<'_>, nature: &Nature, actors: &mut [Participant]) {
    let acts = |m: &&Mention| {
        let rel = view.tree.token(m.head).deprel;
        matches!(rel, Deprel::Nsubj | Deprel::OblAgent) && !view.is_headline(m.head)
    };
    let towns = actors.iter_mut().filter(|p| p.code.is_none());
    for p in towns.filter(|_| [VERBAL_CONFLICT, MATERIAL_CONFLICT].contains(&nature.quad)) {
        p.code = p.mention.map(|m| view.doc.mention(m)).filter(acts).and_then(state_of);
    }
}

/// "met in Rome" tells where, not whom.
fn stands_in(view: &View<'_>, mention: &Mention) -> bool {
    ["in", "at", "near", "from"].iter().any(|case| view.has_case(mention.head, case))
}

/// "*Chad's* Lake region": the state whose a place is that no table knows.
fn land_of(view: &View<'_>, mention: &Mention) -> Option<ActorCode> {
    let mut owners = view.owners(mention.head).into_iter().filter_map(|t| view.actor_at(t));
    owners.find_map(|m| state_of(view.doc.mention(m)))
}

fn state_of(mention: &Mention) -> Option<ActorCode> {
    let place = matches!(mention.kind, MentionKind::Place | MentionKind::Country);
    let state = mention.place.as_ref().and_then(|p| p.country.clone());
    state.filter(|_| place).map(ActorCode::new)
}

/// Gives recipients of help or praise of whom nobody has a code that of those whose cause it is. For
/// finished events: a cause alone makes no act political.
pub fn benefit(view: &View<'_>, kind: &EventType, recipients: &mut [Participant]) {
    if [AID, SUPPORT].contains(kind) && recipients.iter().all(|p| p.code.is_none()) {
        for p in recipients.iter_mut() {
            p.code = match p.mention {
                Some(m) if *kind == AID => state_of(view.doc.mention(m)),
                Some(_) => None,
                None => beneficiary(view, p),
            };
        }
    }
}

/// Whose cause it is that is helped: "money for *Togo's* schools", "backs reforms in *Chad*".
fn beneficiary(view: &View<'_>, p: &Participant) -> Option<ActorCode> {
    let mut at = head_of(view, p)?;
    for _ in 0..MAX_STEPS {
        if let Some(m) = view.mention_of(at).or_else(|| view.owner_of(at)) {
            let m = view.doc.mention(m);
            return view.code_of(m).or_else(|| state_of(m));
        }
        let phrase = |k: &TokenIdx| view.marker_of(*k).is_some_and(|c| CAUSE.contains(&c));
        at = view.tree.children_by(at, Deprel::Nmod).find(phrase)?;
    }
    None
}

/// The head of a participant's phrase.
pub fn head_of(view: &View<'_>, p: &Participant) -> Option<TokenIdx> {
    let tokens = view.doc.tokens_in(p.span);
    let outside = |t: &TokenIdx| view.tree.token(*t).head.is_none_or(|h| !tokens.contains(&h));
    tokens.clone().find(outside)
}

/// The state in which the clause says that a place is hit: "bombed a *town* in Chad", where the tree hangs
/// "in Chad" on the verb.
fn state_around(view: &View<'_>, classes: &WordClasses, p: &Participant) -> Option<ActorCode> {
    let top = head_of(view, p)?;
    let token = view.tree.token(top);
    let verb = token.head.filter(|_| matches!(token.deprel, Deprel::Obj | Deprel::NsubjPass))?;
    let site = classes.is_word(view, "site", top);
    let place = view.place_in(verb).filter(|_| site && !view.is_owned(top))?;
    state_of(view.doc.mention(place))
}

/// The state of the first place or state named in a phrase that is not itself its head; of one beside a border
/// where what is `near` counts (troops are sent there because of those behind it).
fn state_in(view: &View<'_>, p: &Participant, near: bool) -> Option<ActorCode> {
    let top = head_of(view, p)?;
    // Near a border is not yet behind it.
    let border = |t: &TokenIdx| {
        let noun = view.tree.token(*t).head.map(|h| view.lemma(h));
        matches!(noun, Some("border" | "frontier"))
    };
    let clause = |t: TokenIdx| view.tree.token(t).deprel == Deprel::AclRelcl;
    let inside = view.tree.subtree_without(top, clause);
    let inside = inside.into_iter().filter(|t| *t == top || near || !border(t));
    inside.filter_map(|t| view.actor_at(t)).map(|m| view.doc.mention(m)).find_map(state_of)
}

impl View<'_> {
    /// Whether a phrase behind "in" tells where or upon whom: it names somebody, and no cause ("*in support* of
    /// Chad").
    pub fn is_where(&self, head: TokenIdx) -> bool {
        self.names_somebody(head) && !self.is_of_class(head, "cause")
    }
}
