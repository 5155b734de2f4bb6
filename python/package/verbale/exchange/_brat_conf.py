"""The configuration of a collection in brat: which types there are and how they are shown.

Values of open fields (event types, modes, codes) are those that the collection has, so that brat offers
them; more can be added to the file.
"""

from __future__ import annotations

from verbale.exchange._brat_parts import MENTIONS
from verbale.exchange._standoff import Standoff

_PARTS = ("Party", "Size", "Source", "Content", "Verbatim")
_CLOSED = {
    "Form": ("<ENTITY>", ("name", "demonym", "metonym", "nominal", "pronoun")),
    "Kind": ("Statement", ("direct", "indirect", "mixed")),
    "Stance": ("Statement", ("assert", "deny", "accuse", "ask", "promise", "believe")),
    "Act": ("Statement", ("speech", "writing", "thought", "document")),
}
_MODALITIES = ("actual", "future", "hypothetical", "historical")
_COLOURS = {
    "Person": "#ffccaa",
    "Organisation": "#8fb2ff",
    "Country": "#a4bced",
    "Place": "#6fffdf",
    "Group": "#e3e3e3",
    "Time": "#d9f7be",
    "Statement": "#fff3b0",
    "Content": "#fffbe0",
}


class Seen:
    """The values of open fields that a collection has."""

    def __init__(self) -> None:
        self.events: set[str] = set()
        self.values: dict[str, set[str]] = {"Code": set(), "Mode": set()}

    def add(self, standoff: Standoff) -> None:
        """Note what the annotations of a text have."""
        self.events |= {event.type for event in standoff.events.values()} - {"Statement"}
        for attributes in standoff.attributes.values():
            for name, values in self.values.items():
                if isinstance(value := attributes.get(name), str):
                    values.add(value)


def annotation_conf(seen: Seen) -> str:
    """Give the file ``annotation.conf``."""
    who = "|".join([*(kind for kind in MENTIONS if kind != "Time"), "Party"])
    events = sorted(seen.events)
    when = "Date?:Time, Place?:Place|Country"
    takes = f"Actor*:<WHO>, Recipient*:<WHO>, Size*:Size, Makes?:Statement, Voice*:Statement, {when}"
    says = (
        "Source*:Source, Content*:Content, Verbatim*:Verbatim, "
        f"Speaker?:<WHO>, Via*:<WHO>, Addressee*:<WHO>, Parent?:Statement, {when}"
    )
    lines = [
        "[entities]",
        *MENTIONS,
        *_PARTS,
        "[relations]",
        f"Denotes Arg1:Party, Arg2:{'|'.join(MENTIONS)}",
        "<OVERLAP> Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>",
        "[events]",
        f"<WHO>={who}",
        f"Statement {says}",
        *(f"{event} {takes}" for event in events),
        "[attributes]",
        *([f"<DONE>={'|'.join(events)}"] if events else []),
        *(f"{name} Arg:{of}, Value:{'|'.join(values)}" for name, (of, values) in _CLOSED.items()),
        "Uncued Arg:<EVENT>",
        "Negated Arg:<EVENT>",
        "Voice Arg:Statement",
    ]
    if seen.values["Code"]:
        lines.append(f"Code Arg:<ENTITY>, Value:{'|'.join(sorted(seen.values['Code']))}")
    if events:
        lines.append(f"Modality Arg:<DONE>, Value:{'|'.join(_MODALITIES)}")
    if seen.values["Mode"]:
        lines.append(f"Mode Arg:<DONE>, Value:{'|'.join(sorted(seen.values['Mode']))}")
    return "".join(line + "\n" for line in lines)


def visual_conf() -> str:
    """Give the file ``visual.conf``."""
    drawn = [f"{type} bgColor:{colour}" for type, colour in _COLOURS.items()]
    lines = [
        "[labels]",
        "Organisation | Organisation | Org",
        "Statement | Statement | Said",
        "[drawing]",
        "SPAN_DEFAULT fgColor:black, bgColor:#f2f2f2, borderColor:darken",
        "ARC_DEFAULT color:black, dashArray:-, arrowHead:triangle-5",
        "ATTRIBUTE_DEFAULT glyph:*",
        *drawn,
        "Negated box:crossed",
    ]
    return "".join(line + "\n" for line in lines)
