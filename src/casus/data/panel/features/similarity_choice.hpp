// The similarities that users choose by name, and the choices that the field leaves open.
#pragma once

#include "casus/base/text.hpp"
#include "casus/measure/similarity.hpp"

#include <span>
#include <string_view>

namespace casus::data::features {

/// A similarity with a name: as a column it is the name of its portfolios, an underscore and `key`.
struct NamedSimilarity {
    std::string_view key; ///< "s_squared"
    Text label;
    measure::SimilarityIndex index;
    measure::Coding coding;
    measure::Distance distance;
    bool weighted = false; ///< by the partners' capability
};

/// Of alliance portfolios: s, s_squared, s_binary, s_weighted, kappa, kappa_binary, pi, pi_binary, tau_b. κ and π take
/// squared distances (Häge 2011), τ_b order alone.
[[nodiscard]] std::span<NamedSimilarity const> alliance_similarities();

/// Of votes: items (roll calls on which both voted), agreement (the same vote), agreement_half (abstention against yes
/// or no counts half), agreement_binary (only roll calls on which neither abstained), s, s_squared, s_binary, kappa,
/// pi, tau_b.
[[nodiscard]] std::span<NamedSimilarity const> vote_similarities();

/// What a state's portfolio says of itself. The field's rule is the highest value; without it two states that have no
/// allies but each other look unlike. Left out: the two states of a pair are no items of it.
enum class SelfTie { Highest, None, LeftOut };

/// The greatest possible distance: of the scale (3, or 2 for votes), or of the values that occur in the year.
enum class Scaling { Scale, Data };

} // namespace casus::data::features
