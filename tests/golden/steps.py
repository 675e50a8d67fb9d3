"""
Steps after the first, sums over clusters, and the covariances that rest on them, for restatement.py.

Derivatives of the weighting matrix are formed coefficient by coefficient as whole J x J matrices.
"""

import itertools

import numpy as np
from scipy import optimize

from matrices import inverse

LD = np.longdouble
TOLERANCE, MOST = 1e-8, 100


class Conditions:
    """Ahn and Schmidt's (1995) moments u_iT Du_it, t < T, T the last complete period of a unit."""

    def __init__(self, fit):
        wanted, rows = fit.model.get("nonlinear", False), fit.rows
        self.y, self.x = rows.level_y, rows.level_x
        complete = ~np.isnan(self.y)
        ends = complete.shape[1] - 1 - complete[:, ::-1].argmax(axis=1)
        self.last = (np.arange(len(ends)), ends)
        before = np.concatenate([np.zeros((len(ends), 1), dtype=bool), complete[:, :-1]], axis=1)
        self.use = complete & before & (np.arange(complete.shape[1]) < ends[:, None])
        periods = np.flatnonzero(self.use.any(axis=0)) if wanted else []
        self.pick = np.eye(complete.shape[1], dtype=LD)[:, periods]
        if wanted == "collapse":
            self.pick = self.pick.sum(axis=1, keepdims=True)
        self.count = self.pick.shape[1]

    def parts(self, b):
        u = self.y - self.x @ b
        clean = lambda grid: np.where(self.use.reshape(self.use.shape + (1,) * (grid.ndim - 2)), grid, 0)
        change = lambda grid: clean(np.concatenate([grid[:, :1] * 0, grid[:, 1:] - grid[:, :-1]], axis=1))
        return u[self.last], self.x[self.last], change(u), change(self.x)

    def values(self, b):
        last, _, du, _ = self.parts(b)
        return (last[:, None] * du) @ self.pick

    def slopes(self, b):
        """-d(values)/db, N x conditions x K."""
        last, x, du, dx = self.parts(b)
        slopes = last[:, None, None] * dx + du[:, :, None] * x[:, None, :]
        return np.einsum("itk,tq->iqk", slopes, self.pick)


class Clusters:
    """Sums over units, or over every intersection of the named columns with the sign of its order."""

    def __init__(self, fit):
        rows = fit.rows
        self.fit, self.rows, self.shape = fit, rows, rows.y.shape
        columns = fit.model.get("vcov", {}).get("cluster", [])
        columns = columns.split() if isinstance(columns, str) else columns
        inside = np.concatenate(list(rows.used.values()), axis=1)
        units = np.broadcast_to(np.arange(self.shape[0])[:, None], self.shape)
        self.terms = [(LD(1), np.where(inside, units, -1))] if not columns else []
        self.counts = [fit.ngroups]
        if not columns:
            return
        grids = [np.tile(rows.panel.labels(name), (1, len(rows.used))) for name in columns]
        self.counts = []
        for size in range(1, len(columns) + 1):
            for chosen in itertools.combinations(grids, size):
                keys = [tuple(grid[cell] for grid in chosen) for cell in np.ndindex(self.shape)]
                number = {key: i for i, key in enumerate(dict.fromkeys(k for k, use in zip(keys, inside.flat) if use))}
                ids = np.array([number[key] if use else -1 for key, use in zip(keys, inside.flat)])
                count = len(number)
                sign = LD(1 if size % 2 else -1)
                self.terms.append((sign * (LD(count) / (count - 1) if fit.small else 1), ids.reshape(self.shape)))
                self.counts += [count] * (size == 1)

    def sums(self, ids, values):
        """Z'values of each cluster, values N x R."""
        products = self.rows.z * values[:, :, None]
        out = np.zeros((ids.max() + 1, products.shape[2]), dtype=LD)
        np.add.at(out, ids[ids >= 0], products[ids >= 0])
        return out

    def moments(self, ids, b):
        """Of each cluster; nonlinear conditions, which go with units as clusters, come last."""
        linear = self.sums(ids, self.fit.residuals(b))
        return self.beside(linear, lambda: self.fit.conditions.values(b))

    def changes(self, ids, b):
        """-d(moments)/db, one array a coefficient."""
        parts = [self.sums(ids, self.rows.x[:, :, k]) for k in range(len(b))]
        return [self.beside(part, lambda k=k: self.fit.conditions.slopes(b)[:, :, k]) for k, part in enumerate(parts)]

    def beside(self, linear, nonlinear):
        return np.concatenate([linear, nonlinear()], axis=1) if self.fit.conditions.count else linear

    def covariance(self, b):
        return sum(f * self.moments(ids, b).T @ self.moments(ids, b) for f, ids in self.terms)

    def slopes(self, b):
        """-dS/db, one J x J matrix a coefficient."""
        total = 0
        for factor, ids in self.terms:
            crosses = [change.T @ self.moments(ids, b) for change in self.changes(ids, b)]
            total = total + factor * np.stack([cross + cross.T for cross in crosses])
        return list(total)


def minimise(weight, zx, zy):
    """Coefficients and variance (X'Z A Z'X)^-1 of the weight A."""
    variance = inverse(zx.T @ weight @ zx)
    return variance @ (zx.T @ weight @ zy), variance


def settle(fit, weight, b):
    """Coefficients and variance of a weight A; with nonlinear conditions by Gauss-Newton steps from b."""
    for _ in range(200):
        zx, zy = fit.linearised(b)
        new, variance = minimise(weight, zx, zy)
        moved = np.abs(new - b).max()
        b = new
        if not fit.conditions.count or moved < 1e-16:
            break
    return b, variance


