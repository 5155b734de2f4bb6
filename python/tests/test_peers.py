"""Tables of POLECAT and GDELT, read by pandas under the columns and types that are published."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Literal

import pytest

import verbale
from conftest import EXAMPLES, ROOT

pandas = pytest.importorskip("pandas")

WHO = (
    "{0} Name",
    "{0} Country",
    "{0} COW",
    "Primary {0} Sector",
    "{0} Sectors",
    "{0} Title",
    "{0} Name Raw",
    "Wikipedia {0} ID",
)
NUMBERS = {"Actor COW": "Int64", "Recipient COW": "Int64", "GeoNames ID": "Int64"}
MEASURES = {"Intensity": "float64", "Latitude": "float64", "Longitude": "float64"}

POLECAT = [
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *(name.format("Actor") for name in WHO),
    *(name.format("Recipient") for name in WHO),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID"),
    *("Raw Placename", "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations"),
    *("Story Locations", "Language", "Version"),
]

CODES = ("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code")
TYPES = ("Type1Code", "Type2Code", "Type3Code")
GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")

GDELT = [
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
    *(f"Actor{n}{name}" for n in (1, 2) for name in CODES + TYPES),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"),
    *("NumMentions", "NumSources", "NumArticles", "AvgTone"),
    *(f"{of}Geo_{name}" for of in ("Actor1", "Actor2", "Action") for name in GEO),
    *("DATEADDED", "SOURCEURL"),
]

WHOLE = {"GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "IsRootEvent", "QuadClass", "DATEADDED"}
WHOLE |= {"NumMentions", "NumSources", "NumArticles"} | {name for name in GDELT if name.endswith("Geo_Type")}
FLOAT = {"FractionDate", "GoldsteinScale", "AvgTone"} | {n for n in GDELT if n.endswith(("_Lat", "_Long"))}


def gdelt_type(name: str) -> str:
    """The type that the code book gives a column."""
    return "Int64" if name in WHOLE else "float64" if name in FLOAT else "string"


def written(folder: Path, format: Literal["polecat", "gdelt"]) -> verbale.Written:
    """The table of the examples."""
    return verbale.code_files(EXAMPLES, folder / "table.txt", format=format)


def test_polecat_loads_under_its_columns_and_types(tmp_path: Path) -> None:
    types = dict.fromkeys(POLECAT, "string") | NUMBERS | MEASURES
    dates = ["Event Date", "Publication Date"]
    for name in dates:
        del types[name]
    path = written(tmp_path, "polecat").path
    events = pandas.read_csv(path, sep="\t", quoting=3, dtype=types, parse_dates=dates)
    assert list(events.columns) == POLECAT
    assert events["Event ID"].is_unique
    assert len(events) > 10
    assert events["Event Date"].dtype.kind == "M"
    assert events["Intensity"].between(-10, 10).all()
    assert events["Version"].eq(f"verbale {verbale.__version__}").all()
    known = events.dropna(subset=["Actor COW"])
    assert (known["Actor Country"].str.len() == 3).all()


def test_gdelt_loads_under_its_columns_and_types(tmp_path: Path) -> None:
    types = {name: gdelt_type(name) for name in GDELT}
    path = written(tmp_path, "gdelt").path
    events = pandas.read_csv(path, sep="\t", header=None, names=GDELT, dtype=types, quoting=3)
    assert len(GDELT) == len(path.read_text().split("\n", 1)[0].split("\t"))
    assert events["GLOBALEVENTID"].is_unique
    assert (events["EventRootCode"] == events["EventCode"].str[:2]).all()
    dated = events.dropna(subset=["SQLDATE"])
    assert (dated["SQLDATE"] // 100 == dated["MonthYear"]).all()
    assert (dated["FractionDate"] // 1 == dated["Year"]).all()
    assert events["QuadClass"].isin([1, 2, 3, 4]).all()
    assert events["GoldsteinScale"].between(-10, 10).all()


def test_neither_has_claims_unless_asked(tmp_path: Path) -> None:
    records = list(verbale.read_records(verbale.code_files(EXAMPLES, tmp_path / "all.jsonl").path))
    claims = {f"{r.doc.key}#{e.id}" for r in records for e in r.events if e.according_to}
    facts = pandas.read_csv(written(tmp_path, "polecat").path, sep="\t", quoting=3)
    ids = facts["Event ID"].str.rsplit(".", n=1).str[0]
    assert not set(ids) & claims
    done = verbale.code_files(EXAMPLES, tmp_path / "more.txt", format="polecat", claims=True)
    more = pandas.read_csv(done.path, sep="\t", quoting=3)
    ids = more["Event ID"].str.rsplit(".", n=1).str[0]
    said = more["Version"].str.endswith(" claim")
    assert said.any()
    assert set(ids[said]) <= claims
    assert not set(ids[~said]) & claims
    assert more[~said].reset_index(drop=True).equals(facts)
    with pytest.raises(ValueError, match="claims is for polecat"):
        verbale.code_files(EXAMPLES, tmp_path / "none.txt", format="gdelt", claims=True)


def test_the_page_reads_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (ROOT / "docs/peers.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```python\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    written(tmp_path, "polecat").path.rename(tmp_path / "week.txt")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    exec(compile(block, "docs/peers.md", "exec"), names)
    assert list(names["events"].columns) == POLECAT


def test_what_is_left_out_is_told(tmp_path: Path) -> None:
    assert "not in the table" in written(tmp_path, "gdelt").notes[-1]
