import pandas as pd
import pyfixest as pf

df = pd.read_csv("abdata.csv")
fits = pf.feols("n + w ~ k + csw0(ys, emp) | id", data=df, vcov={"CRV1": "id"})
pf.etable(fits)
p = pf.fepois("emp ~ w | id", data=df)
