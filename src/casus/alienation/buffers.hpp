// Results and scratch of one evaluation, laid out flat so that every pass runs over contiguous numbers.
#pragma once

#include "casus/game/simplex_prices.hpp"
#include "casus/game/vertex_prices.hpp"
#include "casus/world/threats.hpp"
#include "casus/world/world.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace casus::alienation {

/// An ally's options, in this order: follow the leader, deviate to each challenger, regroup, abstain.
/// Options follow, deviate and regroup have the position of their side (world.hpp).
[[nodiscard]] inline std::size_t option_count(World const& world) { return world.size().sides + 1; }

enum class Regime { Compliance, Alienation, Dissolution };

/// The hegemon's own ledger (table 2 of the paper), per average ally and summed over issues.
struct HegemonLedger {
    double need = 0.0;     ///< need to balance: the challengers' share of the power of both sides, [0,1]
    double will = 0.0;     ///< reward it would give, φ·need
    double capacity = 0.0; ///< reward it can give
    double reward = 0.0;   ///< reward it gives when remoulding: the smaller of the two

    double alliance_cost = 0.0;
    double rents = 0.0;     ///< maintain: what non-neutrality yields from those who follow
    double spillover = 0.0; ///< and what cooperation that nobody can be excluded from yields
    double governance = 0.0;
    double remoulded_rents = 0.0; ///< remould: with erosion repaired and following rewarded
    double remoulded_spillover = 0.0;
    double balancing = 0.0;
    double rewards = 0.0;
    double credibility_lost = 0.0; ///< weaken: of what spills over, what goes with those who follow no longer

    [[nodiscard]] double maintain() const { return rents + spillover - alliance_cost - governance; }
    [[nodiscard]] double remould() const {
        return remoulded_rents + remoulded_spillover - alliance_cost - governance - balancing - rewards;
    }
    [[nodiscard]] double weaken() const { return spillover - credibility_lost; }
    /// What it would give beyond what it can give; below 0: what it can give and has no will to.
    [[nodiscard]] double gap() const { return will - capacity; }
};

struct SystemOutputs {
    double polarisation = 0.0;      ///< mean |f^h − Σ f^r| over allies, weighted by salience, [0,1]
    double cross_membership = 0.0;  ///< mean share of allies that work with both sides, [0,1]
    double mobilisable_power = 0.0; ///< Σ p_i f_i,security over allies; share of the system's power
};

struct Buffers {
    explicit Buffers(World const& world);

    Threats threats;

    // [cell]
    std::vector<double> need;
    std::vector<double> weight;    ///< salience normalised per actor
    std::vector<double> exclusion; ///< ν m G
    std::vector<double> swing;     ///< e^{−gap/τ} of the first two options, (0,1]
    // [side][cell]
    std::vector<double> match;
    // [option][cell]
    std::vector<double> utility;
    std::vector<double> share;   ///< f
    std::vector<double> log_sum; ///< [cell] τ log Σ e^{U/τ}
    std::vector<double> outside; ///< [cell] the same without the alliance, allies' cells only

    // [assessed]
    std::vector<double> index;
    std::vector<double> dispersion;
    std::vector<double> swing_index;
    // [ally]
    std::vector<double> value; ///< V_i
    std::vector<double> outside_value;
    std::vector<Regime> regime;

    // [issue]
    std::vector<double> non_neutrality; ///< ν after erosion

    SystemOutputs system;
    HegemonLedger hegemon;

    /// f^h by cell.
    [[nodiscard]] std::span<double const> follow() const { return {share.data(), need.size()}; }

    /// Prices of the goods of an issue whose match is a production game.
    struct GoodsPricing {
        std::optional<game::VertexPrices> vertices;
        std::optional<game::SimplexPrices> simplex; ///< where vertices would be too many
        [[nodiscard]] double value(std::span<double const> endowment) {
            return vertices ? vertices->value(endowment) : simplex->value(endowment);
        }
    };
    std::vector<GoodsPricing> pricing;    ///< [issue]
    std::vector<double> alone;            ///< [actor] value of its own goods
    std::vector<double> pooled;           ///< goods of a pair
    std::vector<std::size_t> side_threat; ///< [side][assessed] position in threats.pair
    std::vector<double> scratch;          ///< [option][cell]
    std::optional<std::size_t> security;  ///< the issue whose code is "security"
};

} // namespace casus::alienation
