//! Properties of a run: nothing is lost, the order within a day changes nothing, ids keep their meaning.

use std::collections::{BTreeMap, BTreeSet};
use verbale_story::{Day, Name, Report, Stream};

/// Invented reports of several days: six happenings a day with words and people of their own, told by
/// one to four reports on that day and the next.
fn news(days: usize) -> Vec<Vec<Report>> {
    let mut all = vec![Vec::new(); days];
    for story in 0..days * 6 {
        for n in 0..1 + story % 4 {
            let day = story / 6 + n / 2;
            if let Some(reports) = all.get_mut(day) {
                reports.push(report(story, n, day));
            }
        }
    }
    all
}

fn report(story: usize, n: usize, day: usize) -> Report {
    let word = |kind: &str, n: usize| format!("{kind}{}", n * 7919 % 10_007);
    let own: Vec<String> = (0..30).map(|i| word("own", story * 40 + (i + n * 3) % 34)).collect();
    let common: Vec<String> =
        (0..60).map(|i| word("common", (i * 31 + n * n + story) % 90)).collect();
    let (person, town) = (format!("kofi {}", word("person", story)), word("town", story));
    let text = own.iter().zip(common.chunks(2)).map(|(own, common)| {
        format!("the {own} of {} was in {town} said {person} {}", common[0], common[1])
    });
    let name = |kind: &str, name: &str| Name {
        kind: kind.into(),
        name: name.into(),
        count: 2,
        ..Name::default()
    };
    Report {
        doc: format!("d{story}.{n}"),
        key: format!("{:08x}", (story * 64 + n) * 2_654_435_761 % 0x7fff_ffff),
        host: Some(format!("paper{}.example", n % 3)),
        title: Some(format!("{person} in {town}")),
        published_at: Some(format!("2031-{:02}-{:02}", 1 + day / 28, 1 + day % 28)),
        text: text.collect::<Vec<_>>().join(". "),
        names: vec![name("person", &person), name("place", &town)],
        ..Report::default()
    }
}

fn run(days: &[Vec<Report>]) -> Vec<Day> {
    let mut stream = Stream::default();
    days.iter().map(|reports| stream.day(reports.clone())).collect()
}

/// Story and thread of each document at the end of a run.
fn ends(days: &[Day]) -> BTreeMap<String, (String, String)> {
    let redirects: BTreeMap<_, _> = days.iter().flat_map(|d| d.redirects.clone()).collect();
    let now = |id: &String| {
        let mut id = id;
        while let Some(next) = redirects.get(id) {
            id = next;
        }
        id.clone()
    };
    let placed = days.iter().flat_map(|d| &d.placed);
    placed.map(|p| (p.doc.clone(), (now(&p.story), now(&p.thread)))).collect()
}

#[test]
fn every_report_is_placed_once_and_stories_lie_in_threads() {
    let (news, days) = (news(12), run(&news(12)));
    let given: BTreeSet<&String> = news.iter().flatten().map(|r| &r.doc).collect();
    let placed: Vec<&String> = days.iter().flat_map(|d| &d.placed).map(|p| &p.doc).collect();
    assert_eq!(placed.len(), given.len());
    assert_eq!(placed.into_iter().collect::<BTreeSet<_>>(), given);
    let mut thread_of = BTreeMap::new();
    for (story, thread) in ends(&days).into_values() {
        assert_eq!(thread_of.entry(story).or_insert(thread.clone()), &thread);
    }
}

#[test]
fn reports_of_one_happening_are_one_story() {
    let ends = ends(&run(&news(12)));
    let happening = |doc: &str| doc.split_once('.').expect("a dot").0.to_string();
    let found: BTreeSet<_> = ends.iter().map(|(doc, (story, _))| (happening(doc), story)).collect();
    let stories: BTreeSet<_> = found.iter().map(|(_, story)| story).collect();
    let happenings: BTreeSet<_> = found.iter().map(|(name, _)| name).collect();
    assert_eq!((found.len(), stories.len()), (happenings.len(), happenings.len()));
}

#[test]
fn the_order_within_a_day_changes_nothing() {
    let sorted = news(10);
    let wanted = run(&sorted);
    for step in [1, 5, 7] {
        let mut mixed = sorted.clone();
        for reports in &mut mixed {
            reports.reverse();
            let n = reports.len();
            reports.rotate_left(step % n.max(1));
        }
        assert_eq!(run(&mixed), wanted);
    }
}

#[test]
fn ids_keep_their_meaning_when_more_comes() {
    let news = news(12);
    let whole = run(&news);
    for cut in [1, 4, 11] {
        assert_eq!(run(&news[..cut]), whole[..cut], "what is said of a day hangs on no later day");
    }
    let known: BTreeSet<&String> =
        whole.iter().flat_map(|d| &d.placed).flat_map(|p| [&p.story, &p.thread]).collect();
    for (from, to) in whole.iter().flat_map(|d| &d.redirects) {
        assert!(known.contains(from) && known.contains(to) && from != to, "{from} {to}");
    }
    assert!(
        ends(&whole).values().all(|(story, thread)| known.is_superset(&[story, thread].into()))
    );
}

#[test]
fn what_is_outside_the_window_is_another_story() {
    let apart = |window: u16| {
        let mut stream = Stream::new(window);
        let days = [report(5, 0, 0), report(5, 1, 20)].map(|r| stream.day(vec![r]));
        days[0].placed[0].story != days[1].placed[0].story
    };
    assert_eq!([apart(30), apart(20), apart(19)], [false, false, true]);
}

#[test]
fn reports_without_a_date_are_grouped_as_well() {
    let bare = |n| Report { published_at: None, ..report(9, n, 0) };
    let other = Report { doc: "x".into(), published_at: None, ..report(10, 0, 0) };
    let day = Stream::default().day(vec![bare(0), bare(1), other]);
    let story = |doc: &str| &day.placed.iter().find(|p| p.doc == doc).expect("placed").story;
    assert_eq!(story("d9.0"), story("d9.1"));
    assert_ne!(story("d9.0"), story("x"));
    assert_eq!(Stream::default().day(Vec::new()), Day::default());
}

#[test]
fn a_story_of_hundreds_of_reports_is_one() {
    let mut stream = Stream::default();
    let days =
        (0..4).map(|day| stream.day((0..90).map(|n| report(7, day * 90 + n, day)).collect()));
    let days: Vec<Day> = days.collect();
    let stories: BTreeSet<String> = ends(&days).into_values().map(|(story, _)| story).collect();
    assert_eq!(stories.len(), 1);
}

#[test]
fn what_is_written_down_and_taken_up_goes_on_as_if_nothing_had_been() {
    let (news, whole) = (news(12), run(&news(12)));
    let mut stream = Stream::default();
    let mut days = Vec::new();
    for reports in &news {
        let (mut written, mut again) = (Vec::new(), Vec::new());
        stream.save(&mut written).expect("memory takes it");
        stream = Stream::load(&written).expect("the same");
        stream.save(&mut again).expect("memory takes it");
        assert_eq!(again, written);
        assert!(Stream::load(&written[..written.len() - 1]).is_none());
        days.push(stream.day(reports.clone()));
    }
    assert_eq!(days, whole);
}

#[test]
fn a_story_has_the_id_of_its_first_document() {
    let days = run(&news(3));
    let first = &days[0].placed[0];
    assert_eq!(first.story, verbale_story::grouping::id_of_first(&first.key));
}
