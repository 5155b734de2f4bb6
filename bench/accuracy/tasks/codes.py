"""When actor codes agree: by state or body, or as a whole; of one actor, or of both sides of an event.

A code of the reference may have alternatives, of which one has to agree; the empty code stands for an
actor who needs none.
"""

BODIES = ("IGO", "NGO", "MNC")
UNDIRECTED = {"CONSULT", "AGREE", "COOPERATE"}
NOW = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


def head(code):
    """The state or the body of a code: RUS of RUS.GOV.MFA, IGO.NATO of IGO.NATO."""
    parts = code.split(".")
    return ".".join(parts[:2]) if code[:3] in BODIES else parts[0]


def same_head(a, b):
    return head(a) == head(b)


def no_contradiction(a, b):
    """The same code, or one with more detail than the other."""
    return a == b or a.startswith(b + ".") or b.startswith(a + ".")


def event_type(name):
    return NOW.get(name, name)


def agree(gold, codes, same):
    """Every actor with a code is met by a predicted one, and no predicted code is beside the reference.

    `gold` has a list of alternatives for each actor.
    """
    codes = [code for code in codes if code]
    needed = [actor for actor in gold if "" not in actor]
    allowed = [code for actor in gold for code in actor if code]
    all_met = all(any(same(g, c) for g in actor for c in codes) for actor in needed)
    return all_met and all(any(same(g, c) for g in allowed) for c in codes)


def sides_agree(told, event, same):
    """Who to whom: both sides agree; in types without direction all parties count as one side."""
    actors, recipients = ([p.code for p in side] for side in (event.actors, event.recipients))
    if event_type(event.type) in UNDIRECTED:
        return agree(told.actors + told.recipients, actors + recipients, same)
    return agree(told.actors, actors, same) and agree(told.recipients, recipients, same)
