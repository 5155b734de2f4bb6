//! Events named by nouns: under a light verb ("held talks with"), or alone ("the attack on ...").

use super::control::talks_of;
use super::denied;
use super::draft::{Draft, governor_actors};
use super::frame;
use super::governor::{Effect, Link};
use super::lexicon::{Entry, Index};
use super::manner;
use super::modality::Mood;
use super::ontology::{AGREE, ASSAULT, CONSULT, COOPERATE, PROTEST};
use super::partner;
use super::slot::Slot;
use super::verb;
use crate::View;
use crate::trace::Reason;
use verbale_document::{Deprel, EventType, Form, MentionKind, TokenIdx, Upos};

/// Prepositions of phrases that say where, and not what kind of act it is.
const WHERE: [&str; 3] = ["in", "at", "near"];
/// Prepositions that say where or between whom something happens.
const AROUND: [&str; 8] = ["in", "across", "against", "between", "with", "near", "at", "outside"];

/// Effects of words that do not bring about what the noun names.
const OPEN: [Effect; 6] = [
    Effect::Maybe,
    Effect::Refuse,
    Effect::Future,
    Effect::Arrange,
    Effect::Threaten,
    Effect::Fail,
];
/// Acts that may be done to nobody in particular.
const DEEDS: [EventType; 2] = [ASSAULT, PROTEST];

/// What several do together, beyond meeting.
pub const JOINT: [EventType; 2] = [AGREE, COOPERATE];

/// Weight of a noun alone, and of one whose verb is known.
const ALONE: f32 = 0.55;
const GOVERNED: f32 = 0.8;

/// The events that the noun at `token` may name under its governors `links`, before their effects,
/// the likeliest first: those whose recipient is there. None behind a row that says that it names none.
pub fn drafts(
    view: &View<'_>,
    index: &Index,
    token: TokenIdx,
    (links, doers): (&[Link], &[TokenIdx]),
) -> Vec<Draft> {
    let Some(entries) = verb::entries(view, index, token) else { return Vec::new() };
    let fits = |e: &&Entry| {
        let so = manner::is_on(view, e, token) || manner::is_tried(view, e, token);
        let governed = !e.needs.governed || !links.is_empty() || so;
        let modified = e.modifiers.is_empty() || has_modifier(view, token, e);
        if !(governed && modified) {
            let why = if modified { Reason::NotGoverned } else { Reason::NoModifier };
            view.log.drop(token, Some(e.row), why);
        }
        governed && modified
    };
    let fitting = || entries.iter().filter(fits);
    let filled = |e: &&Entry| !recipients(view, e, token, links, &[]).is_empty();
    let (first, rest): (Vec<&Entry>, Vec<&Entry>) = fitting().partition(filled);
    let all = first.into_iter().chain(rest);
    let blocked = |e: &Entry, draft| view.log.found(draft, token, Some(e.row), Reason::Blocked);
    all.map_while(|entry| blocked(entry, draft(view, entry, token, (links, doers)))).collect()
}

