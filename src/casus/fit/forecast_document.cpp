#include "casus/fit/forecast_run.hpp"

#include <nlohmann/json.hpp>

namespace casus::fit {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<char const*, forecaster_count> keys{"model", "last_year", "mean_5", "ideal_point"};

Json per_forecaster(PerForecaster const& values) {
    Json json = Json::object();
    for (std::size_t f = 0; f < forecaster_count; ++f) json[keys[f]] = values[f];
    return json;
}

void add_scores(Json& json, Scores const& scores) {
    json["rows"] = scores.rows;
    json["rmse"] = per_forecaster(scores.rmse);
    json["rmse"]["oracle"] = scores.informed_rmse;
    json["log_score"] = per_forecaster(scores.log_score);
    json["auc"] = per_forecaster(scores.auc);
    json["brier"] = per_forecaster(scores.brier);
    json["coverage_90"] = per_forecaster(scores.covered);
}

Json margin(Margin const& one) {
    return {{"against", keys[static_cast<std::size_t>(one.against)]},
            {"value", one.value},
            {"low", one.interval.low},
            {"high", one.interval.high}};
}

template <class Of> Json scores_by(std::vector<Label> const& labels, ForecastRun const& run, Of const& of) {
    Json list = Json::array();
    for (std::size_t n = 0; n < labels.size(); ++n) {
        std::vector<Judged> const rows = rows_where(run.rows, of, n);
        if (rows.empty()) continue;
        Json one{{"key", labels[n].key}, {"en", labels[n].name.en}, {"zh", labels[n].name.zh}};
        add_scores(one, score(rows));
        list.push_back(std::move(one));
    }
    return list;
}

Json settings_json(ModelSettings const& settings) {
    return {{"window", settings.shift.window},           {"kept", settings.shift.kept},
            {"persistence", settings.shift.persistence}, {"fading", settings.shift.fading},
            {"memory", settings.position.memory},        {"pooling", settings.position.pooling}};
}

Json calibration_json(std::vector<Judged> const& rows) {
    Json json = Json::object();
    for (std::size_t f = 0; f < forecaster_count; ++f) {
        json[keys[f]] = Json::array();
        for (estimate::CalibrationBin const& bin : calibration_of(rows, static_cast<Forecaster>(f)))
            json[keys[f]].push_back({{"low", bin.low},
                                     {"high", bin.high},
                                     {"rows", bin.rows},
                                     {"forecast", bin.forecast},
                                     {"observed", bin.observed}});
    }
    return json;
}

} // namespace

nlohmann::ordered_json forecast_document(AlienationData const& data, ForecastRun const& run) {
    Json json = Json::object();
    json["leader"] = data.leader.key;
    json["train"] = {run.years.train_first, run.years.train_last};
    json["test"] = {run.years.test_first, run.years.test_last};
    json["settings"] = settings_json(run.settings);
    add_scores(json, run.scores);
    json["difference"] = {{"rmse", margin(run.margins.rmse)}, {"log_score", margin(run.margins.log_score)}};
    json["calibration"] = calibration_json(run.rows);
    json["by_issue"] = scores_by(data.issues, run, [](Judged const& row) { return std::size_t{row.issue}; });
    json["by_ally"] = scores_by(data.allies, run, [](Judged const& row) { return std::size_t{row.state}; });
    json["by_year"] = Json::array();
    for (int year = run.years.test_first; year <= run.years.test_last; ++year) {
        auto const rows = rows_where(
            run.rows, [](Judged const& row) { return int{row.year}; }, year);
        if (rows.empty()) continue;
        Json one{{"year", year}};
        add_scores(one, score(rows));
        json["by_year"].push_back(std::move(one));
    }
    json["sources"] = Json::array();
    for (data::Provenance const& source : data.sources)
        json["sources"].push_back(
            {{"dataset", source.dataset}, {"version", source.version}, {"sha256", source.sha256}});
    return json;
}

} // namespace casus::fit
