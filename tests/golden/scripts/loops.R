library(stargazer)
d <- read.csv("abdata.csv")
controls <- c("k", "ys")
res <- list()
for (y in c("n", "w")) {
  f <- as.formula(paste(y, "~", paste(controls, collapse = " + ")))
  res[[y]] <- lm(f, data = d)
}
m3 <- res[["n"]]
each <- lapply(c(1978, 1980), function(t) lm(n ~ w + k, data = subset(d, year > t)))
stargazer(res, type = "latex", out = "tables.tex")
