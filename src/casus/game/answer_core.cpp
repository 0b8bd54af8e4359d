#include "casus/game/answer_parts.hpp"
#include "casus/game/catalogue.hpp"
#include "casus/game/core.hpp"

#include <cmath>

namespace casus::game {

using Json = nlohmann::ordered_json;

namespace {

constexpr std::size_t most_players_to_prove = 16;

Json proof_json(std::vector<std::string> const& players, NucleolusProof const& proof) {
    Json json = Json::object();
    json["point"] = Json::object();
    for (std::size_t i = 0; i < players.size(); ++i) json["point"][players[i]] = proof.point[i].str();
    json["stages"] = Json::array();
    for (ProofStage const& stage : proof.stages)
        json["stages"].push_back({{"coalitions", weights_json(players, stage.coalitions)},
                                  {"at_bound", weights_json(players, stage.at_bound)}});
    return json;
}

std::string counted(std::size_t count, std::string const& one) {
    return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
}

Text number_note(std::size_t scans, std::size_t stages) {
    return {counted(stages, "stage") + ", " + counted(scans, "scan") + " of all coalitions.",
            std::to_string(stages) + " 个阶段，对全部联盟扫描 " + std::to_string(scans) + " 次。"};
}

Text proof_note(Desk const& desk, std::optional<NucleolusProof> const& proof) {
    if (desk.game.players() > most_players_to_prove)
        return {"Not proven: certificates are made for up to 16 players.", "未证明：仅对不超过 16 个参与者给出证明。"};
    if (!proof) return {"Not proven: excesses lie too close together.", "未证明：超出值过于接近。"};
    if (refute(desk.game, *proof))
        return {"Proven to 1e-9 of the largest worth (Kohlberg's criterion).",
                "已证明，误差不超过最大值的 1e-9（科尔伯格判据）。"};
    return {"Proven in exact fractions (Kohlberg's criterion).", "已用精确分数证明（科尔伯格判据）。"};
}

Solved solve_nucleolus(Desk const& desk, std::string const& key) {
    auto answered = proven_nucleolus(desk.game, key == "nucleolus", desk.request.threads);
    Solved solved{.key = key, .json = nullptr, .certificate = {}, .allocation = {}, .shapes = {}};
    std::vector<Text> items;
    if (!answered) {
        items.push_back({"There is no imputation: the players have more alone than v(N).",
                         "没有归因：各人单独所得之和超过 v(N)。"});
    } else {
        auto& [found, proof] = *answered;
        items.push_back(number_note(found.scans, found.stages.size()));
        items.push_back(proof_note(desk, proof));
        if (proof) {
            for (std::size_t i = 0; i < found.point.size(); ++i) found.point[i] = proof->point[i].convert_to<double>();
            solved.certificate = proof_json(desk.players(), *proof);
        }
        solved.json = by_player(desk.players(), found.point);
        solved.allocation = found.point;
    }
    solved.shapes.emplace_back(notes(key, solution_note(key).name, std::move(items)));
    return solved;
}

Solved answer_core(Desk const& desk) {
    CoreAnswer const found = core(desk.game, desk.request.threads);
    Solved solved{.key = "core", .json = Json::object(), .certificate = {}, .allocation = {}, .shapes = {}};
    solved.json["empty"] = found.empty;
    std::vector<Text> items;
    if (!found.empty) {
        solved.json["point"] = by_player(desk.players(), found.point);
        solved.allocation = found.point;
        items.push_back({"Not empty; the payments shown are one of its points.", "非空；表中所示为其中一点。"});
    } else {
        items.push_back({"Empty. Coalitions that share everyone's time by these weights make more than v(N):",
                         "为空。按下列权重分配各人时间的联盟总值超过 v(N)："});
        for (ProofWeight const& w : found.proof) {
            std::string const line = w.weight.str() + " × {" + name_of(w.coalition, desk.players()) + "}";
            items.push_back({line, line});
        }
    }
    if (!found.proof.empty()) solved.certificate = {{"weights", weights_json(desk.players(), found.proof)}};
    if (std::isfinite(found.least_epsilon)) solved.json["least_epsilon"] = found.least_epsilon;
    solved.shapes.emplace_back(notes("core", solution_note("core").name, std::move(items)));
    return solved;
}

Solved answer_least_core(Desk const& desk) {
    Nucleolus const found = least_core(desk.game, desk.request.threads);
    Solved solved{
        .key = "least-core", .json = Json::object(), .certificate = {}, .allocation = found.point, .shapes = {}};
    double const epsilon = found.stages.empty() ? 0.0 : found.stages[0].excess;
    solved.json = {{"epsilon", epsilon}, {"point", by_player(desk.players(), found.point)}};
    if (!found.stages.empty())
        if (auto const weights = balance(desk.game, found.stages[0]))
            solved.certificate = {{"weights", weights_json(desk.players(), *weights)}};
    solved.shapes.emplace_back(notes("least-core", solution_note("least-core").name,
                                     {{"The largest excess cannot be below " + shown(epsilon) + ".",
                                       "最大超出值不可能低于 " + shown(epsilon) + "。"}}));
    return solved;
}

Text imbalance_note(Desk const& desk, std::optional<Imbalance> const& found, Text const& where) {
    if (!found) return {"In the " + where.en + ".", "在" + where.zh + "中。"};
    std::string const& strong = desk.players()[found->strong];
    std::string const& weak = desk.players()[found->weak];
    return {"Not in the " + where.en + ": " + strong + " outweighs " + weak + " by " + shown(found->surplus) + ".",
            "不在" + where.zh + "中：" + strong + " 对 " + weak + " 的优势为 " + shown(found->surplus) + "。"};
}

Text objection_note(Desk const& desk, std::optional<Objection> const& found, Text const& where) {
    if (!found) return {"In the " + where.en + ".", "在" + where.zh + "中。"};
    if (found->coalition == everyone(desk.game.players()))
        return {"Not in the " + where.en + ": the payments miss v(N) by " + shown(found->excess) + ".",
                "不在" + where.zh + "中：支付之和与 v(N) 相差 " + shown(found->excess) + "。"};
    std::string const who = braced(desk.players(), found->coalition);
    return {"Not in the " + where.en + ": " + who + " would have " + shown(found->excess) + " more on its own.",
            "不在" + where.zh + "中：" + who + " 单独行动可多得 " + shown(found->excess) + "。"};
}

/// Kernel and prekernel are among the payments that share out v(N); the kernel, among those that give all at least v(i).
std::optional<Text> outside(Desk const& desk, Allocation const& x, bool individually_rational, Text const& where) {
    double const tolerance = 1e-9 * desk.game.scale();
    std::size_t const n = desk.game.players();
    if (std::abs(desk.game.total() - sum_over(everyone(n), x)) > tolerance)
        return Text{"Not in the " + where.en + ": the payments do not add up to v(N).",
                    "不在" + where.zh + "中：支付之和不等于 v(N)。"};
    for (std::size_t i = 0; individually_rational && i < n; ++i)
        if (x[i] < desk.game[single(i)] - tolerance)
            return Text{"Not in the " + where.en + ": " + desk.players()[i] + " has less than alone.",
                        "不在" + where.zh + "中：" + desk.players()[i] + " 所得少于单独行动。"};
    return std::nullopt;
}

Solved answer_membership(Desk const& desk) {
    Allocation const& x = desk.request.point;
    if (x.empty())
        throw Error(Problem{.place = {},
                            .what = {"no payment to look at", "没有给出支付"},
                            .found = {},
                            .expected = {"--point A=1,B=2,…", "--point A=1,B=2,…"},
                            .nearest = {}});
    std::size_t const threads = desk.request.threads;
    auto const in_core = objection(desk.game, x, 0.0, threads);
    auto const in_epsilon_core = objection(desk.game, x, desk.request.epsilon, threads);
    auto const in_kernel = kernel_imbalance(desk.game, x);
    auto const in_prekernel = kernel_imbalance(desk.game, x, true);
    Text const kernel{"kernel", "内核"};
    Text const prekernel{"prekernel", "预内核"};
    auto const no_imputation = outside(desk, x, true, kernel);
    auto const no_preimputation = outside(desk, x, false, prekernel);
    Solved solved{.key = "membership", .json = Json::object(), .certificate = {}, .allocation = x, .shapes = {}};
    solved.json = {{"point", by_player(desk.players(), x)},  {"core", !in_core},
                   {"epsilon", desk.request.epsilon},        {"epsilon_core", !in_epsilon_core},
                   {"kernel", !no_imputation && !in_kernel}, {"prekernel", !no_preimputation && !in_prekernel}};
    if (in_core)
        solved.json["objection"] = {{"members", members_of(desk.players(), in_core->coalition)},
                                    {"excess", in_core->excess}};
    solved.shapes.emplace_back(
        notes("membership", solution_note("membership").name,
              {objection_note(desk, in_core, {"core", "核心"}),
               objection_note(desk, in_epsilon_core,
                              {"ε-core for ε = " + shown(desk.request.epsilon),
                               "ε-核心（ε = " + shown(desk.request.epsilon) + "）"}),
               no_imputation ? *no_imputation : imbalance_note(desk, in_kernel, kernel),
               no_preimputation ? *no_preimputation : imbalance_note(desk, in_prekernel, prekernel)}));
    return solved;
}

} // namespace

std::optional<Solved> solve_core(Desk const& desk, std::string const& key) {
    if (key == "prenucleolus" || key == "nucleolus") return solve_nucleolus(desk, key);
    if (key == "core") return answer_core(desk);
    if (key == "least-core") return answer_least_core(desk);
    if (key == "membership") return answer_membership(desk);
    return std::nullopt;
}

} // namespace casus::game
