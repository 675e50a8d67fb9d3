#delimit ;
import delimited "abdata.csv", clear;
local base w k;
local more `base' ys;
xtset id year;
#delimit cr
local spec1 "`base'"
local spec2 "`more'"
forvalues s = 1/2 {
  eststo s`s': reg n `spec`s'', vce(cluster id)   /* two specifications */
}
esttab s*, se noobs r2 ar2
local list n w
foreach v of local list {
  gen `v'sq = `v'^2
}
reg n wsq k
mata: st_matrix("a", 1)
