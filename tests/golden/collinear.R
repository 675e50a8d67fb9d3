# Cases with collinear regressors from R: `Rscript collinear.R` in this folder rewrites collinear-r-*.json of abdata.
# `cons` is the year, `ind` does not vary within firms. lm and ivreg have NA for what they leave out; plm drops it.
library(jsonlite)
library(sandwich)
suppressMessages(library(plm))
suppressMessages(library(AER))

usual <- list(params = 1e-9, stdErrors = 1e-9, stat = 1e-9, pValue = 1e-8)
origin <- "Arellano and Bond (1991) firm data"
version <- function(package) paste(package, packageVersion(package))

write_case <- function(id, title, package, command, model, expected, notes, tolerance = usual) {
  source <- list(software = paste("R", getRversion(), package), command = command, origin = origin)
  case <- list(id = id, title = title, source = source, model = model, expected = expected, tolerance = tolerance, notes = notes)
  json <- toJSON(case, auto_unbox = TRUE, digits = I(15), pretty = 2)
  writeLines(json, file.path("abdata", paste0(id, ".json")))
}

renamed <- function(names) {
  names <- sub("(Intercept)", "_cons", names, fixed = TRUE)
  sub("factor(year)", "year=", names, fixed = TRUE)
}

expected_of <- function(fit, vcov = stats::vcov(fit), all = names(coef(fit))) {
  estimates <- coef(fit)[!is.na(coef(fit))]
  vcov <- vcov[names(estimates), names(estimates)]
  list(
    params = as.list(setNames(estimates, renamed(names(estimates)))),
    stdErrors = as.list(setNames(sqrt(diag(vcov)), renamed(names(estimates)))),
    nobs = nobs(fit),
    dfResid = df.residual(fit),
    omitted = I(renamed(setdiff(all, names(estimates))))
  )
}

abdata <- read.csv("abdata/data.csv")
notes <- list("R leaves out the later of two dependent columns, with a tolerance of 1e-7")

fit <- lm(n ~ w + cons + k + year + factor(year), abdata)
write_case(
  "collinear-r-ols", "Employment on the year twice and its dummies", "stats",
  "lm(n ~ w + cons + k + year + factor(year))",
  list(estimator = "ols", formula = "n ~ w + cons + k + year + i(year)"), expected_of(fit), notes
)
write_case(
  "collinear-r-ols-hc1", "The same with robust standard errors", version("sandwich"),
  "vcovHC(lm(n ~ w + cons + k + year + factor(year)), type = \"HC1\")",
  list(estimator = "ols", formula = "n ~ w + cons + k + year + i(year)", vcov = list(type = "HC1")),
  expected_of(fit, vcovHC(fit, type = "HC1")),
  c(notes, "sandwich inverts X'X, and years far from zero cost it digits"),
  modifyList(usual, list(stdErrors = 1e-8))
)

fit <- lm(n ~ year + w + k + cons, abdata, weights = emp, subset = year > 1977)
write_case(
  "collinear-r-weighted", "Weighted, in some rows, on the year twice", "stats",
  "lm(n ~ year + w + k + cons, weights = emp, subset = year > 1977)",
  list(
    estimator = "ols", formula = "n ~ year + w + k + cons", where = "year > 1977",
    weights = list(column = "emp", type = "analytic")
  ), expected_of(fit), notes
)

panel <- pdata.frame(abdata, index = c("id", "year"))
keys <- list(unit = "id", time = "year")
fit <- plm(n ~ w + ind + k + cons, panel, model = "within")
expected <- expected_of(fit, all = c("w", "k", "ind", "cons"))
expected$omitted <- I("ind")
write_case(
  "collinear-r-within", "Within firms, with their industry", version("plm"),
  "plm(n ~ w + ind + k + cons, model = \"within\")",
  list(estimator = "panel", formula = "n ~ w + ind + k + cons", panel = keys), expected,
  list("plm drops regressors that do not vary within firms")
)

fit <- ivreg(n ~ w + k + year + cons | k + ys + year + cons, data = abdata)
write_case(
  "collinear-r-iv", "Instrumented wages, with the year twice", version("AER"),
  "ivreg(n ~ w + k + year + cons | k + ys + year + cons)",
  list(estimator = "iv", formula = "n ~ k + year + cons | w ~ ys", vcov = list(type = "unadjusted", small = TRUE)),
  expected_of(fit), notes
)
