"""Writes treated.json: CV2 and CV3 of regressions on a treatment that is constant in clusters, from dense matrices.

Run here: python3 treated.py (numpy 2.2.4). The corrected residuals of a cluster are (I - H_gg)^+p e_g, p = 1/2 or 1, with
the Moore-Penrose inverse that drops eigenvalues of at most 1e-10, as R's clubSandwich drops those of at most 1e-12. The
first item is a small sample of two treated and two untreated clusters, one of them with one row.
"""

import json

import numpy as np

SMALL = np.array([
    [-0.47, 0, 0, 0.19], [3.67, 1, 1, 0.08], [0.33, 1, 1, -0.31], [1.78, 1, 1, 1.55], [0.86, 1, 1, -0.22],
    [3.53, 2, 0, 1.05], [1.36, 2, 0, 0.51], [2.07, 2, 0, -1.77], [1.26, 3, 1, -0.45], [1.85, 3, 1, 0.35],
    [-1.69, 3, 1, 1.80], [0.05, 3, 1, -0.47], [1.61, 3, 1, -0.66],
])


def inverse_power(matrix, power):
    values, vectors = np.linalg.eigh(matrix)
    kept = values > 1e-10
    return (vectors[:, kept] * values[kept] ** -power) @ vectors[:, kept].T


def covariance(x, y, w, g, power, factor):
    root = np.sqrt(w / w.mean())
    x, y = x * root[:, None], y * root
    bread = np.linalg.inv(x.T @ x)
    e = y - x @ (bread @ (x.T @ y))
    meat = np.zeros_like(bread)
    for label in np.unique(g):
        rows = x[g == label]
        score = rows.T @ inverse_power(np.eye(len(rows)) - rows @ bread @ rows.T, power) @ e[g == label]
        meat += np.outer(score, score)
    return factor * bread @ meat @ bread


def item(y, g, x, w):
    design = np.column_stack([x, np.ones(len(y))])
    weights = np.ones(len(y)) if w is None else w
    groups = len(np.unique(g))
    numbers = {
        "CV2": covariance(design, y, weights, g, 0.5, 1),
        "CV3": covariance(design, y, weights, g, 1, (groups - 1) / groups),
    }
    return {
        "y": y.tolist(), "g": g.tolist(), "x": x.T.tolist(),
        **({} if w is None else {"w": w.tolist()}),
        "stdErrors": {kind: np.sqrt(np.diag(v)).tolist() for kind, v in numbers.items()},
    }


def drawn(rng, number):
    clusters = int(rng.integers(4, 12))
    sizes = rng.integers(1, 12, clusters)
    treated = np.zeros(clusters)
    treated[rng.permutation(clusters)[: int(rng.integers(2, clusters - 1))]] = 1
    g = np.repeat(np.arange(clusters), sizes)
    rows = len(g)
    covariates = np.round(rng.normal(size=(rows, 1 + number % 2)), 2)
    x = np.column_stack([treated[g], covariates])
    y = np.round(1 + x.sum(axis=1) + rng.normal(size=clusters)[g] + rng.normal(size=rows), 2)
    order = rng.permutation(rows)
    w = np.round(rng.uniform(0.2, 3, rows), 2) if number % 3 == 2 else None
    return item(y[order], g[order].astype(float), x[order], w)


rng = np.random.default_rng(20)
items = [item(SMALL[:, 0], SMALL[:, 1], SMALL[:, 2:], None)]
while len(items) < 25:
    found = drawn(rng, len(items))
    if len(found["y"]) > 12:
        items.append(found)
with open("treated.json", "w") as file:
    file.write("[\n" + ",\n".join("  " + json.dumps(entry) for entry in items) + "\n]\n")
