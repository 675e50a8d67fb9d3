"""Writes expected.json: the rows that random filters of R, pandas and gretl keep, where values are missing.

Needs Rscript, gretlcli and pandas. Run: python3 make.py [number of filters [seed]]
"""
import json
import os
import random
import re
import subprocess
import sys
import tempfile

import numpy as np
import pandas as pd

HERE = os.path.dirname(os.path.abspath(__file__))
COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 120
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else 20261130
OPERATORS = ["==", "!=", "<", "<=", ">", ">="]


def data(draw):
    """Small whole numbers, so that comparisons are often equal, and a text that is always there."""
    rows = []
    for i in range(40):
        row = {"i": i, "t": draw.choice(["east", "west", "south"])}
        for name in ["z", "h", "w"]:
            row[name] = None if draw.random() < 0.3 else draw.randint(-2, 5)
        rows.append(row)
    return rows


def condition(draw, depth):
    """A tree of conditions."""
    kind = draw.random()
    if depth > 0 and kind < 0.35:
        return (draw.choice(["and", "or"]), condition(draw, depth - 1), condition(draw, depth - 1))
    if depth > 0 and kind < 0.5:
        return ("not", condition(draw, depth - 1))
    column = draw.choice(["z", "h", "w"])
    if kind < 0.6:
        return ("missing", column)
    if kind < 0.7:
        values = sorted(draw.sample(range(-2, 6), draw.randint(1, 3)))
        return ("in", column, values)
    if kind < 0.75:
        return ("text", draw.choice(["==", "!="]), draw.choice(["east", "west"]))
    if kind < 0.8:
        other = draw.choice([name for name in ["z", "h", "w"] if name != column])
        return ("compare", column, draw.choice(OPERATORS), other)
    if kind < 0.85:
        return ("compare", f"{column} * 2 - 1", draw.choice(OPERATORS), str(draw.randint(-2, 5)))
    return ("compare", column, draw.choice(OPERATORS), str(draw.randint(-2, 5)))


def written(tree, language):
    """The tree as a condition of a language."""
    kind = tree[0]
    words = {
        "R": ("&", "|", "!"),
        "mask": ("&", "|", "~"),
        "query": ("and", "or", "not "),
        "gretl": ("&&", "||", "!"),
    }[language]

    def name(text):
        return re.sub(r"\b([zhwt])\b", r"df.\1" if language == "mask" else r"\1", text)

    if kind in ("and", "or"):
        sides = [written(side, language) for side in tree[1:]]
        return f"({sides[0]} {words[0] if kind == 'and' else words[1]} {sides[1]})"
    if kind == "not":
        return f"{words[2]}({written(tree[1], language)})"
    if kind == "missing":
        return {
            "R": f"is.na({tree[1]})",
            "mask": f"df.{tree[1]}.isna()",
            "query": f"({tree[1]} != {tree[1]})",
            "gretl": f"missing({tree[1]})",
        }[language]
    if kind == "in":
        values = ", ".join(map(str, tree[2]))
        return {
            "R": f"{tree[1]} %in% c({values})",
            "mask": f"df.{tree[1]}.isin([{values}])",
            "query": f"({tree[1]} in [{values}])",
            "gretl": "(" + " || ".join(f"{tree[1]} == {value}" for value in tree[2]) + ")",
        }[language]
    text = f't {tree[1]} "{tree[2]}"' if kind == "text" else " ".join(tree[1:])
    return f"({name(text)})"


def kept_by_r(texts, path):
    lines = [f'd <- read.csv("{path}")']
    lines += [f'cat(subset(d, {text})$i, "\\n")' for text in texts]
    return run(["Rscript", "-e", "\n".join(lines)])


def kept_by_gretl(texts, path):
    lines = ["set verbose off", f'open "{path}" --quiet']
    for text in texts:
        # gretl stops where no row is left, so that one more row is always kept and taken away again.
        lines += ["smpl full", f"smpl {text} || i == -1 --restrict", "loop j=$t1..$t2", 'printf "%d ", i[j]', "endloop", 'printf "\\n"']
    with tempfile.NamedTemporaryFile("w", suffix=".inp", delete=False) as file:
        file.write("\n".join(lines) + "\n")
    rows = run(["gretlcli", "-b", file.name], keep=r"^-1 [\d ]*$|^[\d ]*-1 $|^[-\d ]+$")
    os.unlink(file.name)
    return [[row for row in one if row >= 0] for one in rows]


def run(command, keep=r"^[\d ]*$"):
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [[int(row) for row in line.split()] for line in output.split("\n")[:-1] if re.match(keep, line)]


def kept_by_pandas(texts, frame, is_query):
    df = frame
    rows = []
    for text in texts:
        chosen = df.query(text) if is_query else df[eval(text)]
        rows.append([int(row) for row in chosen.i])
    return rows


def main():
    draw = random.Random(SEED)
    rows = data(draw)
    frame = pd.DataFrame(rows, columns=["i", "z", "h", "w", "t"])
    with_last = pd.concat([frame, pd.DataFrame([{"i": -1, "t": "east"}])])
    trees = [condition(draw, 3) for _ in range(COUNT)]
    without_texts = [tree for tree in trees if "text" not in json.dumps(tree)]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "data.csv")
        frame.to_csv(path, index=False, na_rep="NA")
        last = os.path.join(folder, "last.csv")
        with_last.drop(columns="t").to_csv(last, index=False, na_rep="NA")
        cases = []
        for language, chosen in [("R", trees), ("mask", trees), ("query", trees), ("gretl", without_texts)]:
            texts = [written(tree, language) for tree in chosen]
            kept = {
                "R": lambda: kept_by_r(texts, path),
                "mask": lambda: kept_by_pandas(texts, frame, False),
                "query": lambda: kept_by_pandas(texts, frame, True),
                "gretl": lambda: kept_by_gretl(texts, last),
            }[language]()
            assert len(kept) == len(texts), (language, len(kept), len(texts))
            cases += [{"language": language, "text": text, "rows": rows} for text, rows in zip(texts, kept)]
    columns = {name: [None if value is None or value != value else value for value in frame[name].astype(object)] for name in frame}
    columns = {name: [value if value is None or isinstance(value, str) else int(value) for value in values] for name, values in columns.items()}
    versions = {"pandas": pd.__version__, "numpy": np.__version__}
    with open(os.path.join(HERE, "expected.json"), "w") as file:
        file.write('{\n"versions": ' + json.dumps(versions) + ',\n"columns": ' + json.dumps(columns) + ',\n"cases": [\n')
        file.write(",\n".join(json.dumps(case) for case in cases) + "\n]\n}\n")
    print({language: sum(case["language"] == language for case in cases) for language in ["R", "mask", "query", "gretl"]})


main()
