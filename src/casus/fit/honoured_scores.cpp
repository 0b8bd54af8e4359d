#include "casus/fit/honoured_scores.hpp"

#include "casus/estimate/cluster_bootstrap.hpp"
#include "casus/estimate/evaluation.hpp"
#include "casus/estimate/logit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace casus::fit {

namespace {

constexpr std::size_t honour_resamples = 1000;

std::vector<double> covariates_of(HonouredRow const& row, HonourForecaster forecaster) {
    if (forecaster == HonourForecaster::Democratic) return {row.democratic};
    if (forecaster == HonourForecaster::Published) return row.published;
    if (forecaster == HonourForecaster::Fitted) return {row.dependence, std::log(row.broken / (1.0 - row.broken))};
    return {};
}

/// Chance of not honoured in rows of `war`, by a logit on all others.
void forecast_war(HonouredRows const& all, int war, HonourForecaster forecaster,
                  std::vector<std::array<double, honour_forecasters>>& chance) {
    std::vector<std::uint8_t> broken;
    std::vector<std::vector<double>> columns;
    for (HonouredRow const& row : all.rows) {
        if (row.war == war) continue;
        std::vector<double> const x = covariates_of(row, forecaster);
        columns.resize(x.size());
        for (std::size_t c = 0; c < x.size(); ++c) columns[c].push_back(x[c]);
        broken.push_back(row.honoured ? 0 : 1);
    }
    estimate::Design design;
    design.rows = broken.size();
    design.add("(Intercept)", std::vector<double>(broken.size(), 1.0));
    for (std::size_t c = 0; c < columns.size(); ++c) design.add(fmt::format("x{}", c), columns[c]);
    estimate::Fit const fit = estimate::logit(design, broken, {}, true);
    for (std::size_t n = 0; n < all.rows.size(); ++n) {
        if (all.rows[n].war != war) continue;
        std::vector<double> const x = covariates_of(all.rows[n], forecaster);
        double log_odds = 0.0;
        for (estimate::Term const& term : fit.terms)
            log_odds += term.estimate * (term.name == "(Intercept)" ? 1.0 : x[std::stoul(term.name.substr(1))]);
        chance[n][static_cast<std::size_t>(forecaster)] = 1.0 / (1.0 + std::exp(-log_odds));
    }
}

/// Pairs of a broken and a kept one, each as often as its war was drawn.
double weighted_honour_auc(HonouredRows const& all, HonourJudgement const& judgement, std::size_t f,
                           std::vector<double> const& weight) {
    double pairs = 0.0;
    double won = 0.0;
    for (std::size_t a = 0; a < all.rows.size(); ++a) {
        if (all.rows[a].honoured) continue;
        for (std::size_t b = 0; b < all.rows.size(); ++b) {
            if (!all.rows[b].honoured) continue;
            double const both = weight[a] * weight[b];
            double const ahead = judgement.chance[a][f] - judgement.chance[b][f];
            pairs += both;
            won += both * (ahead > 0.0 ? 1.0 : ahead == 0.0 ? 0.5 : 0.0);
        }
    }
    return pairs > 0.0 ? won / pairs : std::nan("");
}

double log_of(double chance, bool honoured) {
    double const p = std::clamp(chance, 1e-6, 1.0 - 1e-6);
    return std::log(honoured ? 1.0 - p : p);
}

struct HonourMeans {
    double log_score = 0.0;
    double brier = 0.0;
    double auc = 0.0;
};

HonourMeans means_of(HonouredRows const& all, HonourJudgement const& judgement, std::size_t f,
                     std::vector<double> const& weight) {
    HonourMeans means;
    double sum = 0.0;
    for (std::size_t n = 0; n < all.rows.size(); ++n) {
        double const miss = judgement.chance[n][f] - (all.rows[n].honoured ? 0.0 : 1.0);
        means.log_score += weight[n] * log_of(judgement.chance[n][f], all.rows[n].honoured);
        means.brier += weight[n] * miss * miss;
        sum += weight[n];
    }
    means.log_score /= sum;
    means.brier /= sum;
    means.auc = weighted_honour_auc(all, judgement, f, weight);
    return means;
}

Interval middle_of(std::vector<double> values) {
    std::erase_if(values, [](double value) { return std::isnan(value); });
    if (values.empty()) return {std::nan(""), std::nan("")};
    std::ranges::sort(values);
    auto const at = [&](double share) {
        return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
    };
    return {at(0.05), at(0.95)};
}

void score_all(HonouredRows const& all, std::uint64_t seed, HonourJudgement& judgement) {
    std::map<int, std::size_t> wars;
    for (HonouredRow const& row : all.rows) wars.try_emplace(row.war, wars.size());
    judgement.wars = wars.size();
    std::vector<double> const once(all.rows.size(), 1.0);
    std::vector<double> times(wars.size());
    std::vector<double> weight(all.rows.size());
    std::array<std::array<std::vector<double>, 4>, honour_forecasters> drawn;
    for (std::size_t draw = 0; draw < honour_resamples; ++draw) {
        estimate::draw_clusters(seed, static_cast<std::uint32_t>(draw), times);
        for (std::size_t n = 0; n < weight.size(); ++n) weight[n] = times[wars.at(all.rows[n].war)];
        double base = 0.0;
        for (std::size_t f = 0; f < honour_forecasters; ++f) {
            HonourMeans const means = means_of(all, judgement, f, weight);
            if (f == 0) base = means.log_score;
            drawn[f][0].push_back(means.log_score);
            drawn[f][1].push_back(means.brier);
            drawn[f][2].push_back(means.auc);
            drawn[f][3].push_back(means.log_score - base);
        }
    }
    for (std::size_t f = 0; f < honour_forecasters; ++f) {
        HonourMeans const means = means_of(all, judgement, f, once);
        judgement.scores[f] = {
            means.log_score,        means.brier,           means.auc, middle_of(drawn[f][0]), middle_of(drawn[f][1]),
            middle_of(drawn[f][2]), middle_of(drawn[f][3])};
    }
}

void add_periods(HonouredRows const& all, HonourJudgement& judgement) {
    for (auto const& [first, last] : {std::pair{1816, 1918}, std::pair{1919, 1945}, std::pair{1946, 2007}}) {
        HonourPeriod period{.first_year = first, .last_year = last};
        std::vector<double> predicted;
        std::vector<std::uint8_t> broken;
        for (HonouredRow const& row : all.rows) {
            if (row.year < first || row.year > last) continue;
            predicted.push_back(row.abandonment);
            broken.push_back(row.honoured ? 0 : 1);
            period.predicted += row.abandonment;
            period.promise += row.broken;
            period.broken += row.honoured ? 0.0 : 1.0;
        }
        period.rows = broken.size();
        if (period.rows == 0) continue;
        auto const count = static_cast<double>(period.rows);
        period.predicted /= count;
        period.promise /= count;
        period.broken /= count;
        period.auc = estimate::roc_auc(predicted, broken);
        judgement.periods.push_back(period);
    }
}

} // namespace

