"""Records in the formats of other tools, and back: ``docs/exchange.md`` says what each keeps and loses.

A module a format, imported by its name, so that ``import verbale`` loads none of them:

- :mod:`verbale.exchange.brat`: brat standoff (Stenetorp et al. 2012).
- :mod:`verbale.exchange.inception`: UIMA CAS with the layers of INCEpTION (Klie et al. 2018).
- :mod:`verbale.exchange.webannotation`: annotations of the web (W3C 2017), in JSON-LD.
- :mod:`verbale.exchange.schemaorg`: articles, claims and quotations of schema.org, in JSON-LD.

Each has ``write(records, folder)`` and ``read(folder)``; ``python -m verbale.exchange`` does the same from
the command line. Nothing here goes to a network.
"""
