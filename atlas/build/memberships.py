"""Members of the bodies that have none in memberships.tsv, as the World Factbook lists them."""
import collections
import re

from common import read_csv, read_tsv, write_tsv

FACTBOOK = {"ICCt": "ICC", "C": "COMMONWEALTH", "Interpol": "INTERPOL", "AfDB": "AFDB", "G-77": "G77", "IBRD": "WB", "Schengen Convention": "SCHENGEN"}
NO_MEMBERS = {"MINUSMA", "MONUSCO", "UNFICYP", "UNIFIL", "UNRWA", "UNDP", "UNHCR", "UNITAR", "ECB", "EAS", "AIIB", "LCBC", "UNASUR"}
MISSIONS = {"mission", "force", "operation", "tribunal", "secretariat"}  # who sends people there is no member
LEFT = {("OAS", "NIC")}  # left on 2023-11-19; the Factbook still lists it


def build(source, out, by_fips):
    """Writes memberships_2026.tsv."""
    curated = {r["code"] for r in read_tsv(f"{out}/memberships.tsv")}
    has_members = lambda r: not MISSIONS & set(r["classes"].split("|"))
    open_bodies = {r["code"] for r in read_tsv(f"{out}/bodies.tsv") if has_members(r)} - curated
    members = collections.defaultdict(set)
    for r in read_csv(f"{source}/leaders/leaders_2026-01.tsv", "\t"):
        iso3 = by_fips.get(r["file"].split("/")[-1].split(".")[0].upper())
        for part in re.split(r",\s*(?![^()]*\))", r["igo_participation"] or ""):
            name = part.strip()
            short = FACTBOOK.get(name, name)
            if iso3 and "(" not in name and (short, iso3) not in LEFT and short not in NO_MEMBERS and f"IGO.{short}" in open_bodies:
                members[f"IGO.{short}"].add(iso3)
    rows = [{"code": code, "from": "", "to": "", "status": "member", "members": " ".join(sorted(ms))} for code, ms in sorted(members.items()) if len(ms) > 2]
    write_tsv(out, "memberships_2026.tsv", [
        "Members in January 2026 of bodies without dates in memberships.tsv. Built by atlas/build.",
        "An empty `from` is not known: at earlier dates the list is a guess.",
        "source: World Factbook 2026-01, international organisation participation (public domain)",
        "licence: CC0-1.0", "date: 2026-11-24"], ["code", "from", "to", "status", "members"], rows)
    print({r["code"]: len(r["members"].split()) for r in rows})
