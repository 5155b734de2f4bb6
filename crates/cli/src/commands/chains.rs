//! `verbale evaluate chains`: our coreference against a treebank's entity layer.
//!
//! Every document of the file goes through the whole pipeline on its own, from gold tokens and
//! sentences; tags, trees, names and everything after them are ours.

use crate::files;
use crate::outcome::Failure;
use std::collections::BTreeMap;
use std::path::Path;
use verbale::Pipeline;
use verbale_evaluate::corpus::conllu::Treebank;
use verbale_evaluate::corpus::entities::{self, Part};
use verbale_evaluate::{CoreferenceScores, PrecisionRecall, Score, coreference};

/// Scores of the documents whose genre is in `genres` (of all where it is empty), as a table for
/// all and a line for each genre.
pub fn table(gold: &Path, genres: &[String], pipeline: &Pipeline) -> Result<String, Failure> {
    let file = files::text(gold)?;
    let mut by_genre: BTreeMap<&str, CoreferenceScores> = BTreeMap::new();
    let wanted = |part: &Part| genres.is_empty() || genres.iter().any(|g| g == part.genre);
    for part in entities::parts(&file).into_iter().filter(wanted) {
        let scores = scored(pipeline, &part).map_err(|e| files::failed(gold, e))?;
        *by_genre.entry(part.genre).or_default() += scores;
    }
    let mut all = CoreferenceScores::default();
    by_genre.values().for_each(|s| all += *s);
    if all.mentions.reference == 0 {
        let what = "no document with Entity= brackets of more than one mention";
        return Err(files::failed(gold, what));
    }
    Ok(whole(&all) + &genre_lines(&by_genre))
}

fn scored(pipeline: &Pipeline, part: &Part) -> Result<CoreferenceScores, String> {
    let treebank = Treebank::parse(part.id, part.text).map_err(|e| format!("{}: {e}", part.id))?;
    let mut predicted = treebank.doc.clone();
    pipeline.resolve_tokens(&mut pipeline.worker(), &mut predicted);
    let mut reference = treebank.doc.clone();
    reference.mentions = Some(entities::mentions(&treebank));
    Ok(coreference(&reference, &predicted))
}

fn whole(all: &CoreferenceScores) -> String {
    let mut out =
        format!("{:26}{:>10}{:>8}{:>8}{:>10}\n", "", "precision", "recall", "F1", "reference");
    let counted = [
        ("pronouns, third person", all.links.third_person),
        ("  to a name or noun", all.links.third_person_to_noun),
        ("pronouns, other", all.links.other_pronouns),
        ("pronouns, all", all.links.pronouns()),
        ("names to names", all.links.names),
        ("mentions in chains", all.mentions),
    ];
    for (name, score) in counted {
        let shares = PrecisionRecall { precision: score.precision(), recall: score.recall() };
        out += &format!("{}{:>10}\n", line(name, shares), score.reference);
    }
    let metrics = [("MUC", all.muc()), ("B-cubed", all.b_cubed()), ("CEAF-phi4", all.ceaf())];
    for (name, shares) in metrics {
        out += &(line(name, shares) + "\n");
    }
    out + &format!("{:26}{:>26.2}\n", "CoNLL (no singletons)", 100.0 * all.conll())
}

fn line(name: &str, shares: PrecisionRecall) -> String {
    let (p, r, f) = (100.0 * shares.precision, 100.0 * shares.recall, 100.0 * shares.f1());
    format!("{name:26}{p:>10.2}{r:>8.2}{f:>8.2}")
}

fn genre_lines(by_genre: &BTreeMap<&str, CoreferenceScores>) -> String {
    let mut out = format!("\n{:14}{:>22}{:>22}{:>8}\n", "", "pronouns", "names to names", "CoNLL");
    let right = |s: Score| format!("{:.1} ({}/{})", 100.0 * s.precision(), s.correct, s.predicted);
    for (genre, scores) in by_genre {
        let (pronouns, names) = (right(scores.links.pronouns()), right(scores.links.names));
        out += &format!("{genre:14}{pronouns:>22}{names:>22}{:>8.2}\n", 100.0 * scores.conll());
    }
    out
}
