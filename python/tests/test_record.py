"""Parts of a record, words at offsets, pickling."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import verbale
from conftest import STORIES

RECORDS = verbale.code(STORIES)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.doc.id)
def test_parts_are_what_the_line_has(record: verbale.Record) -> None:
    """Every value of the JSON is there under its name, and nothing else is but what is left out."""
    value = json.loads(record.json())
    for name in ("doc", "mentions", "statements", "events", "layers", "notes"):
        check(getattr(record, name), value[name])
    assert (record.schema, record.version) == (value["schema"], value["version"])
    assert record.dict() == value


def check(part: Any, value: Any) -> None:
    """Whether a part says what its JSON says."""
    if isinstance(value, list):
        assert len(part) == len(value)
        for one, of in zip(part, value, strict=True):
            check(one, of)
    elif isinstance(value, dict):
        fields = getattr(type(part), "__dataclass_fields__", None) or part._fields
        for name in fields:
            if name in value:
                check(getattr(part, name), value[name])
            else:
                assert not getattr(part, name)
        assert set(value) <= set(fields)
    else:
        assert part == value


def spans(record: verbale.Record) -> Iterator[tuple[Any, str]]:
    """Everything in a record that has offsets and says its words."""
    for mention in record.mentions:
        yield mention, mention.text
    for event in record.events:
        for party in event.actors + event.recipients:
            yield party, party.text
        for size in event.size:
            yield size, size.text


def test_offsets_are_code_points() -> None:
    n = 0
    for record in RECORDS:
        for span, words in spans(record):
            assert record.doc.text[span.start : span.end] == words == record.words(span)
            n += 1
    assert n > 30
    signs = RECORDS[2]
    assert any(span.start > 20 for span, _ in spans(signs))
    peru = next(m for m in signs.mentions if m.text == "Peru")
    assert signs.doc.text[: peru.start].encode("utf-16-le") != b""
    assert len(signs.doc.text[: peru.start].encode()) > peru.start, "bytes and code points differ"
    quoted = next(s for s in signs.statements if s.verbatim)
    assert signs.quote(quoted.verbatim) == "We never crossed \U0001f30a the border,"
    assert signs.words((0, 1)) == "\U0001f6a2"


def test_voices() -> None:
    record = RECORDS[0]
    event = next(e for e in record.events if e.claim)
    assert [s.id for s in record.voices(event)] == event.according_to
    assert record.global_id(event.id) == f"{record.doc.key}#{event.id}"
    assert record.event(event.id) is event
    assert record.event("e99") is None
    accusation = next(e for e in RECORDS[2].events if e.type == "ACCUSE")
    statement = RECORDS[2].statement_of(accusation)
    assert statement is not None
    assert statement.stance == "accuse"


def test_entities_are_those_of_the_table() -> None:
    rows = verbale.tables(RECORDS).entities.pyarrow().to_pylist()
    found = [(r.doc.key, e) for r in RECORDS for e in r.entities]
    assert [(key, e.id, e.kind, e.name, e.codes, len(e.mentions)) for key, e in found] == [
        (row["doc_key"], row["entity"], row["kind"], row["name"], row["codes"], row["n_mentions"])
        for row in rows
    ]


def test_records_are_values() -> None:
    record = RECORDS[0]
    _ = record.events
    for again in (pickle.loads(pickle.dumps(record)), copy.deepcopy(record), verbale.Record(record.json())):
        assert again == record
        assert again.json() == record.json()
        assert again.events == record.events
    assert len({record, RECORDS[1], pickle.loads(pickle.dumps(record))}) == 2
    assert record != record.json()
    event = pickle.loads(pickle.dumps(record.events[0]))
    assert event == record.events[0]
    with pytest.raises(AttributeError):
        event.type = "AID"
    assert (
        repr(record) == f"<Record 'wells': {len(record.statements)} statements, {len(record.events)} events>"
    )


def test_a_line_that_is_no_record_is_refused() -> None:
    value = RECORDS[0].dict()
    value["mentions"][0]["end"] = 10**6
    for line, why in [
        ("{}", "no field `schema`"),
        ("[", "not a record"),
        (json.dumps(value), "outside the text"),
    ]:
        with pytest.raises(verbale.InputError, match=why):
            verbale.Record(line)


def test_older_records_are_read() -> None:
    line = '{"schema":1,"version":"0.1.0","doc":{"id":"a","text":"Rain fell.","sha256":""}}'
    assert verbale.Record(line).schema == RECORDS[0].schema


def test_a_record_is_told_as_the_command_tells_it(run: Callable[..., Any]) -> None:
    story = STORIES[0]
    told = run("explain", "--input", "jsonl", "-", stdin=json.dumps(story).encode()).stdout.decode()
    assert str(verbale.code(story)) == told
