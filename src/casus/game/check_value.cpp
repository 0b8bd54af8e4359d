#include "casus/game/answer_check_parts.hpp"
#include "casus/game/definitions.hpp"
#include "casus/game/semivalue.hpp"
#include "casus/game/tau_value.hpp"

#include <cmath>

namespace casus::game {

using Json = nlohmann::ordered_json;

namespace {

double decimal(Rational const& x) { return x.convert_to<double>(); }

std::optional<Text> apart(Examined const& answer, Allocation const& told, std::vector<Rational> const& exact,
                          double tolerance) {
    for (std::size_t i = 0; i < told.size(); ++i)
        if (!(std::abs(told[i] - decimal(exact[i])) <= tolerance))
            return Text{answer.players()[i] + " should have " + shown(decimal(exact[i])),
                        answer.players()[i] + " 应得 " + shown(decimal(exact[i]))};
    return std::nullopt;
}

Check compare(Examined const& answer, std::string const& key, std::vector<Rational> const& exact) {
    return verdict(key,
                   apart(answer, from_players(answer.players(), answer.solutions[key]), exact, answer.tolerance()));
}

Check normalised(Examined const& answer, WholeWorths const& worths) {
    std::string const key = "banzhaf-normalised";
    std::size_t const n = worths.players();
    std::vector<Rational> exact = semivalue_by_definition(worths, exact_binomial_weights(n, Rational(1, 2)));
    Rational sum = 0;
    for (Rational const& x : exact) sum += x;
    double const scale = answer.game.scale();
    double const conditioned = std::abs(decimal(sum)) / scale;
    if (answer.solutions[key].is_null()) {
        bool const meaningless = conditioned <= least_banzhaf_sum * (1.0 + 1e-6);
        return verdict(key, meaningless ? std::nullopt : std::optional(Text{"the value exists", "该值存在"}),
                       {"the raw values add up to next to nothing", "原始值之和几近于零"});
    }
    double largest = scale;
    for (Rational& x : exact) {
        x = sum == 0 ? Rational(0) : Rational(x * Rational(answer.game.total()) / sum);
        largest = std::max(largest, std::abs(decimal(x)));
    }
    double const tolerance = 1e-9 * largest * std::max(1.0, 1e-2 / std::max(conditioned, 1e-9));
    return verdict(key, apart(answer, from_players(answer.players(), answer.solutions[key]), exact, tolerance));
}

Check tau(Examined const& answer, WholeWorths const& worths) {
    auto const exact = tau_by_definition(worths, Rational(tau_tolerance(answer.game)));
    if (answer.solutions["tau"].is_null())
        return verdict("tau", exact ? std::optional(Text{"the value exists", "该值存在"}) : std::nullopt,
                       {"the game is not quasi-balanced", "该博弈不是拟平衡的"});
    if (exact) return compare(answer, "tau", exact->value);
    return verdict("tau", Text{"the game is not quasi-balanced", "该博弈不是拟平衡的"});
}

Check interaction(Examined const& answer, WholeWorths const& worths) {
    std::vector<std::string> const& players = answer.players();
    std::size_t const n = players.size();
    std::vector<Rational> const exact = interaction_by_definition(worths);
    Json const& told = answer.solutions["interaction"];
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
            if (i != j && !(std::abs(told.at(players[i]).at(players[j]).get<double>() - decimal(exact[i * n + j])) <=
                            2.0 * answer.tolerance())) {
                std::string const pair = players[i] + " – " + players[j];
                return verdict("interaction", Text{pair + " should be " + shown(decimal(exact[i * n + j])),
                                                   pair + " 应为 " + shown(decimal(exact[i * n + j]))});
            }
    return verdict("interaction", std::nullopt);
}

/// An estimate is neither right nor wrong; how far it is off can be said.
Check sampled(Examined const& answer, WholeWorths const& worths) {
    Allocation const told = from_players(answer.players(), answer.solutions["shapley-sampled"].at("value"));
    auto const exact = semivalue_by_definition(worths, exact_shapley_weights(worths.players()));
    double most = 0.0;
    for (std::size_t i = 0; i < told.size(); ++i) most = std::max(most, std::abs(told[i] - decimal(exact[i])));
    return unchecked("shapley-sampled",
                     {"an estimate; its largest error is " + shown(most), "是估计值；最大误差为 " + shown(most)});
}

std::vector<Rational> size_weights(Examined const& answer) {
    auto const by_size = answer.certificates.at("semivalue").at("size_weights").get<std::vector<double>>();
    bool usable = by_size.size() == answer.game.players();
    double sum = 0.0;
    for (double const p : by_size) {
        usable = usable && p >= 0.0 && std::isfinite(p);
        sum += p;
    }
    return usable && sum > 0.0 ? exact_size_weights(by_size) : std::vector<Rational>{};
}

/// The probability that it was solved for is part of the answer, and is named.
Check binomial(Examined const& answer, WholeWorths const& worths) {
    double const p = answer.certificates.at("binomial").at("probability").get<double>();
    if (!(p >= 0.0 && p <= 1.0)) return verdict("binomial", Text{"not a probability", "不是概率"});
    Check check = compare(answer, "binomial",
                          semivalue_by_definition(worths, exact_binomial_weights(worths.players(), Rational(p))));
    if (check.verdict == Verdict::Proven) check.reason = {"holds for p = " + shown(p), "对 p = " + shown(p) + " 成立"};
    return check;
}

} // namespace

std::optional<Check> check_value(Examined const& answer, std::string const& key) {
    std::vector<std::string> const keys{"shapley", "banzhaf", "banzhaf-normalised", "binomial",   "semivalue", "owen",
                                        "myerson", "tau",     "shapley-sampled",    "interaction"};
    if (std::ranges::find(keys, key) == keys.end()) return std::nullopt;
    std::size_t const n = answer.game.players();
    if (n > most_players_to_check) return unchecked(key, {"more than 16 players", "参与者超过 16 个"});
    WholeWorths worths(answer.game);
    if (key == "tau") return tau(answer, worths);
    if (key == "banzhaf-normalised") return normalised(answer, worths);
    if (answer.solutions[key].is_null()) return verdict(key, Text{"there is no answer", "没有解答"});
    if (key == "interaction") return interaction(answer, worths);
    if (key == "shapley-sampled") return sampled(answer, worths);
    if (key == "binomial") return binomial(answer, worths);
    if (key == "owen") {
        if (answer.file.unions.empty()) return verdict(key, Text{"the game has no unions", "该博弈没有先验联盟"});
        return compare(answer, key, owen_by_definition(worths, answer.file.unions));
    }
    if (key == "banzhaf")
        return compare(answer, key, semivalue_by_definition(worths, exact_binomial_weights(n, Rational(1, 2))));
    if (key == "semivalue") {
        auto const weights = size_weights(answer);
        if (weights.empty()) return verdict(key, Text{"no weights by size", "没有按规模的权重"});
        return compare(answer, key, semivalue_by_definition(worths, weights));
    }
    if (key == "myerson") {
        if (!answer.file.links) return verdict(key, Text{"the game has no links", "该博弈没有联系"});
        worths.restrict_to(*answer.file.links);
    }
    return compare(answer, key, semivalue_by_definition(worths, exact_shapley_weights(n)));
}

} // namespace casus::game
