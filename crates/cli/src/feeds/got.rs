//! What comes of asking for an address.

/// What is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Asked {
    /// A feed, which a person named.
    Feed,
    /// A page, which a feed named: it is asked for only where robots may.
    Page,
}

/// What came of it.
// A program that fetches nothing makes no answers.
#[cfg_attr(not(feature = "feeds"), allow(dead_code))]
pub enum Got {
    /// An answer.
    Answer(Answer),
    /// It is as it was.
    Unchanged,
    /// Why it could not be had, and whether it may be had later.
    Failed(String, bool),
    /// The user wants to stop.
    Stopped,
}

/// An answer with what came beside it.
#[derive(Default)]
pub struct Answer {
    /// The address that gave it, behind all redirections.
    pub address: String,
    /// Its bytes, unpacked.
    pub bytes: Vec<u8>,
    /// Its media type, without parameters.
    pub media_type: Option<String>,
    /// The encoding that the server names.
    pub encoding: Option<String>,
    /// `ETag`.
    pub etag: Option<String>,
    /// `Last-Modified`.
    pub modified: Option<String>,
    /// `Date`, as RFC 3339 has it.
    pub date: Option<String>,
}
