#include "casus/alienation/contest/search.hpp"

#include "casus/base/parallel.hpp"
#include "casus/base/random.hpp"

#include <algorithm>

namespace casus::contest {

Equilibrium start_at(Contest const& contest, std::uint64_t seed, std::uint32_t start) {
    Equilibrium at(contest);
    if (start == 0) return at;
    for (std::size_t s = 0; s < contest.sides; ++s) {
        RandomKey const key{
            .seed = seed, .run = start, .purpose = Purpose::Contest, .i = static_cast<std::uint32_t>(s)};
        for (std::size_t c = 0; c < contest.cells; c += 4) {
            auto const u = uniforms(key, static_cast<std::uint32_t>(c / 4));
            for (std::size_t n = 0; n < 4 && c + n < contest.cells; ++n)
                at.pull[contest.at(s, c + n)] = contest.gain[contest.at(s, c + n)] * u[n] * u[n] * u[n] * u[n];
        }
    }
    meet_budgets(contest, at);
    return at;
}

Found find_equilibria(Contest const& contest, Search const& search) {
    std::vector<Equilibrium> ends(search.starts);
    parallel_for(search.starts, 1, search.threads, [&](std::size_t first, std::size_t last, std::size_t) {
        Solver solver(contest);
        for (std::size_t n = first; n < last; ++n) {
            ends[n] = start_at(contest, search.seed, static_cast<std::uint32_t>(n));
            solver.solve(contest, ends[n], search.rule);
        }
    });
    Found found;
    for (Equilibrium& end : ends) {
        if (!end.converged) {
            ++found.unsolved;
            continue;
        }
        auto const same = std::find_if(found.equilibria.begin(), found.equilibria.end(), [&](Equilibrium const& known) {
            return distance(contest, known, end) <= search.apart;
        });
        if (same != found.equilibria.end()) {
            ++found.reached[static_cast<std::size_t>(same - found.equilibria.begin())];
        } else {
            found.equilibria.push_back(std::move(end));
            found.reached.push_back(1);
        }
    }
    if (found.equilibria.empty()) {
        found.equilibria.push_back(std::move(ends.front()));
        found.reached.push_back(0);
    }
    return found;
}

} // namespace casus::contest
