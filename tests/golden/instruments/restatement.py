"""Tests with weak instruments, written down again from the papers on whole columns: python3 restatement.py

Writes restatement.json. Uses numpy and scipy; knows nothing of the package.
"""
import csv
import json

import numpy as np
from scipy import integrate, optimize, stats


def columns(path):
    rows = list(csv.DictReader(open(path)))
    return {k: np.array([float(r[k]) if r[k] not in ("", "NA") else np.nan for r in rows])
            for k in rows[0] if k != "state"}


def fitted(a, y):
    return a @ np.linalg.lstsq(a, y, rcond=None)[0]


def reduced_form(w, z, x, y, groups=None):
    """Coefficients on z of y and of x, and their covariance, in the instruments' own units."""
    zt = z - fitted(w, z)
    bread = np.linalg.inv(zt.T @ zt)
    both = np.column_stack([y, x])
    coefs = bread @ zt.T @ both
    e = both - fitted(np.column_stack([w, z]), both)
    scores = np.einsum("ij,ia->iaj", zt, e).reshape(len(y), -1)
    if groups is not None:
        scores = np.array([scores[groups == g].sum(0) for g in np.unique(groups)])
    a = np.kron(np.eye(both.shape[1]), bread)
    return coefs, a @ (scores.T @ scores) @ a, zt, e


def robust_tests(coefs, omega, b, e, zt):
    """AR, K, J, the rank statistic and CLR at b, by generalized inverses of whole matrices."""
    L, K1 = coefs.shape[0], coefs.shape[1] - 1
    c = np.kron(np.r_[1, -b], np.eye(L)).reshape(L, -1)
    g = c @ coefs.T.reshape(-1)
    v = np.linalg.inv(c @ omega @ c.T)
    s = np.kron(np.eye(K1 + 1)[1:], np.eye(L))
    cov = s @ omega @ c.T
    d = s @ coefs.T.reshape(-1) - cov @ v @ g
    vd = s @ omega @ s.T - cov @ v @ cov.T
    D = d.reshape(K1, L).T
    m = v @ D
    k = g @ m @ np.linalg.inv(D.T @ v @ D) @ m.T @ g
    ar = g @ v @ g
    # Kleibergen and Paap (2006, equations 8 to 13): G and F make instruments and residuals orthonormal
    u = e @ np.r_[1, -b]
    r = e[:, 1:] - np.outer(u, (u @ e[:, 1:]) / (u @ u))
    G = np.linalg.cholesky(zt.T @ zt).T
    F = np.linalg.inv(np.linalg.cholesky(r.T @ r))
    theta = G @ D @ F.T
    U, S, Vt = np.linalg.svd(theta)
    q = K1 - 1
    sqrtm = lambda a: (lambda w, x: x * np.sqrt(np.maximum(w, 0)) @ x.T)(*np.linalg.eigh(a))
    U22, V22 = U[q:, q:], Vt.T[q:, q:]
    A = U[:, q:] @ np.linalg.inv(U22) @ sqrtm(U22 @ U22.T)
    B = sqrtm(V22 @ V22.T) @ np.linalg.inv(V22.T) @ Vt[q:]
    lam = (A.T @ theta @ B.T).reshape(-1)
    W = np.kron(F, G) @ vd @ np.kron(F, G).T
    H = np.kron(B, A.T)
    rank = lam @ np.linalg.inv(H @ W @ H.T) @ lam
    clr = 0.5 * (ar - rank + np.sqrt((ar + rank) ** 2 - 4 * (ar - k) * rank))
    share = stats.beta(K1 / 2, (L - K1) / 2)
    p = 1 - integrate.quad(
        lambda t: stats.chi2.cdf((rank + clr) / (1 + rank * share.ppf(t) / clr), L), 0, 1,
        epsabs=1e-11, epsrel=1e-11, limit=500)[0]
    return {"ar": ar, "k": k, "j": ar - k, "rank": rank, "clr": clr,
            "pValues": {"ar": stats.chi2.sf(ar, L), "k": stats.chi2.sf(k, K1),
                        "j": stats.chi2.sf(ar - k, L - K1), "clr": p}}


