#include "casus/alienation/explain.hpp"

#include "casus/alienation/evaluate.hpp"
#include "casus/alienation/flip.hpp"
#include "casus/world/random_world.hpp"

#include <gtest/gtest.h>

#include <map>

namespace casus::alienation {
namespace {

/// Sum of the terms under each total that has any.
std::map<std::string, std::pair<double, double>> totals_and_sums(Ledger const& ledger) {
    std::map<std::string, std::pair<double, double>> sums;
    std::string total;
    for (LedgerLine const& line : ledger.lines) {
        if (line.level == 0) {
            total = line.key;
            if (!total.empty()) sums[total].first = *line.value;
        } else if (line.level == 1 && !total.empty()) {
            sums[total].second += *line.value;
        }
    }
    return sums;
}

TEST(Explain, TermsAddUpToEveryUtility) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        World const world = random_world({.seed = seed});
        Parameters const parameters = random_parameters(seed);
        Buffers b(world);
        evaluate(world, parameters, b);
        std::size_t const cells = world.size().cells();
        for (std::size_t n = 0; n < world.size().assessed; ++n)
            for (std::size_t k = 0; k < world.size().issues; ++k) {
                auto const sums = totals_and_sums(explain_stance(world, parameters, b, n, IssueId{k}));
                std::size_t const regroup = world.size().sides - 1;
                for (std::size_t option = 0; option <= regroup; ++option) {
                    if (option == regroup && world.regroup_size(n) <= 1.0) continue;
                    auto const& [total, sum] = sums.at(option_key(world, option));
                    EXPECT_DOUBLE_EQ(total, b.utility[option * cells + world.cell(n, IssueId{k})]);
                    EXPECT_NEAR(total, sum, 1e-12);
                }
            }
    }
}

TEST(Explain, TermsAddUpToTheIndexTheValueAndTheHegemonsNet) {
    World const world = random_world({.seed = 2});
    Parameters const parameters = random_parameters(2);
    Buffers b(world);
    evaluate(world, parameters, b);
    for (std::size_t n = 0; n < world.size().allies; ++n) {
        auto const sums = totals_and_sums(explain_actor(world, parameters, b, n));
        EXPECT_NEAR(sums.at("index").first, sums.at("index").second, 1e-12);
        EXPECT_NEAR(sums.at("value").first, sums.at("value").second, 1e-12);
        EXPECT_NEAR(sums.at("outside").first, sums.at("outside").second, 1e-12);
    }
    auto const sums = totals_and_sums(explain_hegemon(world, parameters, b));
    for (char const* const strategy : {"maintain", "remould", "weaken"})
        EXPECT_NEAR(sums.at(strategy).first, sums.at(strategy).second, 1e-12);
}

TEST(Explain, FindsEveryPathItOffersAndNamesTheNearestOfOthers) {
    World const world = random_world({.seed = 4, .actors = 6, .challengers = 1, .partners = 1, .issues = 3});
    Parameters const parameters = random_parameters(4);
    for (std::string const& path : explainable(world)) EXPECT_EQ(explain(world, parameters, path).id, path);
    try {
        (void)explain(world, parameters, "alienation/A004/securty");
        FAIL();
    } catch (Error const& error) {
        EXPECT_STREQ(error.what(), "nothing to explain at 'alienation/A004/securty'; expected alienation/ACTOR/ISSUE, "
                                   "alienation/ACTOR, alienation/hegemon or threat/ACTOR; did you mean "
                                   "'alienation/A004/security'?");
    }
}

/// A copy of the plan's world with one figure of a cell changed.
World changed(RandomWorldPlan const& plan, World const& world, std::size_t cell, Quantity quantity, double value,
              std::string const& partner = {}) {
    WorldBuilder builder = random_builder(plan);
    builder.set({.quantity = quantity,
                 .actor = world.actor(world.assessed()[cell / plan.issues]).code,
                 .partner = partner,
                 .issue = world.issues()[cell % plan.issues].code},
                {value, 0.0, {}, {}}, 1);
    return builder.build();
}

TEST(Flip, TheLeadingOptionChangesExactlyThere) {
    std::size_t tried = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        RandomWorldPlan const plan{
            .seed = seed, .actors = 7, .challengers = 2, .partners = 1, .issues = 3, .direct_matches = true};
        World const world = random_world(plan);
        Parameters const parameters = random_parameters(seed);
        Buffers b(world);
        evaluate(world, parameters, b);
        auto const leading_after = [&](std::size_t cell, Quantity q, double value, std::string const& partner = {}) {
            World const other = changed(plan, world, cell, q, value, partner);
            Buffers after(other);
            evaluate(other, parameters, after);
            return find_flip(other, after, cell).leading;
        };
        for (std::size_t cell = 0; cell < world.size().cells(); ++cell) {
            Flip const flip = find_flip(world, b, cell);
            constexpr double step = 1e-6;
            if (flip.reward && *flip.reward > step) {
                EXPECT_EQ(leading_after(cell, Quantity::Reward, *flip.reward + step), 0U);
                EXPECT_NE(leading_after(cell, Quantity::Reward, *flip.reward - step), 0U);
                ++tried;
            }
            if (flip.pressure && *flip.pressure > step) {
                EXPECT_EQ(leading_after(cell, Quantity::Pressure, *flip.pressure + step), 0U);
                EXPECT_NE(leading_after(cell, Quantity::Pressure, *flip.pressure - step), 0U);
                ++tried;
            }
            for (std::size_t r = 0; r < flip.offer.size(); ++r) {
                if (!flip.offer[r] || *flip.offer[r] <= step) continue;
                std::string const code = world.actor(world.challengers()[r]).code;
                EXPECT_EQ(leading_after(cell, Quantity::Offer, *flip.offer[r] + step, code), r + 1);
                EXPECT_NE(leading_after(cell, Quantity::Offer, *flip.offer[r] - step, code), r + 1);
                ++tried;
            }
        }
    }
    EXPECT_GT(tried, 100U);
}

} // namespace
} // namespace casus::alienation
