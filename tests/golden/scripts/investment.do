use "grunfeld.csv", clear
xtset firm year
gen lvalue = ln(value)
gen lcap = ln(capital)
eststo ols: reg inv value capital
eststo fe: xtreg inv value capital, fe
eststo re: xtreg inv value capital, re
eststo be: xtreg inv value capital, be
estimates table ols fe re be, b(%9.4f) se
hausman fe re
eststo logs: reg inv lvalue lcap i.firm, vce(hc3)
outreg2 [logs] using logs.doc, replace dec(4)
twoway scatter inv value
