"""data.csv: the provinces with a composite of their six indicators.

The composite follows R's prcomp(center=TRUE, scale.=TRUE) on ind1 to ind6: components until 85 % of the
variance is reached, each loading vector signed so that its sum is positive, weighted by their variance.
"""
import csv
import pathlib

import numpy as np

here = pathlib.Path(__file__).parent
with open(here.parent / 'provinces' / 'data.csv', newline='') as file:
    rows = list(csv.DictReader(file))

x = np.array([[float(row[f'ind{j}']) for j in range(1, 7)] for row in rows])
scaled = (x - x.mean(0)) / x.std(0, ddof=1)
_, singular, loadings = np.linalg.svd(scaled, full_matrices=False)
share = singular**2 / np.sum(singular**2)
kept = int(np.sum(np.cumsum(share) <= 0.85)) + 1
signed = loadings[:kept].T * np.sign(loadings[:kept].sum(1))
composite = scaled @ signed @ (share[:kept] / share[:kept].sum())

names = ['province', 'id', 'year', 'Gov', 'IL', 'Open', 'PGpc', 'UR', 'SFE']
with open(here / 'data.csv', 'w', newline='') as file:
    writer = csv.writer(file, lineterminator='\n')
    writer.writerow([*names, 'comp'])
    for row, value in zip(rows, composite):
        writer.writerow([*(row[name] for name in names), repr(float(value))])
