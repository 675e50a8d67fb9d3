# Numbers of the scripts of R, and of the commands of do-files, by R itself: Rscript make.R > r.json
suppressPackageStartupMessages({library(plm); library(AER); library(sandwich); library(lmtest)})
files <- c(abdata = "../../../examples/abdata.csv", grunfeld = "../grunfeld/data.csv", cigarettes = "../cigarettes/data.csv",
  college = "../college_distance/data.csv", crime = "../crime/data.csv", provinces = "../../../examples/provinces/provinces.csv")
read.csv <- function(file) utils::read.csv(files[[sub(".csv", "", file, fixed = TRUE)]])
clean <- function(x) {
  names(x) <- gsub("^\\(Intercept\\)$", "_cons", names(x))
  names(x) <- gsub("factor\\((\\w+)\\)(.+)", "\\1=\\2", names(x))
  names(x) <- gsub("^I\\((.*)\\)$", "\\1", names(x))
  x
}
numbers <- function(m, r = NULL) {
  table <- if (is.null(r)) coef(summary(m)) else r
  list(params = as.list(clean(table[, 1])), stdErrors = as.list(clean(table[, 2])))
}
entry <- function(one) {
  object <- function(x) paste0("{", paste0("\"", names(x), "\": ", sprintf("%.17g", unlist(x)), collapse = ", "), "}")
  paste0("{\"params\": ", object(one$params), ", \"stdErrors\": ", object(one$stdErrors), "}")
}
quiet <- function(...) invisible(NULL)
Winsorize <- function(x, val) pmin(pmax(x, val[[1]]), val[[2]])
out <- list()
for (script in c("grunfeld.R", "employment.R", "loops.R", "cigarettes.R", "robust.R", "instruments.R", "provinces.R", "wages.R", "firms.R")) {
  text <- gsub("DescTools::", "", readLines(script))
  space <- new.env()
  for (name in c("modelsummary", "stargazer", "texreg", "huxreg", "plot", "library", "linearHypothesis", "deltaMethod")) assign(name, quiet, space)
  if (script %in% c("employment.R", "firms.R")) suppressPackageStartupMessages(base::library(dplyr))
  if (script %in% c("robust.R", "instruments.R")) base::library(estimatr)
  eval(parse(text = text), space)
  names <- sort(ls(space, pattern = "^m[0-9]$"))
  found <- lapply(names, function(name) {
    r <- sub("m", "r", name)
    numbers(get(name, space), if (exists(r, space, inherits = FALSE)) get(r, space))
  })
  out[[script]] <- setNames(found, names)
}
# Stata's percentiles are quantiles of type 2
cut2 <- function(x, low, high) { q <- quantile(x, c(low, high), type = 2); pmin(pmax(x, q[[1]]), q[[2]]) }
d <- read.csv("abdata.csv")
d$dw <- d$w - ave(d$w, d$id)
d$k_t <- cut2(d$k, .05, .95)
d$late <- as.numeric(d$year >= 1981)
d$totalk <- ave(d$k, d$year, FUN = sum)
q <- quantile(d$emp, c(.25, .5, .75), type = 2)
d$size <- 1 + (d$emp > q[[1]]) + (d$emp > q[[2]]) + (d$emp > q[[3]])
hc1 <- function(m) numbers(m, coeftest(m, vcovHC(m, type = "HC1")))
cluster <- function(m, by) numbers(m, coeftest(m, vcovCL(m, cluster = by)))
late <- subset(d, year > 1978)
out[["employment.do"]] <- list(
  m1 = hc1(lm(n ~ w, d)), m2 = cluster(lm(n ~ w + k + ys, d), d$id),
  n1 = hc1(lm(n ~ dw + k_t + late + totalk, d)), w1 = hc1(lm(w ~ dw + k_t + late + totalk, d)),
  n2 = cluster(lm(n ~ k_t + factor(size), late), late$id), w2 = cluster(lm(w ~ k_t + factor(size), late), late$id))
panel <- pdata.frame(d, index = c("id", "year"))
lagn <- as.numeric(plm::lag(panel$n, 1)); names(lagn) <- NULL
d <- d[order(d$id, d$year), ]
d$lagn <- lagn
d$high <- as.numeric(is.na(d$lagn) | d$lagn > 1)
d$high2 <- ifelse(is.na(d$lagn), NA, as.numeric(d$lagn > 1))
filled <- transform(d, lagn = ifelse(is.na(lagn), 0, lagn))
out[["missings.do"]] <- list(a = numbers(lm(n ~ high + w, d)), b = numbers(lm(n ~ high2 + w, d)),
  c = numbers(lm(n ~ lagn + w, subset(filled, lagn >= 0))), d = numbers(lm(n ~ w, subset(d, is.na(high2) | high2 != 0))))
