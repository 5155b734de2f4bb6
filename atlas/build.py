"""Builds the atlas: one command, the same bytes every time.

    python3 atlas/build.py ../shared/data/atlas-sources atlas/

Reads open sources (see the headers it writes) and the curated tables in atlas/curated/, and writes
territories.tsv, persons.tsv and places.tsv beside them. bodies.tsv, memberships.tsv, seats.tsv and
groups.tsv are used as curated.
"""
import csv
import gzip
import json
import os
import re
import sys
import unicodedata

SRC, OUT = sys.argv[1], sys.argv[2]
CURATED = os.path.join(OUT, "curated")
MIN_POPULATION = 40_000

# Position -> office, first match wins. Deputies, shadows and ministers "of state" are left out.
OFFICES = [
    (r"^(prime minister|premier|taoiseach|federal chancellor|chancellor|first minister|president of the council of ministers|president of the government|president of the ministers' council|chairman of the council of ministers|premier of the state council|minister of state of monaco)$", "GOV.PM"),
    (r"^(president|president of the republic|president of .*federation|state president|president of the swiss confederation)$", "GOV.PRES"),
    (r"^(king|queen|emir|sultan|monarch|supreme leader|grand duke|prince|emperor|pope|president of the state council|general secretary.*|chairman of the presidency.*)$", "GOV.HOS"),
    (r"^(federal )?(minister|secretary|secretary of state)( of state)? (of|for) (foreign|external)\b.*|^foreign (minister|secretary)$|^minister of external.*|^federal minister for (european|foreign).*", "GOV.MFA"),
    (r"^(federal )?(minister|secretary|secretary of state) (of|for) (the )?(national |people's )?(defen[cs]e|armed forces)\b.*", "GOV.MOD"),
    (r"^(federal )?(minister|secretary|secretary of state) (of|for) (the )?(interior|internal affairs|home affairs|home department|homeland security|internal security)\b.*", "GOV.MOI"),
    (r"^(federal )?(minister|secretary) (of|for) (the )?(finance|treasury|economy and finance)\b.*|^chancellor of the exchequer$", "GOV.FIN"),
]
NOT_OFFICES = re.compile(r"deputy|vice|shadow|acting|assistant|minister of state for|parliamentary|permanent|special|senate|assembly|chamber|council of state|trade|court", re.I)
REPO_NAMES = {"us-cabinet": "USA", "united-kingdom-cabinet": "GBR", "uae-ministers": "ARE", "congo-kinshasa-ministers": "COD", "czech-ministers": "CZE", "saudi-ministers": "SAU", "swiss-federal-council": "CHE", "south-korea-ministers": "KOR", "north-korea": "PRK", "russia-cabinet": "RUS", "iran-ministers": "IRN", "syria": "SYR", "vietnam": "VNM", "venezuela": "VEN", "taiwan": "TWN", "moldova-ministers": "MDA", "turkey-ministers": "TUR", "hong-kong": "HKG"}


def clean(text):
    return re.sub(r"\s+", " ", text or "").strip()


def fold(text):
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()


def curated(name):
    rows = [l.rstrip("\n") for l in open(os.path.join(CURATED, name), encoding="utf8") if not l.startswith("#")]
    return list(csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))


def write(name, header, columns, rows):
    path = os.path.join(OUT, name)
    with open(path, "w", encoding="utf8", newline="\n") as out:
        out.write("".join(f"# {line}\n" for line in header) + "\t".join(columns) + "\n")
        for row in rows:
            out.write("\t".join(clean(str(row.get(c) or "")) for c in columns) + "\n")
    print(f"{path}: {len(rows)} rows")


