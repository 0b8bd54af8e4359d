// casus estimate logit, cloglog: outcomes 0 or 1.
#include "estimate_verbs.hpp"

#include "casus/estimate/logit.hpp"

#include <fmt/format.h>

namespace casus::app {

namespace {

struct LogitOptions : EstimateOptions {
    bool firth = false;
};

/// 0 and 1, or two words of which the second in sorted order counts as 1.
std::vector<std::uint8_t> binary_outcome(EstimateSample const& sample) {
    std::vector<double> const& numbers = sample.data.responses.front();
    int const column = sample.formula.responses.front().of.column;
    if (numbers.empty()) {
        estimate::Labelled const words = outcome_categories(sample);
        if (words.labels.size() != 2)
            throw estimate::formula_error(
                sample.formula.text, column, {"the outcome does not have two values", "因变量不是两个取值"},
                fmt::format("{}", words.labels.size()), {"0 and 1, or two words", "0 与 1，或两个词"});
        return {words.of_row.begin(), words.of_row.end()};
    }
    std::vector<std::uint8_t> outcome;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (numbers[i] != 0.0 && numbers[i] != 1.0)
            throw estimate::formula_error(
                sample.formula.text, column,
                {fmt::format("the outcome in row {} is neither 0 nor 1", sample.data.rows[i] + 1),
                 fmt::format("第 {} 行的因变量既非 0 也非 1", sample.data.rows[i] + 1)},
                fmt::format("{}", numbers[i]));
        outcome.push_back(numbers[i] == 1.0 ? 1 : 0);
    }
    return outcome;
}

estimate::Fit fit(EstimateSample const& sample, estimate::Options const& options, bool firth) {
    estimate::Fit fit = estimate::logit(sample.data.design, binary_outcome(sample), options, firth);
    if (sample.data.responses.front().empty()) {
        std::string const event = outcome_categories(sample).labels.back();
        fit.notes.push_back({fmt::format("\"{}\" counts as 1", event), fmt::format("“{}”计为 1", event)});
    }
    return fit;
}

} // namespace

void add_estimate_logit(CLI::App& estimate, Call const& call) {
    auto options = std::make_shared<LogitOptions>();
    Verb verb(estimate, call, "logit", {"logistic regression of outcomes 0 or 1", "二分因变量的逻辑回归"},
              "casus estimate logit --data FILE.csv --formula 'mid ~ cap + contiguous + poly(peace, 3)' --cluster dyad",
              [options, &call] {
                  estimate_and_report(*options, call, "logit", 1, {},
                                      [&](EstimateSample const& sample, estimate::Options const& asked) {
                                          return fit(sample, asked, options->firth);
                                      });
              });
    verb.add_flag("--firth", options->firth,
                  {"Firth's correction: for rare events and separation", "Firth 校正：用于稀有事件与分离"});
    verb.add_option("--offset", "COLUMN", options->offset, {"added with coefficient 1", "系数固定为 1 的列"});
    add_estimate_options(verb, *options);
    auto const log_log = std::make_shared<EstimateOptions>();
    Verb second(
        estimate, call, "cloglog",
        {"outcomes 0 or 1 by complementary log-log: a hazard in discrete time", "互补双对数模型：离散时间的风险"},
        "casus estimate cloglog --data YEARS.csv --formula 'ended ~ defense + ns(age, 3)' --cluster alliance",
        [log_log, &call] {
            estimate_and_report(*log_log, call, "cloglog", 1, {},
                                [&](EstimateSample const& sample, estimate::Options const& asked) {
                                    return estimate::cloglog(sample.data.design, binary_outcome(sample), asked);
                                });
        });
    second.add_option("--offset", "COLUMN", log_log->offset, {"added with coefficient 1", "系数固定为 1 的列"});
    add_estimate_options(second, *log_log);
}

} // namespace casus::app
