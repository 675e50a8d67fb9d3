# Rows, predictions and marginal effects by R (stats, sandwich, plm, marginaleffects); writes expected.json.
# Run in this folder: Rscript make.R
suppressMessages({ library(sandwich); library(plm); library(marginaleffects); library(jsonlite) })
d <- read.csv("../abdata/data.csv")
some <- seq(1, nrow(d), by = 37)
rows <- function(f, names) {
  b <- dfbetas(f)
  out <- list(row = some + 1, fitted = fitted(f)[some], residual = residuals(f)[some], leverage = hatvalues(f)[some],
    standardized = rstandard(f)[some], studentized = rstudent(f)[some], cooksDistance = cooks.distance(f)[some],
    dffits = dffits(f)[some])
  for (i in seq_along(names)) out[[paste0("dfbetas_", names[i])]] <- b[some, i]
  lapply(out, unname)
}
ols <- lm(n ~ w + k + factor(ind), d)
weighted <- lm(n ~ w + k, d, weights = emp)
lsdv <- lm(n ~ w + k + factor(id), d)
times <- 1 + (seq_len(nrow(d)) %% 3)
repeated <- d[rep(seq_len(nrow(d)), times), ]
frequency <- lm(n ~ w + k, repeated)
first <- cumsum(c(1, times))[some]
freq <- rows(frequency, character())
freq <- list(row = some + 1, leverage = unname(hatvalues(frequency)[first]), studentized = unname(rstudent(frequency)[first]),
  cooksDistance = unname(cooks.distance(frequency)[first]), dfbetas_w = unname(dfbetas(frequency)[first, 2]))
within_rows <- rows(lsdv, c("_drop", "w", "k"))
within_rows[["dfbetas__drop"]] <- NULL
p <- pdata.frame(d, index = c("id", "year"))
# plm and Stata differ in the variance components of unbalanced panels.
balanced <- pdata.frame(subset(d, year >= 1978 & year <= 1982), index = c("id", "year"))
random <- plm(n ~ w + k, balanced, model = "random")
twoway <- lm(n ~ w + k + factor(id) + factor(year), d)
dummies <- function(of, levels) as.list(setNames(c(0, coef(twoway)[paste0("factor(", of, ")", levels[-1])]), levels))
within <- plm(n ~ w + k, p, model = "within")
simple <- lm(n ~ w * k + I(w^2), d)
new <- data.frame(w = c(2.5, 3, 3.5), k = c(-1, 0, 2))
interval <- function(kind) {
  q <- predict(simple, new, se.fit = TRUE, interval = kind, level = 0.9)
  list(fitted = unname(q$fit[, "fit"]), stdError = unname(q$se.fit), low = unname(q$fit[, "lwr"]), high = unname(q$fit[, "upr"]))
}
V <- vcovHC(simple, "HC1"); X <- model.matrix(delete.response(terms(simple)), new)
robust <- list(fitted = c(X %*% coef(simple)), stdError = sqrt(diag(X %*% V %*% t(X))))
# Marginal effects: the derivative by hand, its mean over the rows, sqrt(g'Vg).
form <- lm(log(emp) ~ w + k + w:k + I(w^2) + log(ys) + log(ys):k, d)
effect <- function(f, g, V) list(estimate = sum(g * coef(f)), stdError = sqrt(c(t(g) %*% V %*% g)))
name <- names(coef(form))
slope_w <- function(k, w) setNames(c(0, 1, 0, 2 * mean(w), 0, mean(k), 0), c("(Intercept)", "w", "k", "I(w^2)", "log(ys)", "w:k", "k:log(ys)"))[name]
slope_ys <- function(k) setNames(c(0, 0, 0, 0, mean(1 / d$ys), 0, mean(k / d$ys)), c("(Intercept)", "w", "k", "I(w^2)", "log(ys)", "w:k", "k:log(ys)"))[name]
HC1 <- vcovHC(form, "HC1"); CL <- vcovCL(form, ~id, type = "HC1")
by_package <- function(...) { s <- avg_slopes(form, ..., eps = 1e-5); list(estimate = s$estimate, stdError = s$std.error) }
grid <- c(-2, 0, 1.5)
set_k <- function(value) { d$k <- value; d }
factors <- lm(n ~ w * factor(year), d)
level_effect <- function(y) { s <- coef(factors); j <- paste0("w:factor(year)", y); v <- vcov(factors)
  if (y == 1976) list(estimate = unname(s["w"]), stdError = sqrt(v["w", "w"]))
  else list(estimate = unname(s["w"] + s[j]), stdError = sqrt(v["w", "w"] + v[j, j] + 2 * v["w", j])) }
years <- sort(unique(d$year))
expected <- list(
  source = paste(R.version.string, "sandwich", packageVersion("sandwich"), "plm", packageVersion("plm"), "marginaleffects", packageVersion("marginaleffects")),
  rows = list(ols = rows(ols, c("_cons", "w", "k")), weighted = rows(weighted, c("_cons", "w", "k")), within = within_rows, frequency = freq),
  effects = list(within = as.list(fixef(within)), random = as.list(ranef(random)),
    twoway = list(residual = unname(residuals(twoway)[some]), id = dummies("id", sort(unique(d$id))), year = dummies("year", sort(unique(d$year))))),
  predict = list(confidence = interval("confidence"), prediction = interval("prediction"), robust = robust),
  margins = list(
    average = list(hand = effect(form, slope_w(d$k, d$w), HC1), package = by_package(variables = "w", vcov = "HC1")),
    clustered = list(hand = effect(form, slope_w(d$k, d$w), CL), package = by_package(variables = "w", vcov = ~id)),
    means = list(hand = effect(form, slope_w(d$k, d$w), HC1)),
    over = lapply(grid, function(k) list(k = k, hand = effect(form, slope_w(k, d$w), HC1), package = by_package(variables = "w", vcov = "HC1", newdata = set_k(k)))),
    logs = list(hand = effect(form, slope_ys(d$k), HC1), package = by_package(variables = "ys", vcov = "HC1")),
    logsMeans = list(hand = effect(form, setNames(c(0, 0, 0, 0, 1 / mean(d$ys), 0, mean(d$k) / mean(d$ys)), c("(Intercept)", "w", "k", "I(w^2)", "log(ys)", "w:k", "k:log(ys)"))[name], HC1)),
    years = lapply(years, function(y) c(list(year = y), level_effect(y)))))
write(toJSON(expected, digits = NA, auto_unbox = TRUE, pretty = TRUE), "expected.json")
