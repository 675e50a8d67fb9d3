# Instrumental variables from R: `Rscript iv.R` in this folder rewrites crime/data.csv and crime/iv-r-*.json, gmm-r-*.json.
# ivreg and plm where they have the estimator; k-class and GMM are written out with matrices.
library(jsonlite)
suppressMessages({
  library(AER)
  library(plm)
  library(sandwich)
})

version <- function(package) paste(package, packageVersion(package))
software <- paste("R", getRversion())
tolerance <- list(params = 1e-9, stdErrors = 1e-9, stat = 1e-9, pValue = 1e-8)
keys <- c("county", "year")

write_case <- function(id, title, package, command, model, expected, notes = NULL) {
  source <- list(software = paste(software, package), command = command, origin = "Cornwell and Trumbull (1994) counties")
  case <- list(id = id, title = title, source = source, model = model, expected = expected, tolerance = tolerance)
  if (!is.null(notes)) case$notes <- notes
  json <- toJSON(case, auto_unbox = TRUE, digits = I(15), pretty = 2, null = "null")
  writeLines(json, file.path("crime", paste0(id, ".json")))
}

data("Crime", package = "plm")
columns <- c(keys, "lcrmrte", "lprbarr", "lpolpc", "lprbconv", "lprbpris", "lavgsen", "ldensity", "lwcon", "lwtuc", "lwtrd", "lpctymle", "ltaxpc", "lmix", "density", "region")
crime <- Crime[columns]
crime$region <- as.character(crime$region)
write.csv(format(crime, digits = 17, trim = TRUE), "crime/data.csv", row.names = FALSE, quote = FALSE)
crime <- read.csv("crime/data.csv")

renamed <- function(values, names) as.list(setNames(values, sub("(Intercept)", "_cons", names, fixed = TRUE)))
report <- function(fit, vcov, ...) {
  c(
    list(
      params = renamed(coef(fit), names(coef(fit))),
      stdErrors = renamed(sqrt(diag(vcov)), names(coef(fit)))
    ),
    list(...)
  )
}

exogenous <- "lprbconv + lprbpris + lavgsen + ldensity + lwcon"
formula <- paste("lcrmrte ~", exogenous, "| lprbarr + lpolpc ~ ltaxpc + lmix + lwtuc + lwtrd")
as_ivreg <- as.formula(paste("lcrmrte ~ lprbarr + lpolpc +", exogenous, "|", exogenous, "+ ltaxpc + lmix + lwtuc + lwtrd"))
iv <- ivreg(as_ivreg, data = crime)
large <- nrow(crime) - length(coef(iv))
iv_case <- function(id, title, package, command, vcov, matrix, weights = NULL, fit = iv) {
  model <- list(estimator = "iv", formula = formula, vcov = vcov)
  if (!is.null(weights)) model$weights <- weights
  write_case(id, title, package, command, model, report(fit, matrix, nobs = nobs(fit)))
}
iv_case(
  "iv-r-unadjusted-small", "Two endogenous regressors, four instruments", version("AER"), "vcov(ivreg(...))",
  list(type = "unadjusted", small = TRUE), vcov(iv)
)
iv_case(
  "iv-r-hc0", "Two endogenous regressors, HC0", version("sandwich"), "vcovHC(ivreg(...), type = \"HC0\")",
  list(type = "robust"), sandwich(iv)
)
iv_case(
  "iv-r-hc1", "Two endogenous regressors, HC1", version("sandwich"), "sandwich(ivreg(...)) n / (n - k)",
  list(type = "robust", small = TRUE), sandwich(iv) * nrow(crime) / large
)
iv_case(
  "iv-r-cluster", "Two endogenous regressors, clustered by county", version("sandwich"),
  "vcovCL(ivreg(...), cluster = ~ county, type = \"HC0\", cadjust = FALSE)",
  list(cluster = "county"), vcovCL(iv, cluster = crime$county, type = "HC0", cadjust = FALSE)
)
iv_case(
  "iv-r-cluster-small", "Two endogenous regressors, clustered by county, with the factor", version("sandwich"),
  "vcovCL(ivreg(...), cluster = ~ county, type = \"HC1\")",
  list(cluster = "county", small = TRUE), vcovCL(iv, cluster = crime$county, type = "HC1")
)
iv_case(
  "iv-r-twoway", "Two endogenous regressors, clustered by county and year", version("sandwich"),
  "vcovCL(ivreg(...), cluster = ~ county + year, type = \"HC0\", cadjust = FALSE, multi0 = FALSE)",
  list(cluster = c("county", "year")),
  vcovCL(iv, cluster = crime[keys], type = "HC0", cadjust = FALSE, multi0 = FALSE)
)
scaled <- crime$density * nrow(crime) / sum(crime$density)
weighted <- ivreg(as_ivreg, data = crime, weights = scaled)
iv_case(
  "iv-r-analytic", "Analytic weights", version("AER"), "vcov(ivreg(..., weights = density, scaled to sum to n))",
  list(type = "unadjusted", small = TRUE), vcov(weighted), list(column = "density", type = "analytic"), weighted
)
iv_case(
  "iv-r-probability", "Probability weights", version("sandwich"), "sandwich(ivreg(..., weights = density, scaled to sum to n))",
  list(type = "robust"), sandwich(weighted), list(column = "density", type = "probability"), weighted
)

