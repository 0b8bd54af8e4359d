#include "casus/fit/endurance_trial.hpp"

#include "casus/base/error.hpp"

#include <fmt/format.h>

namespace casus::fit {

EnduranceTrial try_endurance(EnduranceRows const& rows, JudgeYears years, std::uint64_t seed) {
    EnduranceTrial trial;
    years.rolling = false;
    trial.years = years;
    trial.penalty = chosen_penalty(rows, years.train_first, years.train_last);
    trial.standing = judged_years(rows, years);
    if (trial.standing.empty())
        throw Error(Problem{.place = {},
                            .what = {"no alliance in the test years", "检验年份没有联盟"},
                            .found = fmt::format("{}:{}", years.test_first, years.test_last),
                            .expected = {fmt::format("years up to {}", rows.last_year),
                                         fmt::format("{} 年以前的年份", rows.last_year)}});
    years.rolling = true;
    trial.rolling = judged_years(rows, years);
    trial.of_standing = judge(trial.standing, seed);
    trial.of_rolling = judge(trial.rolling, seed);
    return trial;
}

std::string judged_section(EnduranceTrial const& trial) {
    std::string text = fmt::format("[judged]\ntrain = [{}, {}]\ntest = [{}, {}]\n", trial.years.train_first,
                                   trial.years.train_last, trial.years.test_first, trial.years.test_last);
    auto const add = [&text](char const* name, HazardJudgement const& judgement) {
        HazardScores const& scores = judgement.scores.front(); // as fitted
        text += fmt::format(
            "{} = {{ rows = {}, ends = {}, log_score = {:.6f}, brier = {:.6f}, auc = {:.4f}, concordance "
            "= {:.4f}, integrated_brier = {:.6f}, log_scores_of_age_type_exit_rate = [{:.6f}, {:.6f}, {:.6f}] }}\n",
            name, judgement.rows, judgement.ended, scores.log_score, scores.brier, scores.auc, scores.concordance,
            scores.integrated_brier, judgement.scores[2].log_score, judgement.scores[3].log_score,
            judgement.scores[4].log_score);
    };
    add("standing", trial.of_standing);
    add("rolling", trial.of_rolling);
    return text;
}

} // namespace casus::fit
