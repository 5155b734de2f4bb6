"""States and territories: codes and names of the code lists, with the curated names in front."""
import json
import re

from common import CURATED, clean, fold, parts, read_csv, read_tsv, unique, write_tsv

FORMER_QIDS = {"XKX": "Q1246", "SUN": "Q15180", "DDR": "Q16957", "CSK": "Q33946", "YUG": "Q36704"}
PLURAL = re.compile(r"(?:(?<!m)an|i|er|ot|ene|ine|ak|eek|oat|erb|Turk|Pole|iard|Dane|ede|nn|ton|zech|zakh|bek|jik|ino|ina)$")
NO_PLURAL = {"Philippine", "Saint Martin", "Central African"}


def plural(word):
    """The regular plural of a noun of people; nothing where there is none ("Chinese", "Irish")."""
    return word + "s" if PLURAL.search(word) and word not in NO_PLURAL and not word.isupper() else None


def short_names(code):
    """Names of the code list without notes: "Iran (Islamic Republic of)" -> "Iran"."""
    for name in (code["CLDR display name"], code["UNTERM English Short"]):
        name = clean(re.sub(r"\s*[(\[].*?[)\]]|\*+", "", name or "").replace("&", "and"))
        if name and " - " not in name:
            yield name.removeprefix("the ").removeprefix("The ")


def build(source, out):
    """Writes territories.tsv and returns its rows."""
    codes = read_csv(f"{source}/countries/country-codes.csv")
    nationality = json.load(open(f"{source}/countries/i18n-nationality_en.json", encoding="utf8"))
    nationality = nationality["nationalities"]
    by_iso3 = {c["ISO3166-1-Alpha-3"]: c for c in codes if c["ISO3166-1-Alpha-3"]}
    curated = read_tsv(f"{CURATED}/territory_names.tsv")
    order = [r["iso3"] for r in curated] + [i for i in by_iso3 if i not in {r["iso3"] for r in curated}]
    extra = {r["iso3"]: r for r in curated}
    taken, rows = set(), []
    for iso3 in order:
        code, more = by_iso3.get(iso3, {}), extra.get(iso3, {})
        names = parts(more.get("names")) + (list(short_names(code)) if code else [])
        adjectives = parts(more.get("adjectives"))
        iso2 = code.get("ISO3166-1-Alpha-2") or ("XK" if iso3 == "XKX" else "")
        if not more and re.fullmatch(r"[A-Z][a-z]+", nationality.get(iso2, "")):
            adjectives = [nationality[iso2]]
        adjectives += [p for p in map(plural, adjectives) if p]
        fresh = lambda words: [w for w in unique(words) if w not in taken]
        names = fresh(names)
        taken.update(names)
        adjectives = fresh(a for a in adjectives)
        taken.update(adjectives)
        if names:
            qid = (code.get("wikidata_id") or "").rsplit("/", 1)[-1] or FORMER_QIDS.get(iso3, "")
            rows.append({**more, "iso3": iso3, "iso2": iso2, "qid": qid, "name": names[0], "aliases": "|".join(names[1:]), "adjectives": "|".join(adjectives), "capital": more.get("capital") or code.get("Capital"), "geonameid": code.get("Geoname ID"), "fips": code.get("FIPS") or {"XKX": "KV"}.get(iso3, "")})
    rows.sort(key=lambda r: r["iso3"])
    return rows


def write(out, rows, centres):
    """Writes the table with a point of each territory: the curated one, else the middle of its towns."""
    curated = {r["iso3"]: (r["lat"], r["lon"]) for r in read_tsv(f"{CURATED}/centres.tsv")}
    for row in rows:
        row["lat"], row["lon"] = curated.get(row["iso3"]) or centres.get(row["iso2"], ("", ""))
    write_tsv(out, "territories.tsv", [
        "States and territories. Built by atlas/build; edit atlas/curated/territory_names.tsv.",
        "lat, lon: of atlas/curated/centres.tsv, else the middle of the box around its towns. claimants: who claims it besides.",
        "source: datasets/country-codes (PDDL), i18n-nationality (MIT), GeoNames (CC BY 4.0), atlas/curated/territory_names.tsv and centres.tsv (World Factbook)",
        "licence: PDDL, MIT, CC BY 4.0 (credit GeoNames), CC0-1.0",
        "date: 2026-11-24"],
        ["iso3", "iso2", "qid", "name", "aliases", "adjectives", "capital", "geonameid", "lat", "lon", "claimants", "from", "to"], rows)


def index(rows):
    """ISO3 by folded name, by Wikidata id and by FIPS code."""
    by_name = {}
    for row in rows:
        for name in [row["name"], *parts(row["aliases"])]:
            by_name.setdefault(fold(name), row["iso3"])
    by_qid = {r["qid"]: r["iso3"] for r in rows if r["qid"]}
    return by_name, by_qid, {f: r["iso3"] for r in rows for f in re.split(r"\W+", r["fips"]) if f}
