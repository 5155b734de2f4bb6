"""Files of Discourse Network Analyzer: what is written there, and read back."""

from __future__ import annotations

import base64
import os
import sqlite3
from pathlib import Path

import pytest

import verbale
import verbale.dna
from conftest import STORIES
from verbale.dna import _schema
from verbale.dna._text import Units, short

SAMPLE = Path(os.environ.get("VERBALE_DATA", "/work/shared/data")) / "dna" / "sample.dna"

TEXT = (
    "Ships \U0001f6a2 came in.\n\nKenya said that Uganda had attacked Togo. "
    "Uganda denied that it had attacked Togo. "
    "Togo did not say that Uganda had attacked Benin. "
    "Mali asked whether Uganda had attacked Togo. "
    "Peru believes that Chile attacked Togo. "
    "Ghana promised to send troops to Mali. "
    "Kenyan President Amina Otieno said Uganda had not attacked Togo. "
    "Chile said that Peru had said that Uganda attacked Togo. "
    "Benin allegedly attacked Togo. "
    "Uganda attacked Mali."
)


def told(text: str = TEXT, **more: str) -> verbale.Record:
    """The record of a text of a known day."""
    return verbale.code(text, published="2031-03-05", **more)


def rows(records: list[verbale.Record], path: Path, **more: bool) -> list[verbale.dna.Row]:
    """What is read of what was written."""
    verbale.dna.export(records, path, overwrite=True, **more)
    return verbale.dna.read(path)


def query(path: Path, sql: str) -> list[tuple[object, ...]]:
    """Ask a file."""
    file = sqlite3.connect(path)
    try:
        return file.execute(sql).fetchall()
    finally:
        file.close()


def test_only_what_a_named_speaker_asserts_or_denies_is_a_position(tmp_path: Path) -> None:
    found = [(r.person, r.organization, r.concept, r.agreement) for r in rows([told()], tmp_path / "a.dna")]
    concept = "Uganda ASSAULT Togo"
    assert found == [
        ("", "Kenya", concept, True),
        ("", "Uganda", concept, False),
        ("Amina Otieno", "KEN.GOV.PRES", concept, False),
    ]


def test_rows_are_the_positions_that_were_written(tmp_path: Path) -> None:
    stories = [s for s in STORIES if s.get("text", "").strip() and "published_at" in s]
    records = [told(), *verbale.code(stories)]
    records = [record for record in records if record.rejected is None]
    read = rows(records, tmp_path / "a.dna")
    want = []
    for n, record in enumerate(records, start=1):
        for position in verbale.dna.positions(record):
            start = min(span.start for span in position.statement.content)
            end = max(span.end for span in position.statement.content)
            want.append((n, start, end, record.doc.text[start:end], position.concept, position.agreement))
    assert len(want) > 3
    assert [(r.document_id, r.start, r.end, r.words, r.concept, r.agreement) for r in read] == sorted(
        want, key=lambda row: row[:2]
    )
    assert {r.date for r in read[:3]} == {"2031-03-05"}
    assert {r.coder for r in read} == {"Verbale"}
    assert [title for (title,) in query(tmp_path / "a.dna", "SELECT Title FROM DOCUMENTS ORDER BY ID")] == [
        record.doc.title or record.doc.id for record in records
    ]


def test_a_file_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.dna"
    n_rows = len(rows([told()], path))
    assert query(path, "PRAGMA foreign_key_check") == []
    assert query(path, "PRAGMA integrity_check") == [("ok",)]
    n_entities = query(path, "SELECT count(*) FROM ENTITIES")[0][0]
    assert query(path, "SELECT count(*) FROM ATTRIBUTEVALUES") == [(3 * int(str(n_entities)),)]
    assert query(path, "SELECT count(*) FROM ENTITIES WHERE Value = ''") == [(3,)]
    assert query(path, "SELECT count(*) FROM DATASHORTTEXT") == [(3 * n_rows,)]
    assert query(path, "SELECT count(*) FROM DATABOOLEAN") == [(n_rows,)]
    # SQLite counts letters from 1; the ship before them takes two units of UTF-16.
    words = (
        "SELECT substr(Text, Start, Stop - Start) FROM DOCUMENTS d JOIN STATEMENTS s ON d.ID = s.DocumentId"
    )
    assert query(path, f"{words} ORDER BY s.ID LIMIT 1") == [("that Uganda had attacked Togo",)]


def test_the_same_records_give_the_same_file(tmp_path: Path) -> None:
    files = [tmp_path / "a.dna", tmp_path / "b.dna"]
    for file in files:
        verbale.dna.export([told()], file)
    assert files[0].read_bytes() == files[1].read_bytes()
    with pytest.raises(verbale.OutputError, match="overwrite=True"):
        verbale.dna.export([told()], files[0])
    assert sorted(tmp_path.iterdir()) == files


