"""News stories to records: who said what, who did what to whom, and according to whom.

A text goes in, a :class:`Record` comes out, the same that the command ``verbale code`` writes. Records
become tables (:func:`tables`), a page to read (:func:`render`), stories (:func:`stories`), and a store to
ask (:class:`Store`).

Nothing is sent anywhere: models and tables are inside the package.

Examples
--------
>>> import verbale
>>> record = verbale.code("Ghana's president accused Togo of closing the border.", published="2024-06-21")
>>> event = record.events[0]
>>> event.type, event.actors[0].code, event.recipients[0].code
('ACCUSE', 'GHA.GOV.PRES', 'TGO')
>>> record.words(event.sentence)
"Ghana's president accused Togo of closing the border."
"""

from verbale import atlas
from verbale._coding import code
from verbale._configure import configure
from verbale._explain import explain
from verbale._files import Written, code_files, read_records
from verbale._inputs import InputWarning
from verbale._record import Record
from verbale._render import render
from verbale._shape import (
    Agency,
    Alternative,
    Doc,
    Entity,
    Event,
    Layer,
    Mention,
    Note,
    Outlet,
    Participant,
    Place,
    Related,
    Section,
    Site,
    Size,
    Span,
    Speaker,
    Statement,
    Time,
    When,
)
from verbale._store import Added, Report, Store
from verbale._stories import stories
from verbale._tables import Table, Tables, tables
from verbale._verbale import VERSION as __version__  # noqa: N811
from verbale._verbale import InputError, OutputError, StoreError

__all__ = [
    "Added",
    "Agency",
    "Alternative",
    "Doc",
    "Entity",
    "Event",
    "InputError",
    "InputWarning",
    "Layer",
    "Mention",
    "Note",
    "Outlet",
    "OutputError",
    "Participant",
    "Place",
    "Record",
    "Related",
    "Report",
    "Section",
    "Site",
    "Size",
    "Span",
    "Speaker",
    "Statement",
    "Store",
    "StoreError",
    "Table",
    "Tables",
    "Time",
    "When",
    "Written",
    "__version__",
    "atlas",
    "code",
    "code_files",
    "configure",
    "explain",
    "read_records",
    "render",
    "stories",
    "tables",
]
