//! Epithets and role nouns: "the alliance", "this regional organization", "his country".

use super::lexicon::{Anaphora, Refers};
use super::scene::{SAID, Scene};
use super::{again, host, nationals, others, pair, regional};
use verbale_document::{
    ActorCode, Deprel, Form, Mention, MentionKind, SectionKind, Sentence, TokenIdx, Upos, is_state,
};

/// Links the noun at `at`, if it refers back and something fits.
pub(super) fn link(scene: &mut Scene, words: &Anaphora, sentence: &Sentence, at: TokenIdx) {
    let token = scene.tree.token(at);
    // "the Vice President" as well.
    let noun = token.upos == Upos::Noun
        || scene.at(at).is_some_and(|m| m.form == Form::Nominal && m.head == at);
    if pair::link(scene, words, sentence, at) || !noun {
        return;
    }
    if named_beside(scene, at)
        || host::link(scene, words, sentence, at)
        || nationals::link(scene, words, at)
        || others::link(scene, words, at)
    {
        return;
    }
    if PEERS.contains(&token.lemma.as_str()) {
        return counterpart(scene, sentence, at);
    }
    if regional::link(scene, words, at) {
        return;
    }
    if token.xpos == "NNS" {
        if words.noun(&token.lemma) == Some(Refers::Force) {
            return again::of_force(scene, at);
        }
        return match body_named(scene, words, at) {
            Some(body) => scene.refer(at, Form::Nominal, &body, "coreference/epithet"),
            None => again::several(scene, at),
        };
    }
    if by_office(scene, at) {
        return;
    }
    let listed = words.noun(&token.lemma).filter(|r| *r != Refers::Force);
    let Some(refers) = listed.or_else(|| role(scene, at)) else { return };
    if refers == Refers::Country && his_country(scene, at) {
        return;
    }
    if refers == Refers::Body && in_headline(scene, at) {
        return;
    }
    let modified = is_modified(scene, at);
    let kind_told = refers == Refers::Body && is_kind_told(scene, at);
    if !is_definite(scene, at) || (modified && !kind_told) {
        return;
    }
    let found = antecedent(scene, words, sentence, at, refers);
    let found = found.filter(|m| !modified || is_of(scene, at, m));
    if found.is_none() && modified {
        return;
    }
    if found.is_none()
        && let Some(same) = again::same_noun(scene, at)
    {
        return again::adopt(scene, at, same);
    }
    let Some(antecedent) = found.or_else(|| body_named(scene, words, at)) else { return };
    match scene.index_at(at) {
        Some(i) => fill(scene, i, &antecedent),
        None => scene.refer(at, Form::Nominal, &antecedent, "coreference/epithet"),
    }
}

/// "the Chadian minister" after "Chadian Trade Minister Ann Lee": the one person of whom the text has told such an
/// office of that state; whether there is one.
fn by_office(scene: &mut Scene, at: TokenIdx) -> bool {
    let Some(i) = scene.index_at(at) else { return false };
    let own = &scene.mentions[i];
    let role = own.form == Form::Nominal && own.kind == MentionKind::Person && own.entity.is_none();
    let told = own.head == at && own.confidence >= SAID && is_definite(scene, at);
    let Some(code) = own.code.clone().filter(|c| role && told && c.state().is_some()) else {
        return false;
    };
    let phrase = |k: &TokenIdx| {
        let rel = scene.tree.token(*k).deprel;
        matches!(rel, Deprel::Nmod | Deprel::Appos | Deprel::NmodPoss | Deprel::AclRelcl)
    };
    if scene.tree.children(at).iter().any(phrase) {
        return false;
    }
    let noun = scene.tree.token(at).lemma.to_lowercase();
    let within = |c: &ActorCode| {
        let rest = c.as_str().strip_prefix(code.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    let holds = |m: &&Mention| {
        let person = m.kind == MentionKind::Person && m.head < at;
        person && scene.code_of(m).is_some_and(|c| within(&c))
    };
    let Some(first) = only(scene.called(&noun).filter(holds)) else { return false };
    let (entity, code) = (first.entity, scene.code_of(first));
    (scene.mentions[i].entity, scene.mentions[i].code) = (entity, code);
    true
}

/// The first of mentions that all mean one.
fn only<'m>(mut all: impl Iterator<Item = &'m Mention>) -> Option<&'m Mention> {
    let first = all.next()?;
    all.all(|m| m.entity == first.entity).then_some(first)
}

