// By which model: its coefficients as a forest plot and as a table, and what they were fitted on.
#include "casus/endurance/assessed.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace casus::endurance {

namespace {

constexpr double normal_95 = 1.6448536269514722; ///< the 95 % quantile of the standard normal

Bars forest(Model const& model) {
    Bars bars{.id = "endurance/forest",
              .title = {"Change of the log-hazard for one standard deviation", "每一标准差引起的对数风险变化"},
              .note = {"Estimates × sd, with 90 % intervals. Right of 0: alliances end sooner.",
                       "估计值 × 标准差，附 90% 区间。0 以右：联盟终止得更早。"},
              .labels = {},
              .groups = {},
              .values = {},
              .intervals = {},
              .low = -0.1,
              .high = 0.1};
    bars.points = true;
    std::size_t nature = nature_count;
    for (Claim const& claim : claims_of(model))
        for (std::size_t const n : claim.terms) {
            ModelTerm const& term = model.terms[n];
            if (nature != static_cast<std::size_t>(claim.nature)) {
                nature = static_cast<std::size_t>(claim.nature);
                bars.groups.push_back({bars.labels.size(), label_of(claim.nature)});
            }
            double const half = normal_95 * term.se * term.sd;
            double const value = term.estimate * term.sd;
            bars.labels.push_back({term.name, term.label});
            bars.values.push_back(value);
            bars.intervals.push_back({value - half, value + half});
            bars.low = std::min(bars.low, std::floor(10.0 * (value - half)) / 10.0);
            bars.high = std::max(bars.high, std::ceil(10.0 * (value + half)) / 10.0);
        }
    return bars;
}

Text sign_text(int sign) {
    std::string const text = sign > 0 ? "+" : sign < 0 ? "−" : "0";
    return {text, text};
}

/// Whether the estimate's sign is Walt's, and whether 90 % of draws say so.
Entry agreement(ModelTerm const& term) {
    if (term.expected == 0) return {};
    bool const clear = std::abs(term.estimate) > normal_95 * term.se;
    bool const same = term.estimate * term.expected > 0.0;
    if (!clear) return Text{"not told apart from 0", "与 0 无法区分"};
    return same ? Text{"as expected", "与预期一致"} : Text{"against", "与预期相反"};
}

Table coefficient_table(Model const& model) {
    Table table{
        .id = "endurance/coefficients",
        .title = {"The model's terms beside Walt's expectations", "模型各项与沃尔特的预期"},
        .note = {"Average: of the alliance-years of the fit, at which a term adds nothing. Expected: + endangers.",
                 "平均：拟合所用联盟—年份的均值，此时该项不增不减。预期：+ 为危及联盟。"},
        .columns = {{"term", {"Term", "项"}},
                    {"claim", {"claim", "论断"}},
                    {"nature", {"nature", "性质"}},
                    {"expected", {"expected", "预期"}},
                    {"estimate", {"estimate", "估计值"}},
                    {"se", {"se", "标准误"}},
                    {"average", {"average", "平均"}},
                    {"sd", {"sd", "标准差"}},
                    {"verdict", {"verdict", "结论"}}},
        .rows = {}};
    for (ModelTerm const& term : model.terms)
        table.rows.push_back({term.label, term.claim.name, label_of(term.nature), sign_text(term.expected),
                              Number{term.estimate, 3, std::nullopt}, Number{term.se, 3, std::nullopt},
                              Number{term.centre, 3, std::nullopt}, Number{term.sd, 3, std::nullopt}, agreement(term)});
    return table;
}

Table age_table(Model const& model) {
    Table table{.id = "endurance/age",
                .title = {"The part of age", "年龄的部分"},
                .note = {"η = Σ α b(age) + Σ β (x − average); P(ends in the year) = 1 − exp(−exp(η)).",
                         "η = Σ α b(年龄) + Σ β (x − 平均)；该年终止的概率 = 1 − exp(−exp(η))。"},
                .columns = {{"function", {"b(age)", "b(年龄)"}}, {"estimate", {"α", "α"}}, {"se", {"se", "标准误"}}},
                .rows = {}};
    for (AgeTerm const& age : model.age) {
        std::string const word(word_of(age.function));
        table.rows.push_back(
            {Text{word, word}, Number{age.estimate, 3, std::nullopt}, Number{age.se, 3, std::nullopt}});
    }
    return table;
}

Notes fitted_on(Model const& model) {
    FittedOn const& on = model.fitted_on;
    Notes notes{.id = "endurance/fitted-on",
                .title = {"What it was fitted on", "拟合所用数据"},
                .items = {{fmt::format("{} alliances, {} alliance-years, {} endings, {}–{}.", on.alliances, on.rows,
                                       on.events, on.first_year, on.last_year),
                           fmt::format("{} 个联盟，{} 个联盟—年份，{} 次终止，{}–{} 年。", on.alliances, on.rows,
                                       on.events, on.first_year, on.last_year)}}};
    for (FittedData const& data : on.data) {
        std::string const text = data.dataset + " " + data.version;
        notes.items.push_back({text, text});
    }
    return notes;
}

} // namespace

Chapter model_chapter(Assessed const& assessed) {
    Chapter chapter{"model", {"The model", "模型"}, {}, {}};
    if (!assessed.model.terms.empty()) {
        chapter.shapes.emplace_back(forest(assessed.model));
        chapter.shapes.emplace_back(coefficient_table(assessed.model));
    }
    chapter.shapes.emplace_back(age_table(assessed.model));
    chapter.shapes.emplace_back(fitted_on(assessed.model));
    return chapter;
}

} // namespace casus::endurance
