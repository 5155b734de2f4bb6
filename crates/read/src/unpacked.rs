//! A stream with its first bytes known, and gzip unpacked.

use crate::source::SourceError;
use flate2::bufread::GzDecoder;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Bytes of any origin.
pub(crate) type Stream = Box<dyn BufRead + Send>;

/// What a person is told where bytes stand behind the end of a gzip file.
const BEHIND: &str = "there are bytes behind the end of this gzip file; they were not read";
/// The most bytes that are looked at before a stream is read.
const MAX_HEAD: usize = 4096;

/// An input ready to be read.
pub(crate) struct Opened {
    /// Its first bytes, with two that are no white space where there are as many.
    pub head: Vec<u8>,
    /// All of it, the first bytes again.
    pub stream: Stream,
    /// Whether bytes that are no gzip stand behind the end of a gzip file; known at the end.
    behind: Arc<AtomicBool>,
}

impl Opened {
    /// Unpacks gzip, told by its magic bytes.
    pub(crate) fn new(stream: Box<dyn Read + Send>) -> io::Result<Self> {
        let behind = Arc::new(AtomicBool::new(false));
        let (head, stream) = headed(stream)?;
        if !head.starts_with(&GZIP) {
            return Ok(Opened { head, stream, behind });
        }
        let member = Some(GzDecoder::new(stream));
        let (head, stream) = headed(Box::new(Members { member, behind: Arc::clone(&behind) }))?;
        Ok(Opened { head, stream, behind })
    }

    /// What a person should know of an input that was read to its end.
    pub(crate) fn note(&self) -> Option<String> {
        self.behind.swap(false, Ordering::Relaxed).then(|| BEHIND.to_string())
    }

    /// The same, as an error of the input.
    pub(crate) fn complaint(&self, name: &str) -> Option<SourceError> {
        self.note().map(|what| SourceError::new(name, what))
    }
}

/// The first bytes of a stream, and the whole of it.
fn headed(mut stream: Box<dyn Read + Send>) -> io::Result<(Vec<u8>, Stream)> {
    let (mut head, mut n) = (vec![0; MAX_HEAD], 0);
    let enough = |head: &[u8]| {
        head.len() > 4 && head.iter().filter(|b| !b.is_ascii_whitespace()).nth(4).is_some()
    };
    while n < MAX_HEAD && !enough(&head[..n]) {
        match stream.read(&mut head[n..]) {
            Ok(0) => break,
            Ok(more) => n += more,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    head.truncate(n);
    let whole = Cursor::new(head.clone()).chain(stream);
    Ok((head, Box::new(BufReader::with_capacity(1 << 16, whole))))
}

const GZIP: [u8; 2] = [0x1F, 0x8B];

/// The members of a gzip file one after another (RFC 1952, 2.2). Zeros behind the last one are
/// padding; other bytes end the file and are noted, as `gzip` does.
struct Members {
    /// None behind the last one.
    member: Option<GzDecoder<Stream>>,
    behind: Arc<AtomicBool>,
}

impl Read for Members {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while let Some(member) = &mut self.member {
            let n = member.read(buffer)?;
            if n > 0 || buffer.is_empty() {
                return Ok(n);
            }
            self.next_member()?;
        }
        Ok(0)
    }
}

impl Members {
    fn next_member(&mut self) -> io::Result<()> {
        let Some(ended) = self.member.take() else { return Ok(()) };
        let mut rest = ended.into_inner();
        loop {
            let bytes = rest.fill_buf()?;
            let zeros = bytes.iter().take_while(|b| **b == 0).count();
            match bytes {
                [] => return Ok(()),
                _ if zeros == bytes.len() => rest.consume(zeros),
                _ if bytes[zeros] == GZIP[0] => {
                    rest.consume(zeros);
                    self.member = Some(GzDecoder::new(rest));
                    return Ok(());
                }
                _ => {
                    self.behind.store(true, Ordering::Relaxed);
                    return Ok(());
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::write::GzEncoder;
    use std::io::Write;

    fn packed(text: &str) -> Vec<u8> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
        gzip.write_all(text.as_bytes()).expect("memory takes it");
        gzip.finish().expect("memory takes it")
    }

    /// A stream that gives a byte at a time.
    struct Slow(Vec<u8>);

    impl Read for Slow {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let n = usize::from(!self.0.is_empty() && !buffer.is_empty());
            self.0.drain(..n).zip(buffer).for_each(|(byte, slot)| *slot = byte);
            Ok(n)
        }
    }

    #[test]
    fn members_padding_and_bytes_behind() {
        let check = |bytes: Vec<u8>, want: &str, noted: bool| {
            let mut opened = Opened::new(Box::new(Slow(bytes))).expect("opens");
            let mut text = String::new();
            opened.stream.read_to_string(&mut text).expect("text");
            assert_eq!((text.as_str(), opened.note().is_some()), (want, noted));
            assert!(text.as_bytes().starts_with(&opened.head), "{text}");
        };
        let (a, b) = (packed("One. "), packed("Two."));
        check(b" \n [ {".to_vec(), " \n [ {", false);
        check([&a[..], &b].concat(), "One. Two.", false);
        check([&a[..], &[0; 5000], &b, &[0; 100]].concat(), "One. Two.", false);
        check([&a[..], &[0; 10], b"junk"].concat(), "One. ", true);
        check([&a[..], b"Two."].concat(), "One. ", true);
        check(Vec::new(), "", false);
    }
}
