#include "casus/game/exact_program.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace casus::game {

namespace {

constexpr std::size_t most_steps = 20'000;

enum class Kind { Artificial, Settled, Held, Coalition };

/// A column of the program: the membership vector, a 1 below it for coalitions, and its worth.
struct ProgramColumn {
    Kind kind = Kind::Artificial;
    Coalition members = 0;
    Rational worth;
};

struct SettledPayment {
    Coalition members;
    Rational paid;
};

/// One stage: the revised simplex method with an explicit inverse of the basis.
class ExactStage {
public:
    ExactStage(DenseGame const& game, std::vector<SettledPayment> const& settled, CoalitionSpace const& space,
               bool bounds)
        : game_(game), n_(game.players()), bounds_(bounds), open_(game.values().size(), false), basics_(n_ + 1),
          inverse_((n_ + 1) * (n_ + 1)) {
        for (std::size_t r = 0; r <= n_; ++r) inverse_[r * (n_ + 1) + r] = 1;
        for (Coalition s = 1; s < everyone(n_); ++s) open_[s] = !space.holds(s);
        for (SettledPayment const& one : settled) replace_artificial({Kind::Settled, one.members, one.paid});
        for (std::size_t i = 0; i < n_; ++i)
            if (open_[single(i)]) replace_artificial(coalition(single(i)));
    }

    /// False when the steps run out.
    [[nodiscard]] bool solve() {
        for (std::size_t step = 0; basics_[n_].kind == Kind::Artificial || has_artificial(); ++step)
            if (step > most_steps || !first_phase_step()) return false;
        for (std::size_t step = 0; step < most_steps; ++step) {
            price();
            auto const entering = improving();
            if (!entering) return true;
            enter(*entering);
        }
        return false;
    }

    [[nodiscard]] Rational const& epsilon() const { return multipliers_[n_]; }
    [[nodiscard]] std::vector<Rational> const& multipliers() const { return multipliers_; }

    /// visit(column, weight) for what has a positive weight.
    template <class Visit> void over_weights(Visit&& visit) const {
        for (std::size_t r = 0; r <= n_; ++r)
            if (basics_[r].kind != Kind::Settled && value(r) > 0) visit(basics_[r], value(r));
    }

private:
    [[nodiscard]] ProgramColumn coalition(Coalition s) const { return {Kind::Coalition, s, Rational(game_[s])}; }

    /// Σ λ = 1 stands last, the other right-hand sides are 0.
    [[nodiscard]] Rational const& value(std::size_t row) const { return inverse_[row * (n_ + 1) + n_]; }

    [[nodiscard]] std::vector<Rational> in_basis(ProgramColumn const& column) const {
        std::vector<Rational> result(n_ + 1);
        for (std::size_t r = 0; r <= n_; ++r) {
            Rational const* const row = inverse_.data() + r * (n_ + 1);
            for_each_member(column.members, [&](std::size_t i) { result[r] += row[i]; });
            if (column.kind == Kind::Coalition) result[r] += row[n_];
        }
        return result;
    }

    void pivot(std::size_t at, std::vector<Rational> const& column, ProgramColumn entering) {
        Rational* const pivot_row = inverse_.data() + at * (n_ + 1);
        for (std::size_t k = 0; k <= n_; ++k) pivot_row[k] /= column[at];
        for (std::size_t r = 0; r <= n_; ++r) {
            if (r == at || column[r] == 0) continue;
            for (std::size_t k = 0; k <= n_; ++k)
                if (pivot_row[k] != 0) inverse_[r * (n_ + 1) + k] -= column[r] * pivot_row[k];
        }
        basics_[at] = std::move(entering);
    }

    /// Rows of right-hand side 0 take any column without harm.
    void replace_artificial(ProgramColumn const& column) {
        auto const d = in_basis(column);
        for (std::size_t r = 0; r < n_; ++r)
            if (basics_[r].kind == Kind::Artificial && d[r] != 0) return pivot(r, d, column);
    }

    [[nodiscard]] bool has_artificial() const {
        return std::ranges::any_of(basics_, [](ProgramColumn const& c) { return c.kind == Kind::Artificial; });
    }

    /// Brings a single player in that lessens the artificial part; the lowest, so that it comes to an end (Bland 1977).
    bool first_phase_step() {
        for (std::size_t i = 0; i < n_; ++i) {
            if (!open_[single(i)]) continue;
            auto const d = in_basis(coalition(single(i)));
            if (d[n_] <= 0) continue;
            leave_for(coalition(single(i)), d);
            return true;
        }
        return false;
    }