# Effects of counties and years as dummies.
with_effects <- function(effects, data = crime) {
  text <- paste("lcrmrte ~ lprbarr + lpolpc +", exogenous, "+", effects, "|", exogenous, "+", effects, "+ ltaxpc + lmix + lwtuc + lwtrd")
  ivreg(as.formula(text), data = data)
}
slopes <- c("lprbarr", "lpolpc", strsplit(exogenous, " + ", fixed = TRUE)[[1]])
sums <- function(fit) list(nobs = nobs(fit), rss = sum(residuals(fit)^2))
slopes_of <- function(fit, matrix) {
  c(list(
    params = as.list(coef(fit)[slopes]),
    stdErrors = as.list(setNames(sqrt(diag(matrix)[slopes]), slopes))
  ), sums(fit))
}
absorbed_formula <- function(effects) paste("lcrmrte ~", exogenous, "|", effects, "| lprbarr + lpolpc ~ ltaxpc + lmix + lwtuc + lwtrd")
twoway <- with_effects("factor(county) + factor(year)")
write_case(
  "iv-r-absorbed-twoway", "Absorbed county and year effects", version("AER"),
  "vcov(ivreg(... + factor(county) + factor(year)))",
  list(estimator = "iv", formula = absorbed_formula("county + year"), vcov = list(type = "unadjusted", small = TRUE)),
  slopes_of(twoway, vcov(twoway))
)
write_case(
  "iv-r-absorbed-cluster", "Absorbed county and year effects, clustered by county", version("sandwich"),
  "vcovCL(ivreg(... + factor(county) + factor(year)), cluster = ~ county, type = \"HC0\", cadjust = FALSE)",
  list(estimator = "iv", formula = absorbed_formula("county + year"), vcov = list(cluster = "county")),
  slopes_of(twoway, vcovCL(twoway, cluster = crime$county, type = "HC0", cadjust = FALSE))
)

panel_case <- function(id, title, effects, model, data = crime) {
  text <- as.formula(paste("lcrmrte ~ lprbarr + lpolpc +", exogenous, "|", exogenous, "+ ltaxpc + lmix + lwtuc + lwtrd"))
  fit <- plm(text, data, index = keys, model = model)
  names <- intersect(names(coef(fit)), c(slopes, "(Intercept)"))
  write_case(
    id, title, version("plm"), paste0("plm(..., model = \"", model, "\")"),
    list(
      estimator = "iv", panel = list(unit = "county", time = "year"), effects = effects, formula = formula,
      vcov = list(type = "unadjusted", small = TRUE)
    ),
    list(
      params = renamed(coef(fit)[names], names), stdErrors = renamed(sqrt(diag(vcov(fit))[names]), names),
      nobs = nobs(fit), rss = sum(residuals(fit)^2)
    )
  )
}
panel_case("iv-r-within", "Within counties", "within", "within")
panel_case("iv-r-first-difference", "First differences", "first-difference", "fd")

# k-class and GMM with matrices.
X <- model.matrix(as.formula(paste("~ lprbarr + lpolpc +", exogenous)), crime)
Z <- model.matrix(as.formula(paste("~", exogenous, "+ ltaxpc + lmix + lwtuc + lwtrd")), crime)
W <- model.matrix(as.formula(paste("~", exogenous)), crime)
y <- crime$lcrmrte
n <- nrow(X)
annihilate <- function(A, B) B - A %*% qr.coef(qr(A), B)
Y <- cbind(y, crime$lprbarr, crime$lpolpc)
ratio <- solve(crossprod(annihilate(Z, Y)), crossprod(annihilate(W, Y)))
liml <- min(Re(eigen(ratio)$values))

k_class <- function(kappa) {
  tilde <- X - kappa * annihilate(Z, X)
  bread <- solve(crossprod(tilde, X))
  b <- drop(bread %*% crossprod(tilde, y))
  e <- drop(y - X %*% b)
  list(b = b, e = e, bread = bread, tilde = tilde, kappa = kappa)
}
# Stata's ivregress takes the projected regressors into the scores of LIML and Fuller, whose kappa tends to 1.
projected <- X - annihilate(Z, X)
k_class_case <- function(id, title, keys, fit, scores = projected) {
  unadjusted <- sum(fit$e^2) / n * fit$bread
  robust <- fit$bread %*% crossprod(scores * fit$e) %*% fit$bread
  for (type in c("unadjusted", "robust")) {
    V <- if (type == "robust") robust else unadjusted
    write_case(
      paste0(id, if (type == "robust") "-robust" else ""), paste0(title, if (type == "robust") ", HC0" else ""), "base",
      "k-class with kappa from its definition, and HC0 as a sandwich of the projected regressors, or (I - kappa M) X of a given kappa",
      c(list(estimator = "iv", formula = formula), keys, list(vcov = list(type = type))),
      list(
        params = renamed(fit$b, colnames(X)), stdErrors = renamed(sqrt(diag(V)), colnames(X)),
        nobs = n, rss = sum(fit$e^2), kappa = fit$kappa
      )
    )
  }
}
k_class_case("iv-r-liml", "LIML", list(method = "liml"), k_class(liml))
k_class_case("iv-r-fuller", "Fuller with alpha 1", list(method = "fuller"), k_class(liml - 1 / (n - ncol(Z))))
k_class_case("iv-r-fuller-4", "Fuller with alpha 4", list(method = "fuller", fuller = 4), k_class(liml - 4 / (n - ncol(Z))))
k_class_case("iv-r-kclass", "k-class with kappa 0.5", list(method = "kclass", kappa = 0.5), k_class(0.5), k_class(0.5)$tilde)