def territories():
    codes = list(csv.DictReader(open(f"{SRC}/countries/country-codes.csv", encoding="utf8")))
    nationality = json.load(open(f"{SRC}/countries/i18n-nationality_en.json", encoding="utf8"))["nationalities"]
    extra = {r["iso3"]: r for r in curated("territory_names.tsv")}
    fact = {}
    for r in csv.DictReader(open(f"{SRC}/leaders/leaders_2026-01.tsv", encoding="utf8"), delimiter="\t"):
        fact[fold(r["name"])] = r
    rows, seen = [], set()
    for c in codes:
        iso3, iso2 = c["ISO3166-1-Alpha-3"], c["ISO3166-1-Alpha-2"]
        if not iso3:
            continue
        seen.add(iso3)
        more = extra.get(iso3, {})
        short = c["CLDR display name"] or c["UNTERM English Short"]
        names = [n for n in (more.get("names") or "").split("|") if n]
        for n in (short, re.sub(r"\s*\(.*\)", "", c["UNTERM English Short"] or "")):
            n = clean(n.replace("&", "and"))
            if n and n.lower() not in [x.lower() for x in names]:
                names.append(n)
        adjectives = [a for a in (more.get("adjectives") or "").split("|") if a]
        f = fact.get(fold(short))
        for a in ([nationality.get(iso2)] if iso2 in nationality and not adjectives else []) + ([f["adjective"], f["noun"]] if f and not adjectives else []):
            for part in re.split(r"\bor\b|,|;|/", re.sub(r"\(s\)|\(.*?\)", "", a or "")):
                part = clean(part)
                if re.match(r"^[A-Z][A-Za-z' -]{2,30}$", part) and part not in adjectives and part not in names:
                    adjectives.append(part)
        qid = (c["wikidata_id"] or "").rsplit("/", 1)[-1]
        rows.append({"iso3": iso3, "iso2": iso2, "qid": qid, "name": names[0].removeprefix("the "), "aliases": "|".join(dict.fromkeys(n.removeprefix("the ") for n in names[1:] if n.removeprefix("the ") != names[0].removeprefix("the "))),
                     "adjectives": "|".join(adjectives), "capital": more.get("capital") or c["Capital"], "geonameid": c["Geoname ID"], "claimants": more.get("claimants", "")})
    for iso3, more in extra.items():
        if iso3 not in seen:
            names = more["names"].split("|")
            rows.append({"iso3": iso3, "qid": {"XKX": "Q1246", "SUN": "Q15180", "DDR": "Q16957", "CSK": "Q33946"}.get(iso3, ""), "name": names[0], "aliases": "|".join(names[1:]), "adjectives": more["adjectives"], "capital": more["capital"], "claimants": more.get("claimants") or ""})
    write("territories.tsv", ["States and territories. Built by atlas/build.py; edit atlas/curated/territory_names.tsv.", "source: datasets/country-codes (PDDL), i18n-nationality (MIT), World Factbook 2026-01 (public domain), atlas/curated/territory_names.tsv", "licence: PDDL / MIT / CC0-1.0", "as of: 2026-01"],
          ["iso3", "iso2", "qid", "name", "aliases", "adjectives", "capital", "geonameid", "claimants"], sorted(rows, key=lambda r: r["iso3"]))
    return rows


def office(position):
    p = clean(position).lower()
    p = re.sub(r" of (?:the )?(?:republic of |kingdom of )?[a-z' -]+$", "", p) if re.match(r"^(president|prime minister|king|emperor|queen|chancellor|federal chancellor) of ", p) else p
    if NOT_OFFICES.search(p):
        return None
    return next((o for pattern, o in OFFICES if re.match(pattern, p)), None)


