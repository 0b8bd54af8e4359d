#include "casus/base/error.hpp"
#include "casus/fit/endurance_fit.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace casus::fit {

namespace {

constexpr double z_95 = 1.959963984540054;

estimate::Term const* term_called(estimate::Fit const& fit, std::string const& name) {
    auto const found = std::ranges::find(fit.terms, name, &estimate::Term::name);
    return found == fit.terms.end() || std::isnan(found->statistic) ? nullptr : &*found;
}

/// exp(coefficient) per standard deviation, 95 %.
Entry hazard_ratio(estimate::Fit const& fit, std::string const& name, bool with_interval) {
    estimate::Term const* const term = term_called(fit, name);
    if (term == nullptr) return std::monostate{};
    Number ratio{.value = std::exp(term->estimate), .decimals = 2};
    if (with_interval)
        ratio.interval = Interval{std::exp(term->estimate - z_95 * term->robust_se),
                                  std::exp(term->estimate + z_95 * term->robust_se)};
    return ratio;
}

Text expected_sign(int expected) {
    std::string const sign = expected > 0 ? "+" : expected < 0 ? "−" : "";
    return {sign, sign};
}

/// What the fit says of a claim: borne out, against it, or not told from none at 5 %.
Text verdict(estimate::Fit const& fit, EnduranceTerm const& term) {
    estimate::Term const* const found = term_called(fit, term.name);
    if (found == nullptr) return {};
    bool const clear = std::abs(found->statistic) > z_95;
    if (term.expected == 0) return clear ? Text{"moves", "有作用"} : Text{"–", "–"};
    bool const as_expected = found->estimate * term.expected > 0.0;
    if (!clear) return as_expected ? Text{"(as Walt)", "（同向）"} : Text{"(against)", "（反向）"};
    return as_expected ? Text{"as Walt", "与沃尔特一致"} : Text{"against", "与沃尔特相反"};
}

Table claims_table(EnduranceRows const& rows, EnduranceFit const& fit, EnduranceFit const& recent) {
    auto const years = [](EnduranceFit const& one) { return fmt::format("{}–{}", one.first_year, one.last_year); };
    auto const head = [&](EnduranceFit const& one) { return Text{years(one), years(one)}; };
    Table table{
        .id = "endurance-fit/claims",
        .title = {"What endangers alliances: hazard ratios per standard deviation", "什么危及联盟：每标准差的风险比"},
        .note =
            {"Above 1: ends sooner. Sign: what Walt expects (+ ends sooner). In brackets 95 %, errors clustered by "
             "alliance. Found in the first years: as Walt or against him at 5 %, in parentheses where chance may "
             "do it.",
             "大于 1：更早终止。符号为沃尔特的预期（+ 为更早终止）。方括号为 95 % 区间，按联盟聚类。所见依首列年份："
             "5 % 水平上与沃尔特一致或相反，括号内者可能出于偶然。"},
        .columns = {{"term", {"term", "项"}},
                    {"expected", {"sign", "符号"}},
                    {"whole", head(fit)},
                    {"cox", {"Cox", "Cox"}},
                    {"found", {"found", "所见"}},
                    {"recent", head(recent)}},
        .rows = {}};
    for (EnduranceTerm const& term : rows.terms) {
        Entry const whole = hazard_ratio(fit.hazard.fit, term.name, true);
        Entry const late = hazard_ratio(recent.hazard.fit, term.name, true);
        if (std::holds_alternative<std::monostate>(whole) && std::holds_alternative<std::monostate>(late)) continue;
        table.rows.push_back({term.label, expected_sign(term.expected), whole, hazard_ratio(fit.cox, term.name, false),
                              verdict(fit.hazard.fit, term), late});
    }
    return table;
}

/// ln of the hazard ratios, by the nature of the reasons.
Bars forest_of(EnduranceRows const& rows, EnduranceFit const& fit) {
    Bars bars{.id = "endurance-fit/forest",
              .title = {fmt::format("Coefficients per standard deviation, {}–{}", fit.first_year, fit.last_year),
                        fmt::format("每标准差的系数，{}–{}", fit.first_year, fit.last_year)},
              .note = {"ln of the hazard ratio, 95 %: above 0 ends sooner.", "风险比的对数，95 %：大于 0 更早终止。"},
              .labels = {},
              .groups = {},
              .values = {},
              .intervals = {},
              .low = 0.0,
              .high = 0.0,
              .points = true};
    for (endurance::Nature const nature :
         {endurance::Nature::Rational, endurance::Nature::NonRational, endurance::Nature::Setting}) {
        bars.groups.push_back({bars.labels.size(), label_of(nature)});
        for (EnduranceTerm const& about : rows.terms) {
            estimate::Term const* const term = term_called(fit.hazard.fit, about.name);
            if (term == nullptr || about.nature != nature) continue;
            Interval const around{term->estimate - z_95 * term->robust_se, term->estimate + z_95 * term->robust_se};
            bars.labels.push_back({about.name, about.label});
            bars.values.push_back(term->estimate);
            bars.intervals.push_back(around);
            bars.low = std::min(bars.low, around.low);
            bars.high = std::max(bars.high, around.high);
        }
        if (bars.groups.back().first == bars.labels.size()) bars.groups.pop_back();
    }
    return bars;
}

Table causes_table(EnduranceRows const& rows, std::vector<CauseFit> const& causes) {
    Table table{.id = "endurance-fit/causes",
                .title = {"By the way of ending: hazard ratios per standard deviation", "按终止方式：每标准差的风险比"},
                .note = {"Cox, other ways of ending censored; 95 %, clustered by alliance.",
                         "Cox 模型，其他终止方式作删失；95 %，按联盟聚类。"},
                .columns = {{"term", {"term", "项"}}},
                .rows = {}};
    for (CauseFit const& cause : causes) table.columns.push_back({cause.key, cause.label});
    for (EnduranceTerm const& term : rows.terms) {
        std::vector<Entry> line{term.label};
        for (CauseFit const& cause : causes) line.push_back(hazard_ratio(cause.fit, term.name, true));
        bool const empty = std::all_of(line.begin() + 1, line.end(), [](Entry const& entry) {
            return std::holds_alternative<std::monostate>(entry);
        });
        if (!empty) table.rows.push_back(std::move(line));
    }
    return table;
}

Text counts(EnduranceFit const& fit) {
    estimate::Fit const& found = fit.hazard.fit;
    return {
        fmt::format("{}–{}: {} alliance-years of {} alliances, {} ends; {} more with {} ends lack a term. "
                    "Log-likelihood {:.1f} (constant alone {:.1f}); Cox's concordance {:.3f}.",
                    fit.first_year, fit.last_year, found.rows, found.clusters, found.events, fit.left_out,
                    fit.ends_left_out, found.log_likelihood, found.log_likelihood_null, fit.cox_concordance),
        fmt::format("{}–{}：{} 个联盟-年，{} 个联盟，{} 次终止；另有 {} 行（{} 次终止）缺项。对数似然 {:.1f}（仅常数 "
                    "{:.1f}）；Cox 一致性 {:.3f}。",
                    fit.first_year, fit.last_year, found.rows, found.clusters, found.events, fit.left_out,
                    fit.ends_left_out, found.log_likelihood, found.log_likelihood_null, fit.cox_concordance)};
}

Text unproportional(EnduranceFit const& fit) {
    std::string const names =
        fit.cox_unproportional.empty() ? "–" : fmt::format("{}", fmt::join(fit.cox_unproportional, ", "));
    return {
        fmt::format("{}–{}: hazards not proportional at 1 % (score test): {}", fit.first_year, fit.last_year, names),
        fmt::format("{}–{}：1 % 水平上不成比例（得分检验）：{}", fit.first_year, fit.last_year, names)};
}

Notes notes_of(EnduranceRows const& rows, EnduranceFit const& fit, EnduranceFit const& recent,
               std::vector<CauseFit> const& causes) {
    Notes notes{.id = "endurance-fit/how", .title = {"How", "方法"}, .items = {}};
    notes.items.push_back({"P(ends in the year) = 1 − exp(−exp(age + terms)); age: 1, ln(1+age), its square.",
                           "P(当年终止) = 1 − exp(−exp(年龄 + 各项))；年龄函数：1、ln(1+年龄) 及其平方。"});
    notes.items.push_back(
        {fmt::format("A term enters where its sources reach back to within {} years of the first year and it is known "
                     "in four of five alliance-years. None is chosen by what it shows.",
                     reach),
         fmt::format("来源可追溯至首年后 {} 年以内、且五分之四的联盟-年已知的项方可进入；不按结果取舍。", reach)});
    for (EnduranceFit const* one : {&fit, &recent}) {
        notes.items.push_back(counts(*one));
        notes.items.push_back(unproportional(*one));
        for (Text const& note : one->hazard.fit.notes) notes.items.push_back(note);
    }
    for (CauseFit const& cause : causes) {
        notes.items.push_back({fmt::format("{}: {} ends", cause.label.en, cause.fit.events),
                               fmt::format("{}：{} 次", cause.label.zh, cause.fit.events)});
        for (Text const& note : cause.fit.notes) notes.items.push_back(note);
    }
    std::array<std::size_t, endings> counted{};
    for (Ending const ending : rows.ending) ++counted[static_cast<std::size_t>(ending)];
    Text all{"All ends by ATOP:", "ATOP 所载全部终止："};
    for (std::size_t e = 1; e < endings; ++e) {
        Text const label = label_of(static_cast<Ending>(e));
        all.en += fmt::format(" {} {}{}", label.en, counted[e], e + 1 < endings ? "," : "");
        all.zh += fmt::format("{}{} {}", e > 1 ? "，" : "", label.zh, counted[e]);
    }
    notes.items.push_back(all);
    return notes;
}

} // namespace

Chapter endurance_fit_chapter(EnduranceRows const& rows, EnduranceFit const& fit, EnduranceFit const& recent,
                              std::vector<CauseFit> const& causes) {
    Chapter chapter{.id = "endurance-fit",
                    .title = {"Why alliances ended", "联盟为何终止"},
                    .lead = {fmt::format("{} alliances, {}–{}", fit.hazard.fit.clusters, fit.first_year, fit.last_year),
                             fmt::format("{} 个联盟，{}–{}", fit.hazard.fit.clusters, fit.first_year, fit.last_year)},
                    .shapes = {claims_table(rows, fit, recent), forest_of(rows, fit)}};
    if (!causes.empty()) chapter.shapes.emplace_back(causes_table(rows, causes));
    chapter.shapes.emplace_back(notes_of(rows, fit, recent, causes));
    return chapter;
}

} // namespace casus::fit
