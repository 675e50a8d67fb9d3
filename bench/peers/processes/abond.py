"""pydynpd as a peer: reads the file of the panel, then fits the employment model once a line, with its tests.

Answers with the coefficients and their standard errors.
"""
import contextlib
import io
import sys
from importlib.metadata import version

import pandas
from pydynpd import regression

panel = pandas.read_csv(sys.argv[1])
command = "n L(1:2).n w k | gmm(n, 2:4) gmm(w, 1:3) iv(k)"


def solve():
    with contextlib.redirect_stdout(io.StringIO()):
        table = regression.abond(command, panel, ["id", "year"]).models[0].regression_table
    return [*table["coefficient"], *table["std_err"]]


solve()
print(f"pydynpd {version('pydynpd')}", flush=True)
for _ in sys.stdin:
    print(" ".join(repr(float(value)) for value in solve()), flush=True)
