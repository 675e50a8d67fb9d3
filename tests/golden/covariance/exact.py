"""Writes exact.json: covariance matrices of two regressions in 60 decimal digits, rounded once at the end.

Run here: python3 exact.py. The table of make.R is in double precision and is itself off by 1e-12 on abdata.
"""

import csv
import json
from decimal import Decimal, getcontext

getcontext().prec = 60


def product(a, b):
    return [[sum(x * y for x, y in zip(row, column)) for column in zip(*b)] for row in a]


def inverse(matrix):
    size = len(matrix)
    work = [row[:] + [Decimal(int(i == j)) for j in range(size)] for i, row in enumerate(matrix)]
    for c in range(size):
        pivot = work[c][c]
        work[c] = [value / pivot for value in work[c]]
        for r in range(size):
            if r != c:
                factor = work[r][c]
                work[r] = [a - factor * b for a, b in zip(work[r], work[c])]
    return [row[size:] for row in work]


def outer_sum(scores):
    size = len(scores[0])
    return [[sum(s[i] * s[j] for s in scores) for j in range(size)] for i in range(size)]


def totals(scores, labels):
    sums = {}
    for score, label in zip(scores, labels):
        known = sums.setdefault(label, [Decimal(0)] * len(score))
        sums[label] = [a + b for a, b in zip(known, score)]
    return [sums[label] for label in sorted(sums)]


def bartlett(sums, lags):
    meat = outer_sum(sums)
    for lag in range(1, lags + 1):
        weight = 1 - Decimal(lag) / (lags + 1)
        for now, before in zip(sums[lag:], sums):
            for i, a in enumerate(now):
                for j, b in enumerate(before):
                    meat[i][j] += weight * a * b
                    meat[j][i] += weight * a * b
    return meat


def cases(data, y, x, cluster, time):
    with open(f"../{data}/data.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    exact = lambda text: Decimal(float(text))
    X = [[Decimal(1)] + [exact(row[name]) for name in x] for row in rows]
    outcome = [[exact(row[y])] for row in rows]
    bread = inverse(product(list(zip(*X)), X))
    beta = product(bread, product(list(zip(*X)), outcome))
    errors = [t[0] - sum(a * b[0] for a, b in zip(row, beta)) for row, t in zip(X, outcome)]
    hat = [sum(a * b for a, b in zip(row, product([row], bread)[0])) for row in X]
    scores = [[v * e for v in row] for row, e in zip(X, errors)]
    shrunk = {p: [[v / (1 - h) ** p for v in s] for s, h in zip(scores, hat)] for p in (Decimal("0.5"), Decimal(1))}
    periods = totals(scores, [int(row[time]) for row in rows])
    meats = {
        "HC0": outer_sum(scores),
        "HC2": outer_sum(shrunk[Decimal("0.5")]),
        "HC3": outer_sum(shrunk[Decimal(1)]),
        "CV1": outer_sum(totals(scores, [row[cluster] for row in rows])),
        "Driscoll-Kraay": bartlett(periods, 2),
    }
    for kind, meat in meats.items():
        vcov = product(product(bread, meat), bread)
        extra = {"clusters": [cluster]} if kind == "CV1" else {}
        if kind == "Driscoll-Kraay":
            extra = {"order": {"time": time}, "bandwidth": 2}
        yield {
            "data": data, "y": y, "x": ["_cons", *x], "kind": kind, "small": False, **extra,
            "by": "60 digits", "factor": 1, "vcov": [float(value) for row in vcov for value in row],
        }


items = [
    *cases("abdata", "n", ["w", "k", "ys"], "id", "year"),
    *cases("grunfeld", "inv", ["value", "capital"], "firm", "year"),
]
with open("exact.json", "w") as file:
    file.write("[\n" + ",\n".join("  " + json.dumps(item) for item in items) + "\n]\n")
