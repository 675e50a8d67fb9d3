"""Hausman tests of fixed against random effects by dense matrices in numpy: writes expected.json.

A restatement, independent of the package. Random effects as Stata's xtreg, re (Swamy and Arora; the variance of the
unit effects from the regression of the unit means and the harmonic mean of the unit sizes), which on a balanced
panel are plm's too; there the classical statistic is held to what plm 2.6-5 (R 4.5.0) prints.

    python3 make.py
"""

import csv
import json
import pathlib

import numpy as np
from scipy import stats

here = pathlib.Path(__file__).parent


def ols(y, x):
    q, r = np.linalg.qr(x)
    b = np.linalg.solve(r, q.T @ y)
    inverse = np.linalg.inv(r)
    return b, inverse @ inverse.T, y - x @ b


def chi2(stat, df):
    return {"stat": stat, "df": df, "pValue": stats.chi2.sf(stat, df)}


def hausman(folder, depvar, names, unit):
    with open(here / f"../{folder}/data.csv") as lines:
        rows = list(csv.DictReader(lines))
    y = np.array([float(row[depvar]) for row in rows])
    x = np.array([[float(row[name]) for name in names] for row in rows])
    x -= x.mean(axis=0)
    _, code = np.unique([row[unit] for row in rows], return_inverse=True)
    n, k = x.shape
    sizes = np.bincount(code)
    g = len(sizes)
    means = lambda a: np.stack([np.bincount(code, column) for column in np.atleast_2d(a.T)], 1) / sizes[:, None]
    my, mx = means(y)[:, 0], means(x)
    deviations = x - mx[code]
    b, v, u = ols(y - my[code], deviations)
    sigma2 = u @ u / (n - g - k)
    v = v * sigma2
    _, _, ub = ols(my, np.column_stack([mx, np.ones(g)]))
    between = ub @ ub / (g - k - 1)
    sigma2u = max(0, between - sigma2 * np.mean(1 / sizes))
    theta = (1 - np.sqrt(sigma2 / (sizes * sigma2u + sigma2)))[code]
    ys = y - theta * my[code]
    xs = np.column_stack([x - theta[:, None] * mx[code], 1 - theta])
    br, vr, ur = ols(ys, xs)
    vr = vr * (ur @ ur / (n - k - 1))
    d = b - br[:k]
    classical = chi2(d @ np.linalg.solve(v - vr[:k, :k], d), k)
    ba, va, ua = ols(ys, np.column_stack([deviations, xs]))
    z = np.column_stack([deviations, xs]) * ua[:, None]
    scores = np.stack([np.bincount(code, column) for column in z.T], 1)
    p = len(ba)
    clustered = va @ (scores.T @ scores) @ va * (g / (g - 1)) * ((n - 1) / (n - p))
    robust = chi2(ba[:k] @ np.linalg.solve(clustered[:k, :k], ba[:k]), k)
    return {
        "classical": {"test": classical, "difference": dict(zip(names, d))},
        "robust": {
            "test": robust,
            "difference": dict(zip(names, ba[:k])),
            "stdErrors": dict(zip(names, np.sqrt(np.diag(clustered)[:k]))),
        },
    }


cases = []
for folder, depvar, names, unit in [
    ("grunfeld", "inv", ["value", "capital"], "firm"),
    ("abdata", "n", ["w", "k", "ys"], "id"),
]:
    formula = f"{depvar} ~ {' + '.join(names)}"
    expected = hausman(folder, depvar, names, unit)
    cases.append({"data": folder, "formula": formula, "unit": unit, "expected": expected})

balanced = cases[0]["expected"]["classical"]["test"]["stat"]
assert abs(balanced / 2.33036689367544 - 1) < 1e-11

(here / "expected.json").write_text(json.dumps(cases, indent=1, allow_nan=False) + "\n")
