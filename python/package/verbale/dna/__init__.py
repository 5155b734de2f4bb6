"""Files of Discourse Network Analyzer (``.dna``): who takes which position towards which concept.

Discourse Network Analyzer 3 (Leifeld 2017, in the Oxford Handbook of Political Networks, chapter 12)
keeps statements that people have coded: a person of an organisation agrees or disagrees with a concept.
:func:`export` writes what a record says of that into a file which the program opens, where it can be
coded further; :func:`read` gives the statements of such a file as plain rows. SQLite, of the standard
library; the schema is that of version 3.0.7.

A concept here is a proposition, an event that somebody asserts or denies: ``Uganda ASSAULT Togo``. Who
says that it happened agrees, who says that it did not disagrees (:func:`positions` says which statements
are none). What somebody wants, likes or ought to think no record tells, and so no file does: such
concepts are a coder's, in the program, or come from a function of one's own.
"""

from verbale.dna._export import Exported, export
from verbale.dna._positions import Position, positions
from verbale.dna._read import Row, read

__all__ = ["Exported", "Position", "Row", "export", "positions", "read"]
