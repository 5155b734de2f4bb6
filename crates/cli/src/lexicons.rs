//! A user's folder of tables, laid over the built-in ones.

use crate::files::{failed, table};
use crate::message::say;
use crate::outcome::Failure;
use std::fs;
use std::path::Path;
use verbale::document::{Lexicons, Origin, Table};
use verbale::read::remedy;
use verbale::{builtin_lexicons, overlooked};

/// The built-in tables, each replaced by the file of the same name in `folder` where there is one. Lines
/// that never count are told.
///
/// # Errors
/// A folder that cannot be read or has no table, and a table or a column of a name that no stage reads:
/// it would be edited in vain.
pub fn with_folder(folder: &Path) -> Result<Lexicons, Failure> {
    let ours = builtin_lexicons();
    let mut lexicons = ours.clone();
    let wanted = || {
        let known: Vec<&str> = ours.iter().map(|(name, _)| name).collect();
        format!("--lexicons takes a folder with tables of these names: {}", known.join(", "))
    };
    let unreadable = |e| failed(folder, format!("{}; {}", remedy(&e), wanted()));
    let mut entries: Vec<_> =
        fs::read_dir(folder).and_then(Iterator::collect::<Result<_, _>>).map_err(unreadable)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    entries.retain(|e| e.file_name().to_string_lossy().ends_with(".tsv"));
    if entries.is_empty() {
        return Err(failed(folder, format!("no .tsv file in this folder; {}", wanted())));
    }
    for entry in entries {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        let Ok(built_in) = ours.text(&name) else {
            let what = format!("no stage reads a table of this name; {}", wanted());
            return Err(failed(&path, what));
        };
        lay(&mut lexicons, &name, &path, built_in)?;
    }
    overlooked(&lexicons).iter().for_each(say);
    Ok(lexicons)
}

/// Lays a file over the built-in table of its name; errors name the file by its whole path.
fn lay(lexicons: &mut Lexicons, name: &str, path: &Path, built_in: &str) -> Result<(), Failure> {
    let message = |e: verbale::document::TableError| Failure::Message(e.to_string());
    let (text, shown) = (table(path)?, path.display().to_string());
    let known = Table::open(name, built_in, &[]).map_err(message)?;
    let own = Table::parse(&shown, &text, &[]).and_then(|own| own.only(known.columns()));
    own.map_err(message)?;
    let file = std::sync::Arc::from(shown);
    let lines =
        (1..=text.lines().count()).map(|line| Origin { file: std::sync::Arc::clone(&file), line });
    let origins = lines.collect();
    lexicons.insert_from(name, text, origins);
    Ok(())
}
