#include "casus/alienation/robust.hpp"

#include "casus/alienation/evaluate.hpp"
#include "casus/alienation/words.hpp"
#include "casus/measure/rank.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace casus::alienation {

std::vector<VariantResult> compare_formulas(World const& world, Parameters const& parameters) {
    Buffers buffers(world);
    std::size_t const allies = world.size().allies;
    std::vector<VariantResult> results;
    std::vector<Stance> main_stances;
    for (NamedFormula const& named : formulas()) {
        evaluate(world, parameters, buffers, named.formula);
        VariantResult result;
        result.formula = &named;
        result.index = buffers.index;
        result.rank = measure::ranks(std::span(buffers.index).first(allies));
        result.rank.resize(world.size().assessed);
        std::vector<Stance> stances;
        for (double const f : buffers.follow()) stances.push_back(stance_of(f));
        if (results.empty()) main_stances = stances;
        for (std::size_t c = 0; c < stances.size(); ++c)
            if (stances[c] != main_stances[c]) ++result.changed_stances;
        std::span<double const> const main =
            results.empty() ? std::span<double const>(result.index) : results.front().index;
        result.tau = measure::kendall_tau_b(main.first(allies), std::span(result.index).first(allies));
        for (std::size_t n = 0; n < allies; ++n) {
            double const from = results.empty() ? result.rank[n] : results.front().rank[n];
            if (std::abs(result.rank[n] - from) > result.largest_move) {
                result.largest_move = std::abs(result.rank[n] - from);
                result.mover = n;
            }
        }
        results.push_back(std::move(result));
    }
    return results;
}

namespace {

Table variant_table(World const& world, std::vector<VariantResult> const& results) {
    Table table{
        .id = "robust/variants",
        .title = {"How far the choice of formula matters", "公式选择的影响"},
        .note = {fmt::format("τ_b: agreement of the allies' ranks with the main formula. Changed: stances of {} whose "
                             "class differs.",
                             world.size().cells()),
                 fmt::format("τ_b：盟国排名与主公式的一致程度。变动：{} 个立场中类别不同者。", world.size().cells())},
        .columns = {{"variant", {"Variant", "变体"}},
                    {"tau_b", {"τ_b", "τ_b"}},
                    {"largest_move", {"largest move", "最大变动"}},
                    {"mover", {"of", "行为体"}},
                    {"changed", {"changed", "变动"}},
                    {"difference", {"What differs", "不同之处"}}},
        .rows = {}};
    for (VariantResult const& r : results) {
        Entry mover;
        if (r.largest_move > 0.0) mover = world.actor(world.assessed()[r.mover]).name;
        table.rows.push_back({r.formula->name, std::isnan(r.tau) ? Entry{} : Entry{Number{r.tau, 2, std::nullopt}},
                              Number{r.largest_move, 0, std::nullopt}, mover,
                              Number{static_cast<double>(r.changed_stances), 0, std::nullopt}, r.formula->change});
    }
    return table;
}

Table rank_table(World const& world, std::vector<VariantResult> const& results) {
    Table table{
        .id = "robust/ranks",
        .title = {"Ranks of allies by alienation index", "盟国异化指数排名"},
        .note = {"1: most alienated. Variants in the order of the table above.", "1：异化程度最高。变体顺序同上表。"},
        .columns = {{"actor", {"Actor", "行为体"}}},
        .rows = {}};
    for (std::size_t v = 0; v < results.size(); ++v)
        table.columns.push_back(
            {std::string(results[v].formula->key),
             v == 0 ? results[v].formula->name : Text{fmt::format("({})", v + 1), fmt::format("({})", v + 1)}});
    std::vector<std::size_t> order(world.size().allies);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return results.front().rank[a] < results.front().rank[b]; });
    for (std::size_t const n : order) {
        std::vector<Entry> row{world.actor(world.assessed()[n]).name};
        for (VariantResult const& r : results) row.emplace_back(Number{r.rank[n], 0, std::nullopt});
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace

Chapter robust_chapter(World const& world, std::vector<VariantResult> const& results) {
    return {"robust",
            {"Robustness to the formula", "对公式的稳健性"},
            {"The same case under every named variant of the formula, at the central values.",
             "同一案例在各公式变体下的中心结果。"},
            {variant_table(world, results), rank_table(world, results)}};
}

nlohmann::ordered_json robust_document(World const& world, std::vector<VariantResult> const& results) {
    nlohmann::ordered_json document = nlohmann::ordered_json::array();
    for (VariantResult const& r : results) {
        nlohmann::ordered_json variant;
        variant["variant"] = r.formula->key;
        variant["difference"] = {{"en", r.formula->change.en}, {"zh", r.formula->change.zh}};
        variant["tau_b"] = std::isnan(r.tau) ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(r.tau);
        variant["largest_move"] = r.largest_move;
        variant["mover"] = r.largest_move > 0.0 ? nlohmann::ordered_json(world.actor(world.assessed()[r.mover]).code)
                                                : nlohmann::ordered_json(nullptr);
        variant["changed_stances"] = r.changed_stances;
        variant["allies"] = nlohmann::ordered_json::array();
        for (std::size_t n = 0; n < world.size().allies; ++n)
            variant["allies"].push_back(
                {{"actor", world.actor(world.assessed()[n]).code}, {"index", r.index[n]}, {"rank", r.rank[n]}});
        document.push_back(variant);
    }
    return document;
}

} // namespace casus::alienation
