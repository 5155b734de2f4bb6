"""Office holders: the open sources and the curated table, merged person by person."""
import collections
import hashlib
import re

import yaml
from common import CURATED, clean, fold, parts, read_csv, read_tsv, unique, write_tsv
from offices import office

SINGLE = {"GOV.PRES", "GOV.PM", "GOV.MFA", "GOV.MOD", "GOV.MOI", "GOV.FIN", "GOV.HOS"}
SINCE = "1995"
MINOR = {"GOV", "GOV.AMB"}
MINOR_SINCE = "2008"
REPOS = {"us": "USA", "uae": "ARE", "congo kinshasa": "COD", "czech": "CZE", "saudi": "SAU", "swiss federal council": "CHE", "south korea": "KOR", "russia": "RUS", "taiwan": "TWN", "hong kong": "HKG", "united kingdom": "GBR"}
WORLD = {"International Court of Justice": "IGO.ICJ", "United Nations General Assembly": "IGO.UNGA", "United Nations": "IGO.UN", "World Trade Organization": "IGO.WTO", "Council of Europe": "IGO.COE", "OSCE": "IGO.OSCE"}
SHARED_MONARCHS = {"Q43274", "Q9682"}  # reign over several states
RANK = {"curated": 0, "factbook": 1, "us-legislators": 1, "wikidata": 2}


def held(name, country, off, start, end, source, qid="", aliases="", gender=""):
    name = re.sub(r", (?:\d+\w+ )?(?:Baron|Baroness|Lord|Lady|Earl|Viscount)\b.*", "", clean(name))
    return {"name": name, "aliases": parts(aliases), "country": country, "office": off, "from": start or "", "to": end or "", "qid": qid, "source": source, "gender": gender}


def curated():
    for r in read_tsv(f"{CURATED}/officeholders.tsv"):
        yield held(r["name"], r["country"], r["office"], r["from"], r["to"], "curated 2026-11", r["qid"], r["aliases"], r["gender"])


def holders21(source, by_name):
    of_state = lambda tail: tail in by_name or bool(re.fullmatch(r"(?:republic|kingdom) of .*|.* republic", tail) and tail not in ("sakha republic",))
    for r in read_csv(f"{source}/officeholders/holders21.tsv", "\t"):
        if (r["end"] or "9999") < SINCE:
            continue
        base = re.sub(r"-(cabinet|ministers)$", "", r["repo"]).replace("-", " ")
        position = r["position"]
        if base == "world":
            body = next((code for name, code in WORLD.items() if name in position), None)
            if body and not position.startswith("Permanent"):
                yield held(r["person"], "", body, r["start"], r["end"], "wikidata 2022-06", r["qid"])
            continue
        iso3 = REPOS.get(base) or by_name.get(base)
        off = "GOV.MFA" if (base, position) == ("us", "Secretary of State") else office(position, of_state)
        elsewhere = r["qid"] in SHARED_MONARCHS and iso3 != "GBR"
        if iso3 and off and not elsewhere and not (off in MINOR and (r["end"] or "9999") < MINOR_SINCE):
            yield held(r["person"], iso3, off, r["start"], r["end"], "wikidata 2022-06", r["qid"])


def wikidata_lists(source, by_name, by_qid):
    of_state = lambda tail: True
    for r in read_csv(f"{source}/officeholders/world_leaders_wikidata_2022-10.csv"):
        iso3 = by_qid.get(r["countryid"]) or by_name.get(fold(r["country"]))
        off = office(r["positionLabel"], of_state)
        elsewhere = r["officeholder"] in SHARED_MONARCHS and iso3 != "GBR"
        if iso3 and off in SINGLE and r["officeholderLabel"] and not elsewhere:
            yield held(r["officeholderLabel"], iso3, off, r["start_year"], r["end_year"], "wikidata 2022-10", r["officeholder"])
    for r in read_csv(f"{source}/officeholders/world_foreign_ministers_2023-01.csv"):
        iso3 = by_qid.get(r["country"]) or by_name.get(fold(r["countryLabel"]))
        if iso3 and r["name"]:
            yield held(r["name"], iso3, "GOV.MFA", r["start"], "", "wikidata 2023-01", r["person"])


