#include "casus/fit/forecast_scores.hpp"

#include "casus/base/random.hpp"

#include <algorithm>
#include <cmath>

namespace casus::fit {

namespace {

constexpr std::size_t bins = 10;

std::size_t index(Forecaster forecaster) { return static_cast<std::size_t>(forecaster); }

estimate::ShareForecast share_of(Judged const& row, std::size_t f) { return {row.value[f], row.spread[f]}; }

std::vector<double> outcomes_of(std::span<Judged const> rows) {
    std::vector<double> outcomes;
    for (Judged const& row : rows) outcomes.push_back(row.outcome);
    return outcomes;
}

std::vector<std::uint8_t> deviated(std::span<Judged const> rows) {
    std::vector<std::uint8_t> did;
    for (Judged const& row : rows) did.push_back(row.outcome > deviates_above ? 1 : 0);
    return did;
}

std::vector<double> chances(std::span<Judged const> rows, Forecaster forecaster) {
    std::vector<double> all;
    for (Judged const& row : rows) all.push_back(chance_of_deviating(row, forecaster));
    return all;
}

/// Sums over the rows of one ally, of which any sample's scores are made.
struct Sums {
    double rows = 0.0;
    PerForecaster squares{};
    PerForecaster logs{};

    void add(Sums const& other) {
        rows += other.rows;
        for (std::size_t f = 0; f < forecaster_count; ++f) squares[f] += other.squares[f], logs[f] += other.logs[f];
    }
    [[nodiscard]] double rmse(std::size_t f) const { return std::sqrt(squares[f] / rows); }
    [[nodiscard]] double log_score(std::size_t f) const { return logs[f] / rows; }
};

std::vector<Sums> by_ally(std::span<Judged const> rows, std::size_t states) {
    std::vector<Sums> sums(states);
    for (Judged const& row : rows) {
        Sums& mine = sums[row.state];
        mine.rows += 1.0;
        for (std::size_t f = 0; f < forecaster_count; ++f) {
            mine.squares[f] += (row.value[f] - row.outcome) * (row.value[f] - row.outcome);
            mine.logs[f] += estimate::log_density(share_of(row, f), row.outcome);
        }
    }
    std::erase_if(sums, [](Sums const& each) { return each.rows == 0.0; });
    return sums;
}

Sums resampled(std::vector<Sums> const& allies, std::uint64_t seed, std::size_t run) {
    Sums sum;
    RandomKey const key{.seed = seed, .run = static_cast<std::uint32_t>(run), .purpose = Purpose::Resamples};
    for (std::size_t drawn = 0; drawn < allies.size(); ++drawn) {
        double const u = uniforms(key, static_cast<std::uint32_t>(drawn / 4))[drawn % 4];
        auto const chosen = static_cast<std::size_t>(u * static_cast<double>(allies.size()));
        sum.add(allies[std::min(chosen, allies.size() - 1)]);
    }
    return sum;
}

Interval central(std::vector<double> values) {
    std::ranges::sort(values);
    auto const at = [&](double share) {
        return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
    };
    return {at(0.05), at(0.95)};
}

} // namespace

double chance_of_deviating(Judged const& row, Forecaster forecaster) {
    return 1.0 - estimate::probability_below(share_of(row, index(forecaster)), deviates_above);
}

Scores score(std::span<Judged const> rows) {
    Scores scores;
    scores.rows = rows.size();
    double const n = static_cast<double>(rows.size());
    std::vector<double> const outcomes = outcomes_of(rows);
    std::vector<std::uint8_t> const did = deviated(rows);
    for (std::size_t f = 0; f < forecaster_count; ++f) {
        std::vector<double> values;
        for (Judged const& row : rows) {
            values.push_back(row.value[f]);
            scores.log_score[f] += estimate::log_density(share_of(row, f), row.outcome) / n;
            double const below = estimate::probability_below(share_of(row, f), row.outcome);
            scores.covered[f] += below >= 0.05 && below <= 0.95 ? 1.0 / n : 0.0;
        }
        std::vector<double> const chance = chances(rows, static_cast<Forecaster>(f));
        scores.rmse[f] = estimate::rmse(values, outcomes);
        scores.auc[f] = estimate::roc_auc(chance, did);
        scores.brier[f] = estimate::brier(chance, did);
    }
    std::vector<double> informed;
    for (Judged const& row : rows) informed.push_back(row.informed);
    scores.informed_rmse = estimate::rmse(informed, outcomes);
    return scores;
}

std::vector<estimate::CalibrationBin> calibration_of(std::span<Judged const> rows, Forecaster forecaster) {
    return estimate::calibration(chances(rows, forecaster), deviated(rows), bins);
}

Margins margins(std::span<Judged const> rows, std::size_t states, std::uint64_t seed) {
    std::vector<Sums> const allies = by_ally(rows, states);
    Sums all;
    for (Sums const& each : allies) all.add(each);
    std::size_t nearest_rmse = 1;
    std::size_t nearest_log = 1;
    for (std::size_t f = 2; f < forecaster_count; ++f) {
        if (all.rmse(f) < all.rmse(nearest_rmse)) nearest_rmse = f;
        if (all.log_score(f) > all.log_score(nearest_log)) nearest_log = f;
    }
    std::vector<double> in_rmse;
    std::vector<double> in_log;
    for (std::size_t run = 0; run < resamples; ++run) {
        Sums const sum = resampled(allies, seed, run);
        in_rmse.push_back(sum.rmse(0) - sum.rmse(nearest_rmse));
        in_log.push_back(sum.log_score(0) - sum.log_score(nearest_log));
    }
    return {{static_cast<Forecaster>(nearest_rmse), all.rmse(0) - all.rmse(nearest_rmse), central(std::move(in_rmse))},
            {static_cast<Forecaster>(nearest_log), all.log_score(0) - all.log_score(nearest_log),
             central(std::move(in_log))}};
}

} // namespace casus::fit
