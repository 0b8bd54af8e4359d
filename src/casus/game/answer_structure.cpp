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
        for (std::size_t k = 0; k < found->best.size(); ++k) {
            Structure const& one = found->best[k];
            std::string const line = shown(one.value) + ": " + partition_name(desk.players(), one.blocks);
            items.push_back({line, line});
            if (k > 0)
                solved.json["next"].push_back(
                    {{"value", one.value}, {"blocks", blocks_of(desk.players(), one.blocks)}});
        }
        if (double const tolerance = structure_tolerance(desk.game); tolerance > 0.0)
            items.push_back({"No partition is better by more than " + shown(tolerance) + ", which is rounding.",
                             "没有划分好出 " + shown(tolerance) + " 以上；此为舍入误差。"});
        else
            items.push_back({"Exact: all worths are whole numbers.", "精确：所有值均为整数。"});
        Allocation const prices = found->prices.empty()
                                      ? structure_prices(desk.game, desk.request.rules, desk.request.threads)
                                      : found->prices;
        solved.certificate = {{"prices", by_player(desk.players(), prices)},
                              {"rules", rules_json(desk.players(), desk.request.rules)}};
    }
    solved.shapes.emplace_back(notes("structure", solution_note("structure").name, std::move(items)));
    return solved;
}

/// One kind of stability: how it is called and when it holds.
struct StabilityKind {
    Stability kind;
    std::string key;
    Text name;  ///< "Nash stable"
    Text holds; ///< why nothing happens
};

std::vector<StabilityKind> const& stability_kinds() {
    static std::vector<StabilityKind> const kinds{
        {Stability::Nash, "nash", {"Nash stable", "纳什稳定"}, {"nobody would move", "无人愿意移动"}},
        {Stability::Individual,
         "individual",
         {"individually stable", "个体稳定"},
         {"nobody would move and be welcome", "无人愿意移动且受欢迎"}},
        {Stability::Core, "core", {"core stable", "核心稳定"}, {"no coalition would break away", "没有联盟愿意脱离"}}};
    return kinds;
}

/// By how much; places in a list of preferences say nothing of that.
std::string gain_of(Move const& move, bool ranked) { return ranked ? std::string{} : " (+" + shown(move.gain) + ")"; }

Text move_note(Desk const& desk, std::optional<Move> const& move, StabilityKind const& kind, bool ranked) {
    if (!move)
        return {"It is " + kind.name.en + ": " + kind.holds.en + ".", kind.name.zh + "：" + kind.holds.zh + "。"};
    std::string const& who = desk.players()[move->player];
    std::string const gain = gain_of(*move, ranked);
    if (move->to == 0)
        return {"Not " + kind.name.en + ": " + who + " would leave to be alone" + gain + ".",
                "不是" + kind.name.zh + "：" + who + " 愿意独处" + gain + "。"};
    std::string const to = braced(desk.players(), move->to);
    return {"Not " + kind.name.en + ": " + who + " would join " + to + gain + ".",
            "不是" + kind.name.zh + "：" + who + " 愿意加入 " + to + gain + "。"};
}

Text blocking_note(Desk const& desk, std::optional<Coalition> const& blocking) {
    StabilityKind const& kind = stability_kinds().back();
    if (!blocking)
        return {"It is " + kind.name.en + ": " + kind.holds.en + ".", kind.name.zh + "：" + kind.holds.zh + "。"};
    std::string const who = braced(desk.players(), *blocking);
    return {"Not " + kind.name.en + ": " + who + " would break away.",
            "不是" + kind.name.zh + "：" + who + " 愿意脱离。"};
}

Text some_stable_note(Desk const& desk, std::optional<Partition> const& found, StabilityKind const& kind) {
    if (!found) return {"No partition is " + kind.name.en + ".", "没有" + kind.name.zh + "的划分。"};
    std::string const name = partition_name(desk.players(), *found);
    return {"A partition that is " + kind.name.en + ": " + name, kind.name.zh + "的一个划分：" + name};
}

