"""The parts of a record, as ``docs/output.md`` describes them; a module as in ``crates/record/src/``.

Plain values without behaviour. ``python/tests/test_shape.py`` holds them against the JSON Schema of the
record, so that a field that is there is here. Offsets are code points: ``text[start:end]`` has the
words.
"""

from verbale._shape.build import build
from verbale._shape.doc import Agency, Doc, Layer, Note, Outlet, Related, Section
from verbale._shape.event import Event, Participant, Site, Size, When
from verbale._shape.mention import Alternative, Entity, Mention, Place, Time
from verbale._shape.span import Span
from verbale._shape.statement import Speaker, Statement

__all__ = [
    "Agency",
    "Alternative",
    "Doc",
    "Entity",
    "Event",
    "Layer",
    "Mention",
    "Note",
    "Outlet",
    "Participant",
    "Place",
    "Related",
    "Section",
    "Site",
    "Size",
    "Span",
    "Speaker",
    "Statement",
    "Time",
    "When",
    "build",
]
