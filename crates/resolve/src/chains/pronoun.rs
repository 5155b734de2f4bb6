//! Pronouns: the most salient referent that agrees and is not ruled out by binding, after Lappin and
//! Leass (1994). Phrases that are no mentions compete; where one of them wins, or two are nearly
//! as salient, the pronoun stays unlinked.
//!
//! Unlike the paper, roles need not be parallel, and nothing after the pronoun is an antecedent but where
//! nothing before it is ([`super::cataphora`]).

use super::lexicon::{Anaphora, Pronoun, What};
use super::phrase::{Sort, role};
use super::referent::{Here, Referent, Referents};
use super::scene::Scene;
use super::{binding, cataphora, pleonastic, quotation};
use verbale_document::{
    ActorCode, Deprel, EntityIdx, Form, Mention, MentionKind, Sentence, TokenIdx, Upos,
};

/// What the subject of the clause around a pronoun gains.
const COMMANDER: f32 = 100.0;
/// What whoever spoke last gains where the pronoun speaks: a story goes on with its speaker.
const SPEAKER: f32 = 60.0;
/// What whoever spoke in the teller's last sentence gains where a pronoun speaks outside quotations.
const TELLER: f32 = 150.0;
/// The same where the pronoun speaks behind what it says ("..., he said").
const BEHIND: f32 = 300.0;
/// How much more salient than the next the antecedent of "it" must be: it may mean an event or
/// a clause as well, which no phrase stands for.
const THING_MARGIN: f32 = 1.2;

/// Links the pronoun at `at`, where an antecedent fits.
pub(super) fn link(
    scene: &mut Scene,
    words: &Anaphora,
    referents: &mut Referents,
    sentence: (Here, &Sentence),
    at: TokenIdx,
    pronoun: Pronoun,
) {
    if scene.at(at).is_some() {
        return;
    }
    let idle = pronoun.what == What::Thing && pleonastic::is_pleonastic(scene, at);
    if idle || is_emphatic(scene, at) {
        return;
    }
    if let Some(topic) = dislocated(scene, at, pronoun) {
        return scene.refer(at, Form::Pronoun, &topic, "coreference/topic");
    }
    let quote = quotation::around(scene, at);
    if let Some(topic) = quote.and_then(|q| quotation::topic(scene, q, pronoun)) {
        return scene.refer(at, Form::Pronoun, &topic, "coreference/topic");
    }
    if let Some((i, sure)) = third(scene, words, referents, sentence, at, pronoun) {
        referents.add(scene, i, sentence.0, at);
        let referent = &referents.all[i];
        if let (Some(mention), true) = (referent.mention.clone(), sure) {
            learn(scene, referent.entity, pronoun);
            return scene.refer_in(at, Form::Pronoun, &mention, "coreference/pronoun", i);
        }
    }
    if let Some(mention) = cataphora::announced(scene, words, at, pronoun) {
        scene.refer(at, Form::Pronoun, &mention, "coreference/cataphora");
    }
}

/// "As for the rector, Ann Lee, she said ...": the name right before a subject that takes it up.
fn dislocated(scene: &Scene, at: TokenIdx, pronoun: Pronoun) -> Option<Mention> {
    let token = scene.tree.token(at);
    let verb = token.head.filter(|_| token.deprel == Deprel::Nsubj)?;
    let comma = at.checked_sub(1).filter(|t| scene.doc.word(*t) == ",")?;
    let name = scene.tree.children_by(verb, Deprel::Nsubj).find(|k| *k < comma)?;
    let mention = scene.at(name).filter(|m| m.form == Form::Name)?;
    let person = mention.kind == MentionKind::Person;
    let fits = matches!(pronoun.what, What::Person) == person && !pronoun.plural;
    fits.then(|| mention.clone())
}

fn learn(scene: &mut Scene, entity: Option<EntityIdx>, pronoun: Pronoun) {
    if let (Some(e), Some(gender)) = (entity, pronoun.gender) {
        let known = &mut scene.genders[e as usize];
        *known = known.or(Some(gender));
    }
}

