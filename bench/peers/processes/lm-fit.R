# R's lm.fit as a peer: reads n, k and a file of doubles (y, then the columns of X), then solves once per line.
arguments <- commandArgs(trailingOnly = TRUE)
n <- as.integer(arguments[1])
k <- as.integer(arguments[2])
data <- readBin(arguments[3], "double", n * (k + 1))
y <- data[1:n]
x <- matrix(data[-(1:n)], n, k)
say <- function(text) {
  cat(text, "\n", sep = "")
  flush(stdout())
}
say(paste("R", getRversion()))
input <- file("stdin")
open(input)
while (length(readLines(input, 1)) > 0) {
  say(paste(format(lm.fit(x, y)$coefficients, digits = 17), collapse = " "))
}
