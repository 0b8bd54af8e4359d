#include "casus/estimate/category_weights.hpp"

#include "casus/base/error.hpp"

#include <fmt/format.h>

#include <cmath>

namespace casus::estimate {

namespace {

constexpr std::size_t most_categories = 100; ///< more are a number that was taken for a category

} // namespace

std::vector<double> category_weights(std::span<std::uint32_t const> y, std::span<std::string const> categories,
                                     std::span<double const> weights) {
    if (categories.size() < 2)
        throw Error(Problem{.place = {},
                            .what = {"the outcome does not vary", "因变量没有变化"},
                            .found = categories.empty() ? "" : categories.front(),
                            .expected = {"two values or more", "两个或更多取值"}});
    if (categories.size() > most_categories)
        throw Error(
            Problem{.place = {},
                    .what = {"too many different outcomes", "不同的结果过多"},
                    .found = fmt::format("{}", categories.size()),
                    .expected = {fmt::format("at most {}", most_categories), fmt::format("至多 {}", most_categories)}});
    std::vector<double> sums(categories.size());
    for (std::size_t i = 0; i < y.size(); ++i) sums[y[i]] += weights.empty() ? 1.0 : weights[i];
    for (std::size_t j = 0; j < sums.size(); ++j)
        if (sums[j] == 0.0)
            throw Error(Problem{.place = {},
                                .what = {"no row has this outcome", "没有任何行取此结果"},
                                .found = categories[j],
                                .expected = {}});
    return sums;
}

double log_likelihood_of_shares(std::span<double const> category_weights) {
    double all = 0.0;
    for (double const w : category_weights) all += w;
    double sum = 0.0;
    for (double const w : category_weights) sum += w * std::log(w / all);
    return sum;
}

} // namespace casus::estimate
