# Two-way effects with fixest, in the style of a replication package
library(fixest)
library(dplyr)

d <- read.csv("abdata.csv") |>
  mutate(lcap = log(cap), post = as.integer(year >= 1980)) |>
  filter(!is.na(w), year > 1976)
setFixest_fml(..ctrl = ~ lcap + ys)

m1 <- feols(n ~ w + lcap | id, data = d, vcov = "iid")
m2 <- feols(n ~ w + lcap + ys | id + year, data = d, vcov = "iid")
m3 <- feols(n ~ w * post + lcap | id, data = d, vcov = "iid")
m4 <- feols(n ~ w + ..ctrl | id, data = d, cluster = ~id)
m5 <- feglm(post ~ w, data = d, family = "logit")
wald(m2, "w")
etable(m1, m2, m3, tex = TRUE, file = "twoway.tex", signif.code = c("*" = 0.1, "**" = 0.05))
coefplot(m2)
