# Writes estimators.json: standard errors of every estimator with every covariance, with and without `small`.
# Run here: Rscript estimators.R. R 4.5.0, sandwich 3.1.1, lmtest 0.9.40, AER 1.2.14, plm 2.6.5.
#
# An estimator is its regressors x, the columns p that its scores are made of, its residuals and the bread (p'x)^-1, all as
# R's packages give them. A covariance is bread M bread times a factor of Stata's manuals: regress, ivregress and newey
# [R], [TS]; reghdfe and xtscc. Where a package has the covariance with its factor, stopifnot() compares them. `by` names it.
library(jsonlite)
suppressMessages({
  library(AER)
  library(plm)
  library(sandwich)
})
crime <- read.csv("../crime/data.csv")
crime <- crime[order(crime$county, crime$year), ]
counties <- length(unique(crime$county))

regressors <- "lprbconv + lavgsen + ldensity"
least <- as.formula(paste("lcrmrte ~", regressors))
keys <- list(unit = "county", time = "year")

# --- estimators ----------------------------------------------------------------------------------------------------
# kept: the coefficients compared; absorbed: coefficients of effects, of which `nested` lie in counties.
from_lm <- function(fit, rows = crime, kept = c("lprbconv", "lavgsen", "ldensity"), ...) {
  w <- if (is.null(weights(fit))) rep(1, nobs(fit)) else weights(fit) / mean(weights(fit))
  x <- model.matrix(fit) * sqrt(w)
  list(x = x, p = x, e = residuals(fit) * sqrt(w), rows = rows, kept = kept, fit = fit, leverage = TRUE, nested = 0, b = coef(fit), ...)
}
from_ivreg <- function(fit, kept = c("lprbarr", "lprbconv", "ldensity"), ...) {
  w <- if (is.null(fit$weights)) rep(1, nobs(fit)) else fit$weights / mean(fit$weights)
  x <- model.matrix(fit, component = "regressors") * sqrt(w)
  p <- model.matrix(fit, component = "projected") * sqrt(w)
  list(x = x, p = p, e = residuals(fit) * sqrt(w), rows = crime, kept = kept, fit = fit, leverage = FALSE, nested = 0, b = coef(fit), ...)
}

two_stage <- ivreg(lcrmrte ~ lprbarr + lprbconv + ldensity | lprbconv + ldensity + ltaxpc + lmix, data = crime)
weighted_stage <- ivreg(lcrmrte ~ lprbarr + lprbconv + ldensity | lprbconv + ldensity + ltaxpc + lmix,
  data = crime, weights = density
)
year_stage <- ivreg(
  lcrmrte ~ lprbarr + lprbconv + ldensity + factor(year) | lprbconv + ldensity + ltaxpc + lmix + factor(year),
  data = crime
)
instruments <- model.matrix(~ lprbconv + ldensity + ltaxpc + lmix, crime)

# LIML: kappa is the least eigenvalue of (W'M W)^-1 W'M1 W, W outcome and endogenous regressor, M and M1 the residuals
# on all and on the exogenous instruments. Robust scores are those of P x, as in ivregress.
liml <- local({
  w <- as.matrix(crime[c("lcrmrte", "lprbarr")])
  rest <- function(on) crossprod(residuals(lm.fit(on, w)))
  exogenous <- model.matrix(~ lprbconv + ldensity, crime)
  kappa <- min(Re(eigen(solve(rest(instruments), rest(exogenous)))$values))
  x <- model.matrix(two_stage, component = "regressors")
  projected <- model.matrix(two_stage, component = "projected")
  normal <- (1 - kappa) * crossprod(x) + kappa * crossprod(projected)
  b <- solve(normal, (1 - kappa) * crossprod(x, crime$lcrmrte) + kappa * crossprod(projected, crime$lcrmrte))
  list(
    x = x, p = projected, bread = solve(normal), e = as.vector(crime$lcrmrte - x %*% b), rows = crime, b = b[, 1],
    kept = c("lprbarr", "lprbconv", "ldensity"), leverage = FALSE, nested = 0
  )
})

