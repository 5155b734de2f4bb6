"""Events of whole stories: every act that a careful reader would record, and none beside.

- found: the trigger overlaps the quotation of the reference, and the type is one of its types.
- who to whom: also actors and recipients agree by state or body (`codes.py`).
- right in all: also no code contradicts the reference's, and voice (the outlet, or the party that
  asserts it), polarity and modality are right.

A prediction is held against the mention of the reference that it agrees with most. Precision is of
predictions; recall is of events, each once, whichever of its mentions is met. Optional events count
neither way. A coded dyad is what a dyadic data set would keep: an event in the outlet's voice, told as
done, with a code on both sides; it is right if it is found with who to whom.
"""

import collections

from ..measures import Score, overlap, percent
from .codes import event_type, no_contradiction, same_head, sides_agree

ASPECTS = ("found", "who", "right")


class Agreement:
    """What of a prediction agrees with a mention of the reference."""

    def __init__(self, told, event, speakers):
        self.told = told
        self.who = sides_agree(told, event, same_head)
        self.voice = voices_agree(told.by, event, speakers)
        self.modality = event.modality.upper() in told.modality
        self.polarity = event.polarity == told.polarity
        self.on_trigger = overlap(event.trigger, told.trigger)
        codes = self.who and sides_agree(told, event, no_contradiction)
        self.right = codes and self.voice and self.modality and self.polarity

    def rank(self, taken):
        """How much agrees; mentions that no prediction has met come first."""
        agreed = self.who + self.voice + self.modality + self.polarity
        return agreed, self.on_trigger, id(self.told) not in taken

    def faults(self):
        told = self.told
        faults = [
            "" if self.who else f"who (want {told.actors} -> {told.recipients})",
            "" if self.voice else f"voice (want {told.by})",
            "" if self.modality else f"modality (want {told.modality})",
            "" if self.polarity else "polarity",
        ]
        return " ".join(filter(None, faults))


def voices_agree(by, event, speakers):
    """Whether the outlet tells the event in both, or one who asserts it is the same by state or body."""
    if not by or not event.according_to:
        return not by and not event.according_to
    wanted = [code for alternatives in by for code in alternatives]
    codes = [speakers.get(statement, "") for statement in event.according_to]
    return "" in wanted or any(same_head(want, code) for want in wanted for code in codes if code)


def is_dyad(event):
    told_as_done = not event.according_to and event.modality == "actual" and event.polarity == "+"
    return told_as_done and all(any(p.code for p in side) for side in (event.actors, event.recipients))


class Tally:
    """Counts over stories, and lines on what is wrong."""

    def __init__(self):
        self.count = collections.Counter()

    def add(self, story, events, statements):
        """Counts a story; returns the lines to show."""
        speakers = {s.id: s.speaker for s in statements}
        demanded = {told.act for told in story.events if not told.optional}
        met, taken, lines = {act: [False] * len(ASPECTS) for act in demanded}, set(), []
        for event in events:
            lines += self.judge(story, event, speakers, met, taken)
        self.count["gold"] += len(demanded)
        for aspects in met.values():
            self.count.update(f"{name} met" for name, is_met in zip(ASPECTS, aspects) if is_met)
        missed = {}
        for told in story.events:
            if told.act in met and not met[told.act][0]:
                missed.setdefault(told.act, f"  E missed {told.words}")
        return lines + list(missed.values())

    def judge(self, story, event, speakers, met, taken):
        agreed = closest(story, event, speakers, taken)
        shown = described(story.text, event)
        if not agreed:
            self.count["spurious"] += 1
            self.predict(event, False)
            return [f"  E spurious {shown}"]
        taken.add(id(agreed.told))
        if agreed.told.act not in met:
            return []
        self.predict(event, agreed.who)
        aspects = (True, agreed.who, agreed.right)
        self.count.update(name for name, holds in zip(ASPECTS, aspects) if holds)
        self.count["claims as facts"] += bool(agreed.told.by) and not event.according_to
        met[agreed.told.act] = [a or b for a, b in zip(met[agreed.told.act], aspects)]
        return [] if agreed.right else [f"  E {agreed.faults()} {shown}"]

    def predict(self, event, who):
        self.count["predicted"] += 1
        self.count["dyads"] += is_dyad(event)
        self.count["dyads right"] += is_dyad(event) and who

    def scores(self):
        n = self.count
        rows = (("events found", "found"), ("events, who to whom", "who"), ("events, right in all", "right"))
        return {name: Score(n[key], n["predicted"], n[f"{key} met"], n["gold"]) for name, key in rows}

    def counts(self):
        n = self.count
        return f"events: gold {n['gold']} predicted {n['predicted']} spurious {n['spurious']}"

    def claims(self):
        return percent(self.count["claims as facts"], self.count["found"])

    def dyads(self):
        return f"{self.count['dyads right']} of {self.count['dyads']}"


def closest(story, event, speakers, taken):
    """The mention of the reference that a prediction finds and agrees with most, or None."""
    found = [
        Agreement(told, event, speakers)
        for told in story.events
        if overlap(event.trigger, told.quote) and event_type(event.type) in map(event_type, told.type)
    ]
    return max(found, key=lambda agreed: agreed.rank(taken)) if found else None


def described(text, event):
    """A prediction for people to read."""
    actors, recipients = ([p.code for p in side] for side in (event.actors, event.recipients))
    start, end = event.trigger
    by = ", ".join(event.according_to) or "outlet"
    words = text[max(0, start - 40) : end + 40]
    return f"{actors} {event.type} {recipients} {event.polarity}{event.modality} by={by} {words!r}"
