"""Times questions in SQL to the tables of a store, in DuckDB: `python3 bench/queries/speed.py STORE [THREADS]`.

Prints lines of CSV: what, rows, seconds (the median of five). The store is that of
`cargo bench -p verbale-store --bench questions`.
"""

import statistics
import sys
import time

import duckdb

QUESTIONS = {
    "events of an actor by month": """SELECT month, count(*) FROM read_parquet('{}/events/*/*.parquet')
        WHERE list_contains(actor_codes, 'AAD') GROUP BY ALL""",
    "events of a dyad by month": """SELECT month, count(*) FROM read_parquet('{}/events/*/*.parquet')
        WHERE list_contains(actor_codes, 'AAD') AND list_contains(recipient_codes, 'ABK') GROUP BY ALL""",
    "events of a month by type": """SELECT type, count(*) FROM read_parquet('{}/events/*/*.parquet')
        WHERE month = '2019-06' GROUP BY ALL""",
    "merged events of a dyad by month": """SELECT month, count(*), sum(sources_least)
        FROM read_parquet('{}/merged/*/*.parquet')
        WHERE list_contains(actor_codes, 'AAD') AND list_contains(recipient_codes, 'ABK') GROUP BY ALL""",
    "all dyads of states by month": """SELECT month, a.code[:3] AS one, r.code[:3] AS other, count(*)
        FROM read_parquet('{}/merged/*/*.parquet') m, unnest(actor_codes) AS a(code), unnest(recipient_codes) AS r(code)
        GROUP BY ALL""",
}


def main(store, threads=2):
    """Asks each question five times."""
    base = duckdb.connect(config={"threads": threads})
    print("what,rows,seconds")
    for what, sql in QUESTIONS.items():
        seconds = []
        for _ in range(5):
            begin = time.monotonic()
            rows = base.sql(sql.format(store)).fetchall()
            seconds.append(time.monotonic() - begin)
        print(f"{what},{len(rows)},{statistics.median(seconds):.3f}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
