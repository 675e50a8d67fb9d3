import pandas as pd
import statsmodels.api as sm
import statsmodels.formula.api as smf

df = pd.read_csv("crime.csv")
df["post"] = (df["year"] > 83).astype(int)
df["treat"] = (df["region"] == "west").astype(int)
r1 = smf.ols("lcrmrte ~ treat * post", data=df).fit(cov_type="cluster", cov_kwds={"groups": df["county"]})
r2 = smf.ols("lcrmrte ~ treat:post + C(county) + C(year)", data=df).fit()
X = sm.add_constant(df[["lprbarr"]])
r3 = sm.OLS(df["lcrmrte"], X).fit()
