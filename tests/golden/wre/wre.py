"""
The wild restricted efficient bootstrap of two-stage least squares from rows, for all sign vectors of the clusters:
Davidson and MacKinnon (2010), sections 3 and 4, with one multiplier a cluster and residuals not rescaled.

    python3 wre.py > abdata.json
"""

import itertools
import json
import pathlib

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[3]
NAMES = ["w", "k", "ys", "_cons"]  # two endogenous regressors first
TIE = 1e-10


def read():
    lines = (ROOT / "examples/abdata.csv").read_text().strip().split("\n")
    head = lines[0].split(",")
    rows = [dict(zip(head, map(float, line.split(",")))) for line in lines[1:]]
    known = {(row["id"], row["year"]): row for row in rows}
    for row in rows:
        for name, back in (("w", 1), ("w", 2), ("k", 1)):
            before = known.get((row["id"], row["year"] - back))
            row[f"L{back}.{name}"] = np.nan if before is None else before[name]
    instruments = ["L1.w", "L2.w", "L1.k"]
    used = [row for row in rows if not any(np.isnan(row[name]) for name in instruments)]
    take = lambda *names: np.array([[row[name] for name in names] for row in used])
    ones = np.ones((len(used), 1))
    exogenous = np.hstack([take("ys"), ones])
    return take("n")[:, 0], take("w", "k"), exogenous, take(*instruments), take("ind")[:, 0]


def ols(x, y):
    return np.linalg.lstsq(x, y, rcond=None)[0]


def two_stage(y, x, instruments):
    return ols(instruments @ ols(instruments, x), y)


def t_statistic(y, x, instruments, clusters, j, null):
    b = two_stage(y, x, instruments)
    fitted = instruments @ ols(instruments, x)
    scores = fitted * (y - x @ b)[:, None]
    sums = np.array([scores[clusters == g].sum(axis=0) for g in np.unique(clusters)])
    bread = np.linalg.inv(fitted.T @ fitted)
    return (b[j] - null) / np.sqrt((bread @ sums.T @ sums @ bread)[j, j])


def restricted(y, x, instruments, j):
    """b with b_j = 0, by two-stage least squares with all instruments."""
    free = [i for i in range(x.shape[1]) if i != j]
    b = np.zeros(x.shape[1])
    b[free] = two_stage(y, x[:, free], instruments)
    return b


def p_values(y, endogenous, exogenous, excluded, clusters, j):
    x = np.hstack([endogenous, exogenous])
    instruments = np.hstack([exogenous, excluded])
    t = t_statistic(y, x, instruments, clusters, j, 0)
    b = restricted(y, x, instruments, j)
    u = y - x @ b
    reduced = ols(np.column_stack([instruments, u]), endogenous)
    mean = instruments @ reduced[:-1]
    v = endogenous - mean
    groups = np.unique(clusters)
    place = np.searchsorted(groups, clusters)
    stars = []
    for signs in itertools.product([1.0, -1.0], repeat=len(groups)):
        m = np.array(signs)[place]
        star = np.hstack([mean + m[:, None] * v, exogenous])
        stars.append(t_statistic(star @ b + m * u, star, instruments, clusters, j, 0))
    stars = np.array(stars)
    symmetric = np.mean(np.abs(stars) > abs(t) * (1 + TIE))
    above = np.mean(stars > t + TIE * abs(t))
    below = np.mean(stars < t - TIE * abs(t))
    return [symmetric, min(1, 2 * min(above, below))], len(stars)


def main():
    data = read()
    found = {name: p_values(*data, j) for j, name in enumerate(NAMES)}
    result = {
        "source": f"numpy {np.__version__}, wre.py",
        "reps": found["w"][1],
        "pValues": {name: values for name, (values, _) in found.items()},
    }
    print(json.dumps(result, indent=2))


main()
