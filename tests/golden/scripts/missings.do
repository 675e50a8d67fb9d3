* Stata takes a missing value for the largest number
import delimited "abdata.csv", clear
xtset id year
gen lagn = L.n
gen high = lagn > 1
gen high2 = lagn > 1 if lagn < .
replace lagn = 0 if missing(lagn)
reg n high w
reg n high2 w
reg n lagn w if lagn >= 0
drop if high2 == 0
reg n w
