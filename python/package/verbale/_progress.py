"""How far a long call is, shown by tqdm where it is installed and asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def bar(total: int | None, progress: bool) -> Iterator[Callable[[int], object] | None]:
    """Give what takes the number of documents that are newly done; nothing where nobody looks."""
    shown = _tqdm() if progress else None
    if shown is None:
        yield None
        return
    with shown(total=total, unit=" texts") as made:
        yield made.update


def _tqdm() -> Any:
    try:
        from tqdm.auto import tqdm
    except ImportError:
        return None
    return tqdm
