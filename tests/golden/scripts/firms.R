# Averages of firms: one row for each
library(dplyr)
library(sandwich)
library(lmtest)
library(car)
library(modelsummary)

d <- read.csv("abdata.csv")
firms <- d %>%
  filter(year >= 1978, !is.na(w)) %>%
  mutate(lcap = log(cap), late = as.numeric(year >= 1981)) %>%
  group_by(id) %>%
  summarise(emp = mean(n), wage = mean(w), capital = mean(lcap), years = n(), share = mean(late), .groups = "drop")

m1 <- lm(emp ~ wage, data = firms)
m2 <- lm(emp ~ wage + capital + years, data = firms)
r2 <- coeftest(m2, vcov = vcovHC(m2, type = "HC1"))
m3 <- lm(emp ~ wage * share + I(capital^2), data = firms)
linearHypothesis(m2, c("wage = 0", "capital = 1"))
deltaMethod(m2, "wage / capital")
modelsummary(list("OLS" = m1, "Controls" = m2, "Shares" = m3), stars = TRUE, gof_map = c("nobs", "r.squared"), output = "firms.tex")
