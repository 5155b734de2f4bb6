//! Texts as the tokeniser sees them, for training networks.
//!
//! Writes `names-train.tsv`, `names-test.tsv` (articles of `worldwide/` with the labels of names)
//! and `news.tsv` (texts without labels, of `polnear/train`): one token a line with its label (`O`,
//! `B-person`, `-` for unknown), an empty line after a sentence, `# document` before a text.

use crate::corpora::{Corpora, Part};
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use verbale_document::{Document, Lexicons, NameLabel, Span};
use verbale_parse::training::Segmenter;

pub fn write(corpora: &Corpora, lexicons: &Lexicons, out: &Path) -> Result<(), Box<dyn Error>> {
    let segmenter = Segmenter::new(lexicons)?;
    fs::create_dir_all(out)?;
    for (name, part) in [("names-train.tsv", Part::Train), ("names-test.tsv", Part::Test)] {
        let mut table = String::new();
        for article in corpora.articles(part)? {
            add(&mut table, &segmenter, article.text, Some(&article.names))?;
        }
        fs::write(out.join(name), table)?;
    }
    let mut table = String::new();
    for text in corpora.news()? {
        add(&mut table, &segmenter, text, None)?;
    }
    Ok(fs::write(out.join("news.tsv"), table)?)
}

fn add(
    out: &mut String,
    segmenter: &Segmenter,
    text: String,
    names: Option<&[(Span, NameLabel)]>,
) -> std::fmt::Result {
    let doc = Document::new("text", text);
    writeln!(out, "# document")?;
    for sentence in segmenter.sentences(&doc) {
        let mut before = None;
        for span in sentence {
            let at = names.and_then(|n| n.iter().position(|(s, _)| s.overlaps(span)));
            let label = match (names, at) {
                (None, _) => "-".to_string(),
                (_, None) => "O".to_string(),
                (Some(names), Some(i)) => {
                    let begin = if before == at { "I" } else { "B" };
                    format!("{begin}-{}", names[i].1.as_str())
                }
            };
            before = at;
            writeln!(out, "{}\t{label}", doc.slice(span))?;
        }
        writeln!(out)?;
    }
    Ok(())
}
