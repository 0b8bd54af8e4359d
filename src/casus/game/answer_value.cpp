#include "casus/game/answer_parts.hpp"
#include "casus/game/catalogue.hpp"
#include "casus/game/tau_value.hpp"
#include "casus/game/union_value.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>

namespace casus::game {

namespace {

[[noreturn]] void lacks(std::string const& key, Text expected) {
    throw Error(Problem{.place = {},
                        .what = {"a solution lacks what it needs", "某个解缺少所需的数据"},
                        .found = key,
                        .expected = std::move(expected),
                        .nearest = {}});
}

Solved payments(Desk const& desk, std::string const& key, Allocation values) {
    Solved solved{
        .key = key, .json = by_player(desk.players(), values), .certificate = {}, .allocation = {}, .shapes = {}};
    solved.allocation = std::move(values);
    return solved;
}

Solved tau(Desk const& desk) {
    auto const found = tau_value(desk.game);
    if (found) return payments(desk, "tau", found->value);
    Solved none{.key = "tau", .json = nullptr, .certificate = {}, .allocation = {}, .shapes = {}};
    none.shapes.emplace_back(
        notes("tau", solution_note("tau").name,
              {{"The game is not quasi-balanced: there is no τ-value.", "该博弈不是拟平衡的：没有 τ 值。"}}));
    return none;
}

Solved normalised(Desk const& desk) {
    std::string const key = "banzhaf-normalised";
    if (auto value = normalised_banzhaf(desk.game, desk.request.threads)) return payments(desk, key, std::move(*value));
    Solved none{.key = key, .json = nullptr, .certificate = {}, .allocation = {}, .shapes = {}};
    none.shapes.emplace_back(notes(key, solution_note(key).name,
                                   {{"The raw values add up to next to nothing: shares in proportion to them would be "
                                     "noise.",
                                     "原始值之和几近于零：按比例分配没有意义。"}}));
    return none;
}

Solved by_size(Desk const& desk) {
    std::vector<double> const& weights = desk.request.size_weights;
    if (weights.size() != desk.game.players())
        lacks("semivalue", {fmt::format("--size-weights with {} numbers, for 0 to {} others", desk.game.players(),
                                        desk.game.players() - 1),
                            fmt::format("--size-weights 给出 {} 个数，对应 0 至 {} 个他人", desk.game.players(),
                                        desk.game.players() - 1)});
    Solved solved = payments(desk, "semivalue", semivalue(desk.game, size_weights(weights), desk.request.threads));
    solved.certificate = {{"size_weights", weights}};
    return solved;
}

Solved interaction(Desk const& desk) {
    std::size_t const n = desk.game.players();
    std::vector<double> const values = shapley_interaction(desk.game, desk.request.threads);
    Solved solved{.key = "interaction",
                  .json = nlohmann::ordered_json::object(),
                  .certificate = {},
                  .allocation = {},
                  .shapes = {}};
    Matrix matrix{.id = "interaction",
                  .title = solution_note("interaction").name,
                  .note = solution_note("interaction").meaning,
                  .rows = {},
                  .columns = {},
                  .groups = {},
                  .values = values,
                  .intervals = {},
                  .marks = {},
                  .links = {},
                  .legend = {},
                  .low = 0.0,
                  .high = 0.0,
                  .low_meaning = {"less together", "在一起更少"},
                  .high_meaning = {"more together", "在一起更多"}};
    for (std::size_t i = 0; i < n; ++i) {
        solved.json[desk.players()[i]] = by_player(desk.players(), std::span(values).subspan(i * n, n));
        solved.json[desk.players()[i]].erase(desk.players()[i]);
        matrix.rows.push_back({desk.players()[i], {desk.players()[i], {}}});
        matrix.values[i * n + i] = std::numeric_limits<double>::quiet_NaN();
        for (std::size_t j = 0; j < n; ++j) matrix.high = std::max(matrix.high, std::abs(values[i * n + j]));
    }
    if (matrix.high == 0.0) matrix.high = 1.0;
    matrix.low = -matrix.high;
    matrix.columns = matrix.rows;
    solved.shapes.emplace_back(std::move(matrix));
    return solved;
}

Solved sampled(Desk const& desk) {
    Worth const worth = [&desk](Coalition s) { return desk.game[s]; };
    std::size_t const n = desk.game.players();
    SampledValue const found = desk.request.sample_coalitions && n >= 2
                                   ? sample_coalitions(n, worth, desk.request.sampling)
                                   : sample_orders(n, worth, desk.request.sampling);
    Solved solved = payments(desk, "shapley-sampled", found.value);
    solved.json = {{"value", by_player(desk.players(), found.value)},
                   {"standard_error", by_player(desk.players(), found.standard_error)},
                   {"evaluations", found.evaluations},
                   {"seed", desk.request.sampling.seed}};
    if (!found.bound.empty()) {
        solved.json["bound"] = by_player(desk.players(), found.bound);
        solved.json["confidence"] = desk.request.sampling.confidence;
    }
    std::vector<Text> items{{"Largest standard error: " + shown(*std::ranges::max_element(found.standard_error)) +
                                 " (an estimate, not a bound); evaluations: " + std::to_string(found.evaluations) + ".",
                             "最大标准误：" + shown(*std::ranges::max_element(found.standard_error)) +
                                 "（是估计，不是上界）；取值次数：" + std::to_string(found.evaluations) + "。"}};
    if (!found.bound.empty())
        items.push_back(
            {"Empirical Bernstein bound on every error jointly: " + shown(*std::ranges::max_element(found.bound)) + ".",
             "全部误差的联合经验伯恩斯坦界：" + shown(*std::ranges::max_element(found.bound)) + "。"});
    solved.shapes.emplace_back(notes("shapley-sampled", solution_note("shapley-sampled").name, std::move(items)));
    return solved;
}

} // namespace

std::optional<Solved> solve_value(Desk const& desk, std::string const& key) {
    std::size_t const threads = desk.request.threads;
    if (key == "shapley") return payments(desk, key, shapley(desk.game, threads));
    if (key == "banzhaf") return payments(desk, key, banzhaf(desk.game, threads));
    if (key == "banzhaf-normalised") return normalised(desk);
    if (key == "semivalue") return by_size(desk);
    if (key == "binomial") {
        Solved solved = payments(
            desk, key, semivalue(desk.game, binomial_weights(desk.game.players(), desk.request.probability), threads));
        solved.certificate = {{"probability", desk.request.probability}};
        return solved;
    }
    if (key == "owen") {
        if (desk.file.unions.empty()) lacks(key, {R"("unions" in the game file)", R"(博弈文件中的 "unions")"});
        return payments(desk, key, owen(desk.game, desk.file.unions));
    }
    if (key == "myerson") {
        if (!desk.file.links) lacks(key, {R"("links" in the game file)", R"(博弈文件中的 "links")"});
        return payments(desk, key, myerson(desk.game, *desk.file.links, threads));
    }
    if (key == "tau") return tau(desk);
    if (key == "interaction") return interaction(desk);
    if (key == "shapley-sampled") return sampled(desk);
    if (key == "production-core") {
        if (desk.file.production_core_point.empty())
            lacks(key, {R"("production" in the game file, without "governance")",
                        R"(博弈文件中的 "production"，且无 "governance")"});
        return payments(desk, key, desk.file.production_core_point);
    }
    return std::nullopt;
}

} // namespace casus::game
