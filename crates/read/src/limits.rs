//! How much of one document is read. Beyond a limit a document is cut and noted, or refused.

/// Plain text beyond this is cut at a line end, with a note.
pub const MAX_TEXT_BYTES: usize = 1 << 20;
/// Pages beyond this are refused: half a page has no sound markup.
pub const MAX_HTML_BYTES: usize = 8 << 20;
/// Pages nested deeper are refused; extractors overflow the stack at about 20,000 levels.
pub const MAX_DEPTH: usize = 1000;
/// Pages of more elements and comments are refused; articles have some thousands.
pub const MAX_NODES: usize = 100_000;
/// Pages whose nodes have more ancestors in sum are refused: extractors walk up from every node.
#[cfg(feature = "html")]
pub(crate) const MAX_ANCESTORS: usize = 4_000_000;
/// Pages with a tag of more attributes are refused: parsers compare each with all before it.
#[cfg(feature = "html")]
pub(crate) const MAX_ATTRIBUTES: usize = 256;
/// What a page says of itself in more characters is no title, name or date.
#[cfg(feature = "html")]
pub(crate) const MAX_FIELD_CHARS: usize = 1000;
/// Stack of the thread that extracts.
#[cfg(feature = "html")]
pub(crate) const EXTRACTION_STACK: usize = 64 << 20;
/// Bytes read of any one input; what is cut beyond is noted by the reader.
#[cfg(feature = "files")]
pub(crate) const MAX_INPUT_BYTES: usize = MAX_HTML_BYTES + 1;
