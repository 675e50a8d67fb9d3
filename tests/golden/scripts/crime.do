* counties
insheet using crime.csv, clear
tsset county year
gen dens2 = ldensity^2
gen post = (year > 83)
recode region (1=0) (2/3=1), gen(south)
forvalues i = 1/2 {
    eststo: reg lcrmrte L`i'.lprbarr lpolpc dens2, cluster(county)
}
eststo: xtreg lcrmrte lprbarr lpolpc i.year, fe
esttab, se r2 indicate("Year effects = *.year") compress
ppmlhdfe crmrte lprbarr, absorb(county)
