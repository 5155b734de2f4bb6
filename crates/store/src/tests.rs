//! A store in moments at which a run may be killed, of an older version, read while it is written.

use crate::ledger::{self, Made};
use crate::{By, Question, Store, StoreError, Who, parts};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use verbale_record::Record;
use verbale_record::ids::document_key;

/// A folder of a test's own that is not there.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("verbale-store-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    folder
}

/// A report of Kenya thanking Uganda, according to a minister where `claim` is set.
pub(crate) fn report(n: usize, day: &str, claim: bool) -> Record {
    let text = format!("Kenya thanked Uganda, report {n}.");
    let span = json!({"start": 0, "end": 5});
    let party = |code: &str| json!([{"start": 0, "end": 5, "text": "Kenya", "code": code}]);
    let line = json!({
        "schema": 2, "version": "0.1.0",
        "doc": {"id": format!("d{n}"), "key": document_key("", &text), "text": text, "sha256": "",
            "published_at": day},
        "statements": [{"id": "s1", "kind": "indirect", "stance": "assert", "negated": false,
            "act": "speech", "sentence": span, "by": "x", "confidence": 0.5,
            "speaker": {"name": "the minister", "code": "KEN.GOV", "named": false}}],
        "events": [{"id": "e1", "type": "COOPERATE", "quad": 1, "intensity": 2.0, "cameo": "040",
            "sentence": span, "actors": party("KEN.GOV"), "recipients": party("UGA"),
            "according_to": if claim { json!(["s1"]) } else { json!([]) },
            "polarity": "+", "modality": "actual", "by": "x", "confidence": 0.5}],
    });
    Record::parse(&line.to_string()).expect("a record")
}

pub(crate) fn filled(folder: &Path, n: usize) -> Store {
    let mut store = Store::create(folder).expect("a store");
    for n in 0..n {
        let day = format!("2031-{:02}-05", n % 3 + 1);
        assert!(store.add(&report(n, &day, n % 2 == 0), "test").expect("added"));
    }
    store.finish().expect("room");
    store
}

pub(crate) fn check_sound(folder: &Path, documents: u64) {
    let store = Store::read(folder).expect("a store");
    let found = store.verify(|| ()).expect("a ledger");
    assert!(found.faults.is_empty(), "{:?}", found.faults);
    assert_eq!((found.documents, found.waiting), (documents, 0));
    assert_eq!(parts::strays(&store).expect("folders"), Vec::<PathBuf>::new());
}

#[test]
fn a_run_killed_before_the_tables_are_made_goes_on() {
    let folder = folder("killed");
    let mut store = filled(&folder, 9);
    // Committed, in no table yet.
    store.add(&report(100, "2031-01-09", false), "test").expect("added");
    store.commit().expect("room");
    drop(store);
    let found = Store::read(&folder).expect("a store").verify(|| ()).expect("a ledger");
    assert_eq!((found.faults.len(), found.waiting), (0, 1));
    Store::open(&folder).expect("a store").finish().expect("room");
    check_sound(&folder, 10);
    // A part whose files do not stand, a file of no part, and half a file.
    let store = Store::open(&folder).expect("a store");
    store.execute("UPDATE parts SET settled = 0 WHERE id = 2").expect("a part");
    let part = folder.join("events/month=2031-02/part-000002.parquet");
    let whole = fs::read(&part).expect("a file");
    fs::rename(&part, part.with_file_name("part-000077.parquet")).expect("a file");
    fs::write(part.with_extension("parquet.unfinished"), &whole[..9]).expect("a file");
    fs::write(part.with_file_name("notes.txt"), "mine").expect("a file");
    drop(store);
    assert!(Store::open(&folder).is_ok());
    assert_eq!(fs::read(&part).expect("made again"), whole, "the same bytes");
    assert!(part.with_file_name("notes.txt").exists(), "what is not ours stays");
    check_sound(&folder, 10);
    fs::remove_dir_all(folder).expect("a folder");
}

