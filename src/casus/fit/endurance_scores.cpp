#include "casus/fit/endurance_scores.hpp"

#include "casus/base/random.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace casus::fit {

namespace {

constexpr double no_score = std::numeric_limits<double>::quiet_NaN();

/// Pairs of a row that ended and one that did not, within groups, by score; the order is found once.
class RankedRows {
public:
    RankedRows(std::span<JudgedYear const> judged, std::size_t forecaster, bool within_years) : judged_(judged) {
        order_.resize(judged.size());
        std::iota(order_.begin(), order_.end(), std::size_t{0});
        auto const key = [&](std::size_t row) {
            return std::pair(within_years ? judged[row].year : 0, judged[row].chance[forecaster]);
        };
        std::ranges::sort(order_, {}, key);
        for (std::size_t n = 0; n < order_.size(); ++n) {
            bool const first = n == 0;
            new_group_.push_back(first || key(order_[n]).first != key(order_[n - 1]).first);
            new_score_.push_back(first || key(order_[n]) != key(order_[n - 1]));
        }
    }

    /// Share of weighted pairs in which the one that ended had the higher score, ties one half.
    [[nodiscard]] double concordance(std::span<double const> weight) const {
        double pairs = 0.0;
        double won = 0.0;
        double ended = 0.0; // of the group
        double lasted = 0.0;
        double tied_ended = 0.0; // of the score
        double tied_lasted = 0.0;
        auto const close_score = [&] {
            won += tied_ended * (lasted + 0.5 * tied_lasted);
            ended += tied_ended;
            lasted += tied_lasted;
            tied_ended = tied_lasted = 0.0;
        };
        auto const close_group = [&] {
            close_score();
            pairs += ended * lasted;
            ended = lasted = 0.0;
        };
        for (std::size_t n = 0; n < order_.size(); ++n) {
            if (new_group_[n])
                close_group();
            else if (new_score_[n])
                close_score();
            JudgedYear const& row = judged_[order_[n]];
            (row.ended ? tied_ended : tied_lasted) += weight[row.alliance];
        }
        close_group();
        return pairs > 0.0 ? won / pairs : no_score;
    }

private:
    std::span<JudgedYear const> judged_;
    std::vector<std::size_t> order_;
    std::vector<bool> new_group_;
    std::vector<bool> new_score_;
};

/// What adds up over the rows of one alliance.
struct AllianceSums {
    double rows = 0.0;
    double followed = 0.0;
    std::array<double, hazard_forecasters> log_score{};
    std::array<double, hazard_forecasters> brier{};
    std::array<double, hazard_forecasters> integrated{};
};

void add_judged(JudgedYear const& row, AllianceSums& sums) {
    sums.rows += 1.0;
    sums.followed += row.followed ? 1.0 : 0.0;
    for (std::size_t f = 0; f < hazard_forecasters; ++f) {
        double const chance = std::clamp(row.chance[f], 1e-12, 1.0 - 1e-12);
        double const ended = row.ended ? 1.0 : 0.0;
        sums.log_score[f] += std::log(row.ended ? chance : 1.0 - chance);
        sums.brier[f] += (row.chance[f] - ended) * (row.chance[f] - ended);
        if (!row.followed) continue;
        for (std::size_t ahead = 0; ahead < horizon; ++ahead) {
            double const miss = row.lasts[f][ahead] - (row.lasted[ahead] ? 1.0 : 0.0);
            sums.integrated[f] += miss * miss / static_cast<double>(horizon);
        }
    }
}

/// Everything that scores need, laid out once for all resamples.
class Scoring {
public:
    explicit Scoring(std::span<JudgedYear const> judged) {
        std::size_t alliances = 0;
        for (JudgedYear const& row : judged) alliances = std::max<std::size_t>(alliances, row.alliance + 1U);
        sums_.resize(alliances);
        for (JudgedYear const& row : judged) add_judged(row, sums_[row.alliance]);
        for (std::size_t f = 0; f < hazard_forecasters; ++f) {
            all_years_.emplace_back(judged, f, false);
            by_year_.emplace_back(judged, f, true);
        }
    }

    [[nodiscard]] std::size_t alliances() const { return sums_.size(); }
    [[nodiscard]] bool judged(std::size_t alliance) const { return sums_[alliance].rows > 0.0; }

