// How long an alliance stands if its terms stay as they are, and which terms make that longer or shorter than it is for
// the average alliance of its age.
#pragma once

#include "casus/endurance/draws.hpp"

#include <array>
#include <optional>
#include <vector>

namespace casus::endurance {

inline constexpr std::size_t horizon = 50;                    ///< years that are looked ahead
inline constexpr std::array<std::size_t, 3> spans{5, 10, 20}; ///< years for which tables say whether it stands

/// A number at the estimates, and the central 90 % of it over draws.
struct Ranged {
    double value = 0.0;
    Interval interval;
};

/// Years until the chance that it still stands is at most one half; nothing: beyond the horizon.
struct MedianLife {
    std::optional<int> years;
    std::optional<int> low, high; ///< central 90 % over draws
};

/// Year 0 is the world's year as it begins, when the alliance stands.
struct Outlook {
    std::vector<Ranged> survival;              ///< P(it has not ended in the first t years), t = 0 … horizon
    Ranged hazard;                             ///< P(it ends in the first year)
    std::array<Ranged, spans.size()> standing; ///< survival after `spans` years
    MedianLife median;

    Ranged log_hazard;          ///< η = α·b(age) + βᵀ(x − centre) of the first year
    Ranged baseline;            ///< α·b(age): of the average alliance of this age
    std::vector<Ranged> terms;  ///< β(x − centre), a term of the model each; they add up to η less the baseline
    std::vector<Ranged> claims; ///< their sums by claims_of
    std::array<Ranged, nature_count> natures; ///< their sums by nature
};

/// At the estimates: η of the first year, and the probability that it has not ended in the first `years`.
[[nodiscard]] double log_hazard(Model const& model, Alliance const& alliance);
[[nodiscard]] double survival(Model const& model, Alliance const& alliance, std::size_t years);

/// Cumulated rates ∑ exp(η) of every draw, the year-major rows t = 0 … horizon of `count` draws each. What survives is
/// exp of minus that.
struct DrawnLife {
    std::vector<double> cumulated;
    std::vector<double> log_hazard; ///< η of the first year, a draw each
};

[[nodiscard]] DrawnLife drawn_life(Model const& model, Alliance const& alliance, CoefficientDraws const& draws);

/// `alliance.terms` has one entry for each term of the model.
[[nodiscard]] Outlook outlook_of(Model const& model, Alliance const& alliance, CoefficientDraws const& draws);

/// Of each alliance; in parallel.
[[nodiscard]] std::vector<Outlook> outlooks_of(Model const& model, std::vector<Alliance> const& alliances,
                                               CoefficientDraws const& draws);

} // namespace casus::endurance
