// Returns to education: distance as an instrument
version 16
set more off
use "college.dta", clear
#delimit ;
global x urban female
    black hispanic unemp;
#delimit cr
gen exper2 = unemp^2
la var lwage "Log wage"

* (1) least squares, (2) two-stage least squares, (3) by sex
est clear
reg lwage education $x, r
est sto ols
test urban female
ivregress 2sls lwage $x (education = distance), vce(robust)
est sto iv
estat firststage
estat endogenous
foreach g in 0 1 {
    ivregress 2sls lwage urban black hispanic unemp (education = distance) if female == `g', small
    est sto iv`g'
}
reg lwage c.education##i.female urban black hispanic unemp exper2
est sto het
lincom education + 1.female#c.education
esttab ols iv iv0 iv1 het using returns.tex, se r2 keep(education) star(* .1 ** .05 *** .01) replace
ivprobit urban (education = distance)