Text name(HonourForecaster forecaster) {
    static std::array<Text, honour_forecasters> const names{{
        {"base rate", "基准比例"},
        {"democratic members", "民主成员"},
        {"published covariates", "原研究变量"},
        {"lens: abandonment A", "透镜：被抛弃 A"},
        {"lens: promise broken", "透镜：承诺落空"},
        {"lens, fitted", "透镜（拟合）"},
    }};
    return names.at(static_cast<std::size_t>(forecaster));
}

HonourJudgement judge_honoured(HonouredRows const& all, std::uint64_t seed) {
    HonourJudgement judgement;
    judgement.chance.resize(all.rows.size());
    std::vector<int> wars;
    for (std::size_t n = 0; n < all.rows.size(); ++n) {
        HonouredRow const& row = all.rows[n];
        judgement.chance[n][static_cast<std::size_t>(HonourForecaster::Abandonment)] = row.abandonment;
        judgement.chance[n][static_cast<std::size_t>(HonourForecaster::Broken)] = row.broken;
        judgement.broken += row.honoured ? 0 : 1;
        if (std::ranges::count(wars, row.war) == 0) wars.push_back(row.war);
    }
    for (HonourForecaster const forecaster : {HonourForecaster::BaseRate, HonourForecaster::Democratic,
                                              HonourForecaster::Published, HonourForecaster::Fitted})
        for (int const war : wars) forecast_war(all, war, forecaster, judgement.chance);
    score_all(all, seed, judgement);
    add_periods(all, judgement);
    return judgement;
}

} // namespace casus::fit
