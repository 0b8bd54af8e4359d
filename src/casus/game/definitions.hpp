// Values by their definitions, in exact fractions and without any of the room's shortcuts: what answers are checked by.
#pragma once

#include "casus/game/constructions.hpp"
#include "casus/game/rational.hpp"

#include <optional>
#include <vector>

namespace casus::game {

/// Worths as whole numbers of one unit 1/scale, so that sums of them are exact and quick.
class WholeWorths {
public:
    explicit WholeWorths(DenseGame const& game);

    [[nodiscard]] std::size_t players() const { return players_; }
    [[nodiscard]] boost::multiprecision::cpp_int const& operator[](Coalition s) const { return worths_[s]; }
    [[nodiscard]] Rational fraction(boost::multiprecision::cpp_int const& units) const {
        return Rational(units, scale_);
    }

    /// v_g(S) = Σ v(C) over the components of S in the graph of links.
    void restrict_to(Links const& links);

private:
    std::size_t players_;
    boost::multiprecision::cpp_int scale_ = 1;
    std::vector<boost::multiprecision::cpp_int> worths_;
};

/// Weights w_0 … w_{n−1} per coalition.
[[nodiscard]] std::vector<Rational> exact_shapley_weights(std::size_t players);
[[nodiscard]] std::vector<Rational> exact_binomial_weights(std::size_t players, Rational const& probability);
/// From the probability of meeting s others, s = 0 … n−1, scaled to add up to one.
[[nodiscard]] std::vector<Rational> exact_size_weights(std::vector<double> const& by_size);

/// Σ_S w_|S| [v(S∪i) − v(S)].
[[nodiscard]] std::vector<Rational> semivalue_by_definition(WholeWorths const& worths,
                                                            std::vector<Rational> const& weights);

/// Σ_H Σ_S over unions H and own partners S, with Owen's (1977) weights.
[[nodiscard]] std::vector<Rational> owen_by_definition(WholeWorths const& worths, Partition const& unions);

/// What players can hope for at most, claim at least, and get by Tijs's (1981) compromise.
struct ExactTau {
    std::vector<Rational> utopia;
    std::vector<Rational> minimal;
    std::vector<Rational> value;
};

/// Nothing unless the game is quasi-balanced but for `forgiven`.
[[nodiscard]] std::optional<ExactTau> tau_by_definition(WholeWorths const& worths, Rational const& forgiven);

/// Row-major, 0 on the diagonal.
[[nodiscard]] std::vector<Rational> interaction_by_definition(WholeWorths const& worths);

} // namespace casus::game
