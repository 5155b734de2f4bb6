//! What many records say together, as plain values: where a document belongs, an event that several
//! reports tell, and which reports these are. Rows of the tables of a store
//! ([`columns::TOGETHER`](crate::columns::TOGETHER)); how they are found is for others.

/// Where a document belongs.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Placement {
    /// Its key.
    pub doc_key: String,
    /// Its label.
    pub doc_id: String,
    /// The day on which it was published, `2024-06-21`.
    pub published_on: Option<String>,
    /// The story that it tells.
    pub story: String,
    /// The thread of stories that this one is of.
    pub thread: String,
    /// The key of the document that it has its text from.
    pub copy_of: Option<String>,
    /// How: `same`, `edited` or `passage`.
    pub copy_kind: Option<String>,
}

/// An event as all its reports tell it. Of values that differ the one that most reports give stands for
/// it where one is needed, of as many the first; lists have all.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Merged {
    /// Its id, which all its reports share.
    pub id: String,
    /// The story that it is told in.
    pub story: String,
    /// The first day that most reports give, else that on which the first was published.
    pub day: Option<String>,
    /// PLOVER type.
    pub kind: String,
    /// PLOVER quad class.
    pub quad: u8,
    /// PLOVER base score.
    pub intensity: f64,
    /// Names of those who act, and beside each its code.
    pub actors: Vec<(String, Option<String>)>,
    /// Likewise of those acted upon.
    pub recipients: Vec<(String, Option<String>)>,
    /// Where it happened: preferred names.
    pub places: Vec<String>,
    /// Numbers of people: `killed 4`. Several of a kind differ.
    pub sizes: Vec<String>,
    /// Reports of it: events of records.
    pub n_reports: usize,
    /// Documents that these stand in.
    pub n_documents: usize,
    /// Reports that tell it as somebody's word.
    pub n_claims: usize,
    /// Reports in which it is told as not having happened, or denied.
    pub n_denied: usize,
    /// Sources of its reports that nothing ties to one another.
    pub sources_least: usize,
    /// Outlets.
    pub sources_most: usize,
    /// What ties reports to one another: the reason and through what, `agency Q130879`.
    pub ties: Vec<String>,
}

/// A report of an event: which event of a record is which merged one.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Telling {
    /// The id of the merged event.
    pub merged: String,
    /// The key of the document that reports it.
    pub doc_key: String,
    /// The event in its record.
    pub event_id: String,
}