def persons(states):
    by_name = {}
    for s in states:
        for n in [s["name"], *s["aliases"].split("|")]:
            by_name[fold(n)] = s["iso3"]
    by_qid = {s["qid"]: s["iso3"] for s in states if s["qid"]}
    rows = {}

    def add(name, iso3, off, start, end, qid, source, aliases=""):
        if name and off and (iso3 or off.startswith("IGO")):
            key = (fold(name), iso3, off, (start or "")[:7])
            rows.setdefault(key, {"name": name, "aliases": aliases, "country": iso3, "office": off, "from": start, "to": end, "qid": qid, "source": source})

    for r in curated("officeholders.tsv"):
        add(r["name"], r["country"], r["office"], r["from"], r["to"], r["qid"], "curated 2026-11", r["aliases"])
    for r in csv.DictReader(open(f"{SRC}/officeholders/holders21.tsv", encoding="utf8"), delimiter="\t"):
        repo = r["repo"]
        base = re.sub(r"-(cabinet|ministers)$", "", repo).replace("-", " ")
        iso3 = REPO_NAMES.get(repo) or by_name.get(fold(base))
        end = r["end"] or ""
        if (end or "9999") < "1990":
            continue
        off = office(r["position"])
        if repo == "us-cabinet" and r["position"] == "Secretary of State":
            off = "GOV.MFA"
        if iso3:
            add(r["person"], iso3, off, r["start"], end, r["qid"], "wikidata 2022-06")
    for r in csv.DictReader(open(f"{SRC}/officeholders/world_leaders_wikidata_2022-10.csv", encoding="utf8")):
        iso3 = by_qid.get(r["countryid"]) or by_name.get(fold(r["country"]))
        add(r["officeholderLabel"], iso3, office(r["positionLabel"]), r["start_year"], r["end_year"], r["officeholder"], "wikidata 2022-10")
    for r in csv.DictReader(open(f"{SRC}/officeholders/world_foreign_ministers_2023-01.csv", encoding="utf8")):
        iso3 = by_qid.get(r["country"]) or by_name.get(fold(r["countryLabel"]))
        add(r["name"], iso3, "GOV.MFA", r["start"], "", r["person"], "wikidata 2023-01")
    months = {m: i + 1 for i, m in enumerate("January February March April May June July August September October November December".split())}
    for r in csv.DictReader(open(f"{SRC}/leaders/leaders_2026-01.tsv", encoding="utf8"), delimiter="\t"):
        iso3 = by_name.get(fold(r["name"]))
        for cell in (r["chief_of_state"], r["head_of_government"]):
            first = re.split(r"[;]|represented by|note", cell or "")[0]
            m = re.match(r"^((?:[A-Z][a-z-]+ )*?(?:President|Prime Minister|King|Queen|Emir|Amir|Sultan|Chancellor|Premier|Taoiseach|Pope|Prince))(?: [a-z]+)* (.+?) \(since (\d{1,2}) (\w+) (\d{4})\)", first.strip())
            if not m or not iso3:
                continue
            title = m[1].split()[-1].lower()
            off = {"president": "GOV.PRES", "minister": "GOV.PM", "chancellor": "GOV.PM", "premier": "GOV.PM", "taoiseach": "GOV.PM"}.get(title, "GOV.HOS")
            name = " ".join(w.capitalize() if w.isupper() and len(w) > 2 else w for w in re.sub(r"\(.*?\)", "", m[2]).split())
            name = re.sub(r"-(\w)", lambda k: "-" + k[1].upper(), name)
            add(name, iso3, off, f"{m[5]}-{months.get(m[4], 1):02d}-{int(m[3]):02d}", "", "", "factbook 2026-01")
    ordered = sorted(rows.values(), key=lambda r: (r["country"], r["office"], r["from"] or "", r["name"]))
    write("persons.tsv", ["Who held which office when. Built by atlas/build.py; edit atlas/curated/officeholders.tsv.", "An empty `to` is open at the date of the source, not necessarily now.", "source: Wikidata (to 2022-06, 2022-10, 2023-01), World Factbook 2026-01, atlas/curated/officeholders.tsv", "licence: CC0-1.0"],
          ["name", "aliases", "country", "office", "from", "to", "qid", "source"], ordered)


def places(states):
    iso3 = {s["iso2"]: s["iso3"] for s in states if s.get("iso2")}
    capitals = {(s["iso3"], fold(s["capital"] or "")) for s in states}
    admin = {}
    for line in open(f"{SRC}/gazetteer/admin1CodesASCII.txt", encoding="utf8"):
        p = line.rstrip("\n").split("\t")
        admin[p[0]] = p[1]
    rows = []
    for line in gzip.open(f"{SRC}/gazetteer/cities5000.tsv.gz", "rt", encoding="utf8"):
        gid, name, cc, adm, lat, lon, pop, alts = (line.rstrip("\n").split("\t") + [""] * 8)[:8]
        is_capital = (iso3.get(cc), fold(name)) in capitals
        if not is_capital and int(pop or 0) < MIN_POPULATION:
            continue
        ascii_name = fold(name)
        other = [a for a in alts.split("|") if re.match(r"^[A-Z][A-Za-z' -]+$", a) and fold(a) != ascii_name and int(pop or 0) >= 1_000_000]
        alias = [a for a in dict.fromkeys(other) if fold(a)[:2] == ascii_name[:2]][:3]
        rows.append({"geonameid": gid, "name": name, "aliases": "|".join(alias), "iso3": iso3.get(cc, ""), "admin1": admin.get(f"{cc}.{adm}", ""), "lat": f"{float(lat):.3f}", "lon": f"{float(lon):.3f}", "population": pop, "kind": "capital" if is_capital else "city"})
    rows.sort(key=lambda r: int(r["geonameid"]))
    write("places.tsv", [f"Capitals and towns of {MIN_POPULATION} people and more. Built by atlas/build.py.", "source: GeoNames (https://www.geonames.org/), cities5000 and admin1 codes", "licence: CC BY 4.0, credit GeoNames", "as of: 2026"],
          ["geonameid", "name", "aliases", "iso3", "admin1", "lat", "lon", "population", "kind"], rows)


states = territories()
persons(states)
places(states)
