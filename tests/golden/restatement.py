"""
Difference and system GMM restated from xtabond2's rules, as dense matrices and with no hurry.

It shares nothing with the package: no code, no data structures, no language. Sums run over whole
N x rows x columns arrays in extended precision (numpy longdouble); only a singular second-step
matrix falls back to numpy.linalg.pinv. It is a second reading of the same rules, not a peer: where
a case names Stata, gretl, plm or pydynpd as its source, those numbers stand.

    python3 restatement.py abdata/*.json       writes "restatement" into each case, and "expected"
                                               where the case names this program as its source
    python3 restatement.py --check */*.json    writes nothing, prints the distance to "expected"

Needs Python 3.11, numpy 2, scipy 1.15 and a longdouble with 64 bits of mantissa (x86-64).
Rules: Roodman (2009), Stata Journal 9(1), and the help file of xtabond2 3.7.
"""

import json
import pathlib
import sys

import numpy as np
from scipy import stats

from matrices import inverse, one_step_rows, rank
from rows import LD, build, shift, words
from steps import Clusters, Conditions, doubly_corrected, later_steps, minimise, windmeijer

SOURCE = "tests/golden/restatement.py"
LEVELS = "gmm instruments for levels"


def chi2(stat, df):
    if df == 0:
        return {"stat": None, "df": 0, "pValue": None}
    return {"stat": float(stat), "df": int(df), "pValue": float(stats.chi2.sf(max(float(stat), 0), df))}


