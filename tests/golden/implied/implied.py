"""
Brown and Newey's (2002) bootstrap of linear two-step GMM from rows: the empirical likelihood of rows or clusters at the
estimate, and replicates of units drawn with it. Nothing is shared with the program but the random numbers (Philox
4x32-10) and how a word becomes a unit.

    python3 implied.py > abdata.json
"""

import json
import pathlib

import numpy as np
import scipy
from scipy.optimize import minimize

ROOT = pathlib.Path(__file__).resolve().parents[3]
SEED = 11
REPLICATES = 4
STREAM = 3  # of units with given probabilities


def read():
    lines = (ROOT / "examples/abdata.csv").read_text().strip().split("\n")
    head = lines[0].split(",")
    rows = [dict(zip(head, map(float, line.split(",")))) for line in lines[1:]]
    known = {(row["id"], row["year"]): row for row in rows}
    for row in rows:
        for name, back in (("w", 1), ("w", 2), ("k", 1)):
            before = known.get((row["id"], row["year"] - back))
            row[f"L{back}.{name}"] = np.nan if before is None else before[name]
    excluded = ["L1.w", "L2.w", "L1.k"]
    used = [row for row in rows if not any(np.isnan(row[name]) for name in excluded)]
    take = lambda *names: np.array([[row[name] for name in names] for row in used])
    ones = np.ones((len(used), 1))
    x = np.hstack([take("w", "k", "ys"), ones])
    z = np.hstack([take("k", "ys"), ones, take(*excluded)])
    return take("n")[:, 0], x, z, take("id")[:, 0]


def sums(rows, units, count):
    out = np.zeros((count, rows.shape[1]))
    np.add.at(out, units, rows)
    return out


def two_step(y, x, z, units, count):
    """Coefficients and J, with the weight of sums over units that are not centred."""

    def step(weight):
        pull = np.linalg.solve(weight, z.T @ x)
        return np.linalg.solve(x.T @ z @ pull, pull.T @ (z.T @ y))

    moments = sums(z * (y - x @ step(z.T @ z))[:, None], units, count)
    weight = moments.T @ moments
    b = step(weight)
    g = z.T @ (y - x @ b)
    return b, g @ np.linalg.solve(weight, g)


def empirical_likelihood(g):
    """The p that maximise sum log p with sum p = 1 and sum p g = 0, by their convex dual."""
    g = g / np.sqrt((g**2).mean(axis=0))
    n = len(g)

    def dual(l):
        z = 1 + g @ l
        if np.any(z <= 1 / n):  # p below 1 keeps z above 1 / n
            return np.inf, np.zeros_like(l)
        return -np.log(z).sum(), -(g / z[:, None]).sum(axis=0)

    l = minimize(dual, np.zeros(g.shape[1]), jac=True, method="BFGS", options={"gtol": 1e-9}).x
    for _ in range(5):  # BFGS stops at the noise of the sum of logarithms
        z = 1 + g @ l
        h = g / z[:, None]
        l = l + np.linalg.solve(h.T @ h, h.sum(axis=0))
    p = 1 / (n * (1 + g @ l))
    assert abs(p.sum() - 1) < 1e-12 and np.abs(p @ g).max() < 1e-12
    return p


def philox(counter, key):
    """One block of four words (Salmon, Moraes, Dror and Shaw, 2011)."""
    c, k = list(counter), list(key)
    for _ in range(10):
        a, b = 0xD2511F53 * c[0], 0xCD9E8D57 * c[2]
        c = [(b >> 32) ^ c[1] ^ k[0], b & 0xFFFFFFFF, (a >> 32) ^ c[3] ^ k[1], a & 0xFFFFFFFF]
        k = [(k[0] + 0x9E3779B9) & 0xFFFFFFFF, (k[1] + 0xBB67AE85) & 0xFFFFFFFF]
    return c


def drawn(p, replicate):
    """The units drawn: the first whose threshold is above the word."""
    n = len(p)
    thresholds = np.floor(np.cumsum(p) * 2**32 + 0.5)
    blocks = [philox((i, replicate, STREAM, 0), (SEED, 0)) for i in range((n + 3) // 4)]
    words = np.array(blocks, dtype=float).ravel()[:n]
    return np.minimum(np.searchsorted(thresholds, words, side="right"), n - 1)


def case(y, x, z, units):
    count = units.max() + 1
    b, j = two_step(y, x, z, units, count)
    p = empirical_likelihood(sums(z * (y - x @ b)[:, None], units, count))
    replicates = []
    for r in range(REPLICATES):
        chosen = np.sort(drawn(p, r))
        rows = [np.flatnonzero(units == unit) for unit in chosen]
        copies = np.repeat(np.arange(count), [len(own) for own in rows])
        rows = np.concatenate(rows)
        star, own_j = two_step(y[rows], x[rows], z[rows], copies, count)
        replicates.append([*star, own_j])
    return {"params": list(b), "j": j, "probabilities": list(p), "replicates": replicates}


def main():
    y, x, z, firms = read()
    rows = np.arange(len(y))
    result = {"source": f"numpy {np.__version__}, scipy {scipy.__version__}, implied.py", "seed": SEED}
    result["names"] = ["w", "k", "ys", "_cons"]
    result["row"] = case(y, x, z, rows)
    result["id"] = case(y, x, z, np.unique(firms, return_inverse=True)[1])
    result["row"]["probabilities"] = result["row"]["probabilities"][::10]
    print(json.dumps(result, indent=1))


main()
