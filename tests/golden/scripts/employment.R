library(dplyr)
library(sandwich)
library(lmtest)
d <- read.csv("abdata.csv")
d <- d %>%
  group_by(id) %>%
  mutate(meanw = mean(w), devw = w - mean(w, na.rm = TRUE)) %>%
  ungroup()
d <- mutate(d, big = ifelse(k > 0 & ys > 4.6, 1, 0), size = case_when(emp > 10 ~ 2, emp > 2 ~ 1, TRUE ~ 0))
m1 <- lm(n ~ devw + k, data = d)
m2 <- lm(n ~ devw + k + big + size, data = d)
m3 <- lm(n ~ w + k + factor(year), data = subset(d, year > 1978))
r2 <- coeftest(m2, vcov = vcovCL(m2, cluster = ~ id))
r3 <- coeftest(m3, vcov = vcovHC(m3, type = "HC3"))
stargazer(m1, m2, m3, omit = "factor", digits = 4, type = "text")
