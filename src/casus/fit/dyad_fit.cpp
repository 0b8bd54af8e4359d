#include "casus/fit/dyad_fit.hpp"

#include "casus/estimate/logit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

namespace casus::fit {

namespace {

constexpr std::size_t peace_terms = 3;

std::vector<std::uint32_t> complete_rows(std::vector<DyadColumn> const& columns, std::size_t size) {
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < size; ++row)
        if (std::ranges::none_of(columns, [row](DyadColumn const& c) { return std::isnan(c.values[row]); }))
            rows.push_back(row);
    return rows;
}

void centre(DyadColumn& column, std::vector<std::uint32_t> const& rows) {
    double sum = 0.0;
    for (std::uint32_t const row : rows) sum += column.values[row];
    double const mean = rows.empty() ? 0.0 : sum / static_cast<double>(rows.size());
    for (double& value : column.values) value -= mean;
}

std::vector<std::uint32_t> numbered_dyads(DyadYears const& rows, std::vector<std::uint32_t> const& chosen) {
    constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> number;
    std::vector<std::uint32_t> result;
    std::uint32_t next = 0;
    for (std::uint32_t const row : chosen) {
        std::uint32_t const dyad = rows.dyad[row];
        if (dyad >= number.size()) number.resize(dyad + 1, unseen);
        if (number[dyad] == unseen) number[dyad] = next++;
        result.push_back(number[dyad]);
    }
    return result;
}

} // namespace

std::vector<DyadColumn> peace_columns(DyadYears const& rows) {
    std::vector<DyadColumn> columns{{"peace", {}}, {"peace^2", {}}, {"peace^3", {}}};
    for (double const years : rows.peace)
        for (std::size_t power = 0; power < peace_terms; ++power)
            columns[power].values.push_back(std::pow(years / 10.0, static_cast<double>(power + 1)));
    return columns;
}

double DyadFit::at_mean_peace(std::size_t n) const {
    double sum = 0.0;
    for (estimate::Term const& term : fit.terms) {
        if (term.name.starts_with("peace")) continue;
        auto const column = std::ranges::find(design.names, term.name) - design.names.begin();
        sum += term.estimate * design.column(static_cast<std::size_t>(column))[n];
    }
    return sum;
}

DyadFit fit_dyads(DyadYears const& rows, std::vector<DyadColumn> columns, bool with_peace, std::size_t threads) {
    DyadFit result;
    result.row = complete_rows(columns, rows.size());
    result.left_out = rows.size() - result.row.size();
    if (with_peace)
        for (DyadColumn& column : peace_columns(rows)) {
            centre(column, result.row);
            columns.push_back(std::move(column));
        }
    result.design.rows = result.row.size();
    result.design.values.reserve(result.row.size() * (columns.size() + 1));
    result.design.add("(Intercept)", std::vector<double>(result.row.size(), 1.0));
    std::vector<double> kept(result.row.size());
    for (DyadColumn& column : columns) {
        for (std::size_t n = 0; n < kept.size(); ++n) kept[n] = column.values[result.row[n]];
        result.design.add(column.name, kept);
        column.values = {};
    }
    for (std::uint32_t const row : result.row) result.y.push_back(rows.initiates[row]);
    result.dyad = numbered_dyads(rows, result.row);
    result.fit = estimate::logit(result.design, result.y, {.clusters = result.dyad, .threads = threads});
    return result;
}

estimate::Term const& dyad_term(estimate::Fit const& fit, std::string const& name) {
    auto const found = std::ranges::find(fit.terms, name, &estimate::Term::name);
    assert(found != fit.terms.end());
    return *found;
}

std::vector<data::Provenance> sources_without(DyadYears const& rows, std::vector<std::string> const& unused) {
    std::vector<data::Provenance> sources = rows.sources;
    std::erase_if(sources, [&](data::Provenance const& source) {
        return std::ranges::find(unused, source.dataset) != unused.end();
    });
    return sources;
}

Notes dyad_limits() {
    return {.id = "dyad-fit/limits",
            .title = {"Read this with every fit of dyads", "解读任何双边拟合时须知"},
            .items = {
                {"Selection: states ally with whom they expect trouble for or from. That a state with allies is "
                 "attacked more "
                 "or less often is not what its allies do to it.",
                 "选择：国家往往为预期中的冲突而结盟。有盟友的国家更常或更少遭受攻击，并不等于盟友的作用。"},
                {"Network dependence: one war makes many rows, and a dyad's rows hang together with those of its "
                 "states' other "
                 "dyads. Errors clustered by dyad do not see that and are too small.",
                 "网络依赖：一场战争产生许多行，一对国家的各行与两国的其他双边相关。按双边聚类的误差看不到这一点，因而"
                 "偏小。"},
                {"Rare events: some one row in a thousand. Shares and ratios are told well, single chances badly.",
                 "稀有事件：约千行之一。比率较可靠，单个概率不可靠。"},
                {"Reporting: disputes of far and small states, and of early years, are known less well; side A is who "
                 "acted "
                 "first, not who was to blame. Rivalries and levels of hostility were coded afterwards.",
                 "报道：偏远小国和早年的争端记录较差；A 方是先行动者，并非有责者。竞争关系与敌对程度是事后编码的。"}}};
}

std::vector<Text> dyad_counts(DyadYears const& rows, DyadFit const& sample, estimate::Fit const& fit,
                              DyadRequest const& request) {
    bool const joiners = request.beginners == Beginners::Joiners;
    bool const rivals = request.hostility == HostilityBasis::Worlds;
    return {
        {fmt::format(
             "Rows: a begins a militarised dispute with b in the year ({}); all else is of the year before. Years of "
             "a dispute that goes on are left out.",
             joiners ? "everybody on side A, joiners too" : "originators on side A, originators on side B"),
         fmt::format("行：a 在当年对 b 挑起军事化争端（{}）；其余均为上一年数据。争端持续中的年份不计。",
                     joiners ? "A 方全部参与者，含后加入者" : "A 方发起者对 B 方发起者")},
        {fmt::format("Hostility: disputes{} before the year, halved every ten years; floor 0.01.",
                     rivals ? " and years of rivalry, weighed as in worlds of the store," : ""),
         fmt::format("敌意：该年之前的争端{}，每十年减半；下限 0.01。", rivals ? "与竞争年份（权重同仓库世界）" : "")},
        {fmt::format(
             "{}–{}: {} rows, {} beginnings, {} dyads. Left out: {} of disputes that went on, {} without power, "
             "distance or contiguity, {} without another term.",
             rows.first_year, rows.last_year, fit.rows, fit.events, fit.clusters, rows.going_on, rows.lacking,
             sample.left_out),
         fmt::format(
             "{}–{}：{} 行，{} 次挑起，{} 对国家。未计入：争端持续 {} 行，缺实力、距离或相邻关系 {} 行，缺其他项 "
             "{} 行。",
             rows.first_year, rows.last_year, fit.rows, fit.events, fit.clusters, rows.going_on, rows.lacking,
             sample.left_out)},
        {fmt::format(
             "Errors clustered by dyad, both directions together. Log-likelihood {:.1f} (constant alone {:.1f}).",
             fit.log_likelihood, fit.log_likelihood_null),
         fmt::format("误差按双边（两个方向合并）聚类。对数似然 {:.1f}（仅常数 {:.1f}）。", fit.log_likelihood,
                     fit.log_likelihood_null)}};
}

} // namespace casus::fit
