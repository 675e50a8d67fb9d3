d <- read.csv("college.csv")
d$edu2 <- d$education^2
d$young <- as.integer(d$education < 12 | d$unemp > 8)
m1 <- lm(lwage ~ education + edu2 + young, data = d)
m2 <- lm(lwage ~ education * female + urban, data = d)
m3 <- lm(lwage ~ I(education^2) + log(unemp), data = d)
g1 <- glm(female ~ education, data = d, family = binomial)
huxreg(m1, m2, m3)
