import delimited "college.csv", clear
global x urban female black hispanic unemp
reg lwage education $x
outreg2 using wages.xls, replace ctitle(OLS) dec(3) addtext(Sample, All)
ivreg2 lwage $x (education = distance), small
outreg2 using wages.xls, append ctitle(IV) dec(3) addtext(Sample, All)
reg lwage education $x if female == 1, robust
outreg2 using wages.xls, append ctitle(Women) dec(3) addtext(Sample, Women)
probit female education
