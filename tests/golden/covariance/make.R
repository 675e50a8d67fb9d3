# Writes rows.csv and table.json: covariance matrices of linear regressions from R packages and, where none
# has the definition, from dense matrices. Run here: Rscript make.R
# R 4.5.0, sandwich 3.1.1, clubSandwich 0.5.11, plm 2.6.5.
library(sandwich)
suppressMessages(library(clubSandwich))
suppressMessages(library(plm))

# 150 rows: three unequal dimensions of clusters (g has clusters of one, two and three rows), 6 units over 40
# periods with gaps, frequencies and analytic weights; d is a dummy of one cluster, s one of one row.
set.seed(20240507)
n <- 150
panel <- expand.grid(time = 1:40, unit = 1:6)
panel <- panel[sort(sample(nrow(panel), n)), ]
rows <- data.frame(
  unit = panel$unit, time = panel$time,
  g = sample(c(1, 2, 2, 3, 3, 3, rep(4:14, each = 15)), n, replace = TRUE),
  h = sample(1:7, n, replace = TRUE), c = sample(1:5, n, replace = TRUE),
  f = sample(1:4, n, replace = TRUE), w = round(runif(n, 0.2, 3), 3)
)
rows$x1 <- round(rnorm(n) + 0.3 * rows$g, 4)
rows$x2 <- round(10 + rexp(n) * rows$h, 4)
rows$x3 <- round(sin(rows$time / 4) + 0.2 * rnorm(n), 4)
rows$d <- as.numeric(rows$g == 5)
rows$s <- as.numeric(seq_len(n) == 77)
rows$y <- with(rows, round(1 + x1 - 0.1 * x2 + x3 + 0.5 * (g %% 3) + cos(time / 3) * abs(x1) + rnorm(n), 4))
write.csv(rows, "rows.csv", row.names = FALSE, quote = FALSE)
rows <- read.csv("rows.csv")
groups <- length(unique(rows$g))
abdata <- read.csv("../abdata/data.csv")
grunfeld <- read.csv("../grunfeld/data.csv")

results <- list()
add <- function(data, model, kind, vcov, by, ...) {
  term <- names(coef(model))
  term[term == "(Intercept)"] <- "_cons"
  values <- as.vector(unname(vcov))
  stopifnot(all(is.finite(values)))
  results[[length(results) + 1]] <<- c(
    list(data = data, y = all.vars(formula(model))[1], x = term, kind = kind), list(...),
    list(by = by, vcov = values)
  )
}
agree <- function(a, b, tolerance = 1e-9) {
  scale <- sqrt(outer(diag(a), diag(a)))
  stopifnot(max(abs(a - b) / scale) < tolerance)
}