fn draft(
    view: &View<'_>,
    entry: &Entry,
    token: TokenIdx,
    (links, doers): (&[Link], &[TokenIdx]),
) -> Option<Draft> {
    let governor = links.first().map(|l| l.head).filter(|&h| view.tree.token(h).upos != Upos::Noun);
    let weight = if links.is_empty() { ALONE } else { GOVERNED };
    let by = match links.first() {
        Some(link) => format!("event_nouns.tsv:{}+{}", entry.lemma, view.lemma(link.head)),
        None => format!("event_nouns.tsv:{}", entry.lemma),
    };
    let mut draft = Draft::new(entry, vec![token], by, weight)?;
    draft.actors = actors(view, entry, token, (governor, links.first().map(|l| l.effect)));
    if draft.actors.is_empty() && !doers.is_empty() {
        draft.actors = doers.to_vec();
        // "the raid that Togo *will* launch"
        let clause = view.clause_beside(token).map(|v| view.mood(&view.clause(v)));
        draft.under(clause.unwrap_or_default());
    }
    draft.recipients = recipients(view, entry, token, links, &draft.actors);
    if draft.recipients.is_empty() && !doers.is_empty() {
        draft.recipients = beside(view, entry, token);
    }
    // "*Togo's* rebellion": a state suffers the risings that it is said to have.
    let rises = entry.kind == Some(PROTEST) || view.is_of_class(token, "rising");
    if rises && draft.recipients.is_empty() && is_scene(view, &draft, token) {
        draft.recipients = std::mem::take(&mut draft.actors);
    }
    if let Some(verb) = governor.filter(|_| links[0].effect == Effect::Do) {
        draft.trigger.insert(0, verb);
        // "staged a protest", "began its invasion": who did it is enough.
        let deed = entry.kind.as_ref().is_some_and(|k| DEEDS.contains(k));
        let nobody = draft.recipients.is_empty() && !is_aimed(view, entry, token, links);
        if deed && draft.needs.known_recipient && nobody {
            (draft.needs.known_recipient, draft.needs.actor) = (false, true);
        }
    }
    // "the march *by students*", "despite warnings *by Chad*": whose it is is enough.
    if draft.needs.known_recipient
        && (entry.kind == Some(PROTEST) || view.has_case(token, "despite"))
        && draft.actors.iter().any(|&t| view.mention_of(t).is_some())
        && !is_aimed(view, entry, token, links)
    {
        (draft.needs.known_recipient, draft.needs.actor) = (false, true);
    }
    if denied::is_denied(view, token, governor) {
        draft.polarity = verbale_document::Polarity::Negative;
    }
    // "must *build* alliances", "a plan to expand cooperation": joint acts are as real as what brings them about.
    let joint = entry.kind.as_ref().is_some_and(|k| JOINT.contains(k));
    let object = view.tree.token(token).deprel == Deprel::Obj;
    if let Some(verb) = view.tree.token(token).head.filter(|_| joint && object && links.is_empty())
    {
        let mood = view.mood(&view.clause(verb));
        draft.mood.hypothetical |= mood.hypothetical;
    }
    if let Some(verb) =
        view.tree.token(token).head.filter(|_| manner::is_manner(view, entry, token))
    {
        let mood = view.mood(&view.clause(verb));
        draft.under(Mood { background: false, ..mood });
    }
    Some(draft)
}

/// "*Togo's* protests", "the *Kenyan* riots": the state where people protest, not who does.
fn is_scene(view: &View<'_>, draft: &Draft, noun: TokenIdx) -> bool {
    let state = |&h: &TokenIdx| view.is_country(h);
    !draft.actors.is_empty() && draft.actors == view.owners(noun) && draft.actors.iter().all(state)
}

/// Whether a phrase says upon whom or what it is done, known or not ("declared war *on poverty*").
fn is_aimed(view: &View<'_>, entry: &Entry, noun: TokenIdx, links: &[Link]) -> bool {
    // "a barrage of rockets": with what, not at whom.
    let whom = |h: &TokenIdx| {
        *h != noun && !view.is_time(*h) && !frame::is_one_of(view, *h, &entry.modifiers)
    };
    entry.recipient.iter().any(|slot| {
        let own = view.slot_of_noun(noun, slot);
        let above = links.iter().flat_map(|l| above(view, l.head, slot));
        own.into_iter().chain(above).any(|h| whom(&h))
    })
}

/// Whether a word that the entry asks for modifies the noun ("*scathing* attack"); a phrase is asked for with its
/// preposition (of/force: "use *of force*", in/mine: "blast *in a mine*").
fn has_modifier(view: &View<'_>, noun: TokenIdx, entry: &Entry) -> bool {
    view.tree.children(noun).iter().any(|&k| {
        let case = view.marker_of(k);
        case.is_some_and(|c| frame::is_phrase(view, c, k, &entry.modifiers))
            || !case.is_some_and(|c| WHERE.contains(&c))
                && frame::is_one_of(view, k, &entry.modifiers)
    })
}

