"""Reading and writing of the tables: plain TSV with a header of comments."""
import csv
import os
import re
import unicodedata

# Tables that are edited by hand.
CURATED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "curated")

csv.field_size_limit(1 << 24)


def clean(text):
    """One line, single spaces."""
    return re.sub(r"\s+", " ", str(text or "")).strip()


def fold(text):
    """Lower case without diacritics, as the resolver folds names."""
    special = str.maketrans("łŁøØđĐıßæÆœŒ’‘`", "lLoOdDisaAoO'''")
    plain = unicodedata.normalize("NFKD", str(text or "").translate(special))
    return clean("".join(c for c in plain if not unicodedata.combining(c)).lower())


def parts(cell):
    """The parts of a cell that `|` separates."""
    return [p.strip() for p in (cell or "").split("|") if p.strip()]


def unique(items):
    """Without repetitions, in order."""
    return list(dict.fromkeys(items))


def read_tsv(path):
    """Rows of a table with comment lines."""
    with open(path, encoding="utf8") as lines:
        kept = [line.rstrip("\n") for line in lines if not line.startswith("#")]
    return list(csv.DictReader(kept, delimiter="\t", quoting=csv.QUOTE_NONE, restval=""))


def read_csv(path, delimiter=","):
    """Rows of a foreign table."""
    with open(path, encoding="utf8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=delimiter))


def write_tsv(folder, name, header, columns, rows):
    """Writes a table; cells at the end of a line that are empty are left out."""
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf8", newline="\n") as out:
        out.write("".join(f"# {line}\n" for line in header) + "\t".join(columns) + "\n")
        for row in rows:
            out.write("\t".join(clean(row.get(c)) for c in columns).rstrip("\t") + "\n")
    print(f"{path}: {len(rows)} rows, {os.path.getsize(path) / 1e6:.2f} MB")
