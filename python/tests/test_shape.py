"""The parts of a record have the fields of its JSON Schema, with their types."""

from __future__ import annotations

import json
import types
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest

import verbale
from conftest import ROOT

SCHEMA = json.loads((ROOT / "crates/record/schema/record.schema.json").read_text(encoding="utf-8"))
PARTS = {name: part for name, part in SCHEMA["$defs"].items() if part.get("type") == "object"}
OWN = {"claim"}
TYPES = {"string": str, "integer": int, "number": float, "boolean": bool}


@pytest.mark.parametrize("name", sorted(PARTS))
def test_a_part_has_its_fields(name: str) -> None:
    part, made = PARTS[name], get_type_hints(getattr(verbale, name))
    assert sorted(made) == sorted(part["properties"])
    for field, about in part["properties"].items():
        check(made[field], about, field)


def check(hint: Any, about: dict[str, Any], field: str) -> None:
    """Whether a hint says what the schema says."""
    kinds = about.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    several = about.get("anyOf", [])
    nullable = "null" in kinds or any(one.get("type") == "null" for one in several)
    if get_origin(hint) in (Union, types.UnionType):
        assert nullable, field
        (hint,) = (arg for arg in get_args(hint) if arg is not type(None))
    else:
        assert not nullable, field
    refs = [one["$ref"] for one in [about, *several] if "$ref" in one]
    if refs:
        assert hint is getattr(verbale, refs[0].rsplit("/", 1)[1]), field
    elif "array" in kinds:
        (inner,) = get_args(hint)
        check(inner, about["items"], field)
    else:
        (kind,) = (kind for kind in kinds if kind != "null")
        assert hint is TYPES[kind], field


def test_a_record_has_its_parts() -> None:
    for name in SCHEMA["properties"]:
        assert isinstance(getattr(verbale.Record, name), property), name
