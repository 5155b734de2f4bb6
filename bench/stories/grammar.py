"""A small grammar of news: as many reports as one likes, of stories with a place, people, a day and follow-ups, in
which outlets write for themselves or copy. Invented from nothing; only its statistics are those of news: few
words are frequent and many rare, most stories have one report, some have dozens. Nothing is random but by the
seed: the same number gives the same reports.
"""

import datetime
import hashlib
import itertools
import json
import random

START = datetime.date(2031, 1, 1)
ONSETS = "b br d dr f g gr h k kl l m n p pr r s st t tr v w z".split()
VOWELS = "a e i o u ai ea ou".split()
CODAS = ["", "", "n", "r", "l", "s", "t", "nd", "rk", "m"]
HAPPENINGS = {
    "PROTEST": ["marched through", "gathered in", "rallied in"],
    "ASSAULT": ["attacked people in", "opened fire in", "fought in"],
    "AID": ["brought relief to", "sent food to", "set up tents in"],
    "CONSULT": ["met officials in", "held talks in", "visited"],
    "ACCUSE": ["accused officials in", "blamed the council of"],
}
FUNCTION = "the a of to in and on for with by from at that it was were had has said after before who which".split()
DAILY = 400  # reports a day
OUTLETS = 120
VOCABULARY = 30_000


def word(rng, syllables):
    return "".join(rng.choice(ONSETS) + rng.choice(VOWELS) + rng.choice(CODAS) for _ in range(syllables))


class World:
    """What all stories share: words, towns, outlets."""

    def __init__(self, seed):
        self.rng = rng = random.Random(seed)
        self.words = [word(rng, rng.choice((1, 2, 2, 3))) for _ in range(VOCABULARY)]
        self.weights = list(itertools.accumulate(1 / (rank + 10) for rank in range(VOCABULARY)))
        self.towns = [word(rng, 2).capitalize() for _ in range(2000)]
        self.outlets = [f"{word(rng, 2)}.example" for _ in range(OUTLETS)]

    def filler(self, rng, n):
        common = rng.choices(self.words, cum_weights=self.weights, k=n)
        return [rng.choice(FUNCTION) if rng.random() < 0.45 else w for w in common]

    def sentence(self, rng, own):
        """Words of the language with some of the story's own among them."""
        words = self.filler(rng, rng.randint(10, 24))
        for w in rng.sample(own, min(2, len(own))):
            words.insert(rng.randrange(len(words)), w)
        return " ".join(words).capitalize() + "."


class Story:
    """One happening: who, what, where, when, and the words that its reports share."""

    def __init__(self, world, rng, day):
        self.world, self.day, self.kind = world, day, rng.choice(sorted(HAPPENINGS))
        self.town = rng.choice(world.towns)
        self.street = f"{word(rng, 2).capitalize()} Street"
        self.people = [f"{word(rng, 2).capitalize()} {word(rng, 2).capitalize()}" for _ in range(3)]
        self.own = world.filler(rng, 25) + [word(rng, 3) for _ in range(6)]
        self.seed = rng.getrandbits(48)

    def reports(self, rng):
        n = min(60, int(rng.paretovariate(1.1)))
        return [self.report(rng, self.day + int(rng.expovariate(0.7)) * (i > 0)) for i in range(n)]

    def report(self, rng, day):
        did = rng.choice(HAPPENINGS[self.kind])
        first, second = rng.sample(self.people, 2)
        lead = f"{first} {did} {self.town} near {self.street}, {second} said."
        body = [self.world.sentence(rng, self.own) for _ in range(rng.randint(8, 22))]
        return {"day": day, "lead": lead, "body": body, "title": f"{first} {did} {self.town}", "story": self}


def copied(rng, report, world):
    """The report as another outlet has it: cut, and a sentence of its own at the end."""
    body = report["body"][: rng.randint(5, len(report["body"]))] + [world.sentence(rng, report["story"].own)]
    return {**report, "body": body, "day": report["day"] + rng.randint(0, 1)}


def reports(n, seed=1):
    """At least n reports in the order of their days, cut to n."""
    world, rng, day, waiting, made = World(seed), random.Random(seed + 1), 0, [], 0
    while made < n:
        while sum(r["day"] <= day for r in waiting) < DAILY:
            new = Story(world, rng, day).reports(rng)
            waiting += new + [copied(rng, r, world) for r in new if rng.random() < 0.1]
        today = [r for r in waiting if r["day"] <= day]
        waiting = [r for r in waiting if r["day"] > day]
        for report in today[: n - made]:
            made += 1
            yield made, rng.choice(world.outlets), day, report
        day += 1


def document(number, host, day, report):
    """A line of input, with the story that it was made from."""
    return {
        "id": f"r{number}",
        "url": f"https://{host}/{number}",
        "outlet": host.split(".")[0].capitalize(),
        "title": report["title"],
        "published_at": str(START + datetime.timedelta(day)),
        "text": "\n".join([report["lead"], *report["body"]]),
        "story": str(report["story"].seed),
    }


def record(line, report):
    """The record of a line as the program would write it, with the names and the event of its lead."""
    text, story = line["text"], report["story"]
    key = hashlib.sha256(f"{line['url']}\0{text}".encode()).hexdigest()
    named = [("person", p) for p in story.people] + [("place", story.town), ("place", story.street)]
    mentions = []
    for kind, name in named:
        at = text.find(name)
        if at >= 0:
            span = {"start": at, "end": at + len(name), "text": name, "name": name}
            mentions.append({"id": f"m{len(mentions)}", "kind": kind, "form": "name", "by": "grammar", "confidence": 1.0, **span})
    actor = {"start": 0, "end": len(story.people[0]), "text": report["title"].split(" ")[0]}
    event = {"id": "e1", "type": story.kind, "quad": 1, "intensity": 0.0, "cameo": "010", "actors": [actor]}
    event |= {"trigger": [], "sentence": {"start": 0, "end": len(report["lead"])}, "polarity": "+", "modality": "actual"}
    event |= {"by": "grammar", "confidence": 1.0}
    doc = {k: line[k] for k in ("id", "url", "title", "published_at", "text")}
    doc |= {"key": key[:24], "sha256": hashlib.sha256(text.encode()).hexdigest(), "outlet": {"name": line["outlet"]}}
    return {"schema": 2, "version": "0.1.0", "doc": doc, "mentions": mentions, "events": [event]}


def write(n, out, records, seed=1):
    """Lines of JSON: records, or what `verbale code` reads."""
    for number, host, day, report in reports(n, seed):
        line = document(number, host, day, report)
        out.write(json.dumps(record(line, report) if records else line) + "\n")
