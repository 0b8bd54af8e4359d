#include "casus/fit/estimated_parameters.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::fit {

namespace {

Text same(std::string text) { return {text, text}; }

estimate::Term const* term_of(estimate::Fit const& fit, std::string const& name) {
    auto const found = std::ranges::find(fit.terms, name, &estimate::Term::name);
    return found == fit.terms.end() ? nullptr : &*found;
}

Entry number(double value, int decimals) { return Number{.value = value, .decimals = decimals}; }

Entry sign(int expected) {
    if (expected == 0) return std::monostate{};
    return same(expected < 0 ? "−" : "+");
}

void add_term(std::vector<Entry>& row, estimate::Term const* term, bool robust) {
    if (term == nullptr) {
        row.insert(row.end(), {std::monostate{}, std::monostate{}});
        return;
    }
    row.push_back(number(term->estimate, 4));
    row.push_back(number(robust ? term->robust_se : term->se, 4));
}

Table terms_table(AlienationFit const& fit) {
    Table table{
        .id = "fit/terms",
        .title = {"What moves deviation", "什么推动背离"},
        .note = {"Expected: sign by Ren and Zheng (2021). Within: dummies of allies and of issue-years taken out, "
                 "errors clustered by ally. Pooled: random intercepts of allies, issue-years and ally-issues.",
                 "预期：任琳、郑海琦（2021）的符号。组内：剔除盟国与议题-年份虚拟变量，标准误按盟国聚类。合并："
                 "盟国、议题-年份、盟国-议题随机截距。"},
        .columns = {{"term", {"term", "项"}},
                    {"expected", {"expected", "预期"}},
                    {"within", {"within", "组内"}},
                    {"within_se", {"s.e.", "标准误"}},
                    {"pooled", {"pooled", "合并"}},
                    {"pooled_se", {"s.e.", "标准误"}},
                    {"carried", {"carried", "顺延"}}},
        .rows = {}};
    for (LedgerTerm const& term : fit.terms) {
        bool const trade = term.name.starts_with("trade_");
        Text const name = trade ? Text{"match by " + term.meaning.en + ": x/(x+κ)", term.meaning.zh + "的匹配：x/(x+κ)"}
                                : term.meaning;
        std::vector<Entry> row{name, sign(term.expected)};
        add_term(row, term_of(fit.within, term.name), true);
        add_term(row, term_of(fit.pooled.fit, term.name), false);
        row.push_back(number(static_cast<double>(term.carried), 0));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table profile_table(TradeHalf const& half) {
    Table table{
        .id = "fit/trade-half",
        .title = {"κ: trade over GDP at which a match is one half", "κ：匹配度为一半的贸易占比"},
        .note = {"Squares left by the within regression, relative to the least.", "组内回归残差平方和，相对最小值。"},
        .columns = {{"kappa", {"κ", "κ"}}, {"left", {"left", "残差"}}},
        .rows = {}};
    for (std::size_t n = 0; n < half.profile.size(); n += 3)
        table.rows.push_back({number(half.profile[n].first, 4), number(half.profile[n].second, 5)});
    return table;
}

Notes what_is_estimated(AlienationFit const& fit, FitRecord const& record) {
    TradeHalf const& half = fit.trade_half;
    std::string const figures =
        fmt::format("{:.4f} [{:.4f}, {:.4f}]", half.value, half.interval.low, half.interval.high);
    Notes notes{.id = "fit/estimated", .title = {"What is estimated", "哪些为估计值"}, .items = {}};
    notes.items.push_back(half.identified
                              ? Text{"trade_half: " + figures + ", estimated; every other parameter stays judgement.",
                                     "trade_half：" + figures + "，为估计值；其余参数仍为判断。"}
                              : Text{"trade_half: " + figures + ", not identified; every parameter stays judgement.",
                                     "trade_half：" + figures + "，不可识别；所有参数仍为判断。"});
    notes.items.push_back(
        {fmt::format("{} rows of {} allies, {}–{}; {} more lack a term. No data later than {} were read.", fit.rows,
                     fit.allies, fit.first_year, fit.last_year, fit.left_out, record.until),
         fmt::format("{} 行，{} 个盟国，{}–{}；另有 {} 行缺项。未读取 {} 年以后的数据。", fit.rows, fit.allies,
                     fit.first_year, fit.last_year, fit.left_out, record.until)});
    notes.items.push_back(
        {fmt::format(
             "Spread of intercepts, pooled: allies {:.3f}, issue-years {:.3f}, ally-issues {:.3f}; what remains "
             "{:.3f}.",
             fit.pooled.sd[0], fit.pooled.sd[1], fit.pooled.sd[2], fit.pooled.residual_sd),
         fmt::format("合并模型截距的标准差：盟国 {:.3f}，议题-年份 {:.3f}，盟国-议题 {:.3f}；残差 {:.3f}。",
                     fit.pooled.sd[0], fit.pooled.sd[1], fit.pooled.sd[2], fit.pooled.residual_sd)});
    for (Text const& note : fit.pooled.fit.notes) notes.items.push_back(note);
    return notes;
}

} // namespace

Chapter fit_chapter(AlienationFit const& fit, FitRecord const& record) {
    return {.id = "fit",
            .title = {fmt::format("What moves deviation from {}", record.leader.name.en),
                      fmt::format("什么推动对{}的背离", record.leader.name.in(Language::Chinese))},
            .lead = {},
            .shapes = {terms_table(fit), what_is_estimated(fit, record), profile_table(fit.trade_half)}};
}

} // namespace casus::fit
