"""Parts of a record are made of their JSON, by the types of their fields.

A part takes over the dictionary that JSON has of it, in which parts of its own are then made; its class
has what is left out. That costs a third of what calling the classes does.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING
from functools import cache
from typing import Any, NamedTuple, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from verbale._shape.span import Span

_T = TypeVar("_T")


class _Plan(NamedTuple):
    """How a class is made of what JSON has."""

    makers: list[tuple[str, Callable[[Any], Any]]]
    """Fields that are parts themselves, or lists of parts."""
    lists: list[str]
    """Fields that are empty lists where JSON leaves them out."""


@cache
def _plan(kind: Any) -> _Plan:
    hints = get_type_hints(kind)
    fields = kind.__dataclass_fields__
    made = [(name, _maker(hints[name])) for name in fields]
    lists = [name for name, field in fields.items() if field.default_factory is not MISSING]
    return _Plan([(name, make) for name, make in made if make is not None], lists)


def _maker(hint: Any) -> Callable[[Any], Any] | None:
    """Give what makes a field of its JSON; none where JSON has it as it is."""
    args = get_args(hint)
    if get_origin(hint) is list:
        each = _maker(args[0])
        return None if each is None else lambda values: [each(value) for value in values]
    if get_origin(hint) in (Union, types.UnionType):
        (inner,) = (arg for arg in args if arg is not type(None))
        return _maker(inner)
    if hint is Span:
        return lambda value: Span(value["start"], value["end"])
    return (lambda value: build(hint, value)) if hint.__module__.startswith("verbale._shape.") else None


def build(kind: type[_T], value: Mapping[str, Any]) -> _T:
    """Make a part of a record of its JSON."""
    part = object.__new__(kind)
    fields = part.__dict__
    fields.update(value)
    makers, lists = _plan(cast("Any", kind))
    for name, make in makers:
        inner = fields.get(name)
        if inner is not None:
            fields[name] = make(inner)
    for name in lists:
        if name not in fields:
            fields[name] = []
    return part
