//! Rules of the house that a compiler does not check: the shape of the crate graph, docs where
//! they are promised, licences, sizes, and that ARCHITECTURE.md names only what exists.

use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Licences that a dependency may have, as SPDX ids.
const LICENCES: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];
const MAX_FILE_LINES: usize = 400;
const MAX_BUILT_IN_BYTES: u64 = 15 << 20;
const MAX_MODEL_BYTES: u64 = 25 << 20;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// Files below `folder` with the extension `ext`, sorted.
fn files(folder: &Path, ext: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, ext));
        } else if path.extension().is_some_and(|e| e == ext) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn rust_files() -> Vec<PathBuf> {
    ["crates", "tests"].iter().flat_map(|folder| files(&root().join(folder), "rs")).collect()
}

fn metadata() -> Value {
    let rustc = Command::new("rustc").arg("-vV").output().expect("rustc runs");
    let about = String::from_utf8(rustc.stdout).expect("rustc prints text");
    let host = about.lines().find_map(|l| l.strip_prefix("host: ")).expect("rustc names its host");
    let cargo = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--frozen", "--filter-platform", host])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(cargo.status.success(), "{}", String::from_utf8_lossy(&cargo.stderr));
    serde_json::from_slice(&cargo.stdout).expect("cargo prints JSON")
}

/// What each crate of the workspace may depend on inside the workspace.
fn allowed_edges() -> BTreeMap<&'static str, &'static [&'static str]> {
    const STAGE: &[&str] = &["verbale-document"];
    const FACADE: &[&str] = &[
        "verbale-document",
        "verbale-read",
        "verbale-annotate",
        "verbale-atlas",
        "verbale-code",
        "verbale-write",
        "verbale-evaluate",
    ];
    const TESTS: &[&str] = &["verbale", "verbale-document", "verbale-read", "verbale-write"];
    BTreeMap::from([
        ("verbale-document", &[] as &[&str]),
        ("verbale-read", STAGE),
        ("verbale-annotate", STAGE),
        ("verbale-atlas", STAGE),
        ("verbale-code", STAGE),
        ("verbale-write", STAGE),
        ("verbale-evaluate", STAGE),
        ("verbale", FACADE),
        ("verbale-tests", TESTS),
    ])
}

#[test]
fn crates_form_a_star() {
    let metadata = metadata();
    let packages = metadata["packages"].as_array().expect("packages");
    let local = packages.iter().filter(|p| p["source"].is_null());
    let allowed = allowed_edges();
    let mut wrong = Vec::new();
    for package in local {
        let name = package["name"].as_str().expect("a name");
        let may = allowed.get(name).unwrap_or_else(|| panic!("{name} has no row in allowed_edges"));
        let dependencies = package["dependencies"].as_array().expect("dependencies");
        let inside = dependencies.iter().filter(|d| d["path"].is_string());
        let names = inside.map(|d| d["name"].as_str().expect("a name"));
        wrong.extend(names.filter(|d| !may.contains(d)).map(|d| format!("{name} -> {d}")));
    }
    assert!(wrong.is_empty(), "edges that the star does not have: {wrong:?}");
}

#[test]
fn dependencies_have_permissive_licences() {
    let metadata = metadata();
    let mut wrong = Vec::new();
    for package in metadata["packages"].as_array().expect("packages") {
        let name = package["name"].as_str().unwrap_or_default();
        let licence = package["license"].as_str().unwrap_or_default();
        let parsed = spdx::Expression::parse_mode(licence, spdx::ParseMode::LAX);
        let fine = parsed.is_ok_and(|expression| {
            expression.evaluate(|requirement| {
                let id = requirement.license.id();
                id.is_some_and(|id| LICENCES.contains(&id.name))
            })
        });
        if !fine {
            wrong.push(format!("{name}: {licence:?}"));
        }
    }
    assert!(wrong.is_empty(), "licences not on the list: {wrong:#?}");
}

#[test]
fn one_arrow_version() {
    let metadata = metadata();
    let packages = metadata["packages"].as_array().expect("packages");
    let of = |name: &str| packages.iter().filter(|p| p["name"] == name).count();
    assert_eq!((of("parquet"), of("arrow-schema")), (1, 1));
}

#[test]
fn modules_say_what_they_are_for() {
    let silent: Vec<_> =
        rust_files().into_iter().filter(|path| !read(path).starts_with("//!")).collect();
    assert!(silent.is_empty(), "files that do not open with module docs: {silent:#?}");
}

#[test]
fn files_can_be_seen_whole() {
    let lines = |path: &PathBuf| read(path).lines().count();
    let long: Vec<_> = rust_files().into_iter().filter(|p| lines(p) > MAX_FILE_LINES).collect();
    assert!(long.is_empty(), "files of more than {MAX_FILE_LINES} lines: {long:#?}");
}

#[test]
fn tables_name_source_and_licence() {
    let tables = ["lexicons", "atlas"].iter().flat_map(|f| files(&root().join(f), "tsv"));
    let mut wrong = Vec::new();
    for path in tables {
        let text = read(&path).to_lowercase();
        let header: Vec<_> = text.lines().take_while(|l| l.starts_with('#')).collect();
        let header = header.join("\n");
        if !(header.contains("source") && header.contains("licence")) {
            wrong.push(path);
        }
    }
    assert!(wrong.is_empty(), "tables whose header lacks source or licence: {wrong:#?}");
}

#[test]
fn models_fit() {
    let size = |path: &PathBuf| fs::metadata(path).expect("a model").len();
    let models = files(&root().join("models"), "bin");
    let accurate = |path: &&PathBuf| path.ends_with("accurate.bin");
    let built_in: u64 = models.iter().filter(|p| !accurate(p)).map(size).sum();
    assert!(built_in > 0 && built_in <= MAX_BUILT_IN_BYTES, "built in: {built_in} bytes");
    let optional: u64 = models.iter().filter(accurate).map(size).sum();
    assert!(optional <= MAX_MODEL_BYTES, "models/accurate.bin takes {optional} bytes");
}

/// Words in backticks that look like paths of this repository.
fn paths_named(text: &str) -> Vec<&str> {
    let quoted = text.split('`').skip(1).step_by(2);
    quoted
        .filter(|word| word.contains('/') || word.ends_with(".md") || word.ends_with(".rs"))
        .filter(|word| !word.contains(|c: char| c.is_whitespace() || "<>*{".contains(c)))
        .filter(|word| !word.contains("://") && !word.starts_with("../"))
        .collect()
}

#[test]
fn architecture_names_only_what_exists() {
    for page in ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "STYLE.md"] {
        let text = read(&root().join(page));
        let lost: Vec<_> =
            paths_named(&text).into_iter().filter(|p| !root().join(p).exists()).collect();
        assert!(lost.is_empty(), "{page} names paths that do not exist: {lost:?}");
    }
}

#[test]
fn architecture_names_every_crate_in_the_order_of_the_flow() {
    let manifest = read(&root().join("Cargo.toml"));
    let members: Vec<_> =
        manifest.lines().filter_map(|l| l.trim().strip_prefix("\"crates/")).collect();
    let names = members.iter().map(|m| format!("`crates/{}/`", m.trim_end_matches("\",")));
    let text = read(&root().join("ARCHITECTURE.md"));
    let at: Vec<_> = names.map(|n| text.find(&n).unwrap_or_else(|| panic!("no {n}"))).collect();
    assert!(at.len() >= 8 && at.is_sorted(), "crates out of order in ARCHITECTURE.md");
}
