// How far two coders agree: Cohen's κ on words, and weighted by how far apart the words' values lie.
#pragma once

#include "casus/replicate/coding.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace casus::replicate {

/// Two codings of the same things, word against word.
struct CodedPair {
    std::string first;
    std::string second;
    double first_value = 0.0;
    double second_value = 0.0;
};

/// What was seen and what chance would give, from the two coders' own margins; κ = (observed − chance)/(1 − chance), and
/// weighted κ = 1 − distance/chance_distance with the mean distance of values (Cohen 1960, 1968, linear weights).
struct Agreement {
    std::size_t cells = 0;
    double observed = 0.0;        ///< share of cells with the same word
    double chance = 0.0;          ///< the share expected of coders who use their words at random
    double distance = 0.0;        ///< mean |value − value|
    double chance_distance = 0.0; ///< its mean over all pairs of a cell of one and a cell of the other

    /// Nothing where chance alone would agree fully, as where both use one word throughout.
    [[nodiscard]] std::optional<double> kappa() const;
    [[nodiscard]] std::optional<double> weighted_kappa() const;
};

/// `pairs` is not empty.
[[nodiscard]] Agreement agreement(std::span<CodedPair const> pairs);

struct QuantityAgreement {
    Quantity quantity{};
    Agreement agreement;
};

struct CoderAgreement {
    std::vector<QuantityAgreement> quantities; ///< in the order of the coding
    /// Over all cells; chance is reckoned within each quantity, distances in units of the quantity's scale.
    Agreement all;
};

/// Of two codings with the same cells.
[[nodiscard]] CoderAgreement agreement_of(Coding const& first, Coding const& second, Scale const& scale);

} // namespace casus::replicate
