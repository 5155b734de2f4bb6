"""Why a record was made, and why a sentence gave none."""

from __future__ import annotations

from collections.abc import Iterable

from verbale import _verbale
from verbale._inputs import Day, Story, beside, line


def explain(
    text: Story,
    *what: str,
    at: int | Iterable[int] = (),
    published: Day = None,
    outlet: str | None = None,
    url: str | None = None,
) -> str:
    """Explain what was made of a text, in the words of ``verbale explain``.

    Parameters
    ----------
    text
        A text, or a dictionary as :func:`code` takes it.
    what
        Ids of records (``s3``, ``e2``), or words of the text: the sentences that have them. Without a
        question, all records in a line each.
    at
        Code points of the text: the sentences that they stand in.
    published, outlet, url
        As in :func:`code`.

    Raises
    ------
    InputError
        A text that cannot be coded, or a question about what is not in it.

    Examples
    --------
    >>> import verbale
    >>> print(verbale.explain({"id": "a", "text": "Chile thanked Peru."}), end="")
    a
      e1 SUPPORT Chile (CHL) -> Peru (PER), actual; according to the outlet
    """
    points = [at] if isinstance(at, int) else list(at)
    return _verbale.explain(*line(text, "text"), beside(published, url, outlet), list(what), points)
