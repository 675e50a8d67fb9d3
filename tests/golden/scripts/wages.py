import numpy as np
import pandas as pd
import statsmodels.formula.api as smf

df = pd.read_csv("college.csv")
df["edu2"] = df["education"] ** 2
df["lowwage"] = np.where(df["lwage"] < 2.2, 1, 0)
df["z"] = (df["unemp"] - df["unemp"].mean()) / df["unemp"].std()
df["clipped"] = df["distance"].clip(df["distance"].quantile(0.05), df["distance"].quantile(0.95))
r1 = smf.ols("lwage ~ education + edu2 + z", data=df).fit()
r2 = smf.ols("lwage ~ education + clipped + C(female)", data=df[df["unemp"] > 6]).fit(cov_type="HC0")
r3 = smf.wls("lwage ~ education", data=df, weights=df["unemp"]).fit()
g = smf.logit("female ~ education", data=df).fit()
