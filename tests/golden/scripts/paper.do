* Employment, wages and capital: the tables of the paper
version 17
clear all
set more off
capture log close
log using paper.log, replace
global out "tables"

import delimited "abdata.csv", clear case(preserve)
xtset id year
label variable n "Log employment"
label variable w "Log wage"
label variable k "Log capital"
label variable ys "Log output"

* sample and variables
drop if missing(n, w, k)
gen late = year >= 1980 if year < .
gen wk = w * k
bysort id (year): gen first = _n == 1
egen meank = mean(k), by(year)
gen relk = k - meank
winsor2 w, cuts(1 99) suffix(_c)
local controls k ys

* Table 1
tabstat n w k ys, statistics(n mean sd min max) columns(statistics)
tabstat n w, by(late) statistics(mean sd)
pwcorr n w k ys, star(.05)

* Table 2
eststo clear
eststo m1: regress n w, vce(robust)
estadd local units "No"
eststo m2: regress n w `controls', vce(cluster id)
estadd local units "No"
test w
test k ys
lincom k + ys
eststo m3: areg n w `controls' i.year, absorb(id) vce(cluster id)
estadd local units "Yes"
margins, dydx(w)
eststo m4: probit late w k
estadd local units "No"
esttab m1 m2 m3 m4 using "$out/table2.tex", replace label b(3) se(3) ///
    star(* 0.10 ** 0.05 *** 0.01) drop(*.year) ///
    mtitles("OLS" "OLS" "Within" "Probit") ///
    scalars("units Unit effects" "r2 R-squared") ///
    title("Employment and wages") addnotes("Errors in parentheses.")

* Table 3
eststo clear
foreach y of varlist n k {
    quietly eststo `y'_a: regress `y' w_c relk if late == 0, vce(robust)
    quietly eststo `y'_b: regress `y' w_c relk if late == 1, vce(robust)
}
esttab n_a n_b k_a k_b using "$out/table3.tex", replace se ///
    star(* 0.10 ** 0.05 *** 0.01) nonumbers
hausman m3 m2
xtabond2 n L.n w k, gmm(L.n, lag(1 2)) iv(w k) noleveleq robust
predict e, residuals
log close
