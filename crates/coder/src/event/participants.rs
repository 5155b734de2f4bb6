//! From heads of noun phrases to the participants of an event.
//!
//! Leaves out what cannot act: times, amounts and pronouns without antecedent. Spreads a group that
//! names its members ("the foreign ministers of Russia and Belarus") into one participant each.

use super::lexicon::WordClasses;
use crate::View;
use verbale_document::{
    ActorCode, Deprel, Form, Mention, MentionIdx, MentionKind, Participant, SmolStr, TokenIdx, Upos,
};

/// Classes of nouns that denote who can act, and of what speaks for somebody.
const ACTORS: [&str; 7] =
    ["noun:person", "noun:group", "noun:communication", "speaker", "people", "agent", "quantity"];
/// Classes of nouns that denote what is made or grown, and of those of them that strike.
const WARES: [&str; 6] = [
    "noun:artifact",
    "noun:food",
    "noun:animal",
    "noun:plant",
    "noun:substance",
    "noun:communication",
];
const ARMS: [&str; 4] = ["harm", "vehicle", "troops", "weapons"];

impl View<'_> {
    /// Participants for `heads`, in their order, each once.
    pub fn participants(&self, heads: &[TokenIdx], classes: &WordClasses) -> Vec<Participant> {
        let mut out: Vec<Participant> = Vec::new();
        let bearers = heads.iter().flat_map(|&h| self.bearers(h, classes));
        for head in bearers.filter(|&h| self.can_take_part(h, classes)) {
            let mut members = self.named_members(head);
            if members.is_empty() {
                members = self.both(head);
            }
            let each = match members.is_empty() {
                true => vec![self.one_of_people(head, classes)],
                false => members,
            };
            if each.len() > 1 {
                out.retain(|o| !self.is_whose(o, &each));
            }
            for p in each {
                if !out.iter().any(|o| o.span == p.span && o.code == p.code) {
                    out.push(p);
                }
            }
        }
        out
    }

    /// "*EU* and Turkish negotiators", where the tree has the body, or state, for somebody beside those `of` it.
    fn is_whose(&self, named: &Participant, of: &[Participant]) -> bool {
        let name = named.mention.is_some_and(|m| self.doc.mention(m).form == Form::Name);
        let within = |p: &Participant| match (&named.code, &p.code) {
            (Some(whole), Some(own)) => own == whole || own.country() == whole.as_str(),
            _ => false,
        };
        name && named.span.end < of[0].span.start && of.iter().any(within)
    }

    /// Who is meant by a head: those counted by a quantity ("dozens of *activists*"), the antecedent
    /// of a pronoun where the sentence names it, the name beside which a description stands ("*Togo*, a state
    /// that sent aid"), whoever a thing is said to belong to, else the head itself.
    fn bearers(&self, head: TokenIdx, classes: &WordClasses) -> Vec<TokenIdx> {
        match self.tree.token(head).upos {
            Upos::Pron => {
                self.antecedent(head).map_or_else(|| self.counted(head, classes), |a| vec![a])
            }
            _ => {
                let meant = self.described(head).or_else(|| self.holder(head, classes));
                let meant = meant.or_else(|| self.beyond(head));
                meant.map_or_else(|| self.counted(head, classes), |n| vec![n])
            }
        }
    }

    /// "a farm belonging to *Ann Lee*", "a tanker owned by *Chad*": whose a thing is.
    fn holder(&self, thing: TokenIdx, classes: &WordClasses) -> Option<TokenIdx> {
        let participle = self.tree.child(thing, Deprel::Acl)?;
        let clause = || self.clause(participle);
        let holder = match self.lemma(participle) {
            "belong" => {
                clause().obliques.into_iter().find(|(case, _)| case == "to").map(|(_, t)| t)
            }
            "own" => clause().agents.first().copied(),
            _ => None,
        }?;
        let lemma = self.lemma(thing).to_lowercase();
        let made = ["noun:artifact", "vehicle"].iter().any(|class| classes.is(class, &lemma));
        let known = self.mention_of(thing).is_none() && self.mention_of(holder).is_some();
        (made && known).then_some(holder)
    }

    /// "its border with *Chad*": who is on the other side.
    fn beyond(&self, border: TokenIdx) -> Option<TokenIdx> {
        let line = matches!(self.lemma(border), "border" | "frontier" | "boundary");
        let other = self.tree.children_by(border, Deprel::Nmod).find(|&k| self.has_case(k, "with"));
        other.filter(|&k| line && self.mention_of(k).is_some())
    }

    /// The name that a noun without one, in apposition, describes.
    fn described(&self, head: TokenIdx) -> Option<TokenIdx> {
        let token = self.tree.token(head);
        let article = self.tree.child(head, Deprel::Det).is_some_and(|d| self.is_lemma(d, "a"));
        let apposed = token.deprel == Deprel::Appos && article && self.mention_of(head).is_none();
        let said = || self.is_of_class(head, "shell-noun");
        token.head.filter(|&name| apposed && self.actor_at(name).is_some() && !said())
    }

    /// The name or noun of the same sentence that shares the chain of a pronoun.
    fn antecedent(&self, pronoun: TokenIdx) -> Option<TokenIdx> {
        let own = self.doc.mention(self.actor_at(pronoun)?);
        let chain = own.chain?;
        let sentence = self.doc.sentence_at(own.span.start)?;
        let names = self.mentions_in(sentence).iter().filter(|m| {
            m.chain == Some(chain) && m.form != Form::Pronoun && m.kind != MentionKind::Time
        });
        names.min_by_key(|m| m.span.start.abs_diff(own.span.start)).map(|m| m.head)
    }

    /// Whether a phrase can denote somebody: no time, amount, expletive or unresolved relative.
    fn can_take_part(&self, head: TokenIdx, classes: &WordClasses) -> bool {
        let token = self.tree.token(head);
        let known = self.mention_of(head).is_some();
        match token.upos {
            _ if self.is_time(head) || self.is_dateline(head) => false,
            _ if self.is_of_money(head, classes) => false,
            _ if known => !self.is_idle_arm(head, classes),
            _ if self.people_in(head).is_some() => true,
            Upos::Pron => classes.is_person_pronoun(&token.lemma),
            // "condemned *the jamming* of radios by Chad"
            Upos::Verb => self.tree.child(head, Deprel::Det).is_some(),
            Upos::Det | Upos::Sym | Upos::Adv | Upos::Aux | Upos::Adp => false,
            Upos::Num => self.owner_of(head).is_some() || self.resumed(head).is_some(),
            _ if classes.is("currency", &token.lemma.to_lowercase()) => false,
            _ => !classes.is_amount(&token.lemma.to_lowercase()) || !self.authors(head).is_empty(),
        }
    }

    /// Arms of which nobody says whose they are ("the deployment of *drones*", "an *artillery* attack") are no party,
    /// but where they strike ("a drone killed two").
    fn is_idle_arm(&self, head: TokenIdx, classes: &WordClasses) -> bool {
        let code = self.mention_of(head).and_then(|m| self.code_of(self.doc.mention(m)));
        let nobodys = code.is_some_and(|c| c.is_unplaced());
        let lemma = self.lemma(head).to_lowercase();
        let rel = self.tree.token(head).deprel;
        let strikes = rel.is_subject() || rel == Deprel::OblAgent;
        nobodys && !strikes && ["weapons", "harm"].iter().any(|class| classes.is(class, &lemma))
    }

    /// "*US* dollars": a state right before a currency, whatever the tree makes of the two.
    fn is_of_money(&self, head: TokenIdx, classes: &WordClasses) -> bool {
        let token = self.tree.token(head);
        let next = self.doc.tokens.as_ref().and_then(|t| t.get(head as usize + 1));
        // "Ann Lee *won* it" is no money.
        let noun = next.is_some_and(|t| matches!(t.upos, Upos::Noun | Upos::Propn | Upos::Sym));
        let beside = noun && (token.head == Some(head + 1) || token.upos == Upos::Sym);
        beside && {
            let word = self.doc.word(head + 1).to_lowercase();
            classes.is("currency", word.strip_suffix('s').unwrap_or(&word))
        }
    }

    /// "*Muscat:* The ministry held ...", "*Muscat-* The ministry ...": a town and a colon or dash before what
    /// happened there.
    pub fn is_dateline(&self, head: TokenIdx) -> bool {
        let mention = self.mention_of(head).map(|m| self.doc.mention(m));
        let town = mention.filter(|m| m.kind == MentionKind::Place);
        let first = |m: &&Mention| {
            let at = self.doc.sentence_at(m.span.start).map(|s| s as usize);
            let sentences = self.doc.sentences.as_deref().unwrap_or(&[]);
            at.is_some_and(|s| sentences[s].span.start == m.span.start)
        };
        town.filter(first).is_some_and(|m| {
            let rest = &self.doc.text()[m.span.end as usize..];
            let line = rest.lines().next().unwrap_or_default();
            let dash =
                ["- ", " - ", " – ", " — ", "– ", "— "].iter().find(|d| line.starts_with(*d));
            // "Muscat – the capital – has ..." is a subject.
            let again = |d: &&str| line[d.len()..].contains(&format!(" {} ", d.trim()));
            rest.starts_with(':') || dash.is_some_and(|d| !again(d))
        })
    }

    /// Whether a head denotes what cannot act, by the class of its noun: no person, group or document,
    /// nobody's name, and nobody stands behind it. A people's adjective before a thing makes it nobody's
    /// deed, but for arms and vehicles ("Israeli planes", not "an Israeli comedy").
    pub fn is_thing(&self, head: TokenIdx, classes: &WordClasses) -> bool {
        let lemma = self.lemma(head).to_lowercase();
        let is_any = |names: &[&str]| names.iter().any(|class| classes.is(class, &lemma));
        let owned = self.owner_of(head).is_some() || !self.authors(head).is_empty();
        let ware = is_any(&WARES) && !is_any(&ARMS) && self.is_demonym_before(head);
        self.tree.token(head).upos == Upos::Noun
            && self.mention_of(head).is_none()
            && !is_any(&ACTORS)
            && (!owned || ware)
    }

    /// Whether somebody stands behind a noun.
    pub fn is_owned(&self, head: TokenIdx) -> bool {
        self.owner_of(head).is_some()
    }

    /// Whether a people's adjective tells of whom a noun is ("Danish").
    fn is_demonym_before(&self, head: TokenIdx) -> bool {
        let mention = self.owner_of(head).map(|m| self.doc.mention(m));
        mention.is_some_and(|m| m.form == Form::Demonym)
    }

    /// Somebody told by a people's adjective and a noun for persons ("a Danish baker"): one of that
    /// people, not the state. "His rivals" are people of his state, and not he; "a team led by police" is
    /// of the police.
    fn one_of_people(&self, head: TokenIdx, classes: &WordClasses) -> Participant {
        let mut p = self.participant(head);
        let lemma = self.lemma(head).to_lowercase();
        if p.code.is_none() {
            let more = || self.resumed(head).map(|of| self.one_of_people(of, classes));
            p.code = self.people_in(head).or_else(|| more()?.code);
            if p.code.is_some() {
                return p;
            }
        }
        let person = classes.is("noun:person", &lemma);
        let given = || !self.makers(head).is_empty();
        if p.mention.is_none() && (classes.is("speaker", &lemma) || given()) {
            let own = self.authors(head).into_iter().find_map(|a| self.participant(a).code);
            p.code = own.or_else(|| {
                let near = self.participant(self.near(head)?).code?;
                Some(ActorCode::new(format!("{}.{}", near.state()?, near.sector()?)))
            });
        }
        let state = p.code.as_ref().and_then(|c| c.state()).map(SmolStr::from);
        let of_state =
            |sector: &str| state.as_ref().map(|s| ActorCode::new(format!("{s}.{sector}")));
        // "the Danish baker *Bo Lund*"
        if p.code.is_none()
            && let Some(people) = p.mention.and_then(|m| self.people_of(head, m))
        {
            return Participant { code: Some(ActorCode::new(format!("{people}.CVL"))), ..p };
        }
        if self.is_one_of_them(head) {
            return Participant { code: of_state("CVL"), ..p };
        }
        if !person || self.mention_of(head).is_some() {
            return p;
        }
        let against =
            classes.is("opponent", &lemma) && p.code.as_ref().is_some_and(|c| c.sector().is_some());
        let people = of_state(if against { "OPP" } else { "CVL" });
        let possessed = self.tree.child(head, Deprel::NmodPoss).is_some();
        let whole = p.code.as_ref().is_some_and(|c| c.sector().is_none());
        // "the government accused *its neighbour*"
        let governs = || p.code.as_ref().is_some_and(|c| c.sector() == Some("GOV"));
        let beside = matches!(lemma.as_str(), "neighbour" | "neighbor");
        let other = classes.is("other-state", &lemma) && (whole || beside && governs());
        if possessed && other {
            // A state's ally is another state, and none of its people.
            return Participant { span: self.phrase(head), ..Participant::default() };
        }
        if possessed {
            return Participant { span: self.phrase(head), code: people, ..Participant::default() };
        }
        if self.is_demonym_before(head) && p.code.as_ref().is_some_and(|c| c.sector().is_none()) {
            p.code = people.or(p.code);
        }
        p
    }

    /// "a source *close to the president*": to whom somebody without a name is near.
    fn near(&self, head: TokenIdx) -> Option<TokenIdx> {
        let near = |&k: &TokenIdx| matches!(self.lemma(k), "close" | "loyal" | "near");
        let to = |&k: &TokenIdx| self.has_case(k, "to") && self.mention_of(k).is_some();
        let word = self.tree.children(head).iter().copied().find(near)?;
        self.tree.children(word).iter().copied().find(to)
    }

    /// The state whose adjective stands before the name of a person, or before the noun beside it.
    fn people_of(&self, head: TokenIdx, person: MentionIdx) -> Option<SmolStr> {
        let person = self.doc.mention(person);
        let named = person.kind == MentionKind::Person && person.form == Form::Name;
        let beside =
            |rel: Deprel| matches!(rel, Deprel::Amod | Deprel::Compound | Deprel::NmodDesc);
        let kids = |t: TokenIdx| {
            let all = self.tree.children(t).iter().copied();
            all.filter(move |&k| k < t && beside(self.tree.token(k).deprel))
        };
        let near = named.then(|| kids(head).flat_map(|k| kids(k).chain([k])))?;
        let adjective = |t: TokenIdx| {
            let m = self.doc.mention(self.actor_at(t)?);
            let state = m.code.as_ref().filter(|c| m.form == Form::Demonym && c.sector().is_none());
            state.and_then(|c| c.state()).map(SmolStr::from)
        };
        near.filter_map(adjective).next()
    }

    /// Whether a personal pronoun means all of those at `heads` and nobody else.
    pub fn means_all(&self, pronoun: TokenIdx, heads: &[TokenIdx]) -> bool {
        let group = self.mention_of(pronoun).map(|m| self.doc.mention(m));
        let group = group.filter(|m| m.form == Form::Pronoun && m.members.len() > 1);
        let codes: Vec<ActorCode> = heads
            .iter()
            .filter_map(|&h| self.mention_of(h))
            .filter_map(|m| self.code_of(self.doc.mention(m)))
            .collect();
        group.is_some_and(|m| m.members.iter().all(|c| codes.contains(c)))
    }

    /// Whether a plural role names its members ("the envoys of Chad and Togo").
    pub fn lists_members(&self, head: TokenIdx) -> bool {
        !self.named_members(head).is_empty() || !self.both(head).is_empty()
    }

    /// "the German", "a Kenyan": a demonym in the singular behind an article is one person. Those in -sh,
    /// -ch, -ss and -ese ("the French") are the whole people as well.
    fn is_one_of_them(&self, head: TokenIdx) -> bool {
        let token = self.tree.token(head);
        let word = self.doc.word(head).to_lowercase();
        let people = ["sh", "ch", "ss", "ese"].iter().any(|end| word.ends_with(end));
        let demonym = self.actor_at(head).map(|m| self.doc.mention(m));
        demonym.is_some_and(|m| {
            m.form == Form::Demonym && m.code.as_ref().is_some_and(|c| c.sector().is_none())
        }) && matches!(token.xpos.as_str(), "NN" | "NNP")
            && self.tree.child(head, Deprel::Det).is_some()
            && !people
    }

    /// The actors whom a plural role names as its members; empty where it names fewer than two.
    fn named_members(&self, head: TokenIdx) -> Vec<Participant> {
        let group = self.actor_at(head).map(|m| self.doc.mention(m));
        if group.is_some_and(|m| !matches!(m.form, Form::Nominal) && m.kind != MentionKind::Group) {
            return Vec::new();
        }
        let of = |k: &TokenIdx| {
            self.tree.token(*k).deprel == Deprel::Nmod
                && (self.has_case(*k, "of") || self.has_case(*k, "from"))
        };
        let kids = self.tree.children(head).iter().copied();
        let listed = kids.filter(of).map(|k| self.conjuncts(k)).find(|c| c.len() > 1);
        let listed = listed.or_else(|| self.examples(head));
        let actors = listed.into_iter().flatten().filter_map(|t| self.mention_of(t));
        let members: Vec<Participant> = actors.map(|m| self.member(m, group)).collect();
        match members.len() {
            0 | 1 => Vec::new(),
            _ => members,
        }
    }

    /// "powers such as *Chad and Togo*", "groups including *Chad and Togo*": those whom a plural that names nobody gives as examples.
    fn examples(&self, head: TokenIdx) -> Option<Vec<TokenIdx>> {
        let nobody = self.tree.token(head).xpos == "NNS" && self.mention_of(head).is_none();
        let example =
            |k: &TokenIdx| ["such", "like", "include"].iter().any(|case| self.has_case(*k, case));
        let named = |t: &TokenIdx| {
            self.mention_of(*t).is_some_and(|m| self.doc.mention(m).form == Form::Name)
        };
        let kids = self.tree.children_by(head, Deprel::Nmod);
        let listed = kids.filter(|_| nobody).find(example).map(|k| self.conjuncts(k));
        listed.filter(|all| all.iter().all(named))
    }

    /// The states that "both countries", "they" or "Chadian, Libyan and Togolese ministers" stands for, or whose
    /// people a plural means ("their negotiators").
    fn both(&self, head: TokenIdx) -> Vec<Participant> {
        let plural = self.tree.token(head).xpos == "NNS";
        let theirs = || self.tree.child(head, Deprel::NmodPoss).filter(|_| plural);
        let named = self.actor_at(head).or_else(|| self.actor_at(theirs()?));
        let Some(m) = named else { return Vec::new() };
        let group = self.doc.mention(m);
        let several = group.entity.is_none() && group.code.is_none() && group.members.len() > 1;
        let each = |code: &ActorCode| Participant { code: Some(code.clone()), ..self.named(m) };
        if several { group.members.iter().map(each).collect() } else { Vec::new() }
    }

    /// One named member: its own name, with the group's sector where the group says so.
    fn member(&self, mention: MentionIdx, group: Option<&Mention>) -> Participant {
        let mut p = self.named(mention);
        let same = |c: &&ActorCode| p.code.as_ref().is_some_and(|own| own.as_str() == c.country());
        let code = group.and_then(|g| g.members.iter().find(same)).cloned();
        if let Some(code) = code {
            p.code = Some(code);
        }
        p
    }
}
