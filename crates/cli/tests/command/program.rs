//! Runs the built program, each time in a folder of the test's own.

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread;

/// A story of one statement and one event.
pub const STORY: &str = "Kenya thanked Uganda for the grain, a minister said on Monday.\n";

/// A folder with the files of one test, in which the program runs.
pub struct Desk {
    folder: PathBuf,
}

/// What a run left behind.
#[derive(Debug)]
pub struct Ran {
    /// Its exit code.
    pub code: i32,
    /// Its standard output.
    pub out: Vec<u8>,
    /// Its standard error.
    pub err: String,
}

impl Desk {
    /// An empty folder; `name` is that of the test.
    pub fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("command").join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        Desk { folder }
    }

    /// The path of a file in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Puts a file into the folder.
    pub fn put(&self, name: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
        self
    }

    /// The bytes of a file in the folder.
    pub fn get(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
    }

    /// Runs a line of words, with nothing on standard input.
    pub fn run(&self, line: &str) -> Ran {
        self.feed(line, b"")
    }

    /// Runs a line of words with `input` on standard input.
    pub fn feed(&self, line: &str, input: &[u8]) -> Ran {
        self.feed_words(&line.split_whitespace().collect::<Vec<_>>(), input)
    }

    /// Runs words that may have spaces in them.
    pub fn run_words(&self, words: &[&str]) -> Ran {
        self.feed_words(words, b"")
    }

    fn feed_words(&self, words: &[&str], input: &[u8]) -> Ran {
        let mut child = self.start(words);
        let (mut stdin, input) = (child.stdin.take().expect("a pipe"), input.to_vec());
        // A program that ends without reading closes the pipe.
        let feeder = thread::spawn(move || drop(stdin.write_all(&input)));
        let ran = child.wait_with_output().expect("the program ends");
        feeder.join().expect("the input is written");
        ran.into()
    }

    /// Runs a line of words where no file may be larger than so many blocks of the shell.
    #[cfg(target_os = "linux")]
    pub fn within(&self, blocks: u32, line: &str) -> Ran {
        let program = env!("CARGO_BIN_EXE_verbale");
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec '{program}' {line}");
        let run = Command::new("sh").args(["-c", &script]).current_dir(&self.folder).output();
        run.expect("a shell").into()
    }

    /// Starts the program with pipes to all three streams.
    pub fn start(&self, words: &[&str]) -> Child {
        Command::new(env!("CARGO_BIN_EXE_verbale"))
            .args(words)
            .current_dir(&self.folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts")
    }
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Ran {
            code: output.status.code().unwrap_or(-1),
            out: output.stdout,
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

impl Ran {
    /// Checks the exit code and that every line of standard error has one of the parts, in order;
    /// none may be missing and none be left.
    #[track_caller]
    pub fn ends(self, code: i32, parts: &[&str]) -> Self {
        assert_eq!(self.code, code, "{}", self.err);
        let lines: Vec<&str> = self.err.lines().collect();
        let fit = lines.iter().zip(parts).all(|(line, part)| line.contains(part));
        assert!(fit && lines.len() == parts.len(), "wanted {parts:#?}, got {lines:#?}");
        self
    }

    /// Checks that it went through without a word.
    #[track_caller]
    pub fn fine(self) -> Self {
        self.ends(0, &[])
    }

    /// Standard output as text.
    #[track_caller]
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.out).expect("UTF-8")
    }

    /// Standard output as records.
    #[track_caller]
    pub fn records(&self) -> Vec<Value> {
        records(self.text())
    }

    /// The ids of the records on standard output.
    #[track_caller]
    pub fn ids(&self) -> Vec<String> {
        let id = |r: &Value| r["doc"]["id"].as_str().expect("an id").to_string();
        self.records().iter().map(id).collect()
    }
}

/// Lines of JSON.
#[track_caller]
pub fn records(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).expect("a record a line")).collect()
}

/// The example stories, sorted by name, as full paths.
pub fn examples() -> Vec<String> {
    let folder = root().join("examples");
    let all = fs::read_dir(folder).expect("the examples").flatten();
    let mut paths: Vec<String> = all.map(|e| e.path().display().to_string()).collect();
    paths.retain(|p| !p.ends_with(".md"));
    paths.sort();
    assert!(paths.len() >= 10, "only {} examples", paths.len());
    paths
}

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The bytes of a gzip file.
pub fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(bytes).expect("memory takes it");
    gzip.finish().expect("memory takes it")
}
