"""Times against the cases of Recognizers-Text (Microsoft; MIT), DateTimeModel and DatePeriodParser in English.

Usage:  python3 bench/recognizers.py FOLDER [--show]

FOLDER has RecognizersText_en_{DateTimeModel,DatePeriodParser}.json. What news cannot contain is left
out, by case and with the reason, in recognizers_left_out.py; both shares are printed.

A case is right when every expression it expects is right and nothing else was found (a further
mention counts unless its value is a reference such as PRESENT_REF; where only stretches of dates are
expected, times of day and durations are no surplus). An expression is right when a mention overlaps
it whose value says the same:

- it equals the value or the TIMEX of any reading offered, past or future; X matches anything;
- or our first and last day are theirs (their ends are exclusive, ours are not);
- before, after, since, early and the like are no part of a TIMEX3 value and may be missing;
- months and years ago are months and years in TIMEX3, and days there: theirs must lie in ours;
- "several" is PX in TIMEX3, and 3 there.
"""

import collections
import datetime as D
import json
import os
import re
import subprocess
import sys

from recognizers_left_out import out

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BINARY = os.path.join(ROOT, "target", "release", "verbale")
FOLDER = sys.argv[1] if len(sys.argv) > 1 else sys.exit(__doc__)


def cases(name):
    return json.load(open(f"{FOLDER}/RecognizersText_en_{name}.json", encoding="utf-8-sig"))


A, B = cases("DateTimeModel"), cases("DatePeriodParser")


def ref(x):
    return (x.get("Context") or {}).get("ReferenceDateTime") or "2016-11-07T00:00:00"


def norm():
    for i, x in enumerate(A):
        R = []
        for g in x["Results"]:
            t = (g.get("TypeName") or g.get("ParentText") or "").split(".")[-1] or "?"
            R.append(
                dict(
                    text=g["Text"],
                    s=g.get("Start"),
                    e=g.get("End"),
                    type=t,
                    values=(g.get("Resolution") or {}).get("values", []),
                )
            )
        yield "A%d" % i, x["Input"], ref(x), R
    for i, x in enumerate(B):
        R = []
        for g in x["Results"]:
            v = g.get("Value") or {}
            vals = []
            for k in ("FutureResolution", "PastResolution"):
                f = v.get(k) or {}
                vals.append(
                    {"timex": v.get("Timex"), "start": f.get("startDate"), "end": f.get("endDate"), "Mod": v.get("Mod")}
                )
            R.append(dict(text=g["Text"], s=g["Start"], e=g["Start"] + g["Length"] - 1, type="daterange", values=vals))
        yield "B%d" % i, x["Input"], ref(x), R


def d(s):
    try:
        return D.date.fromisoformat(s[:10])
    except Exception:
        return None


def first(v):
    m = re.match(r"^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?$", v)
    if m:
        return D.date(int(m[1]), int(m[2] or 1), int(m[3] or 1))
    m = re.match(r"^(\d{4})-W(\d\d)(-WE)?$", v)
    if m:
        return D.date.fromisocalendar(int(m[1]), int(m[2]), 6 if m[3] else 1)
    m = re.match(r"^(\d{4})-([QH])(\d)$", v)
    if m:
        return D.date(int(m[1]), (int(m[3]) - 1) * (3 if m[2] == "Q" else 6) + 1, 1)
    if re.match(r"^\d{3}$", v):
        return D.date(int(v) * 10, 1, 1)
    return None


def secs(v):
    m = re.match(
        r"^P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$",
        v or "",
    )
    if not m:
        return None
    return sum(float(a or 0) * b for a, b in zip(m.groups(), (365 * 86400, 30 * 86400, 7 * 86400, 86400, 3600, 60, 1)))


def tx(t):  # their timex -> regex over our value
    t = re.escape(t).replace("\\-", "-")
    t = re.sub("X", ".", t)
    return t + r"(?::00)*Z?"


