// casus estimate multinomial: outcomes that stand in no order.
#include "estimate_verbs.hpp"

#include "casus/estimate/multinomial.hpp"

namespace casus::app {

namespace {

estimate::Fit fit(EstimateSample const& sample, estimate::Options const& options) {
    estimate::Labelled const outcomes = outcome_categories(sample);
    return estimate::multinomial(sample.data.design, outcomes.of_row, outcomes.labels, options);
}

} // namespace

void add_estimate_multinomial(CLI::App& estimate, Call const& call) {
    auto options = std::make_shared<EstimateOptions>();
    Verb verb(estimate, call, "multinomial", {"logistic regression of several outcomes", "多分类逻辑回归"},
              "casus estimate multinomial --data FILE.csv --formula 'ending ~ age + members' --cluster treaty",
              [options, &call] { estimate_and_report(*options, call, "multinomial", 1, {}, fit); });
    add_estimate_options(verb, *options);
}

} // namespace casus::app
