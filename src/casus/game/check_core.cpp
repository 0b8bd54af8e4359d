#include "casus/game/answer_check_parts.hpp"
#include "casus/game/kohlberg.hpp"

#include <cmath>
#include <limits>

namespace casus::game {

using Json = nlohmann::ordered_json;

namespace {

/// v(S) − x(S) for every coalition, by the plain way.
std::vector<double> excesses(DenseGame const& game, Allocation const& x) {
    std::vector<double> excess(game.values().size());
    for (Coalition s = 1; s < excess.size(); ++s) excess[s] = game[s] - sum_over(s, x);
    return excess;
}

/// The coalition with the largest excess other than everybody.
Coalition loudest(std::vector<double> const& excess) {
    Coalition best = excess.size() > 2 ? 1 : 0;
    for (Coalition s = 1; s + 1 < excess.size(); ++s)
        if (excess[s] > excess[best]) best = s;
    return best;
}

std::optional<Text> not_shared_out(std::vector<double> const& excess, double tolerance) {
    if (std::abs(excess.back()) <= tolerance) return std::nullopt;
    return Text{"the payments do not add up to v(N)", "支付之和不等于 v(N)"};
}

/// Nothing when x shares out v(N) and leaves no coalition an excess above ε.
std::optional<Text> outside_core(Examined const& answer, Allocation const& x, double epsilon = 0.0) {
    auto const excess = excesses(answer.game, x);
    if (auto wrong = not_shared_out(excess, answer.tolerance())) return wrong;
    Coalition const who = loudest(excess);
    if (who == 0 || excess[who] <= epsilon + answer.tolerance()) return std::nullopt;
    std::string const name = braced(answer.players(), who);
    return Text{name + " objects", name + " 反对"};
}

/// Balanced weights δ bound every excess from below: ε Σδ ≥ Σ δ_S v(S) − v(N).
std::optional<double> least_by_weights(DenseGame const& game, BalancingWeights const& weights) {
    std::vector<Rational> cover(game.players());
    Rational worth = -Rational(game.total());
    Rational sum = 0;
    for (ProofWeight const& w : weights) {
        if (w.weight <= 0 || w.coalition == 0 || w.coalition == everyone(game.players())) return std::nullopt;
        for_each_member(w.coalition, [&](std::size_t i) { cover[i] += w.weight; });
        worth += w.weight * Rational(game[w.coalition]);
        sum += w.weight;
    }
    for (Rational const& c : cover)
        if (c != 1) return std::nullopt;
    return Rational(worth / sum).convert_to<double>();
}

/// That the largest excess at x is `epsilon`, and can be no less.
std::optional<Text> not_least(Examined const& answer, std::string const& key, Allocation const& x, double epsilon) {
    if (auto wrong = outside_core(answer, x, epsilon)) return wrong;
    auto const least =
        least_by_weights(answer.game, from_weights(answer.players(), answer.certificates.at(key).at("weights")));
    if (!least) return Text{"the weights do not balance", "权重不平衡"};
    if (std::abs(*least - epsilon) > answer.tolerance())
        return Text{"the weights prove only " + shown(*least), "权重只能证明 " + shown(*least)};
    return std::nullopt;
}

Check core(Examined const& answer) {
    Json const& told = answer.solutions["core"];
    bool const weighed = answer.certified("core");
    if (told.at("empty").get<bool>()) {
        auto const weights = from_weights(answer.players(), answer.certificates.at("core").at("weights"));
        if (auto wrong = refute_empty_core(answer.game, weights)) return verdict("core", wrong);
        auto const least = least_by_weights(answer.game, weights);
        if (told.contains("least_epsilon") &&
            !(least && std::abs(*least - told["least_epsilon"].get<double>()) <= answer.tolerance()))
            return verdict("core", Text{"the weights prove another least ε", "权重证明的最小 ε 不同"});
        return verdict("core", std::nullopt);
    }
    Allocation const x = from_players(answer.players(), told.at("point"));
    if (auto wrong = outside_core(answer, x)) return verdict("core", wrong);
    if (!told.contains("least_epsilon")) return verdict("core", std::nullopt);
    if (weighed) return verdict("core", not_least(answer, "core", x, told["least_epsilon"].get<double>()));
    return verdict(
        "core", std::nullopt,
        {"the point holds; nothing to check least_epsilon by", "该点成立；没有可供检验 least_epsilon 的证明"});
}

Check least_core(Examined const& answer) {
    Json const& told = answer.solutions["least-core"];
    Allocation const x = from_players(answer.players(), told.at("point"));
    if (answer.game.players() == 1) return verdict("least-core", outside_core(answer, x));
    if (!answer.certified("least-core")) return unchecked("least-core", {"no certificate", "没有证明"});
    return verdict("least-core", not_least(answer, "least-core", x, told.at("epsilon").get<double>()));
}

/// The greatest imbalance of maximum surpluses between two players, by the definition.
double imbalance(DenseGame const& game, Allocation const& x, std::vector<double> const& excess, bool prekernel) {
    std::size_t const n = game.players();
    std::vector<double> surplus(n * n, -std::numeric_limits<double>::infinity());
    for (Coalition s = 1; s < excess.size(); ++s)
        for_each_member(s, [&](std::size_t i) {
            for_each_member(everyone(n) & ~s,
                            [&](std::size_t j) { surplus[i * n + j] = std::max(surplus[i * n + j], excess[s]); });
        });
    double most = 0.0;
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
            if (i != j && (prekernel || x[j] > game[single(j)] + 1e-8 * game.scale()))
                most = std::max(most, surplus[i * n + j] - surplus[j * n + i]);
    return most;
}

Check membership(Examined const& answer) {
    Json const& told = answer.solutions["membership"];
    DenseGame const& game = answer.game;
    Allocation const x = from_players(answer.players(), told.at("point"));
    auto const excess = excesses(game, x);
    bool const shared_out = !not_shared_out(excess, answer.tolerance());
    bool rational = shared_out;
    for (std::size_t i = 0; i < x.size(); ++i) rational = rational && x[i] >= game[single(i)] - answer.tolerance();
    double const kernel_noise = 1.1e-8 * game.scale();
    double const most = excess[loudest(excess)];
    double const epsilon = told.at("epsilon").get<double>();
    std::vector<std::pair<std::string, bool>> const claims{
        {"core", shared_out && most <= answer.tolerance()},
        {"epsilon_core", shared_out && most <= epsilon + answer.tolerance()},
        {"kernel", rational && imbalance(game, x, excess, false) <= kernel_noise},
        {"prekernel", shared_out && imbalance(game, x, excess, true) <= kernel_noise}};
    for (auto const& [name, holds] : claims)
        if (told.at(name).get<bool>() != holds)
            return verdict("membership",
                           Text{"the claim about \"" + name + "\" is wrong", "关于 \"" + name + "\" 的说法有误"});
    if (told.contains("objection")) {
        Coalition const who = from_members(answer.players(), told["objection"].at("members"));
        if (std::abs(excess[who] - told["objection"].at("excess").get<double>()) > answer.tolerance())
            return verdict("membership", Text{"the objection's excess is another", "反对联盟的超出值不同"});
    }
    return verdict("membership", std::nullopt);
}

std::optional<Text> apart(Examined const& answer, Allocation const& told, std::vector<Rational> const& exact) {
    for (std::size_t i = 0; i < told.size(); ++i)
        if (!(std::abs(told[i] - exact[i].convert_to<double>()) <= answer.tolerance()))
            return Text{answer.players()[i] + " should have " + shown(exact[i].convert_to<double>()),
                        answer.players()[i] + " 应得 " + shown(exact[i].convert_to<double>())};
    return std::nullopt;
}

/// The prenucleolus may not lean on bounds; the nucleolus must keep to them.
std::optional<Text> breaks_bounds(Examined const& answer, std::string const& key, NucleolusProof const& proof) {
    for (ProofStage const& stage : proof.stages)
        if (key == "prenucleolus" && !stage.at_bound.empty())
            return Text{"its proof leans on players' bounds", "其证明依赖参与者的下界"};
    for (std::size_t i = 0; key == "nucleolus" && i < proof.point.size(); ++i)
        if (proof.point[i] < Rational(answer.game[single(i)]) - Rational(answer.tolerance()))
            return Text{answer.players()[i] + " has less than alone", answer.players()[i] + " 所得少于单独行动"};
    return std::nullopt;
}

Check no_imputation(Examined const& answer) {
    Rational alone = 0;
    for (std::size_t i = 0; i < answer.game.players(); ++i) alone += Rational(answer.game[single(i)]);
    bool const none = alone > Rational(answer.game.total());
    return verdict("nucleolus", none ? std::nullopt : std::optional(Text{"there are imputations", "存在归因"}),
                   {"there is no imputation", "没有归因"});
}

Check nucleolus(Examined const& answer, std::string const& key) {
    if (!answer.certified(key)) return unchecked(key, {"no certificate", "没有证明"});
    Json const& certificate = answer.certificates[key];
    NucleolusProof proof;
    for (std::string const& player : answer.players())
        proof.point.emplace_back(certificate.at("point").at(player).get<std::string>());
    for (Json const& stage : certificate.at("stages"))
        proof.stages.push_back({from_weights(answer.players(), stage.at("coalitions")),
                                from_weights(answer.players(), stage.at("at_bound"))});
    if (auto const wrong = breaks_bounds(answer, key, proof)) return verdict(key, wrong);
    if (auto const wrong = apart(answer, from_players(answer.players(), answer.solutions[key]), proof.point))
        return verdict(key, wrong);
    if (!refute(answer.game, proof)) return verdict(key, std::nullopt);
    if (auto const wrong = refute(answer.game, proof, answer.tolerance())) return verdict(key, wrong);
    return {
        key, Verdict::WithinRounding, {"holds within the rounding of the game's values", "在博弈取值的舍入范围内成立"}};
}

} // namespace

std::optional<Check> check_core(Examined const& answer, std::string const& key) {
    std::vector<std::string> const keys{"core",         "least-core", "nucleolus",
                                        "prenucleolus", "membership", "production-core"};
    if (std::ranges::find(keys, key) == keys.end()) return std::nullopt;
    if (key == "nucleolus" && answer.solutions[key].is_null()) return no_imputation(answer);
    if (answer.solutions[key].is_null()) return verdict(key, Text{"there is no answer", "没有解答"});
    if (key == "nucleolus" || key == "prenucleolus") return nucleolus(answer, key);
    if (key == "core") return core(answer);
    if (key == "least-core") return least_core(answer);
    if (key == "production-core")
        return verdict(key, outside_core(answer, from_players(answer.players(), answer.solutions[key])),
                       {"a point of the core", "是核心中的一点"});
    if (answer.game.players() > most_players_to_check)
        return unchecked(key, {"more than 16 players", "参与者超过 16 个"});
    return membership(answer);
}

} // namespace casus::game