# Two-step GMM with the robust weight of the 2SLS residuals: scores of the columns Z W Z'x / n.
two_step <- local({
  x <- model.matrix(two_stage, component = "regressors")
  z <- instruments
  weight <- solve(crossprod(z * residuals(two_stage)))
  map <- weight %*% crossprod(z, x)
  b <- solve(crossprod(z %*% map, x), crossprod(z %*% map, crime$lcrmrte))
  list(
    x = x, p = z %*% map, e = as.vector(crime$lcrmrte - x %*% b), rows = crime, b = b[, 1],
    kept = c("lprbarr", "lprbconv", "ldensity"), leverage = FALSE, nested = 0, gmm = TRUE
  )
})

panel <- pdata.frame(crime, index = c("county", "year"))
random <- local({
  fit <- plm(least, panel, model = "random")
  theta <- ercomp(fit)$theta
  demeaned <- function(v) v - theta * ave(v, crime$county)
  x <- apply(model.matrix(least, crime), 2, demeaned)
  least_squares <- lm.fit(x, demeaned(crime$lcrmrte))
  stopifnot(max(abs(coef(least_squares) / coef(fit) - 1)) < 1e-9)
  list(
    x = x, p = x, e = residuals(least_squares), rows = crime, kept = c("lprbconv", "lavgsen", "ldensity"), b = coef(fit),
    leverage = TRUE, nested = 0, normal = TRUE
  )
})
means <- aggregate(cbind(lcrmrte, lprbconv, lavgsen, ldensity) ~ county, crime, mean)
later <- crime[crime$year > min(crime$year), ]
changes <- as.data.frame(lapply(crime[c("lcrmrte", "lprbconv", "lavgsen", "ldensity")], function(v) {
  diff(v)[crime$year[-1] > min(crime$year)]
}))
effects_of <- function(formula) {
  one <- from_lm(lm(formula, crime))
  one$leverage <- FALSE
  one$cluster_leverage <- TRUE
  one
}
within <- effects_of(update(least, ~ . + factor(county)))
both <- effects_of(update(least, ~ . + factor(county) + factor(year)))
within$nested <- counties - 1
both$nested <- counties - 1
iv_model <- list(estimator = "iv", formula = "lcrmrte ~ lprbconv + ldensity | lprbarr ~ ltaxpc + lmix", panel = keys)
ols_model <- list(estimator = "ols", formula = paste("lcrmrte ~", regressors), panel = keys)
panel_model <- function(effects) list(estimator = "panel", effects = effects, formula = paste("lcrmrte ~", regressors), panel = keys)
analytic <- list(column = "density", type = "analytic")
year_effects <- c(iv_model[c("estimator", "panel")], formula = "lcrmrte ~ lprbconv + ldensity | year | lprbarr ~ ltaxpc + lmix")

estimators <- list(
  ols = c(list(model = ols_model), from_lm(lm(least, crime))),
  "ols weighted" = c(
    list(model = c(ols_model, list(weights = analytic))),
    from_lm(lm(least, crime, weights = density))
  ),
  "ols absorbed" = c(
    list(model = list(estimator = "ols", formula = paste("lcrmrte ~", regressors, "| county + year"), panel = keys)), both
  ),
  "2sls" = c(list(model = iv_model), from_ivreg(two_stage)),
  "2sls weighted" = c(list(model = c(iv_model, list(weights = analytic))), from_ivreg(weighted_stage)),
  "2sls absorbed" = c(list(model = year_effects), from_ivreg(year_stage)),
  liml = c(list(model = c(iv_model, list(method = "liml"))), liml),
  gmm = c(list(model = c(iv_model[c("formula", "panel")], list(estimator = "gmm", weight = list(type = "robust")))), two_step),
  within = c(list(model = panel_model("within")), within),
  twoway = c(list(model = panel_model("twoway")), both),
  random = c(list(model = panel_model("random")), random),
  between = c(list(model = panel_model("between")), from_lm(lm(least, means), means)),
  "first-difference" = c(list(model = panel_model("first-difference")), from_lm(lm(least, changes), later)),
  pooled = c(list(model = panel_model("pooled")), from_lm(lm(least, crime)))
)