/// The governing verb's subject, but for what is `asked` of somebody else ("demanded *his* resignation")
/// for what is told to be somebody else's, and unless the noun is that itself ("protests erupted"), else what the noun's own slots hold or those
/// of its verb, else who does something else meanwhile.
fn actors(
    view: &View<'_>,
    entry: &Entry,
    noun: TokenIdx,
    (verb, effect): (Option<TokenIdx>, Option<Effect>),
) -> Vec<TokenIdx> {
    let mut found = own(view, entry.actor.iter(), noun, &[]);
    if found.is_empty() && entry.actor.contains(&Slot::Preposition("by".into())) {
        found = partner::agents_beside_verb(view, noun);
    }
    if found.is_empty() {
        let culprits = partner::culprits(view, noun);
        if !culprits.is_empty() {
            return culprits;
        }
    }
    let told = match effect {
        Some(Effect::Request) => !found.is_empty(),
        Some(effect) => !entry.reciprocal && is_somebody_elses(view, noun, &found, (verb, effect)),
        None => false,
    };
    if told {
        return found;
    }
    // "accepted *his* resignation": whose it is, whoever else the subject is.
    let another = |&t: &TokenIdx| {
        let chained = view.mention_of(t).is_some_and(|m| view.doc.mention(m).chain.is_some());
        let subjects = verb.map(|v| governor_actors(view, v)).unwrap_or_default();
        chained && !subjects.iter().any(|&s| view.is_same_one(s, t))
    };
    if entry.mode.as_deref() == Some("resign") && found.iter().any(another) {
        return found;
    }
    // Talks may lead to a deal of those who talk; a quarrel does not arrest anybody.
    let apart = effect == Some(Effect::Apart) || verb.is_some_and(|v| talks_of(view, noun, v));
    let verb = verb.filter(|_| !apart || entry.reciprocal);
    let subject = verb.map(|v| governor_actors(view, v)).unwrap_or_default();
    let happens = subject.contains(&noun);
    if !happens && !subject.is_empty() {
        return subject;
    }
    if found.is_empty() && happens {
        let beside = |s: &Slot| verb.map(|v| above(view, v, s)).unwrap_or_default();
        let parties = ["between", "by"].map(|p| Slot::Preposition(p.into()));
        let slots = entry.actor.iter().filter(|s| parties.contains(s));
        found = slots.map(beside).find(|h| !h.is_empty()).unwrap_or_default();
    }
    // "on *his* visit to Chad, the minister said": the pronoun may stand before its noun.
    let unknown = |&h: &TokenIdx| {
        view.tree.token(h).upos == Upos::Pron && view.participant(h).entity.is_none()
    };
    match () {
        _ if !found.iter().all(unknown) => found,
        _ if is_done_to(view, entry, noun) => view.owners(noun),
        _ if entry.reciprocal
            && (view.has_case(noun, "in") || view.has_case(noun, "for"))
            && !view.engaged(noun).is_empty() =>
        {
            view.engaged(noun)
        }
        _ if found.is_empty()
            && (manner::is_in_support(view, entry, noun)
                || manner::is_in_protest(view, entry, noun)) =>
        {
            partner::who_does(view, noun)
        }
        _ if found.is_empty() && manner::is_on(view, entry, noun) => view.engaged(noun),
        _ if entry.kind == Some(CONSULT) => {
            let others = partner::meanwhile(view, noun);
            if others.is_empty() { partner::who_meets(view, noun) } else { others }
        }
        _ if entry.kind == Some(COOPERATE) && manner::is_manner(view, entry, noun) => {
            partner::who_does(view, noun)
        }
        _ if found.is_empty() => partner::of_two_states(view, entry, noun),
        _ => found,
    }
}

/// "launched *Togo's* raid", "accepted the request *by Togo*": whoever the text says did it, where that is
/// not the subject of the verb; where the verb does not bring it about, an adjective says so as well ("prepared for a
/// *Togolese* raid").
fn is_somebody_elses(
    view: &View<'_>,
    noun: TokenIdx,
    doers: &[TokenIdx],
    (verb, effect): (Option<TokenIdx>, Effect),
) -> bool {
    let open = OPEN.contains(&effect);
    if effect != Effect::Do && !open {
        return false;
    }
    let named = |&t: &TokenIdx| {
        let token = view.tree.token(t);
        let owner = token.deprel == Deprel::NmodPoss && token.upos != Upos::Pron;
        let agent = view.has_case(t, "by");
        let state = open && matches!(token.deprel, Deprel::Amod | Deprel::Compound);
        token.head == Some(noun) && (owner || agent || state) && view.mention_of(t).is_some()
    };
    let subjects = verb.map(|v| governor_actors(view, v)).unwrap_or_default();
    let same = |&t: &TokenIdx| subjects.iter().any(|&s| view.is_same_one(s, t));
    !doers.is_empty() && doers.iter().any(named) && !doers.iter().any(same)
}

/// Of the two phrases of "the army's killing *of* ten", the possessor acts.
fn is_done_to(view: &View<'_>, entry: &Entry, noun: TokenIdx) -> bool {
    let of = Slot::Preposition("of".into());
    entry.recipient.contains(&of)
        && entry.recipient.contains(&Slot::Owner)
        && !view.nominal_modifiers(noun, "of").is_empty()
}

