//! Teams: "Brazil" where it plays is no state.

use super::Linker;
use super::find::NameSpan;
use verbale_atlas::bare;
use verbale_document::folding::{is_possessive, own_id};
use verbale_document::{Deprel, Form, MentionKind, SmolStr, TokenIdx};

impl Linker<'_> {
    /// Whether a state's name stands for its team: in a sentence with a word of sport ("football",
    /// "semi-final") or a score ("2-1") and a verb of contest ("beat"), where it plays, and is
    /// neither owner nor place.
    pub(super) fn plays(&self, item: &NameSpan) -> bool {
        let token = &self.view.tokens[self.view.head(item) as usize];
        let plays = matches!(
            token.deprel,
            Deprel::Nsubj
                | Deprel::NsubjPass
                | Deprel::Obj
                | Deprel::Obl
                | Deprel::Conj
                | Deprel::Root
        );
        let local = self.view.tables.words.local.contains(self.view.word_before(item.first));
        let owner = is_possessive(self.view.word(item.end));
        if !plays || local || owner {
            return false;
        }
        let Some(at) = self.view.doc.sentence_at(item.span.start) else { return false };
        let sentences = self.view.doc.sentences.as_deref().unwrap_or(&[]);
        let Some(sentence) = sentences.get(at as usize) else { return false };
        let words = &self.view.tables.words;
        let contest = |t: TokenIdx| words.contest.contains(self.lemma(t).as_str());
        let sport = |t: TokenIdx| words.sport.contains(self.lemma(t).as_str()) || self.is_score(t);
        let mut tokens = sentence.tokens.clone();
        tokens.clone().any(contest) && tokens.any(sport)
    }

    fn lemma(&self, at: TokenIdx) -> String {
        self.view.tokens[at as usize].lemma.to_lowercase()
    }

    /// "2-1", as one token or three.
    fn is_score(&self, at: TokenIdx) -> bool {
        let digit = |w: &str| w.len() == 1 && w.bytes().all(|b| b.is_ascii_digit());
        let word = self.view.word(at);
        let whole = word.split_once(['-', '–']).is_some_and(|(a, b)| digit(a) && digit(b));
        let apart = digit(word)
            && matches!(self.view.word(at + 1), "-" | "–")
            && digit(self.view.word(at + 2));
        whole || apart
    }

    /// An organisation that is no actor of politics: no code.
    pub(super) fn team(&mut self, item: &NameSpan) {
        let name = self.view.text(item);
        let id = own_id(&format!("{name} (team)"));
        let entity = bare(id, SmolStr::new(name), MentionKind::Organisation);
        let entity = self.pool.entity(entity, 0.7);
        self.push(item, MentionKind::Organisation, Form::Name, entity, "atlas/team");
    }
}
