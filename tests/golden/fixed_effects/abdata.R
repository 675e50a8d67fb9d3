# Fixed effects of abdata as coefficients of dummies without an intercept: Rscript tests/golden/fixed_effects/abdata.R
# The effects of year are relative to 1976, those of output to its first level.
data <- read.csv("examples/abdata.csv")
data$band <- round(4 * (data$ys - min(data$ys)))
fit <- function(formula, effects, weights = NULL) {
  data$weights <- if (is.null(weights)) 1 else weights
  model <- lm(formula, data, weights = weights)
  parts <- lapply(effects, function(effect) {
    levels <- levels(factor(data[[effect]]))
    values <- coef(model)[paste0("factor(", effect, ")", levels)]
    values[is.na(values)] <- 0
    setNames(as.list(unname(values)), levels)
  })
  setNames(parts, effects)
}
cases <- list(
  one = fit(n ~ 0 + factor(id) + w + k, "id"),
  two = fit(n ~ 0 + factor(id) + factor(year) + w + k, c("id", "year")),
  three = fit(n ~ 0 + factor(id) + factor(year) + factor(band) + w + k, c("id", "year", "band")),
  weighted = fit(n ~ 0 + factor(id) + factor(year) + w + k, c("id", "year"), data$emp)
)
writeLines(jsonlite::toJSON(cases, auto_unbox = TRUE, digits = 15, pretty = TRUE), "tests/golden/fixed_effects/abdata.json")
