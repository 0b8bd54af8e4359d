// Coefficients drawn from the normal distribution that their estimates and covariance give.
#pragma once

#include "casus/base/result.hpp"
#include "casus/endurance/alliance.hpp"
#include "casus/endurance/model.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace casus::endurance {

struct Drawing {
    std::uint64_t seed = 1;
    std::size_t draws = 2000; ///< at least 1
    std::size_t threads = 1;  ///< changes the time and nothing else
};

/// Draw d is a function of the seed, d and the model: every alliance and every what-if has the same coefficients in it.
class CoefficientDraws {
public:
    CoefficientDraws(Model const& model, Drawing const& drawing);

    [[nodiscard]] Drawing const& drawing() const { return drawing_; }
    [[nodiscard]] std::size_t count() const { return drawing_.draws; }
    /// All coefficients in draw d, those of age first.
    [[nodiscard]] std::span<double const> of(std::size_t d) const { return {values_.data() + d * size_, size_}; }

private:
    Drawing drawing_;
    std::size_t size_;
    std::vector<double> values_;
};

/// The figure of a term of the alliance in draw d: the value itself where it has no range.
[[nodiscard]] double drawn_value(TermValue const& value, std::uint64_t seed, std::size_t d, std::uint32_t alliance,
                                 std::size_t term);

/// The 5 % and the 95 % quantile, linear between order statistics; reorders the values, of which there is one at least.
[[nodiscard]] Interval central_interval(std::span<double> values);

} // namespace casus::endurance
