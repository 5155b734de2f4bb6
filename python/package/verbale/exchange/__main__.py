"""The command line: ``python -m verbale.exchange FORMAT RECORDS FOLDER``, and ``--read FOLDER RECORDS``.

Exit codes are those of the command ``verbale``: 0 is done, 1 is an input or output that failed (named on
standard error), 2 is a command line that is wrong.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from verbale._files import read_records
from verbale._verbale import InputError, OutputError
from verbale.exchange import _files

_FORMATS = {
    "brat": "brat standoff: .txt, .ann and configuration",
    "inception": "UIMA CAS as XMI for INCEpTION; wants dkpro-cassis",
    "inception-json": "the same as JSON",
    "webannotation": "W3C Web Annotation as JSON-LD",
    "schemaorg": "schema.org: article, claims and quotations as JSON-LD",
}
_FORMS = {"inception-json": {"form": "json"}}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; give the exit code."""
    try:
        asked = _parser().parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        module = importlib.import_module(f"verbale.exchange.{asked.format.partition('-')[0]}")
        n = _read(module, asked) if asked.read else _write(module, asked)
    except (InputError, OutputError, OSError, ImportError) as error:
        print(f"verbale.exchange: {error}", file=sys.stderr)
        return 1
    print(f"{asked.target}: {n} document{'' if n == 1 else 's'}", file=sys.stderr)
    return 0


def _write(module: Any, asked: argparse.Namespace) -> int:
    records = list(read_records(asked.source))
    if not records:
        raise InputError(f"{asked.source}: no records in this file")
    return int(module.write(records, asked.target, overwrite=asked.overwrite, **_FORMS.get(asked.format, {})))


def _read(module: Any, asked: argparse.Namespace) -> int:
    path = Path(asked.target)
    if path.exists() and not asked.overwrite:
        raise OutputError(f"{path} exists; --overwrite replaces it")
    lines: Iterator[str] = (record.json() + "\n" for record in module.read(asked.source))
    return _files.put_all(path, lines)


def _parser() -> argparse.ArgumentParser:
    formats = "\n".join(f"  {name:14} {words}" for name, words in _FORMATS.items())
    parser = argparse.ArgumentParser(
        prog="python -m verbale.exchange",
        description="Write records in the format of another tool, or read them back.",
        epilog=f"formats:\n{formats}\n\nWhat each keeps and loses: docs/exchange.md.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("format", metavar="FORMAT", choices=_FORMATS, help="one of the formats below")
    parser.add_argument("source", metavar="RECORDS", help="records as JSON Lines; with --read a folder")
    parser.add_argument("target", metavar="FOLDER", help="a new or empty folder; with --read a file to write")
    parser.add_argument("--read", action="store_true", help="read a folder of the format, write records")
    parser.add_argument("--overwrite", action="store_true", help="replace what is there")
    return parser


if __name__ == "__main__":
    sys.exit(main())