MONTHS = {m: i for i, m in enumerate("January February March April May June July August September October November December".split(), 1)}
LEADER = re.compile(r"^(?:[A-Z][a-z-]+ )*?(President|Prime Minister|King|Queen|Emir|Amir|Sultan|Chancellor|Premier|Taoiseach|Pope|Prince)(?: [a-z]+)* (.+?) \(since (\d{1,2}) (\w+) (\d{4})\)")
LEADER_OFFICE = {"President": "GOV.PRES", "Prime Minister": "GOV.PM", "Chancellor": "GOV.PM", "Premier": "GOV.PM", "Taoiseach": "GOV.PM"}


def factbook(source, by_fips):
    for r in read_csv(f"{source}/leaders/leaders_2026-01.tsv", "\t"):
        iso3 = by_fips.get(r["file"].split("/")[-1].split(".")[0].upper())
        for cell in (r["chief_of_state"], r["head_of_government"]):
            m = LEADER.match(re.split(r";|, represented by|note", cell or "")[0].strip())
            if not m or not iso3 or "MACRON" in cell and iso3 != "FRA" or "TRUMP" in cell and iso3 != "USA" or "CHARLES" in cell and iso3 != "GBR":
                continue
            words = re.sub(r"\(.*?\)|\"", "", m[2]).split()
            name = " ".join(w.capitalize() if w.isupper() and len(w) > 1 and not re.fullmatch(r"[IVX]+|JD", w) else w for w in words)
            name = re.sub(r"([-'])(\w)", lambda k: k[1] + k[2].upper(), name)
            yield held(name, iso3, LEADER_OFFICE.get(m[1], "GOV.HOS"), f"{m[5]}-{MONTHS.get(m[4], 1):02d}-{int(m[3]):02d}", "", "factbook 2026-01")


def legislators(source):
    for p in yaml.load(open(f"{source}/leaders/us_legislators-current.yaml", encoding="utf8"), Loader=yaml.CSafeLoader):
        name = p["name"].get("official_full") or f"{p['name']['first']} {p['name']['last']}"
        short = f"{p['name'].get('nickname') or p['name']['first']} {p['name']['last']}"
        gender = {"M": "m", "F": "f"}.get(p["bio"].get("gender"), "")
        yield held(re.sub(r",? (?:Jr|Sr)\.?$", "", name), "USA", "LEG", p["terms"][0]["start"], p["terms"][-1]["end"], "us-legislators 2026-01", p["id"].get("wikidata", ""), short, gender)


def person_groups(rows):
    """Rows of one person together: by Wikidata id, by name and state, by office, surname and start.

    A name in the curated table is one person, whatever states and bodies he or she served."""
    parent = list(range(len(rows)))

    def root(i):
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    first = {}
    qid_of = [r["qid"] for r in rows]

    def join(key, i):
        j = root(first.setdefault(key, i))
        i = root(i)
        if i != j and not (qid_of[i] and qid_of[j] and qid_of[i] != qid_of[j]):
            parent[i] = j
            qid_of[j] = qid_of[j] or qid_of[i]

    for i, r in enumerate(rows):
        if r["qid"]:
            join(("q", r["qid"]), i)
    for i, r in enumerate(rows):
        for name in [r["name"], *r["aliases"]]:
            join(("n", fold(name).replace("-", " "), r["country"]), i)
    for i, r in enumerate(rows):
        if r["source"].startswith("curated"):
            join(("c", fold(r["name"])), i)
    for i, r in enumerate(rows):
        if r["office"] in SINGLE and r["from"]:
            join(("o", r["country"], r["office"], fold(r["name"]).split()[-1], r["from"][:4]), i)
    groups = collections.defaultdict(list)
    for i, r in enumerate(rows):
        groups[root(i)].append(r)
    return list(groups.values())


