"""Texts to records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from itertools import islice
from typing import Literal, NamedTuple, cast, overload

from verbale import _verbale
from verbale._inputs import Day, Story, beside, least, line, warn, workers
from verbale._progress import bar
from verbale._record import Record
from verbale._verbale import InputError

_CHUNK = 1024
"""Texts that go to the engine together; so many of an iterable are held beside their records."""


@overload
def code(  # type: ignore[overload-overlap] # A text is an iterable of texts too, and is taken as one.
    texts: Story,
    *,
    published: Day = ...,
    outlet: str | None = ...,
    title: str | None = ...,
    url: str | None = ...,
    id: str | None = ...,
    threads: int = ...,
    min_confidence: float = ...,
    errors: Literal["note", "raise", "skip"] | None = ...,
    progress: bool = ...,
) -> Record: ...


@overload
def code(
    texts: Iterable[Story],
    *,
    published: Day = ...,
    outlet: str | None = ...,
    title: None = ...,
    url: None = ...,
    id: None = ...,
    threads: int = ...,
    min_confidence: float = ...,
    errors: Literal["note", "raise", "skip"] | None = ...,
    progress: bool = ...,
) -> list[Record]: ...


def code(
    texts: Story | Iterable[Story],
    *,
    published: Day = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    id: str | None = None,
    threads: int = 1,
    min_confidence: float = 0,
    errors: Literal["note", "raise", "skip"] | None = None,
    progress: bool = False,
) -> Record | list[Record]:
    """Code one text, or many.

    Parameters
    ----------
    texts
        A text; a dictionary with the keys that JSON Lines input has (``text`` or ``html``, ``id``,
        ``title``, ``url``, ``outlet``, ``byline``, ``language``, ``published_at``, ``modified_at``,
        ``retrieved_at``); or an iterable of such.
    published, outlet
        When the stories were published (a full date: text or :class:`datetime.date`), and by whom, where
        they do not say it themselves.
    title, url, id
        Headline, address and label of one text.
    threads
        Worker threads; 0 is one a core. Records are the same with any number, in the order of the texts.
    min_confidence
        Leaves out statements and events less likely to be right, from 0 to 1.
    errors
        What becomes of a text that cannot be coded (no words, another language): ``raise`` raises, which
        is what one text does; ``note`` gives a record without findings that says why
        (:attr:`Record.rejected`), which is what many do, so that there is a record a text; ``skip``
        leaves it out, as the command does.
    progress
        Shows how far the work is, where ``tqdm`` is installed.

    Returns
    -------
    Record or list of Record
        A record for one text, a list for an iterable.

    Raises
    ------
    InputError
        A text that cannot be coded, with ``errors="raise"``; names it.

    Examples
    --------
    >>> import verbale
    >>> record = verbale.code("Chile lent Bolivia two ships.", published="2031-03-05", outlet="Meridian Wire")
    >>> record.events[0].type, record.doc.outlet.name
    ('AID', 'Meridian Wire')
    >>> records = verbale.code([{"id": "a", "text": "Chile thanked Peru."}, {"id": "b", "text": " "}])
    >>> [record.rejected for record in records]
    [None, 'neither `text` nor `html` in this object']
    """
    how = _How(beside(published, url, outlet), workers(threads), least(min_confidence))
    if isinstance(texts, str | Mapping):
        return _one(cast("Story", texts), {"title": title, "id": id}, errors or "raise", how)
    if title is not None or url is not None or id is not None:
        raise TypeError("title, url and id are those of one text; of many, each says them in its dictionary")
    return list(coded(texts, how, errors or "note", progress))


class _How(NamedTuple):
    """How texts are coded."""

    given: dict[str, str | None]
    """What is said of texts that do not say it themselves."""
    threads: int
    least: float


HOW = _How(beside(None, None, None), 1, 0.0)
"""As :func:`code` does where nothing is said."""


def _one(text: Story, own: dict[str, str | None], errors: str, how: _How) -> Record:
    if errors == "skip":
        raise ValueError("errors='skip' is for many texts; of one there is a record or an error")
    story = {"text": text} if isinstance(text, str) else dict(text)
    story |= {key: value for key, value in own.items() if value is not None and story.get(key) is None}
    (record,) = _chunk([line(story, "text")], how, errors, None)
    return record


def coded(texts: Iterable[Story], how: _How, errors: str, progress: bool) -> Iterator[Record]:
    """Code texts as they come, some together."""
    if errors not in ("note", "raise", "skip"):
        raise ValueError(f"errors={errors!r}: one of note, raise and skip is wanted")
    total = len(texts) if isinstance(texts, Sized) else None
    stories = (line(text, f"texts[{at}]") for at, text in enumerate(texts))
    with bar(total, progress) as tick:
        while items := list(islice(stories, _CHUNK)):
            yield from _chunk(items, how, errors, tick)


def _chunk(
    items: list[tuple[str, bytes]], how: _How, errors: str, tick: Callable[[int], object] | None
) -> list[Record]:
    records = []
    for made, _, why, remarks in _verbale.code(items, how.given, how.threads, how.least, tick):
        warn(remarks)
        if why is not None and errors == "raise":
            raise InputError(why)
        if why is None or errors == "note":
            records.append(Record._of(made))
    return records
