import delimited "provinces.csv", clear
encode region, gen(reg)
egen g = group(province)
xtset g year
bysort province (year): gen t = _n
bys region year: egen mgov = mean(gov)
egen sdgov = sd(gov)
egen zgov = std(gov)
gen dev = gov - mgov
egen low = rowmin(ind1 ind2 ind3)
egen avg = rowmean(ind1 ind2 ind3)
reg level gov dev t, r
reg level zgov low avg i.reg
areg level gov dev, absorb(g)
bysort region: regress level gov
