"""Bootstrap of two-step GMM in numpy and scipy, one thread: the package's algorithm from cross-products of units.

Arguments: n, k, l, the number of distinct entries of Z'HZ, a number of replicates, a number of given draws, a folder with
`table` (n rows: entries of Z'HZ, X'Z row by row, y'Z), `place` (where the entries stand in the lower triangle, row by row)
and `draws` (how often each replicate draws each unit). A line `given` is answered with the coefficients and J of the given
draws, replicate by replicate; any other line times the replicates, with draws of its own, and is answered with the means.

32 replicates share one product W D. Every factor is LAPACK's dpotrf in place, every solve dtrtrs, arrays are in the order
that LAPACK takes without a copy, and units that were not drawn are left out of S2.
"""
import sys

import numpy
import scipy
from scipy.linalg.blas import dsyrk
from scipy.linalg.lapack import dpotrf, dtrtrs

n, k, l, moments, reps, ngiven = map(int, sys.argv[1:7])
folder = sys.argv[7]
table = numpy.fromfile(f"{folder}/table.f64").reshape(n, -1)
place = numpy.fromfile(f"{folder}/place.i32", dtype=numpy.int32).astype(numpy.intp)
given = numpy.fromfile(f"{folder}/draws.i32", dtype=numpy.int32).reshape(ngiven, n)
# rows of (X'Z, y'Z) of a unit and instrument, so that one product with (-b, 1) gives all moments
blocks = numpy.ascontiguousarray(table[:, moments:].reshape(n, k + 1, l).transpose(0, 2, 1))
flat = blocks.reshape(n * l, k + 1)
weight = numpy.zeros(l * l)
triangle = weight.reshape(l, l).T
rng = numpy.random.default_rng(1)
BATCH = 32


def solve(s, raw):
    """b and J of one step: U'U = S, V = U'^-1 [A s], R'R = V'V."""
    u, info = dpotrf(s, lower=0, clean=0, overwrite_a=1)
    v, _ = dtrtrs(u, raw, lower=0, trans=1)
    r, more = dpotrf(v.T @ v, lower=0, clean=0, overwrite_a=1)
    b, _ = dtrtrs(r[:k, :k], r[:k, k])
    return (b, r[k, k] ** 2) if info == 0 and more == 0 else (numpy.full(k, numpy.nan), numpy.nan)


def estimate(counts, sums, out):
    weight.fill(0)
    weight[place] = sums[:moments]
    raw = sums[moments:].reshape(k + 1, l).T
    b, _ = solve(triangle, raw)
    drawn = numpy.flatnonzero(counts)
    g = (flat @ numpy.append(-b, 1.0)).reshape(n, l)[drawn]
    g *= numpy.sqrt(counts[drawn])[:, None]
    out[:k], out[k] = solve(dsyrk(1.0, g.T), raw)


def run(draws, out):
    for first in range(0, len(draws), BATCH):
        counts = draws[first : first + BATCH]
        sums = counts.astype(float) @ table
        for r in range(len(counts)):
            estimate(counts[r], sums[r], out[first + r])
    return out


def fresh():
    out = numpy.empty((reps, k + 1))
    for first in range(0, reps, BATCH):
        size = min(BATCH, reps - first)
        taken = rng.integers(0, n, (size, n)) + n * numpy.arange(size)[:, None]
        draws = numpy.bincount(taken.ravel(), minlength=size * n).reshape(size, n)
        run(draws, out[first : first + size])
    return out.mean(axis=0)


blas = numpy.show_config(mode="dicts")["Build Dependencies"]["blas"]["name"]
print(f"numpy {numpy.__version__} and scipy {scipy.__version__} with {blas}", flush=True)
for line in sys.stdin:
    numbers = run(given, numpy.empty((ngiven, k + 1))).ravel() if line.strip() == "given" else fresh()
    print(" ".join(repr(float(value)) for value in numbers), flush=True)
