//! Files to records in files: what `verbale code PATH... -o OUTPUT` does.

use crate::coding::{Beside, Coded, coded};
use crate::engine::engine;
use crate::errors::{InputError, unwritten};
use crate::ordered::ordered;
use crate::watch::Watch;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use std::path::PathBuf;
use std::str::FromStr;
use verbale::read::{InputKind, Raw, SourceError, Sources};
use verbale_write::{Destination, Existing, Format, Options, Writer};

/// How an output is made.
#[derive(FromPyObject)]
pub struct Making {
    #[pyo3(item)]
    format: String,
    #[pyo3(item)]
    overwrite: bool,
    #[pyo3(item)]
    bom: bool,
    #[pyo3(item)]
    claims: bool,
    #[pyo3(item)]
    min_confidence: f64,
}

/// How inputs are read.
#[derive(FromPyObject)]
pub struct Reading {
    #[pyo3(item)]
    input: String,
    #[pyo3(item)]
    given: Beside,
    /// Worker threads.
    #[pyo3(item)]
    pub threads: usize,
}

impl Reading {
    /// The stream of inputs behind the paths.
    ///
    /// # Errors
    /// `ValueError` of a kind of input that is not known.
    pub fn sources(self, paths: Vec<PathBuf>) -> PyResult<Sources> {
        let kind = InputKind::from_str(&self.input).map_err(PyValueError::new_err)?;
        Ok(Sources::new(paths, kind).given(self.given.into()))
    }
}

/// Codes files and folders into one output. Gives the number of documents written, why others were
/// skipped, and remarks.
#[pyfunction]
pub fn code_files(
    py: Python<'_>,
    paths: Vec<PathBuf>,
    output: PathBuf,
    reading: Reading,
    making: Making,
    tick: Option<Py<PyAny>>,
) -> PyResult<(usize, Vec<String>, Vec<String>)> {
    let engine = engine(py);
    let threads = reading.threads;
    let sources = reading.sources(paths)?;
    let mut remarks = sources.notes().to_vec();
    let mut writer = making.writer(output)?;
    let mut workers = engine.workers(py, threads);
    let (mut n_done, mut skipped) = (0, Vec::new());
    let least = making.min_confidence;
    let done = py.detach(|| {
        ordered(
            sources,
            &mut workers,
            |worker, raw: Result<Raw, SourceError>| {
                raw.map_err(|e| e.to_string())
                    .map(|raw| coded(&engine.pipeline, worker, raw, least))
            },
            &mut Watch::new(tick),
            |made| {
                match made {
                    Ok(Coded { record, why: None, remarks: told }) => {
                        writer.record(&record).map_err(|e| unwritten(&e))?;
                        n_done += 1;
                        remarks.extend(told);
                    }
                    Ok(Coded { why: Some(why), .. }) | Err(why) => skipped.push(why),
                }
                Ok(())
            },
        )
    });
    engine.put_back(py, workers);
    done?;
    if n_done == 0 && !skipped.is_empty() {
        // Nothing was readable: an older output stays.
        return Err(InputError::new_err(skipped.join("\n")));
    }
    let left_out = writer.left_out();
    remarks.extend((left_out.total() > 0).then(|| left_out.to_string()));
    py.detach(|| writer.finish()).map_err(|e| unwritten(&e))?;
    Ok((n_done, skipped, remarks))
}

impl Making {
    fn writer(&self, output: PathBuf) -> PyResult<Writer> {
        let format = Format::from_str(&self.format).map_err(PyValueError::new_err)?;
        let existing = if self.overwrite { Existing::Replace } else { Existing::Keep };
        let options = Options { byte_order_mark: self.bom, claims: self.claims };
        let writer = Writer::open_with(format, Destination::Path(output, existing), options);
        writer.map_err(|e| unwritten(&e))
    }
}
