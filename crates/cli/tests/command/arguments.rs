//! Exit code 2: words that do not fit together; and what `--help` says.

use crate::program::{Desk, STORY};

const COMMANDS: &[&str] = &[
    "",
    "code",
    "stories",
    "parse",
    "extract",
    "evaluate",
    "evaluate trees",
    "evaluate names",
    "evaluate chains",
    "evaluate confidence",
    "atlas",
    "atlas lookup",
    "atlas check",
    "atlas learn",
    "add",
    "query",
    "show",
    "export",
    "verify",
    "gc",
    "recode",
    "completions",
    "man",
];

#[test]
fn wrong_words_are_told() {
    let desk = Desk::new("arguments");
    desk.put("a.txt", STORY);
    let check = |line: &str, told: &str| {
        let ran = desk.run(line);
        assert_eq!((ran.code, ran.out.len()), (2, 0), "{line}: {}", ran.err);
        assert!(ran.err.contains(told), "{line}: {}", ran.err);
    };
    check("", "Usage: verbale <COMMAND>");
    check("frobnicate a.txt", "unrecognized subcommand");
    check("code", "<PATH>");
    check("code --format xml a.txt", "possible values: jsonl, csv, parquet, html");
    check("code --input xml a.txt", "possible values: auto, html, text, jsonl, warc");
    check("code --format csv a.txt", "name a folder with -o");
    check("code --format parquet a.txt", "name a folder with -o");
    check("code --format csv -o - a.txt", "name a folder with -o");
    check("code -j 0 a.txt", "--jobs");
    check("code --min-confidence 1.5 a.txt", "--min-confidence");
    check("code --min-confidence sure a.txt", "a number from 0 to 1");
    check("code -j many a.txt", "--jobs");
    for command in ["code", "stories", "explain", "extract", "atlas learn"] {
        check(&format!("{command} --published 06/07/2024 a.txt"), "a full date is wanted");
        check(&format!("{command} --url news.example/a a.txt"), "an address is wanted");
    }
    check("code --url https://news.example/a a.txt a.txt", "--url is the address of one story");
    check("extract --url https://news.example/a .", "--url is the address of one story");
    check("stories", "<PATH>");
    check("stories --input xml a.txt", "possible values: auto, html, text, jsonl, records");
    check("stories --window 0 a.txt", "--window");
    check("completions", "<SHELL>");
    check("completions csh", "possible values: bash");
    check("man cod", "verbale has no command \"cod\"; it has code, stories");
    check("man code now", "code has no command \"now\"; it has no commands of its own");
    check("code --frob a.txt", "--frob");
    check("parse", "<PATH>");
    check("parse --input xml a.txt", "possible values: auto, html, text, jsonl, conllu");
    check("extract", "<PATH>");
    check("evaluate", "Usage: verbale evaluate");
    check("evaluate trees", "<GOLD>");
    check("evaluate trees a --raw --against b", "cannot be used with");
    check("evaluate names", "<FOLDER>");
    check("evaluate chains", "<GOLD>");
    check("evaluate confidence", "<PATH>");
    check("atlas", "Usage: verbale atlas");
    check("atlas lookup", "<NAME>");
    check("atlas lookup NATO --date 2024-13-01", "--date");
    check("atlas learn", "<PATH>");
    check("atlas learn --least few a.txt", "--least");
}

#[test]
fn help_of_every_command_has_examples() {
    let desk = Desk::new("arguments-help");
    for command in COMMANDS {
        let help = desk.run(&format!("{command} --help")).fine();
        let examples = help.text().split_once("\nExamples:\n").expect(command).1;
        let own = examples.lines().filter(|l| l.contains(&format!("verbale {command}")));
        assert!(own.count() > 0, "no example of {command:?} in: {examples}");
    }
}

#[test]
fn help_lists_every_command() {
    let desk = Desk::new("arguments-list");
    for command in COMMANDS.iter().filter(|c| !c.is_empty()) {
        let (above, name) = command.rsplit_once(' ').unwrap_or(("", command));
        let help = desk.run(&format!("{above} --help")).fine();
        let listed = help.text().lines().any(|l| l.trim_start().starts_with(name));
        assert!(listed, "{command}");
    }
    let codes = desk.run("--help").fine();
    for code in ["0 all", "1 something", "2 wrong", "130 interrupted"] {
        assert!(codes.text().contains(code), "{code}");
    }
}

#[test]
fn the_version_is_told() {
    let ran = Desk::new("arguments-version").run("--version").fine();
    assert_eq!(ran.text(), concat!("verbale ", env!("CARGO_PKG_VERSION"), "\n"));
}
