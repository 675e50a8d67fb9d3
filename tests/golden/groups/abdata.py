"""Differences of a coefficient between two groups of abdata, by numpy from rows: pooled regressions with every
regressor and effect interacted, and errors clustered by firm. Writes abdata.json; run in this folder."""

import csv
import json

import numpy as np

with open("../abdata/data.csv") as file:
    rows = list(csv.DictReader(file))
value = {c: np.array([float(r[c]) for r in rows]) for c in ("id", "year", "n", "w", "k")}
lag = {(r["id"], int(float(r["year"]))): float(r["w"]) for r in rows}
before = np.array([lag.get((r["id"], int(float(r["year"])) - 1), np.nan) for r in rows])


def demeaned(x, cells):
    out = x.copy()
    for cell in np.unique(cells):
        out[cells == cell] -= out[cells == cell].mean(axis=0)
    return out


def compare(group, y, x, z, units, absorbs, small):
    """The difference of the first coefficient and its error: x and z for each group, cells of unit and group."""
    own = group == 1
    stack = lambda a: np.hstack([a * ~own[:, None], a * own[:, None]])
    xs, zs, ys = stack(x), stack(z), y
    k = xs.shape[1]
    if absorbs:
        cells = units * 10 + group
        xs, zs, ys = (demeaned(a, cells) for a in (xs, zs, ys))
        k += 1  # the constant that xtreg counts
    fitted = zs @ np.linalg.lstsq(zs, xs, rcond=None)[0]
    bread = np.linalg.inv(fitted.T @ xs)
    b = bread @ (fitted.T @ ys)
    scores = fitted * (ys - xs @ b)[:, None]
    ids = np.unique(units)
    meat = sum(np.outer(s, s) for s in (scores[units == i].sum(axis=0) for i in ids))
    n, g = len(y), len(ids)
    factor = g / (g - 1) * (n - 1) / (n - k) if small else 1.0
    v = factor * bread @ meat @ bread.T
    half = x.shape[1]
    c = np.zeros(2 * half)
    c[0], c[half] = -1, 1
    return {"estimates": [b[0], b[half]], "estimate": c @ b, "stdError": float(np.sqrt(c @ v @ c))}


ones = np.ones(len(rows))
half = (value["id"] % 2).astype(int)
late = (value["year"] >= 1980).astype(int)
wk = np.column_stack([value["w"], value["k"]])
out = {}
for name, group in (("half", half), ("late", late)):
    out[f"within by {name}"] = compare(group, value["n"], wk, wk, value["id"], True, True)
    x = np.column_stack([value["w"], value["k"], ones])
    out[f"ols by {name}"] = compare(group, value["n"], x, x, value["id"], False, True)
    keep = ~np.isnan(before)
    z = np.column_stack([before, value["k"], ones])
    out[f"iv by {name}"] = compare(
        group[keep], value["n"][keep], x[keep], z[keep], value["id"][keep], False, False
    )
with open("abdata.json", "w") as file:
    json.dump({"source": "abdata.py, numpy " + np.__version__, "cases": out}, file, indent=1)
    file.write("\n")
