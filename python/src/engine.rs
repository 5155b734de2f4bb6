//! The engine of this process: built when it is first asked for, shared by all threads; another one, with
//! tables of the user's own, may take its place.
//!
//! A process may fork at any moment at which some thread holds Python's lock. Whoever builds an engine or
//! takes workers holds that lock (`Python` is the proof), so that a child never finds either half done.
//! What runs keeps the engine that it began with.

use crate::errors::InputError;
use pyo3::prelude::*;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread::available_parallelism;
use verbale::document::Lexicons;
use verbale::explain;
use verbale::own::{own_lexicons, own_model};
use verbale::{Error, Model, Pipeline, Worker, builtin_lexicons, overlooked};
use verbale_store::maker;
use verbale_together::{Tables, Together};

static ENGINE: Mutex<Option<Arc<Engine>>> = Mutex::new(None);

/// Stages with their tables, and what works with them.
pub struct Engine {
    /// The stages.
    pub pipeline: Pipeline,
    /// What a store notes as the maker of their records.
    pub made_by: String,
    lexicons: Lexicons,
    /// Where lexicons of the user's own stand.
    folder: String,
    together: OnceLock<Together>,
    /// Scratch space that nobody uses at the moment.
    idle: Mutex<Vec<Worker>>,
}

impl Engine {
    fn new(lexicons: Lexicons, folder: String, model: &Model) -> Result<Self, Error> {
        let (pipeline, made_by) = (Pipeline::new(&lexicons, model)?, made_by(&lexicons, model));
        let (together, idle) = (OnceLock::new(), Mutex::default());
        Ok(Engine { pipeline, made_by, lexicons, folder, together, idle })
    }

    fn builtin() -> Self {
        let made = Engine::new(builtin_lexicons(), String::new(), &Model::Default);
        made.expect("the built-in tables and models are sound")
    }

    /// The tables, for explanations of what they did.
    pub fn tables(&self) -> explain::Tables {
        explain::Tables::new(self.lexicons.clone(), self.folder.as_str())
    }

    /// Who groups documents and joins events.
    ///
    /// # Errors
    /// `InputError` of a table of the user's own that is at fault.
    pub fn together(&self, _attached: Python<'_>) -> PyResult<&Together> {
        if self.together.get().is_none() {
            let tables = Tables::of(|name| self.lexicons.text(name).map(|text| &**text));
            let tables = tables.map_err(|e| InputError::new_err(e.to_string()))?;
            let made = Together::new(&tables).map_err(InputError::new_err)?;
            let _ = self.together.set(made);
        }
        Ok(self.together.get().expect("it was made just now"))
    }

    /// Scratch space for `n` threads.
    pub fn workers(&self, _attached: Python<'_>, n: usize) -> Vec<Worker> {
        let mut idle = self.idle();
        let keep = idle.len().saturating_sub(n);
        let mut taken = idle.split_off(keep);
        taken.resize_with(n, || self.pipeline.worker());
        taken
    }

    /// Takes scratch space back for the next call; what is more than a piece for each core is given up.
    pub fn put_back(&self, _attached: Python<'_>, workers: Vec<Worker>) {
        let mut idle = self.idle();
        idle.extend(workers);
        idle.truncate(available_parallelism().map_or(1, usize::from));
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Worker>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The engine that this process codes with; with the built-in tables and model where nothing else was
/// asked for.
pub fn engine(_attached: Python<'_>) -> Arc<Engine> {
    Arc::clone(current().get_or_insert_with(|| Arc::new(Engine::builtin())))
}

/// Has this process code with a folder of lexicons, rows of the atlas and a model of the user's own, as
/// the command does with `--lexicons`, `--atlas` and `--model`; with nothing, as it was at first. Gives
/// lines of the tables that never count.
#[pyfunction]
pub fn configure(
    _attached: Python<'_>,
    lexicons: Option<PathBuf>,
    atlas: Vec<PathBuf>,
    model: Option<PathBuf>,
) -> PyResult<Vec<String>> {
    let wrong = |what: String| InputError::new_err(what);
    let tables = own_lexicons(lexicons.as_deref(), &atlas).map_err(|e| wrong(e.to_string()))?;
    let network = own_model(model.as_deref()).map_err(|e| wrong(e.to_string()))?;
    let told = lexicons.as_ref().map(|_| overlooked(&tables)).unwrap_or_default();
    let folder = lexicons.map(|folder| folder.display().to_string()).unwrap_or_default();
    let (made_by, mut current) = (made_by(&tables, &network), current());
    let same = |engine: &Arc<Engine>| engine.made_by == made_by && engine.folder == folder;
    if !current.as_ref().is_some_and(same) {
        let made = Engine::new(tables, folder, &network).map_err(|error| match (&error, &model) {
            (Error::Model(_), Some(path)) => wrong(format!("{}: {error}", path.display())),
            _ => wrong(error.to_string()),
        });
        *current = Some(Arc::new(made?));
    }
    Ok(told)
}

fn current() -> MutexGuard<'static, Option<Arc<Engine>>> {
    ENGINE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn made_by(lexicons: &Lexicons, model: &Model) -> String {
    let bytes = match model {
        Model::Default => None,
        Model::Bytes(bytes) => Some(bytes.as_slice()),
    };
    maker(lexicons.iter(), bytes)
}
