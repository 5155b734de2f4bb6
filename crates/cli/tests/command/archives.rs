//! Web archives as inputs: their pages with addresses, gzip by record, in a store once.

use crate::program::{Desk, packed};

/// A record of an archive that holds a page.
fn record(url: &str, text: &str) -> String {
    let page = format!(
        "<html><head><title>News</title></head><body><article><p>{text}</p></article></body></html>"
    );
    let answer = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}");
    format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2031-03-06T01:02:03Z\r\n\
         Content-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n{answer}\r\n\r\n",
        answer.len()
    )
}

const INFO: &str = "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Type: application/warc-fields\r\n\
                    Content-Length: 3\r\n\r\na:b\r\n\r\n";

fn archive() -> [String; 3] {
    let grain =
        "Kenya thanked Uganda for the grain on Monday, and the two ministers agreed to meet again.";
    let border =
        "Peru accused Ecuador of closing the border, and Ecuador denied that it had done so.";
    [
        INFO.to_string(),
        record("https://news.example/2031/03/05/grain", grain),
        record("https://news.example/border", border),
    ]
}

#[test]
fn pages_of_an_archive_are_coded() {
    let desk = Desk::new("archives");
    let members: Vec<u8> = archive().iter().flat_map(|r| packed(r.as_bytes())).collect();
    desk.put("in/day.warc", archive().concat()).put("day.warc.gz", &members);
    let plain = desk.run("code in").fine();
    let records = plain.records();
    assert_eq!(records.len(), 2);
    let doc = &records[0]["doc"];
    assert_eq!(doc["url"], "https://news.example/2031/03/05/grain");
    assert_eq!(doc["retrieved_at"], "2031-03-06T01:02:03Z");
    assert_eq!(doc["published_at"], "2031-03-05", "from its address");
    assert_eq!(doc["path"], "in/day.warc");
    assert_eq!(records[0]["events"][0]["actors"][0]["code"], "KEN");
    let zipped = desk.run("code day.warc.gz").fine();
    assert_eq!(zipped.ids(), plain.ids());
    let piped = desk.feed("code -", &members).fine();
    assert_eq!(piped.ids(), plain.ids(), "told by its first bytes");
    let forced = desk.feed("code --input warc -", &members).fine();
    assert_eq!(forced.out, piped.out);
}

#[test]
fn an_archive_goes_into_a_store_once() {
    let desk = Desk::new("archives-store");
    desk.put("day.warc", archive().concat()).put("again.warc", archive().concat());
    let told = ["2 documents added to store, 0 were there, 0 skipped"];
    desk.run("add store day.warc").ends(0, &told);
    let told = ["0 documents added to store, 2 were there, 0 skipped"];
    desk.run("add store again.warc").ends(0, &told);
}

#[test]
fn what_is_wrong_with_an_archive_is_named() {
    let desk = Desk::new("archives-wrong");
    let [info, grain, border] = archive();
    desk.put("cut.warc", format!("{info}{grain}{}", &border[..border.len() - 30]));
    let told = ["cut.warc:3: the archive ends in the middle of this record; fetch it again"];
    assert_eq!(desk.run("code cut.warc").ends(1, &told).records().len(), 1);
    desk.put("none.warc", info)
        .run("code none.warc")
        .ends(1, &["none.warc: no page of a news site"]);
    let other = record(
        "https://news.example/es",
        "El ministro de Exteriores del Perú negó el lunes que sus \
        ingenieros hubieran cruzado la frontera con el Ecuador.",
    );
    desk.put("es.warc", other)
        .run("code es.warc")
        .ends(1, &["es.warc:1: language: es; only English"]);
}
