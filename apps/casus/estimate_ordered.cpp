// casus estimate ordered: grades that stand in an order.
#include "estimate_verbs.hpp"

#include "casus/estimate/ordered.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace casus::app {

namespace {

estimate::Fit fit(EstimateSample const& sample, estimate::Options const& options) {
    estimate::Labelled const grades = outcome_categories(sample);
    estimate::Fit fit = estimate::ordered(sample.data.design, grades.of_row, grades.labels, options);
    if (sample.data.responses.front().empty())
        fit.notes.push_back({fmt::format("grades as sorted: {}", fmt::join(grades.labels, " < ")),
                             fmt::format("等级按字符排序：{}", fmt::join(grades.labels, " < "))});
    return fit;
}

} // namespace

void add_estimate_ordered(CLI::App& estimate, Call const& call) {
    auto options = std::make_shared<EstimateOptions>();
    Verb verb(estimate, call, "ordered", {"ordered logistic regression of grades", "有序等级的逻辑回归"},
              "casus estimate ordered --data FILE.csv --formula 'hostility ~ ally + distance' --cluster dyad",
              [options, &call] { estimate_and_report(*options, call, "ordered", 1, {}, fit); });
    verb.add_option("--offset", "COLUMN", options->offset, {"added with coefficient 1", "系数固定为 1 的列"});
    add_estimate_options(verb, *options);
}

} // namespace casus::app