@pytest.mark.skipif(not SAMPLE.is_file(), reason=f"{SAMPLE} is not here: the schema is not compared with one")
def test_the_schema_is_that_of_the_program(tmp_path: Path) -> None:
    path = tmp_path / "a.dna"
    verbale.dna.export([told()], path)
    schema = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY rowid"
    assert query(path, schema) == query(SAMPLE, schema)
    variables = "SELECT ID, Variable, DataType, StatementTypeId FROM VARIABLES WHERE StatementTypeId = 1"
    assert query(path, variables) == query(SAMPLE, variables)
    attributes = "SELECT * FROM ATTRIBUTEVARIABLES WHERE VariableId < 4 ORDER BY ID"
    assert query(path, attributes) == query(SAMPLE, attributes)
    assert query(path, "SELECT * FROM SETTINGS ORDER BY 1") == query(
        SAMPLE, "SELECT * FROM SETTINGS ORDER BY 1"
    )


@pytest.mark.skipif(not SAMPLE.is_file(), reason=f"{SAMPLE} is not here: no file of the program is read")
def test_a_file_of_the_program_is_read(tmp_path: Path) -> None:
    found = verbale.dna.read(SAMPLE)
    count = "SELECT count(*) FROM STATEMENTS WHERE StatementTypeId = 1"
    assert [(len(found),)] == query(SAMPLE, count)
    assert all(row.words and row.concept and row.agreement is not None for row in found)
    assert {row.agreement for row in found} == {True, False}
    assert verbale.dna.read(SAMPLE, type="no such type") == []


@pytest.mark.skipif(not SAMPLE.is_file(), reason=f"{SAMPLE} is not here: passwords are not compared")
def test_passwords_are_hashed_as_the_program_does(tmp_path: Path) -> None:
    kept = str(query(SAMPLE, "SELECT Password FROM CODERS WHERE ID = 1")[0][0])
    salt = base64.b64decode(kept)[:16]
    assert _schema.hashed("sample", salt) == kept
    assert _schema.hashed("other", salt) != kept
    verbale.dna.export([], tmp_path / "a.dna", password="sesame")
    ours = [str(row[0]) for row in query(tmp_path / "a.dna", "SELECT Password FROM CODERS")]
    assert ours == [_schema.hashed("sesame", _schema.salt_of(name)) for name in ("Admin", "Verbale")]


def test_people_of_one_name_are_told_apart_unless_joined(tmp_path: Path) -> None:
    texts = [
        "Kenyan Senator Tom Abara said that Uganda had attacked Togo.",
        "Tom Abara, a Kenyan senator, denied that Uganda had attacked Togo.",
    ]
    records = [told(text, id=str(n)) for n, text in enumerate(texts)]
    apart = rows(records, tmp_path / "a.dna")
    assert apart[0].person == "Tom Abara"
    assert apart[1].person.startswith("Tom Abara (x:")
    assert [row.person for row in rows(records, tmp_path / "b.dna", join=True)] == ["Tom Abara"] * 2


def test_a_document_without_a_date_stays_out(tmp_path: Path) -> None:
    records = [verbale.code(TEXT, id="undated"), told()]
    done = verbale.dna.export(records, tmp_path / "a.dna")
    assert (done.documents, done.statements, done.undated) == (1, 3, ["undated"])


def test_ones_own_concepts(tmp_path: Path) -> None:
    def grain(record: verbale.Record) -> list[verbale.dna.Position]:
        said = [s for s in record.statements if "grain" in record.quote(s.content)]
        return [verbale.dna.Position(s, "grain is discussed", True) for s in said]

    record = told("Kenya said that the grain had come. Uganda said that it was late.")
    verbale.dna.export([record], tmp_path / "a.dna", concepts=grain)
    (row,) = verbale.dna.read(tmp_path / "a.dna")
    assert (row.organization, row.concept) == ("Kenya", "grain is discussed")


@pytest.mark.parametrize("content", [b"", b"no database at all, but words in a row " * 40])
def test_what_is_no_such_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.dna"
    with pytest.raises(verbale.InputError, match="no such file"):
        verbale.dna.read(path)
    path.write_bytes(content)
    with pytest.raises(verbale.InputError, match="no file of Discourse Network Analyzer"):
        verbale.dna.read(path)


def test_offsets_go_there_and_back() -> None:
    text = "a\U0001f30ab\U0001f1f5\U0001f1eac\u0301d"
    units = Units(text)
    for point in range(len(text) + 1):
        assert units.of(point) == len(text[:point].encode("utf-16-le")) // 2
        assert units.point(units.of(point)) == point
    assert units.point(2) == 1  # In the middle of a letter.


def test_long_names_stay_apart() -> None:
    one, other = short("x" * 300), short("x" * 301)
    assert len(one) < 191
    assert one != other
    assert short(" a\n b ") == "a b"
