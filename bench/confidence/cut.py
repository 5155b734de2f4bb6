"""What a least confidence does to the scores: F1 of what is kept, found and right in all."""

from accuracy.tasks import news_events, news_statements

LEAST = (0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8)


def lines(coded, confidence):
    """A table of Markdown. `confidence` by layer, story and record; one without (optional) is kept."""
    yield "| least | statements found | right in all | events found | right in all |"
    yield "|---|---|---|---|---|"
    for least in LEAST:
        tallies = news_statements.Tally(), news_events.Tally()
        for story in coded.stories:
            layers = above(coded.records.get(story.id), story.id, confidence, least)
            tallies[0].add(story, layers[0])
            tallies[1].add(story, layers[1], layers[0])
        scores = [list(tally.scores().values()) for tally in tallies]
        figures = (f"{found.f1:.1f} | {right.f1:.1f}" for found, *_, right in scores)
        yield f"| {least:.2f} | {' | '.join(figures)} |"


def above(record, story, confidence, least):
    """The statements and events of a record at or above a confidence, with the statements that tell one."""
    if record is None:
        return [], []

    def sure(layer, r):
        return confidence.get((layer, story, r.id), 1) >= least

    events = [e for e in record.events if sure("events", e)]
    tell = {s for e in events for s in e.according_to}
    return [s for s in record.statements if s.id in tell or sure("statements", s)], events
