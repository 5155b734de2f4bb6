"""Web Annotation and schema.org: valid, whole in expansion, and read back as they were.

The schemas of `jsonld/` are written from the recommendation and the definitions, the contexts have the part
of theirs that is needed.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import verbale
from exchange_cases import coded, hard
from verbale.exchange import schemaorg, webannotation

JSONLD = Path(__file__).parent / "jsonld"
OA = "http://www.w3.org/ns/oa#"
SCHEMA = "https://schema.org/"
HARD = hard()
RECORDS = [*coded(), *HARD.values()]
FILES = {"http://www.w3.org/ns/anno.jsonld": "anno.jsonld", "https://schema.org": "schemaorg.jsonld"}


def of_tests(name: str) -> Any:
    return json.loads((JSONLD / name).read_text(encoding="utf-8"))


CONTEXTS = {address: of_tests(name) for address, name in FILES.items()}


def local(address: str, _: Any) -> dict[str, Any]:
    """Loads the contexts of the tests, and nothing else."""
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": address,
        "document": CONTEXTS[address],
    }


def errors(schema: str, value: Any) -> list[str]:
    """What a schema says against a value."""
    jsonschema = pytest.importorskip("jsonschema")
    checker = jsonschema.Draft202012Validator(of_tests(schema))
    checker.check_schema(checker.schema)
    return [f"{error.json_path}: {error.message}" for error in checker.iter_errors(value)]


@pytest.mark.parametrize("name", HARD)
def test_hard_records_come_back(name: str) -> None:
    assert webannotation.load(webannotation.dump(HARD[name])) == HARD[name]


def test_all_records_come_back_through_a_folder(tmp_path: Path) -> None:
    assert webannotation.write(RECORDS, tmp_path) == len(RECORDS)
    again = sorted(one.json() for one in webannotation.read(tmp_path))
    assert again == sorted(one.json() for one in RECORDS)


@pytest.mark.parametrize(
    "module", [webannotation, schemaorg], ids=lambda module: module.__name__.rpartition(".")[2]
)
def test_what_is_written_is_valid(module: Any) -> None:
    schema = f"{module.__name__.rpartition('.')[2]}.schema.json"
    for of in RECORDS[::3] + list(HARD.values()):
        assert errors(schema, module.dump(of)) == []
    made = json.dumps(module.dump(coded()[0]))
    for right, wrong in [('"@context"', '"context"'), ('"id"', '"di"'), ('"@id"', '"@di"'), (":/", ": /")]:
        if right in made:
            assert errors(schema, json.loads(made.replace(right, wrong)))


@pytest.mark.parametrize(
    "module", [webannotation, schemaorg], ids=lambda module: module.__name__.rpartition(".")[2]
)
def test_nothing_is_lost_in_expansion(module: Any) -> None:
    """Every term has a meaning in the context: what is expanded and compacted again is what it was."""
    jsonld = pytest.importorskip("pyld.jsonld")
    options = {"documentLoader": local, "processingMode": "json-ld-1.1"}
    for of in RECORDS[::5] + list(HARD.values()):
        made = module.dump(of)
        expanded = jsonld.expand(made, options)
        compacted = jsonld.compact(expanded, made["@context"], {**options, "graph": "@graph" in made})
        assert module.load(compacted) == module.load(made)
    assert sum(len(of.statements) for of in RECORDS[::5]) > 50


def test_the_terms_of_the_recommendation() -> None:
    jsonld = pytest.importorskip("pyld.jsonld")
    of = verbale.code("Ghana accused Togo of closing the border, a minister said.", published="2031-03-05")
    (made,) = jsonld.expand(webannotation.dump(of), {"documentLoader": local})
    (page,) = made["http://www.w3.org/ns/activitystreams#first"]
    items = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    ghana = items[0]
    assert ghana["@type"] == [f"{OA}Annotation"]
    assert ghana[f"{OA}motivatedBy"] == [{"@id": f"{OA}identifying"}]
    assert {"@id": "http://www.wikidata.org/entity/Q117"} in [
        source for body in ghana[f"{OA}hasBody"] for source in body.get(f"{OA}hasSource", [])
    ]
    (target,) = ghana[f"{OA}hasTarget"]
    position, quote = target[f"{OA}hasSelector"]
    assert [position[f"{OA}{at}"][0]["@value"] for at in ("start", "end")] == [0, 5]
    assert quote[f"{OA}exact"] == [{"@value": "Ghana"}]
    event = next(one for one in items if {"@value": "ACCUSE"} in _values(one))
    voices = [
        body
        for body in event[f"{OA}hasBody"]
        if body.get("urn:verbale:term:role") == [{"@value": "according_to"}]
    ]
    assert (
        [body[f"{OA}hasSource"][0]["@id"].rpartition("#")[2] for body in voices]
        == of.events[0].according_to
        != []
    )


def _values(annotation: dict[str, Any]) -> list[Any]:
    key = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value"
    return [value for body in annotation[f"{OA}hasBody"] for value in body.get(key, [])]


def test_quotes_count_code_points() -> None:
    items = webannotation.dump(HARD["astral"])["first"]["items"]
    position, quote = items[0]["target"]["selector"]
    assert (position["start"], position["end"], quote["exact"]) == (4, 9, "Chile")
    assert quote["prefix"] == "\U0001f6a2\U0001f1e8\U0001f1f1 "
    assert len(quote["suffix"]) == len(HARD["astral"].doc.text) - 9


def test_words_are_found_again_in_a_text_that_was_edited() -> None:
    of = verbale.code("Ghana thanked Togo. Togo thanked Mali.", published="2031-03-05")
    made = webannotation.dump(of)
    made["verbale:document"]["verbale:text"] = "Today, Ghana thanked Togo. Togo thanked Mali."
    moved = webannotation.load(made)
    assert [one.start for one in moved.mentions] == [one.start + 7 for one in of.mentions]
    assert [moved.quote(one.trigger) for one in moved.events] == ["thanked", "thanked"]
    made["verbale:document"]["verbale:text"] = "Nobody thanked anybody."
    with pytest.raises(
        verbale.InputError, match="collection: the words 'Ghana' do not stand in the text once"
    ):
        webannotation.load(made)


def test_annotations_of_others() -> None:
    of = verbale.code("Ghana thanked Togo.", published="2031-03-05")
    made = webannotation.dump(of)
    items = made["first"]["items"]
    items[0]["body"][1]["source"] = "http://www.wikidata.org/entity/Q1"
    added = {
        "id": "https://notes.example/7",
        "type": "Annotation",
        "motivation": "identifying",
        "target": items[1]["target"],
    }
    items.insert(2, added | {"body": {"type": "TextualBody", "purpose": "classifying", "value": "place"}})
    again = webannotation.load(made)
    assert [one.entity for one in again.mentions] == ["Q1", "Q945", None]
    assert again.events[0].actors[0].entity == "Q1"
    assert (again.mentions[2].kind, again.mentions[2].text, again.mentions[2].by) == (
        "place",
        "Togo",
        "webannotation",
    )


def said(of: verbale.Record) -> list[Any]:
    """What schema.org can hold of the claims of a record."""
    return [
        (
            *(one.id, one.stance, one.content, one.verbatim, one.parent),
            (one.speaker.name, one.speaker.entity, one.speaker.code) if one.speaker else (None,) * 3,
        )
        for one in schemaorg.claims(of)
    ]


def test_claims_come_back(tmp_path: Path) -> None:
    schemaorg.write(RECORDS, tmp_path)
    again = {one.doc.text: one for one in schemaorg.read(tmp_path)}
    n = 0
    for of in RECORDS:
        made = again[of.doc.text]
        assert said(made) == said(of)
        assert len(made.statements) == len(said(of))
        for field in ("id", "title", "url", "published_at", "modified_at", "language"):
            assert getattr(made.doc, field) == getattr(of.doc, field)
        outlets = [one and (one.name, one.domain, one.entity) for one in (made.doc.outlet, of.doc.outlet)]
        assert outlets[0] == outlets[1]
        n += len(made.statements)
    assert n > 300


def test_what_nobody_claims_is_no_claim() -> None:
    text = "Peru denied that it had closed the border. Chile asked whether the road was open. Togo said it was glad."
    of = verbale.code(text, published="2031-03-05")
    assert {one.stance for one in of.statements} >= {"deny", "assert"}
    made = schemaorg.dump(of)
    assert [node["creator"]["name"] for node in made["@graph"] if node["@type"] == "Claim"] == ["Togo"]
    value = of.dict()
    for one in value["statements"]:
        one["negated"] = True
    assert [node["@type"] for node in schemaorg.dump(verbale.Record(json.dumps(value)))["@graph"]] == [
        "NewsArticle"
    ]
    assert not schemaorg.load(made).events
    nested = HARD["overlap"].dict()
    nested["statements"] = [
        one | {"stance": "assert", "voice": False, "negated": False} for one in nested["statements"]
    ]
    nested["statements"][1]["parent"] = "q"
    kept = [one.id for one in schemaorg.claims(verbale.Record(json.dumps(nested)))]
    assert kept == [], "what is nested in itself is nobody's"
    nested["statements"][0]["parent"] = None
    assert [one.id for one in schemaorg.claims(verbale.Record(json.dumps(nested)))] == ["q", "s1"]


@pytest.mark.parametrize("words", ["{", "[]", "{}", '{"first": 1}', '{"@graph": [{"@type": "NewsArticle"}]}'])
@pytest.mark.parametrize("module", [webannotation, schemaorg])
def test_what_is_neither_is_refused(module: Any, words: str, tmp_path: Path) -> None:
    (tmp_path / "a.jsonld").write_text(words, encoding="utf-8")
    with pytest.raises(verbale.InputError, match=r"a\.jsonld: no"):
        list(module.read(tmp_path))