# --- dense definitions ---------------------------------------------------------------------------------------
bread_of <- function(model) {
  X <- model.matrix(model)
  chol2inv(qr.R(qr(X)))
}
power <- function(m, p) { # Moore-Penrose power of a symmetric matrix
  e <- eigen(m, symmetric = TRUE)
  keep <- e$values > 1e-9
  e$vectors[, keep, drop = FALSE] %*% (e$values[keep]^p * t(e$vectors[, keep, drop = FALSE]))
}
adjusted <- function(model, cluster, p) {
  X <- model.matrix(model)
  A <- bread_of(model)
  meat <- 0
  for (rows_of in split(seq_len(nrow(X)), cluster)) {
    Xg <- X[rows_of, , drop = FALSE]
    s <- t(Xg) %*% power(diag(length(rows_of)) - Xg %*% A %*% t(Xg), p) %*% residuals(model)[rows_of]
    meat <- meat + s %*% t(s)
  }
  A %*% meat %*% A
}
leave_out <- function(model, cluster) {
  X <- model.matrix(model)
  y <- model.response(model.frame(model))
  out <- 0
  for (id in unique(cluster)) {
    keep <- cluster != id
    gap <- qr.coef(qr(X[keep, ]), y[keep]) - coef(model)
    out <- out + gap %*% t(gap)
  }
  out
}
kernels <- list(
  function(x) pmax(0, 1 - x),
  function(x) ifelse(x <= 0.5, 1 - 6 * x^2 + 6 * x^3, 2 * pmax(0, 1 - x)^3),
  function(x) { y <- 6 * pi * x / 5; ifelse(x == 0, 1, 3 / y^2 * (sin(y) / y - cos(y))) }
)
weighted_pairs <- function(model, unit, time, kernel, bandwidth) {
  S <- model.matrix(model) * residuals(model)
  lag <- abs(outer(time, time, "-"))
  W <- kernels[[kernel + 1]](lag / (bandwidth + 1)) * outer(unit, unit, "==")
  A <- bread_of(model)
  A %*% t(S) %*% W %*% S %*% A
}
plug_in <- function(model, unit, time, kernel) {
  S <- model.matrix(model) * residuals(model)
  f <- rowSums(S[, colnames(S) != "(Intercept)", drop = FALSE])
  span <- max(time) - min(time) + 1
  q <- c(1, 2, 2)[kernel + 1]
  m <- min(span - 1, floor(20 * (span / 100)^c(2 / 9, 4 / 25, 2 / 25)[kernel + 1]))
  lag <- outer(time, time, "-")
  same <- outer(unit, unit, "==")
  g <- sapply(0:m, function(j) sum((outer(f, f) * same)[lag == j]) / nrow(S))
  ratio <- 2 * sum((1:m)^q * g[-1]) / (g[1] + 2 * sum(g[-1]))
  L <- c(1.1447, 2.6614, 1.3221)[kernel + 1] * (ratio^2 * span)^(1 / (2 * q + 1))
  min(m, if (kernel == 2) L else floor(L))
}
cluster_factor <- function(model, G, k = length(coef(model)), n = nobs(model)) G / (G - 1) * (n - 1) / (n - k)
ids <- function(data, names) lapply(names, function(name) data[[name]])
inclusion_exclusion <- function(model, dimensions) {
  out <- 0
  for (set in seq_len(2^length(dimensions) - 1)) {
    chosen <- dimensions[bitwAnd(set, 2^(seq_along(dimensions) - 1)) > 0]
    cell <- interaction(chosen, drop = TRUE)
    sign <- if (length(chosen) %% 2) 1 else -1
    out <- out + sign * vcovCL(model, cluster = cell, type = "HC0", cadjust = FALSE)
  }
  out
}

