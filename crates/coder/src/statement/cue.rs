//! The cue lexicon.

use crate::View;
use crate::trace::RowRef;
use rustc_hash::{FxHashMap, FxHashSet};
use verbale_document::{
    Act, Classes, Deprel, Lexicons, Row, SmolStr, Stance, TableError, TokenIdx,
};

/// How content may stand to a cue word.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Frames {
    pub quote: bool,
    pub that: bool,
    pub to: bool,
    pub obj: bool,
    pub obj_act: bool,
    pub obj_doc: bool,
    pub obj_to: bool,
    pub obj_of: bool,
    pub as_: bool,
    pub obj_as: bool,
    pub prepositions: Vec<SmolStr>,
}

/// A cue word.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    pub frames: Frames,
    pub act: Act,
    pub stance: Stance,
    /// An outlet passes on with it what others said.
    pub relays: bool,
    /// With "it" as its subject it is nobody's word.
    pub personal: bool,
    /// In a court's mouth it is a ruling.
    pub rules: bool,
    /// Where it is listed.
    pub row: RowRef,
}

/// Cue verbs by lemma (and particle), nouns by lemma, adjectives by form.
pub(super) struct Cues {
    verbs: FxHashMap<SmolStr, Cue>,
    nouns: FxHashMap<SmolStr, Cue>,
    adjectives: FxHashMap<SmolStr, Cue>,
    /// Verbs that are cues with a phrase with "to".
    datives: FxHashSet<SmolStr>,
    classes: Classes,
}

