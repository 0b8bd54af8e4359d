#include "casus/replicate/deciding_terms.hpp"

#include "casus/alienation/evaluate.hpp"
#include "casus/replicate/test_folder.hpp"
#include "casus/world/case_file/case_file.hpp"
#include "casus/world/case_file/parameter_file.hpp"

#include <set>

namespace casus::replicate {
namespace {

TEST(DecidingTerms, AddUpToTheGapWhoeverTheRivalIs) {
    std::filesystem::path const root = CASUS_SOURCE_DIR;
    World const world = case_file::read_case(root / "cases" / "us-alliance-system-2021.toml").world;
    Parameters const parameters = case_file::read_parameters(root / "params" / "judgement.toml").parameters;
    alienation::Buffers buffers(world);
    alienation::evaluate(world, parameters, buffers);
    std::set<std::size_t> rivals;
    for (std::size_t cell = 0; cell < world.size().cells(); ++cell) {
        Contest const contest = contest_of(world, parameters, buffers, cell);
        rivals.insert(contest.rival);
        double sum = 0.0;
        for (Term const& term : contest.terms) sum += term.value;
        EXPECT_NEAR(sum, contest.gap, 1e-12) << cell;
        for (std::size_t n = 1; n < contest.terms.size(); ++n)
            EXPECT_GE(std::abs(contest.terms[n - 1].value), std::abs(contest.terms[n].value));
    }
    // Both challengers, regrouping and abstaining.
    EXPECT_EQ(rivals, (std::set<std::size_t>{1, 2, 3, 4}));
}

} // namespace
} // namespace casus::replicate
