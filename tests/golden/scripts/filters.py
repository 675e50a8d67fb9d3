import pandas as pd
import numpy as np
import statsmodels.formula.api as smf

df = pd.read_csv("abdata.csv")
df = df[df["year"] > 1978]
df["share"] = df["k"] / df.groupby("year")["k"].transform("sum")
df["big"] = ((df["k"] > 0) & (df["ind"] == 7)).astype(int)
sub = df[df["ind"].isin([1, 7, 9])]
r1 = smf.ols("n ~ share + big", data=df).fit()
r2 = smf.ols("n ~ w + big", data=sub).fit(cov_type="HC1", use_t=True)
df["roll"] = df["w"].rolling(3).mean()
r3 = smf.ols("n ~ w", data=df).fit()
