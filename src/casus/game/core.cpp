#include "casus/game/core.hpp"

#include "casus/game/coalition_space.hpp"
#include "casus/game/exact_program.hpp"
#include "casus/game/excess_scan.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace casus::game {

namespace {

/// Whether balanced weights make more than v(N) by more than what writing 0.1 or 1/3 as a float64 brings with it: an
/// additive game with 0.1 + 0.2 against 0.3 has a core.
bool beyond_rounding(DenseGame const& game, BalancingWeights const& weights) {
    Rational over = -Rational(game.total());
    for (ProofWeight const& w : weights) over += w.weight * Rational(game[w.coalition]);
    return over > Rational(0x1p-50 * game.scale());
}

} // namespace

namespace {

CoreAnswer answer_from(DenseGame const& game, Nucleolus const& least) {
    CoreAnswer answer{.empty = false, .least_epsilon = 0.0, .point = least.point, .proof = {}, .scans = least.scans};
    if (least.stages.empty()) { // one player alone
        answer.least_epsilon = -std::numeric_limits<double>::infinity();
        return answer;
    }
    answer.least_epsilon = least.stages[0].excess;
    if (auto weights = balance(game, least.stages[0])) {
        answer.empty = !refute_empty_core(game, *weights) && beyond_rounding(game, *weights);
        answer.proof = std::move(*weights);
    }
    return answer;
}

} // namespace

Nucleolus least_core(DenseGame const& game, std::size_t threads) {
    Nucleolus least = least_core_stage(game, threads);
    if (least.stages.empty() || game.players() > most_players_for_exact_program) return least;
    if (!objection(game, least.point, least.stages[0].excess, threads)) return least;
    return exact_nucleolus(game, false, 1).value_or(std::move(least));
}

CoreAnswer core(DenseGame const& game, std::size_t threads) {
    CoreAnswer answer = answer_from(game, least_core(game, threads));
    // A point that is in the core to 1e-13 shows that it is not empty; one that is in it to 1e-9 only may not.
    bool const undecided = !answer.empty && objection(game, answer.point, (1e-13 - 1e-9) * game.scale(), threads);
    if (undecided && game.players() <= most_players_for_exact_program)
        if (auto const least = exact_nucleolus(game, false, 1)) return answer_from(game, *least);
    return answer;
}

std::optional<Objection> objection(DenseGame const& game, Allocation const& x, double epsilon, std::size_t threads) {
    double const tolerance = 1e-9 * game.scale();
    double const missing = game.total() - sum_over(everyone(game.players()), x);
    if (std::abs(missing) > tolerance) return Objection{everyone(game.players()), missing};
    CoalitionSpace nobody_and_everyone(game.players());
    nobody_and_everyone.add(everyone(game.players()));
    auto const worst = ExcessScan(game, threads).largest(x, nobody_and_everyone.labels(), epsilon + tolerance, 1);
    if (worst.empty()) return std::nullopt;
    return Objection{worst[0].coalition, worst[0].excess};
}

std::vector<double> maximum_surplus(DenseGame const& game, Allocation const& x) {
    std::size_t const n = game.players();
    double const none = -std::numeric_limits<double>::infinity();
    std::vector<double> surplus(n * n, none);
    std::vector<double> with_i(game.values().size() / 2);
    for (std::size_t i = 0; i < n; ++i) {
        Coalition const below = single(i) - 1;
        for (Coalition rest = 0; rest < with_i.size(); ++rest) {
            Coalition const s = (rest & below) | single(i) | (rest & ~below) << 1;
            with_i[rest] = game[s] - sum_over(s, x);
        }
        // By halving from the highest of the others down: the largest over the lower half is the largest without it.
        for (std::size_t bit = n - 1, size = with_i.size(); bit-- > 0;) {
            size /= 2;
            std::size_t const j = bit < i ? bit : bit + 1;
            surplus[i * n + j] = *std::max_element(with_i.begin(), with_i.begin() + static_cast<std::ptrdiff_t>(size));
            for (std::size_t s = 0; s < size; ++s) with_i[s] = std::max(with_i[s], with_i[size + s]);
        }
    }
    return surplus;
}

std::optional<Imbalance> kernel_imbalance(DenseGame const& game, Allocation const& x, bool prekernel) {
    std::size_t const n = game.players();
    double const tolerance = 1e-8 * game.scale();
    std::vector<double> const surplus = maximum_surplus(game, x);
    Imbalance worst;
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j) {
            if (i == j || (!prekernel && x[j] - game[single(j)] <= tolerance)) continue;
            double const more = surplus[i * n + j] - surplus[j * n + i];
            if (more > std::max(tolerance, worst.surplus)) worst = {i, j, more};
        }
    if (worst.surplus == 0.0) return std::nullopt;
    return worst;
}

} // namespace casus::game
