// casus estimate linear: least squares.
#include "estimate_verbs.hpp"

#include "casus/estimate/linear.hpp"

namespace casus::app {

namespace {

estimate::Fit fit(EstimateSample const& sample, estimate::Options const& options) {
    std::vector<double> const& outcome = sample.data.responses.front();
    if (outcome.empty())
        throw estimate::formula_error(sample.formula.text, 1, {"an outcome of words", "因变量为文字"}, {},
                                      {"a column of numbers", "数字列"});
    return estimate::linear(sample.data.design, outcome, options);
}

} // namespace

void add_estimate_linear(CLI::App& estimate, Call const& call) {
    auto options = std::make_shared<EstimateOptions>();
    Verb verb(estimate, call, "linear", {"linear regression by least squares", "最小二乘线性回归"},
              "casus estimate linear --data FILE.csv --formula 'log(trade) ~ log(distance) + ally' --cluster dyad",
              [options, &call] { estimate_and_report(*options, call, "linear", 1, {}, fit); });
    verb.add_option("--offset", "COLUMN", options->offset, {"added with coefficient 1", "系数固定为 1 的列"});
    add_estimate_options(verb, *options);
}

} // namespace casus::app