/// "He himself": stresses another word and refers to nothing of its own.
fn is_emphatic(scene: &Scene, at: TokenIdx) -> bool {
    let argument = matches!(
        scene.tree.token(at).deprel,
        Deprel::Obj | Deprel::Iobj | Deprel::Obl | Deprel::OblAgent | Deprel::Nmod | Deprel::Conj
    );
    is_reflexive(scene, at) && !argument
}

fn is_reflexive(scene: &Scene, at: TokenIdx) -> bool {
    let word = scene.doc.word(at);
    word.ends_with("self") || word.ends_with("selves")
}

/// The referent of a third-person pronoun, and whether it is so by a clear margin.
fn third(
    scene: &Scene,
    words: &Anaphora,
    referents: &Referents,
    (here, sentence): (Here, &Sentence),
    at: TokenIdx,
    pronoun: Pronoun,
) -> Option<(usize, bool)> {
    let quote = quotation::around(scene, at);
    let says = quote.and_then(|q| quotation::speaker(scene, q)).and_then(|m| m.entity);
    let begins = quote.map(|q| q.outer.start);
    let commander = commander(scene, words, at);
    let speaks = has_minded_verb(scene, words, at);
    let addressed = addresser(scene, words, at);
    let minded =
        speaks || acts(scene, words, at) || addressed.is_some() || has_delegate(scene, words, at);
    let outside = speaks && quote.is_none() && quotation::says(scene, words, at);
    let behind = outside && quotation::is_behind(scene, at);
    // "“The mayor must go,” he said": who says it is nobody of whom it speaks.
    let said = if behind { quotation::ended_before(scene, sentence, at) } else { Vec::new() };
    let lately = |(_, spoke): &(usize, Here)| here.told - spoke.told <= 1;
    let before = || {
        let speaker = quotation::teller_before(scene, words, sentence, at)?;
        referents.at(here, speaker).map(|i| (i, here))
    };
    let teller = if outside { before().or(referents.speaker.filter(lately)) } else { None };
    let held = is_held(scene, words, at);
    let answerer = answerer(scene, words, at);
    let mut ranked: Vec<(f32, usize)> = Vec::new();
    for (i, referent) in referents.lately() {
        let self_said = says.is_some() && referent.entity == says;
        if self_said
            || !agrees(scene, referent.sort, referent.entity, pronoun)
            || referent.is_quoted_in(&said)
        {
            continue;
        }
        if minded && !has_mind(referent) || held && is_police(scene, referent) {
            continue;
        }
        if addressed.is_some_and(|who| is_side(scene, who, referent)) {
            continue;
        }
        let Some(salience) = referent.salience(here, begins) else { continue };
        if !is_reflexive(scene, at) && is_apart(scene, referent, (here, sentence), at) {
            continue;
        }
        if answerer.is_some_and(|who| referent.places_in(here).any(|t| role(scene, t).1 == who)) {
            continue;
        }
        let commands = |t: TokenIdx| commander == Some(role(scene, t).1);
        let bonus = if referent.places_in(here).any(commands) { COMMANDER } else { 0.0 };
        let goes_on = teller.filter(|(r, _)| *r == i).is_some();
        let speaker = match goes_on {
            true if behind => BEHIND,
            true => TELLER,
            false if speaks && spoke(scene, words, referent) => SPEAKER,
            false => 0.0,
        };
        ranked.push((salience + bonus + speaker, i));
    }
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)));
    let (best, i) = *ranked.first()?;
    let second = ranked.get(1).map_or(0.0, |r| r.0);
    let clear = pronoun.what != What::Thing || minded || best >= THING_MARGIN * second;
    let sure = pronoun.what != What::Thing || addressed.is_some();
    Some((i, clear && (sure || goes_on(scene, &referents.all[i], here, at))))
}

/// Whether "it" may go on speaking of a referent: of the last subject, as centering has it (Grosz et
/// al. 1995), or within one sentence of what "its" stands beside. An object takes up nothing from
/// the sentence before: most often it is no actor but a thing or an event.
fn goes_on(scene: &Scene, referent: &Referent, here: Here, at: TokenIdx) -> bool {
    let Some(last) = referent.places.last() else { return false };
    // "Chad sent its regrets. It ...": the last word that means Chad is "its".
    let beside = referent.places.iter().rev().take_while(|p| p.here.sentence == last.here.sentence);
    let its = |at: TokenIdx| {
        let token = scene.tree.token(at);
        token.upos == Upos::Pron && token.deprel == Deprel::NmodPoss
    };
    let word = beside.into_iter().find(|p| !its(p.at)).map_or(last.at, |p| p.at);
    let (rel, _) = role(scene, word);
    let topic = rel.is_subject() || rel == Deprel::Root;
    let possessive = scene.tree.token(at).deprel == Deprel::NmodPoss;
    let subject = scene.tree.token(at).deprel.is_subject();
    topic && (possessive || subject || last.here.sentence == here.sentence)
}

