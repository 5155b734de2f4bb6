//! `verbale parse`: sentences to CoNLL-U.

use super::{Made, lexicons, model, remarks, sources, unusable};
use crate::args::{Input, ParseArgs, ParseInput};
use crate::outcome::{Failure, Remarks, Tally};
use crate::{interrupt, run};
use std::fs;
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;
use std::sync::Arc;
use verbale::Language;
use verbale::read::{Given, Raw, SourceError, remedy};
use verbale_evaluate::corpus::conllu::Treebank;
use verbale_evaluate::corpus::trees;

/// Analyses every input and prints its trees, in the order of the inputs.
pub fn run(args: ParseArgs) -> Result<Tally, Failure> {
    let language = Language::new(&lexicons(&args.inputs)?, &model(&args.model)?);
    let language = Arc::new(language.map_err(unusable(&args.model))?);
    interrupt::listen();
    let mut out = BufWriter::new(io::stdout().lock());
    let mut tally = Tally::default();
    let kind = match args.input {
        ParseInput::Auto => Some(Input::Auto),
        ParseInput::Html => Some(Input::Html),
        ParseInput::Text => Some(Input::Text),
        ParseInput::Jsonl => Some(Input::Jsonl),
        ParseInput::Conllu => None,
    };
    match kind {
        Some(kind) => parse_stories(&args, kind, &language, &mut out, &mut tally)?,
        None => {
            for path in args.inputs.paths.iter().take_while(|_| !interrupt::asked()) {
                parse_treebank(path, &language, &mut out, &mut tally)?;
            }
        }
    }
    out.flush().map_err(|e| Failure::output(&e))?;
    Ok(tally)
}

/// Texts, and the articles of pages.
fn parse_stories(
    args: &ParseArgs,
    kind: Input,
    language: &Arc<Language>,
    out: &mut impl Write,
    tally: &mut Tally,
) -> Result<(), Failure> {
    let (source, position) = sources(&args.inputs.paths, kind, Given::default());
    run::ordered(
        source,
        args.inputs.run.jobs(),
        || parser(language),
        |parsed| match parsed {
            Ok((conllu, remarks)) => {
                tally.done(remarks);
                out.write_all(&conllu).map_err(|e| Failure::output(&e))
            }
            Err(why) => {
                tally.skip(&why);
                Ok(())
            }
        },
    )?;
    tally.left = position.left();
    Ok(())
}

/// The work of one thread: the trees of one text.
fn parser(
    language: &Arc<Language>,
) -> impl FnMut(Result<Raw, SourceError>) -> Made<Vec<u8>> + Send + 'static {
    let language = Arc::clone(language);
    let mut worker = language.worker();
    move |raw| {
        let raw = raw.map_err(|e| e.to_string())?;
        let name = raw.name.clone();
        let mut doc = language.read(raw).map_err(|e| e.to_string())?;
        language.parse(&mut worker, &mut doc);
        let mut conllu = Vec::new();
        trees::write(&doc, &mut conllu).map_err(|e| e.to_string())?;
        Ok((conllu, remarks(&name, &doc)))
    }
}

/// Keeps the words and sentences of a treebank and replaces its analysis by ours.
fn parse_treebank(
    path: &Path,
    language: &Language,
    out: &mut impl Write,
    tally: &mut Tally,
) -> Result<(), Failure> {
    match read_treebank(path) {
        Ok(mut treebank) => {
            language.parse_tokens(&mut language.worker(), &mut treebank.doc);
            tally.done(Remarks::default());
            treebank.write(out).map_err(|e| Failure::output(&e))
        }
        Err(why) => {
            tally.skip(&why);
            Ok(())
        }
    }
}

/// Reads a CoNLL-U file, or standard input for `-`.
pub fn read_treebank(path: &Path) -> Result<Treebank, String> {
    let name = path.display();
    let text = if path.as_os_str() == "-" {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        fs::read_to_string(path)
    };
    let text = text.map_err(|e| format!("{name}: {}", remedy(&e)))?;
    Treebank::parse(&name.to_string(), &text).map_err(|e| format!("{name}: {e}"))
}
