//! The definitions of event types, modes, contexts and sectors, as `lexicons/en/codebook.tsv` has them.

/// The table.
pub const CODEBOOK: &str = "codebook.tsv";

/// A row of it.
pub struct Row {
    /// The field whose value is defined.
    pub field: String,
    /// The value; a mode is `TYPE:mode`.
    pub value: String,
    /// What it means.
    pub definition: String,
    /// Words that have it.
    pub example: String,
}

impl Row {
    /// The mode without its type.
    pub fn mode(&self) -> Option<&str> {
        self.value.split_once(':').map(|(_, mode)| mode)
    }
}

/// All rows, in order.
pub fn rows() -> Vec<Row> {
    let lexicons = verbale::builtin_lexicons();
    let columns = ["field", "value", "definition", "example"];
    let table = lexicons.table(CODEBOOK, &columns).expect("the codebook");
    let row = |r: verbale::document::Row| {
        let [field, value, definition, example] = columns.map(|c| r.get(c).to_string());
        Row { field, value, definition, example }
    };
    table.rows().map(row).collect()
}
