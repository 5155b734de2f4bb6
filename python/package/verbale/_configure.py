"""Tables and models of the user's own."""

from __future__ import annotations

import os
from collections.abc import Iterable

from verbale import _verbale
from verbale._inputs import warn


def configure(
    *,
    lexicons: str | os.PathLike[str] | None = None,
    atlas: str | os.PathLike[str] | Iterable[str | os.PathLike[str]] = (),
    model: str | os.PathLike[str] | None = None,
) -> None:
    """Have this process code with tables of your own; without arguments, with the built-in ones again.

    The tables are read anew with each call: call it again after a line was changed. What is being coded by
    other threads ends with the tables that it began with. Processes that are spawned, and workers of Spark,
    begin with the built-in tables.

    Parameters
    ----------
    lexicons
        A folder of lexicons; each replaces the built-in one of its name (``docs/tables.md``).
    atlas
        A file of rows of the atlas, or several; its name begins with that of its table
        (``persons-mine.tsv``). They win over ours, and later files over earlier ones.
    model
        A language model of your own training (``docs/models.md``).

    Raises
    ------
    InputError
        A file that cannot be used; names it and the line. What was in use before stays.

    Warns
    -----
    InputWarning
        A line that never counts, as another one comes before it.

    Examples
    --------
    >>> import verbale
    >>> verbale.configure(lexicons="nowhere/")
    Traceback (most recent call last):
        ...
    verbale.InputError: nowhere/: no such file or folder; check the name and ...
    >>> verbale.configure()
    """
    files = [atlas] if isinstance(atlas, str | os.PathLike) else list(atlas)
    warn(_verbale.configure(lexicons, files, model))
