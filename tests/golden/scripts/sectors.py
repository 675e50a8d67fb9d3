"""Averages of sectors by year, and tests of their model."""
import numpy as np
import pandas as pd
import statsmodels.formula.api as smf
from statsmodels.iolib.summary2 import summary_col

df = pd.read_csv("abdata.csv")
df = df[df["year"].between(1977, 1983)]
df["lwage"] = np.log(df["wage"])
sectors = df.groupby(["ind", "year"]).agg(
    n=("n", "mean"), w=("lwage", "mean"), k=("k", "mean"), sdk=("k", "std"), firms=("n", "count")
).reset_index()
sectors["lfirms"] = np.log(sectors["firms"])
controls = ["k", "lfirms"]
r1 = smf.ols("n ~ w", data=sectors).fit()
r2 = smf.ols(f"n ~ w + {' + '.join(controls)}", data=sectors).fit(cov_type="HC1")
r3 = smf.ols(f"n ~ w + {' + '.join(controls)} + C(year)", data=sectors).fit(
    cov_type="cluster", cov_kwds={"groups": sectors["ind"]}
)
print(r2.f_test("w = 0, k = 1"))
print(r3.t_test("w + k = 0"))
print(summary_col([r1, r2, r3], stars=True, model_names=["OLS", "HC1", "Cluster"]))
