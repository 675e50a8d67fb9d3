# Panel cases from R: `Rscript panel.R` in this folder rewrites panel-r-*.json of abdata and grunfeld.
# plm for first differences; elsewhere the dummies of every effect are written out and lm fits them.
library(jsonlite)
library(sandwich)
suppressMessages(library(plm))

version <- function(package) paste(package, packageVersion(package))
software <- paste("R", getRversion())
tolerance <- list(params = 1e-9, stdErrors = 1e-9, stat = 1e-9, pValue = 1e-8)
origins <- list(
  abdata = "Arellano and Bond (1991) firm data",
  grunfeld = "Grunfeld (1958) data"
)

write_case <- function(folder, id, title, package, command, model, expected, notes = NULL) {
  source <- list(software = paste(software, package), command = command, origin = origins[[folder]])
  case <- list(id = id, title = title, source = source, model = model, expected = expected, tolerance = tolerance)
  if (!is.null(notes)) case$notes <- notes
  json <- toJSON(case, auto_unbox = TRUE, digits = I(15), pretty = 2)
  writeLines(json, file.path(folder, paste0(id, ".json")))
}

# Slopes of a regression on dummies, and what does not depend on how the dummies are coded.
slopes <- function(fit, names, vcov = stats::vcov(fit)) {
  list(
    params = as.list(coef(fit)[names]),
    stdErrors = as.list(setNames(sqrt(diag(vcov)[names]), names)),
    nobs = nobs(fit)
  )
}

with_sums <- function(expected, fit) {
  c(expected, list(
    dfResid = df.residual(fit), rss = sum(weighted.residuals(fit)^2),
    sigma2 = sum(weighted.residuals(fit)^2) / df.residual(fit)
  ))
}

abdata <- read.csv("abdata/data.csv")
grunfeld <- read.csv("grunfeld/data.csv")
employment <- c("w", "k", "ys")
firms <- list(unit = "id", time = "year")

twoway <- lm(n ~ w + k + ys + factor(id) + factor(year), abdata)
write_case(
  "abdata", "panel-r-twoway", "Two-way fixed effects of an unbalanced panel", "stats",
  "lm(n ~ w + k + ys + factor(id) + factor(year))",
  list(estimator = "panel", panel = firms, effects = "twoway", formula = "n ~ w + k + ys", vcov = list(type = "unadjusted")),
  with_sums(slopes(twoway, employment), twoway)
)
write_case(
  "abdata", "panel-r-twoway-hc1", "Two-way fixed effects of an unbalanced panel, HC1", version("sandwich"),
  "vcovHC(lm(n ~ w + k + ys + factor(id) + factor(year)), type = \"HC1\")",
  list(estimator = "panel", panel = firms, effects = "twoway", formula = "n ~ w + k + ys", vcov = list(type = "HC1")),
  slopes(twoway, employment, vcovHC(twoway, type = "HC1"))
)
write_case(
  "abdata", "panel-r-twoway-cluster-no-factor", "Two-way fixed effects, clustered by firm and year", version("sandwich"),
  "vcovCL(lm(n ~ w + k + ys + factor(id) + factor(year)), cluster = ~ id + year, type = \"HC0\", cadjust = FALSE, multi0 = FALSE)",
  list(
    estimator = "panel", panel = firms, effects = "twoway", formula = "n ~ w + k + ys",
    vcov = list(type = "cluster", cluster = c("id", "year"), small = FALSE)
  ),
  slopes(twoway, employment, vcovCL(twoway, cluster = ~ id + year, type = "HC0", cadjust = FALSE, multi0 = FALSE))
)

# Two industries have one firm in a year: such rows are left out, as reghdfe and fixest do.
alone <- ave(abdata$n, abdata$ind, abdata$year, FUN = length) == 1
industries <- lm(n ~ w + k + ys + factor(id) + factor(ind):factor(year), abdata[!alone, ])
write_case(
  "abdata", "panel-r-absorbed", "Absorbed effects of firms and of industries by year", "stats",
  "lm(n ~ w + k + ys + factor(id) + factor(ind):factor(year)), without industries of one firm in a year",
  list(estimator = "ols", formula = "n ~ w + k + ys | id + ind:year", vcov = list(type = "unadjusted")),
  c(
    with_sums(slopes(industries, employment), industries),
    list(rsquared = summary(industries)$r.squared, rsquaredAdj = summary(industries)$adj.r.squared)
  ),
  "Firms keep their industry, so each industry is a connected component and one effect of a year is redundant in it."
)

weighted <- lm(n ~ w + k + ys + factor(id) + factor(year), abdata, weights = emp)
write_case(
  "abdata", "panel-r-absorbed-weighted", "Absorbed effects of firms and years with analytic weights", "stats",
  "lm(n ~ w + k + ys + factor(id) + factor(year), weights = emp)",
  list(
    estimator = "ols", formula = "n ~ w + k + ys | id + year",
    weights = list(column = "emp", type = "analytic"), vcov = list(type = "unadjusted")
  ),
  c(
    slopes(weighted, employment),
    list(dfResid = df.residual(weighted), rsquared = summary(weighted)$r.squared)
  ),
  "rss is left out: weights are scaled to sum to the number of rows here, as in Stata, and are not in R."
)


difference <- function(folder, data, formula, keys, text) {
  fit <- plm(formula, data, model = "fd", index = keys)
  names <- names(coef(fit))
  renamed <- sub("(Intercept)", "_cons", names, fixed = TRUE)
  write_case(
    folder, "panel-r-first-difference", "First differences with a constant", version("plm"),
    paste0("plm(", text, ", model = \"fd\")"),
    list(
      estimator = "panel", panel = list(unit = keys[1], time = keys[2]), effects = "first-difference",
      formula = text, vcov = list(type = "unadjusted")
    ),
    list(
      params = as.list(setNames(coef(fit), renamed)),
      stdErrors = as.list(setNames(sqrt(diag(vcov(fit))), renamed)),
      nobs = nobs(fit), dfResid = df.residual(fit), rss = sum(residuals(fit)^2)
    )
  )
}
difference("abdata", abdata, n ~ w + k + ys, c("id", "year"), "n ~ w + k + ys")
difference("grunfeld", grunfeld, inv ~ value + capital, c("firm", "year"), "inv ~ value + capital")
