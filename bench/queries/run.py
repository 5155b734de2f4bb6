"""Runs a query in a folder that has `records/`; its answer comes back as rows of texts."""

import csv
import io
import os
import shutil
import subprocess
import sys

DUCKDB = """
import csv, duckdb, sys
answer = duckdb.sql(sys.stdin.read())
out = csv.writer(sys.stdout)
out.writerow(answer.columns)
out.writerows(["" if cell is None else cell for cell in row] for row in answer.fetchall())
"""
PANDAS = "\nimport sys\nresult.to_csv(sys.stdout, index=False)\n"
R = '\nwrite.csv(result, stdout(), row.names = FALSE, na = "")\n'


class Unavailable(Exception):
    """What runs a language is not installed; says what."""


class Failed(Exception):
    """A query ended with an error; says which."""


def rows(language, query, folder):
    """The answer of a query in one of the languages `sql`, `python` and `r`."""
    if language == "r":
        if not shutil.which("Rscript"):
            raise Unavailable("Rscript is not installed (apt-get install r-base-core)")
        path = os.path.join(folder, "query.R")
        with open(path, "w", encoding="utf8") as file:
            file.write(query + R)
        command, feed = ["Rscript", "--vanilla", path], ""
    elif language == "python":
        need("pandas", "pyarrow")
        command, feed = [sys.executable, "-"], query + PANDAS
    else:
        need("duckdb")
        command, feed = [sys.executable, "-c", DUCKDB], query
    environment = dict(os.environ, LC_ALL="C.UTF-8", PYTHONIOENCODING="utf8")
    ran = subprocess.run(command, input=feed, capture_output=True, cwd=folder, env=environment,
                         encoding="utf8")
    if ran.returncode:
        raise Failed(ran.stderr.strip())
    return list(csv.reader(io.StringIO(ran.stdout)))


def need(*modules):
    """That Python finds these modules."""
    for module in modules:
        if subprocess.run([sys.executable, "-c", f"import {module}"], capture_output=True).returncode:
            raise Unavailable(f"Python has no module {module} (pip install duckdb pandas pyarrow)")