impl Cues {
    pub(super) fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let table = lexicons.table("cues.tsv", &["lemma", "pos", "frames", "act", "stance"])?;
        let classes = Classes::new(lexicons)?;
        let mut cues = Cues {
            verbs: FxHashMap::default(),
            nouns: FxHashMap::default(),
            adjectives: FxHashMap::default(),
            datives: FxHashSet::default(),
            classes,
        };
        for row in table.rows() {
            let (lemma, cue) = (SmolStr::new(row.get("lemma")), cue(&row)?);
            match row.get("pos") {
                "verb" => {
                    cues.datives.extend(lemma.strip_suffix(" to").map(SmolStr::from));
                    cues.verbs.insert(lemma, cue)
                }
                "noun" => cues.nouns.insert(lemma, cue),
                "adjective" => cues.adjectives.insert(lemma, cue),
                other => {
                    return Err(row.error(format!("pos `{other}` is no verb, noun or adjective")));
                }
            };
        }
        Ok(cues)
    }

    pub(super) fn verb(&self, lemma: &str) -> Option<&Cue> {
        self.verbs.get(lemma)
    }

    /// The classes of words.
    pub(super) fn classes(&self) -> &Classes {
        &self.classes
    }

    /// The cue verb at a token. With a particle it is another word: "point out", but not "call off".
    pub(super) fn verb_at(&self, view: &View, at: TokenIdx) -> Option<&Cue> {
        let lemma = view.lemma(at);
        if let Some(cue) = self.completed(view, at).and_then(|phrase| self.verb(&phrase)) {
            return Some(cue);
        }
        if let Some(cue) = self.put_to(view, at) {
            return Some(cue);
        }
        match view.tree.child(at, Deprel::CompoundPrt) {
            Some(particle) => {
                self.verb(&format!("{lemma} {}", view.lemma(particle).to_lowercase()))
            }
            None => self.verb(lemma),
        }
    }

    /// A verb with the one that it completes: "want to know".
    fn completed(&self, view: &View, at: TokenIdx) -> Option<String> {
        let token = view.tree.token(at);
        let head = token.head.filter(|_| token.deprel == Deprel::Xcomp)?;
        let to = if view.tree.child(at, Deprel::Mark).is_some() { " to" } else { "" };
        Some(format!("{}{to} {}", view.lemma(head), token.lemma))
    }

    /// "put *to the members*": a verb that is a cue with whom something is put to.
    fn put_to(&self, view: &View, at: TokenIdx) -> Option<&Cue> {
        let lemma = view.lemma(at);
        let cue = self.datives.contains(lemma).then(|| self.verb(&format!("{lemma} to")))??;
        let whom = |k: TokenIdx| {
            let named = view.actor_at(k).is_some() || self.is_people(view.lemma(k));
            k > at && view.has_case(k, "to") && named
        };
        view.tree.children_by(at, Deprel::Obl).any(whom).then_some(cue)
    }

    /// Whether a verb is a cue only together with the one that it completes.
    pub(super) fn is_phrase(&self, view: &View, at: TokenIdx) -> bool {
        self.completed(view, at).is_some_and(|phrase| self.verbs.contains_key(&*phrase))
    }

    /// The cue adjective or participle of this form ("confident", "convinced").
    pub(super) fn adjective(&self, form: &str) -> Option<&Cue> {
        self.adjectives.get(&*form.to_lowercase())
    }

    /// Whether a phrase with this preposition and noun tells by whose account something is ("by account").
    pub(super) fn is_account(&self, preposition: &str, noun: &str) -> bool {
        self.classes.has("account", &format!("{preposition} {noun}").to_lowercase())
    }

    /// Whether the participle of a verb behind a comma goes on with what the sentence's speaker says.
    pub(super) fn goes_on(&self, verb: &str) -> bool {
        self.classes.has("going-on", verb)
    }

    /// Whether a verb with a question tells that an answer is looked for ("determine whether").
    pub(super) fn finds_out(&self, verb: &str) -> bool {
        self.classes.has("finding-out", verb)
    }

    /// Whether a verb of saying asks for what it has in an infinitive ("told them to leave").
    pub(super) fn bids(&self, verb: &str) -> bool {
        self.classes.has("bidding", verb)
    }

    /// Whether a verb with "it" says how somebody words things ("as he put it").
    pub(super) fn is_wording(&self, verb: &str) -> bool {
        self.classes.has("wording", verb)
    }

    /// Whether a verb joins an adjective to whoever stays or becomes so ("remain").
    pub(super) fn is_linking(&self, verb: &str) -> bool {
        self.classes.has("linking", verb)
    }

    /// Whether a noun counts those whom its "of" names ("scores", "a majority").
    pub(super) fn is_quantity(&self, noun: &str) -> bool {
        self.classes.has("quantity", noun)
    }

    /// Whether a noun denotes a person.
    pub(super) fn is_person(&self, noun: &str) -> bool {
        self.classes.has("noun:person", noun)
    }

    /// Whether a noun denotes people, alone or together.
    pub(super) fn is_people(&self, noun: &str) -> bool {
        self.classes.has("noun:person", noun) || self.classes.has("noun:group", noun)
    }

    /// Whether a verb tells that somebody brings out a text ("release").
    pub(super) fn publishes(&self, verb: &str) -> bool {
        self.classes.has("publishing", verb)
    }

    /// Whether a verb tells that somebody brings out a text or holds a gathering in which something is said.
    pub(super) fn issues(&self, verb: &str) -> bool {
        self.classes.has("issuing", verb)
    }

    /// Whether a noun denotes a text or gathering by which somebody says something ("letter", "briefing").
    pub(super) fn is_utterance(&self, noun: &str) -> bool {
        self.classes.has("utterance", noun)
    }

    /// Whether a noun denotes what somebody does or what happens ("arrest", "strike"), no thing.
    pub(super) fn is_deed(&self, noun: &str) -> bool {
        self.classes.has("deed", noun) || !self.classes.has("thing", noun)
    }

    /// Whether a noun denotes words that somebody has just said ("sentence", "joke").
    pub(super) fn is_remark(&self, noun: &str) -> bool {
        self.classes.has("remark", noun)
    }

    /// Whether a noun denotes a document that tells in words or figures, not in pictures.
    pub(super) fn is_text(&self, noun: &str) -> bool {
        self.is_document(noun) && !self.classes.has("image", noun)
    }

    /// The cue verb of which a capitalised word of a headline may be a form: "Says", "Warn", "Said".
    pub(super) fn in_headline(&self, word: &str) -> Option<&Cue> {
        let word = word.to_lowercase();
        let stems =
            [Some(word.as_str()), word.strip_suffix('s'), (word == "said").then_some("say")];
        let quotes = |cue: &&Cue| cue.frames.quote && matches!(cue.act, Act::Speech | Act::Thought);
        stems.into_iter().flatten().find_map(|stem| self.verb(stem)).filter(quotes)
    }

    /// Whether a noun denotes a document that says something ("a poll", "the filing").
    pub(super) fn is_document(&self, noun: &str) -> bool {
        self.classes.has("source-document", noun)
    }

    /// Whether a word tells that something is others' word ("allegedly").
    pub(super) fn is_hearsay(&self, word: &str) -> bool {
        self.classes.has("hearsay", word)
    }

    /// Whether a noun tells that what it is one of is others' word ("allegations of ...").
    pub(super) fn is_hearsay_noun(&self, noun: &str) -> bool {
        self.classes.has("hearsay-noun", noun)
    }

    /// Whether a noun denotes those before whom people testify.
    pub(super) fn hears(&self, noun: &str) -> bool {
        self.classes.has("hearing-body", noun)
    }

    /// Whether a verb tells what somebody does with the word of others ("investigate an allegation").
    pub(super) fn answers(&self, verb: &str) -> bool {
        self.classes.has("answering", verb)
    }

    /// Whether a noun denotes what brings news ("radio", "newspaper").
    pub(super) fn is_outlet(&self, noun: &str) -> bool {
        self.classes.has("outlet", noun)
    }

    /// Whether a headline may name its source by a noun alone ("Poll: ...", "... - Sources").
    pub(super) fn signs_headlines(&self, noun: &str) -> bool {
        self.classes.has("headline-source", noun)
    }

    /// Whether a noun denotes somebody or something that can say something.
    pub(super) fn is_speaker(&self, noun: &str) -> bool {
        self.classes.has("speaker", noun)
    }

    pub(super) fn noun(&self, lemma: &str) -> Option<&Cue> {
        self.nouns.get(lemma)
    }
}

fn cue(row: &Row) -> Result<Cue, TableError> {
    let mut frames = Frames::default();
    for frame in row.get("frames").split(',') {
        match frame {
            "q" => frames.quote = true,
            "that" => frames.that = true,
            "to" => frames.to = true,
            "obj" => frames.obj = true,
            "obj-act" => frames.obj_act = true,
            "obj-doc" => frames.obj_doc = true,
            "obj-to" => frames.obj_to = true,
            "obj-of" => frames.obj_of = true,
            "as" => frames.as_ = true,
            "obj-as" => frames.obj_as = true,
            _ => match frame.strip_prefix("p:") {
                Some(preposition) => frames.prepositions.push(preposition.into()),
                None => return Err(row.error(format!("no frame `{frame}`"))),
            },
        }
    }
    let act = Act::parse(row.get("act"));
    let stance = Stance::parse(row.get("stance"));
    match (act, stance) {
        (Some(act), Some(stance)) => {
            let has = |flag: &str| row.get("flags") == flag;
            let (relays, personal, rules) = (has("relay"), has("personal"), has("ruling"));
            let row = RowRef::new("cues.tsv", row.line());
            Ok(Cue { frames, act, stance, relays, personal, rules, row })
        }
        (None, _) => Err(row.error(format!("no act `{}`", row.get("act")))),
        (_, None) => Err(row.error(format!("no stance `{}`", row.get("stance")))),
    }
}
