"""Towns and first-order divisions of GeoNames."""
import collections
import difflib
import gzip
import re

from common import fold, parts, read_tsv, unique, write_tsv

MIN_POPULATION = 5_000
ALIASES_FROM = 50_000
CREDIT = ["source: GeoNames (https://www.geonames.org/), cities5000 and admin1CodesASCII", "licence: CC BY 4.0, credit GeoNames", "date: 2026-11-24"]


def towns(source):
    """(id, name, country, division, lat, lon, population, other names) of every town."""
    for line in gzip.open(f"{source}/gazetteer/cities5000.tsv.gz", "rt", encoding="utf8"):
        gid, name, cc, adm, lat, lon, pop, alts = (line.rstrip("\n").split("\t") + [""] * 8)[:8]
        yield gid, name, cc, adm, float(lat), float(lon), int(pop or 0), alts.split("|")


def mean(points):
    return (sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points))


def other_names(name, population, alternatives):
    """Names in Latin letters, the most like the main one, for towns that news writes of."""
    if population < ALIASES_FROM:
        return []
    main = fold(name)
    latin = unique(a for a in alternatives if re.fullmatch(r"[A-Z][a-z'-]+(?:[ -][A-Z]?[a-z'-]+){0,2}", a) and 3 < len(a) < 24)
    alike = [(difflib.SequenceMatcher(None, main, fold(a)).ratio(), a) for a in latin if fold(a) != main]
    alike = [(-ratio, a) for ratio, a in alike if ratio >= 0.6]
    return [a for _, a in sorted(alike)[: 4 if population > 300_000 else 2]]


def build(source, out, territories):
    """Writes places.tsv and divisions.tsv; returns the middle of each country by ISO2."""
    iso3 = {t["iso2"]: t["iso3"] for t in territories if t["iso2"]}
    capitals = {(t["iso2"], fold(t["capital"])) for t in territories if t["iso2"]}
    curated = {(r["iso3"], fold(r["name"])): parts(r["names"]) for r in read_tsv(f"{out}/curated/place_names.tsv")}
    rows, points = [], collections.defaultdict(list)
    for gid, name, cc, adm, lat, lon, pop, alts in sorted(towns(source), key=lambda t: -t[6]):
        if cc not in iso3:
            continue
        points[cc, adm].append((lat, lon))
        capital = (cc, fold(name)) in capitals or any((cc, fold(a)) in capitals for a in alts if pop > 100_000)
        if pop >= MIN_POPULATION or capital:
            aliases = unique([*curated.pop((iso3[cc], fold(name)), []), *other_names(name, pop, alts)])
            rows.append({"geonameid": gid, "name": name, "aliases": "|".join(aliases), "iso3": iso3[cc], "admin1": adm, "lat": f"{lat:.2f}", "lon": f"{lon:.2f}", "population": pop, "kind": "capital" if capital else ""})
    if curated:
        print("no town for:", *sorted(curated))
    keep_one_capital(rows)
    rows.sort(key=lambda r: int(r["geonameid"]))
    write_tsv(out, "places.tsv", [f"Towns of {MIN_POPULATION} people and more. Built by atlas/build.", "admin1: code in divisions.tsv. kind: capital, else a city.", *CREDIT], ["geonameid", "name", "aliases", "iso3", "admin1", "lat", "lon", "population", "kind"], rows)
    divisions(source, out, iso3, points)
    centres = collections.defaultdict(list)
    for (cc, _), ps in points.items():
        centres[cc].append(mean(ps))
    return {cc: tuple(f"{x:.2f}" for x in mean(ps)) for cc, ps in centres.items()}


def keep_one_capital(rows):
    """Of several towns with the capital's name, the largest is the capital."""
    best = {}
    for r in rows:
        if r["kind"] and r["population"] > best.get(r["iso3"], {"population": -1})["population"]:
            best[r["iso3"]] = r
    for r in rows:
        if r["kind"] and best[r["iso3"]] is not r:
            r["kind"] = ""


def divisions(source, out, iso3, points):
    """States, provinces, regions of the first order."""
    short = {(r["iso3"], r["name"]): parts(r["names"]) for r in read_tsv(f"{out}/curated/division_names.tsv")}
    rows = []
    for line in open(f"{source}/gazetteer/admin1CodesASCII.txt", encoding="utf8"):
        code, name, ascii_name, gid = line.rstrip("\n").split("\t")
        cc, adm = code.split(".", 1)
        if cc in iso3:
            lat, lon = mean(points[cc, adm]) if points.get((cc, adm)) else ("", "")
            alias = [ascii_name] if fold(ascii_name) != fold(name) else []
            alias += short.pop((iso3[cc], ascii_name), [])
            rows.append({"iso3": iso3[cc], "admin1": adm, "geonameid": gid, "name": name, "aliases": "|".join(alias), "lat": lat and f"{lat:.2f}", "lon": lon and f"{lon:.2f}"})
    if short:
        print("no division for:", *sorted(short))
    rows.sort(key=lambda r: (r["iso3"], r["admin1"]))
    write_tsv(out, "divisions.tsv", ["First-order divisions of states. Built by atlas/build.", "lat, lon: the mean of the division's towns.", *CREDIT], ["iso3", "admin1", "geonameid", "name", "aliases", "lat", "lon"], rows)
