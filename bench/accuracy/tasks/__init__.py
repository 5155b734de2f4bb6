"""Scorers: a task a file. `TASKS` has them in the order of the README."""

from . import chains, events, names, news, places, recognizers, statements, times, trees

MODULES = (trees, names, chains, statements, events, news, places, recognizers, times)
TASKS = [task for module in MODULES for task in module.TASKS]