/// "Alliance Rejects Plan": in a headline, which has no articles, a bare noun means the one body of the story that
/// may be called so, though it is named later; whether there is one.
fn in_headline(scene: &mut Scene, at: TokenIdx) -> bool {
    let start = scene.tree.token(at).span.start;
    let alone = |k: &TokenIdx| scene.tree.token(*k).deprel == Deprel::Punct;
    let argument = scene.tree.token(at).deprel;
    let bare = scene.tree.children(at).iter().all(alone)
        && (argument.is_subject() || matches!(argument, Deprel::Obj | Deprel::Obl));
    let lemma = scene.tree.token(at).lemma.to_lowercase();
    let title = scene.doc.section_at(start) == SectionKind::Title;
    if !title || !bare || scene.at(at).is_some() {
        return false;
    }
    let one = |m: &&Mention| {
        let body = m.kind == MentionKind::Organisation;
        body && scene.code_of(m).is_some_and(|c| !is_one_of_many(&c))
    };
    let Some(first) = only(scene.called(&lemma).filter(one)).cloned() else { return false };
    scene.refer(at, Form::Nominal, &first, "coreference/headline");
    true
}

/// The body whose name the noun heads, however far before: "the board", "the archives". What many
/// bodies are without being called so ("the party") only where no other is named since.
fn body_named(scene: &Scene, words: &Anaphora, at: TokenIdx) -> Option<Mention> {
    let (form, lemma) = (scene.doc.word(at), scene.tree.token(at).lemma.as_str());
    let body = |noun: &&str| words.noun(noun) == Some(Refers::Body);
    let free = scene.at(at).is_none_or(is_unplaced);
    if !free || !is_definite(scene, at) || is_modified(scene, at) {
        return None;
    }
    let nouns = if scene.tree.token(at).xpos == "NNS" { [form, form] } else { [form, lemma] };
    let (noun, i) =
        nouns.into_iter().filter(body).find_map(|n| Some((n, scene.body_headed(n, at)?)))?;
    let sure = !words.is_common_body(noun) || !scene.is_rivalled(i, at);
    sure.then(|| scene.mentions[i].clone())
}

/// What a role noun whose state is open may refer to.
fn role(scene: &Scene, at: TokenIdx) -> Option<Refers> {
    let mention = scene.at(at).filter(|m| m.form == Form::Nominal && m.entity.is_none())?;
    match mention.kind {
        _ if !mention.code.as_ref().is_some_and(|c| c.is_unplaced()) => None,
        MentionKind::Person => Some(Refers::Person),
        MentionKind::Organisation => Some(Refers::Body),
        _ => None,
    }
}

/// "The agency for refugees, UNHCR,": a noun means who is named beside it.
fn named_beside(scene: &mut Scene, at: TokenIdx) -> bool {
    if scene.tree.token(at).xpos == "NNS" || scene.at(at).is_some_and(|m| !is_unplaced(m)) {
        return false;
    }
    let alone = |k: &TokenIdx| scene.tree.child(*k, Deprel::Conj).is_none();
    // Beside a plural in the phrase it names the head: nothing else there is one.
    let plural = |k: &TokenIdx| scene.tree.token(*k).xpos == "NNS";
    let inner = scene.tree.children_by(at, Deprel::Nmod).filter(plural);
    let heads: Vec<TokenIdx> = std::iter::once(at).chain(inner).collect();
    let beside = heads.iter().flat_map(|&h| scene.tree.children_by(h, Deprel::Appos));
    let name = beside.filter(alone).find_map(|k| scene.at(k));
    let coded = |m: &&Mention| {
        let named = m.form == Form::Name && m.kind == MentionKind::Organisation && m.head > at;
        named && scene.code_of(m).is_some()
    };
    let Some(name) = name.filter(coded).cloned() else { return false };
    match scene.index_at(at) {
        Some(i) => fill(scene, i, &name),
        None => scene.refer(at, Form::Nominal, &name, "coreference/apposition"),
    }
    true
}

