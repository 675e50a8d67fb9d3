import pandas as pd, numpy as np
import statsmodels.formula.api as smf

df = pd.read_csv("abdata.csv")
df = df.loc[(df["year"] > 1977) & df["w"].notna()].copy()
df["big"] = np.where(df["emp"] > 5, 1, 0)
base = "n ~ w"
extra = {"a": "k", "b": "k + np.log(cap)"}
r1 = smf.ols(base + " + k", data=df).fit()
r2 = smf.ols("n ~ w + k + C(ind)", data=df).fit(cov_type="HC3")
r3 = smf.ols(f"{base} + I(k**2) + big", data=df[df.ind != 9]).fit(cov_type="HC0")
r4 = smf.wls("n ~ w + k", data=df, weights=df["emp"]).fit()
print(r1.wald_test("w = 0", use_f=True))
print(r1.conf_int())
r1.resid.plot()
r5 = smf.probit("big ~ w", data=df).fit()