def merged_tenures(rows):
    """Rows that tell of the same stretch in office as one, with the better source's dates."""
    kept = []
    for r in sorted(rows, key=lambda r: (RANK[r["source"].split()[0]], -len(r["from"]), r["from"], r["to"] or "9")):
        same = next((k for k in kept if (k["country"], k["office"]) == (r["country"], r["office"]) and overlap(k, r)), None)
        if same is None:
            kept.append(dict(r))
        elif RANK[same["source"].split()[0]] == RANK[r["source"].split()[0]]:
            extend(same, r)
        elif not same["to"] and not r["to"]:
            same["source"] = max(same["source"], r["source"], key=as_of)
    return sorted(kept, key=lambda r: (r["from"], r["office"]))


def as_of(source):
    return source.split()[-1]


def extend(row, more):
    """Lays a second row of equal rank over the first: one stretch from the first day to the last."""
    if len(more["from"]) >= len(row["from"]):
        row["from"] = min(row["from"], more["from"])
    if row["to"] and more["to"]:
        row["to"] = max(row["to"], more["to"])
    elif row["to"] and more["from"][:7] > row["from"][:7] and more["from"][:4] >= row["to"][:4]:
        row["to"], row["source"] = "", more["source"]
    elif more["to"] and as_of(more["source"]) > as_of(row["source"]):
        row["to"], row["source"] = more["to"], more["source"]


def overlap(a, b):
    """Whether two stretches share a month, begin in the same year, or (minor posts) nearly touch."""
    ends = lambda r: r["to"] or "9999"
    if a["office"] in MINOR and min(abs(int(x["from"][:4] or 0) - int(ends(y)[:4])) for x, y in ((a, b), (b, a))) <= 1:
        return True
    shared = a["from"][:7] <= ends(b)[:7] and b["from"][:7] <= ends(a)[:7]
    return shared or a["from"][:4] == b["from"][:4]


def own_id(name):
    """The id that the atlas gives to a name without a Wikidata id."""
    return "x:" + hashlib.sha256(fold(name).encode()).hexdigest()[:12]


def close_by_successor(rows):
    """An open end of an office that one person holds ends where a later source names another."""
    by_office = collections.defaultdict(list)
    for r in rows:
        if r["office"] in SINGLE:
            by_office[r["country"], r["office"]].append(r)
    for held_by in by_office.values():
        held_by.sort(key=lambda r: r["from"])
        for r, later in zip(held_by, held_by[1:]):
            if not r["to"] and r["source"].split()[-1] <= later["source"].split()[-1] and later["name"] != r["name"]:
                r["to"] = later["from"]


def build(source, out, by_name, by_qid, by_fips):
    """Writes persons.tsv."""
    rows = [*curated(), *holders21(source, by_name), *wikidata_lists(source, by_name, by_qid), *factbook(source, by_fips), *legislators(source)]
    people = []
    for group in person_groups(rows):
        best = min(group, key=lambda r: (RANK[r["source"].split()[0]], len(r["name"])))
        names = unique([best["name"], *(n for r in group for n in [*r["aliases"], r["name"]] if " " in n)])
        qid = next((r["qid"] for r in group if r["qid"]), "")
        if not qid and len({r["country"] for r in group}) > 1:
            qid = own_id(best["name"])
        gender = next((r["gender"] for r in group if r["gender"]), "")
        wrong = {r["qid"] for r in group if r["qid"]} - {qid}
        if wrong:
            print("ids differ:", best["name"], qid, wrong)
        people += [{**t, "name": best["name"], "aliases": "|".join(names[1:]), "qid": qid, "gender": gender} for t in merged_tenures(group)]
    close_by_successor(people)
    people = [r for r in people if not r["to"] or r["to"] >= r["from"][: len(r["to"])]]
    people.sort(key=lambda r: (r["country"], r["name"], r["qid"], r["from"], r["office"]))
    write_tsv(out, "persons.tsv", [
        "Who held which office when. Built by atlas/build; edit atlas/curated/officeholders.tsv.",
        "An empty `to` is open at the date of the source, not necessarily now. office: what follows the state in an actor code.",
        "source: Wikidata (CC0; to 2022-06, 2022-10, 2023-01), World Factbook 2026-01 (public domain), unitedstates/congress-legislators (CC0), atlas/curated/officeholders.tsv",
        "licence: CC0-1.0", "date: 2026-11-24"],
        ["name", "aliases", "country", "office", "from", "to", "qid", "gender", "source"], people)
