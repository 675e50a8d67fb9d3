* Employment and wages: main tables
version 17
clear all
set more off
capture log close
log using employment.log, replace

import delimited "abdata.csv", clear case(preserve)
xtset id year

* variables
label variable n "Log employment"
label variable w "Log wage"
label variable k "Log capital"
label variable ys "Log output"
gen double kw = k * w
gen byte late = year >= 1981
bysort id: egen double meanw = mean(w)
gen double dw = w - meanw
egen double totalk = total(k), by(year)
winsor2 k, cuts(5 95) suffix(_t)
xtile size = emp, nq(4)

* descriptive statistics
summarize n w k ys
tabstat n w k, statistics(mean sd p50 n)
pwcorr n w k ys, star(.05)

* Table 2: employment
local controls k ys
global fe id
eststo clear
eststo m1: regress n w, vce(robust)
estadd local firm "No"
eststo m2: regress n w `controls', vce(cluster id)
estadd local firm "No"
eststo m3: areg n w `controls', absorb($fe)
estadd local firm "Yes"
eststo m4: xtreg n w `controls' kw, fe vce(robust)
estadd local firm "Yes"
esttab m1 m2 m3 m4 using "tables/table2.tex", replace label ///
    se(3) b(3) star(* 0.10 ** 0.05 *** 0.01) drop(_cons) ///
    mtitles("OLS" "OLS" "Within" "Within") ///
    scalars("firm Firm effects" "r2 R-squared") ///
    title("Employment and wages") addnotes("Standard errors in parentheses.")

* Table 3: outcomes
eststo clear
foreach y of varlist n w {
    quietly eststo `y'1: regress `y' dw k_t late totalk, vce(robust)
    quietly eststo `y'2: regress `y' k_t i.size if year > 1978, vce(cluster id)
}
esttab n1 n2 w1 w2, se star(* 0.10 ** 0.05 *** 0.01) keep(k_t late) nonumbers

* dynamics
xtabond2 n L.n w k, gmm(L.n, lag(1 3)) iv(w k) noleveleq robust
qreg n w k
margins, dydx(w)
marginsplot
log close
