//! What bears on whether a statement is right: its rule, its speaker, and the shape of its content.

use super::{holding, is_government, is_guessed};
use verbale_document::{Document, SmolStr, Statement};

/// The features of a finished statement of `doc`, by the names that `confidence.tsv` has.
pub fn features(doc: &Document, statement: &Statement) -> Vec<SmolStr> {
    let rule = statement.by.rsplit('/').next().unwrap_or_default();
    let mut all =
        vec![SmolStr::from(format!("rule {rule}")), SmolStr::new_static(length(doc, statement))];
    let speaker = statement.speaker.as_ref();
    let code = speaker.and_then(|s| s.code.as_ref());
    let dated = statement.date.as_ref().is_some_and(|d| d.mention.is_some());
    all.extend(holding([
        (code.is_none(), "speaker without code"),
        (code.is_some_and(is_government), "speaker in government"),
        (code.is_some() && is_guessed(doc, speaker.and_then(|s| s.mention)), "speaker guessed"),
        (statement.parent.is_some(), "nested"),
        (dated, "dated"),
    ]));
    all
}

/// How long the content is. Short ones are often cut wrong, or no content at all.
fn length(doc: &Document, statement: &Statement) -> &'static str {
    let words = statement.content.iter().map(|c| doc.slice(*c).split_whitespace().count());
    match words.sum::<usize>() {
        0..4 => "content below 4 words",
        4..8 => "content of 4 to 7 words",
        8..12 => "content of 8 to 11 words",
        12..24 => "content of 12 to 23 words",
        _ => "content of 24 words or more",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use verbale_document::{ActorCode, Span, Speaker};

    #[test]
    fn features_of_a_statement() {
        let doc = Document::new("d", "He said that it would rain in Togo.".to_string());
        let said = Statement {
            by: "statement/verb-that".into(),
            ..Statement::bare(Span::new(3, 7), Span::new(13, 34))
        };
        let of = |statement: &Statement| features(&doc, statement).join("; ");
        assert_eq!(of(&said), "rule verb-that; content of 4 to 7 words; speaker without code");
        let code = Some(ActorCode::new("TGO.GOV.PM"));
        let speaker = Some(Speaker { code, ..Speaker::default() });
        let said = Statement { speaker, parent: Some(0), ..said };
        assert_eq!(
            of(&said),
            "rule verb-that; content of 4 to 7 words; speaker in government; nested"
        );
    }
}