# S of the moments z e: sums over rows, clusters, or Bartlett-weighted lags within counties.
moments <- list(
  robust = function(e) crossprod(Z * e) / n,
  cluster = function(e) crossprod(rowsum(Z * e, crime$county)) / n,
  centred = function(e) {
    g <- Z * e
    crossprod(sweep(g, 2, colMeans(g))) / n
  },
  hac = function(e) {
    g <- Z * e
    S <- crossprod(g) / n
    for (lag in 1:2) {
      behind <- match(paste(crime$county, crime$year - lag), paste(crime$county, crime$year))
      ahead <- which(!is.na(behind))
      cross <- crossprod(g[ahead, , drop = FALSE], g[behind[ahead], , drop = FALSE]) / n
      S <- S + (1 - lag / 3) * (cross + t(cross))
    }
    S
  }
)
weights_of <- list(
  robust = list(type = "robust"), cluster = list(type = "cluster", cluster = "county"),
  centred = list(type = "robust", center = TRUE), hac = list(type = "hac", bandwidth = 2, kernel = "bartlett")
)
ZX <- crossprod(Z, X) / n
Zy <- crossprod(Z, y) / n
solve_step <- function(S) drop(solve(t(ZX) %*% solve(S, ZX), t(ZX) %*% solve(S, Zy)))
objective <- function(b, S) {
  g <- Zy - ZX %*% b
  n * drop(t(g) %*% solve(S, g))
}
gmm_report <- function(b, weight, final) {
  P <- solve(t(ZX) %*% solve(weight, ZX), t(ZX) %*% solve(weight))
  V <- P %*% final %*% t(P) / n
  list(
    params = renamed(b, colnames(X)), stdErrors = renamed(sqrt(diag(V)), colnames(X)), nobs = n,
    hansen = list(stat = objective(b, weight), df = ncol(Z) - ncol(X))
  )
}
residuals_at <- function(b) drop(y - X %*% b)
first <- solve_step(crossprod(Z) / n)
for (kind in names(moments)) {
  S <- moments[[kind]]
  weight <- S(residuals_at(first))
  two <- solve_step(weight)
  model <- list(estimator = "gmm", formula = formula, weight = weights_of[[kind]])
  if (kind == "hac") model <- c(model, list(panel = list(unit = "county", time = "year")))
  final <- if (kind == "centred") moments$robust(residuals_at(two)) else S(residuals_at(two))
  if (kind == "centred") model$vcov <- list(type = "robust")
  write_case(
    paste0("gmm-r-two-step-", kind), paste("Two-step GMM, weight", kind), "base", "two-step GMM written out with matrices",
    model, gmm_report(two, weight, final)
  )
  if (kind == "centred") next
  b <- two
  for (i in 1:500) {
    weight <- S(residuals_at(b))
    following <- solve_step(weight)
    done <- max(abs(following - b)) < 1e-14
    b <- following
    if (done) break
  }
  write_case(
    paste0("gmm-r-iterated-", kind), paste("Iterated GMM, weight", kind), "base", "GMM iterated to a fixed point, with matrices",
    c(model, list(method = "iterated", tolerance = 1e-12)), gmm_report(b, S(residuals_at(b)), S(residuals_at(b)))
  )
}
one <- moments$cluster(residuals_at(first))
write_case(
  "gmm-r-one-step-cluster", "One-step GMM with a clustered covariance", "base", "2SLS with a clustered sandwich",
  list(estimator = "gmm", formula = formula, method = "one-step", weight = list(type = "unadjusted"), vcov = list(type = "cluster", cluster = "county")),
  gmm_report(first, crossprod(Z) / n, one)[1:3]
)
robust_weight <- moments$robust(residuals_at(first))
apart <- solve_step(robust_weight)
write_case(
  "gmm-r-two-step-apart", "Two-step GMM, robust weight and clustered covariance", "base", "the sandwich of a weight and another covariance",
  list(estimator = "gmm", formula = formula, weight = list(type = "robust"), vcov = list(type = "cluster", cluster = "county")),
  gmm_report(apart, robust_weight, moments$cluster(residuals_at(apart)))
)