fn is_unplaced(mention: &Mention) -> bool {
    mention.entity.is_none() && mention.code.as_ref().is_none_or(|c| c.is_unplaced())
}

/// Who holds the same office in another state.
const PEERS: [&str; 2] = ["counterpart", "colleague"];

/// Firms of no one state.
const FIRM: &str = "MNC";

/// "his Yemeni counterpart": the office of whoever "his" is, in the state that is named, else in the one other
/// state of which the text has just spoken.
fn counterpart(scene: &mut Scene, sentence: &Sentence, at: TokenIdx) {
    let Some(owner) = scene.tree.child(at, Deprel::NmodPoss) else { return };
    let office = scene.at(owner).and_then(|m| scene.code_of(m));
    let Some(i) = scene.index_at(at) else { return };
    let office = office.filter(|c| c.state().is_some());
    let told = scene.mentions[i].code.as_ref().and_then(|c| c.state().map(str::to_string));
    let state = told.or_else(|| {
        let other = pair::other_state(scene, sentence, at, office.as_ref()?)?;
        Some(other.country().to_string())
    });
    if let (Some(office), Some(state)) = (office, state) {
        scene.mentions[i].code = Some(office.in_state(&state));
    }
}

/// A role noun of the atlas without a state of its own takes the entity of its antecedent.
fn fill(scene: &mut Scene, i: usize, antecedent: &Mention) {
    let code = scene.code_of(antecedent);
    let mention = &mut scene.mentions[i];
    if is_unplaced(mention) && mention.form == Form::Nominal {
        mention.entity = antecedent.entity;
        mention.code = code.or(mention.code.take());
    }
}

/// "the", "this", "that" before the noun.
pub(super) fn is_definite(scene: &Scene, at: TokenIdx) -> bool {
    let kids = scene.tree.children(at).iter();
    let definite =
        |k: &TokenIdx| matches!(scene.tree.token(*k).lemma.as_str(), "the" | "this" | "that");
    kids.copied().filter(|k| scene.tree.token(*k).deprel == Deprel::Det).any(|k| definite(&k))
}

/// A noun that says itself whose it is refers to nothing before ("the president of Chile").
pub(super) fn is_modified(scene: &Scene, at: TokenIdx) -> bool {
    scene.tree.children(at).iter().any(|&k| {
        let token = scene.tree.token(k);
        let own = scene.index_at(k) == scene.index_at(at);
        let named = !own && scene.at(k).is_some_and(|m| m.form != Form::Pronoun);
        token.deprel == Deprel::NmodPoss
            || is_relative(scene, k)
            || (matches!(
                token.deprel,
                Deprel::Nmod | Deprel::Amod | Deprel::Compound | Deprel::Appos
            ) && named)
    })
}

/// Whether a clause tells which one is meant. Behind a comma a relative clause has its pronoun: "the
/// alliance, *he recalled*, ..." is none, whatever the tree says.
fn is_relative(scene: &Scene, verb: TokenIdx) -> bool {
    if scene.tree.token(verb).deprel != Deprel::AclRelcl {
        return false;
    }
    let tokens = scene.tree.subtree(verb);
    let first = tokens.iter().copied().find(|&t| scene.tree.token(t).upos != Upos::Punct);
    let comma = first.and_then(|t| t.checked_sub(1)).is_some_and(|t| scene.doc.word(t) == ",");
    !comma || tokens.iter().any(|&t| scene.tree.token(t).xpos.starts_with('W'))
}

/// Names that say what kind of body a noun means, where nothing else does: "the UN agency", "the
/// Moscow-based alliance".
fn is_kind_told(scene: &Scene, at: TokenIdx) -> bool {
    let says_whose = |k: &TokenIdx| {
        let rel = scene.tree.token(*k).deprel;
        matches!(rel, Deprel::Nmod | Deprel::NmodPoss | Deprel::Appos) || is_relative(scene, *k)
    };
    !scene.tree.children(at).iter().any(says_whose)
}

