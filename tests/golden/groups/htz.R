# Joint tests with CR2 errors: Wald_test(test = "HTZ") of R's clubSandwich on dummies. Writes htz.json; run in this folder.
suppressMessages(library(clubSandwich))
d <- read.csv("../grunfeld/data.csv")
d$w <- 1 + d$year %% 3 + d$firm / 10
d$v <- d$value^2 / 1000
models <- list(
  pooled = inv ~ value + capital + v,
  years = inv ~ value + capital + v + factor(year),
  firms = inv ~ value + capital + v + factor(firm),
  both = inv ~ value + capital + v + factor(firm) + factor(year))
cases <- c()
for (name in names(models)) for (weighted in c(FALSE, TRUE)) {
  # Weighted least squares are least squares of rows times the roots of the weights.
  root <- if (weighted) sqrt(d$w) else rep(1, nrow(d))
  X <- model.matrix(models[[name]], d) * root
  y <- d$inv * root
  m <- lm(y ~ 0 + X)
  V <- vcovCR(m, d$firm, "CR2")
  for (q in 1:3) {
    t <- Wald_test(m, constrain_zero(1 + 1:q, coefs = coef(m)), V, test = "HTZ")
    cases <- c(cases, sprintf('  {"model": "%s", "weighted": %s, "q": %d, "stat": %.17g, "df": %.17g, "pValue": %.17g}',
      name, tolower(weighted), q, t$Fstat, t$df_denom, t$p_val))
  }
}
writeLines(c('{"source": "R clubSandwich 0.5.11 Wald_test HTZ", "cases": [', paste(cases, collapse = ",\n"), "]}"), "htz.json")