void look_for_stable(Desk const& desk, Liking const& liking, Json& json, std::vector<Text>& items) {
    std::size_t const n = desk.game.players();
    if (n > most_players_for_stable_partition) {
        items.push_back(
            {"Stable partitions are looked for with at most 12 players.", "参与者不超过 12 个时才寻找稳定划分。"});
        return;
    }
    json["stable"] = Json::object();
    for (StabilityKind const& kind : stability_kinds()) {
        auto const found = stable_partition(n, liking, kind.kind);
        json["stable"][kind.key] = found ? blocks_of(desk.players(), *found) : Json(nullptr);
        items.push_back(some_stable_note(desk, found, kind));
    }
}

Partition asked_partition(Desk const& desk) {
    if (!desk.request.partition.empty()) return desk.request.partition;
    if (!desk.file.has_worths()) { // nothing makes one partition better than another: everybody alone
        Partition alone;
        for (std::size_t i = 0; i < desk.game.players(); ++i) alone.push_back(single(i));
        return alone;
    }
    auto const best = optimal_structure(desk.game, 1, desk.request.rules, desk.request.threads);
    return best ? best->best[0].blocks : Partition{everyone(desk.game.players())};
}

std::string share_rule(Desk const& desk) {
    std::string const& asked = desk.request.share;
    bool const told = desk.file.preferences.has_value();
    if (asked.empty()) return told ? "preferences" : "equal";
    if ((asked == "preferences") == told || (told && desk.file.has_worths())) return asked;
    Text const values{R"("values" in the game file)", R"(博弈文件中的 "values")"};
    Text const preferences{R"("preferences" in the game file)", R"(博弈文件中的 "preferences")"};
    throw Error(Problem{.place = {},
                        .what = {"the game has no such shares", "该博弈没有这种分配方式"},
                        .found = "--share " + asked,
                        .expected = asked == "preferences" ? preferences : values,
                        .nearest = {}});
}

Liking liking_by(Desk const& desk, std::string const& rule) {
    if (rule == "shapley") return shapley_shares(desk.game);
    if (rule == "equal") return equal_shares(desk.game);
    return {[&told = *desk.file.preferences](std::size_t i, Coalition block) { return told.liking(i, block); }};
}

void look_at_payments(Desk const& desk, Partition const& partition, Solved& solved, std::vector<Text>& items) {
    PartitionCore const found = partition_core(desk.game, partition, desk.request.threads);
    solved.json["core_with_payments"] = found.point.has_value();
    if (found.point) {
        solved.json["point"] = by_player(desk.players(), *found.point);
        items.push_back({"With side payments it holds: no coalition can do better.",
                         "允许转移支付时可以维持：没有联盟能做得更好。"});
    } else {
        solved.certificate = {{"weights", weights_json(desk.players(), found.proof)}};
        items.push_back({"With side payments it does not hold: whatever the payments, some coalition objects.",
                         "允许转移支付时不能维持：无论如何支付，总有联盟反对。"});
    }
}

Text share_note(std::string const& rule) {
    if (rule == "preferences")
        return {"Without side payments, by the players' preferences:", "无转移支付，按参与者的偏好："};
    if (rule == "shapley")
        return {"Without side payments, blocks sharing by Shapley's value:", "无转移支付，联盟内按沙普利值分配："};
    return {"Without side payments, blocks sharing equally:", "无转移支付，联盟内平均分配："};
}

Solved answer_stability(Desk const& desk) {
    std::string const rule = share_rule(desk);
    Partition const partition = asked_partition(desk);
    Liking const liking = liking_by(desk, rule);
    std::string const name = partition_name(desk.players(), partition);
    Solved solved{.key = "stability", .json = Json::object(), .certificate = {}, .allocation = {}, .shapes = {}};
    std::vector<Text> items{{"Looked at: " + name, "所考察的划分：" + name}};
    solved.json = {{"partition", blocks_of(desk.players(), partition)}, {"share", rule}};
    if (desk.file.has_worths()) look_at_payments(desk, partition, solved, items);
    auto const nash = nash_move(partition, liking);
    auto const individual = individual_move(partition, liking);
    auto const blocking = blocking_coalition(desk.game.players(), partition, liking);
    solved.json["nash"] = !nash;
    solved.json["individual"] = !individual;
    solved.json["core"] = !blocking;
    bool const ranked = rule == "preferences";
    items.push_back(share_note(rule));
    items.push_back(move_note(desk, nash, stability_kinds()[0], ranked));
    items.push_back(move_note(desk, individual, stability_kinds()[1], ranked));
    items.push_back(blocking_note(desk, blocking));
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
