"""The exact least squares solution of each case, by rational arithmetic on the decimals of its CSV.

    python3 make.py        # rewrites "exact" in every case of this folder

No rounding happens before the last step, the square roots and the conversion to 25 digits. NIST's certified values
(15 digits) stand beside them in "certified".
"""
import csv
import json
import pathlib
from decimal import Decimal, getcontext
from fractions import Fraction

getcontext().prec = 60
FOLDER = pathlib.Path(__file__).parent


def columns_of(case):
    with open(FOLDER / f"{case['id']}.csv", newline="") as file:
        rows = [{name: Fraction(text) for name, text in row.items()} for row in csv.DictReader(file)]
    terms = case["model"]["formula"].split("~")[1].replace(" ", "").split("+")
    constant = terms[0] != "0"
    columns = {}
    for term in terms if constant else terms[1:]:
        name, _, power = term.partition("^")
        columns[term] = [row[name] ** int(power or 1) for row in rows]
    if constant:
        columns["_cons"] = [Fraction(1)] * len(rows)
    return columns, [row["y"] for row in rows], constant


def inverse(matrix):
    """Gauss-Jordan."""
    n = len(matrix)
    work = [row[:] + [Fraction(int(i == j)) for j in range(n)] for i, row in enumerate(matrix)]
    for j in range(n):
        pivot = next(i for i in range(j, n) if work[i][j] != 0)
        work[j], work[pivot] = work[pivot], work[j]
        work[j] = [value / work[j][j] for value in work[j]]
        for i in range(n):
            if i != j:
                work[i] = [a - work[i][j] * b for a, b in zip(work[i], work[j])]
    return [row[n:] for row in work]


def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


def decimal(value):
    return Decimal(value.numerator) / Decimal(value.denominator)


def digits(value):
    return format(value, ".25g") if isinstance(value, Decimal) else format(decimal(value), ".25g")


def solve(case):
    columns, y, constant = columns_of(case)
    x = list(columns.values())
    bread = inverse([[dot(a, b) for b in x] for a in x])
    params = [dot(row, [dot(column, y) for column in x]) for row in bread]
    residuals = [value - dot(params, row) for value, row in zip(y, zip(*x))]
    rss = dot(residuals, residuals)
    mean = sum(y) / len(y) if constant else 0
    tss = sum((value - mean) ** 2 for value in y)
    df_model, df_resid = len(x) - int(constant), len(y) - len(x)
    sigma2 = rss / df_resid
    return {
        "params": dict(zip(columns, map(digits, params))),
        "stdErrors": {
            name: digits(decimal(sigma2 * bread[j][j]).sqrt()) for j, name in enumerate(columns)
        },
        "residualSd": digits(decimal(sigma2).sqrt()),
        "rsquared": digits(1 - rss / tss),
        "f": digits((tss - rss) / df_model / sigma2) if rss else None,
        "dfResid": df_resid,
    }


for path in sorted(FOLDER.glob("*.json")):
    case = json.loads(path.read_text())
    case["exact"] = solve(case)
    path.write_text(json.dumps(case, indent=2) + "\n")