def clock(v):
    return re.sub(r"T(\d\d)$", r"T\1:00", v.replace(" ", "T"))


def same(v, o, typ, text):
    O = o["value"]
    s, e = d(o.get("start") or ""), d(o.get("end") or "")
    t = v.get("timex") or ""
    val = v.get("value") or ""
    S, E = v.get("start"), v.get("end")
    mod = v.get("Mod")
    if typ == "set":
        if O == t:
            return True
        a = O.replace("XXXX-XX-XXT", "T").replace(":00", "")
        b = t.replace(":00", "")
        return (
            a == b
            or (t == "P1WE" and "WE" in O)
            or {"P0.5Y": "P6M", "P1WE": "XXXX-WXX-WE"}.get(t) == O
            or (secs(O) is not None and secs(O) == secs(t))
        )
    if typ == "duration":
        if O == t or (secs(O) is not None and secs(O) == secs(t)):
            return True
        return re.search(r"\b(few|some|several)\b", text) and O == t.replace("3", "X")
    if typ in ("time", "timerange"):
        # TIME without a day, or with the day that the sentence or the document gives
        o2 = O.split("T", 1)[1] if "T" in O else O
        if "/" in O:
            o2 = "/".join(p.split("T", 1)[-1] for p in O.split("/"))

        def hm(x):
            return re.sub(r"(:00)+$", "", x.strip("Z"))

        if t.startswith("("):
            p = t[1:-1].split(",")[:2]
            return [hm(x) for x in o2.split("/")] == [hm(x[1:]) for x in p]
        return hm(o2) == hm(t[1:])
    if typ == "datetime":
        if "T23:59:59" in t and re.search("end of", text) and O == val[:10]:
            return True
        if O == t:
            return True
        if val and O.rstrip("Z").replace("T", " ") in (val, val[:16]):
            return True
        return False
    if typ == "datetimerange":
        if t.startswith("(") and "/" in O:
            p = O.split("/")
            return S and E and p[0].replace("T", " ") == S[: len(p[0])] and p[1].replace("T", " ") == E[: len(p[1])]
        if t.startswith("("):
            return False
        if mod in ("start", "mid", "end"):
            if O == t:
                return True
        if "T" in t:
            suf = t.split("T", 1)[1]
            day = (S or E or "")[:10]
            return O.replace(":00", "") == (day + "T" + suf).replace(":00", "")
        return O == t
    if typ == "date":
        if O == t or O == val or O.startswith(val + "T"):
            return True
        if re.match(r"^\d{4}(-\d\d)?$", O) and re.search(r"month|year", text) and val.startswith(O):
            return True
        return False
    # dateranges
    if re.search("decades", text) and O == t[1:-1].split(",")[-1]:
        return True
    if "rest" in text and (s, e) == (d(S or ""), d(E or "")):
        return True
    if re.search(r"\b(few|some|several)\b", text) and O == t[1:-1].split(",")[-1].replace("3", "X"):
        return True
    if re.fullmatch(r"SU|WI|SP|FA", t or "") and O == "XXXX-" + t:
        return True
    if mod:
        if O == t or (
            re.fullmatch(tx(t), O)
            and (
                not (S or E)
                or any(x and abs((a - d(x)).days) <= 1 for x in (S, E) for a in (s, e) if a)
                or mod.split("-")[-1] in ("start", "mid", "end")
            )
        ):
            return True
        return False
    if t.startswith("("):
        p = t[1:-1].split(",")
        if "/" in O and S and E:
            a, b = [first(x) for x in O.split("/")]
            if a == d(S) and (b == d(E) or (e and e + D.timedelta(1) == d(E))):
                return True
        if s and e and S and E and s == d(S) and e + D.timedelta(1) == d(E):
            return True
        if O == p[2] or (secs(O) and secs(O) == secs(p[2])):
            return bool(s and e and (s == d(S) or e == d(E) or s - D.timedelta(1) == d(S)))
        return False
    if O == t:
        return True
    if S and E and s and e and s == d(S) and e + D.timedelta(1) == d(E):
        return True
    if t and not S and re.fullmatch(tx(t), O):
        return True
    if S and E and re.fullmatch(tx(t), O) and s and e and d(S) <= s and e < d(E):
        return True
    return False