    [[nodiscard]] std::array<HazardScores, hazard_forecasters> scores(std::span<double const> weight) const {
        AllianceSums all;
        for (std::size_t a = 0; a < sums_.size(); ++a) {
            all.rows += weight[a] * sums_[a].rows;
            all.followed += weight[a] * sums_[a].followed;
            for (std::size_t f = 0; f < hazard_forecasters; ++f) {
                all.log_score[f] += weight[a] * sums_[a].log_score[f];
                all.brier[f] += weight[a] * sums_[a].brier[f];
                all.integrated[f] += weight[a] * sums_[a].integrated[f];
            }
        }
        std::array<HazardScores, hazard_forecasters> scores{};
        for (std::size_t f = 0; f < hazard_forecasters; ++f)
            scores[f] = {.log_score = all.rows > 0.0 ? all.log_score[f] / all.rows : no_score,
                         .brier = all.rows > 0.0 ? all.brier[f] / all.rows : no_score,
                         .auc = all_years_[f].concordance(weight),
                         .concordance = by_year_[f].concordance(weight),
                         .integrated_brier = all.followed > 0.0 ? all.integrated[f] / all.followed : no_score};
        return scores;
    }

private:
    std::vector<AllianceSums> sums_;
    std::vector<RankedRows> all_years_;
    std::vector<RankedRows> by_year_;
};

/// How often each judged alliance is drawn: as many draws as there are such alliances.
std::vector<double> drawn_alliances(Scoring const& scoring, std::uint64_t seed, std::size_t run) {
    std::vector<std::size_t> judged;
    for (std::size_t a = 0; a < scoring.alliances(); ++a)
        if (scoring.judged(a)) judged.push_back(a);
    std::vector<double> times(scoring.alliances(), 0.0);
    RandomKey const key{.seed = seed, .run = static_cast<std::uint32_t>(run), .purpose = Purpose::Resamples};
    for (std::size_t n = 0; n < judged.size(); ++n) {
        double const u = uniforms(key, static_cast<std::uint32_t>(n / 4))[n % 4];
        auto const chosen = static_cast<std::size_t>(u * static_cast<double>(judged.size()));
        times[judged[std::min(chosen, judged.size() - 1)]] += 1.0;
    }
    return times;
}

Interval middle_90(std::vector<double> values) {
    std::erase_if(values, [](double value) { return std::isnan(value); });
    if (values.empty()) return {no_score, no_score};
    std::ranges::sort(values);
    auto const at = [&](double share) {
        return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
    };
    return {at(0.05), at(0.95)};
}

using ScoresOfAll = std::array<HazardScores, hazard_forecasters>;

HazardMargin margin_of(ScoresOfAll const& scores, std::vector<ScoresOfAll> const& drawn, std::size_t model,
                       std::size_t baseline, std::size_t measure) {
    auto const less = [&](ScoresOfAll const& of) {
        return value_of(of[model], measure) - value_of(of[baseline], measure);
    };
    std::vector<double> differences;
    for (ScoresOfAll const& each : drawn) differences.push_back(less(each));
    return {less(scores), middle_90(std::move(differences))};
}

} // namespace

double value_of(HazardScores const& scores, std::size_t measure) {
    std::array<double, hazard_measures> const all{scores.log_score, scores.brier, scores.auc, scores.concordance,
                                                  scores.integrated_brier};
    return all[measure];
}

int better(std::size_t measure) { return measure == 1 || measure == 4 ? -1 : 1; }

std::array<HazardScores, hazard_forecasters> weighted_scores(std::span<JudgedYear const> judged,
                                                             std::span<double const> of_alliance) {
    return Scoring(judged).scores(of_alliance);
}

HazardJudgement judge(std::span<JudgedYear const> judged, std::uint64_t seed) {
    Scoring const scoring(judged);
    HazardJudgement judgement;
    judgement.rows = judged.size();
    for (JudgedYear const& row : judged) {
        judgement.ended += row.ended ? 1 : 0;
        judgement.imputed += row.imputed ? 1 : 0;
        judgement.followed += row.followed ? 1 : 0;
    }
    judgement.scores = scoring.scores(std::vector<double>(scoring.alliances(), 1.0));
    std::vector<std::array<HazardScores, hazard_forecasters>> drawn;
    for (std::size_t run = 0; run < hazard_resamples; ++run)
        drawn.push_back(scoring.scores(drawn_alliances(scoring, seed, run)));
    for (std::size_t model = 0; model < hazard_models; ++model)
        for (std::size_t baseline = 0; baseline < hazard_baselines; ++baseline)
            for (std::size_t m = 0; m < hazard_measures; ++m)
                judgement.margins[model][baseline][m] =
                    margin_of(judgement.scores, drawn, model, hazard_models + baseline, m);
    return judgement;
}

std::vector<estimate::CalibrationBin> calibration_in_tenths(std::span<JudgedYear const> judged,
                                                            HazardForecaster forecaster) {
    auto const f = static_cast<std::size_t>(forecaster);
    std::vector<JudgedYear const*> sorted;
    for (JudgedYear const& row : judged) sorted.push_back(&row);
    std::ranges::stable_sort(sorted, {}, [f](JudgedYear const* row) { return row->chance[f]; });
    std::vector<estimate::CalibrationBin> bins;
    for (std::size_t tenth = 0; tenth < 10; ++tenth) {
        std::size_t const from = sorted.size() * tenth / 10;
        std::size_t const to = sorted.size() * (tenth + 1) / 10;
        if (from == to) continue;
        estimate::CalibrationBin bin{.low = sorted[from]->chance[f],
                                     .high = sorted[to - 1]->chance[f],
                                     .rows = to - from,
                                     .forecast = 0.0,
                                     .observed = 0.0};
        double const n = static_cast<double>(to - from);
        for (std::size_t row = from; row < to; ++row) {
            bin.forecast += sorted[row]->chance[f] / n;
            bin.observed += sorted[row]->ended ? 1.0 / n : 0.0;
        }
        bins.push_back(bin);
    }
    return bins;
}

} // namespace casus::fit
