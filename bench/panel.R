# The panel of bench/data_bench.cpp as an R user makes it with data.table, the fastest joins that R has: directed
# dyad-years 1816-2016 with ATOP obligations, NMC, major powers, contiguity and polity2.
#
#     Rscript bench/panel.R ../shared/data
#
# Prints the seconds (CPU and wall) of reading the files and of building the panel, and the peak of R's heap. Pairs are
# of members in the same year, which gives 60 rows more than pairs with a common day (docs/data.md).
suppressMessages(library(data.table))
folder <- commandArgs(TRUE)[1]
file <- function(...) file.path(folder, ...)
unzipped <- function(path) fread(cmd = paste("zcat", shQuote(path)), showProgress = FALSE)

clock <- proc.time()
system <- fread(file("cow/states/system2016.csv"))[, .(ccode, year)]
atop <- unzipped(file("atop/v5.1/converted_peacesciencer_atop5_1ddyr.csv.gz"))
nmc <- fread(file("cow/nmc/NMC-60-abridged.csv"))[, .(ccode, year, milex, milper, irst, pec, tpop, upop, cinc)]
majors <- fread(file("cow/states/majors2016.csv"))
contiguity <- fread(file("cow/contiguity/contdird.csv"))[, .(ccode1 = state1no, ccode2 = state2no, year, conttype)]
polity <- fread(file("regime/converted_democracyData_polity5.csv"))
polity <- unique(polity[, .(ccode = as.integer(polity_annual_ccode), year, polity2)], by = c("ccode", "year"))
reading <- proc.time() - clock

clock <- proc.time()
panel <- system[, {
  pairs <- CJ(ccode1 = ccode, ccode2 = ccode)
  pairs[ccode1 != ccode2]
}, by = year]
setkey(panel, ccode1, ccode2, year)
panel <- atop[panel, on = .(ccode1, ccode2, year)]
for (flag in grep("^atop_", names(panel), value = TRUE)) {
  panel[is.na(get(flag)) & year <= 2018, (flag) := 0L]
}
panel <- contiguity[panel, on = .(ccode1, ccode2, year)]
panel[is.na(conttype), conttype := 0L]
years <- majors[, .(year = styear:endyear), by = .(ccode, styear)][, .(ccode, year, major = 1L)]
states <- Reduce(function(a, b) merge(a, b, by = c("ccode", "year"), all.x = TRUE),
                 list(system, nmc, unique(years), polity))
states[is.na(major), major := 0L]
for (side in 1:2) {
  joined <- copy(states)
  setnames(joined, setdiff(names(joined), "year"), paste0(setdiff(names(joined), "year"), side))
  panel <- joined[panel, on = c(paste0("ccode", side), "year")]
}
setkey(panel, ccode1, ccode2, year)
building <- proc.time() - clock

cat(sprintf("rows %d, columns %d, threads %d\n", nrow(panel), ncol(panel), getDTthreads()))
cat(sprintf("reading  %.2f s CPU, %.2f s wall\n", sum(reading[1:2]) + sum(reading[4:5], na.rm = TRUE), reading[3]))
cat(sprintf("building %.2f s CPU, %.2f s wall\n", sum(building[1:2]), building[3]))
cat(sprintf("peak of the heap %.0f MB\n", sum(gc()[, 6])))
