//! The cue lexicon.

use crate::trace::RowRef;
use rustc_hash::FxHashMap;
use verbale_document::{Act, Classes, Lexicons, Row, SmolStr, Stance, TableError};

/// How content may stand to a cue word.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Frames {
    pub quote: bool,
    pub that: bool,
    pub to: bool,
    pub obj: bool,
    pub obj_to: bool,
    pub obj_of: bool,
    pub as_: bool,
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
    /// Where it is listed.
    pub row: RowRef,
}

/// Cue verbs and nouns by lemma.
pub(super) struct Cues {
    verbs: FxHashMap<SmolStr, Cue>,
    nouns: FxHashMap<SmolStr, Cue>,
    classes: Classes,
}

impl Cues {
    pub(super) fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let table = lexicons.table("cues.tsv", &["lemma", "pos", "frames", "act", "stance"])?;
        let classes = Classes::new(lexicons)?;
        let mut cues = Cues { verbs: FxHashMap::default(), nouns: FxHashMap::default(), classes };
        for row in table.rows() {
            let (lemma, cue) = (SmolStr::new(row.get("lemma")), cue(&row)?);
            match row.get("pos") {
                "verb" => cues.verbs.insert(lemma, cue),
                "noun" => cues.nouns.insert(lemma, cue),
                other => return Err(row.error(format!("pos `{other}` is neither verb nor noun"))),
            };
        }
        Ok(cues)
    }

    pub(super) fn verb(&self, lemma: &str) -> Option<&Cue> {
        self.verbs.get(lemma)
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
            "obj-to" => frames.obj_to = true,
            "obj-of" => frames.obj_of = true,
            "as" => frames.as_ = true,
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
            let (relays, row) = (row.get("flags") == "relay", RowRef::new("cues.tsv", row.line()));
            Ok(Cue { frames, act, stance, relays, row })
        }
        (None, _) => Err(row.error(format!("no act `{}`", row.get("act")))),
        (_, None) => Err(row.error(format!("no stance `{}`", row.get("stance")))),
    }
}
