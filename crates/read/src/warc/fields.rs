//! The named fields of a record or of an answer over HTTP: `Name: value`, a line each.

use std::io::{self, BufRead, ErrorKind, Read};

/// Fields in their order, their names in lower case.
#[derive(Debug, Default)]
pub(super) struct Fields(Vec<(String, String)>);

impl Fields {
    /// Reads up to the empty line behind the fields, at most `most` bytes.
    pub(super) fn read(stream: &mut impl BufRead, most: usize) -> io::Result<Self> {
        let mut fields = Fields::default();
        let mut left = most as u64;
        loop {
            let mut line = Vec::new();
            let n = stream.take(left).read_until(b'\n', &mut line)? as u64;
            left -= n;
            match line.as_slice() {
                [b'\n'] | [b'\r', b'\n'] => return Ok(fields),
                line if line.ends_with(b"\n") => fields.line(line),
                _ if left == 0 => {
                    let what = "a record whose fields do not end; the rest is not read";
                    return Err(io::Error::new(ErrorKind::InvalidData, what));
                }
                _ => return Err(ErrorKind::UnexpectedEof.into()),
            }
        }
    }

    /// Takes a line: a field, or more of the last one where it begins with a blank. What is neither is
    /// passed over.
    fn line(&mut self, line: &[u8]) {
        let line = String::from_utf8_lossy(line);
        if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = self.0.last_mut() {
                value.push(' ');
                value.push_str(line.trim());
            }
        } else if let Some((name, value)) = line.split_once(':') {
            self.0.push((name.trim().to_ascii_lowercase(), value.trim().to_string()));
        }
    }

    /// The first field of a name, given in lower case.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }
}