    void enter(Coalition s) {
        ProgramColumn column = s > everyone(n_)
                                   ? ProgramColumn{Kind::Held, s - single(n_), Rational(game_[s - single(n_)])}
                                   : coalition(s);
        auto const d = in_basis(column);
        leave_for(std::move(column), d);
    }

    /// Among those that reach 0 first the artificial, then the lowest coalition leaves; settled ones are free and stay.
    void leave_for(ProgramColumn entering, std::vector<Rational> const& d) {
        std::optional<std::size_t> leaving;
        Rational least;
        auto const before = [&](std::size_t a, std::size_t b) {
            if ((basics_[a].kind == Kind::Artificial) != (basics_[b].kind == Kind::Artificial))
                return basics_[a].kind == Kind::Artificial;
            return basics_[a].members < basics_[b].members;
        };
        for (std::size_t r = 0; r <= n_; ++r) {
            if (d[r] <= 0 || basics_[r].kind == Kind::Settled) continue;
            Rational ratio = value(r) / d[r];
            if (leaving && (ratio > least || (ratio == least && !before(r, *leaving)))) continue;
            least = std::move(ratio);
            leaving = r;
        }
        assert(leaving);
        pivot(*leaving, d, std::move(entering));
    }

    void price() {
        multipliers_.assign(n_ + 1, 0);
        for (std::size_t r = 0; r <= n_; ++r)
            for (std::size_t k = 0; k <= n_; ++k)
                if (inverse_[r * (n_ + 1) + k] != 0) multipliers_[k] += basics_[r].worth * inverse_[r * (n_ + 1) + k];
    }

    [[nodiscard]] Rational excess(Coalition s) const {
        Rational over = Rational(game_[s]) - multipliers_[n_];
        for_each_member(s, [&](std::size_t i) { over -= multipliers_[i]; });
        return over;
    }

    /// A column that improves: by decimals where they tell, else the first in exact fractions. A player's bound is told
    /// from the coalition of that player alone by a bit above everyone's.
    [[nodiscard]] std::optional<Coalition> improving() const {
        std::vector<double> x;
        double range = game_.scale();
        for (Rational const& m : multipliers_) range += std::abs(x.emplace_back(m.convert_to<double>()));
        double const doubtful = 0x1p-46 * range;
        std::vector<double> paid(game_.values().size(), x[n_]);
        Coalition best = 0;
        double most = doubtful;
        std::vector<Coalition> close;
        for (Coalition s = 1; s < everyone(n_); ++s) {
            paid[s] = paid[s & (s - 1)] + x[lowest_player(s)];
            double const over = game_[s] - paid[s];
            if (!open_[s] || over < -doubtful) continue;
            if (over > most) {
                most = over;
                best = s;
            }
            if (over <= doubtful) close.push_back(s);
        }
        if (best != 0) return best;
        for (std::size_t i = 0; bounds_ && i < n_; ++i)
            if (open_[single(i)] && Rational(game_[single(i)]) > multipliers_[i]) return single(i) + single(n_);
        for (Coalition const s : close)
            if (excess(s) > 0) return s;
        return std::nullopt;
    }

    DenseGame const& game_;
    std::size_t n_;
    bool bounds_;
    std::vector<bool> open_; ///< coalitions whose payment is not settled
    std::vector<ProgramColumn> basics_;
    std::vector<Rational> inverse_; ///< of the basis, row-major
    std::vector<Rational> multipliers_;
};

} // namespace

std::optional<Nucleolus> exact_nucleolus(DenseGame const& game, bool individually_rational, std::size_t most_stages) {
    std::size_t const n = game.players();
    assert(n <= most_players_for_exact_program);
    Nucleolus found{{game.total()}, {}, 0, 0};
    CoalitionSpace space(n);
    std::vector<SettledPayment> settled;
    auto const settle = [&](Coalition members, Rational const& paid) {
        if (space.add(members)) settled.push_back({members, paid});
    };
    settle(everyone(n), Rational(game.total()));
    while (space.rank() < n && found.stages.size() < most_stages) {
        ExactStage stage(game, settled, space, individually_rational);
        if (!stage.solve()) return std::nullopt;
        NucleolusStage& made = found.stages.emplace_back();
        made.excess = stage.epsilon().convert_to<double>();
        found.point.clear();
        for (std::size_t i = 0; i < n; ++i) found.point.push_back(stage.multipliers()[i].convert_to<double>());
        stage.over_weights([&](ProgramColumn const& column, Rational const& weight) {
            bool const held = column.kind == Kind::Held;
            (held ? made.at_bound : made.coalitions).push_back({column.members, weight.convert_to<double>()});
            settle(column.members, held ? column.worth : Rational(column.worth - stage.epsilon()));
        });
    }
    return found;
}

} // namespace casus::game
