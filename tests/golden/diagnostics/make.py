"""Diagnostics of least squares by dense matrices in numpy: writes expected.json.

A restatement of the definitions, independent of the package: every test is a projection by the singular value
decomposition of its centred and scaled columns, its rank with it. `peer` holds what lmtest 0.9-40 (R 4.5.0) and
gretl 2025a print for the first case; this script fails where the two disagree.

    python3 make.py
"""

import csv
import json
import pathlib

import numpy as np
from scipy import stats

here = pathlib.Path(__file__).parent


def read(path):
    with open(here / path) as lines:
        rows = list(csv.DictReader(lines))
    return {name: np.array([float(row[name] or "nan") for row in rows]) for name in rows[0]}


def basis(columns):
    """Orthonormal basis of the span of the columns, scaled first."""
    x = np.column_stack(columns)
    lengths = np.linalg.norm(x, axis=0)
    x = x[:, lengths > 0] / lengths[lengths > 0]
    u, s, _ = np.linalg.svd(x, full_matrices=False)
    return u[:, s > 1e-11 * s[0]]


def project(y, columns):
    """Residual sum of squares and rank."""
    u = basis(columns)
    rest = y - u @ (u.T @ y)
    rest -= u @ (u.T @ rest)
    return rest @ rest, u.shape[1]


def centred(x):
    return x if set(np.unique(x)) <= {0.0, 1.0} else (x - x.mean()) / np.abs(x - x.mean()).max()


def chi2(stat, df):
    return {"stat": stat, "df": df, "pValue": stats.chi2.sf(stat, df)}


def f(stat, df1, df2):
    return {"stat": stat, "df": [df1, df2], "pValue": stats.f.sf(stat, df1, df2)}


def auxiliary(y, columns):
    """R2 about the mean of y on a constant and the columns, explained sum of squares and rank less 1."""
    total = ((y - y.mean()) ** 2).sum()
    rss, rank = project(y, [np.ones(len(y)), *columns])
    return 1 - rss / total, total - rss, rank - 1


def added(y, base, extra):
    """F of extra columns."""
    rss0, rank0 = project(y, base)
    rss1, rank1 = project(y, base + extra)
    df, rest = rank1 - rank0, len(y) - rank1
    return f((rss0 - rss1) / df / (rss1 / rest), df, rest)


def lagged(u, period, lag):
    at = dict(zip(period, u))
    return np.array([at.get(t - lag, 0.0) for t in period])


def diagnose(y, named, intercept, period=None, orders=4):
    x = list(named.values())
    n = len(y)
    base = ([np.ones(n)] if intercept else []) + x
    q = basis(base)
    u = y - q @ (q.T @ y)
    fitted = y - u
    squares = u**2
    variance = squares.mean()
    r2, explained, df = auxiliary(squares, [centred(a) for a in x])
    scaled = explained / (2 * variance**2)
    fr2, fexplained, fdf = auxiliary(squares, [centred(fitted)])
    c = [centred(a) for a in x]
    second = c + [c[i] * c[j] for i in range(len(c)) for j in range(i, len(c))]
    wr2, _, wdf = auxiliary(squares, second)
    g = (fitted - fitted.min()) / (fitted.max() - fitted.min())
    e = u - u.mean()
    skewness = (e**3).mean() / (e**2).mean() ** 1.5
    excess = (e**4).mean() / (e**2).mean() ** 2 - 3
    vif = {}
    for name, own in named.items():
        others = ([np.ones(n)] if intercept else []) + [b for m, b in named.items() if m != name]
        centre = own.mean() if intercept else 0
        rss = project(own, others)[0] if others else own @ own
        vif[name] = ((own - centre) ** 2).sum() / rss
    found = {
        "breuschPagan": chi2(n * r2, df),
        "breuschPaganF": f(r2 / df / ((1 - r2) / (n - df - 1)), df, n - df - 1),
        "breuschPaganNormal": chi2(scaled, df),
        "cookWeisberg": chi2(fexplained / (2 * variance**2), fdf),
        "white": chi2(n * wr2, wdf),
        "reset": added(y, base, [g**2, g**3, g**4]),
        "jarqueBera": chi2(n / 6 * (skewness**2 + excess**2 / 4), 2),
        "vif": vif,
    }
    if period is None:
        return found
    steps = [u[i] - u[i - 1] for i in range(1, n) if period[i] - period[i - 1] == 1]
    found["durbinWatson"] = sum(s * s for s in steps) / (u @ u)
    found["breuschGodfrey"] = []
    for order in range(1, orders + 1):
        lags = [lagged(u, period, lag) for lag in range(1, order + 1)]
        rss, _ = project(u, base + lags)
        test = {"order": order, "lm": chi2(n * (1 - rss / (u @ u)), order), "f": added(u, base, lags)}
        found["breuschGodfrey"].append(test)
    return found


usmacro = read("../usmacro/data.csv")
abdata = read("../abdata/data.csv")
series = {"dpi": usmacro["dpi"], "tbill": usmacro["tbill"]}
gaps = ~np.isin(usmacro["t"], [50, 51, 120])
firms = {"w": abdata["w"], "k": abdata["k"]}
for year in np.unique(abdata["year"])[1:]:
    firms[f"year={year:.0f}"] = (abdata["year"] == year) * 1.0

hac = {"type": "hac", "order": "t", "bandwidth": 4}
consumption = usmacro["consumption"]
cases = [
    {
        "title": "US consumption",
        "data": "usmacro/data.csv",
        "model": {"formula": "consumption ~ dpi + tbill", "vcov": hac},
        "expected": diagnose(consumption, series, True, usmacro["t"]),
    },
    {
        "title": "US consumption without an intercept",
        "data": "usmacro/data.csv",
        "model": {"formula": "consumption ~ 0 + dpi + tbill", "vcov": hac},
        "expected": diagnose(consumption, series, False, usmacro["t"]),
    },
    {
        "title": "US consumption with quarters missing",
        "data": "usmacro/data.csv",
        "model": {
            "formula": "consumption ~ dpi + tbill",
            "vcov": hac,
            "where": "t != 50 && t != 51 && t != 120",
        },
        "expected": diagnose(
            consumption[gaps], {k: v[gaps] for k, v in series.items()}, True, usmacro["t"][gaps]
        ),
    },
    {
        "title": "British firms with dummies of the years",
        "data": "abdata/data.csv",
        "model": {"formula": "n ~ w + k + i(year)"},
        "expected": diagnose(abdata["n"], firms, True),
    },
]

peer = {
    "breuschPagan": 51.2419411866297,
    "breuschPaganNormal": 168.995910,
    "white": 79.722096,
    "jarqueBera": 211.50016,
}
own = cases[0]["expected"]
for name, stat in peer.items():
    assert abs(own[name]["stat"] / stat - 1) < 1e-8, name
assert abs(own["durbinWatson"] / 0.186952222833034 - 1) < 1e-12
assert abs(own["breuschGodfrey"][3]["lm"]["stat"] / 168.13531317347 - 1) < 1e-12
assert abs(own["breuschGodfrey"][3]["f"]["stat"] / 230.886281 - 1) < 1e-8

(here / "expected.json").write_text(json.dumps(cases, indent=1, allow_nan=False) + "\n")
