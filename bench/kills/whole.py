"""Whether what stands under an output's name is whole: every file closed, every record complete."""

import csv
import json
from pathlib import Path


def jsonl(data):
    """Every line is an object, the last one ended."""
    return not data or (data.endswith(b"\n") and all(isinstance(json.loads(x), dict) for x in data.splitlines()))


def html(data):
    """The document is closed."""
    return data.endswith(b"</html>\n")


def comma_separated(data):
    """Every row has as many cells as the head, the last one ended."""
    rows = list(csv.reader(data.decode("utf-8").splitlines()))
    return data.endswith(b"\n") and len({len(row) for row in rows}) == 1


def tabbed(data):
    """Every row has as many cells as the first, the last one ended."""
    rows = data.decode("utf-8").split("\n")
    return not data or (rows.pop() == "" and len({row.count("\t") for row in rows}) == 1)


def parquet(data):
    """Magic at both ends and a footer that lies between."""
    length = int.from_bytes(data[-8:-4], "little")
    return data[:4] == data[-4:] == b"PAR1" and 0 < length <= len(data) - 12


def described(data):
    """What describes the tables beside them is one object."""
    return isinstance(json.loads(data), dict)


FORMS = {"jsonl": jsonl, "html": html, "csv": comma_separated, "parquet": parquet, "polecat": tabbed, "gdelt": tabbed}


def faults(path, form):
    """What is wrong with the files under the name `path`; names with a dot are beside it, not under it."""
    path = Path(path)
    files = sorted(path.iterdir()) if path.is_dir() else [path] if path.exists() else []
    return [f"{file}: not whole" for file in files if not file.name.startswith(".") and not is_whole(file, form)]


def is_whole(file, form):
    """Whether one file is whole. What cannot be read is not."""
    try:
        judge = described if file.name == "datapackage.json" else FORMS[form]
        return judge(file.read_bytes())
    except (ValueError, csv.Error):
        return False
