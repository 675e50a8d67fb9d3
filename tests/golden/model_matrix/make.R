# Writes cases.json: random formulas with factors, and the columns that R's model.matrix gives them.
# Run in this folder: Rscript make.R
#
#   R                          here
#   factor a                   i(a)
#   relevel(a, ref = "2")      i(a, ref=2)
#   a:b, a*b, a:x, 0 + ...     i(a):i(b), i(a)*i(b), i(a):x, ... - 1
#   g + ... (g is absorbed)    ... | g
#
# A case has both formulas, the rank of R's matrix, its columns in our names without those of absorbed effects, and the
# projection of y on them. "complete" is false where R leaves out columns: it takes a margin as present when a term with
# a further numeric variable contains it, as a:x does for a in a:x + a:b. There the columns are all products of dummies.

set.seed(20240607)
n <- 24
data <- data.frame(
  a = factor(rep(1:2, each = 12)),
  b = factor(rep(rep(1:3, each = 4), 2)),
  c = factor(rep(c("p", "q"), 12)),
  x = round(rnorm(n), 3),
  z = round(rnorm(n), 3),
  y = round(rnorm(n), 3)
)
factors <- c("a", "b", "c")
pick <- function(from, size = 1) sample(from, size)

# One to three variables, at least one of them a factor, joined by ":" or "*".
piece <- function() {
  size <- pick(1:3)
  vars <- c(pick(factors), pick(c("a", "b", "c", "x", "z"), size - 1))
  paste(sample(unique(vars)), collapse = pick(c(":", ":", "*")))
}

ours <- function(text, refs) {
  for (name in factors) {
    ref <- refs[[name]]
    written <- if (is.null(ref)) sprintf("i(%s)", name) else sprintf("i(%s, ref=%s)", name, ref)
    text <- gsub(sprintf("\\b%s\\b(?![=(),])", name), written, text, perl = TRUE)
  }
  text
}

# All dummies of every term: the space that a formula means, whatever the coding.
everything <- function(labels, intercept, frame) {
  full <- lapply(labels, function(label) {
    matrix <- matrix(1, n, 1, dimnames = list(NULL, ""))
    for (name in strsplit(label, ":")[[1]]) {
      values <- frame[[name]]
      columns <- if (is.factor(values)) sapply(levels(values), function(l) as.numeric(values == l)) else cbind(values)
      titles <- if (is.factor(values)) paste0(name, levels(values)) else name
      parts <- lapply(seq_len(ncol(columns)), function(j) {
        product <- matrix * columns[, j]
        colnames(product) <- paste(colnames(matrix), titles[j], sep = ":")
        product
      })
      matrix <- do.call(cbind, parts)
    }
    colnames(matrix) <- sub("^:", "", colnames(matrix))
    matrix
  })
  cbind(if (intercept) cbind(`(Intercept)` = rep(1, n)), do.call(cbind, full))
}

rank <- function(matrix) qr(matrix, tol = 1e-9)$rank
our_name <- function(name) {
  if (name == "(Intercept)") return("_cons")
  paste(sub("^([abc])(.+)$", "\\1=\\2", strsplit(name, ":")[[1]]), collapse = ":")
}
json <- function(values) paste0("[", paste(values, collapse = ", "), "]")
quoted <- function(text) paste0('"', text, '"')

make <- function() {
  refs <- list()
  if (runif(1) < 0.3) refs[["a"]] <- "2"
  if (runif(1) < 0.3) refs[["b"]] <- pick(c("2", "3"))
  pieces <- c(if (runif(1) < 0.4) pick(c("x", "z")), replicate(pick(1:3), piece()))
  pieces <- unique(sample(pieces))
  effect <- if (runif(1) < 0.25) pick(c("a", "b", "c", "a:b", "b:c")) else NULL
  intercept <- !is.null(effect) || runif(1) < 0.7
  frame <- data
  for (name in names(refs)) frame[[name]] <- relevel(frame[[name]], ref = refs[[name]])
  text <- paste(c(if (!intercept) "0", effect, pieces), collapse = " + ")
  terms <- terms(as.formula(paste("~", text)))
  labels <- attr(terms, "term.labels")
  within <- function(label, other) all(strsplit(label, ":")[[1]] %in% strsplit(other, ":")[[1]])
  sorted <- function(label) paste(sort(strsplit(label, ":")[[1]]), collapse = ":")
  of_effect <- if (is.null(effect)) rep(FALSE, length(labels)) else sapply(labels, sorted) == sorted(effect)
  # We refuse a term that lies in the absorbed effects.
  own <- attr(terms(as.formula(paste("~", paste(pieces, collapse = " + ")))), "term.labels")
  if (!is.null(effect) && any(sapply(own, within, effect))) return(NULL)
  matrix <- model.matrix(terms, frame)
  space <- everything(labels, intercept, frame)
  complete <- rank(matrix) == rank(space)
  if (!complete) matrix <- space
  if (rank(matrix) > 18) return(NULL)
  belongs <- if (complete) attr(matrix, "assign") %in% which(of_effect) else rep(FALSE, ncol(matrix))
  if (!complete && !is.null(effect)) return(NULL)
  left <- paste(ours(paste(pieces, collapse = " + "), refs), if (!intercept) "- 1", if (!is.null(effect)) paste("|", effect))
  fitted <- qr.fitted(qr(matrix, tol = 1e-9), data$y)
  list(text = text, complete = complete, line = paste0(
    '{"r": ', quoted(paste("~", text)), ', "formula": ', quoted(trimws(paste("y ~", gsub(" +", " ", left)))),
    ', "complete": ', tolower(complete), ', "rank": ', rank(matrix),
    ', "names": ', json(quoted(sapply(colnames(matrix)[!belongs], our_name))),
    ', "fitted": ', json(sprintf("%.13g", fitted)), "}"
  ))
}

lines <- character()
seen <- character()
counts <- c(complete = 0, lost = 0)
wanted <- c(complete = 500, lost = 20)
while (any(counts < wanted)) {
  case <- make()
  if (is.null(case) || case$line %in% lines) next
  kind <- if (case$complete) "complete" else "lost"
  if (counts[[kind]] == wanted[[kind]]) next
  counts[[kind]] <- counts[[kind]] + 1
  lines <- c(lines, case$line)
}
column <- function(name) {
  values <- data[[name]]
  paste0(quoted(name), ": ", json(if (name == "c") quoted(values) else as.character(values)))
}
writeLines(c(
  "{", paste0('"source": ', quoted(R.version.string), ","),
  paste0('"data": {', paste(sapply(names(data), column), collapse = ", "), "},"),
  '"cases": [', paste(lines, collapse = ",\n"), "]", "}"
), "cases.json")