/// Whether an antecedent is of those who are named before the noun: an agency of the UN, a company of
/// the state. Where a body has its seat says nothing of whose it is.
fn is_of(scene: &Scene, at: TokenIdx, antecedent: &Mention) -> bool {
    let Some(code) = scene.code_of(antecedent) else { return true };
    let before = scene.tree.children(at).iter().filter(|k| **k < at);
    let own = scene.index_at(at);
    let mut names = before.filter_map(|&k| {
        let seated = scene.doc.word(k).eq_ignore_ascii_case("based");
        scene.at(k).filter(|_| scene.index_at(k) != own && !seated)
    });
    names.all(|name| {
        let whose = scene.code_of(name);
        whose.is_some_and(|w| {
            w.as_str() == "IGO.UN" && code.country() == "IGO"
                || w.country() == code.country() && is_state(w.country())
        })
    })
}

/// "his country", "their country": the state of the person.
fn his_country(scene: &mut Scene, at: TokenIdx) -> bool {
    let Some(owner) = scene.tree.child(at, Deprel::NmodPoss) else { return false };
    let Some(person) = scene.at(owner).filter(|m| m.form == Form::Pronoun) else { return false };
    let code = scene.code_of(person);
    let Some(state) = code.map(|c| c.country().to_string()).filter(|c| is_state(c)) else {
        return false;
    };
    let same = |m: &&Mention| {
        m.kind == MentionKind::Country && m.code.as_ref().is_some_and(|c| c.as_str() == state)
    };
    let known = scene.mentions.iter().find(same).cloned();
    let mut country = known.unwrap_or_else(|| {
        let span = scene.tree.token(at).span;
        Mention::new(span, at, MentionKind::Country, Form::Nominal)
    });
    country.code = Some(ActorCode::new(state));
    scene.refer(at, Form::Nominal, &country, "coreference/his-country");
    true
}

/// The nearest mention before the noun whose entity may be called so.
fn antecedent(
    scene: &Scene,
    words: &Anaphora,
    sentence: &Sentence,
    at: TokenIdx,
    refers: Refers,
) -> Option<Mention> {
    let lemma = &scene.tree.token(at).lemma.to_lowercase();
    let may = |m: &&&Mention| {
        let entity = scene.entity(m);
        let called = || entity.is_some_and(|e| e.classes.iter().any(|c| c.as_str() == lemma));
        match refers {
            Refers::Body => m.kind == MentionKind::Organisation && called(),
            Refers::Person => {
                // "the minister" is no prime minister.
                let premier = || {
                    lemma == "minister"
                        && scene.code_of(m).is_some_and(|c| c.as_str().ends_with(".PM"))
                };
                m.kind == MentionKind::Person && called() && !premier()
            }
            Refers::Pair
            | Refers::Nationals
            | Refers::Force
            | Refers::Other
            | Refers::Opponent
            | Refers::Kin => false,
            Refers::Country => {
                let named = m.kind == MentionKind::Country && m.form != Form::Demonym;
                named && words.may_be(lemma, m.code.as_ref().map_or("", |c| c.country()))
            }
        }
    };
    let mut candidates = scene.candidates(sentence, at);
    candidates.retain(|m| m.entity.is_some() && m.head != at);
    // "Spain's premier visited *the country*": another one than Spain.
    let actor = pair::agent(scene, at).filter(|_| refers == Refers::Country);
    let other = |m: &&&Mention| actor.is_none() || scene.code_of(m) != actor;
    let near = candidates.iter().filter(other).find(may).map(|m| (*m).clone());
    let body = || only_body(scene, at, lemma).filter(|_| refers == Refers::Body).cloned();
    near.or_else(body)
}

/// The one body of the text before `at` that may be called so, however far back it is; not a firm or a
/// party, which seldom is the only one.
fn only_body<'s>(scene: &'s Scene, at: TokenIdx, noun: &str) -> Option<&'s Mention> {
    let one_of_many = |m: &Mention| scene.code_of(m).is_some_and(|c| is_one_of_many(&c));
    let body = |m: &&Mention| m.kind == MentionKind::Organisation && m.head < at && !one_of_many(m);
    only(scene.called(noun).filter(body))
}

/// Whether a body is a firm or a party.
fn is_one_of_many(code: &ActorCode) -> bool {
    code.country() == FIRM || matches!(code.sector(), Some("PTY" | "OPP"))
}
