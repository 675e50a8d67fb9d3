"""2SLS and two-step GMM with a clustered weight in numpy: reads n, columns and a file of doubles, solves once a line.

The file holds y, the cluster of each row (0 to G - 1), k regressors, then L instruments. Answers with the coefficients of
the estimator named in the fifth argument, `2sls` or `gmm`, after computing its clustered covariance.
"""
import sys

import numpy

n, k, l = int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
data = numpy.fromfile(sys.argv[4]).reshape(2 + k + l, n)
two_step = sys.argv[5] == "gmm"
y, clusters = data[0], data[1].astype(int)
x, z = data[2 : 2 + k].T, data[2 + k :].T
order = numpy.argsort(clusters, kind="stable")
starts = numpy.searchsorted(clusters[order], numpy.arange(clusters.max() + 1))


def meat(e):
    sums = numpy.add.reduceat((z * e[:, None])[order], starts)
    return sums.T @ sums


def solve():
    zx, zy = z.T @ x, z.T @ y
    weight = numpy.linalg.inv(z.T @ z)
    bread = numpy.linalg.inv(zx.T @ weight @ zx)
    b = bread @ (zx.T @ (weight @ zy))
    if two_step:
        weight = numpy.linalg.inv(meat(y - x @ b))
        bread = numpy.linalg.inv(zx.T @ weight @ zx)
        b = bread @ (zx.T @ (weight @ zy))
    p = bread @ zx.T @ weight
    numpy.sqrt(numpy.diag(p @ meat(y - x @ b) @ p.T))
    return b


print(f"numpy {numpy.__version__}", flush=True)
for _ in sys.stdin:
    print(" ".join(repr(float(value)) for value in solve()), flush=True)
