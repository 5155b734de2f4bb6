//! Where output comes to stand: it is written beside its place and moved there when it is whole.
//!
//! A run that is killed leaves no half file under the final name, and two runs never mix: each writes
//! a file of its own (whose name begins with a dot, so that no folder of inputs holds it) and the move
//! is one step of the file system. A pipe or device has no place to move to and is written directly.

use crate::WriteError;
use std::fs::{self, File, Permissions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile, TempDir};

/// Begins the names of files and folders that are not whole yet.
const UNFINISHED: &str = ".verbale-unfinished-";

/// What may happen to an output that exists.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Existing {
    /// It stays; opening it is an error.
    Keep,
    /// It is replaced by what is whole.
    Replace,
}

/// A file that is not in its place yet.
pub(crate) struct FilePlace {
    /// As the user names it.
    path: PathBuf,
    /// Where links lead.
    target: PathBuf,
    existing: Existing,
    beside: Option<NamedTempFile>,
}

impl FilePlace {
    /// The place and the file to write to.
    pub(crate) fn open(path: &Path, existing: Existing) -> Result<(Self, File), WriteError> {
        let failed = |e| WriteError::io(path)(e);
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        let path = path.to_path_buf();
        match fs::metadata(&target) {
            Ok(meta) if !meta.is_file() && !meta.is_dir() => {
                let file = File::options().write(true).open(&target).map_err(failed)?;
                return Ok((FilePlace { path, target, existing, beside: None }, file));
            }
            Ok(meta) if meta.is_dir() => return Err(failed(ErrorKind::IsADirectory.into())),
            Ok(_) if existing == Existing::Keep => return Err(WriteError::Exists { path }),
            _ => {}
        }
        let folder = folder_of(&target);
        make_folder(folder)?;
        let beside = builder(0o666).tempfile_in(folder).map_err(failed)?;
        let file = beside.reopen().map_err(failed)?;
        Ok((FilePlace { path, target, existing, beside: Some(beside) }, file))
    }

    /// Moves the file to its place; nothing of it may be held back by a buffer any more.
    pub(crate) fn settle(self) -> Result<(), WriteError> {
        let Some(beside) = self.beside else { return Ok(()) };
        beside.as_file().sync_all().map_err(WriteError::io(&self.path))?;
        let moved = match self.existing {
            Existing::Keep => beside.persist_noclobber(&self.target),
            Existing::Replace => beside.persist(&self.target),
        };
        moved.map(drop).map_err(|e| occupied(&self.path, e.error))
    }
}

/// A folder of files that are not in their place yet.
pub(crate) struct FolderPlace {
    path: PathBuf,
    existing: Existing,
    beside: TempDir,
    names: Vec<String>,
}

impl FolderPlace {
    /// The place of `names` in the folder `path`, which is made where it does not exist.
    pub(crate) fn open(
        path: &Path,
        names: Vec<String>,
        existing: Existing,
    ) -> Result<Self, WriteError> {
        let path = path.to_path_buf();
        if path.exists() && !path.is_dir() {
            return Err(WriteError::io(&path)(ErrorKind::NotADirectory.into()));
        }
        let taken = names.iter().map(|n| path.join(n)).find(|p| p.exists());
        if let (Some(path), Existing::Keep) = (taken, existing) {
            return Err(WriteError::Exists { path });
        }
        make_folder(&path)?;
        let beside = builder(0o777).tempdir_in(&path).map_err(WriteError::io(&path))?;
        Ok(FolderPlace { path, existing, beside, names })
    }

    /// Where to write the file `name` for now.
    pub(crate) fn now(&self, name: &str) -> PathBuf {
        self.beside.path().join(name)
    }

    /// Moves the files, all of them closed, to their place.
    pub(crate) fn settle(self) -> Result<(), WriteError> {
        for name in &self.names {
            let (from, to) = (self.beside.path().join(name), self.path.join(name));
            if self.existing == Existing::Keep && to.exists() {
                return Err(WriteError::Exists { path: to });
            }
            let synced = File::open(&from).and_then(|f| f.sync_all());
            synced.and_then(|()| fs::rename(&from, &to)).map_err(WriteError::io(&to))?;
        }
        self.beside.close().map_err(WriteError::io(&self.path))
    }
}

/// Makes unfinished files with the rights that other new files have.
fn builder(mode: u32) -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(UNFINISHED);
    #[cfg(unix)]
    builder.permissions(<Permissions as std::os::unix::fs::PermissionsExt>::from_mode(mode));
    #[cfg(not(unix))]
    let _ = mode;
    builder
}

fn occupied(path: &Path, error: io::Error) -> WriteError {
    match error.kind() {
        ErrorKind::AlreadyExists => WriteError::Exists { path: path.to_path_buf() },
        _ => WriteError::io(path)(error),
    }
}

/// The folder that holds a file.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Makes a folder where there is none.
fn make_folder(folder: &Path) -> Result<(), WriteError> {
    fs::create_dir_all(folder).map_err(WriteError::io(folder))
}
