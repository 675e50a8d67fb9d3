# plm's pgmm as a peer: reads the file of the panel, then fits the employment model once per line, with its summary (robust
# errors, Sargan, AR and Wald tests). Answers with the coefficients and their standard errors.
suppressPackageStartupMessages(library(plm))
panel <- pdata.frame(read.csv(commandArgs(trailingOnly = TRUE)[1]), index = c("id", "year"))
solve <- function() {
  fit <- pgmm(
    n ~ lag(n, 1:2) + w + k | lag(n, 2:4) + lag(w, 1:3) | k,
    data = panel, effect = "individual", model = "twosteps", transformation = "ld"
  )
  coef(summary(fit, robust = TRUE))[, 1:2]
}
say <- function(text) {
  cat(text, "\n", sep = "")
  flush(stdout())
}
say(paste("plm", packageVersion("plm")))
input <- file("stdin")
open(input)
while (length(readLines(input, 1)) > 0) say(paste(format(solve(), digits = 17), collapse = " "))
