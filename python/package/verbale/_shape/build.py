"""Parts of a record are made of their JSON, by the types of their fields."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

_T = TypeVar("_T")


@cache
def _plan(kind: type) -> dict[str, Callable[[Any], Any] | None]:
    """How each field of a class is made of what JSON has."""
    hints = get_type_hints(kind)
    names: Any = getattr(kind, "_fields", None) or kind.__dataclass_fields__  # type: ignore[attr-defined]
    return {name: _maker(hints[name]) for name in names}


def _maker(hint: Any) -> Callable[[Any], Any] | None:
    args = get_args(hint)
    if get_origin(hint) is list:
        (inner,) = args
        each = _maker(inner)
        return None if each is None else lambda values: [each(value) for value in values]
    if get_origin(hint) in (Union, types.UnionType):
        (inner,) = (arg for arg in args if arg is not type(None))
        return _maker(inner)
    return (lambda value: build(hint, value)) if hint.__module__.startswith("verbale._shape.") else None


def build(kind: type[_T], value: Mapping[str, Any]) -> _T:
    """Make a part of a record of its JSON; fields of a later version are passed over."""
    made = {}
    for name, make in _plan(cast("type", kind)).items():
        part = value.get(name)
        if part is not None:
            made[name] = part if make is None else make(part)
    return cast("Callable[..., _T]", kind)(**made)
