"""The ways to the records of a file of lines of JSON: the command, the package, and frames of a session."""

import json
import subprocess
import time
from pathlib import Path

KEYS = ("id", "url", "outlet", "title", "published_at", "text", "html")
SCHEMA = ", ".join(f"{key} string" for key in KEYS)


def command(binary: Path, source: Path, out: Path, threads: int) -> float:
    """Runs the command on the lines of `source`; seconds of the clock."""
    line = [str(binary), "code", "--quiet", "--input", "jsonl", "-j", str(threads), "--overwrite", "-o", str(out), "-"]
    with source.open("rb") as stdin:
        begun = time.monotonic()
        code = subprocess.run(line, stdin=stdin, stderr=subprocess.DEVNULL, check=False).returncode
        took = time.monotonic() - begun
    if code not in (0, 1):
        raise RuntimeError(f"{' '.join(line)}: exit code {code}")
    return took


def lines(out: Path) -> list[str]:
    """The lines of a file, or of the parts of a folder, sorted."""
    files = [out] if out.is_file() else sorted(out.glob("part-*"))
    return sorted(line for file in files for line in file.read_text(encoding="utf-8").split("\n") if line)


def package(source: Path) -> list[str]:
    """The records of the package, sorted."""
    import verbale

    with source.open(encoding="utf-8") as file:
        records = verbale.code([json.loads(line) for line in file], errors="skip")
    return sorted(record.json() for record in records)


def frame(session, source: Path, parts: int):
    """The records of a frame of the texts in so many parts; of texts that cannot be coded there are none."""
    from verbale import spark

    texts = session.read.schema(SCHEMA).json(str(source)).repartition(parts)
    coded = spark.code(
        texts, html="html", published="published_at", url="url", id="id", outlet="outlet", title="title"
    )
    return coded.where("rejected is null").select("record")


def write(session, source: Path, parts: int, out: Path) -> float:
    """Codes on the workers of a session, each of which writes what it made; seconds of the clock."""
    begun = time.monotonic()
    frame(session, source, parts).write.mode("overwrite").text(str(out))
    return time.monotonic() - begun