g <- read.csv("grunfeld.csv")
g$lvalue <- log(g$value); g$lcap <- log(g$capital)
logs <- lm(inv ~ lvalue + lcap + factor(firm), g)
out[["investment.do"]] <- list(ols = numbers(lm(inv ~ value + capital, g)), logs = numbers(logs, coeftest(logs, vcovHC(logs, type = "HC3"))))
s <- read.csv("cigarettes.csv")
iv <- ivreg(lpacks ~ lrprice + lrincome | lrincome + tdiff + rtax, data = s)
out[["cigarettes.do"]] <- list(ols = hc1(lm(lpacks ~ lrprice + lrincome, s)), tsls = hc1(iv))
e <- read.csv("college.csv")
women <- subset(e, female == 1)
out[["colleges.do"]] <- list(ols = numbers(lm(lwage ~ education + urban + female + black + hispanic + unemp, e)),
  iv = numbers(ivreg(lwage ~ urban + female + black + hispanic + unemp + education | urban + female + black + hispanic + unemp + distance, data = e)))
a <- read.csv("abdata.csv"); a$wsq <- a$w^2
out[["macros.do"]] <- list(s1 = cluster(lm(n ~ w + k, a), a$id), s2 = cluster(lm(n ~ w + k + ys, a), a$id), sq = numbers(lm(n ~ wsq + k, a)))
p <- read.csv("abdata.csv")
p$late <- as.numeric(p$year >= 1980)
p$relk <- p$k - ave(p$k, p$year)
p$w_c <- cut2(p$w, .01, .99)
first <- subset(p, late == 0); second <- subset(p, late == 1)
out[["paper.do"]] <- list(m1 = hc1(lm(n ~ w, p)), m2 = cluster(lm(n ~ w + k + ys, p), p$id),
  n_a = hc1(lm(n ~ w_c + relk, first)), n_b = hc1(lm(n ~ w_c + relk, second)),
  k_a = hc1(lm(k ~ w_c + relk, first)), k_b = hc1(lm(k ~ w_c + relk, second)))
r <- subset(read.csv("abdata.csv"), year >= 1977 & year <= 1983 & !is.na(n) & !is.na(w))
r$big <- as.numeric(ave(r$emp, r$id) > 5); r$w2 <- r$w^2
r$dw <- r$w - ave(r$w, r$year); r$dw[r$dw < -1] <- 0
out[["replication.do"]] <- list(m1 = hc1(lm(n ~ w, r)), m2 = cluster(lm(n ~ w + k + ys, r), r$id),
  m3 = cluster(lm(n ~ w * k + ys + factor(year), r), r$id),
  size0 = hc1(lm(n ~ w + k + ys, subset(r, big == 0))), size1 = hc1(lm(n ~ w + k + ys, subset(r, big == 1))),
  o_k = hc1(lm(k ~ dw + w2, r)), o_ys = hc1(lm(ys ~ dw + w2, r)))
keep <- function(one, names) lapply(one, function(x) x[names])
v <- subset(read.csv("abdata.csv"), !is.na(w) & year > 1976)
v$lcap <- log(v$cap); v$post <- as.numeric(v$year >= 1980)
out[["twoway.R"]] <- list(
  m1 = keep(numbers(lm(n ~ w + lcap + factor(id), v)), c("w", "lcap")),
  m2 = keep(numbers(lm(n ~ w + lcap + ys + factor(id) + factor(year), v)), c("w", "lcap", "ys")),
  m3 = keep(numbers(lm(n ~ w * post + lcap + factor(id), v)), c("w", "post", "lcap", "w:post")))
h <- read.csv("college.csv")
h0 <- function(m) numbers(m, coeftest(m, vcovHC(m, type = "HC0"), df = Inf))
by <- function(g) numbers(ivreg(lwage ~ urban + black + hispanic + unemp + education | urban + black + hispanic + unemp + distance, data = subset(h, female == g)))
out[["returns.do"]] <- list(ols = hc1(lm(lwage ~ education + urban + female + black + hispanic + unemp, h)),
  iv = h0(ivreg(lwage ~ urban + female + black + hispanic + unemp + education | urban + female + black + hispanic + unemp + distance, data = h)),
  iv0 = by(0), iv1 = by(1))
w <- read.csv("crime.csv")
m3 <- lm(lcrmrte ~ lprbarr + lprbconv + lpolpc + factor(year), w)
wp <- pdata.frame(w, index = c("county", "year"))
out[["counties.R"]] <- list(m1 = numbers(lm(lcrmrte ~ lprbarr + lprbconv + lpolpc, w)), m3 = hc1(m3),
  fe = numbers(plm(lcrmrte ~ lprbarr + lprbconv + lpolpc, wp, model = "within")), re = numbers(plm(lcrmrte ~ lprbarr + lprbconv + lpolpc, wp, model = "random")))
lines <- vapply(names(out), function(script) paste0("  \"", script, "\": {\n", paste0("    \"", names(out[[script]]), "\": ", vapply(out[[script]], entry, ""), collapse = ",\n"), "\n  }"), "")
cat("{\n", paste(lines, collapse = ",\n"), "\n}\n", sep = "")
