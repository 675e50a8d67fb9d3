# New columns in base R and dplyr 1.1.4, for tests/bindings/data/steps/golden.test.ts.
# Run in this folder: Rscript make.R
suppressPackageStartupMessages(library(dplyr))
library(jsonlite)

set.seed(42)
n <- 60
d <- data.frame(
  id = rep(1:12, each = 5),
  t = rep(2001:2005, 12),
  g = sample(c("a", "b", "c"), n, replace = TRUE),
  x = round(rnorm(n, 2, 3), 2),
  z = sample(c(0, 0.5, 1, 2, 2, 7), n, replace = TRUE)
)
d$x[c(3, 17, 40)] <- NA
d$z[c(8, 17)] <- NA
d$g[c(10, 33)] <- NA
# Rows that leave gaps: the calendar decides what a lag is, not the order of the rows.
d <- d[-c(7, 22, 23), ]
d <- d[sample(nrow(d)), ]
rownames(d) <- NULL

by <- function(f, ...) {
  groups <- list(...)
  key <- do.call(paste, groups)
  absent <- Reduce(`|`, lapply(groups, is.na))
  out <- rep(NA_real_, nrow(d))
  for (k in unique(key[!absent])) {
    rows <- which(key == k & !absent)
    out[rows] <- f(rows)
  }
  out
}
some <- function(v) v[!is.na(v)]
at <- function(id, t, column) {
  match <- function(i) {
    row <- which(d$id == id[i] & d$t == t[i])
    if (length(row) == 1) column[row] else NA
  }
  vapply(seq_along(id), match, 0)
}
quiet <- function(v) suppressWarnings(ifelse(is.finite(v), v, NA))
winsor <- function(v, low, high) {
  q <- quantile(v, c(low, high) / 100, na.rm = TRUE, type = 7, names = FALSE)
  pmin(pmax(v, q[1]), q[2])
}
groups4 <- function(v) {
  findInterval(v, quantile(v, 1:3 / 4, na.rm = TRUE, type = 7, names = FALSE)) + 1
}

cases <- list(
  "x + 2 * z - 1" = d$x + 2 * d$z - 1,
  "-x^2" = -d$x^2,
  "x / z" = quiet(ifelse(d$z == 0, NA, d$x / d$z)),
  "2^z" = 2^d$z,
  "z^1.5" = d$z^1.5,
  "z^-0.5" = quiet(d$z^-0.5),
  "abs(x)^z" = abs(d$x)^d$z,
  "log(x)" = suppressWarnings(ifelse(d$x > 0, log(d$x), NA)),
  "exp(x) + sqrt(z)" = exp(d$x) + sqrt(d$z),
  "floor(x) + 10 * ceil(x)" = floor(d$x) + 10 * ceiling(d$x),
  "round(x)" = sign(d$x) * floor(abs(d$x) + 0.5),
  "min(x, z, 1)" = pmin(d$x, d$z, 1),
  "max(x, z)" = pmax(d$x, d$z),
  "x > z" = as.numeric(d$x > d$z),
  "not (x > 1 and z <= 2) or z == 7" = as.numeric(ifelse(is.na(d$x) | is.na(d$z), NA, !(d$x > 1 & d$z <= 2) | d$z == 7)),
  "if(x > 0, z, -1)" = ifelse(d$x > 0, d$z, -1),
  "z in (0.5, 7)" = as.numeric(ifelse(is.na(d$z), NA, d$z %in% c(0.5, 7))),
  "matches(g, \"[ab]\")" = as.numeric(ifelse(is.na(d$g), NA, grepl("[ab]", d$g))),
  "mean(x)" = rep(mean(d$x, na.rm = TRUE), nrow(d)),
  "mean(x, by: g)" = by(function(r) mean(d$x[r], na.rm = TRUE), d$g),
  "sum(x, by: g)" = by(function(r) sum(d$x[r], na.rm = TRUE), d$g),
  "count(x, by: g)" = by(function(r) sum(!is.na(d$x[r])), d$g),
  "count(by: [g, t])" = by(length, d$g, d$t),
  "sd(x, by: g)" = by(function(r) sd(d$x[r], na.rm = TRUE), d$g),
  "sd(x, by: [g, t])" = by(function(r) sd(d$x[r], na.rm = TRUE), d$g, d$t),
  "median(x, by: id)" = by(function(r) median(d$x[r], na.rm = TRUE), d$id),
  "min(x, by: id)" = by(function(r) min(d$x[r], na.rm = TRUE), d$id),
  "max(x, by: id)" = by(function(r) max(d$x[r], na.rm = TRUE), d$id),
  "rank(z, by: t)" = by(function(r) rank(d$z[r], na.last = "keep"), d$t),
  "std(x, by: g)" = by(function(r) as.numeric(scale(d$x[r])), d$g),
  "winsor(x, 10, 90)" = winsor(d$x, 10, 90),
  "winsor(x, 5, 95, by: g)" = by(function(r) winsor(d$x[r], 5, 95), d$g),
  "cut(x, [0, 2, 5])" = findInterval(d$x, c(0, 2, 5)) + 1,
  "cut(x, quantiles: 4)" = groups4(d$x),
  "cut(x, quantiles: 4, by: g)" = by(function(r) groups4(d$x[r]), d$g),
  "x - mean(x, by: id)" = d$x - by(function(r) mean(d$x[r], na.rm = TRUE), d$id),
  "first(z, by: id, order: t)" = by(function(r) { v <- r[!is.na(d$z[r])]; d$z[v[which.min(d$t[v])]] }, d$id),
  "last(x, by: id, order: t)" = by(function(r) { v <- r[!is.na(d$x[r])]; d$x[v[which.max(d$t[v])]] }, d$id),
  "L.x" = at(d$id, d$t - 1, d$x),
  "L2.x" = at(d$id, d$t - 2, d$x),
  "F.x" = at(d$id, d$t + 1, d$x),
  "D.x" = d$x - at(d$id, d$t - 1, d$x),
  "D2.x" = d$x - 2 * at(d$id, d$t - 1, d$x) + at(d$id, d$t - 2, d$x),
  "L.(x * z) + 1" = at(d$id, d$t - 1, d$x * d$z) + 1
)
# dplyr agrees with the loops above.
same <- d |> group_by(g) |> mutate(m = mean(x, na.rm = TRUE), r = sd(x, na.rm = TRUE)) |> ungroup()
stopifnot(all.equal(ifelse(is.na(d$g), NA, same$m), cases[["mean(x, by: g)"]]))
stopifnot(all.equal(ifelse(is.na(d$g), NA, same$r), cases[["sd(x, by: g)"]]))
stopifnot(all.equal(
  (d |> group_by(t) |> mutate(q = rank(z, na.last = "keep")) |> ungroup())$q,
  cases[["rank(z, by: t)"]]
))

cases <- lapply(cases, function(v) { v <- as.numeric(v); v[!is.finite(v)] <- NA; v })
write(
  toJSON(
    list(data = as.list(d), cases = cases, r = R.version.string),
    digits = I(17), na = "null", auto_unbox = TRUE, pretty = FALSE
  ),
  "expected.json"
)
