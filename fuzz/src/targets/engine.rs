//! Model files: damaged ones are refused; one that is whole by its hash is refused or reads any text.

use crate::dice::Dice;
use crate::{edit, model, told};
use std::sync::LazyLock;
use verbale::document::Document;
use verbale_parse::{Engine, ModelError, Models};

/// The heads of the files that are built in, which carry the hash of all that is not here.
static HEADS: LazyLock<[Vec<u8>; 2]> = LazyLock::new(|| {
    [verbale_models::network(), verbale_models::LEMMAS.to_vec()].map(|mut all| {
        all.truncate(600);
        all
    })
});

const TEXT: &str = "Talks opened in Łódź. “We will go,” Togo's minister said on Friday.\n\nNo.";

pub(super) fn target(bytes: &[u8]) {
    let mut dice = Dice::new(bytes);
    let (whole, edits) = (!dice.once_in(8), dice.once_in(4));
    let mut lemmas = if dice.once_in(4) { model::lemmas(&mut dice) } else { vec![0, 0] };
    let mut network = if whole { model::network(&mut dice) } else { HEADS[dice.below(2)].clone() };
    if edits {
        network = edit::bytes(&network, &mut dice);
        lemmas = edit::bytes(&lemmas, &mut dice);
    }
    if whole {
        network = model::file(b'W', &network);
    }
    let (is_whole, lemmas) = (whole, model::file(b'L', &lemmas));
    let engine = Engine::new(&told::LEXICONS, Models { network: &network, lemmas: &lemmas });
    match engine {
        Ok(engine) => check(&engine, &mut dice),
        Err(ModelError::Lexicon(error)) => panic!("{error}"),
        Err(error) => {
            assert!(is_whole || !matches!(error, ModelError::Version { found: 2, .. }), "{error}")
        }
    }
}

/// Sentences and tokens of the text, whose heads stand in their sentence.
fn check(engine: &Engine, dice: &mut Dice) {
    let doc = Document::new("d", edit::text(TEXT, &[], dice));
    let syntax = engine.syntax(&mut engine.worker(), &doc);
    for sentence in syntax.sentences.iter() {
        assert!(doc.text().get(sentence.span.range()).is_some(), "{sentence:?}");
        for at in sentence.tokens.clone() {
            let token = &syntax.tokens[at as usize];
            assert!(doc.text().get(token.span.range()).is_some(), "{token:?}");
            assert!(token.head.is_none_or(|h| sentence.tokens.contains(&h)), "{token:?}");
        }
    }
    for name in syntax.names.iter() {
        assert!(name.first < name.end && (name.end as usize) <= syntax.tokens.len(), "{name:?}");
    }
}
