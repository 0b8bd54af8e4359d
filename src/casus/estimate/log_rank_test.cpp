#include "casus/estimate/log_rank.hpp"

#include "casus/estimate/agreement.hpp"
#include "casus/estimate/in_r.hpp"
#include "casus/estimate/made_up_spells.hpp"

namespace casus::estimate {
namespace {

constexpr std::size_t rows = 300;

TEST(LogRank, AgreesWithR) {
    if (!has_r("survival")) GTEST_SKIP() << "no R with survival";
    MadeUpSpells const made(rows);
    Said const r = in_r(made.csv(), R"(library(survival)
        put <- function(name, f) { say(name, c(f$obs, f$exp)); say(paste0(name, '_var'), f$var)
          say(paste0(name, '_chi'), c(f$chisq, f$pvalue)) }
        put('plain', survdiff(Surv(stop, event) ~ s, d))
        put('peto', survdiff(Surv(stop, event) ~ s, d, rho = 1))
        f <- survdiff(Surv(stop, event) ~ s + strata(x2), d); f$obs <- rowSums(f$obs); f$exp <- rowSums(f$exp)
        put('strata', f))");
    Spells spells = made.spells();
    auto const agree = [&](LogRank const& got, std::string const& name) {
        std::vector<double> counts = got.observed;
        counts.insert(counts.end(), got.expected.begin(), got.expected.end());
        expect_relative(counts, r.at(name), name);
        expect_relative(got.covariance, r.at(name + "_var"), name + " covariance");
        expect_relative({got.test.statistic, got.test.p}, r.at(name + "_chi"), name + " test");
    };
    agree(log_rank(spells, made.s), "plain");
    agree(log_rank(spells, made.s, 1.0), "peto");
    std::vector<std::uint32_t> strata(made.x2.begin(), made.x2.end());
    spells.strata = strata;
    agree(log_rank(spells, made.s), "strata");
}

TEST(LogRank, HasNoDegreeOfFreedomForAGroupThatIsNeverAtRisk) {
    std::vector<double> const start{0, 0, 0, 0, 8};
    std::vector<double> const stop{1, 2, 3, 4, 9};
    std::vector<std::uint8_t> const event{1, 1, 1, 1, 0};
    std::vector<std::uint32_t> const group{0, 1, 0, 1, 2};
    LogRank const out = log_rank({.start = start, .stop = stop, .event = event}, group);
    EXPECT_EQ(out.test.degrees, 1u);
    EXPECT_EQ(out.expected[2], 0.0);
}

TEST(LogRank, ExpectsByTheShareAtRisk) {
    // One event of two at risk, then one of one: group 1 expects 1/2 and then all.
    std::vector<double> const stop{1, 2};
    std::vector<std::uint8_t> const event{1, 1};
    std::vector<std::uint32_t> const group{0, 1};
    LogRank const out = log_rank({.stop = stop, .event = event}, group);
    EXPECT_DOUBLE_EQ(out.expected[0], 0.5);
    EXPECT_DOUBLE_EQ(out.expected[1], 1.5);
    EXPECT_DOUBLE_EQ(out.covariance[0], 0.25);
    EXPECT_DOUBLE_EQ(out.test.statistic, 1.0); // (1.5 − 1)² / 0.25
}

} // namespace
} // namespace casus::estimate
