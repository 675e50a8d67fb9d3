"""CR2 errors, Satterthwaite degrees of freedom and HTZ tests of differences between groups of abdata, by numpy from the
equations of Pustejovsky and Tipton (2018, sections 2.1, 3.1 and 3.2) with matrices of n x n: every regressor and effect is
interacted, effects are dummies, and nothing is absorbed. Writes cr2.json; run in this folder."""

import csv
import json

import numpy as np
from scipy import stats

with open("../abdata/data.csv") as file:
    rows = list(csv.DictReader(file))
value = {c: np.array([float(r[c]) for r in rows]) for c in ("id", "year", "ind", "n", "w", "k")}


def symmetric_power(a, power):
    """The Moore-Penrose power of a symmetric matrix, as in clubSandwich."""
    values, vectors = np.linalg.eigh((a + a.T) / 2)
    powers = np.array([x**power if x > 1e-10 else 0.0 for x in values])
    return vectors @ np.diag(powers) @ vectors.T


def design(group, levels, regressors, effects):
    """Columns of every group: regressors, a constant, and dummies of each effect without its first level."""
    columns = []
    for g in levels:
        own = (group == g).astype(float)
        columns += [own * x for x in regressors] + [own]
        for effect in effects:
            columns += [own * (effect == level) for level in np.unique(effect[group == g])[1:]]
    x = np.column_stack(columns)
    # Dummies that others determine, as those of a second effect may be, are left out from the right.
    kept = []
    for j in range(x.shape[1]):
        if np.linalg.matrix_rank(x[:, kept + [j]], tol=1e-8) == len(kept) + 1:
            kept.append(j)
    width = [k for k, c in enumerate(kept)]
    return x[:, kept], dict(zip(kept, width))


def compare(group, levels, effects, clusters):
    keep = np.isin(group, levels)
    group, clusters = group[keep], clusters[keep]
    y = value["n"][keep]
    regressors = [value["w"][keep], value["k"][keep]]
    effects = [e[keep] for e in effects]
    x, places = design(group, levels, regressors, effects)
    starts = [0]
    for g in levels[:-1]:
        more = sum(len(np.unique(e[group == g])) - 1 for e in effects)
        starts.append(starts[-1] + len(regressors) + 1 + more)
    coefficient = [places[s] for s in starts]
    n = len(y)
    m = np.linalg.inv(x.T @ x)
    b = m @ x.T @ y
    residual_maker = np.eye(n) - x @ m @ x.T
    e = residual_maker @ y
    ids = [np.flatnonzero(clusters == i) for i in np.unique(clusters)]
    adjusted = np.zeros((n, x.shape[1]))
    for i in ids:
        adjusted[i] = symmetric_power(residual_maker[np.ix_(i, i)], -0.5) @ x[i]

    def test(c):
        """c (q x k): the covariance of c b, eta and the F statistic."""
        q = len(c)
        a = adjusted @ m @ c.T
        scores = np.array([e[i] @ a[i] for i in ids])
        v = scores.T @ scores
        # p[g] is n x q; the covariance of the scores of two clusters under independent errors is p[g]'p[h].
        p = [residual_maker[:, i] @ a[i] for i in ids]
        mean = sum(one.T @ one for one in p)
        root = symmetric_power(mean, -0.5)
        p = [one @ root for one in p]
        spread = 0.0
        for s in range(q):
            for t in range(q):
                for g in range(len(ids)):
                    for h in range(len(ids)):
                        spread += (p[g][:, s] @ p[h][:, t]) * (p[g][:, t] @ p[h][:, s])
                        spread += (p[g][:, s] @ p[h][:, s]) * (p[g][:, t] @ p[h][:, t])
        eta = q * (q + 1) / spread
        d = c @ b
        wald = float(d @ np.linalg.solve(v, d))
        f = (eta - q + 1) / (eta * q) * wald
        return v, eta, f, float(stats.f.sf(f, q, eta - q + 1))

    def contrast(g, h):
        c = np.zeros(x.shape[1])
        c[coefficient[g]], c[coefficient[h]] = -1, 1
        return c

    out = {"pairs": {}}
    for g in range(len(levels)):
        for h in range(g + 1, len(levels)):
            v, eta, _, p = test(np.array([contrast(g, h)]))
            key = f"{levels[h]} - {levels[g]}"
            out["pairs"][key] = {
                "estimate": float(contrast(g, h) @ b),
                "stdError": float(np.sqrt(v[0, 0])),
                "df": float(eta),
                "pValue": p,
            }
    if len(levels) > 2:
        q = len(levels) - 1
        _, eta, f, p = test(np.array([contrast(0, h) for h in range(1, len(levels))]))
        out["joint"] = {"stat": f, "df": [q, float(eta - q + 1)], "pValue": p}
    return out


# A third of the firms, so that the loops over pairs of clusters end soon.
few = value["id"] % 3 == 0
value = {c: v[few] for c, v in value.items()}
firm, year = value["id"], value["year"]
half = (firm % 2).astype(int)
late = (year >= 1980).astype(int)
third = (firm // 3 % 3).astype(int)
era = np.digitize(year, [1978.5, 1981.5])
out = {}
for name, group in (("half", half), ("late", late), ("third", third), ("era", era)):
    levels = [int(g) for g in np.unique(group)]
    out[f"pooled by {name}"] = compare(group, levels, [], firm)
    out[f"within by {name}"] = compare(group, levels, [firm], firm)
    out[f"twoway by {name}"] = compare(group, levels, [firm, year], firm)
    out[f"rows by {name}"] = compare(group, levels, [], np.arange(len(firm)))
with open("cr2.json", "w") as file:
    json.dump({"source": "cr2.py, numpy " + np.__version__, "cases": out}, file, indent=1)
    file.write("\n")
