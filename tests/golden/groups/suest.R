# Differences of separate models by stacked influence functions, of sandwich's scores and bread: Rscript suest.R
library(AER); library(sandwich); library(jsonlite)
d <- read.csv("../abdata/data.csv"); d <- d[order(d$id, d$year), ]
d$lw <- ave(d$w, d$id, FUN = function(x) c(NA, head(x, -1)))
d$half <- d$id %% 2; d$late <- as.integer(d$year >= 1980)
models <- list(
  ols = function(s) lm(n ~ w + k, s),
  within = function(s) lm(n ~ w + k + factor(id), s),
  iv = function(s) ivreg(n ~ k + w | k + lw, data = s))
of_group <- function(model, s) {
  s <- s[!is.na(s$lw) | !identical(model, models$iv), ]
  m <- model(s)
  psi <- (estfun(m) %*% bread(m) / nobs(m))[, "w"]
  list(coef = unname(coef(m)["w"]), psi = psi, id = s$id)
}
difference <- function(model, by) {
  g <- lapply(0:1, function(v) of_group(model, d[d[[by]] == v, ]))
  sums <- tapply(c(-g[[1]]$psi, g[[2]]$psi), c(g[[1]]$id, g[[2]]$id), sum)
  n <- length(g[[1]]$psi) + length(g[[2]]$psi); G <- length(sums)
  se <- c(robust = sqrt((sum(g[[1]]$psi^2) + sum(g[[2]]$psi^2)) * n / (n - 1)), cluster = sqrt(sum(sums^2) * G / (G - 1)))
  diff <- g[[2]]$coef - g[[1]]$coef
  list(estimate = diff, robust = se[["robust"]], cluster = se[["cluster"]], pValue = 2 * pnorm(-abs(diff / se[["cluster"]])))
}
cases <- list()
for (name in names(models)) for (by in c("half", "late")) cases[[paste(name, "by", by)]] <- difference(models[[name]], by)
about <- paste0("R ", R.version$major, ".", R.version$minor, ", sandwich ", packageVersion("sandwich"), ", AER ", packageVersion("AER"))
write(toJSON(list(madeBy = "suest.R", software = about, cases = cases), digits = NA, auto_unbox = TRUE, pretty = 1), "suest.json")
