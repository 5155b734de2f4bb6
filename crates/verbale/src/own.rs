//! What a user has of their own, in files: a folder of lexicons, rows of the atlas, a model.
//!
//! Whoever runs a pipeline on files (the command, the Python package) asks here, so that a table is laid
//! over ours in one way and a faulty one has one message.

use crate::{Model, builtin_lexicons};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use verbale_atlas::lay_over;
use verbale_document::{Lexicons, Origin, Table, TableError};
use verbale_read::{SourceError, file_bytes, table_text, tables_in};

/// A file that cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OwnError {
    /// It cannot be read, or is none that we know; names it and the remedy.
    #[error(transparent)]
    File(#[from] SourceError),
    /// A table that contradicts itself or ours; names the file and the line.
    #[error(transparent)]
    Table(#[from] TableError),
}

/// The built-in tables; those of `folder` in place of ours of the same names; the rows of files of the
/// atlas laid over its tables.
///
/// # Errors
/// A folder that cannot be read or has no table; a table or a column of a name that no stage reads,
/// which would be edited in vain; rows that contradict one another.
pub fn own_lexicons(folder: Option<&Path>, atlas: &[PathBuf]) -> Result<Lexicons, OwnError> {
    let mut lexicons = builtin_lexicons();
    if let Some(folder) = folder {
        lay_folder(&mut lexicons, folder)?;
    }
    for path in atlas {
        lay_over(&mut lexicons, &path.display().to_string(), &table_text(path)?)?;
    }
    Ok(lexicons)
}

/// The model of a file, or the built-in one.
///
/// # Errors
/// A file that cannot be read.
pub fn own_model(file: Option<&Path>) -> Result<Model, OwnError> {
    Ok(file.map(file_bytes).transpose()?.map_or(Model::Default, Model::Bytes))
}

/// Puts every table of a folder in place of ours of the same name.
fn lay_folder(lexicons: &mut Lexicons, folder: &Path) -> Result<(), OwnError> {
    let ours = builtin_lexicons();
    let known: Vec<&str> = ours.iter().map(|(name, _)| name).collect();
    let wanted = format!("a folder of lexicons has tables of these names: {}", known.join(", "));
    for path in tables_in(folder, &wanted)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let Ok(built_in) = ours.text(&name) else {
            let what = format!("no stage reads a table of this name; {wanted}");
            return Err(SourceError { name: path.display().to_string(), what }.into());
        };
        lay(lexicons, &name, &path, built_in)?;
    }
    Ok(())
}

/// Puts a file in place of the built-in table of its name; errors name the file by its whole path.
fn lay(lexicons: &mut Lexicons, name: &str, path: &Path, built_in: &str) -> Result<(), OwnError> {
    let (text, shown) = (table_text(path)?, path.display().to_string());
    let known = Table::open(name, built_in, &[])?;
    Table::parse(&shown, &text, &[]).and_then(|own| own.only(known.columns()))?;
    let file: Arc<str> = Arc::from(shown);
    let lines = (1..=text.lines().count()).map(|line| Origin { file: Arc::clone(&file), line });
    let origins = lines.collect();
    lexicons.insert_from(name, text, origins);
    Ok(())
}