/// Whether a pronoun is the subject of a verb of speech, thought or will.
fn has_minded_verb(scene: &Scene, words: &Anaphora, at: TokenIdx) -> bool {
    let token = scene.tree.token(at);
    let verb = token.head.filter(|_| token.deprel == Deprel::Nsubj).map(|v| scene.tree.token(v));
    verb.is_some_and(|v| v.upos == Upos::Verb && words.minded(&v.lemma))
}

/// Whether a pronoun is the subject of a verb of which only somebody is ("*it* expelled the envoy").
fn acts(scene: &Scene, words: &Anaphora, at: TokenIdx) -> bool {
    let token = scene.tree.token(at);
    let verb = token.head.filter(|_| token.deprel == Deprel::Nsubj).map(|v| scene.tree.token(v));
    verb.is_some_and(|v| v.upos == Upos::Verb && words.is_agentive(&v.lemma))
}

/// "*the minister* accused it of spying": who speaks to what a pronoun means.
fn addresser(scene: &Scene, words: &Anaphora, at: TokenIdx) -> Option<TokenIdx> {
    let token = scene.tree.token(at);
    let verb = token.head.filter(|_| token.deprel == Deprel::Obj)?;
    let addresses = words.is_addressing(&scene.tree.token(verb).lemma);
    scene.tree.child(verb, Deprel::Nsubj).filter(|_| addresses)
}

/// Whether a referent is the state, or the government, of whoever stands at `who`.
fn is_side(scene: &Scene, who: TokenIdx, referent: &Referent) -> bool {
    let own = scene.at(who).and_then(|m| scene.code_of(m));
    let other = referent.mention.as_ref().and_then(|m| scene.code_of(m));
    let rules = |c: &ActorCode| matches!(c.sector(), None | Some("GOV"));
    own.zip(other).is_some_and(|(a, b)| a.country() == b.country() && rules(&a) && rules(&b))
}

/// Whether a pronoun means those who are arrested, or some of them ("dozens *of them* were arrested", "*their*
/// release").
fn is_held(scene: &Scene, words: &Anaphora, at: TokenIdx) -> bool {
    if let Some(noun) = scene.possessed(at) {
        return words.is_custody(&scene.tree.token(noun).lemma);
    }
    let token = scene.tree.token(at);
    let whole = token.head.filter(|_| token.deprel == Deprel::Nmod).unwrap_or(at);
    let argument = scene.tree.token(whole);
    let undergoes = matches!(argument.deprel, Deprel::Obj | Deprel::NsubjPass);
    let verb = argument.head.filter(|_| undergoes).map(|v| scene.tree.token(v));
    verb.is_some_and(|v| words.detains(&v.lemma))
}

/// "the president accepted *his* resignation": who answers what the owner of a thing gives or asks is another one.
fn answerer(scene: &Scene, words: &Anaphora, at: TokenIdx) -> Option<TokenIdx> {
    let object = scene.tree.token(scene.possessed(at)?);
    let verb = object.head.filter(|_| object.deprel == Deprel::Obj)?;
    let grants = words.grants(&scene.tree.token(verb).lemma, &object.lemma);
    scene.tree.child(verb, Deprel::Nsubj).filter(|_| grants)
}

/// Who arrests is not arrested.
fn is_police(scene: &Scene, referent: &Referent) -> bool {
    let code = referent.mention.as_ref().and_then(|m| scene.code_of(m));
    code.is_some_and(|c| c.sector() == Some("COP"))
}

/// Whether a pronoun tells for whom somebody stands ("*its* director"): no thing has one.
fn has_delegate(scene: &Scene, words: &Anaphora, at: TokenIdx) -> bool {
    scene.possessed(at).is_some_and(|n| words.is_delegate(&scene.tree.token(n).lemma))
}

