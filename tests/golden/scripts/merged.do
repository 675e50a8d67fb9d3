import delimited "abdata.csv", clear
merge 1:1 id year using extra.dta, keep(match) nogen
collapse (mean) n w, by(id)
reg n w
preserve
keep if w > 3
reg n w
restore
reg n w k
