//! A record's rows in the ledger.

use super::pairs::{head, pairs};
use super::summary::{count, day};
use crate::{month, pack};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::HashMap;
use verbale_record::{Event, Participant, Record, SCHEMA_VERSION};

/// Who made a record, as text; the same text is the same producer.
pub(crate) struct Made<'p>(pub &'p str);

/// Adds a record; gives its number, or none where its document is there already.
pub(crate) fn insert(
    ledger: &Connection,
    record: &Record,
    made: &Made,
) -> rusqlite::Result<Option<i64>> {
    let doc = &record.doc;
    let sql = "INSERT INTO documents (doc_key, doc_id, path, url, outlet, title, published_at,
        published_on, month, n_statements, n_events, producer)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) ON CONFLICT DO NOTHING";
    let published = month::day(doc);
    let added = ledger.prepare_cached(sql)?.execute(params![
        doc.key,
        doc.id,
        doc.path,
        doc.url,
        doc.outlet.as_ref().map(|o| &o.name),
        doc.title,
        doc.published_at,
        published,
        month::of(published),
        record.statements.len(),
        record.events.len(),
        producer(ledger, made)?,
    ])?;
    if added == 0 {
        return Ok(None);
    }
    let document = ledger.last_insert_rowid();
    rows(ledger, document, record)?;
    Ok(Some(document))
}

/// All that a document has below its own row.
fn rows(ledger: &Connection, document: i64, record: &Record) -> rusqlite::Result<()> {
    let body = "INSERT INTO records (document, schema, body) VALUES (?1, ?2, ?3)";
    let body = ledger.prepare_cached(body)?.execute(params![
        document,
        SCHEMA_VERSION,
        pack::packed(record)
    ]);
    body?;
    let words = "INSERT INTO words (rowid, title, text) VALUES (?1, ?2, ?3)";
    let (title, text) = (&record.doc.title, &record.doc.text);
    ledger.prepare_cached(words)?.execute(params![document, title, text])?;
    let statements = statements(ledger, document, record)?;
    for event in &record.events {
        let id = self::event(ledger, document, record, event)?;
        participants(ledger, id, "actor", &event.actors)?;
        participants(ledger, id, "recipient", &event.recipients)?;
        pair_rows(ledger, id, day(record, event), event)?;
        let sql = "INSERT INTO voices (event, depth, statement) VALUES (?1, ?2, ?3)";
        let mut voices = ledger.prepare_cached(sql)?;
        for (statement, depth) in event.according_to.iter().zip(1..) {
            // A record holds the statements that it names.
            let Some(statement) = statements.get(statement.as_str()) else { continue };
            voices.execute(params![id, depth, statement])?;
        }
    }
    count(ledger, record, 1)
}

/// Puts another record in the place of one; its part has to be made again.
pub(crate) fn replace(
    ledger: &Connection,
    document: i64,
    old: &Record,
    new: &Record,
    made: &Made,
) -> rusqlite::Result<()> {
    count(ledger, old, -1)?;
    for sql in [
        "DELETE FROM words WHERE rowid = ?1",
        "DELETE FROM events WHERE document = ?1",
        "DELETE FROM statements WHERE document = ?1",
        "DELETE FROM records WHERE document = ?1",
        "UPDATE parts SET settled = 0 WHERE id = (SELECT part FROM documents WHERE id = ?1)",
    ] {
        ledger.prepare_cached(sql)?.execute([document])?;
    }
    let sql = "UPDATE documents SET n_statements = ?2, n_events = ?3, producer = ?4 WHERE id = ?1";
    let (statements, events) = (new.statements.len(), new.events.len());
    let producer = producer(ledger, made)?;
    ledger.prepare_cached(sql)?.execute(params![document, statements, events, producer])?;
    rows(ledger, document, new)
}

/// Notes that a document would be made as it is by another producer.
pub(crate) fn confirm(ledger: &Connection, document: i64, made: &Made) -> rusqlite::Result<()> {
    let producer = producer(ledger, made)?;
    let sql = "UPDATE documents SET producer = ?2 WHERE id = ?1";
    ledger.prepare_cached(sql)?.execute([document, producer]).map(drop)
}

fn producer(ledger: &Connection, made: &Made) -> rusqlite::Result<i64> {
    let mut find = ledger.prepare_cached("SELECT id FROM producers WHERE made_by = ?1")?;
    if let Some(id) = find.query_row([made.0], |row| row.get(0)).optional()? {
        return Ok(id);
    }
    ledger.execute("INSERT INTO producers (made_by) VALUES (?1)", [made.0])?;
    Ok(ledger.last_insert_rowid())
}

/// The numbers of the statements, by their ids in the document.
fn statements<'r>(
    ledger: &Connection,
    document: i64,
    record: &'r Record,
) -> rusqlite::Result<HashMap<&'r str, i64>> {
    let sql = "INSERT INTO statements (document, statement_id, speaker, speaker_code,
        speaker_entity, stance, negated, confidence) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    let mut insert = ledger.prepare_cached(sql)?;
    let mut numbers = HashMap::new();
    for statement in &record.statements {
        let speaker = statement.speaker.as_ref();
        insert.execute(params![
            document,
            statement.id,
            speaker.and_then(|s| s.name.as_ref()),
            speaker.and_then(|s| s.code.as_ref()),
            speaker.and_then(|s| s.entity.as_ref()),
            statement.stance,
            statement.negated,
            statement.confidence,
        ])?;
        numbers.insert(statement.id.as_str(), ledger.last_insert_rowid());
    }
    Ok(numbers)
}

fn event(
    ledger: &Connection,
    document: i64,
    record: &Record,
    event: &Event,
) -> rusqlite::Result<i64> {
    let sql = "INSERT INTO events (document, event_id, day, type, mode, quad, intensity, polarity,
        modality, claim, place, place_country, confidence)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
    let place = event.place.as_ref();
    ledger.prepare_cached(sql)?.execute(params![
        document,
        event.id,
        day(record, event),
        event.kind,
        event.mode,
        event.quad,
        event.intensity,
        event.polarity,
        event.modality,
        event.is_claim(),
        place.and_then(|p| p.name.as_ref()),
        place.and_then(|p| p.country.as_ref()),
        event.confidence,
    ])?;
    Ok(ledger.last_insert_rowid())
}

fn participants(
    ledger: &Connection,
    event: i64,
    role: &str,
    side: &[Participant],
) -> rusqlite::Result<()> {
    let sql = "INSERT INTO participants (event, role, position, entity, code, name)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let mut insert = ledger.prepare_cached(sql)?;
    for (who, position) in side.iter().zip(1..) {
        let name = who.name.as_ref().unwrap_or(&who.text);
        insert.execute(params![event, role, position, who.entity, who.code, name])?;
    }
    Ok(())
}

fn pair_rows(
    ledger: &Connection,
    id: i64,
    day: Option<&str>,
    event: &Event,
) -> rusqlite::Result<()> {
    let sql = "INSERT INTO pairs (actor_head, recipient_head, day, event, actor, recipient)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let mut insert = ledger.prepare_cached(sql)?;
    for (actor, recipient) in pairs(event) {
        insert.execute(params![head(actor), head(recipient), day, id, actor, recipient])?;
    }
    Ok(())
}