# --- covariances ---------------------------------------------------------------------------------------------------
power <- function(m, p) {
  spectrum <- eigen(m, symmetric = TRUE)
  kept <- spectrum$values > 1e-10
  vectors <- spectrum$vectors[, kept, drop = FALSE]
  vectors %*% (spectrum$values[kept]^p * t(vectors))
}
summed <- function(scores, by) rowsum(scores, by)
lagged <- function(scores, unit, time, lags) {
  meat <- crossprod(scores)
  for (lag in seq_len(lags)) {
    at <- match(paste(unit, time - lag), paste(unit, time))
    pairs <- crossprod(scores[!is.na(at), , drop = FALSE], scores[at[!is.na(at)], , drop = FALSE])
    meat <- meat + (1 - lag / (lags + 1)) * (pairs + t(pairs))
  }
  meat
}
clusterwise <- function(one, p) {
  bread <- solve(crossprod(one$x))
  meat <- 0
  for (rows in split(seq_along(one$e), one$rows$county)) {
    xg <- one$x[rows, , drop = FALSE]
    score <- crossprod(xg, power(diag(length(rows)) - xg %*% bread %*% t(xg), p) %*% one$e[rows])
    meat <- meat + tcrossprod(score)
  }
  meat
}
# The meat, and the factor of `small`; HC1 has its factor always.
covariance <- function(one, type, small) {
  n <- length(one$e)
  k <- ncol(one$x)
  bread <- if (is.null(one$bread)) solve(crossprod(one$p, one$x)) else one$bread
  scores <- one$p * one$e
  h <- rowSums((one$x %*% bread) * one$x)
  groups <- length(unique(one$rows$county))
  periods <- length(unique(one$rows$year))
  by_row <- function(a) crossprod(scores * sqrt(a))
  degrees <- n / (n - k)
  result <- switch(type,
    unadjusted = list(NULL, degrees),
    HC0 = list(by_row(1), 1),
    HC1 = list(by_row(1), degrees),
    HC2 = list(by_row(1 / (1 - h)), 1),
    HC3 = list(by_row(1 / (1 - h)^2), 1),
    HC4 = list(by_row((1 - h)^-pmin(4, n * h / k)), 1),
    CV1 = list(crossprod(summed(scores, one$rows$county)), groups / (groups - 1) * (n - 1) / (n - k + one$nested)),
    CV2 = list(clusterwise(one, -0.5), 1),
    CV3 = list(clusterwise(one, -1), (groups - 1) / groups),
    hac = list(lagged(scores, one$rows$county, one$rows$year, 2), degrees),
    "driscoll-kraay" = list(
      lagged(summed(scores, one$rows$year), rep(1, periods), sort(unique(one$rows$year)), 2),
      periods / (periods - 1) * (n - 1) / (n - k)
    )
  )
  factor <- if (small || type == "HC1") result[[2]] else 1
  # Only GMM's bread is not the inverse of the products of its own columns.
  inner <- if (is.null(one$gmm)) bread else bread %*% crossprod(one$p) %*% t(bread)
  matrix <- if (type == "unadjusted") sum(one$e^2) / n * inner else bread %*% result[[1]] %*% t(bread)
  df <- switch(type, CV1 = , CV2 = , CV3 = groups - 1, "driscoll-kraay" = periods - 1, n - k)
  list(vcov = factor * matrix, factor = factor, df = df)
}
agree <- function(a, b) stopifnot(max(abs(a / b - 1)) < 1e-8)
# The same by a package, with its factor; NULL where it has none.
by_package <- function(one, type, small) {
  fit <- one$fit
  if (is.null(fit) || inherits(fit, "ivreg") && type %in% c("HC2", "HC3", "HC4")) return(NULL)
  plain <- is.null(weights(fit))
  if (type == "unadjusted" && small) return(list(vcov(fit), "vcov"))
  if (startsWith(type, "HC")) return(list(vcovHC(fit, type = type), sprintf("vcovHC(type = \"%s\")", type)))
  if (type == "CV1" && small && one$nested == 0) {
    return(list(vcovCL(fit, cluster = one$rows$county, type = "HC1"), "vcovCL(type = \"HC1\")"))
  }
  if (type == "CV1" && !small) {
    return(list(vcovCL(fit, cluster = one$rows$county, type = "HC0", cadjust = FALSE), "vcovCL(type = \"HC0\", cadjust = FALSE)"))
  }
  if (type == "driscoll-kraay" && !small && plain && inherits(fit, "lm")) {
    matrix <- vcovPL(fit, cluster = NULL, order.by = one$rows$year, lag = 2, adjust = FALSE, aggregate = TRUE)
    return(list(matrix, "vcovPL(lag = 2, adjust = FALSE)"))
  }
  NULL
}

