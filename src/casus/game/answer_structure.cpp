#include "casus/game/answer_parts.hpp"
#include "casus/game/catalogue.hpp"
#include "casus/game/stability.hpp"

namespace casus::game {

using Json = nlohmann::ordered_json;

namespace {

Solved answer_structure(Desk const& desk) {
    auto const found = optimal_structure(desk.game, desk.request.count, desk.request.rules, desk.request.threads);
    Solved solved{.key = "structure", .json = nullptr, .certificate = {}, .allocation = {}, .shapes = {}};
    std::vector<Text> items;
    if (!found) {
        items.push_back({"The rules allow no partition.", "约束不允许任何划分。"});
    } else {
        solved.json = {{"value", found->best[0].value}, {"blocks", blocks_of(desk.players(), found->best[0].blocks)}};
        if (desk.request.count > 1) solved.json["next"] = Json::array();
        if (double const tolerance = structure_tolerance(desk.game); tolerance > 0.0)
            items.push_back({"No partition is better by more than " + shown(tolerance) + ", which is rounding.",
                             "没有划分好出 " + shown(tolerance) + " 以上；此为舍入误差。"});
        else
            items.push_back({"Exact: all worths are whole numbers.", "精确：所有值均为整数。"});
        for (std::size_t k = 0; k < found->best.size(); ++k) {
            Structure const& one = found->best[k];
            std::string const line = shown(one.value) + ": " + partition_name(desk.players(), one.blocks);
            items.push_back({line, line});
            if (k > 0)
                solved.json["next"].push_back(
                    {{"value", one.value}, {"blocks", blocks_of(desk.players(), one.blocks)}});
        }
        Allocation const prices = found->prices.empty()
                                      ? structure_prices(desk.game, desk.request.rules, desk.request.threads)
                                      : found->prices;
        solved.certificate = {{"prices", by_player(desk.players(), prices)},
                              {"rules", rules_json(desk.players(), desk.request.rules)}};
    }
    solved.shapes.emplace_back(notes("structure", solution_note("structure").name, std::move(items)));
    return solved;
}

Text move_note(Desk const& desk, std::optional<Move> const& move, Text const& kind) {
    if (!move) return {"It is " + kind.en + " stable: nobody would move.", kind.zh + "稳定：无人愿意移动。"};
    std::string const& who = desk.players()[move->player];
    std::string const gain = shown(move->gain);
    if (move->to == 0)
        return {"Not " + kind.en + " stable: " + who + " would leave to be alone (+" + gain + ").",
                "不是" + kind.zh + "稳定：" + who + " 愿意独处（+" + gain + "）。"};
    std::string const to = braced(desk.players(), move->to);
    return {"Not " + kind.en + " stable: " + who + " would join " + to + " (+" + gain + ").",
            "不是" + kind.zh + "稳定：" + who + " 愿意加入 " + to + "（+" + gain + "）。"};
}

Text some_stable_note(Desk const& desk, std::optional<Partition> const& found, Text const& kind) {
    if (!found) return {"No partition is " + kind.en + " stable.", "没有" + kind.zh + "稳定的划分。"};
    std::string const name = partition_name(desk.players(), *found);
    return {"A partition that is " + kind.en + " stable: " + name, kind.zh + "稳定的一个划分：" + name};
}

void look_for_stable(Desk const& desk, Liking const& liking, Json& json, std::vector<Text>& items) {
    std::size_t const n = desk.game.players();
    if (n > most_players_for_stable_partition) {
        items.push_back(
            {"Stable partitions are looked for with at most 12 players.", "参与者不超过 12 个时才寻找稳定划分。"});
        return;
    }
    std::vector<std::pair<Stability, Text>> const kinds{{Stability::Nash, {"Nash", "纳什"}},
                                                        {Stability::Individual, {"individually", "个体"}},
                                                        {Stability::Core, {"core", "核心"}}};
    std::vector<std::string> const keys{"nash", "individual", "core"};
    json["stable"] = Json::object();
    for (std::size_t k = 0; k < kinds.size(); ++k) {
        auto const found = stable_partition(n, liking, kinds[k].first);
        json["stable"][keys[k]] = found ? blocks_of(desk.players(), *found) : Json(nullptr);
        items.push_back(some_stable_note(desk, found, kinds[k].second));
    }
}

Partition asked_partition(Desk const& desk) {
    if (!desk.request.partition.empty()) return desk.request.partition;
    auto const best = optimal_structure(desk.game, 1, desk.request.rules, desk.request.threads);
    return best ? best->best[0].blocks : Partition{everyone(desk.game.players())};
}

Solved answer_stability(Desk const& desk) {
    Partition const partition = asked_partition(desk);
    Liking const liking = desk.request.shapley_shares ? shapley_shares(desk.game) : equal_shares(desk.game);
    PartitionCore const with_payments = partition_core(desk.game, partition, desk.request.threads);
    auto const& point = with_payments.point;
    auto const nash = nash_move(partition, liking);
    auto const individual = individual_move(partition, liking);
    auto const blocking = blocking_coalition(desk.game.players(), partition, liking);
    std::string const name = partition_name(desk.players(), partition);
    std::vector<Text> items{{"Looked at: " + name, "所考察的划分：" + name}};
    items.push_back(point ? Text{"With side payments it holds: no coalition can do better.",
                                 "允许转移支付时可以维持：没有联盟能做得更好。"}
                          : Text{"With side payments it does not hold: whatever the payments, some coalition objects.",
                                 "允许转移支付时不能维持：无论如何支付，总有联盟反对。"});
    items.push_back(move_note(desk, nash, {"Nash", "纳什"}));
    items.push_back(move_note(desk, individual, {"individually", "个体"}));
    std::string const blockers = blocking ? braced(desk.players(), *blocking) : std::string{};
    items.push_back(
        blocking ? Text{"Blocked without side payments by " + blockers + ".", "无转移支付时被 " + blockers + " 阻挠。"}
                 : Text{"Blocked by no coalition without side payments.", "无转移支付时没有联盟阻挠。"});
    Solved solved{.key = "stability", .json = Json::object(), .certificate = {}, .allocation = {}, .shapes = {}};
    solved.json = {{"partition", blocks_of(desk.players(), partition)},
                   {"share", desk.request.shapley_shares ? "shapley" : "equal"},
                   {"core_with_payments", point.has_value()},
                   {"nash", !nash},
                   {"individual", !individual},
                   {"core", !blocking}};
    if (point)
        solved.json["point"] = by_player(desk.players(), *point);
    else
        solved.certificate = {{"weights", weights_json(desk.players(), with_payments.proof)}};
    look_for_stable(desk, liking, solved.json, items);
    solved.shapes.emplace_back(notes("stability", solution_note("stability").name, std::move(items)));
    return solved;
}

} // namespace

std::optional<Solved> solve_structure(Desk const& desk, std::string const& key) {
    if (key == "structure") return answer_structure(desk);
    if (key == "stability") return answer_stability(desk);
    return std::nullopt;
}

} // namespace casus::game
