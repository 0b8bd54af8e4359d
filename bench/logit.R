# R's glm on the matrix of bench/logit_bench.cpp: seconds, and the estimates to compare.
#
#     CASUS_LOGIT_MATRIX=/tmp/matrix build/release/casus_bench --benchmark_filter=logit/dyads
#     Rscript bench/logit.R /tmp/matrix
path <- commandArgs(trailingOnly = TRUE)[1]
n <- 1900000
all <- matrix(readBin(path, "double", 14 * n), n)
d <- data.frame(y = all[, 1], all[, 2:13])
dyad <- all[, 14]
rm(all)
took <- system.time(m <- glm(y ~ ., binomial, d))[3]
cat(sprintf("glm            %8.2f s\n", took))
if (requireNamespace("sandwich", quietly = TRUE))
  cat(sprintf("vcovCL         %8.2f s\n", system.time(v <- sandwich::vcovCL(m, dyad))[3]))
took <- system.time(f <- glm.fit(cbind(1, as.matrix(d[, -1])), d$y, family = binomial()))[3]
cat(sprintf("glm.fit alone  %8.2f s\n", took))
print(coef(m), digits = 10)
