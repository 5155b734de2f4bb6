//! The documents of one JSON input: a line each (JSON Lines), or the elements of an array.
//!
//! Read as they come, so that memory does not grow with the size of a file. Lines are taken apart
//! without looking into them: a broken one does not harm the next. Elements are taken apart by
//! their brackets; who broke one may find the rest of the file in it.

use crate::limits::MAX_INPUT_BYTES;
use crate::raw::{InputKind, Raw};
use crate::source::{SourceError, broken, file};
use crate::story::Given;
use crate::unpacked::Opened;
use std::io::{self, BufRead, Read};
use std::sync::Arc;

/// How the documents stand in the input.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Lines,
    /// Objects over any number of lines, in an array or one after another.
    Values,
    /// Read to its end, or given up.
    Ended,
}

/// A JSON input.
pub(crate) struct Units {
    pub name: String,
    /// The line at which the last document begins, from 1.
    pub at: usize,
    /// Lines that were read, where documents are values.
    lines: usize,
    input: Opened,
    form: Form,
    /// Whether an array has begun and not ended.
    in_array: bool,
    given: Arc<Given>,
}

impl Units {
    /// Lines, unless the input begins with an array or with an object of several lines.
    pub(crate) fn lines(name: String, input: Opened, given: Arc<Given>) -> Self {
        let form = match opening(&input.head) {
            Some((b'[', ..)) | Some((b'{', _, true)) => Form::Values,
            _ => Form::Lines,
        };
        Units { name, at: 0, lines: 0, input, form, in_array: false, given }
    }

    /// Values, of an input that [`is_json`].
    pub(crate) fn values(name: String, input: Opened, given: Arc<Given>) -> Self {
        Units { name, at: 0, lines: 0, input, form: Form::Values, in_array: false, given }
    }

    /// The next document. After a read error the input is given up.
    pub(crate) fn next(&mut self) -> Option<Result<Raw, SourceError>> {
        let next = match self.form {
            Form::Lines => self.line(),
            Form::Values => self.value(),
            Form::Ended => return None,
        };
        let name = format!("{}:{}", self.name, self.at.max(1));
        match next {
            Ok(Some(bytes)) if bytes.len() > MAX_INPUT_BYTES => {
                let what = format!("a document of more than {} MB", MAX_INPUT_BYTES >> 20);
                Some(Err(SourceError::new(name, what)))
            }
            Ok(Some(bytes)) => {
                let (path, given) = (file(&self.name), Arc::clone(&self.given));
                Some(Ok(Raw { path, given, ..Raw::new(name, InputKind::Jsonl, bytes) }))
            }
            Ok(None) => {
                self.form = Form::Ended;
                let open = self.in_array.then_some("the array does not end; is the file whole?");
                let open = open.map(|what| SourceError::new(name, what));
                open.or_else(|| self.input.complaint(&self.name)).map(Err)
            }
            Err(error) => {
                self.form = Form::Ended;
                Some(Err(SourceError::new(name, broken(&error))))
            }
        }
    }

    /// The next line that is not blank; of one that is too long, its beginning.
    fn line(&mut self) -> io::Result<Option<Vec<u8>>> {
        loop {
            self.at += 1;
            let mut bytes = Vec::new();
            let limit = MAX_INPUT_BYTES as u64 + 1;
            (&mut self.input.stream).take(limit).read_until(b'\n', &mut bytes)?;
            if bytes.is_empty() {
                return Ok(None);
            }
            if bytes.len() > MAX_INPUT_BYTES && !bytes.ends_with(b"\n") {
                self.input.stream.skip_until(b'\n')?;
            }
            if !bytes.iter().all(u8::is_ascii_whitespace) {
                return Ok(Some(bytes));
            }
        }
    }

    /// The next value, its first line noted; of one that is too long, its beginning.
    fn value(&mut self) -> io::Result<Option<Vec<u8>>> {
        let (mut bytes, mut scan) = (Vec::new(), Scan::default());
        while let Some(&byte) = self.input.stream.fill_buf()?.first() {
            if !bytes.is_empty() && scan.ends_before(byte) {
                break;
            }
            self.input.stream.consume(1);
            let between = bytes.is_empty() && self.is_between(byte);
            if bytes.is_empty() {
                self.at = self.lines + 1;
            }
            self.lines += usize::from(byte == b'\n');
            if !between && bytes.len() <= MAX_INPUT_BYTES {
                bytes.push(byte);
            }
            if !between && scan.ends_with(byte) {
                break;
            }
        }
        Ok((!bytes.is_empty()).then_some(bytes))
    }