# --- cases ---------------------------------------------------------------------------------------------------
frames <- list(rows = rows, abdata = abdata, grunfeld = grunfeld)
models <- list(
  rows = lm(y ~ x1 + x2 + x3, rows), abdata = lm(n ~ w + k + ys, abdata),
  grunfeld = lm(inv ~ value + capital, grunfeld)
)
sandwich_by <- "R sandwich 3.1.1"
for (data in names(models)) {
  model <- models[[data]]
  add(data, model, "unadjusted", vcov(model), "R lm", factor = nobs(model) / df.residual(model))
  for (type in paste0("HC", 0:4)) {
    add(data, model, type, vcovHC(model, type), paste(sandwich_by, "vcovHC"),
      factor = if (type == "HC1") nobs(model) / df.residual(model) else 1)
  }
}
clusters <- list(
  list("rows", "g"), list("rows", "h"), list("rows", "unit"), list("abdata", "id"), list("abdata", "ind"),
  list("abdata", "yr1981c"), list("grunfeld", "firm"), list("grunfeld", "year")
)
for (item in clusters) {
  model <- models[[item[[1]]]]
  id <- frames[[item[[1]]]][[item[[2]]]]
  G <- length(unique(id))
  factor <- cluster_factor(model, G)
  add(item[[1]], model, "CV1", factor * vcovCL(model, cluster = id, type = "HC0", cadjust = FALSE),
    paste(sandwich_by, "vcovCL"), clusters = list(item[[2]]), factor = factor)
  if (G == 2) { # large clusters; CV3 would be a jackknife over halves
    add(item[[1]], model, "CV2", adjusted(model, id, -0.5), "dense", clusters = list(item[[2]]), factor = 1)
    next
  }
  CR2 <- as.matrix(vcovCR(model, cluster = id, type = "CR2"))
  agree(CR2, adjusted(model, id, -0.5))
  add(item[[1]], model, "CV2", CR2, "R clubSandwich 0.5.11 CR2", clusters = list(item[[2]]), factor = 1)
  CR3 <- as.matrix(vcovCR(model, cluster = id, type = "CR3"))
  agree(CR3, leave_out(model, id))
  add(item[[1]], model, "CV3", (G - 1) / G * CR3, "R clubSandwich 0.5.11 CR3 times (G-1)/G",
    clusters = list(item[[2]]), factor = (G - 1) / G)
}
# Clusters, and a row, that fit themselves: Moore-Penrose inverses.
own <- lm(y ~ x1 + x2 + d, rows)
for (p in c(-0.5, -1)) {
  add("rows", own, if (p == -1) "CV3" else "CV2", (if (p == -1) (groups - 1) / groups else 1) * adjusted(own, rows$g, p),
    "dense, Moore-Penrose", clusters = list("g"), factor = if (p == -1) (groups - 1) / groups else 1, saturated = 1)
}
own <- lm(y ~ x1 + x2 + s, rows)
h <- hatvalues(own)
for (type in c("HC2", "HC3", "HC4")) {
  power_of <- switch(type, HC2 = 1, HC3 = 2, HC4 = pmin(4, n * h / 4))
  a <- ifelse(h > 1 - 1e-10, 0, residuals(own)^2 / (1 - h)^power_of)
  add("rows", own, type, bread_of(own) %*% crossprod(model.matrix(own) * sqrt(a)) %*% bread_of(own),
    "dense", factor = 1, saturated = 1)
}
dimensions <- list(
  list("rows", c("g", "h")), list("rows", c("g", "h", "c")), list("rows", c("g", "h", "c", "unit")),
  list("abdata", c("id", "year")), list("abdata", c("year", "id", "ind")), list("grunfeld", c("firm", "year"))
)
for (item in dimensions) {
  model <- models[[item[[1]]]]
  id <- ids(frames[[item[[1]]]], item[[2]])
  smallest <- min(sapply(id, function(x) length(unique(x))))
  factor <- cluster_factor(model, smallest)
  V <- factor * inclusion_exclusion(model, id)
  add(item[[1]], model, "CV1", V, paste(sandwich_by, "vcovCL, inclusion and exclusion"),
    clusters = as.list(item[[2]]), factor = factor,
    indefinite = as.numeric(any(diag(V) < 0) || min(eigen(cov2cor(V), symmetric = TRUE)$values) < -1e-10))
}
# HAC: a series, the panel with gaps, automatic bandwidths.
series <- subset(grunfeld, firm == 3)
single <- lm(inv ~ value + capital, series)
for (kernel in 0:2) {
  name <- c("Bartlett", "Parzen", "Quadratic Spectral")[kernel + 1]
  for (L in c(0, 3, 4.5)) {
    V <- kernHAC(single, bw = L + 1, kernel = name, prewhite = FALSE, adjust = TRUE)
    agree(V, weighted_pairs(single, series$firm, series$year, kernel, L) * 20 / 17, if (kernel == 2) 1e-7 else 1e-9)
    by <- if (kernel == 2) "dense" else paste(sandwich_by, "kernHAC")
    if (kernel == 2) V <- weighted_pairs(single, series$firm, series$year, kernel, L) * 20 / 17
    add("grunfeld", single, "HAC", V, by, where = list(column = "firm", value = 3), order = list(time = "year"),
      kernel = kernel, bandwidth = L, used = L, factor = 20 / 17)
  }
  for (data in c("rows", "grunfeld", "abdata")) {
    model <- models[[data]]
    frame <- frames[[data]]
    unit <- frame[[c(rows = "unit", grunfeld = "firm", abdata = "id")[data]]]
    time <- frame[[c(rows = "time", grunfeld = "year", abdata = "year")[data]]]
    order <- list(unit = unname(c(rows = "unit", grunfeld = "firm", abdata = "id")[data]),
      time = unname(c(rows = "time", grunfeld = "year", abdata = "year")[data]))
    factor <- nobs(model) / df.residual(model)
    for (L in c(2, -1)) {
      used <- if (L < 0) plug_in(model, unit, time, kernel) else L
      add(data, model, "HAC", factor * weighted_pairs(model, unit, time, kernel, used), "dense", order = order,
        kernel = kernel, bandwidth = L, used = used, factor = factor)
    }
  }
}
# Driscoll-Kraay. plm takes neighbouring periods, so a gap-free calendar.
for (item in list(list("grunfeld", "firm", "year"), list("abdata", "id", "year"))) {
  model <- models[[item[[1]]]]
  frame <- frames[[item[[1]]]]
  pooled <- plm(formula(model), frame, index = c(item[[2]], item[[3]]), model = "pooling")
  periods <- length(unique(frame[[item[[3]]]]))
  for (L in c(0, 2, -1)) {
    used <- if (L < 0) floor(4 * (periods / 100)^(2 / 9)) else L
    V <- vcovSCC(pooled, type = "sss", maxlag = used)
    attributes(V) <- list(dim = dim(V))
    add(item[[1]], model, "Driscoll-Kraay", V, "R plm 2.6.5 vcovSCC sss", order = list(time = item[[3]]), kernel = 0,
      bandwidth = L, used = used, factor = cluster_factor(model, periods))
  }
}
# Analytic weights, and frequencies as repeated rows.
weighted <- lm(y ~ x1 + x2 + x3, rows, weights = w)
repeated <- rows[rep(seq_len(n), rows$f), ]
expanded <- lm(y ~ x1 + x2 + x3, repeated)
for (item in list(list(weighted, "w", rows), list(expanded, "f", repeated))) {
  model <- item[[1]]
  type <- if (item[[2]] == "w") 1 else 2
  weights <- list(column = item[[2]], type = type)
  factor <- nobs(model) / df.residual(model)
  add("rows", model, "unadjusted", vcov(model), "R lm", weights = weights, factor = factor)
  for (kind in paste0("HC", 0:4)) {
    add("rows", model, kind, vcovHC(model, kind), paste(sandwich_by, "vcovHC"), weights = weights,
      factor = if (kind == "HC1") factor else 1)
  }
  id <- item[[3]]$g
  CV1 <- cluster_factor(model, groups) * vcovCL(model, cluster = id, type = "HC0", cadjust = FALSE)
  add("rows", model, "CV1", CV1, paste(sandwich_by, "vcovCL"), weights = weights, clusters = list("g"),
    factor = cluster_factor(model, groups))
}
CR2 <- as.matrix(vcovCR(expanded, cluster = repeated$g, type = "CR2"))
add("rows", expanded, "CV2", CR2, "R clubSandwich 0.5.11 CR2", weights = list(column = "f", type = 2),
  clusters = list("g"), factor = 1)
CR3 <- as.matrix(vcovCR(expanded, cluster = repeated$g, type = "CR3"))
add("rows", expanded, "CV3", (groups - 1) / groups * CR3, "R clubSandwich 0.5.11 CR3 times (G-1)/G",
  weights = list(column = "f", type = 2), clusters = list("g"), factor = (groups - 1) / groups)

# --- JSON ----------------------------------------------------------------------------------------------------
json <- function(x) {
  if (is.character(x) && length(x) == 1) return(paste0('"', x, '"'))
  if (is.numeric(x) && length(x) == 1 && is.null(names(x))) return(sprintf("%.17g", x))
  if (!is.null(names(x))) {
    return(paste0("{", paste0('"', names(x), '": ', sapply(x, json), collapse = ", "), "}"))
  }
  paste0("[", paste(sapply(x, json), collapse = ", "), "]")
}
for (i in seq_along(results)) results[[i]]$x <- as.list(results[[i]]$x)
writeLines(paste0("[\n", paste0("  ", sapply(results, json), collapse = ",\n"), "\n]"), "table.json")
