import pandas as pd
from linearmodels.panel import PanelOLS, RandomEffects
from linearmodels.panel import compare

df = pd.read_csv("grunfeld.csv").set_index(["firm", "year"])
fe = PanelOLS.from_formula("inv ~ 1 + value + capital + EntityEffects", df).fit(cov_type="clustered", cluster_entity=True)
re = RandomEffects.from_formula("inv ~ 1 + value + capital", df).fit(cov_type="unadjusted")
print(compare({"FE": fe, "RE": re}, stars=True, precision="std_errors"))
