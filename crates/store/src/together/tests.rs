//! Placing and joining as somebody does it who has every day's documents tell one story, and as a run
//! that is killed in between leaves it.

use crate::tests::{check_sound, filled, folder, report};
use crate::{Batch, By, Count, Joined, Plan, Question, Shown, Store};
use std::fs;
use std::io::Write;
use verbale_record::columns::TOGETHER;
use verbale_record::together::{Merged, Placement};

const WINDOW: u16 = 60;

fn plan(store: &mut Store) -> Plan {
    store.plan("test", None, WINDOW).expect("a ledger").expect("something to place")
}

fn key(n: usize) -> String {
    report(n, "", false).doc.key
}

/// Places a batch as the story of its first document.
fn place(store: &mut Store, batch: &Batch, redirects: &[(String, String)]) {
    let records = batch.documents.iter().map(|n| store.numbered(*n).expect("a ledger"));
    let docs: Vec<_> = records.map(|record| record.expect("sound").doc).collect();
    let first = docs[0].id.clone();
    let placed = docs.into_iter().map(|doc| Placement {
        doc_key: doc.key,
        doc_id: doc.id,
        story: format!("s{first}"),
        thread: format!("t{first}"),
        ..Placement::default()
    });
    let placed: Vec<Placement> = placed.collect();
    let copies = [(placed[0].doc_key.clone(), key(1), "same".to_string())];
    let seed = |key: &str| placed.iter().find(|p| p.doc_key == key).expect("placed").doc_id.clone();
    store.place(batch, redirects, &placed, &copies, seed).expect("room");
}

/// Joins all events of each story.
fn join(store: &mut Store) {
    for story in store.unjoined().expect("a ledger") {
        let mut reports = Vec::new();
        for (number, _) in store.of_story(&story).expect("a ledger") {
            let record = store.numbered(number).expect("a ledger").expect("sound");
            reports.push((record.doc.key, "e1".to_string()));
        }
        let merged = Merged {
            id: format!("v{story}"),
            story: story.clone(),
            day: Some("2031-03-05".into()),
            kind: "COOPERATE".into(),
            actors: vec![("Kenya".into(), Some("KEN.GOV".into())), ("a crew".into(), None)],
            n_reports: reports.len(),
            sources_least: reports.len(),
            sources_most: reports.len(),
            ..Merged::default()
        };
        let events = if reports.is_empty() { vec![] } else { vec![Joined { merged, reports }] };
        store.join(&story, &events).expect("room");
    }
    store.all_joined().expect("room");
    store.tell().expect("room");
}

fn follow(store: &mut Store) {
    let plan = plan(store);
    plan.batches.iter().for_each(|batch| place(store, batch, &[]));
    store.all_placed().expect("room");
    join(store);
}

/// The rows of the tables, as text.
fn told(store: &Store) -> Vec<String> {
    let mut rows = Vec::new();
    for table in TOGETHER {
        let row = |row: &[_]| {
            rows.push(format!("{} {row:?}", table.name));
            Ok::<(), crate::StoreError>(())
        };
        store.together(table, row).expect("a ledger");
    }
    rows
}

fn counts(store: &Store) -> Vec<(String, i64, i64, i64)> {
    let counts = store.summary(&Question::default(), By::Month).expect("counts");
    let one = |c: Count| (c.key, c.events, c.merged, c.sources_least);
    counts.into_iter().map(one).collect()
}

#[test]
fn what_is_placed_and_joined_is_told() {
    let folder = folder("told");
    let mut store = filled(&folder, 6);
    follow(&mut store);
    let now = |id: &str| store.story_now(id).expect("a ledger");
    assert_eq!([now("sd0"), now("td3")], [Some("sd0".to_string()), Some("td0".to_string())]);
    assert_eq!([now("sd9"), now("x"), now("")], [None, None, None]);
    let Shown::Story(story) = store.show("sd3").expect("a story") else { panic!("sd3 is a story") };
    assert_eq!((story.id.as_str(), story.documents.len(), story.events.len()), ("sd0", 2, 1));
    let Shown::Event { merged, reports } = store.show("vsd1").expect("an event") else {
        panic!("vsd1 is an event")
    };
    let actors = merged.expect("it is joined").actors;
    assert_eq!((actors.len(), actors[1].1.as_ref(), reports.len()), (2, None, 2));
    let by_report = format!("{}#e1", key(4));
    let Shown::Event { reports, .. } = store.show(&by_report).expect("an event") else {
        panic!("{by_report} is an event")
    };
    assert_eq!(reports[0].record.doc.id, "d4", "the one that was asked for comes first");
    let mut ids = Vec::new();
    let n = store.merged::<crate::StoreError>(&Question::default(), |event| {
        ids.push(event.id.clone());
        Ok(())
    });
    assert_eq!(
        (n.expect("a ledger"), ids.as_slice()),
        (3, &["vsd0", "vsd1", "vsd2"].map(String::from)[..])
    );
    assert_eq!(counts(&store)[2], ("2031-03".to_string(), 2, 3, 6));
    assert_eq!(store.plan("test", None, WINDOW).expect("a ledger"), None);
    drop(store);
    check_sound(&folder, 6);
    for table in TOGETHER {
        let part = folder.join(table.name).join("month=2031-02/part-000002.parquet");
        assert!(part.is_file(), "{}", part.display());
    }
    fs::remove_dir_all(folder).expect("a folder");
}