#[test]
fn what_is_not_committed_is_gone_and_may_come_again() {
    let folder = folder("open");
    let mut store = Store::create(&folder).expect("a store");
    store.add(&report(1, "2031-01-05", false), "test").expect("added");
    drop(store);
    let mut store = Store::open(&folder).expect("a store");
    assert_eq!(store.counts().expect("sound").documents, 0);
    assert!(store.add(&report(1, "2031-01-05", false), "test").expect("added"));
    store.finish().expect("room");
    drop(store);
    check_sound(&folder, 1);
    fs::remove_dir_all(folder).expect("a folder");
}

#[test]
fn an_older_ledger_is_brought_up() {
    let (old, new) = (folder("old"), folder("new"));
    fs::create_dir_all(&old).expect("a folder");
    let path = old.join(ledger::NAME);
    drop(ledger::of_version(&path, 1));
    {
        // Version 1 had no summaries: what it wrote is what is left without them.
        let ledger = ledger::of_version(&path, 1);
        ledger.execute_batch(&format!("{SUMMARIES}; BEGIN")).expect("a table");
        for n in 0..5 {
            let day = format!("2031-{:02}-05", n % 3 + 1);
            let (record, made) = (report(n, &day, n % 2 == 0), Made("test"));
            ledger::insert(&ledger, &record, &made).expect("added");
        }
        ledger.execute_batch("COMMIT; DROP TABLE summaries").expect("a table");
    }
    let older = Store::read(&old).err().expect("an older version");
    assert!(matches!(older, StoreError::Older { found: 1, known: crate::VERSION, .. }), "{older}");
    let mut store = Store::open(&old).expect("a store");
    store.finish().expect("room");
    let of_new = filled(&new, 5);
    let question = Question { who: Some(Who::Code("KEN".into())), ..Question::default() };
    let counts = |store: &Store| store.summary(&question, By::Month).expect("counts");
    assert_eq!(counts(&store), counts(&of_new));
    assert_eq!(
        counts(&store).iter().map(|c| (c.events, c.claims)).collect::<Vec<_>>(),
        [(2, 1), (2, 1), (1, 1)]
    );
    drop((store, of_new));
    check_sound(&old, 5);
    let ledger = ledger::of_version(&path, crate::VERSION);
    ledger.pragma_update(None, "user_version", crate::VERSION + 1).expect("a version");
    drop(ledger);
    assert!(matches!(Store::open(&old), Err(StoreError::Newer { .. })));
    assert!(matches!(Store::read(&old), Err(StoreError::Newer { .. })));
    [old, new].into_iter().for_each(|f| fs::remove_dir_all(f).expect("a folder"));
}

/// What the rows of a record need beside the tables of version 1.
const SUMMARIES: &str = include_str!("ledger/0002.sql");

#[test]
fn one_writes_and_others_read() {
    let folder = folder("readers");
    let mut writer = filled(&folder, 3);
    assert!(matches!(Store::open(&folder), Err(StoreError::Busy { .. })));
    let reader = Store::read(&folder).expect("a store");
    writer.add(&report(50, "2031-05-05", true), "test").expect("added");
    assert_eq!(reader.counts().expect("sound").documents, 3, "nothing that is not committed");
    writer.finish().expect("room");
    assert_eq!(reader.counts().expect("sound").documents, 4);
    drop((writer, reader));
    assert!(Store::open(&folder).is_ok());
    fs::remove_dir_all(folder).expect("a folder");
}

#[test]
fn a_replaced_record_leaves_nothing_behind() {
    let folder = folder("replaced");
    let mut store = filled(&folder, 4);
    let held = store.held("other", 0, 10).expect("a ledger");
    assert_eq!(held.len(), 4);
    let question = Question::default();
    for (_, held) in held {
        let held = held.expect("a record");
        let mut record = held.record.clone();
        record.events.clear();
        assert!(store.replace(&held, &record, "other").expect("room"));
    }
    store.finish().expect("room");
    assert_eq!(store.summary(&question, By::Month).expect("counts"), [], "no row of zeros");
    assert_eq!(store.outdated("other").expect("a ledger"), 0);
    let left = "SELECT (SELECT count(*) FROM events) + (SELECT count(*) FROM pairs)
        + (SELECT count(*) FROM participants) + (SELECT count(*) FROM voices) AS n";
    assert_eq!(store.select(left, None).expect("a number").rows, [[json!(0)]]);
    drop(store);
    check_sound(&folder, 4);
    fs::remove_dir_all(folder).expect("a folder");
}
