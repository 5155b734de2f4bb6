//! The weights of features (`confidence.tsv`).

use rustc_hash::FxHashMap;
use verbale_document::{Lexicons, SmolStr, TableError};

const TABLE: &str = "confidence.tsv";

/// The row whose weight every record has.
const ALWAYS: &str = "always";

/// The weights of one layer's features.
#[derive(Clone, Debug)]
pub(crate) struct Weights {
    always: f32,
    by_feature: FxHashMap<SmolStr, f32>,
}

impl Weights {
    /// Those in the column `layer` of the table: `statements` or `events`.
    ///
    /// # Errors
    /// A weight that is no number; a table that does not say how probable a record is that has no
    /// feature.
    pub(crate) fn new(lexicons: &Lexicons, layer: &str) -> Result<Self, TableError> {
        let table = lexicons.table(TABLE, &["feature", layer])?;
        let mut by_feature = FxHashMap::default();
        for row in table.rows() {
            let weight = row.get(layer);
            if !weight.is_empty() {
                let number: Result<f32, _> = weight.parse();
                let finite = number.ok().filter(|w| w.is_finite());
                let what = || row.error(format!("weight `{weight}` is no number"));
                let feature = SmolStr::from(row.required("feature")?);
                by_feature.insert(feature, finite.ok_or_else(what)?);
            }
        }
        let lacking = || TableError::new(TABLE, 0, format!("no row `{ALWAYS}` for {layer}"));
        let always = by_feature.remove(ALWAYS).ok_or_else(lacking)?;
        Ok(Weights { always, by_feature })
    }

    /// The probability, 0..1, that a record with `features` is right. A feature without a weight
    /// says nothing.
    pub(crate) fn confidence(&self, features: &[SmolStr]) -> f32 {
        let weights = features.iter().filter_map(|name| self.by_feature.get(name));
        let sum = self.always + weights.sum::<f32>();
        1.0 / (1.0 + (-sum).exp())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weights(rows: &'static str) -> Result<Weights, TableError> {
        Weights::new(&Lexicons::from_pairs([(TABLE, rows)]), "events")
    }

    #[test]
    fn weights_add_up_to_a_probability() {
        let table =
            "feature\tstatements\tevents\nalways\t1\t0\nsaid\t0.5\t\nguessed\t\t-2\nmet\t\t2\n";
        let weights = weights(table).expect("a table");
        let confidence = |features: &[&str]| {
            weights.confidence(&features.iter().map(SmolStr::new).collect::<Vec<_>>())
        };
        assert_eq!(confidence(&[]), 0.5);
        assert_eq!(confidence(&["said", "unheard of"]), 0.5, "no weight in this layer");
        assert_eq!(confidence(&["met", "guessed"]), 0.5);
        assert!(confidence(&["met"]) > 0.85 && confidence(&["guessed"]) < 0.15);
    }

    #[test]
    fn errors_name_the_line() {
        let line = |rows| weights(rows).expect_err("an error").line;
        assert_eq!(line("feature\tevents\nalways\t0\nmet\tmuch\n"), 3);
        assert_eq!(line("feature\tevents\nalways\t0\nmet\tNaN\n"), 3);
        assert_eq!(line("feature\tevents\nmet\t1\n"), 0, "no weight for all");
    }
}
