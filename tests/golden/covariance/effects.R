# CR2 and CR3 of regressions on dummies. Run in this folder: Rscript effects.R > effects.json
# R 4.5.0, clubSandwich 0.5.11. Data: Arellano and Bond (1991), examples/abdata.csv; clusters are industries, so firms
# lie within clusters and years cross them.
suppressMessages(library(clubSandwich))
d <- read.csv("../../../examples/abdata.csv")
errors <- function(f) {
  m <- lm(f, d)
  # CR3 inverts I - H, which is singular where a cluster alone has a dummy.
  sapply(c(CR2 = "CR2", CR3 = "CR3"), function(type) {
    V <- try(as.matrix(vcovCR(m, d$ind, type = type)), silent = TRUE)
    if (inherits(V, "try-error")) c(w = NA, k = NA) else sqrt(diag(V))[c("w", "k")]
  })
}
number <- function(x) if (is.na(x)) "null" else sprintf("%.16e", x)
cases <- list(
  c("n ~ w + k | year", "n ~ w + k + factor(year)"),
  c("n ~ w + k | id", "n ~ w + k + factor(id)"),
  c("n ~ w + k | id + year", "n ~ w + k + factor(id) + factor(year)")
)
rows <- sapply(cases, function(one) {
  e <- errors(as.formula(one[2]))
  sprintf('  {"formula": "%s", "CR2": [%s, %s], "CR3": [%s, %s]}', one[1],
    number(e[1, 1]), number(e[2, 1]), number(e[1, 2]), number(e[2, 2]))
})
cat(sprintf('{\n "source": "R 4.5.0, clubSandwich 0.5.11: vcovCR(lm) of the dummies, clusters ind; covariance/effects.R",\n "data": "examples/abdata.csv",\n "regressors": ["w", "k"],\n "cases": [\n%s\n ]\n}\n', paste(rows, collapse = ",\n")))
