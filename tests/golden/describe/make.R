# Writes expected.json: descriptive statistics, correlations and variance inflation factors by base R, on the data of
# other folders. Run here: Rscript make.R. R 4.5.0, jsonlite.
library(jsonlite)

moments <- function(x) {
  missing <- sum(is.na(x))
  x <- x[!is.na(x)]
  d <- x - mean(x)
  m2 <- mean(d^2)
  q <- unname(quantile(x, c(0.25, 0.5, 0.75), type = 7))
  list(n = length(x), missing = missing, mean = mean(x), sd = sd(x), min = min(x), p25 = q[1], median = q[2],
    p75 = q[3], max = max(x), skewness = mean(d^3) / m2^1.5, kurtosis = mean(d^4) / m2^2, distinct = length(unique(x)))
}

# The formulas of Stata's xtsum.
within_between <- function(x, unit) {
  present <- !is.na(x)
  x <- x[present]
  unit <- as.character(unit[present])
  means <- tapply(x, unit, mean)
  list(sdBetween = sd(means), sdWithin = sd(x - means[unit] + mean(x)), nGroups = length(means),
    nPeriodsMean = length(x) / length(means))
}

correlations <- function(d, method) {
  pairs <- combn(names(d), 2, simplify = FALSE)
  lapply(pairs, function(pair) {
    rows <- d[complete.cases(d[pair]), pair]
    test <- suppressWarnings(cor.test(rows[[1]], rows[[2]], method = method, exact = FALSE))
    r <- unname(test$estimate)
    df <- nrow(rows) - 2
    list(names = pair, r = r, n = nrow(rows), p = 2 * pt(abs(r) * sqrt(df / (1 - r^2)), df, lower.tail = FALSE))
  })
}

inflation <- function(d) {
  d <- d[complete.cases(d), ]
  sapply(names(d), function(name) {
    fit <- lm(reformulate(setdiff(names(d), name), name), d)
    1 / (1 - summary(fit)$r.squared)
  }, simplify = FALSE)
}

case <- function(folder, unit, columns, by = NULL) {
  d <- read.csv(file.path("..", folder, "data.csv"))
  x <- d[columns]
  whole <- lapply(x, function(column) c(moments(column), within_between(column, d[[unit]])))
  groups <- if (is.null(by)) NULL else lapply(split(d, d[[by]]), function(rows) lapply(rows[columns], moments))
  list(data = folder, unit = unit, columns = columns, by = by, describe = whole, groups = groups,
    pearson = correlations(x, "pearson"), spearman = correlations(x, "spearman"), vif = inflation(x))
}

cases <- list(
  case("provinces", "id", c("Level", "Gov", "IL", "Open", "PGpc", "UR", "SFE", "GDPpc"), "Region"),
  case("abdata", "id", c("n", "w", "k", "ys", "emp"), "ind"),
  case("sgk_variable_missing", "id", c("y", "x", "w"))
)
write(toJSON(cases, digits = I(17), auto_unbox = TRUE, null = "null", pretty = TRUE), "expected.json")
