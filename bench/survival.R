# The Cox models of bench/survival_bench.cpp as R's survival fits them: the same rows, made by the same formula.
#
#     Rscript bench/survival.R
#
# Prints for each: median wall seconds of coxph (formula, fit, residuals, concordance) and of its fitting routine alone
# (matrix in, no formula), and the log-likelihood.
suppressMessages(library(survival))
primes <- c(2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47)
u <- function(row, k) (row * (sqrt(primes[k]) %% 1)) %% 1
covariates <- 12

life <- function(a) {
  eta <- 0
  for (k in seq(1, covariates, 2)) eta <- eta + ifelse((k - 1) %% 4 == 0, 0.6, -0.4) * u(a, k)
  exact <- 20 * exp(-eta) * (-log(1 - 0.999 * u(a, 13)))^(1 / 1.2)
  seen <- 1 + 60 * u(a, 14)
  data.frame(years = ceiling(pmin(exact, seen)), ended = as.integer(exact <= seen))
}

seconds <- function(times, expression) {
  taken <- replicate(times, system.time(expression(), gcFirst = FALSE)[["elapsed"]])
  median(taken)
}

report <- function(name, d, y, times) {
  x <- as.matrix(d[, paste0("x", 1:covariates)])
  formula <- reformulate(colnames(x), quote(y))
  control <- coxph.control()
  routine <- if (ncol(y) == 3) survival:::agreg.fit else survival:::coxph.fit
  alone <- function() routine(x, y, NULL, NULL, NULL, control, NULL, "efron", NULL, resid = FALSE)
  inner <- if (nrow(x) < 5000) 20 else 1 # what is too short for the clock, several times
  whole <- seconds(times, function() for (n in 1:inner) fit <<- coxph(formula, d)) / inner
  bare <- seconds(times, function() for (n in 1:inner) alone()) / inner
  cat(sprintf("%-24s coxph %9.6f s   routine %9.6f s   loglik %.6f\n", name, whole, bare, fit$loglik[2]))
}

a <- 1:800
lives <- life(a)
d <- as.data.frame(sapply(1:covariates, function(k) u(a, k)))
names(d) <- paste0("x", 1:covariates)
d$stop <- lives$years
d$event <- lives$ended
y <- with(d, Surv(stop, event))
report("cox_alliances/800", d, y, 11)

for (n in c(1e4, 1e5, 1e6)) {
  a <- seq_len(n)
  lives <- life(a)
  owner <- rep(a, lives$years)[1:n]
  year <- sequence(lives$years)[1:n]
  d <- as.data.frame(sapply(1:covariates, function(k) u(if (k %% 2 == 1) owner else 1:n, k)))
  names(d) <- paste0("x", 1:covariates)
  y <- Surv(year - 1, year, lives$ended[owner] * (year == lives$years[owner]))
  report(sprintf("cox_years/%d", n), d, y, if (n > 5e5) 1 else 3)
}

a <- 1:800
lives <- life(a)
d <- as.data.frame(sapply(1:covariates, function(k) u(a, k)))
names(d) <- paste0("x", 1:covariates)
y <- with(lives, Surv(years, ended))
x <- as.matrix(d)
groups <- split(a, (a - 1) %% 200)
set.seed(1)
taken <- system.time(for (r in 1:100) {
  rows <- unlist(groups[sample(200, replace = TRUE)])
  survival:::coxph.fit(x[rows, ], y[rows], NULL, NULL, NULL, coxph.control(), NULL, "efron", NULL, resid = FALSE)
})[["elapsed"]]
cat(sprintf("bootstrap/800            1,000 replicates %.3f s (100 timed, the routine alone)\n", 10 * taken))
