use abdata.dta, clear
import delimited "abdata.csv", clear
xtset id year
gen lw = w
winsor2 k, replace cuts(1 99)
xtabond n lw k, lags(2) vce(robust)
xtabond2 n L(1/2).n lw k, gmm(L.n k, lag(1 3)) iv(lw) twostep robust noleveleq
eststo gmm: xtabond2 n L.n lw k, gmm(n k, lag(2 4) collapse) iv(lw) twostep robust
esttab gmm, se scalars(ar1p ar2p hansenp j)
xtdpdsys n lw, lags(1)
