//! The corpora on disk.

use crate::worldwide::{self, Article};
use std::error::Error;
use std::fs;
use std::path::PathBuf;
use verbale_evaluate::corpus::conllu::Treebank;

/// The folder of development data.
pub struct Corpora {
    root: PathBuf,
}

/// Of the news articles with names every fifth (by file name) is for testing only.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Train,
    Test,
}

impl Corpora {
    pub fn new(root: &str) -> Self {
        Corpora { root: root.into() }
    }

    /// A UD treebank by the stem of its file.
    pub fn treebank(&self, stem: &str) -> Result<Treebank, Box<dyn Error>> {
        let path = self.root.join("ud").join(stem).with_extension("conllu");
        let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        Ok(Treebank::parse(stem, &text)?)
    }

    /// News articles with names.
    pub fn articles(&self, part: Part) -> Result<Vec<Article>, Box<dyn Error>> {
        let tables = self.files("worldwide", "tsv")?;
        let mut articles = Vec::new();
        for (i, table) in tables.iter().enumerate() {
            if (i % 5 == 4) == (part == Part::Test) {
                let text = fs::read_to_string(table.with_extension("txt"))?;
                articles.push(worldwide::read(&text, &fs::read_to_string(table)?));
            }
        }
        Ok(articles)
    }

    /// News texts without names.
    pub fn news(&self) -> Result<Vec<String>, Box<dyn Error>> {
        let paths = self.files("polnear/train", "txt")?;
        Ok(paths.iter().map(fs::read_to_string).collect::<Result<_, _>>()?)
    }

    /// The files of a folder with an extension, sorted by name.
    fn files(&self, folder: &str, extension: &str) -> Result<Vec<PathBuf>, Box<dyn Error>> {
        let folder = self.root.join(folder);
        let entries = fs::read_dir(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
        let mut paths = entries.map(|e| e.map(|e| e.path())).collect::<Result<Vec<_>, _>>()?;
        paths.retain(|p| p.extension().is_some_and(|e| e == extension));
        paths.sort();
        Ok(paths)
    }
}