types <- c("unadjusted", "robust", "HC0", "HC1", "HC2", "HC3", "HC4", "CV1", "CV2", "CV3", "hac", "driscoll-kraay")
effects_by_unit <- c("within", "twoway", "random")
rows <- list()
for (name in names(estimators)) {
  one <- estimators[[name]]
  for (type in types) {
    for (small in c(TRUE, FALSE)) {
      base <- list(estimator = name, type = type, small = small)
      resolved <- type
      # xtreg's robust is clustered by unit.
      if (type == "robust") resolved <- if (name %in% effects_by_unit) "CV1" else if (small) "HC1" else "HC0"
      with_leverages <- resolved %in% c("HC2", "HC3", "HC4", "CV2", "CV3")
      by_group <- resolved %in% c("CV1", "CV2", "CV3", "hac", "driscoll-kraay")
      by_cluster <- resolved %in% c("CV2", "CV3") && isTRUE(one$cluster_leverage)
      if (with_leverages && !one$leverage && !by_cluster || by_group && name == "between") {
        rows[[length(rows) + 1]] <- c(base, refused = TRUE)
        next
      }
      found <- covariance(one, resolved, small)
      se <- sqrt(diag(found$vcov))
      names(se) <- colnames(one$x)
      package <- by_package(one, resolved, small)
      if (!is.null(package)) agree(sqrt(diag(package[[1]]))[one$kept], se[one$kept])
      normal <- !small || isTRUE(one$normal)
      t <- unname(one$b[one$kept[1]]) / se[[one$kept[1]]]
      p <- if (normal) 2 * pnorm(-abs(t)) else 2 * pt(-abs(t), found$df)
      joint <- drop(one$b[one$kept] %*% solve(found$vcov[one$kept, one$kept], one$b[one$kept]))
      kept <- length(one$kept)
      rows[[length(rows) + 1]] <- c(base, list(
        resolved = resolved, by = if (is.null(package)) "matrices" else package[[2]], factor = found$factor,
        stdErrors = as.list(se[one$kept]), statistic = if (normal) "z" else "t", p = p,
        joint = if (normal) list(wald = joint, df = kept) else list(f = joint / kept, df = c(kept, found$df))
      ))
    }
  }
}
models <- lapply(estimators, function(one) one$model)
line <- function(value) toJSON(value, auto_unbox = TRUE, digits = I(15))
text <- c(
  "{", '"models": {', paste0("  ", sapply(names(models), line), ": ", sapply(models, line), c(rep(",", length(models) - 1), "")),
  "},", '"rows": [', paste0("  ", sapply(rows, line), c(rep(",", length(rows) - 1), "")), "]", "}"
)
writeLines(text, "estimators.json")
