import delimited "abdata.csv", clear
xtset id year
eststo a: bootstrap, reps(50) seed(7) cluster(id): reg n w k
eststo b: reg n w k, vce(bootstrap, reps(50) seed(7))
esttab a b, se
sqreg n w k, q(.25 .75)
