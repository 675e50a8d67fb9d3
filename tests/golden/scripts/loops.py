import pandas as pd
import statsmodels.formula.api as smf
from statsmodels.iolib.summary2 import summary_col

df = pd.read_csv("abdata.csv")
controls = ["k", "ys"]
rhs = " + ".join(controls)
results = {}
for y in ["n", "w"]:
    results[y] = smf.ols(f"{y} ~ {rhs}", data=df).fit(cov_type="HC3")
r1 = results["n"]
r2 = results["w"]
print(summary_col(list(results.values()), stars=True))
