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
use verbale_together::Together;

static ENGINE: Mutex<Option<Arc<Engine>>> = Mutex::new(None);

/// Stages with their tables, and what works with them.
pub struct Engine {
    /// The stages.
    pub pipeline: Pipeline,
    lexicons: Lexicons,
    /// Where lexicons of the user's own stand.
    folder: String,
    made_by: OnceLock<String>,
    together: OnceLock<Together>,
    /// Scratch space that nobody uses at the moment.
    idle: Mutex<Vec<Worker>>,
}

impl Engine {
    fn new(lexicons: Lexicons, folder: String, model: &Model) -> Result<Self, Error> {
        let pipeline = Pipeline::new(&lexicons, model)?;
        let (made_by, together, idle) = (OnceLock::new(), OnceLock::new(), Mutex::default());
        Ok(Engine { pipeline, lexicons, folder, made_by, together, idle })
    }

    fn builtin() -> Self {
        let made = Engine::new(builtin_lexicons(), String::new(), &Model::Default);
        made.expect("the built-in tables and models are sound")
    }

    /// The tables, for explanations of what they did.
    pub fn tables(&self) -> explain::Tables {
        explain::Tables::new(self.lexicons.clone(), self.folder.as_str())
    }

    /// What a store notes as the maker of its records: hashed when it is first asked for, or told by who has
    /// hashed it.
    pub fn made_by(&self, _attached: Python<'_>) -> &str {
        self.made_by.get_or_init(|| maker(self.lexicons.iter(), None))
    }

    /// Who groups documents and joins events.
    ///
    /// # Errors
    /// `InputError` of a table of the user's own that is at fault.
    pub fn together(&self, _attached: Python<'_>) -> PyResult<&Together> {
        if self.together.get().is_none() {
            let made = Together::of(|name| self.lexicons.text(name).map(|text| &**text));
            let _ = self.together.set(made.map_err(InputError::new_err)?);
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
    attached: Python<'_>,
    lexicons: Option<PathBuf>,
    atlas: Vec<PathBuf>,
    model: Option<PathBuf>,
) -> PyResult<Vec<String>> {
    let wrong = |what: String| InputError::new_err(what);
    let tables = own_lexicons(lexicons.as_deref(), &atlas).map_err(|e| wrong(e.to_string()))?;
    let network = own_model(model.as_deref()).map_err(|e| wrong(e.to_string()))?;
    let told = lexicons.as_ref().map(|_| overlooked(&tables)).unwrap_or_default();
    let folder = lexicons.map(|folder| folder.display().to_string()).unwrap_or_default();
    let (made_by, mut current) = (maker(tables.iter(), network.bytes()), current());
    let same = |e: &Arc<Engine>| e.made_by(attached) == made_by && e.folder == folder;
    if !current.as_ref().is_some_and(same) {
        let made = Engine::new(tables, folder, &network).map_err(|error| match (&error, &model) {
            (Error::Model(_), Some(path)) => wrong(format!("{}: {error}", path.display())),
            _ => wrong(error.to_string()),
        });
        let made = made?;
        let _ = made.made_by.set(made_by);
        *current = Some(Arc::new(made));
    }
    Ok(told)
}

fn current() -> MutexGuard<'static, Option<Arc<Engine>>> {
    ENGINE.lock().unwrap_or_else(PoisonError::into_inner)
}
