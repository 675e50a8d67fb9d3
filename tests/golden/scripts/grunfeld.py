import numpy as np
import pandas as pd
import statsmodels.formula.api as smf

df = pd.read_csv("grunfeld.csv")
df = df.assign(lv=np.log(df["value"]), lc=lambda x: np.log(x.capital))
r1 = smf.ols("inv ~ value + capital", df).fit(cov_type="HC2")
r2 = smf.ols("np.log(inv) ~ lv + lc", df.query("year > 1940")).fit()
r3 = smf.ols("inv ~ value:capital + C(firm)", df).fit()
q = smf.quantreg("inv ~ value", df).fit(q=0.5)
