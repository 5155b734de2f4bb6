//! Every story of `tests/cases/story/` gives the records that its expectations ask for.

use std::fs;
use std::path::Path;
use verbale::Pipeline;
use verbale::write::contract;
use verbale_tests::Case;

#[test]
fn stories_give_their_records() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/story");
    let mut paths: Vec<_> = fs::read_dir(&folder)
        .expect("a folder of cases")
        .map(|e| e.expect("a file").path())
        .collect();
    paths.sort();
    let pipeline = Pipeline::builtin().expect("sound tables and models");
    let mut worker = pipeline.worker();
    let (mut failures, mut n) = (Vec::new(), 0);
    for path in &paths {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let case = Case::parse(&fs::read_to_string(path).expect("UTF-8")).expect(&name);
        let doc = pipeline.code_text(&mut worker, &name, &case.text).expect(&name);
        let record = serde_json::to_value(contract::record(&doc)).expect("a record is JSON");
        n += case.expectations.len();
        let failed = case.expectations.iter().filter(|(_, e)| !e.holds(&record));
        failures.extend(failed.map(|(line, e)| format!("{name}:{line}: {}", e.line)));
    }
    assert!(paths.len() >= 30, "only {} stories", paths.len());
    assert!(failures.is_empty(), "{} of {n} fail:\n{}", failures.len(), failures.join("\n"));
}
