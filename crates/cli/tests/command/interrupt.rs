//! An interrupted run finishes what it has begun, writes it, says how much that is, and exits with 130.
//!
//! Input comes over a pipe that stays open. A bad line at the end of what was sent is named on
//! standard error only after the records before it were written, so the test waits for that line.

use crate::program::{Desk, Ran, STORY, records};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::Command;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// A run that does not end is a failure, not a hanging test; no run is measured by this.
const PATIENCE: Duration = Duration::from_secs(120);

/// Sends stories and a bad line, then a signal once the bad line is told, and gives what is left.
fn stopped(signal: &'static str, desk: &Desk, line: &str, n: usize) -> Ran {
    let mut child = desk.start(&line.split(' ').collect::<Vec<_>>());
    let mut stdin = child.stdin.take().expect("a pipe");
    let mut stdout = child.stdout.take().expect("a pipe");
    let mut stderr = BufReader::new(child.stderr.take().expect("a pipe"));
    for n in 0..n {
        writeln!(stdin, "{{\"id\":\"{n}\",\"text\":{STORY:?}}}").expect("read");
    }
    writeln!(stdin, "no JSON").expect("read");
    stdin.flush().expect("read");
    let (done, ended) = mpsc::channel();
    let pid = child.id();
    thread::spawn(move || {
        let (mut err, mut out) = (String::new(), Vec::new());
        stderr.read_line(&mut err).expect("text");
        let kill = Command::new("kill").args([signal, &pid.to_string()]).status();
        assert!(kill.expect("kill runs").success());
        stdout.read_to_end(&mut out).expect("bytes");
        stderr.read_to_string(&mut err).expect("text");
        let code = child.wait().expect("the program ends").code().unwrap_or(-1);
        done.send(Ran { code, out, err }).expect("the test waits");
    });
    let ran = ended.recv_timeout(PATIENCE).expect("an interrupted run ends");
    drop(stdin);
    ran
}

fn interrupted(desk: &Desk, line: &str, n: usize) -> Ran {
    stopped("-INT", desk, line, n)
}

/// What is told of a run of `n` documents.
fn lines(n: usize) -> [String; 3] {
    [
        format!("verbale: -:{}: not a JSON object", n + 1),
        "verbale: interrupted; finishing what was read".to_string(),
        format!(
            "verbale: interrupted; {n} documents are in the output; left: - from line {}",
            n + 2
        ),
    ]
}

#[test]
fn json_lines_are_whole() {
    let desk = Desk::new("interrupt-jsonl");
    for jobs in [1, 3] {
        let ran = interrupted(&desk, &format!("code -j {jobs} --input jsonl -"), 5);
        let ran = ran.ends(130, &lines(5).each_ref().map(String::as_str));
        assert_eq!(ran.ids(), ["0", "1", "2", "3", "4"]);
    }
}

#[test]
fn tables_and_pages_are_closed() {
    let desk = Desk::new("interrupt-files");
    let [bad, stopped, told] = lines(2);
    let check = |format: &str| {
        let line = format!("code --input jsonl --format {format} -o {format} -");
        let written = format!("2 documents written to {format}, 1 skipped");
        interrupted(&desk, &line, 2).ends(130, &[&bad, &stopped, &written, &told]);
    };
    check("parquet");
    assert!(desk.get("parquet/events.parquet").ends_with(b"PAR1"), "the file is not closed");
    check("csv");
    let rows = csv::Reader::from_path(desk.path("csv/documents.csv")).expect("a table");
    assert_eq!(rows.into_records().filter(Result::is_ok).count(), 2);
    check("html");
    assert!(desk.get("html").ends_with(b"</html>\n"), "the page is not closed");
    check("jsonl");
    assert_eq!(records(&String::from_utf8(desk.get("jsonl")).expect("text")).len(), 2);
}

#[test]
fn a_termination_is_an_interrupt() {
    let desk = Desk::new("interrupt-term");
    let ran = stopped("-TERM", &desk, "code --input jsonl -", 2);
    ran.ends(143, &lines(2).each_ref().map(String::as_str));
}

#[test]
fn what_is_killed_leaves_nothing_under_its_name() {
    let desk = Desk::new("interrupt-kill");
    for format in ["jsonl", "html", "csv", "parquet"] {
        let line = format!("code --input jsonl --format {format} -o {format}.out -");
        let ran = stopped("-KILL", &desk, &line, 2);
        assert_eq!(ran.code, -1, "{ran:?}");
        let out = desk.path(&format!("{format}.out"));
        let files = std::fs::read_dir(&out).map_or(Vec::new(), Iterator::collect);
        let whole = |f: &std::io::Result<std::fs::DirEntry>| {
            f.as_ref().is_ok_and(|f| !f.file_name().to_string_lossy().starts_with('.'))
        };
        assert!(!out.is_file() && !files.iter().any(whole), "{format}: {files:?}");
    }
}

#[test]
fn other_commands() {
    let desk = Desk::new("interrupt-others");
    for command in
        ["extract --input jsonl -", "stories --input jsonl -", "atlas learn --input jsonl -"]
    {
        let ran = interrupted(&desk, command, 3);
        ran.ends(130, &lines(3).each_ref().map(String::as_str));
    }
}
