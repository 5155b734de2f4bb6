//! The tables of all stages: those built in, with a user's folder laid over them.

use crate::Error;
use std::fs;
use std::path::Path;
use verbale_document::Lexicons;

/// Every table that a stage was built with, by file name.
pub fn builtin_lexicons() -> Lexicons {
    let all = [verbale_read::LEXICONS, verbale_annotate::LEXICONS, verbale_atlas::LEXICONS];
    let all = all.into_iter().chain(verbale_code::LEXICONS);
    Lexicons::from_pairs(all.flatten().copied())
}

/// The built-in tables, each replaced by the file of the same name in `folder` where there is one.
///
/// A file of another name is an error: it would be edited in vain.
pub fn lexicons_with_folder(folder: &Path) -> Result<Lexicons, Error> {
    let mut lexicons = builtin_lexicons();
    let known: Vec<String> = lexicons.iter().map(|(name, _)| name.to_string()).collect();
    let unreadable = |error| Error::Folder { path: folder.to_path_buf(), error };
    let mut entries: Vec<_> =
        fs::read_dir(folder).and_then(Iterator::collect::<Result<_, _>>).map_err(unreadable)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.ends_with(".tsv") {
            continue;
        }
        if !known.contains(&name) {
            return Err(Error::UnknownLexicon { name, known: known.join(", ") });
        }
        lexicons.insert(name, fs::read_to_string(entry.path()).map_err(unreadable)?);
    }
    Ok(lexicons)
}
