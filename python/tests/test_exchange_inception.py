"""INCEpTION: records come back from a CAS as they were, by XMI and by JSON, and edits hold."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import pytest

import verbale
from exchange_cases import coded, hard, mention, record
from verbale.exchange import inception

cassis = pytest.importorskip("cassis")

HARD = hard()
STATEMENT, EVENT, MENTION = "verbale.Statement", "verbale.Event", "verbale.Mention"
NAMED_ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
SENTENCE = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"


def in_order(of: verbale.Record) -> dict[str, Any]:
    """A record with its parts in the order of their numbers, the order that a CAS can tell."""
    value = of.dict()
    for key in ("mentions", "statements", "events"):
        value[key].sort(key=lambda part: (int("".join(re.findall(r"\d", part["id"])) or 0), part["id"]))
    return value


@pytest.mark.parametrize("form", ["xmi", "json"])
def test_all_records_come_back(form: Literal["xmi", "json"], tmp_path: Path) -> None:
    records = [*coded(), *HARD.values()]
    assert inception.write(records, tmp_path, form=form) == len(records)
    again = sorted((in_order(one) for one in inception.read(tmp_path)), key=json.dumps)
    assert again == sorted((in_order(one) for one in records), key=json.dumps)
    assert again[0] != again[-1]


@pytest.mark.parametrize("name", [name for name in HARD if name != "overlap"])
def test_hard_records_come_back(name: str) -> None:
    assert inception.load(inception.dump(HARD[name])) == HARD[name]


def test_what_is_written_is_what_dkpro_cassis_loads() -> None:
    n = 0
    for of in [*coded()[::3], *HARD.values()]:
        cas = inception.dump(of)
        types = cassis.load_typesystem(cas.typesystem.to_xml())
        again = cassis.load_cas_from_xmi(cas.to_xmi(), typesystem=types)
        assert cassis.cas_to_comparable_text(again) == cassis.cas_to_comparable_text(cas)
        names = [
            one for one in of.mentions if one.form in ("name", "demonym", "metonym") and one.kind != "time"
        ]
        entities = again.select(NAMED_ENTITY)
        assert sorted((fs.begin, fs.end) for fs in entities) == sorted((one.start, one.end) for one in names)
        assert len(again.select(STATEMENT)) == len(of.statements)
        n += len(entities)
    assert n > 300


def test_all_text_stands_in_sentences() -> None:
    for of in coded():
        sentences = [(fs.begin, fs.end) for fs in inception.dump(of).select(SENTENCE)]
        assert all(one[1] <= other[0] for one, other in pairwise(sentences))
        shown = "".join(of.doc.text[start:end] for start, end in sentences)
        assert "".join(shown.split()) == "".join(of.doc.text.split())
        assert {one.sentence for one in of.statements} <= set(sentences)


def test_offsets_are_those_of_uima(tmp_path: Path) -> None:
    inception.write([HARD["astral"]], tmp_path)
    words = (tmp_path / "hard.xmi").read_text("utf-8")
    text, start = HARD["astral"].doc.text, HARD["astral"].mentions[0].start
    units = len(text[:start].encode("utf-16-le")) // 2
    assert units > start
    assert re.search(rf'<\w+:Mention [^>]*begin="{units}"[^>]*kind="country"', words)
    assert (tmp_path / "TypeSystem.xml").read_text("utf-8").count("<name>verbale.") == 6


def test_control_characters() -> None:
    text = "One\x00two\x0bthree\ufffe \U0001f6a2 said."
    of = verbale.Record(json.dumps(record(text, mentions=[mention("m1", text, 4, 9)])))
    assert inception.load(inception.dump(of)) == of


@pytest.mark.parametrize(("form", "want"), [("xmi", "One\ufffdtwo\ufffd"), ("json", "One\x00two\x0b")])
def test_control_characters_in_files(form: Literal["xmi", "json"], want: str, tmp_path: Path) -> None:
    of = verbale.Record(
        json.dumps(record("One\x00two\x0b", mentions=[mention("m1", "One\x00two\x0b", 4, 8)]))
    )
    inception.write([of], tmp_path, form=form)
    (again,) = inception.read(tmp_path)
    assert again.doc.text == want
    assert again.mentions[0].text == want[4:8]


def test_what_is_edited_holds() -> None:
    text = "Ghana accused Togo of closing the border, a minister said. Benin left. She told Mali."
    of = verbale.code(text, published="2031-03-05")
    cas = inception.dump(of)
    types = cas.typesystem
    ghana = next(fs for fs in cas.select(NAMED_ENTITY) if fs.begin == 0)
    assert ghana.identifier == "http://www.wikidata.org/entity/Q117"
    ghana.identifier = "http://www.wikidata.org/entity/Q1"
    accusation = next(fs for fs in cas.select(EVENT) if fs.eventType == "ACCUSE")
    accusation.polarity = "-"
    for fs in cas.select(MENTION):
        if fs.get_covered_text() == "Mali":
            cas.remove(fs)
    remark = types.get_type(STATEMENT)(begin=75, end=79, stance="deny")
    target = next(fs for fs in cas.select(MENTION) if fs.begin == 14)
    link = types.get_type("verbale.Link")(role="speaker", target=target)
    remark.speaker = types.get_type("uima.cas.FSArray")(elements=[link])
    cas.add(remark)
    made = inception.load(cassis.load_cas_from_xmi(cas.to_xmi(), typesystem=types))
    assert made.mentions[0].entity == "Q1"
    event = next(event for event in made.events if event.type == "ACCUSE")
    assert (event.actors[0].entity, event.polarity) == ("Q1", "-")
    assert event.according_to == next(one for one in of.events if one.type == "ACCUSE").according_to != []
    added = made.statements[-1]
    assert (added.id, added.stance, added.by, added.confidence) == (
        f"s{len(of.statements) + 1}",
        "deny",
        "inception",
        1,
    )
    assert made.quote(added.cue) == "told"
    assert added.speaker is not None
    assert (added.speaker.code, added.speaker.named) == ("TGO", True)
    mali = next(one for one in made.mentions if one.text == "Mali")
    assert (mali.by, mali.kind, mali.entity) == ("inception", "place", "Q912")


def test_what_is_no_cas_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xmi").write_text("<a/>", encoding="utf-8")
    with pytest.raises(verbale.InputError, match=r"a\.xmi: no"):
        list(inception.read(tmp_path))
    (tmp_path / "a.xmi").unlink()
    for words in ("{", "[]", "{}"):
        (tmp_path / "b.json").write_text(words, encoding="utf-8")
        with pytest.raises(verbale.InputError, match=r"b\.json: no"):
            list(inception.read(tmp_path))
    cas = inception.dump(HARD["astral"])
    cas.select(MENTION)[0].record = "[]"
    with pytest.raises(verbale.InputError, match="CAS: the feature record of a verbale"):
        inception.load(cas)
