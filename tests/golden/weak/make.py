"""Tests of the moment conditions of a dynamic panel, from its rows and by whole matrices: python3 make.py

Writes expected.json. S, K and the rank statistic are Stock and Wright's (2000) and Kleibergen's (2005), the rank of the
derivatives is tested as in Kleibergen and Paap (2006, equations 8 to 13). `least` is the least S over the other coefficients at
values of the first, the lowest of BFGS searches from many random starts. `jointRank` is the rank statistic of the derivatives
for all coefficients given the moments, in the metric of the moments' covariance at the point and of the columns' at the estimate.
"""
import json
import os
import sys

import numpy as np
from scipy.optimize import minimize

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(here))
from restatement import Fit  # noqa: E402

model = {
    "panel": {"unit": "id", "time": "year"},
    "estimator": "dpd",
    "formula": "n ~ L1.n + w + k",
    "gmm": [
        {"vars": ["n"], "lags": [2, 3], "collapse": True},
        {"vars": ["w"], "lags": [1, 2], "collapse": True},
    ],
    "iv": [{"vars": ["k"]}],
}
fit = Fit(model, os.path.join(here, "..", "abdata", "data.csv"))
rows = fit.rows
a = np.asarray(np.einsum("irj,irk->ijk", rows.z, rows.x), dtype=float)  # N x L x K
b = np.asarray(np.einsum("irj,ir->ij", rows.z, rows.y), dtype=float)
n, L, K = a.shape


def parts(theta, weights):
    """Moments, derivatives (along columns of `weights`) given them, and the conditional covariance of these."""
    g = b - a @ theta
    omega = g.T @ g
    d = a @ weights
    along = d.T @ g @ np.linalg.inv(omega)  # L x L, of one column
    clean = d.sum(0) - along @ g.sum(0)
    rest = d - g @ along.T
    return g, omega, clean, rest.T @ rest


def at(theta):
    theta = np.asarray(theta)
    g = b - a @ theta
    omega, total = g.T @ g, g.sum(0)
    w = np.linalg.inv(omega)
    d = np.column_stack([parts(theta, np.eye(K)[j])[2] for j in range(K)])
    s = total @ w @ total
    score = d.T @ w @ total
    k = score @ np.linalg.solve(d.T @ w @ d, score)
    # the first coefficient alone, the others concentrated out
    p = d[:, 1:]
    delta = np.linalg.solve(p.T @ w @ p, p.T @ w @ d[:, 0])
    _, _, clean, v = parts(theta, np.r_[1, -delta])
    root = np.linalg.cholesky(w).T  # root omega root' = I
    q = np.linalg.svd(root @ p)[0][:, K - 1 :]
    r = q.T @ root @ clean
    rank = r @ np.linalg.solve(q.T @ root @ v @ root.T @ q, r)
    return {"params": theta.tolist(), "s": s, "k": k, "rank": rank, "jointRank": joint_rank(theta, root, d)}


def joint_rank(theta, root, d):
    at_estimate = b - a @ estimate
    base = np.linalg.inv(np.linalg.cholesky(at_estimate.T @ at_estimate))
    z = np.einsum("lm,imk->ilk", base, np.concatenate([b[:, :, None], a], axis=2))
    t = n / L * np.einsum("ila,ilb->ab", z, z)
    e = np.r_[1, -theta]
    t -= np.outer(t @ e, t @ e) / (e @ t @ e)
    f = np.linalg.inv(np.linalg.cholesky(t[1:, 1:])).T
    u, _, vt = np.linalg.svd(root @ d @ f)
    clean, v = parts(theta, f @ vt[K - 1])[2:]
    q = u[:, K - 1 :].T @ root
    return (q @ clean) @ np.linalg.solve(q @ v @ q.T, q @ clean)


def rank(theta):
    """Of sum A_i, in units in which the moments' covariance at theta is I and the columns' average one is n I / L."""
    g = b - a @ theta
    root = np.linalg.inv(np.linalg.cholesky(g.T @ g))
    z = np.einsum("lm,imk->ilk", root, a)
    f = np.linalg.inv(np.linalg.cholesky(n / L * np.einsum("ila,ilb->ab", z, z)))
    pi = np.einsum("ilk,ck->ilc", z, f)
    u, _, vt = np.linalg.svd(pi.sum(0))
    left, right = u[:, K - 1 :], vt[K - 1 :].T
    lam = np.array([left.T @ one @ right for one in pi]).reshape(n, -1)
    return lam.sum(0) @ np.linalg.solve(lam.T @ lam, lam.sum(0))


def least(first, draws=np.random.default_rng(1)):
    def s(others):
        g = b - a @ np.r_[first, others]
        return g.sum(0) @ np.linalg.solve(g.T @ g, g.sum(0))

    starts = [draws.normal(size=K - 1) * 10 ** draws.uniform(-1, 1.5) for _ in range(60)]
    return {"first": first, "s": min(minimize(s, x, options={"gtol": 1e-9}).fun for x in starts)}


estimate = np.asarray(fit.b2, dtype=float)
points = [estimate, estimate + [0.1, -0.2, 0.05, 0.3], [0.5, -1, 0.4, 2], [1, 0, 0, 0]]
out = {"model": model, "points": [at(p) for p in points], "rank": rank(estimate)}
out["least"] = [least(first) for first in (-3, -0.5, 0.3, 0.8, 1.5, 4)]
with open(os.path.join(here, "expected.json"), "w") as file:
    json.dump(out, file, indent=2)
    file.write("\n")
