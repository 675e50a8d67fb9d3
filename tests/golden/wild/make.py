"""
Wild cluster bootstraps over all sign vectors of the clusters, in rational arithmetic: ties are exact. t has the factor
G/(G-1) (n-1)/(n-k), which cancels, and the null is imposed. A vector counts if its statistic is at least as extreme as
that of the sample.

    python3 make.py > expected.json
"""

import csv
import itertools
import json
import pathlib
import platform
from fractions import Fraction

HERE = pathlib.Path(__file__).resolve().parent


def read(path):
    with open(HERE / path) as file:
        rows = list(csv.DictReader(file))
    return {name: [Fraction(row[name]) for row in rows] for name in rows[0]}


def solve(a, columns):
    """a^-1 times a list of columns, by elimination."""
    n = len(a)
    rows = [list(row) + [column[i] for column in columns] for i, row in enumerate(a)]
    for i in range(n):
        pivot = next(r for r in range(i, n) if rows[r][i] != 0)
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [value / rows[i][i] for value in rows[i]]
        for r in range(n):
            if r != i and rows[r][i] != 0:
                rows[r] = [x - rows[r][i] * y for x, y in zip(rows[r], rows[i])]
    return [[rows[i][n + c] for i in range(n)] for c in range(len(columns))]


def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


def products(x):
    return [[dot(a, b) for b in zip(*x)] for a in zip(*x)]


def squares(data, outcome, regressors, of, signs):
    """Signed squares of t*, one for each sign vector, and of t, which is that of equal signs."""
    x = [list(row) for row in zip(*(data[name] for name in regressors), [Fraction(1)] * len(data[outcome]))]
    j = regressors.index(of)
    k = len(x[0])
    free = [[value for i, value in enumerate(row) if i != j] for row in x]
    y = data[outcome]
    b = solve(products(free), [[dot(column, y) for column in zip(*free)]])[0]
    u = [value - dot(row, b) for value, row in zip(y, free)]
    clusters = sorted(set(data["g"]))
    rows_of = [[i for i, g in enumerate(data["g"]) if g == cluster] for cluster in clusters]
    scores = [[sum(x[i][c] * u[i] for i in rows) for c in range(k)] for rows in rows_of]
    inner = [products([x[i] for i in rows]) for rows in rows_of]
    bread = solve(products(x), [[Fraction(int(r == c)) for r in range(k)] for c in range(k)])
    row = bread[j]

    def square(vector):
        total = [sum(v * score[c] for v, score in zip(vector, scores)) for c in range(k)]
        change = [dot(line, total) for line in bread]
        variance = 0
        for v, score, cross in zip(vector, scores, inner):
            left = [v * score[c] - dot(cross[c], change) for c in range(k)]
            variance += dot(row, left) ** 2
        sign = 1 if change[j] >= 0 else -1
        return sign * change[j] ** 2 / variance

    return [square(vector) for vector in signs], square([1] * len(clusters))


def signs_of(data):
    return list(itertools.product([1, -1], repeat=len(set(data["g"]))))


def alone(data, outcome, regressors, of):
    drawn, t = squares(data, outcome, regressors, of, signs_of(data))
    share = lambda holds: sum(map(holds, drawn)) / len(drawn)
    above, below = share(lambda s: s >= t), share(lambda s: s <= t)
    return {
        "formula": f"{outcome} ~ {' + '.join(regressors)}",
        "of": of,
        "ties": sum(abs(s) == abs(t) for s in drawn),
        "symmetric": share(lambda s: abs(s) >= abs(t)),
        "equal-tail": min(1, 2 * min(above, below)),
        "greater": above,
        "less": below,
    }


def joint(data, outcomes, regressors, of):
    """Step-down p-values of the largest |t*| (Romano and Wolf, 2005)."""
    found = [squares(data, outcome, regressors, of, signs_of(data)) for outcome in outcomes]
    sizes = [abs(t) for _, t in found]
    draws = [[abs(s) for s in drawn] for drawn, _ in found]
    order = sorted(range(len(sizes)), key=lambda i: -sizes[i])
    highest, adjusted = 0, {}
    for step, place in enumerate(order):
        largest = map(max, zip(*(draws[i] for i in order[step:])))
        highest = max(highest, sum(s >= sizes[place] for s in largest) / len(draws[0]))
        adjusted[outcomes[place]] = highest
    return {"outcomes": outcomes, "regressors": regressors, "of": of, "romano-wolf": adjusted}


def main():
    five, six = read("five.csv"), read("six.csv")
    twins, lone = read("twins.csv"), read("lone.csv")
    firms = read("../grunfeld/data.csv")
    firms["g"] = firms["firm"]
    cases = {
        "five.csv": [
            alone(five, "y", ["x"], "x"),
            alone(five, "z", ["x", "d"], "x"),
            alone(five, "z", ["x", "d"], "d"),
        ],
        "six.csv": [
            alone(six, "y", ["treated"], "treated"),
            alone(six, "y", ["treated", "k"], "treated"),
            alone(six, "z", ["treated", "k"], "k"),
        ],
        "twins.csv": [
            alone(twins, "y", ["treated"], "treated"),
            alone(twins, "z", ["treated", "k"], "treated"),
        ],
        "lone.csv": [
            alone(lone, "y", ["x", "only"], "x"),
            alone(lone, "z", ["x", "d", "only"], "x"),
        ],
        "../grunfeld/data.csv": [alone(firms, "inv", ["value", "capital"], "value")],
    }
    result = {
        "source": f"Python {platform.python_version()} fractions, make.py",
        "cases": cases,
        "joint": {
            "five.csv": [joint(five, ["y", "z"], ["x"], "x"), joint(five, ["y", "z"], ["x", "d"], "d")],
            "six.csv": [joint(six, ["y", "z"], ["treated", "k"], "treated")],
            "twins.csv": [joint(twins, ["y", "z"], ["treated", "k"], "treated")],
        },
    }
    print(json.dumps(result, indent=2))


main()