class Fit:
    """One- and two-step estimates with everything the tests need."""

    def __init__(self, model, path):
        self.model = model
        self.rows = rows = build(model, path)
        self.system, self.kind = model.get("system", True), model.get("transform", "fd")
        self.h, self.steps = model.get("h", 3), model.get("steps", 2)
        vcov = model.get("vcov", {})
        self.type = vcov.get("type", "robust" if self.steps in (1, "cue") else "windmeijer")
        self.small = vcov.get("small", False)
        self.k = len(rows.names)
        self.periods = rows.level_y.shape[1]
        self.frequency = model.get("weights", {}).get("type") == "frequency"
        counted = "level" if self.system else "diff"
        self.nobs, self.ngroups = self.count(counted), int(rows.used[counted].any(axis=1).sum())
        self.block_x = np.einsum("irj,irk->ijk", rows.z, rows.x)  # Z_i'X_i
        self.linear_y = np.einsum("irj,ir->j", rows.z, rows.y)
        self.conditions, self.clusters = Conditions(self), Clusters(self)
        self.estimate()
        self.vary()

    def residuals(self, b):
        return self.rows.y - self.rows.x @ b

    def linearised(self, b):
        """Z'X and Z'y, below them the nonlinear conditions with their value and slope at b."""
        slope = self.conditions.slopes(b).sum(axis=0)
        value = self.conditions.values(b).sum(axis=0) + slope @ b
        return np.concatenate([self.block_x.sum(axis=0), slope]), np.concatenate([self.linear_y, value])

    def widened(self, matrix):
        """A weight of the linear moments as one of all."""
        count = self.conditions.count
        return np.pad(matrix, (0, count))

    def estimate(self):
        rows = self.rows
        weighted = np.sqrt(rows.w)[:, :, None] * rows.z
        blocks = [(rows.matrices[name], weighted[:, self.rows_of(name)]) for name in rows.used]
        self.h_rows = one_step_rows(self.h, blocks)
        s1 = np.einsum("irj,irl->jl", self.h_rows, self.h_rows)
        self.rank = rank(s1)
        a1 = inverse(s1)
        self.b1, v1 = minimise(a1, self.block_x.sum(axis=0), self.linear_y)
        self.e1 = self.residuals(self.b1)
        self.sigma2 = self.spread(self.e1)
        self.a1, self.v1 = self.widened(a1 / self.sigma2), v1 * self.sigma2
        self.s1 = self.widened(s1 * self.sigma2)
        (self.b2, self.s2, self.a2, self.v2), self.before = later_steps(self)

    def rows_of(self, name):
        """The stacked rows of a block."""
        first = list(self.rows.used).index(name) * self.periods
        return slice(first, first + self.periods)

    def count(self, name):
        """Rows of a block, as often as their frequencies say."""
        use = self.rows.used[name]
        return int(self.rows.level_w[use].sum() if self.frequency else use.sum())

    def spread(self, residuals):
        """Variance of the level error: from transformed rows, or from level rows in a system with H = I."""
        name = "level" if self.kind == "level" or (self.system and self.h == 1) else "diff"
        rows = (residuals**2 / self.rows.w)[:, self.rows_of(name)]
        halves = 2 if self.kind == "fd" and self.h > 1 else 1
        self.spread_rows = self.count(name)
        return rows.sum() / halves / self.spread_rows

    def vary(self):
        """Model variance of the final step and the reported variance."""
        last = (self.b1, self.a1, self.v1) if self.steps == 1 else (self.b2, self.a2, self.v2)
        self.b, self.a, self.plain = last
        self.zx, self.zy = self.linearised(self.b)
        self.e = self.residuals(self.b)
        sandwich = lambda a, v: v @ self.zx.T @ a @ self.s2 @ a @ self.zx @ v
        if self.type == "unadjusted":
            self.v = self.plain
        elif self.type == "robust":
            self.v = sandwich(self.a, self.plain)
        elif self.type == "doubly-corrected":
            self.v = doubly_corrected(self)
        else:
            self.v = windmeijer(self, sandwich(*self.before[1:]))
        self.classical = self.steps == 1 and self.type == "unadjusted"
        n, k, g = self.nobs, self.k, self.ngroups
        factor = self.spread_rows / LD(self.spread_rows - k) if self.classical else LD(n - 1) / (n - k)
        if not self.classical and "cluster" not in self.model.get("vcov", {}):
            factor = factor * g / (g - 1)
        self.reported = self.v * factor if self.small else self.v

    def df_resid(self):
        """Of the t distribution with `small`: units, or rows where the errors are taken as independent."""
        return self.nobs - self.k if self.classical else min(self.clusters.counts) - self.rows.constant

    def total(self, b):
        """Summed moments at b."""
        zx, zy = self.linearised(b)
        return zy - zx @ b

    def overidentification(self):
        df = self.rank - self.k
        first = self.total(self.b1)
        tests = {"sargan": chi2(first @ self.a1 @ first, df)}
        if not self.classical and self.b2 is not None:
            second = self.total(self.b2)
            tests["hansen"] = chi2(second @ self.a2 @ second, df + self.conditions.count)
        return tests

    def subsets(self, full):
        """Difference tests, each group of instruments left out in turn (Eichenbaum, Hansen and Singleton 1988)."""
        if not full["df"] or self.model.get("pca", False) is not False:
            return []
        origin = self.rows.origin
        weight = self.s1 if self.classical else self.s2
        members = [(LEVELS, [o[0] == "gmm" and o[2] == "level" for o in origin])] * (self.kind != "level")
        for kind in ("iv", "gmm"):
            for i, group in enumerate(self.model.get(kind, [])):
                members.append((label(kind, group), [o[:2] == (kind, i) for o in origin]))
        tests, extra, linear = [], self.conditions.count, len(origin)
        members = [(name, inside + [False] * extra) for name, inside in members]
        members += [("nonlinear moment conditions", [False] * linear + [True] * extra)] * (extra > 0)
        full_rank = self.rank + extra
        for name, inside in members:
            kept = np.flatnonzero(~np.array(inside))
            below = kept[kept < linear]
            count = rank(self.s1[np.ix_(below, below)]) if len(below) else 0
            if count < self.k:
                continue
            count += len(kept) - len(below)
            if count == full_rank:
                continue
            sub, zx, zy = inverse(weight[np.ix_(kept, kept)]), self.zx[kept], self.zy[kept]
            if rank(zx.T @ sub @ zx) < self.k:
                continue
            b, _ = minimise(sub, zx, zy)
            stat = (zy - zx @ b) @ sub @ (zy - zx @ b)
            out = full_rank - count
            tests.append(
                {
                    "group": name,
                    "excluding": chi2(stat, full_rank - self.k - out),
                    "difference": chi2(full["stat"] - float(stat), out),
                }
            )
        return tests

    def serial(self, order):
        """Arellano-Bond test on first-differenced residuals, or on level ones."""
        rows = self.rows
        move = (lambda grid: grid) if self.model.get("arLevels", False) else rows.move
        w = np.nan_to_num(move((rows.level_y - rows.level_x @ self.b)[:, :, None])[:, :, 0])
        x = np.nan_to_num(move(rows.level_x))
        x[w == 0] = 0
        lagged = shift(w, order, 0)
        pairs = np.where(w != 0, np.nan_to_num(rows.level_w), 0) * lagged
        products = (w * pairs).sum(axis=1)
        if not products.any():
            return None
        if self.classical:
            spread, middle = self.serial_classical(pairs, lagged)
        else:
            spread = (products**2).sum()
            own = np.einsum("irj,ir->ij", rows.z, self.e)
            middle = np.concatenate([own, self.conditions.values(self.b)], axis=1).T @ products
        q = np.einsum("itk,it->k", x, pairs)
        variance = spread - 2 * q @ self.plain @ self.zx.T @ self.a @ middle + q @ self.v @ q
        z = float(products.sum() / np.sqrt(variance))
        return {"order": order, "stat": z, "pValue": float(2 * stats.norm.sf(abs(z)))}

    def serial_classical(self, pairs, lagged):
        """The two terms that rest on sigma2 H instead of the residuals' own products."""
        rows, name = self.rows, "level" if self.kind == "level" else "diff"
        half = np.sqrt(np.nan_to_num(rows.level_w)) * np.where(pairs != 0, lagged, 0)
        identity = self.h == 1 and self.kind != "level"
        eye = np.tile(np.eye(self.periods, dtype=LD), (len(half), 1, 1))
        back = half if identity else np.einsum("its,it->is", self.differences(), half)
        matrix = eye if identity else rows.matrices[name]
        own = rows.z[:, self.rows_of(name)] * np.sqrt(rows.w[:, self.rows_of(name)])[:, :, None]
        middle = np.einsum("itj,its,is->j", own, matrix, back) * self.sigma2
        return (back**2).sum() * self.sigma2, middle

    def differences(self):
        """N x T x T: first differences, as the model takes them."""
        eye = np.tile(np.eye(self.periods, dtype=LD), (len(self.rows.y), 1, 1))
        return np.nan_to_num(self.rows.move(eye))

    def report(self):
        tests = self.overidentification()
        errors = np.sqrt(np.diag(self.reported))
        serial = [test for order in (1, 2) if (test := self.serial(order))]
        names = self.rows.names
        based = lambda name: name.startswith("period ") or (name == "_cons" and self.model.get("timeEffects"))
        shown = [k for k, name in enumerate(names) if not based(name)]  # what no base period moves
        ratios = [float(abs(self.b[k] / errors[k])) for k in range(len(names))]
        law = stats.t(self.df_resid()) if self.small else stats.norm()
        return {
            "params": {names[k]: float(self.b[k]) for k in shown},
            "stdErrors": {names[k]: float(errors[k]) for k in shown},
            "pValues": {names[k]: float(2 * law.sf(ratios[k])) for k in shown},
            "nobs": self.nobs,
            "ngroups": self.ngroups,
            "ninstruments": self.rank,
            **tests,
            "ar": serial,
            "diffHansen": self.subsets(tests.get("hansen", tests["sargan"])) if self.b2 is not None else [],
        }


