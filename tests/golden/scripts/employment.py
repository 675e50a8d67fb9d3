import numpy as np
import pandas as pd
import statsmodels.formula.api as smf

df = pd.read_csv("abdata.csv").sort_values(["id", "year"])
df["lagn"] = df.groupby("id")["n"].shift(1)
df["meanw"] = df.groupby("id")["w"].transform("mean")
df["late"] = (df["year"] >= 1981).astype(int)
r1 = smf.ols("n ~ w + k", data=df).fit()
r2 = smf.ols("n ~ w + k + late", data=df).fit(cov_type="HC1")
r3 = smf.ols("n ~ w + meanw + C(year)", data=df).fit(cov_type="cluster", cov_kwds={"groups": df["id"]})
r4 = smf.ols("n ~ lagn + w", data=df.dropna(subset=["lagn"])).fit()
print(r1.summary())