def effective_f(coefs, omega, zt, e, factor):
    """Montiel Olea and Pflueger (2013), in instruments made orthonormal by a symmetric root."""
    L = coefs.shape[0]
    w, x = np.linalg.eigh(zt.T @ zt)
    root = x * np.sqrt(w) @ x.T
    C = root @ coefs
    block = lambda a, b: root @ omega[a * L:(a + 1) * L, b * L:(b + 1) * L] @ root
    W1, W12, W2 = block(0, 0), block(0, 1), block(1, 1)
    W12 = (W12 + W12.T) / 2
    om = e.T @ e
    t = np.trace

    def bias(b, liml):
        S12, S1 = W12 - b * W2, W1 - 2 * b * W12 + b * b * W2
        ratio = (om[0, 1] - b * om[1, 1]) / (om[0, 0] - 2 * b * om[0, 1] + b * b * om[1, 1])
        if not liml:
            values = t(S12) - 2 * np.linalg.eigvalsh(S12)
        else:
            values = t(S12) - ratio * t(S1) - np.linalg.eigvalsh(2 * S12 - ratio * S1)
        return np.max(np.abs(values)) / np.sqrt(t(S1) * t(W2))

    def largest(liml):
        scale = np.sqrt(om[0, 0] / om[1, 1])
        f = lambda a: -bias(scale * np.tan(a), liml)
        grid = np.linspace(-np.pi / 2, np.pi / 2, 4001)[1:-1]
        at = grid[np.argmin([f(a) for a in grid])]
        h = grid[1] - grid[0]
        found = optimize.minimize_scalar(f, bounds=(at - h, at + h), method="bounded", options={"xatol": 1e-13})
        return -min(found.fun, f(at), f(grid[0]), f(grid[-1]))

    def critical(B):
        out = {}
        for tau in (5, 10, 20, 30):
            xx = B / (tau / 100)
            K = t(W2) ** 2 * (1 + 2 * xx) / (t(W2 @ W2) + 2 * xx * t(W2) * np.linalg.eigvalsh(W2)[-1])
            out[str(tau)] = stats.ncx2.ppf(0.95, K, K * xx) / K
        return out

    return {"stat": C[:, 1] @ C[:, 1] / (factor * t(W2)), "dfEffective": t(W2) ** 2 / t(W2 @ W2),
            "criticalValues": {"simplified": critical(1), "tsls": critical(largest(False)),
                               "liml": critical(largest(True))}}


def cigarettes():
    d = columns("../cigarettes/data.csv")
    n = len(d["lpacks"])
    w = np.column_stack([np.ones(n), d["lrincome"]])
    z = np.column_stack([d["tdiff"], d["rtax"]])
    coefs, omega, zt, e = reduced_form(w, z, d["lrprice"][:, None], d["lpacks"])
    b = np.array([-0.8])
    return {"params": b.tolist(), **robust_tests(coefs, omega, b, e, zt),
            "effectiveF": effective_f(coefs, omega, zt, e, n / (n - 4))}


def firms():
    d = columns("../abdata/data.csv")
    place = {(i, t): r for r, (i, t) in enumerate(zip(d["id"], d["year"]))}
    rows = [r for r, (i, t) in enumerate(zip(d["id"], d["year"])) if (i, t - 1) in place and (i, t - 2) in place]
    lag = lambda v, k: np.array([v[place[d["id"][r], d["year"][r] - k]] for r in rows])
    names = ["w", "k", "ys"]
    z = np.column_stack([lag(d[v], 0) - lag(d[v], 1) for v in names]
                        + [lag(d[v], 0) - 2 * lag(d[v], 1) + lag(d[v], 2) for v in names])
    x = np.column_stack([lag(d[v], 0) for v in names])
    coefs, omega, zt, e = reduced_form(np.ones((len(rows), 1)), z, x, lag(d["n"], 0), d["id"][rows])
    b = np.array([-0.5, 0.6, 0.8])
    return {"params": b.tolist(), **robust_tests(coefs, omega, b, e, zt)}


if __name__ == "__main__":
    out = {"source": "restatement.py, numpy and scipy: a second reading of the papers, not another program",
           "cigarettesRobust": cigarettes(), "firmsCluster": firms()}
    with open("restatement.json", "w") as file:
        json.dump(out, file, indent=2)
        file.write("\n")
