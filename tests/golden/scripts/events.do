import delimited "abdata.csv", clear
xtset id year
gen treat = ind > 5
gen rel = year - 1980
reghdfe n treat##i.year, absorb(id year) vce(cluster id)
reghdfe n w k, absorb(id year) vce(cluster id)
eventdd n w, timevar(rel)
csdid n w, ivar(id) time(year) gvar(treat)
etable, showstars
