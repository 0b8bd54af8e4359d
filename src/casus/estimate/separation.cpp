#include "casus/estimate/separation.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace casus::estimate {

namespace {

constexpr double nothing_left = 1e-2; ///< of log-likelihood: every row's outcome is told
constexpr double matters = 0.01;      ///< share of the largest part that a covariate has in the direction

} // namespace

Error separation(Climb const& climb, Basis const& basis, std::size_t count, Text const& remedy) {
    std::vector<double> direction = climb.step;
    basis.back(direction, count);
    std::size_t const k = basis.columns();
    std::vector<double> part(k);
    for (std::size_t n = 0; n < count * k; ++n)
        part[n % k] = std::max(part[n % k], std::abs(direction[n]) * basis.sizes()[n % k]);
    double const most = k == 0 ? 0.0 : *std::ranges::max_element(part);
    std::vector<std::string> names;
    for (std::size_t c = 0; c < k; ++c)
        if (basis.names()[c] != "(Intercept)" && part[c] >= matters * most) names.push_back(basis.names()[c]);
    bool const complete = climb.log_likelihood > -nothing_left;
    Text const what = complete ? Text{"complete separation: the covariates tell every outcome exactly",
                                      "完全分离：自变量完全决定所有结果"}
                               : Text{"quasi-complete separation: the covariates tell some outcomes exactly",
                                      "拟完全分离：自变量完全决定部分结果"};
    return Error(
        Problem{.place = {}, .what = what, .found = fmt::format("{}", fmt::join(names, ", ")), .expected = remedy});
}

} // namespace casus::estimate
