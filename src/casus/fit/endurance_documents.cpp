#include "casus/fit/endurance_fit.hpp"
#include "casus/fit/endurance_trial.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace casus::fit {

namespace {

using OrderedJson = nlohmann::ordered_json;

OrderedJson finite(double value) { return std::isfinite(value) ? OrderedJson(value) : OrderedJson(nullptr); }

OrderedJson sources_json(EnduranceRows const& rows) {
    OrderedJson list = OrderedJson::array();
    for (data::Provenance const& source : rows.sources)
        list.push_back({{"dataset", source.dataset}, {"version", source.version}, {"sha256", source.sha256}});
    return list;
}

OrderedJson coefficients_json(estimate::Fit const& fit) {
    OrderedJson list = OrderedJson::array();
    for (estimate::Term const& term : fit.terms)
        list.push_back({{"term", term.name},
                        {"estimate", finite(term.estimate)},
                        {"se", finite(term.se)},
                        {"robust_se", finite(term.robust_se)},
                        {"z", finite(term.statistic)},
                        {"p", finite(term.p)}});
    return list;
}

OrderedJson fit_of_years(EnduranceRows const& rows, EnduranceFit const& fit) {
    OrderedJson json{{"years", {fit.first_year, fit.last_year}},
                     {"rows", fit.hazard.fit.rows},
                     {"events", fit.hazard.fit.events},
                     {"alliances", fit.hazard.fit.clusters},
                     {"rows_left_out", fit.left_out},
                     {"events_left_out", fit.ends_left_out},
                     {"loglik", finite(fit.hazard.fit.log_likelihood)},
                     {"loglik_null", finite(fit.hazard.fit.log_likelihood_null)}};
    json["covariates"] = OrderedJson::array();
    for (std::size_t k = 0; k < fit.hazard.column.size(); ++k) {
        std::string const& name = fit.covariates.names[fit.hazard.column[k]];
        auto const term = std::ranges::find(rows.terms, name, &EnduranceTerm::name);
        json["covariates"].push_back({{"term", name},
                                      {"claim", term->claim.key},
                                      {"nature", endurance::word_of(term->nature)},
                                      {"expected", term->expected},
                                      {"centre", fit.hazard.centre[k]},
                                      {"sd", fit.hazard.sd[k]}});
    }
    json["cloglog"] = coefficients_json(fit.hazard.fit);
    json["cox"] = coefficients_json(fit.cox);
    json["cox_concordance"] = finite(fit.cox_concordance);
    json["not_proportional"] = fit.cox_unproportional;
    return json;
}

constexpr std::array<char const*, hazard_forecasters> forecaster_words{"walt", "shrunk", "age", "type", "exit_rate"};
constexpr std::array<char const*, hazard_measures> measure_words{"log_score", "brier", "auc", "concordance",
                                                                 "integrated_brier"};

OrderedJson judgement_json(HazardJudgement const& judgement, std::vector<JudgedYear> const& judged) {
    OrderedJson json{{"rows", judgement.rows},
                     {"ends", judgement.ended},
                     {"imputed", judgement.imputed},
                     {"followed", judgement.followed}};
    json["scores"] = OrderedJson::object();
    for (std::size_t f = 0; f < hazard_forecasters; ++f)
        for (std::size_t m = 0; m < hazard_measures; ++m)
            json["scores"][forecaster_words[f]][measure_words[m]] = finite(value_of(judgement.scores[f], m));
    json["difference"] = OrderedJson::array();
    for (std::size_t model = 0; model < hazard_models; ++model)
        for (std::size_t baseline = 0; baseline < hazard_baselines; ++baseline)
            for (std::size_t m = 0; m < hazard_measures; ++m) {
                HazardMargin const& margin = judgement.margins[model][baseline][m];
                json["difference"].push_back({{"of", forecaster_words[model]},
                                              {"against", forecaster_words[hazard_models + baseline]},
                                              {"measure", measure_words[m]},
                                              {"value", finite(margin.value)},
                                              {"low", finite(margin.interval.low)},
                                              {"high", finite(margin.interval.high)}});
            }
    json["calibration"] = OrderedJson::object();
    for (std::size_t f = 0; f < hazard_forecasters; ++f) {
        OrderedJson& bins = json["calibration"][forecaster_words[f]] = OrderedJson::array();
        for (estimate::CalibrationBin const& bin : calibration_in_tenths(judged, static_cast<HazardForecaster>(f)))
            bins.push_back({{"low", bin.low},
                            {"high", bin.high},
                            {"rows", bin.rows},
                            {"forecast", bin.forecast},
                            {"observed", bin.observed}});
    }
    return json;
}

OrderedJson forecasts_json(EnduranceRows const& rows, std::vector<JudgedYear> const& judged) {
    OrderedJson list = OrderedJson::array();
    for (JudgedYear const& row : judged) {
        OrderedJson one{{"atopid", rows.id[row.alliance]}, {"year", row.year}, {"ended", row.ended}};
        for (std::size_t f = 0; f < hazard_forecasters; ++f) one[forecaster_words[f]] = row.chance[f];
        list.push_back(std::move(one));
    }
    return list;
}

} // namespace

nlohmann::ordered_json endurance_fit_document(EnduranceRows const& rows, EnduranceFit const& fit,
                                              EnduranceFit const& recent, std::vector<CauseFit> const& causes) {
    OrderedJson json = OrderedJson::object();
    json["fit"] = fit_of_years(rows, fit);
    json["recent"] = fit_of_years(rows, recent);
    json["by_cause"] = OrderedJson::object();
    for (CauseFit const& cause : causes)
        json["by_cause"][cause.key] = {{"events", cause.fit.events}, {"cox", coefficients_json(cause.fit)}};
    json["sources"] = sources_json(rows);
    return json;
}

nlohmann::ordered_json endurance_trial_document(EnduranceRows const& rows, EnduranceTrial const& trial) {
    OrderedJson json = OrderedJson::object();
    json["train"] = {trial.years.train_first, trial.years.train_last};
    json["test"] = {trial.years.test_first, trial.years.test_last};
    json["penalty"] = trial.penalty;
    json["standing"] = judgement_json(trial.of_standing, trial.standing);
    json["rolling"] = judgement_json(trial.of_rolling, trial.rolling);
    json["forecasts"] = forecasts_json(rows, trial.rolling);
    json["sources"] = sources_json(rows);
    return json;
}

} // namespace casus::fit
