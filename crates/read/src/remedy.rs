//! Errors of the operating system, with what a person can do about them.

use std::io::{self, ErrorKind};

/// What went wrong with a file, a folder or a stream, and the remedy, in a line.
pub fn remedy(error: &io::Error) -> String {
    let known = match error.kind() {
        ErrorKind::NotFound => "no such file or folder; check the name and the folder you are in",
        ErrorKind::PermissionDenied => "permission denied; `ls -l` shows who may read and write it",
        ErrorKind::IsADirectory => "a folder, and a file is wanted",
        ErrorKind::NotADirectory => "a part of this path is a file and no folder; check the path",
        ErrorKind::AlreadyExists => "a file of this name is there; choose another path",
        ErrorKind::StorageFull => "no space is left on the device; free some, or write elsewhere",
        ErrorKind::QuotaExceeded => "your quota is used up; free some space, or write elsewhere",
        ErrorKind::ReadOnlyFilesystem => "the file system is read-only; write elsewhere",
        ErrorKind::FileTooLarge => "too large for the file system; write elsewhere",
        ErrorKind::InvalidFilename => "no name that the file system takes; choose a shorter one",
        ErrorKind::OutOfMemory => "no memory is left; use fewer threads (-j 1)",
        ErrorKind::InvalidData => "not UTF-8; save it as UTF-8 (iconv -t UTF-8)",
        _ => return unknown(error),
    };
    known.to_string()
}

/// Errors that have no kind of their own, by their number (Linux and macOS agree on these).
fn unknown(error: &io::Error) -> String {
    let what = match error.raw_os_error() {
        Some(5) => "the device fails; copy the file elsewhere and check the disk",
        Some(24) => {
            "too many files are open; raise the limit (ulimit -n) or use fewer threads (-j 1)"
        }
        _ => "check the file and the device that it is on",
    };
    format!("{error}; {what}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_has_a_remedy() {
        let check = |error: io::Error, want: &str| {
            let told = remedy(&error);
            assert!(told.contains(want), "{told}");
        };
        check(ErrorKind::NotFound.into(), "check the name");
        check(ErrorKind::StorageFull.into(), "free some");
        check(io::Error::from_raw_os_error(24), "ulimit -n");
        check(io::Error::other("a torn cable"), "a torn cable; check the file");
    }
}
