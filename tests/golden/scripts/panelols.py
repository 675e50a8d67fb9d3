import pandas as pd
from linearmodels.panel import PanelOLS, RandomEffects, compare
from linearmodels.iv import IV2SLS

df = pd.read_csv("abdata.csv").set_index(["id", "year"])
m1 = PanelOLS.from_formula("n ~ w + k + EntityEffects", data=df).fit(cov_type="clustered", cluster_entity=True)
m2 = PanelOLS.from_formula("n ~ w + k + EntityEffects + TimeEffects", data=df).fit(cov_type="robust")
m3 = RandomEffects.from_formula("n ~ 1 + w + k", data=df).fit()
m4 = PanelOLS.from_formula("n ~ w + k + EntityEffects", data=df, weights=df["emp"]).fit(auto_df=False)
m5 = IV2SLS.from_formula("n ~ 1 + k + [w ~ ys]", data=df).fit(cov_type="kernel", kernel="bartlett")
print(compare({"FE": m1, "Two-way": m2, "RE": m3}))
print(m1.wald_test(formula="w = k"))
