//! A user's folder of tables, laid over the built-in ones.

use crate::outcome::Failure;
use std::fs;
use std::path::Path;
use verbale::builtin_lexicons;
use verbale::document::Lexicons;

/// The built-in tables, each replaced by the file of the same name in `folder` where there is one.
///
/// # Errors
/// A folder that cannot be read, and a file of a name that no stage reads: it would be edited in vain.
pub fn with_folder(folder: &Path) -> Result<Lexicons, Failure> {
    let mut lexicons = builtin_lexicons();
    let known: Vec<String> = lexicons.iter().map(|(name, _)| name.to_string()).collect();
    let unreadable = |error| {
        let what =
            format!("{}: {error}; --lexicons takes a folder of .tsv files", folder.display());
        Failure::Message(what)
    };
    let mut entries: Vec<_> =
        fs::read_dir(folder).and_then(Iterator::collect::<Result<_, _>>).map_err(unreadable)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.ends_with(".tsv") {
            continue;
        }
        if !known.contains(&name) {
            let known = known.join(", ");
            let what = format!("{name}: no stage reads a lexicon of this name; known are {known}");
            return Err(Failure::Message(what));
        }
        lexicons.insert(name, fs::read_to_string(entry.path()).map_err(unreadable)?);
    }
    Ok(lexicons)
}
