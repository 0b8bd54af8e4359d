// casus estimate exponential, weibull, gompertz, lognormal, loglogistic: how long things last, with a distribution assumed.
#include "estimate_survival.hpp"

#include "casus/estimate/parametric_survival.hpp"

namespace casus::app {

namespace {

void add_lifetime(CLI::App& estimate, Call const& call, std::string const& name, estimate::Lifetime lifetime,
                  Text const& description) {
    auto options = std::make_shared<SurvivalOptions>();
    Verb verb(estimate, call, name, description,
              "casus estimate " + name + " --data FILE.csv --formula 'time, event ~ defense + lnmem' --cluster id",
              [options, &call, name, lifetime] {
                  estimate_and_report(*options, call, name, 2, columns_beside(*options),
                                      [&](EstimateSample const& sample, estimate::Options const& asked) {
                                          SampleSpells const spells(sample, *options);
                                          return parametric_survival(spells.view(), sample.data.design, lifetime,
                                                                     asked);
                                      });
              });
    add_start(verb, *options);
    verb.add_option("--offset", "COLUMN", options->offset, {"added with coefficient 1", "系数固定为 1 的列"});
    add_estimate_options(verb, *options);
}

} // namespace

void add_estimate_lifetimes(CLI::App& estimate, Call const& call) {
    using estimate::Lifetime;
    add_lifetime(estimate, call, "exponential", Lifetime::Exponential, {"a constant hazard", "恒定风险"});
    add_lifetime(estimate, call, "weibull", Lifetime::Weibull, {"a hazard that is a power of time", "风险为时间的幂"});
    add_lifetime(estimate, call, "gompertz", Lifetime::Gompertz,
                 {"a hazard exponential in time", "风险随时间呈指数变化"});
    add_lifetime(estimate, call, "lognormal", Lifetime::LogNormal,
                 {"times whose logarithm is normal", "时间的对数服从正态分布"});
    add_lifetime(estimate, call, "loglogistic", Lifetime::LogLogistic,
                 {"times whose logarithm is logistic", "时间的对数服从 logistic 分布"});
}

} // namespace casus::app
