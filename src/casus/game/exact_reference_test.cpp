// τ-value, core, least core and nucleoli of small games against a solver of its own: a two-phase simplex method on a full
// tableau of fractions, Bland's rule, every coalition a column. It shares nothing with the room but the fractions.
#include "casus/game/core.hpp"
#include "casus/game/kohlberg.hpp"
#include "casus/game/random_game.hpp"
#include "casus/game/tau_value.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <stdexcept>

namespace casus::game {
namespace {

using Row = std::vector<Rational>;

/// max c·y subject to A y = b ≥ 0, y ≥ 0: columns with their worths, and the solution.
class Tableau {
public:
    explicit Tableau(Row right) : right_(std::move(right)) {}

    void add(Row column, Rational worth) {
        columns_.push_back(std::move(column));
        worths_.push_back(std::move(worth));
    }

    /// y; the optimum is in `optimum`.
    Row solve() {
        std::size_t const m = right_.size();
        std::size_t const real = columns_.size();
        for (std::size_t r = 0; r < m; ++r) {
            rows_.emplace_back();
            for (Row const& column : columns_) rows_[r].push_back(column[r]);
            for (std::size_t k = 0; k < m; ++k) rows_[r].emplace_back(k == r ? 1 : 0);
            rows_[r].push_back(right_[r]);
            basis_.push_back(real + r);
        }
        Row first(real + m, 0);
        for (std::size_t k = 0; k < m; ++k) first[real + k] = -1;
        EXPECT_EQ(climb(first, real + m), 0) << "the program has a solution";
        for (std::size_t r = 0; r < m; ++r)
            for (std::size_t j = 0; basis_[r] >= real && j < real; ++j)
                if (rows_[r][j] != 0) pivot(r, j);
        Row second = worths_;
        second.resize(real + m, 0);
        optimum = climb(second, real);
        Row y(real, 0);
        for (std::size_t r = 0; r < m; ++r)
            if (basis_[r] < real) y[basis_[r]] = rows_[r].back();
        return y;
    }

    Rational optimum;

private:
    void pivot(std::size_t at, std::size_t column) {
        Rational const lead = rows_[at][column];
        for (Rational& x : rows_[at]) x /= lead;
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            Rational const factor = rows_[r][column];
            if (r == at || factor == 0) continue;
            for (std::size_t k = 0; k < rows_[r].size(); ++k) rows_[r][k] -= factor * rows_[at][k];
        }
        basis_[at] = column;
    }

    Rational climb(Row const& worth, std::size_t allowed) {
        for (;;) {
            std::size_t entering = allowed;
            for (std::size_t j = 0; j < allowed && entering == allowed; ++j) {
                Rational gain = worth[j];
                for (std::size_t r = 0; r < rows_.size(); ++r) gain -= worth[basis_[r]] * rows_[r][j];
                if (gain > 0) entering = j;
            }
            if (entering == allowed) break;
            std::size_t leaving = rows_.size();
            for (std::size_t r = 0; r < rows_.size(); ++r) {
                if (rows_[r][entering] <= 0) continue;
                if (leaving == rows_.size()) {
                    leaving = r;
                    continue;
                }
                Rational const here = rows_[r].back() * rows_[leaving][entering];
                Rational const there = rows_[leaving].back() * rows_[r][entering];
                if (here < there || (here == there && basis_[r] < basis_[leaving])) leaving = r;
            }
            if (leaving == rows_.size()) throw std::logic_error("the program has no bound");
            pivot(leaving, entering);
        }
        Rational value = 0;
        for (std::size_t r = 0; r < rows_.size(); ++r) value += worth[basis_[r]] * rows_[r].back();
        return value;
    }

    Row right_;
    std::vector<Row> columns_;
    Row worths_;
    std::vector<Row> rows_;
    std::vector<std::size_t> basis_;
};

Row incidence(Coalition s, std::size_t n, int last) {
    Row row;
    for (std::size_t i = 0; i < n; ++i) row.emplace_back(contains(s, i) ? 1 : 0);
    row.emplace_back(last);
    return row;
}

/// Rank of membership vectors with payments behind them, by elimination.
struct Settled {
    std::vector<Row> rows;