/// The noun's own phrases, else those of its governors with the same preposition.
fn recipients(
    view: &View<'_>,
    entry: &Entry,
    noun: TokenIdx,
    links: &[Link],
    taken: &[TokenIdx],
) -> Vec<TokenIdx> {
    if manner::is_tried(view, entry, noun) {
        return view.engaged(noun);
    }
    for slot in &entry.recipient {
        let mut heads = own(view, std::iter::once(slot), noun, taken);
        let beside = |l: &&Link| !happens(view, l.head, noun) || is_where(slot);
        if heads.is_empty() {
            heads = links
                .iter()
                .filter(beside)
                .map(|l| above(view, l.head, slot))
                .find(|h| !h.is_empty())
                .unwrap_or_default();
        }
        let place = *slot != Slot::Preposition("in".into());
        heads.retain(|h| !taken.contains(h) && *h != noun && !view.is_time(*h));
        heads.retain(|h| place || view.is_where(*h));
        if !heads.is_empty() {
            return heads;
        }
    }
    let others = match links.first() {
        Some(l) => partner::given(view, l.head, noun, taken),
        None => partner::answers(view, entry, noun),
    };
    if others.is_empty() { manner::visited(view, entry, noun) } else { others }
}

/// Upon whom it is done by the clause that says who does it: "the aid that Peru gave *Chile*".
fn beside(view: &View<'_>, entry: &Entry, noun: TokenIdx) -> Vec<TokenIdx> {
    let verb = view.clause_beside(noun);
    let filled = |slot: &Slot| verb.map(|v| above(view, v, slot)).filter(|h| !h.is_empty());
    entry.recipient.iter().find_map(filled).unwrap_or_default()
}

/// Whether an act is the subject of a verb that says that it happens or whom it befalls ("protests
/// *erupted*", "was rocked *by protests*").
fn happens(view: &View<'_>, head: TokenIdx, noun: TokenIdx) -> bool {
    view.tree.token(head).upos != Upos::Noun && governor_actors(view, head).contains(&noun)
}

/// Whether a slot beside a verb of happening says where or between whom, not when or how ("came *on the
/// heels of*").
fn is_where(slot: &Slot) -> bool {
    matches!(slot, Slot::Preposition(p) if AROUND.contains(&p.as_str()))
}

/// Phrases of a governor that the parser did not give to the noun below it.
fn above(view: &View<'_>, head: TokenIdx, slot: &Slot) -> Vec<TokenIdx> {
    let noun = view.tree.token(head).upos == Upos::Noun;
    match slot {
        Slot::Preposition(p) if noun => view.nominal_modifiers(head, p),
        Slot::Preposition(p) => {
            let obliques = view.clause(head).obliques;
            obliques.into_iter().filter(|(c, _)| c == p).map(|(_, t)| t).collect()
        }
        Slot::Indirect if !noun => view.clause(head).indirect,
        _ => Vec::new(),
    }
}

fn own<'s>(
    view: &View<'_>,
    slots: impl Iterator<Item = &'s Slot>,
    noun: TokenIdx,
    taken: &[TokenIdx],
) -> Vec<TokenIdx> {
    let free = |slot: &Slot| -> Vec<TokenIdx> {
        let heads = view.slot_of_noun(noun, slot).into_iter();
        let nobody = |h: &TokenIdx| match slot {
            Slot::Owner => view.is_site(*h),
            Slot::Preposition(p) => p == "from" && !view.names_somebody(*h),
            _ => false,
        };
        heads.filter(|h| !taken.contains(h) && !view.is_time(*h) && !nobody(h)).collect()
    };
    slots.map(free).find(|h| !h.is_empty()).unwrap_or_default()
}

impl View<'_> {
    /// Whether a word is part of a longer name ("Central European Free Trade Agreement").
    pub fn is_inside_name(&self, token: TokenIdx) -> bool {
        self.actor_at(token).is_some_and(|m| {
            let mention = self.doc.mention(m);
            mention.form == Form::Name && mention.span != self.span(token)
        })
    }

    /// Whether a word before a noun says where, not who ("the Almaty meeting").
    pub fn is_site(&self, token: TokenIdx) -> bool {
        self.tree.token(token).deprel == Deprel::Compound
            && self
                .mention_of(token)
                .is_some_and(|m| self.doc.mention(m).kind == MentionKind::Place)
    }
}