def predict():
    """Our times by case, and the text they stand in."""
    lines = [json.dumps({"id": i, "text": text, "published_at": r[:10]}) for i, text, r, _ in norm()]
    command = [BINARY, "code", "-q", "--input", "jsonl", "-"]
    done = subprocess.run(command, input="\n".join(lines), capture_output=True, text=True)
    records = map(json.loads, done.stdout.splitlines())
    return {r["doc"]["id"]: ([m for m in r["mentions"] if m["kind"] == "time"], r["doc"]["text"]) for r in records}


def main():
    pred = predict()
    n = collections.Counter()
    fail = []
    left = collections.defaultdict(list)
    for i, text, r, R in norm():
        why = out(i, text, r, R)
        P, dt = pred.get(i, ([], text))
        if dt is not None and dt != text:
            off = text.find(dt.strip()) if dt else 0
        used = set()
        bad = []
        for g in R:
            c = [k for k, m in enumerate(P) if m["start"] <= g["e"] and g["s"] < m["end"]]
            used |= set(c)
            ok = any(same(v, P[k]["time"], g["type"], g["text"]) for k in c for v in g["values"])
            n[(g["type"], "all", i[0])] += 1
            n[(g["type"], "allok", i[0])] += bool(ok)
            if not why:
                n[(g["type"], "n", i[0])] += 1
                n[(g["type"], "ok", i[0])] += bool(ok)
            if not ok:
                bad.append(
                    (
                        "MISS",
                        g["text"],
                        [(v.get("timex"), v.get("value") or (v.get("start"), v.get("end"))) for v in g["values"]][:2],
                        [
                            (P[k]["text"], P[k]["time"]["value"], P[k]["time"].get("start"), P[k]["time"].get("end"))
                            for k in c
                        ],
                    )
                )
        for k, m in enumerate(P):
            if (
                k not in used
                and not m["time"]["value"].endswith("_REF")
                and not (i[0] == "B" and (m["time"]["type"] != "DATE"))
            ):
                bad.append(("EXTRA", m["text"], m["time"]["value"]))
        f = i[0]
        n["cases", f] += 1
        n["right", f] += not bad
        if not R:
            n["none", f] += 1
            n["noneok", f] += not bad
        if why:
            left[why].append((i, not bad))
        else:
            n["in", f] += 1
            n["inok", f] += not bad
            if bad:
                fail.append((i, text, r[:10], bad))
    for f, name in (("A", "DateTimeModel"), ("B", "DatePeriodParser")):
        print(
            f"{name}: all cases {n['right',f]}/{n['cases',f]}; in scope {n['inok',f]}/{n['in',f]} = {100*n['inok',f]/max(1,n['in',f]):.1f} %; expects none {n['noneok',f]}/{n['none',f]}"
        )
        for t in sorted({k[0] for k in n if len(k) == 3 and k[2] == f}):
            print(f"   {t:14} in scope {n[t,'ok',f]:4}/{n[t,'n',f]:<4}   all {n[t,'allok',f]:4}/{n[t,'all',f]:<4}")
    print("left out:", sum(map(len, left.values())))
    for k in sorted(left):
        print(
            f"   {len(left[k]):4} ({sum(o for _,o in left[k])} right) {k}: {' '.join(i for i,_ in left[k])}"
            if "--show" in sys.argv
            else f"   {len(left[k]):4} ({sum(o for _,o in left[k])} of them right) {k}"
        )
    if "--show" in sys.argv:
        for i, text, r, bad in fail:
            print(i, r, repr(text[:110]))
            [print("      ", *b) for b in bad]


main()
