// What the survival verbs below `casus estimate` share: 'time, event ~ …' as spells.
#pragma once

#include "estimate_verbs.hpp"

#include "casus/estimate/spells.hpp"

#include <string>
#include <vector>

namespace casus::app {

struct SurvivalOptions : EstimateOptions {
    std::string start;
    std::string strata;
};

/// --start; --strata where the estimator has them.
void add_start(Verb& verb, SurvivalOptions& options);
void add_strata(Verb& verb, SurvivalOptions& options);

/// Columns beside the formula's that must be complete.
[[nodiscard]] std::vector<std::string> columns_beside(SurvivalOptions const& options);

/// The sample's spells, which own their columns. `causes`: whether events are 0, 1, 2 … and not only 0 and 1.
class SampleSpells {
public:
    SampleSpells(EstimateSample const& sample, SurvivalOptions const& options, bool causes = false);

    [[nodiscard]] estimate::Spells view() const;
    [[nodiscard]] std::vector<std::string> const& stratum_labels() const { return strata_.labels; } ///< empty without

    /// In place of --strata.
    void set_strata(estimate::Labelled strata) { strata_ = std::move(strata); }

private:
    std::string file_;
    std::vector<double> start_;
    std::vector<double> stop_;
    std::vector<std::uint8_t> event_;
    estimate::Labelled strata_;
    std::vector<int> lines_;
};

/// The design without its column of ones: hazards have their own height.
[[nodiscard]] estimate::Design without_intercept(EstimateSample const& sample);

/// For the verbs that compare groups and fit nothing: the rows, by the one column right of ~ ("~ 1": one group).
struct GroupedSpells {
    std::unique_ptr<estimate::Frame> frame; ///< which the sample refers to
    EstimateSample sample;
    SampleSpells spells;
    std::vector<std::string> groups; ///< "regime=1"; one, "all", without a column
};
[[nodiscard]] GroupedSpells grouped_spells(SurvivalOptions const& options, bool causes);

/// --data, --formula (one), --start, --missing, --json, --html: what these verbs have.
void add_curve_options(Verb& verb, SurvivalOptions& options);

} // namespace casus::app
