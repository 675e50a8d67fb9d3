/*----------------------------------------------------------------
  Wages, capital and employment: tables and robustness checks
  (replication package, Stata 17)
----------------------------------------------------------------*/
version 17
clear all
set more off
cap log close
log using "log/replication.log", replace text

global data "abdata.csv"
global tab  "tables"
global controls k ys
local y n
local se "vce(cluster id)"

***** 1. Data
import delimited using "$data", clear case(preserve)
xtset id year
lab var n "Log employment"
lab var w "Log wage"
lab var k "Log capital"
keep if inrange(year, 1977, 1983)   // the balanced years
drop if mi(n) | mi(w)
cap drop size
bys id: egen size = mean(emp)
g byte big = size > 5 if !mi(size)
gen w2 = w^2
qui sum w
bysort year: egen wbar = mean(w)
gen dw = w - wbar
replace dw = 0 if dw < -1

***** 2. Main table
eststo clear
eststo m1: qui reg `y' w, r
estadd local ctrl "No"
eststo m2: qui regr `y' w $controls, `se'
estadd local ctrl "Yes"
test w = 0
test k ys
lincom w + k
eststo m3: qui reg `y' c.w##c.k ys i.year, vce(cl id)
estadd local ctrl "Yes"
margins, dydx(w) at(k=(0 1))
eststo m4: qui reghdfe `y' w $controls, a(id year) cl(id)
estadd local ctrl "Yes"
esttab m1 m2 m3 m4 using "$tab/main.tex", replace label se b(3) ///
    star(* 0.10 ** 0.05 *** 0.01) drop(*.year) ///
    mtitles("OLS" "Controls" "Interaction" "Two-way") ///
    scalars("ctrl Controls" "r2 R-squared") nonotes

***** 3. By size
foreach s in 0 1 {
    reg n w $controls if big == `s', r
    est sto size`s'
}
outreg2 [size0 size1] using "$tab/size.doc", replace dec(3)

***** 4. Other outcomes
#delimit ;
local outcomes
    k ys;
#delimit cr
foreach v of local outcomes {
    qui reg `v' dw w2, vce(robust)
    est store o_`v'
}
esttab o_k o_ys using "$tab/other.rtf", replace se nogaps

***** 5. A threshold, left out
forvalues c = 1/2 {
    di "cut `c'"
}
qui logit big w
predict double p, pr
preserve
collapse (mean) n w k, by(ind year)
reg n w k, r
restore
xtreg n w k, fe vce(cluster id)
graph twoway scatter n w
log close
exit
