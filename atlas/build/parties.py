"""Political parties with their Wikidata ids."""
from common import clean, read_csv, write_tsv


def build(source, out, states):
    """Writes parties.tsv."""
    rows = []
    for r in read_csv(f"{source}/parties/partyfacts_wikidata.csv"):
        name, short = clean(r["name"]), clean(r["name_short"])
        if r["country"] in states and len(name) > 3 and " - " not in name:
            short = short if 2 <= len(short) <= 8 and short.isascii() and short != name else ""
            rows.append({"iso3": r["country"], "name": name, "short": short, "qid": r["wikidata_id"]})
    rows.sort(key=lambda r: (r["iso3"], r["name"]))
    write_tsv(out, "parties.tsv", [
        "Political parties. Built by atlas/build. Their actor code is the state's with .PTY.",
        "source: Party Facts (Doering and Regel), links to Wikidata; licence of the extract: MIT",
        "licence: MIT", "date: 2026-11-24"], ["iso3", "name", "short", "qid"], rows)
