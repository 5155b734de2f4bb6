"""Cross-validation by story: what is predicted of a story is fitted to others."""

import hashlib

from . import curve, logistic

FOLDS = 8
HARDLY = 0.005  # a difference in loss per record that is no reason for larger weights


def of_stories(examples):
    """The fold of each story, by a hash of its id: stories of one paper are spread."""
    stories = {example.story for example in examples}
    spread = sorted(stories, key=lambda story: hashlib.sha256(story.encode()).hexdigest())
    return {story: i % FOLDS for i, story in enumerate(spread)}


def held_out(examples, penalty):
    """For each example, the confidence under weights that its story had no part in."""
    fold = of_stories(examples)
    weights = [logistic.fit(pairs(e for e in examples if fold[e.story] != i), penalty) for i in range(FOLDS)]
    return [logistic.predict(weights[fold[e.story]], e.features) for e in examples]


def pairs(examples):
    return [(e.features, e.right) for e in examples]


def best_penalty(examples, penalties):
    """The strongest penalty whose held-out predictions are hardly less likely than the best, and these."""
    tried = {penalty: held_out(examples, penalty) for penalty in penalties}
    loss = {penalty: logistic.loss(zip(tried[penalty], (e.right for e in examples))) for penalty in penalties}
    penalty = max(p for p in penalties if loss[p] <= min(loss.values()) + HARDLY)
    return penalty, tried[penalty]


def told(examples, predicted):
    """The reliability curve of predictions."""
    return list(curve.lines(list(zip(predicted, (e.right for e in examples)))))
