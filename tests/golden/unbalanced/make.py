"""
Writes data.csv: a dynamic panel of 70 firms and 11 years with an unkind shape.

Firms enter late and leave early, rows are missing inside, cells are empty, rows stand in random
order and the firms' names hold commas, quotes and accents. Python 3.13, numpy 2.2.4, seed 20240229.
"""

import csv

import numpy as np

rng = np.random.default_rng(20240229)
FIRST, YEARS, FIRMS = 2005, 11, 70
TOWNS = ["Ålesund", "Bern", "Čáslav", "Dublin", "Évora", "Ferrara", "Gdańsk"]
KINDS = ["Mills, Ltd", "Works", 'The "Old" Forge', "& Sons", "AG", "Tannery", "Iron, Coal", "1887", "Co-op", "S.p.A."]

rows = []
for i in range(FIRMS):
    effect = rng.normal(0, 0.6)
    x = effect + rng.normal()
    y = effect / 0.4 + rng.normal()
    q = rng.normal()
    start = rng.choice([0, 0, 0, 1, 2, 4])
    stop = YEARS - rng.choice([0, 0, 0, 1, 3])
    for t in range(-20, YEARS):
        shock = rng.normal(0, 0.5 + 0.3 * abs(q))
        x = 0.5 * x + 0.3 * effect + 0.25 * shock + rng.normal(0, 0.7)
        q = 0.6 * q + rng.normal(0, 0.8)
        y = 0.55 * y + 0.7 * x - 0.4 * q + 0.05 * t + 0.4 * effect + shock
        if start <= t < stop and rng.random() > 0.06:
            cells = [round(value, 6) if rng.random() > 0.02 else "" for value in (y, x, q)]
            rows.append([f"{TOWNS[i % 7]} {KINDS[i // 7]}", FIRST + t, *cells])

rng.shuffle(rows)
with open("data.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["firm", "year", "y", "x", "q"])
    writer.writerows(rows)
