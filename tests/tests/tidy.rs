//! Rules of the house that a compiler does not check: the shape of the crate graph, docs where
//! they are promised, licences, sizes, and that ARCHITECTURE.md names only what exists.

#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
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
    "CDLA-Permissive-2.0", // certificates of authorities, in the form of data
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];
const MAX_FILE_LINES: usize = 400;

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
    ["crates", "lexicons", "models", "atlas", "python/src", "training", "fuzz", "tests"]
        .iter()
        .flat_map(|folder| files(&root().join(folder), "rs"))
        .collect()
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

/// What each crate of the workspace may depend on inside the workspace; tests and examples may
/// besides use what a stage is built from.
fn allowed_edges() -> BTreeMap<&'static str, &'static [&'static str]> {
    const DOCUMENT_HALF: &[&str] = &[
        "verbale-document",
        "verbale-lexicons",
        "verbale-models",
        "verbale-record",
        "verbale-atlas",
        "verbale-read",
        "verbale-parse",
        "verbale-times",
        "verbale-resolve",
        "verbale-coder",
    ];
    BTreeMap::from([
        ("verbale-packed", &[] as &[&str]),
        ("verbale-document", &[]),
        ("verbale-lexicons", &["verbale-document", "verbale-packed"]),
        ("verbale-models-first", &[]),
        ("verbale-models", &["verbale-models-first"]),
        ("verbale-record", &[]),
        ("verbale-atlas-tables", &["verbale-packed"]),
        ("verbale-atlas", ATLAS),
        ("verbale-read", &["verbale-document"]),
        ("verbale-parse", &["verbale-document"]),
        ("verbale-times", &["verbale-document"]),
        ("verbale-resolve", &["verbale-document", "verbale-atlas"]),
        ("verbale-coder", &["verbale-document"]),
        ("verbale", DOCUMENT_HALF),
        ("verbale-story", &["verbale-record", "verbale-atlas"]),
        ("verbale-write", &["verbale-record"]),
        ("verbale-store", &["verbale-record", "verbale-write"]),
        ("verbale-together", &["verbale-record", "verbale-story", "verbale-store"]),
        ("verbale-evaluate", &["verbale", "verbale-record"]),
        (
            "verbale-cli",
            &[
                "verbale",
                "verbale-story",
                "verbale-write",
                "verbale-store",
                "verbale-together",
                "verbale-evaluate",
            ],
        ),
        ("verbale-training", TRAINING),
        ("verbale-fuzz", READERS),
        ("verbale-tests", &["verbale", "verbale-record", "verbale-write"]),
    ])
}

/// The atlas indexes what the tables tell.
const ATLAS: &[&str] =
    &["verbale-document", "verbale-packed", "verbale-atlas-tables", "verbale-lexicons"];
/// Training reads corpora and learns what the engine then reads.
const TRAINING: &[&str] =
    &["verbale-document", "verbale-evaluate", "verbale-lexicons", "verbale-parse"];
/// Who reads foreign bytes, and the stages whose tables a user may replace.
const READERS: &[&str] = &[
    "verbale",
    "verbale-coder",
    "verbale-evaluate",
    "verbale-models",
    "verbale-parse",
    "verbale-resolve",
    "verbale-times",
];
/// What doc examples and tests of a stage may use besides.
const FOR_TESTS: &[&str] =
    &["verbale-lexicons", "verbale-models", "verbale-atlas", "verbale-record"];

#[test]
fn crates_form_two_stars() {
    let metadata = metadata();
    let packages = metadata["packages"].as_array().expect("packages");
    let local = packages.iter().filter(|p| p["source"].is_null());
    let allowed = allowed_edges();
    let mut wrong = Vec::new();
    for package in local {
        let name = package["name"].as_str().expect("a name");
        let may = allowed.get(name).unwrap_or_else(|| panic!("{name} has no row in allowed_edges"));
        let dependencies = package["dependencies"].as_array().expect("dependencies");
        for inside in dependencies.iter().filter(|d| d["path"].is_string()) {
            let to = inside["name"].as_str().expect("a name");
            let for_tests = inside["kind"] == "dev" && FOR_TESTS.contains(&to);
            if !may.contains(&to) && !for_tests {
                wrong.push(format!("{name} -> {to}"));
            }
        }
    }
    assert!(wrong.is_empty(), "arrows that the house does not have: {wrong:?}");
}

