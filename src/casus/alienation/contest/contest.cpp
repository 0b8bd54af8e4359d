#include "casus/alienation/contest/contest.hpp"

#include "casus/alienation/contest/sum_over.hpp"

#include <algorithm>
#include <cmath>

namespace casus::contest {

Contest::Contest(std::size_t side_count, std::size_t cell_count)
    : sides(side_count), cells(cell_count), ground(side_count * cell_count), gain(side_count * cell_count),
      worth(side_count * cell_count), budget(side_count) {}

Equilibrium::Equilibrium(Contest const& contest)
    : pull(contest.sides * contest.cells), total(contest.cells, 1.0), price(contest.sides), payoff(contest.sides) {}

double Equilibrium::spent(Contest const& contest, std::size_t side) const {
    double sum = 0.0;
    for (std::size_t c = 0; c < contest.cells; ++c) sum += spending(contest, side, c);
    return sum;
}

void add_up(Contest const& contest, Equilibrium& at) {
    std::fill(at.total.begin(), at.total.end(), 1.0);
    for (std::size_t s = 0; s < contest.sides; ++s)
        for (std::size_t c = 0; c < contest.cells; ++c) at.total[c] += at.pull[contest.at(s, c)];
}

double payoff_of(Contest const& contest, Equilibrium const& at, std::size_t side) {
    double const* const ground = contest.ground.data() + contest.at(side, 0);
    double const* const worth = contest.worth.data() + contest.at(side, 0);
    double const* const pull = at.pull.data() + contest.at(side, 0);
    double const* const total = at.total.data();
    double const sum =
        sum_over(contest.cells, [=](std::size_t c) { return worth[c] * (ground[c] + pull[c]) / total[c]; });
    return contest.keep > 0.0 ? sum - contest.keep * at.spent(contest, side) : sum;
}

double distance(Contest const& contest, Equilibrium const& a, Equilibrium const& b) {
    double greatest = 0.0;
    for (std::size_t s = 0; s < contest.sides; ++s)
        for (std::size_t c = 0; c < contest.cells; ++c)
            greatest = std::max(greatest, std::abs(a.share(contest, s, c) - b.share(contest, s, c)));
    return greatest;
}

} // namespace casus::contest
