"""Tables and models of the user's own: the records of the command with the same ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import verbale
from conftest import ROOT, Run

STORY: dict[str, Any] = {
    "id": "wells",
    "published_at": "2031-03-05",
    "text": "Ghana bugged Togo. Amina Doroba thanked Chad, and Peru accused Chile of lying.",
}
PERSON = "name\taliases\tcountry\toffice\tfrom\tto\tqid\tgender\tsource\n" + (
    "Amina Doroba\t\tGHA\tGOV.MFA\t2030-01-01\t\t\tf\tinvented\n"
)


@pytest.fixture(autouse=True)
def _as_at_first() -> Iterator[None]:
    """Other tests code with the built-in tables."""
    yield
    verbale.configure()


@pytest.fixture
def lexicons(tmp_path: Path) -> Path:
    """A folder with a table in which a verb is a word of accusing."""
    folder = tmp_path / "lexicons"
    folder.mkdir()
    table = (ROOT / "lexicons/en/events.tsv").read_text(encoding="utf-8")
    (folder / "events.tsv").write_text(
        f"{table.rstrip()}\nbug|wiretap\tverb\t\t\t\tsubj\tobj\tACCUSE\n", encoding="utf-8"
    )
    return folder


@pytest.fixture
def persons(tmp_path: Path) -> Path:
    """A file with a row of a person who is invented."""
    file = tmp_path / "persons-mine.tsv"
    file.write_text(PERSON, encoding="utf-8")
    return file


def acts() -> list[tuple[str, str | None, str | None]]:
    """What was done in the story, by whom and to whom."""
    events = verbale.code(STORY).events
    return [(event.type, event.actors[0].code, event.recipients[0].code) for event in events]


def test_own_tables_code_as_those_of_the_command(lexicons: Path, persons: Path, lines: Any) -> None:
    before = verbale.code(STORY).json()
    assert ("ACCUSE", "GHA", "TGO") not in acts()
    verbale.configure(lexicons=lexicons, atlas=persons)
    assert {("ACCUSE", "GHA", "TGO"), ("SUPPORT", "GHA.GOV.MFA", "TCD")} <= set(acts())
    assert [verbale.code(STORY).json()] == lines([STORY], "--lexicons", lexicons, "--atlas", persons)
    assert verbale.atlas.lookup("Amina Doroba", "2031-03-05")[0].code == "GHA.GOV.MFA"
    assert f"{lexicons}/events.tsv" in verbale.explain(STORY, "e1")
    verbale.configure()
    assert verbale.code(STORY).json() == before


def test_a_table_is_read_anew_with_each_call(persons: Path) -> None:
    verbale.configure(atlas=[persons])
    assert "GHA.GOV.MFA" in {actor for _, actor, _ in acts()}
    persons.write_text(PERSON.replace("GHA", "TGO"), encoding="utf-8")
    verbale.configure(atlas=[persons])
    assert "TGO.GOV.MFA" in {actor for _, actor, _ in acts()}


def test_a_file_at_fault_is_named_and_changes_nothing(lexicons: Path, persons: Path, tmp_path: Path) -> None:
    verbale.configure(atlas=persons)
    before = verbale.code(STORY).json()
    (lexicons / "events.tsv").write_text("lemmas\tpos\tpartcle\nbug\tverb\tup\n", encoding="utf-8")
    with pytest.raises(verbale.InputError, match=r"lexicons/events\.tsv"):
        verbale.configure(lexicons=lexicons)
    persons.write_text(PERSON.replace("2030-01-01", "2030-13-01"), encoding="utf-8")
    with pytest.raises(verbale.InputError, match=r"persons-mine\.tsv, line 2"):
        verbale.configure(atlas=persons)
    model = tmp_path / "model.bin"
    model.write_bytes(b"no model")
    with pytest.raises(verbale.InputError, match=r"model\.bin: "):
        verbale.configure(model=model)
    assert verbale.code(STORY).json() == before


def test_a_line_that_never_counts_is_told(lexicons: Path) -> None:
    cues = (ROOT / "lexicons/en/cues.tsv").read_text(encoding="utf-8").rstrip()
    again = "say\tverb\tq\tspeech\tdeny\n"
    (lexicons / "cues.tsv").write_text(f"{cues}\n{again}{again}", encoding="utf-8")
    with pytest.warns(verbale.InputWarning, match="one of them never counts"):
        verbale.configure(lexicons=lexicons)


def test_a_store_codes_again_what_other_tables_made(persons: Path, tmp_path: Path, run: Run) -> None:
    verbale.configure(atlas=persons)
    store = verbale.Store(tmp_path / "store")
    store.add([STORY])
    assert b"0 documents coded again" in run("recode", store.path, "--atlas", persons).stderr
    assert b"1 documents coded again" in run("recode", store.path).stderr