    /// Whether a byte stands between values; notes where an array begins and ends.
    fn is_between(&mut self, byte: u8) -> bool {
        match byte {
            b'[' if !self.in_array => self.in_array = true,
            b']' if self.in_array => self.in_array = false,
            b',' | 0xEF | 0xBB | 0xBF => {}
            _ => return byte.is_ascii_whitespace(),
        }
        true
    }
}

/// How far into a value the reading is.
#[derive(Default)]
struct Scan {
    depth: usize,
    in_string: bool,
    escaped: bool,
}

impl Scan {
    /// Takes a byte; whether the value ends with it.
    fn ends_with(&mut self, byte: u8) -> bool {
        match byte {
            _ if self.escaped => self.escaped = false,
            b'\\' if self.in_string => self.escaped = true,
            b'"' => {
                self.in_string = !self.in_string;
                return !self.in_string && self.depth == 0;
            }
            _ if self.in_string => {}
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => {
                self.depth = self.depth.saturating_sub(1);
                return self.depth == 0;
            }
            _ => {}
        }
        false
    }

    /// Whether a number or word has ended where this byte stands.
    fn ends_before(&self, byte: u8) -> bool {
        let mark = byte.is_ascii_whitespace() || matches!(byte, b',' | b'[' | b']' | b'{' | b'}');
        self.depth == 0 && !self.in_string && mark
    }
}

/// The first two bytes of an input that are no white space, and whether a line ends between them.
fn opening(head: &[u8]) -> Option<(u8, u8, bool)> {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let mut bytes = head.iter().enumerate().filter(|(_, b)| !b.is_ascii_whitespace());
    let ((i, first), (k, second)) = (bytes.next()?, bytes.next()?);
    Some((*first, *second, head[i..k].contains(&b'\n')))
}

/// Whether an input of unknown kind begins as JSON documents do.
pub(crate) fn is_json(head: &[u8]) -> bool {
    matches!(opening(head), Some((b'[', b'{', _) | (b'{', b'"', _)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(text: &str) -> Vec<(String, String)> {
        let input = Opened::new(Box::new(io::Cursor::new(text.to_string()))).expect("opens");
        let mut units = Units::lines("x".into(), input, Arc::default());
        std::iter::from_fn(|| units.next())
            .map(|unit| match unit {
                Ok(raw) => (raw.name, String::from_utf8(raw.bytes).expect("UTF-8").trim().into()),
                Err(error) => (error.name, format!("! {}", error.what)),
            })
            .collect()
    }

    #[test]
    fn lines_and_arrays() {
        let check = |text: &str, want: &[(&str, &str)]| {
            let got = units(text);
            let got: Vec<_> = got.iter().map(|(n, t)| (n.as_str(), t.as_str())).collect();
            assert_eq!(got, want, "{text}");
        };
        check("{\"a\":1}\n\n  \r\n{}", &[("x:1", "{\"a\":1}"), ("x:4", "{}")]);
        check("{\"a\n{}\n", &[("x:1", "{\"a"), ("x:2", "{}")]);
        let quoted = r#"{"a":"]\"}","b":[{}]}"#;
        check(&format!("\u{feff}[\n{quoted} ,\n{{}}]\n"), &[("x:2", quoted), ("x:3", "{}")]);
        check("[]", &[]);
        check("{\n\"a\": 1\n}\n{}\n", &[("x:1", "{\n\"a\": 1\n}"), ("x:4", "{}")]);
        check(
            "[12,\"s\", nul\n,[{}]]]",
            &[("x:1", "12"), ("x:1", "\"s\""), ("x:1", "nul"), ("x:2", "[{}]"), ("x:2", "]")],
        );
        let open = "! the array does not end; is the file whole?";
        check("[{},\n{\"a", &[("x:1", "{}"), ("x:2", "{\"a"), ("x:2", open)]);
    }

    #[test]
    fn what_begins_as_documents_do() {
        let check = |head: &str, want| assert_eq!(is_json(head.as_bytes()), want, "{head}");
        check(" [\n {\"text\"", true);
        check("\u{feff}{\"id\"", true);
        check("[Photo: X]", false);
        check("[", false);
        check("{{ title }}", false);
    }

    #[test]
    fn what_is_too_long_is_named_and_passed() {
        let long = " ".repeat(MAX_INPUT_BYTES);
        let check = |text: String, want: [&str; 2]| {
            let got = units(&text);
            let names: Vec<_> = got.iter().map(|(n, _)| n.as_str()).collect();
            assert_eq!(names, want);
            assert_eq!(
                (got[0].1.as_str(), got[1].1.as_str()),
                ("! a document of more than 8 MB", "{}")
            );
        };
        check(format!("{{\"a\":\"{long}\"}}\n{{}}\n"), ["x:1", "x:2"]);
        check(format!("[{{\"a\":\"{long}\"}},\n{{}}]"), ["x:1", "x:2"]);
    }
}
