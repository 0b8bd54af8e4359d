#include "casus/estimate/concordance.hpp"

#include "casus/estimate/agreement.hpp"
#include "casus/estimate/made_up_spells.hpp"

namespace casus::estimate {
namespace {

/// Pair by pair, as the definition says.
Concordance counted(Spells const& spells, std::span<double const> score, std::span<double const> w) {
    Concordance out;
    for (std::size_t i = 0; i < spells.rows(); ++i)
        for (std::size_t j = 0; j < spells.rows(); ++j) {
            bool const later =
                spells.stop[j] > spells.stop[i] || (spells.stop[j] == spells.stop[i] && spells.event[j] == 0);
            if (spells.event[i] == 0 || spells.stratum(i) != spells.stratum(j) || i == j || !later ||
                spells.begin(j) >= spells.stop[i])
                continue;
            double& sum = score[i] > score[j] ? out.concordant : score[i] < score[j] ? out.discordant : out.tied;
            sum += w[i] * w[j];
        }
    return out;
}

TEST(Concordance, CountsPairs) {
    for (std::size_t const rows : {3u, 17u, 120u}) {
        MadeUpSpells const made(rows);
        Spells spells = made.late_spells();
        spells.strata = made.s;
        std::vector<double> score(rows);
        for (std::size_t i = 0; i < rows; ++i) score[i] = std::floor(6.0 * made.x1[i]);
        if (std::count(made.event.begin(), made.event.end(), 1) == 0) continue;
        Concordance const got = concordance(spells, score, {.weights = made.w});
        Concordance const wanted = counted(spells, score, made.w);
        EXPECT_NEAR(got.concordant, wanted.concordant, 1e-9);
        EXPECT_NEAR(got.discordant, wanted.discordant, 1e-9);
        EXPECT_NEAR(got.tied, wanted.tied, 1e-9);
    }
}

TEST(Concordance, IsOneForTheTimesThemselves) {
    MadeUpSpells const made(100);
    std::vector<double> score(100);
    for (std::size_t i = 0; i < 100; ++i) score[i] = -made.time[i];
    Spells const spells{.stop = made.time, .event = made.event};
    EXPECT_EQ(concordance(spells, score).value, 1.0);
    EXPECT_NEAR(concordance(spells, score).se, 0.0, 1e-12);
    EXPECT_EQ(concordance(spells, std::vector<double>(100, 2.0)).value, 0.5);
}

} // namespace
} // namespace casus::estimate