    [[nodiscard]] Row reduced(Row row) const {
        for (Row const& known : rows) {
            std::size_t lead = 0;
            while (known[lead] == 0) ++lead;
            Rational const factor = row[lead] / known[lead];
            for (std::size_t k = 0; k < row.size(); ++k) row[k] -= factor * known[k];
        }
        return row;
    }
    [[nodiscard]] bool holds(Coalition s, std::size_t n) const {
        Row const rest = reduced(incidence(s, n, 0));
        return std::all_of(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(n),
                           [](Rational const& x) { return x == 0; });
    }
    void settle(Coalition s, std::size_t n, Rational const& paid) {
        if (holds(s, n)) return;
        Row row = incidence(s, n, 0);
        row.back() = paid;
        row = reduced(row);
        std::size_t lead = 0;
        while (row[lead] == 0) ++lead;
        for (Row& known : rows) {
            Rational const factor = known[lead] / row[lead];
            for (std::size_t k = 0; k < row.size(); ++k) known[k] -= factor * row[k];
        }
        rows.push_back(row);
    }
};

struct Reference {
    Row point;
    Rational least_epsilon;
};

/// Kopelowitz's programs from their duals: weights on open coalitions, free ones on what is settled.
Reference reference_nucleolus(DenseGame const& game, bool within_bounds) {
    std::size_t const n = game.players();
    Coalition const all = everyone(n);
    std::vector<std::pair<Coalition, Rational>> fixed{{all, Rational(game.total())}};
    Settled settled;
    settled.settle(all, n, Rational(game.total()));
    Reference answer;
    for (bool first = true; settled.rows.size() < n; first = false) {
        Row right(n + 1, 0);
        right[n] = 1;
        Tableau program(right);
        std::vector<std::pair<Coalition, bool>> told; // coalition or bound
        for (Coalition s = 1; s < all; ++s)
            if (!settled.holds(s, n)) {
                program.add(incidence(s, n, 1), Rational(game[s]));
                told.emplace_back(s, true);
            }
        for (std::size_t i = 0; within_bounds && i < n; ++i) {
            program.add(incidence(single(i), n, 0), Rational(game[single(i)]));
            told.emplace_back(single(i), false);
        }
        for (auto const& [s, paid] : fixed)
            for (int const sign : {1, -1}) {
                Row column = incidence(s, n, 0);
                for (Rational& x : column) x *= sign;
                program.add(column, Rational(sign * paid));
            }
        Row const weights = program.solve();
        if (first) answer.least_epsilon = program.optimum;
        for (std::size_t k = 0; k < told.size(); ++k) {
            if (weights[k] <= 0) continue;
            auto const [s, open] = told[k];
            Rational const paid = Rational(game[s]) - (open ? program.optimum : Rational(0));
            if (!settled.holds(s, n)) fixed.emplace_back(s, paid);
            settled.settle(s, n, paid);
        }
    }
    answer.point.resize(n);
    for (Row const& row : settled.rows) { // reduced: one player a row
        std::size_t lead = 0;
        while (row[lead] == 0) ++lead;
        answer.point[lead] = row.back() / row[lead];
    }
    return answer;
}

/// Tijs's value, player by player.
std::optional<Row> reference_tau(DenseGame const& game) {
    std::size_t const n = game.players();
    Coalition const all = everyone(n);
    Row most;
    Row least;
    for (std::size_t i = 0; i < n; ++i) most.push_back(Rational(game[all]) - Rational(game[all & ~single(i)]));
    for (std::size_t i = 0; i < n; ++i) {
        std::optional<Rational> best;
        for (Coalition s = 1; s <= all; ++s) {
            if (!contains(s, i)) continue;
            Rational claim = Rational(game[s]) + most[i];
            for_each_member(s, [&](std::size_t j) { claim -= most[j]; });
            if (!best || claim > *best) best = claim;
        }
        least.push_back(*best);
        if (least[i] > most[i]) return std::nullopt;
    }
    Rational const high = std::accumulate(most.begin(), most.end(), Rational(0));
    Rational const low = std::accumulate(least.begin(), least.end(), Rational(0));
    Rational const total(game.total());
    if (low > total || total > high) return std::nullopt;
    Row value;
    for (std::size_t i = 0; i < n; ++i)
        value.push_back(high == low ? least[i]
                                    : Rational(least[i] + (total - low) / (high - low) * (most[i] - least[i])));
    return value;
}

void expect_near(Allocation const& found, Row const& exact, double tolerance, std::string const& of) {
    ASSERT_EQ(found.size(), exact.size());
    for (std::size_t i = 0; i < found.size(); ++i)
        EXPECT_NEAR(found[i], exact[i].convert_to<double>(), tolerance) << of << " player " << i + 1;
}

/// Whole worths with ties, random ones, nearly tied ones, of every size and seed.
template <class Check> void over_small_games(Check&& check) {
    for (std::size_t const n : {2U, 3U, 4U, 5U, 6U, 7U, 8U}) {
        std::uint64_t const seeds = n <= 5 ? 12 : 1; // a game of eight takes the reference some tenths of a second
        for (std::uint64_t seed = 1; seed <= seeds; ++seed)
            for (Distribution const d : {Distribution::SmallWhole, Distribution::Signed, Distribution::Uniform,
                                         Distribution::Voting, Distribution::Bankruptcy, Distribution::Convex}) {
                DenseGame const game = random_game(d, n, seed);
                std::string const of =
                    std::string(name_of(d)) + " n=" + std::to_string(n) + " seed " + std::to_string(seed);
                check(game, of);
                if (d != Distribution::SmallWhole) continue;
                DenseGame const fine = random_game(Distribution::SmallWhole, n, seed + 50);
                check(DenseGame::tabulate(n, [&](Coalition s) { return game[s] + 3e-9 * fine[s]; }),
                      of + " nearly tied");
                check(DenseGame::tabulate(n,
                                          [&](Coalition s) { return 1e9 * static_cast<double>(size_of(s)) + fine[s]; }),
                      of + " in billions");
            }
    }
}

TEST(ExactReference, AgreesOnTau) {
    std::size_t present = 0;
    over_small_games([&](DenseGame const& game, std::string const& of) {
        auto const exact = reference_tau(game);
        auto const found = tau_value(game);
        if (!game.whole() && found.has_value() != exact.has_value()) return; // rounding decides
        ASSERT_EQ(found.has_value(), exact.has_value()) << of;
        if (!exact) return;
        ++present;
        expect_near(found->value, *exact, 1e-10 * game.scale(), of);
    });
    EXPECT_GT(present, 100U);
}

TEST(ExactReference, AgreesOnNucleoliAndTheLeastCore) {
    over_small_games([&](DenseGame const& game, std::string const& of) {
        Reference const pre = reference_nucleolus(game, false);
        expect_near(proven_nucleolus(game, false)->found.point, pre.point, 1e-9 * game.scale(), of + " prenucleolus");
        EXPECT_NEAR(least_core(game).stages[0].excess, pre.least_epsilon.convert_to<double>(), 1e-9 * game.scale())
            << of;
        if (auto const within = proven_nucleolus(game, true); within && game.whole())
            expect_near(within->found.point, reference_nucleolus(game, true).point, 1e-9 * game.scale(),
                        of + " nucleolus");
    });
}

TEST(ExactReference, AgreesOnWhetherTheCoreIsEmpty) {
    std::size_t empty = 0;
    std::size_t full = 0;
    over_small_games([&](DenseGame const& game, std::string const& of) {
        Rational const least = reference_nucleolus(game, false).least_epsilon;
        if (!game.whole() && abs(least) < Rational(1e-14 * game.scale())) return; // rounding decides
        CoreAnswer const found = core(game);
        EXPECT_EQ(found.empty, least > 0) << of << ": least ε " << least;
        ++(found.empty ? empty : full);
    });
    EXPECT_GT(empty, 50U);
    EXPECT_GT(full, 50U);
}

} // namespace
} // namespace casus::game
