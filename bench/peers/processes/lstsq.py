"""numpy's lstsq as a peer: reads n, k and a file of doubles (y, then the columns of X), then solves once a line."""
import sys

import numpy

n, k = int(sys.argv[1]), int(sys.argv[2])
data = numpy.fromfile(sys.argv[3]).reshape(k + 1, n)
y, x = data[0], data[1:].T
print(f"numpy {numpy.__version__}", flush=True)
for _ in sys.stdin:
    solution = numpy.linalg.lstsq(x, y, rcond=None)[0]
    print(" ".join(repr(float(value)) for value in solution), flush=True)