def later_steps(fit):
    """(b, S, A, V) of the final step and (b, A, V) of the one before it."""
    before = (fit.b1, fit.a1, fit.v1)
    for step in range(2, MOST + 1):
        s = fit.clusters.covariance(before[0])
        if fit.steps == 1 and indefinite(s):
            return (None, s, None, None), before
        a = inverse(s)
        b, v = settle(fit, a, before[0])
        scale = np.maximum(np.abs(b), np.sqrt(np.diag(v)))
        if fit.steps in (1, 2) or (step > 2 and (np.abs(b - before[0]) <= TOLERANCE * scale).all()):
            break
        if step < MOST:
            before = (b, a, v)
    if fit.steps == "cue":
        b = continuous(fit, [b, fit.b1])
        s = fit.clusters.covariance(b)
        a = inverse(s)
        zx, _ = fit.linearised(b)
        v = inverse(zx.T @ a @ zx)
    return (b, s, a, v), before


def indefinite(matrix):
    """A sum over several clusterings may be; it then is no weight, and there is no Hansen test."""
    scale = 1 / np.sqrt(np.abs(np.diag(matrix)).astype(float))
    values = np.linalg.eigvalsh(matrix.astype(float) * np.outer(scale, scale))
    return values[0] < -1e-9 * values[-1]


def continuous(fit, starts):
    """The lowest minimum of g'S(b)^-1 g: a search in double precision, then Newton steps in extended."""
    scale = np.sqrt(np.diag(fit.v1))
    ends = []
    for start in starts:
        value = lambda t, start=start: tuple(np.asarray(v, dtype=float) for v in criterion(fit, start + scale * t, scale))
        found = optimize.minimize(value, np.zeros(fit.k), jac=True, method="BFGS", options={"gtol": 1e-7})
        b = start + scale * found.x
        for _ in range(5):
            b = b - scale * newton(fit, b, scale)
        ends.append((criterion(fit, b, scale)[0], b))
    return min(ends, key=lambda end: end[0])[1]


def criterion(fit, b, scale):
    """Q and its gradient in units of `scale`."""
    zx, zy = fit.linearised(b)
    g = zy - zx @ b
    v = inverse(fit.clusters.covariance(b)) @ g
    gradient = -2 * zx.T @ v + np.array([v @ slope @ v for slope in fit.clusters.slopes(b)])
    return g @ v, gradient * scale


def newton(fit, b, scale, width=LD(1e-4)):
    """H^-1 gradient with H by central differences of the gradient."""
    hessian = []
    for k in range(fit.k):
        move = np.zeros(fit.k, dtype=LD)
        move[k] = width * scale[k]
        up, down = criterion(fit, b + move, scale)[1], criterion(fit, b - move, scale)[1]
        hessian.append((up - down) / (2 * width))
    hessian = np.array(hessian)
    return inverse((hessian + hessian.T) / 2) @ criterion(fit, b, scale)[1]


def derivative(fit):
    """D: of the final estimate by the one before, as b = (X'Z A Z'X)^-1 X'Z A Z'y and A = S(b before)^-1."""
    pull = fit.a @ (fit.zy - fit.zx @ fit.b)
    slopes = fit.clusters.slopes(fit.before[0])
    return fit.plain @ fit.zx.T @ fit.a @ np.stack([slope @ pull for slope in slopes], axis=1)


def windmeijer(fit, robust):
    """Windmeijer (2005), Journal of Econometrics 126: for iterations at their fixed point."""
    d = derivative(fit)
    if fit.steps == "iterated" and fit.type != "windmeijer-step":
        inverse = np.linalg.inv(np.eye(fit.k) - d.astype(float)).astype(LD)
        return inverse @ fit.plain @ inverse.T
    return fit.plain + d @ fit.plain + (d @ fit.plain).T + d @ robust @ d.T


def doubly_corrected(fit):
    """Hwang, Kang and Lee (2022), Journal of Econometrics 229, over units or one column of clusters."""
    (factor, ids), = fit.clusters.terms
    owners = ids.max(axis=1)
    factor_rows = fit.h_rows
    block_h = np.einsum("irj,irl->ijl", factor_rows, factor_rows)  # Z_i'H Z_i
    count = ids.max() + 1
    blocks = np.zeros((count, *fit.zx.shape), dtype=LD)
    np.add.at(blocks, owners, fit.block_x)

    def influence(b, a, v, own):
        g, total = fit.clusters.sums(ids, fit.residuals(b)), fit.zy - fit.zx @ b
        pull = a @ total
        psi = np.stack([fit.zx.T @ a @ (g[c] - own(c, pull)) + blocks[c].T @ pull for c in range(count)])
        return psi @ v

    joined = np.zeros((count, *block_h.shape[1:]), dtype=LD)
    np.add.at(joined, owners, block_h)
    first = influence(fit.b1, fit.a1, fit.v1, lambda c, pull: joined[c] @ pull * fit.sigma2)
    if fit.steps == 1:
        psi = first
    else:
        g = fit.clusters.sums(ids, fit.residuals(fit.before[0]))
        phi = influence(fit.b, fit.a, fit.plain, lambda c, pull: factor * g[c] * (g[c] @ pull))
        d = derivative(fit)
        if fit.steps == "iterated":
            psi = np.linalg.solve(np.eye(fit.k) - d.astype(float), phi.T.astype(float)).T.astype(LD)
        else:
            psi = phi + first @ d.T
    return factor * psi.T @ psi
