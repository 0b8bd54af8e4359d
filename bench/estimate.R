# The regressions of bench/estimate_bench.cpp in R, on rows made the same way (other draws): milliseconds, wall.
#
#     Rscript bench/estimate.R
#
# nnet gets the tolerance that its agreement to 1e-6 needs (reltol 1e-15).
made <- function(n) {
  set.seed(1)
  x <- matrix(rnorm(12 * n), n)
  sum <- -1 + 0.2 * rowSums(x)
  y <- sum + rlogis(n)
  d <- as.data.frame(x)
  d$y <- y
  d$one <- as.integer(y > 0)
  d$kind <- factor(pmin(5, floor(4 * runif(n) + 2 * d$one)))
  d$a <- factor(floor(100 * runif(n)))
  d$b <- factor(floor(60 * runif(n)))
  d
}
right <- paste0("V", 1:12, collapse = " + ")
clock <- function(name, n, run) cat(sprintf("%-24s %10d %12.1f\n", name, n, 1000 * system.time(run())[3]))
for (n in c(1e4, 1e5, 1.9e6)) {
  d <- made(n)
  clock("lm", n, function() lm(as.formula(paste("y ~", right)), d))
  clock("glm binomial", n, function() glm(as.formula(paste("one ~", right)), binomial, d))
}
for (n in c(1e3, 1e4, 1e5)) {
  d <- made(n)
  clock("nnet::multinom", n, function() nnet::multinom(as.formula(paste("kind ~", right)), d, reltol = 1e-15,
                                                       maxit = 10000, trace = FALSE))
  if (requireNamespace("lme4", quietly = TRUE))
    clock("lme4::lmer", n, function() lme4::lmer(as.formula(paste("y ~", right, "+ (1 | a) + (1 | b)")), d))
}