/// Crates whose code is a function of values: no files, clock, network or environment in them. The
/// lints of `clippy.toml` say so of the whole workspace; only who touches the world may allow them.
const STAGES: &[&str] =
    &["document", "record", "atlas", "parse", "times", "resolve", "coder", "verbale", "story"];

#[test]
fn stages_allow_themselves_no_files() {
    let outside = |path: &&PathBuf| {
        let text = read(path);
        text.contains("disallowed_methods") || text.contains("disallowed_types")
    };
    let folders = STAGES.iter().map(|name| root().join("crates").join(name).join("src"));
    let sources: Vec<PathBuf> = folders.flat_map(|folder| files(&folder, "rs")).collect();
    assert!(sources.len() > 100, "only {} files of stages", sources.len());
    let wrong: Vec<_> = sources.iter().filter(outside).collect();
    assert!(wrong.is_empty(), "stages that let themselves into the world: {wrong:#?}");
}

#[test]
fn dependencies_have_permissive_licences() {
    let metadata = metadata();
    let mut wrong = Vec::new();
    let packages = metadata["packages"].as_array().expect("packages");
    for package in packages.iter().filter(|p| !p["source"].is_null()) {
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
    let tables = ["lexicons", "atlas", "crates/story/tables"]
        .iter()
        .flat_map(|f| files(&root().join(f), "tsv"));
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

/// The most that a package may take when it is published, packed.
const MAX_PACKAGE_BYTES: u64 = 10 << 20;

/// Sizes of what `cargo package` would pack: an upper bound, for it packs the same files as text and
/// models compress by at least a little.
#[test]
fn packages_and_models_fit() {
    let metadata = metadata();
    let packages = metadata["packages"].as_array().expect("packages");
    let published = |p: &&Value| p["source"].is_null() && p["publish"].is_null();
    let mut wrong = Vec::new();
    for package in packages.iter().filter(published) {
        let name = package["name"].as_str().expect("a name");
        let size = packed_size(name);
        if size > MAX_PACKAGE_BYTES {
            wrong.push(format!("{name}: {size} bytes"));
        }
    }
    assert!(wrong.is_empty(), "packages of more than 10 MiB: {wrong:?}");
}

/// Bytes of the files that a package would have, gzip applied to tables, which are text.
fn packed_size(name: &str) -> u64 {
    let list = Command::new(env!("CARGO"))
        .args(["package", "--list", "--allow-dirty", "--offline", "-p", name])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(list.status.success(), "{}", String::from_utf8_lossy(&list.stderr));
    let folder = package_folder(name);
    let names = String::from_utf8(list.stdout).expect("cargo prints text");
    let sizes = names.lines().filter_map(|file| {
        let bytes = fs::read(folder.join(file)).ok()?;
        let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
        packed.write_all(&bytes).expect("memory takes it");
        Some(packed.finish().expect("memory takes it").len() as u64)
    });
    sizes.sum()
}

fn package_folder(name: &str) -> PathBuf {
    let metadata = metadata();
    let packages = metadata["packages"].as_array().expect("packages");
    let package = packages.iter().find(|p| p["name"] == name).expect("a package");
    let manifest = package["manifest_path"].as_str().expect("a path");
    Path::new(manifest).parent().expect("a folder").to_path_buf()
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
    let members = manifest.split_once("members = [").and_then(|(_, rest)| rest.split_once(']'));
    let members = members.expect("a list of members").0.lines();
    let members = members.filter_map(|l| l.trim().strip_prefix('"')?.strip_suffix("\","));
    let names = members.map(|m| format!("`{m}/`"));
    let text = read(&root().join("ARCHITECTURE.md"));
    let at: Vec<_> = names.map(|n| text.find(&n).unwrap_or_else(|| panic!("no {n}"))).collect();
    assert!(at.len() >= 16 && at.is_sorted(), "crates out of order in ARCHITECTURE.md");
}
