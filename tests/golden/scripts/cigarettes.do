import delimited using "cigarettes.csv"
ivregress 2sls lpacks lrincome (lrprice = tdiff rtax), vce(robust) small
estimates store tsls
ivregress liml lpacks lrincome (lrprice = tdiff rtax)
est store liml
reg lpacks lrprice lrincome, r
est store ols
estat endogenous
esttab ols tsls liml, b(4) se(4) nostar