/// Whether a referent was last spoken of as the subject of a verb of speech or thought.
fn spoke(scene: &Scene, words: &Anaphora, referent: &Referent) -> bool {
    referent.places.last().is_some_and(|last| has_minded_verb(scene, words, last.at))
}

/// Whether a referent can say or want something.
fn has_mind(referent: &Referent) -> bool {
    let acts = |m: &Mention| m.kind != MentionKind::Place;
    referent.sort.person || referent.sort.plural || referent.mention.as_ref().is_some_and(acts)
}

/// The subject of the nearest clause around a pronoun that has one before it; where the pronoun stands in the
/// reason of a verb that finds its cause in somebody ("Chad blamed Togo because it ..."), him.
fn commander(scene: &Scene, words: &Anaphora, at: TokenIdx) -> Option<TokenIdx> {
    let mut below = at;
    for up in scene.tree.ancestors(at) {
        let subject = |k: &TokenIdx| scene.tree.token(*k).deprel.is_subject();
        let found = scene.tree.children(up).iter().copied().find(|k| subject(k));
        let found = found.map(|k| relative_head(scene, k, up).unwrap_or(k));
        if let Some(found) = found.filter(|k| *k < at && *k != below) {
            return causer(scene, words, up, below).or(Some(found));
        }
        below = up;
    }
    None
}

/// "Togo's minister, *who* said he would leave": the noun that the relative pronoun `at` of the clause of `verb` means.
fn relative_head(scene: &Scene, at: TokenIdx, verb: TokenIdx) -> Option<TokenIdx> {
    let clause = scene.tree.token(verb);
    let relative = scene.tree.token(at).xpos.starts_with('W');
    clause.head.filter(|_| relative && clause.deprel == Deprel::AclRelcl)
}

/// Whom a verb such as "blame" finds to be the cause, where `reason` tells why: implicit causality (Garvey and
/// Caramazza 1974).
fn causer(scene: &Scene, words: &Anaphora, verb: TokenIdx, reason: TokenIdx) -> Option<TokenIdx> {
    let token = scene.tree.token(reason);
    let mark = scene.tree.child(reason, Deprel::Mark).or(scene.tree.child(reason, Deprel::Case))?;
    let why = matches!(&*scene.tree.token(mark).lemma, "because" | "for" | "over" | "after");
    let hangs = matches!(token.deprel, Deprel::Advcl | Deprel::Obl);
    let at = |k: &TokenIdx| {
        let case = scene.tree.child(*k, Deprel::Case);
        case.is_some_and(|c| matches!(&*scene.tree.token(c).lemma, "at" | "against"))
    };
    let object = scene.tree.child(verb, Deprel::Obj);
    let judged = object.or_else(|| scene.tree.children_by(verb, Deprel::Obl).find(at));
    judged
        .filter(|k| *k < reason)
        .filter(|_| why && hangs && words.finds_cause(&scene.tree.token(verb).lemma))
}

/// Whether binding rules a referent out.
fn is_apart(
    scene: &Scene,
    referent: &Referent,
    (here, sentence): (Here, &Sentence),
    at: TokenIdx,
) -> bool {
    let named = |t: TokenIdx| {
        let mention = scene.at(t).filter(|m| m.head == t && m.form == Form::Name);
        mention.is_some_and(|m| referent.entity.is_some() && m.entity == referent.entity)
    };
    let later = || (at..sentence.tokens.end).any(|t| named(t) && binding::commands(scene, at, t));
    referent.places_in(here).any(|other| binding::apart(scene, at, other)) || later()
}

/// Number, gender and kind.
pub(super) fn agrees(
    scene: &Scene,
    sort: Sort,
    entity: Option<EntityIdx>,
    pronoun: Pronoun,
) -> bool {
    let known = entity.and_then(|e| scene.genders[e as usize]).or(sort.gender);
    let gender = known.is_none() || pronoun.gender.is_none() || known == pronoun.gender;
    match pronoun.what {
        What::Person => sort.person && !sort.plural && gender,
        What::Thing => !sort.person && !sort.plural,
        What::Any => sort.plural,
    }
}
