// The verbs below `casus estimate`, and what they share: options, reading of data, what becomes of fits.
#pragma once

#include "verbs.hpp"

#include "casus/estimate/fit.hpp"
#include "casus/estimate/frame.hpp"
#include "casus/estimate/model_data.hpp"

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace casus::app {

struct EstimateOptions {
    std::string data;
    std::vector<std::string> formulas;
    std::string cluster;
    std::string weights;
    std::string offset;
    std::string missing = "drop";
    std::uint64_t resamples = 0;
    std::uint64_t seed = 1;
    std::uint64_t threads = 1;
    bool no_stars = false;
    std::string json;
    std::string csv;
    std::string latex;
    std::string html;
};

/// One formula's rows.
struct EstimateSample {
    estimate::Frame const& frame;
    estimate::Formula formula;
    estimate::ModelData data;
    std::vector<double> weights;
    std::vector<double> offset;
    std::vector<std::uint32_t> clusters;
};

/// A fit, and what its estimator alone has to say in JSON beside what all say.
struct Estimated {
    Estimated(estimate::Fit of) : fit(std::move(of)) {}

    estimate::Fit fit;
    std::function<void(nlohmann::ordered_json& document)> say{}; ///< may be empty
    bool resampled = false; ///< its errors are those of the resamples that were asked for
};

using Estimator = std::function<Estimated(EstimateSample const& sample, estimate::Options const& options)>;

/// --data, --formula, --cluster, --weights, --missing, --bootstrap, --seed, --threads, --no-stars and the outputs.
void add_estimate_options(Verb& verb, EstimateOptions& options);

/// The options' columns of a data file: CSV, also in gzip, or .dta. NA and empty cells are missing; a column with a cell
/// that is no number is one of words.
[[nodiscard]] estimate::Frame read_frame(std::string const& path, std::vector<std::string> const& columns);

/// An Error where --data or --formula is missing, or what is asked makes no sense.
void refuse_idle(EstimateOptions const& options);

/// An Error where not so many columns stand left of ~.
void check_outcomes(estimate::Formula const& formula, std::size_t outcomes);

/// Columns of the file that options, formulas and `also` name.
[[nodiscard]] std::vector<std::string> columns_needed(EstimateOptions const& options,
                                                      std::vector<estimate::Formula> const& formulas,
                                                      std::vector<std::string> const& also);

/// The rows of a formula that are complete, `also` included.
[[nodiscard]] EstimateSample sample_of(EstimateOptions const& options, estimate::Frame const& frame,
                                       estimate::Formula formula, std::vector<std::string> also);

/// Estimates each formula and reports: one table, or the models side by side. `outcomes` is how many columns stand left of
/// ~; `also` names columns that must be complete too.
void estimate_and_report(EstimateOptions const& options, Call const& call, std::string const& verb,
                         std::size_t outcomes, std::vector<std::string> const& also, Estimator const& estimator);

/// The outcome's categories: sorted values of the one column left of ~. Error where it is an expression.
[[nodiscard]] estimate::Labelled outcome_categories(EstimateSample const& sample);

void add_estimate_linear(CLI::App& estimate, Call const& call);
void add_estimate_logit(CLI::App& estimate, Call const& call); ///< logit, cloglog
void add_estimate_ordered(CLI::App& estimate, Call const& call);
void add_estimate_multinomial(CLI::App& estimate, Call const& call);
void add_estimate_curves(CLI::App& estimate, Call const& call); ///< km, cuminc
void add_estimate_cox(CLI::App& estimate, Call const& call);
void add_estimate_lifetimes(CLI::App& estimate, Call const& call); ///< exponential, weibull, …

} // namespace casus::app
