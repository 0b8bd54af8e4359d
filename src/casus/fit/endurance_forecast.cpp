#include "casus/fit/endurance_forecast.hpp"

#include "casus/base/error.hpp"
#include "casus/fit/endurance_fit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace casus::fit {

namespace {

/// A forecaster as fitted at some time, with the columns that it reads.
struct FittedForecaster {
    Covariates const* covariates;
    HazardModel model;
};

Covariates type_covariates(EnduranceRows const& rows) {
    Covariates covariates;
    for (char const* const name : {"offense", "neutral", "nonagg", "consul", "size"}) {
        auto const term = std::ranges::find(rows.terms, name, &EnduranceTerm::name);
        if (term == rows.terms.end()) continue;
        covariates.names.emplace_back(name);
        covariates.values.push_back(rows.values[static_cast<std::size_t>(term - rows.terms.begin())]);
    }
    covariates.names.emplace_back("defense");
    std::vector<double> defense;
    for (std::uint8_t const owed : rows.owed)
        defense.push_back(data::Obligations{.owed = owed, .unknown = 0}.owes(data::Obligation::Defense) ? 1.0 : 0.0);
    covariates.values.push_back(std::move(defense));
    return covariates;
}

class Forecasting {
public:
    Forecasting(EnduranceRows const& rows, JudgeYears const& years)
        : rows_(rows), ends_(ends_of(rows, {})), train_first_(years.train_first),
          penalty_(chosen_penalty(rows, years.train_first, years.train_last)), type_(type_covariates(rows)) {
        exit_rate_.names = {"exit_rate"};
        exit_rate_.values = {rows.exit_rate};
    }

    /// Fits all forecasters to the years before, on the same rows: those in which Walt's terms are known.
    void fit_before(int year) {
        std::vector<std::size_t> const chosen = rows_between(rows_, train_first_, year - 1);
        if (std::ranges::none_of(chosen, [&](std::size_t row) { return ends_[row] != 0; }))
            throw Error(Problem{.place = {},
                                .what = {"nothing ended in the training years", "训练年份没有联盟终止"},
                                .found = fmt::format("{}:{}", train_first_, year - 1),
                                .expected = {"years in which alliances ended", "有联盟终止的年份"}});
        walt_ = covariates_of(rows_, covered_terms(rows_, chosen));
        std::vector<std::size_t> const known = known_rows(walt_, chosen);
        fitted_.clear();
        fitted_.push_back({&walt_, fit_hazard(rows_, walt_, known, ends_)});
        fitted_.push_back({&walt_, fit_shrunk_hazard(rows_, walt_, known, ends_, penalty_)});
        fitted_.push_back({&nothing_, fit_hazard(rows_, nothing_, known, ends_)});
        fitted_.push_back({&type_, fit_hazard(rows_, type_, known, ends_, Ageing::None)});
        fitted_.push_back({&exit_rate_, fit_hazard(rows_, exit_rate_, known, ends_, Ageing::None)});
    }

    [[nodiscard]] JudgedYear judge(std::size_t row) const {
        JudgedYear judged{};
        judged.alliance = rows_.alliance[row];
        judged.year = rows_.year[row];
        judged.ended = ends_[row] != 0;
        HazardModel const& walt = fitted_.front().model;
        judged.imputed =
            std::ranges::any_of(walt.column, [&](std::size_t column) { return std::isnan(walt_.values[column][row]); });
        for (std::size_t f = 0; f < hazard_forecasters; ++f) {
            double lasting = 1.0;
            for (std::size_t ahead = 0; ahead < horizon; ++ahead) {
                double const age = rows_.age[row] + static_cast<double>(ahead);
                double const chance = fitted_[f].model.chance(*fitted_[f].covariates, row, age);
                if (ahead == 0) judged.chance[f] = chance;
                lasting *= 1.0 - chance;
                judged.lasts[f][ahead] = lasting;
            }
        }
        return judged;
    }

private:
    EnduranceRows const& rows_;
    std::vector<std::uint8_t> ends_;
    int train_first_;
    double penalty_;
    Covariates type_;
    Covariates exit_rate_;
    Covariates nothing_;
    Covariates walt_;
    std::vector<FittedForecaster> fitted_;
};

/// Year in which each alliance ended; one beyond all years for those that go on, or went on as something else.
std::vector<int> end_years(EnduranceRows const& rows) {
    std::vector<int> ends(rows.alliances(), rows.last_year + 1000);
    for (std::size_t row = 0; row < rows.size(); ++row)
        if (rows.ends(row)) ends[rows.alliance[row]] = rows.year[row];
    return ends;
}

constexpr std::array<double, 9> penalties{1.0, 3.0, 10.0, 30.0, 100.0, 300.0, 1000.0, 3000.0, 10000.0};
constexpr int years_to_choose_by = 40;
constexpr int years_of_block = 5;

/// Adds to the log score of each penalty what a block of years gives, from fits to the years before it.
void try_penalties(EnduranceRows const& rows, std::span<std::uint8_t const> ends, int train_first, int first, int last,
                   std::array<double, penalties.size()>& scores) {
    std::vector<std::size_t> const before = rows_between(rows, train_first, first - 1);
    Covariates const covariates = covariates_of(rows, covered_terms(rows, before));
    std::vector<std::size_t> const known = known_rows(covariates, before);
    auto const ended = std::ranges::count_if(known, [&](std::size_t row) { return ends[row] != 0; });
    if (ended == 0 || static_cast<std::size_t>(ended) == known.size()) return;
    for (std::size_t p = 0; p < penalties.size(); ++p) {
        HazardModel const model = fit_shrunk_hazard(rows, covariates, before, ends, penalties[p]);
        for (std::size_t const row : rows_between(rows, first, last)) {
            double const chance = model.chance(covariates, row, rows.age[row]);
            scores[p] += std::log(std::clamp(ends[row] != 0 ? chance : 1.0 - chance, 1e-12, 1.0));
        }
    }
}

} // namespace

double chosen_penalty(EnduranceRows const& rows, int train_first, int train_last) {
    std::vector<std::uint8_t> const ends = ends_of(rows, {});
    std::array<double, penalties.size()> scores{};
    for (int first = train_last - years_to_choose_by + 1; first <= train_last; first += years_of_block)
        try_penalties(rows, ends, train_first, first, std::min(first + years_of_block - 1, train_last), scores);
    std::size_t best = penalties.size() - 1;
    for (std::size_t p = penalties.size(); p-- > 0;)
        if (scores[p] > scores[best]) best = p;
    return penalties[best];
}

std::vector<JudgedYear> judged_years(EnduranceRows const& rows, JudgeYears const& years) {
    Forecasting forecasting(rows, years);
    std::vector<int> const end = end_years(rows);
    std::map<int, std::vector<std::size_t>> by_year;
    for (std::size_t const row : rows_between(rows, years.test_first, years.test_last))
        by_year[rows.year[row]].push_back(row);
    if (!years.rolling) forecasting.fit_before(years.train_last + 1);
    std::vector<JudgedYear> all;
    for (auto const& [year, chosen] : by_year) {
        if (years.rolling) forecasting.fit_before(year);
        for (std::size_t const row : chosen) {
            JudgedYear judged = forecasting.judge(row);
            judged.followed = year + static_cast<int>(horizon) - 1 <= rows.last_year;
            for (std::size_t ahead = 0; ahead < horizon; ++ahead)
                judged.lasted[ahead] = end[judged.alliance] > year + static_cast<int>(ahead);
            all.push_back(judged);
        }
    }
    return all;
}

} // namespace casus::fit
