"""Cholesky factors in numpy: a stack of equal matrices, so that LAPACK's dpotrf is called from a loop in C.

The argument is the order of the matrix; a line of its elements sets it, and every line factors the whole stack. The answer
is the size of the stack and the last pivot.
"""
import sys

import numpy

order = int(sys.argv[1])
SIZE = 10_000
stack = numpy.empty((SIZE, order, order))
blas = numpy.show_config(mode="dicts")["Build Dependencies"]["blas"]["name"]
print(f"numpy {numpy.__version__} with {blas}", flush=True)
for line in sys.stdin:
    if line.strip():
        stack[:] = numpy.array(line.split(), dtype=float).reshape(order, order)
    factor = numpy.linalg.cholesky(stack)
    print(SIZE, repr(float(factor[-1, -1, -1])), flush=True)
