import numpy as np
import pandas as pd
import statsmodels.api as sm
df = pd.read_csv("abdata.csv")
df["lw"] = np.log(df["w"])
X = sm.add_constant(df[["lw", "k"]])
y = df["n"]
r1 = sm.OLS(y, X).fit()
r2 = sm.OLS(y, X).fit(cov_type="HC1")
r3 = sm.OLS(df["n"], df[["w", "k"]]).fit(cov_type="cluster", cov_kwds={"groups": df["id"]})
late = df[df["year"] > 1978]
Z = late[["w", "ys"]]
Z = sm.add_constant(Z)
r4 = sm.OLS(late["n"], Z).fit()
r5 = sm.WLS(df["n"], sm.add_constant(df["w"]), weights=df["emp"]).fit()
ridge = sm.OLS(df["n"], df[["w"]]).fit_regularized()
