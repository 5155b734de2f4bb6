//! `verbale extract`: the article without what stands around it.

use super::{Made, given, lexicons, remarks, sources};
use crate::args::ExtractArgs;
use crate::outcome::{Failure, Tally};
use crate::{interrupt, run};
use std::io::{self, BufWriter, Write};
use std::sync::Arc;
use verbale::read::{Raw, Reader, SourceError};
use verbale::record;

/// Prints what was read of every input, in the order of the inputs.
pub fn run(args: ExtractArgs) -> Result<Tally, Failure> {
    let reader = Reader::new(&lexicons(&args.inputs)?);
    let reader = reader.map_err(|e| Failure::Message(e.to_string()))?.any_language();
    let reader = Arc::new(reader);
    let given = given(args.given, &args.inputs.paths)?;
    interrupt::listen();
    let mut out = BufWriter::new(io::stdout().lock());
    let mut tally = Tally::default();
    let (source, position) = sources(&args.inputs.paths, args.input, given);
    run::ordered(
        source,
        args.inputs.run.jobs(),
        || extractor(&reader, args.text),
        |page| match page {
            Ok((text, remarks)) => {
                tally.done(remarks);
                writeln!(out, "{text}").map_err(|e| Failure::output(&e))
            }
            Err(why) => {
                tally.skip(&why);
                Ok(())
            }
        },
    )?;
    out.flush().map_err(|e| Failure::output(&e))?;
    tally.left = position.left();
    Ok(tally)
}

/// The work of one thread: one page as text or as a line of JSON.
fn extractor(
    reader: &Arc<Reader>,
    plain: bool,
) -> impl FnMut(Result<Raw, SourceError>) -> Made<String> + Send + 'static {
    let reader = Arc::clone(reader);
    move |raw| {
        let raw = raw.map_err(|e| e.to_string())?;
        let name = raw.name.clone();
        let doc = reader.read(raw).map_err(|e| e.to_string())?;
        let page = match plain {
            true => doc.text().to_string(),
            false => record(&doc).to_json(),
        };
        Ok((page, remarks(&name, &doc)))
    }
}
