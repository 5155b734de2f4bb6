//! How much of one document is read. Beyond a limit a document is cut and noted, or refused.

#[cfg(feature = "html")]
use std::time::Duration;

/// Plain text beyond this is cut at a line end, with a note.
pub const MAX_TEXT_BYTES: usize = 1 << 20;
/// Pages beyond this are refused: half a page has no sound markup.
pub const MAX_HTML_BYTES: usize = 8 << 20;
/// Pages nested deeper are refused; extractors overflow the stack at about 20,000 levels.
pub const MAX_DEPTH: usize = 1000;
/// A page that takes longer to extract is given up.
#[cfg(feature = "html")]
pub(crate) const MAX_EXTRACTION: Duration = Duration::from_secs(20);
/// Stack of the thread that extracts.
#[cfg(feature = "html")]
pub(crate) const EXTRACTION_STACK: usize = 64 << 20;
/// Bytes read of any one input; what is cut beyond is noted by the reader.
#[cfg(feature = "files")]
pub(crate) const MAX_INPUT_BYTES: usize = MAX_HTML_BYTES + 1;
