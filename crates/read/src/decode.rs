//! Bytes to text: BOM, then what the page declares, then a guess (WHATWG Encoding Standard). UTF-32,
//! which the standard leaves out, is read where its BOM says so.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};
use verbale_document::Note;

/// How far into a page its declaration is looked for.
const DECLARATION_BYTES: usize = 4096;

/// Decodes `bytes`; the note says when the encoding was guessed or bytes were replaced. `label` is the
/// encoding that came with them.
pub(crate) fn decode(bytes: &[u8], page: bool, label: Option<&str>) -> (String, Option<Note>) {
    if let Some(Wide::Utf32(read)) = wide(bytes) {
        return utf32(&bytes[4..], read);
    }
    if let Some((encoding, n)) = Encoding::for_bom(bytes) {
        return lossy(encoding, &bytes[n..], false);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.to_string(), None);
    }
    let came =
        label.and_then(|label| Encoding::for_label(label.as_bytes())).filter(|e| *e != UTF_8);
    match came.or_else(|| declared(bytes).filter(|e| page && *e != UTF_8)) {
        Some(encoding) => lossy(encoding, bytes, false),
        None => lossy(guessed(bytes), bytes, true),
    }
}

/// An encoding of more than one byte a character, told by its byte-order mark.
#[derive(Clone, Copy)]
pub(crate) enum Wide {
    Utf16,
    /// With what reads a number.
    Utf32(fn([u8; 4]) -> u32),
}

/// The wide encoding that bytes open with the mark of.
pub(crate) fn wide(bytes: &[u8]) -> Option<Wide> {
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] => Some(Wide::Utf32(u32::from_le_bytes)),
        [0, 0, 0xFE, 0xFF, ..] => Some(Wide::Utf32(u32::from_be_bytes)),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => Some(Wide::Utf16),
        _ => None,
    }
}

fn utf32(bytes: &[u8], read: fn([u8; 4]) -> u32) -> (String, Option<Note>) {
    let letters = bytes.chunks(4).map(|four| four.try_into().ok().map(read));
    let letters: Vec<Option<char>> = letters.map(|n| n.and_then(char::from_u32)).collect();
    let faults = letters.contains(&None);
    let text = letters.into_iter().map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    let message = "declared UTF-32; some bytes could not be decoded".to_string();
    (text, faults.then(|| Note { kind: "encoding".into(), message }))
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    if nearly_utf8(bytes) {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

/// Whether the only fault is at the very end, where a long file was cut.
fn nearly_utf8(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|e| e.valid_up_to() + 4 > bytes.len())
}

fn lossy(encoding: &'static Encoding, bytes: &[u8], guessed: bool) -> (String, Option<Note>) {
    let (text, faults) = encoding.decode_without_bom_handling(bytes);
    let name = encoding.name();
    let message = match (guessed, faults) {
        (true, true) => Some(format!("guessed {name}; some bytes could not be decoded")),
        (true, false) => Some(format!("guessed {name}")),
        (false, true) => Some(format!("declared {name}; some bytes could not be decoded")),
        (false, false) => None,
    };
    let note = message.map(|message| Note { kind: "encoding".into(), message });
    (text.into_owned(), note)
}

/// The encoding that `<meta charset=...>` or `<?xml encoding=...?>` names.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARATION_BYTES)]).to_lowercase();
    let at = head.find("charset=").map(|i| i + 8).or_else(|| head.find("encoding=").map(|i| i + 9));
    let label = head[at?..].trim_start_matches(['"', '\'', ' ']);
    let end = label.find(|c: char| !(c.is_alphanumeric() || "-_:".contains(c)));
    Encoding::for_label(&label.as_bytes()[..end.unwrap_or(label.len())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings() {
        let check = |bytes: &[u8], page, text: &str, noted: bool| {
            let (got, note) = decode(bytes, page, None);
            assert_eq!((got.as_str(), note.is_some()), (text, noted));
        };
        check("Łódź".as_bytes(), false, "Łódź", false);
        check(b"\xEF\xBB\xBFabc", false, "abc", false);
        check(b"\xFF\xFEa\0b\0", false, "ab", false);
        check(b"\xFF\xFE\0\0a\0\0\0", false, "a", false);
        check(b"\0\0\xFE\xFF\0\0\0a\0\x01\xF6\0", false, "a\u{1f600}", false);
        check(b"\0\0\xFE\xFF\0\0\0a\xFF\0\0\0b", false, "a\u{fffd}\u{fffd}", true);
        check(
            b"<meta charset=\"windows-1252\"><p>S\xE3o Paulo</p>",
            true,
            "<meta charset=\"windows-1252\"><p>São Paulo</p>",
            false,
        );
        check(
            b"The caf\xE9 in Bogot\xE1 was closed, the mayor said.",
            false,
            "The café in Bogotá was closed, the mayor said.",
            true,
        );
    }
}