#[test]
fn a_day_that_comes_in_pieces_is_placed_as_one_and_late_documents_by_themselves() {
    let folder = folder("pieces");
    let mut store = filled(&folder, 3);
    let days = |plan: &Plan| -> Vec<(Vec<i64>, bool)> {
        plan.batches.iter().map(|b| (b.documents.clone(), b.settled)).collect()
    };
    let first = plan(&mut store);
    assert_eq!(days(&first), [(vec![1], true), (vec![2], true), (vec![3], false)]);
    first.batches.iter().for_each(|batch| place(&mut store, batch, &[]));
    store.all_placed().expect("room");
    join(&mut store);
    for (n, day) in [(3, "2031-03-05"), (4, "2031-01-20"), (5, "")] {
        assert!(store.add(&report(n, day, true), "test").expect("added"));
    }
    store.finish().expect("room");
    let next = plan(&mut store);
    assert_eq!(days(&next), [(vec![5], true), (vec![3, 4], false), (vec![6], false)]);
    // What is open makes the story of the first day go on as that of the second, then does not.
    let redirect = [("sd0".to_string(), "sd1".to_string())];
    place(&mut store, &next.batches[0], &[]);
    place(&mut store, &next.batches[1], &redirect);
    assert_eq!(store.story_now("sd0").expect("a ledger").as_deref(), Some("sd1"));
    assert!(store.is_half_placed().expect("a ledger"));
    drop(store);
    let mut store = Store::open(&folder).expect("a store");
    let again = plan(&mut store);
    assert_eq!(days(&again), days(&next)[1..], "it goes on from what is placed for good");
    assert_eq!(store.story_now("sd0").expect("a ledger").as_deref(), Some("sd0"));
    again.batches.iter().for_each(|batch| place(&mut store, batch, &[]));
    store.all_placed().expect("room");
    join(&mut store);
    assert!(!store.is_half_placed().expect("a ledger"));
    let rounds = store.rounds_after(0).expect("a ledger");
    assert_eq!(rounds, [[1], [2], [5]]);
    drop(store);
    check_sound(&folder, 6);
    fs::remove_dir_all(folder).expect("a folder");
}

#[test]
fn what_is_joined_again_counts_once_and_old_ids_lead_on() {
    let folder = folder("again");
    let mut store = filled(&folder, 3);
    follow(&mut store);
    let before = counts(&store);
    assert_eq!(before.iter().map(|c| c.2).sum::<i64>(), 3);
    store.add(&report(7, "2031-04-01", true), "test").expect("added");
    store.finish().expect("room");
    let next = plan(&mut store);
    let redirect = [("sd0".to_string(), "sd1".to_string())];
    place(&mut store, &next.batches[0], &redirect);
    place(&mut store, &next.batches[1], &[]);
    store.all_placed().expect("room");
    join(&mut store);
    assert_eq!(counts(&store).iter().map(|c| c.2).sum::<i64>(), 3, "two are one, one is new");
    let Shown::Event { merged, reports } = store.show("vsd0").expect("an id of before") else {
        panic!("vsd0 was an event")
    };
    assert_eq!((merged.expect("joined").id.as_str(), reports.len()), ("vsd1", 2));
    let told_then = told(&store);
    assert!(told_then.len() > 9, "{told_then:?}");
    store.plan("another", None, WINDOW).expect("a ledger").expect("everything anew");
    assert_eq!(told(&store), Vec::<String>::new());
    drop(store);
    fs::remove_dir_all(folder).expect("a folder");
}

#[test]
fn what_is_kept_counts_with_its_own_ledger_alone() {
    let folder = folder("kept");
    let mut store = filled(&folder, 3);
    let kept = |store: &Store| store.kept(|state| Some(state.to_vec()));
    assert_eq!(kept(&store), None);
    let plan = plan(&mut store);
    place(&mut store, &plan.batches[0], &[]);
    let write = |out: &mut dyn Write| out.write_all(b"first").map_err(|e| e.to_string());
    store.keep(write).expect("room");
    assert_eq!(kept(&store), Some((1, b"first".to_vec())));
    place(&mut store, &plan.batches[1], &[]);
    assert_eq!(store.rounds_after(1).expect("a ledger"), [[2]]);
    let path = folder.join("stories.state");
    let bytes = fs::read(&path).expect("a file");
    fs::write(&path, &bytes[..bytes.len() - 1]).expect("a file");
    assert_eq!(kept(&store), None, "half of it");
    fs::write(&path, &bytes[..9]).expect("a file");
    assert_eq!(kept(&store), None, "its beginning");
    fs::write(&path, &bytes).expect("a file");
    store.execute("UPDATE rounds SET chain = 'other' WHERE id = 1").expect("a ledger");
    assert_eq!(kept(&store), None, "of another ledger");
    drop(store);
    fs::remove_dir_all(folder).expect("a folder");
}
