"""
Bootstrap over units of the cases of kind "bootstrap", restated: an independent second opinion.

Every replicate draws N units with replacement; a unit drawn twice counts as two. Both weighting
matrices are computed afresh and moments are not recentred. Writes "restatement" into the case: the
standard errors, those read off the quartiles, and the Monte Carlo error of each.

    python3 bootstrap.py abdata/bootstrap-*.json
"""

import json
import pathlib
import sys

import numpy as np

from matrices import one_step_weight, transformation
from restatement import Fit

NORMAL_IQR = 1.3489795003921634  # distance of the quartiles of a standard normal
SEED = 1


def replicates(fit, reps, seed):
    """Coefficients of every replicate, reps x K."""
    rng = np.random.default_rng(seed)
    matrix = transformation(fit.kind, fit.periods)
    weight = one_step_weight(fit.h, matrix, matrix, fit.system).astype(float)
    z, y = fit.rows.z.astype(float), fit.rows.y.astype(float)
    blocks_h = np.einsum("irj,rs,isl->ijl", z, weight, z, optimize=True)
    blocks_x = fit.block_x.astype(float)
    blocks_y = np.einsum("irj,ir->ij", z, y)
    units = len(y)

    def solve(weighting, zx, zy):
        pull = np.linalg.solve(weighting, zx)
        return np.linalg.solve(zx.T @ pull, pull.T @ zy)

    draws = []
    for counts in rng.multinomial(units, np.full(units, 1 / units), size=reps):
        zx, zy = np.tensordot(counts, blocks_x, 1), counts @ blocks_y
        b = solve(np.tensordot(counts, blocks_h, 1), zx, zy)
        if fit.steps == 2:
            g = blocks_y - blocks_x @ b
            b = solve((g * counts[:, None]).T @ g, zx, zy)
        draws.append(b)
    return np.array(draws)


def spread(values):
    """Standard error, the one from the quartiles, and their Monte Carlo errors."""
    n, centred = len(values), values - values.mean()
    variance = centred @ centred / (n - 1)
    kurtosis = (centred**4).mean() / (centred**2).mean() ** 2
    low, high = np.quantile(values, [0.25, 0.75])
    density = [0.04 / np.subtract(*np.quantile(values, [p + 0.02, p - 0.02])) for p in (0.25, 0.75)]
    f, g = density
    quartiles = np.sqrt((3 / f**2 + 3 / g**2 - 2 / (f * g)) / 16 / n)
    return {
        "stdError": np.sqrt(variance),
        "monteCarloError": np.sqrt(variance * (kurtosis - 1) / (4 * n)),
        "stdErrorFromIqr": (high - low) / NORMAL_IQR,
        "monteCarloErrorFromIqr": quartiles / NORMAL_IQR,
    }


def main(paths):
    for path in map(pathlib.Path, paths):
        case = json.loads(path.read_text())
        fit = Fit(case["model"], path.parent / "data.csv")
        draws = replicates(fit, case["expected"]["reps"], SEED)
        found = {name: spread(draws[:, k]) for k, name in enumerate(fit.rows.names)}
        case["restatement"] = {"peer": False, "seed": SEED, "bootstrap": found}
        path.write_text(json.dumps(case, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
