"""
The wild restricted efficient bootstrap of two-stage least squares and LIML from rows, for all sign vectors of the clusters:
Davidson and MacKinnon (2010), sections 3 and 4, with one multiplier a cluster and residuals not rescaled.

    python3 wre.py > abdata.json
"""

import itertools
import json
import pathlib

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[3]
NAMES = ["w", "k", "ys", "_cons"]
K1 = 2  # endogenous regressors, the first ones
TIE = 1e-9


def read(lags):
    """Outcome, regressors, excluded instruments (lags of these names) and clusters."""
    lines = (ROOT / "examples/abdata.csv").read_text().strip().split("\n")
    head = lines[0].split(",")
    rows = [dict(zip(head, map(float, line.split(",")))) for line in lines[1:]]
    known = {(row["id"], row["year"]): row for row in rows}
    for row in rows:
        for back, name in lags:
            before = known.get((row["id"], row["year"] - back))
            row[f"L{back}.{name}"] = np.nan if before is None else before[name]
    instruments = [f"L{back}.{name}" for back, name in lags]
    used = [row for row in rows if not any(np.isnan(row[name]) for name in instruments)]
    take = lambda *names: np.array([[row[name] for name in names] for row in used])
    ones = np.ones((len(used), 1))
    exogenous = np.hstack([take("ys"), ones])
    return take("n")[:, 0], take("w", "k"), exogenous, take(*instruments), take("ind")[:, 0]


def ols(x, y):
    return np.linalg.lstsq(x, y, rcond=None)[0]


def left(x, of):
    return of - x @ ols(x, of)


def liml_kappa(y, endogenous, exogenous, instruments):
    """The smallest root of |A - kappa B|, what the exogenous regressors and what all instruments leave of [y X1]."""
    all = np.column_stack([y, endogenous])
    a, b = left(exogenous, all), left(instruments, all)
    return np.linalg.eigvals(np.linalg.solve(b.T @ b, a.T @ a)).real.min()


def k_class(y, x, k1, instruments, method):
    """b, and the inverse of X'(I - kappa M)X; the first k1 regressors are endogenous."""
    kappa = 1 if method == "2sls" or k1 == 0 else liml_kappa(y, x[:, :k1], x[:, k1:], instruments)
    part = x - kappa * left(instruments, x)
    inverse = np.linalg.inv(part.T @ x)
    return inverse @ (part.T @ y), inverse


def t_statistic(y, x, instruments, clusters, j, method):
    b, bread = k_class(y, x, K1, instruments, method)
    fitted = x - left(instruments, x)
    scores = fitted * (y - x @ b)[:, None]
    sums = np.array([scores[clusters == g].sum(axis=0) for g in np.unique(clusters)])
    return b[j] / np.sqrt((bread @ sums.T @ sums @ bread)[j, j])


def restricted(y, x, instruments, j, method):
    """b with b_j = 0, by the estimator itself with all instruments."""
    free = [i for i in range(x.shape[1]) if i != j]
    b = np.zeros(x.shape[1])
    b[free] = k_class(y, x[:, free], K1 - (j < K1), instruments, method)[0]
    return b


def p_values(y, endogenous, exogenous, excluded, clusters, j, method):
    x = np.hstack([endogenous, exogenous])
    instruments = np.hstack([exogenous, excluded])
    t = t_statistic(y, x, instruments, clusters, j, method)
    b = restricted(y, x, instruments, j, method)
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
        stars.append(t_statistic(star @ b + m * u, star, instruments, clusters, j, method))
    stars = np.array(stars)
    symmetric = np.mean(np.abs(stars) >= abs(t) * (1 - TIE))
    above = np.mean(stars >= t - TIE * abs(t))
    below = np.mean(stars <= t + TIE * abs(t))
    return [symmetric, min(1, 2 * min(above, below))], len(stars)


def main():
    result = {"source": f"numpy {np.__version__}, wre.py", "pValues": {}}
    lags = [(1, "w"), (2, "w"), (1, "k")]
    for method, lags in (("2sls", lags), ("liml", [*lags, (1, "ys"), (2, "ys")])):
        data = read(lags)
        found = {name: p_values(*data, j, method) for j, name in enumerate(NAMES)}
        result["reps"] = found["w"][1]
        result["pValues"][method] = {name: values for name, (values, _) in found.items()}
    print(json.dumps(result, indent=2))


main()