def label(kind, group):
    """The group in the words of the model file, such as `gmm(n w, 2:4, collapse, level)`."""
    first, last = group.get("lags", (0, 0))
    parts = [" ".join(words(group["vars"]))]
    parts += [f"{first}:{'.' if last is None else last}"] * (kind == "gmm")
    parts += [flag for flag in ("collapse", "mz") if group.get(flag, False)]
    equation = group.get("equation", "both")
    parts += [equation] * (equation != "both") + [group.get("transform")] * ("transform" in group)
    return f"{kind}({', '.join(parts + ['passthru'] * group.get('passthru', False))})"


def tolerance(fit):
    """Relative; what a program in double precision can hold, less where the weight is singular."""
    singular = rank(fit.s2) < len(fit.s2)
    digits = 1e-6 if singular else 1e-9
    return {"params": digits, "stdErrors": digits, "stat": digits, "pValue": 1e-6}


def distance(expected, found):
    """Largest relative difference of the numbers that both have; lists are matched by group or order."""
    if isinstance(expected, dict):
        parts = [distance(value, found[key]) for key, value in expected.items() if key in found]
        return max(parts, default=0)
    if isinstance(expected, list):
        key = lambda item: item.get("group", item.get("order"))
        named = {key(item): item for item in found}
        return max((distance(item, named[key(item)]) for item in expected), default=0)
    if isinstance(expected, (int, float)) and isinstance(found, (int, float)):
        return abs(expected - found) / max(abs(expected), 1e-300)
    return 0


def main(arguments):
    check = "--check" in arguments
    for path in [pathlib.Path(name) for name in arguments if name != "--check"]:
        case = json.loads(path.read_text())
        fit = Fit(case["model"], path.parent / "data.csv")
        found = fit.report()
        if check:
            parts = {key: f"{distance(case['expected'][key], found[key]):.1e}" for key in case["expected"] if key in found}
            print(path, parts)
            continue
        if case["source"]["software"] == SOURCE:
            case["expected"] = {key: value for key, value in found.items() if key not in case.get("omit", [])}
        else:
            case["restatement"] = {"peer": False, **found, "tolerance": tolerance(fit)}
        path.write_text(json.dumps(case, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
