#include "casus/game/answer_parts.hpp"
#include "casus/game/core.hpp"
#include "casus/game/semivalue.hpp"

#include <fmt/format.h>

#include <cmath>

namespace casus::game {

using Json = nlohmann::ordered_json;

namespace {

constexpr std::size_t most_players = 16; ///< for exact fractions over all coalitions

Text const holds{"holds", "成立"};

/// w_s of Shapley's value in exact fractions, s!(n−1−s)!/n!.
std::vector<Rational> exact_shapley_weights(std::size_t n) {
    std::vector<Rational> weights{Rational(1, static_cast<long>(n))};
    for (std::size_t s = 0; s + 1 < n; ++s)
        weights.push_back(weights.back() * Rational(static_cast<long>(s + 1), static_cast<long>(n - 1 - s)));
    return weights;
}

std::vector<Rational> exact_binomial_weights(std::size_t n, double probability) {
    Rational const p(probability);
    std::vector<Rational> weights;
    for (std::size_t s = 0; s < n; ++s) {
        Rational weight = 1;
        for (std::size_t k = 0; k + 1 < n; ++k) weight *= k < s ? p : Rational(1 - p);
        weights.push_back(weight);
    }
    return weights;
}

/// Σ_S w_|S| [v(S∪i) − v(S)], grouped by size so that fractions are added exactly.
std::vector<Rational> by_definition(DenseGame const& game, std::vector<Rational> const& weights) {
    std::size_t const n = game.players();
    std::vector<Rational> values;
    for (std::size_t i = 0; i < n; ++i) {
        std::vector<Rational> marginals(n);
        for (Coalition s = 0; s < single(n); ++s)
            if (!contains(s, i)) marginals[size_of(s)] += Rational(game[s | single(i)]) - Rational(game[s]);
        Rational sum = 0;
        for (std::size_t s = 0; s < n; ++s) sum += weights[s] * marginals[s];
        values.push_back(sum);
    }
    return values;
}

class Checker {
public:
    Checker(GameFile const& file, DenseGame const& game, Json const& document)
        : players_(file.players), game_(game), solutions_(document.at("solutions")),
          certificates_(document.contains("certificates") ? document["certificates"] : Json::object()) {}

    [[nodiscard]] Check check(std::string const& key) const {
        if (solutions_[key].is_null()) return unchecked(key);
        if (key == "shapley" || key == "banzhaf" || key == "banzhaf-normalised" || key == "binomial") return value(key);
        if (key == "nucleolus" || key == "prenucleolus") return nucleolus(key);
        if (key == "core") return core();
        if (key == "structure") return structure();
        return unchecked(key);
    }

private:
    static Check unchecked(std::string const& key) {
        return {key, Verdict::Unchecked, {"nothing to check it by", "没有可供检验的证明"}};
    }

    static Check verdict(std::string const& key, std::optional<Text> const& wrong) {
        return wrong ? Check{key, Verdict::Refuted, *wrong} : Check{key, Verdict::Proven, holds};
    }

    [[nodiscard]] std::optional<Text> apart(Allocation const& told, std::vector<Rational> const& exact) const {
        for (std::size_t i = 0; i < told.size(); ++i)
            if (std::abs(told[i] - exact[i].convert_to<double>()) > 1e-9 * game_.scale())
                return Text{players_[i] + " should have " + shown(exact[i].convert_to<double>()),
                            players_[i] + " 应得 " + shown(exact[i].convert_to<double>())};
        return std::nullopt;
    }

    [[nodiscard]] Check value(std::string const& key) const {
        std::size_t const n = game_.players();
        if (n > most_players) return {key, Verdict::Unchecked, {"more than 16 players", "参与者超过 16 个"}};
        double const p = key == "binomial" ? certificates_.at(key).at("probability").get<double>() : 0.5;
        std::vector<Rational> exact =
            by_definition(game_, key == "shapley" ? exact_shapley_weights(n) : exact_binomial_weights(n, p));
        if (key == "banzhaf-normalised") {
            Rational sum = 0;
            for (Rational const& x : exact) sum += x;
            for (Rational& x : exact) x = sum == 0 ? Rational(0) : Rational(x * Rational(game_.total()) / sum);
        }
        return verdict(key, apart(from_players(players_, solutions_[key]), exact));
    }

    [[nodiscard]] Check nucleolus(std::string const& key) const {
        if (!certificates_.contains(key)) return unchecked(key);
        NucleolusProof proof;
        for (std::string const& player : players_)
            proof.point.emplace_back(certificates_[key].at("point").at(player).get<std::string>());
        for (Json const& stage : certificates_[key].at("stages"))
            proof.stages.push_back(
                {from_weights(players_, stage.at("coalitions")), from_weights(players_, stage.at("at_bound"))});
        if (auto const wrong = individually_rational(key, proof)) return {key, Verdict::Refuted, *wrong};
        if (auto const wrong = apart(from_players(players_, solutions_[key]), proof.point)) return verdict(key, wrong);
        if (!refute(game_, proof)) return verdict(key, std::nullopt);
        auto const wrong = refute(game_, proof, 1e-9 * game_.scale());
        if (wrong) return verdict(key, wrong);
        return {key,
                Verdict::WithinRounding,
                {"holds within the rounding of the game's values", "在博弈取值的舍入范围内成立"}};
    }

    /// The prenucleolus may not lean on bounds; the nucleolus must keep to them.
    [[nodiscard]] std::optional<Text> individually_rational(std::string const& key, NucleolusProof const& proof) const {
        for (ProofStage const& stage : proof.stages)
            if (key == "prenucleolus" && !stage.at_bound.empty())
                return Text{"its proof leans on players' bounds", "其证明依赖参与者的下界"};
        for (std::size_t i = 0; key == "nucleolus" && i < players_.size(); ++i)
            if (proof.point[i] < Rational(game_[single(i)]) - Rational(1e-9 * game_.scale()))
                return Text{players_[i] + " has less than alone", players_[i] + " 所得少于单独行动"};
        return std::nullopt;
    }

    [[nodiscard]] Check core() const {
        Json const& told = solutions_["core"];
        if (told.at("empty").get<bool>())
            return verdict("core",
                           refute_empty_core(game_, from_weights(players_, certificates_.at("core").at("weights"))));
        auto const against = objection(game_, from_players(players_, told.at("point")));
        if (!against) return verdict("core", std::nullopt);
        std::string const who = name_of(against->coalition, players_);
        return verdict("core", Text{fmt::format("{{{}}} objects", who), fmt::format("{{{}}} 反对", who)});
    }

    [[nodiscard]] Check structure() const {
        Structure const claimed{from_blocks(players_, solutions_["structure"].at("blocks")),
                                solutions_["structure"].at("value").get<double>()};
        Json const& certificate = certificates_.at("structure");
        return verdict("structure", refute_structure(game_, claimed, from_players(players_, certificate.at("prices")),
                                                     from_rules(players_, certificate.at("rules"))));
    }

    std::vector<std::string> const& players_;
    DenseGame const& game_;
    Json const& solutions_;
    Json certificates_;
};

[[noreturn]] void refuse(Text what, std::string found, Text expected) {
    throw Error(Problem{.place = {},
                        .what = std::move(what),
                        .found = std::move(found),
                        .expected = std::move(expected),
                        .nearest = {}});
}

} // namespace

std::vector<Check> check_answer(GameFile const& file, std::string const& name, Json const& document) {
    auto const says = [&](char const* key, Json const& expected) {
        return document.contains(key) && document[key] == expected;
    };
    if (!document.is_object() || !says("schema", "casus.game/1") || !document.contains("solutions") ||
        !document["solutions"].is_object())
        refuse({"not an answer of casus game", "不是 casus game 的解答"}, {},
               {R"("schema": "casus.game/1")", R"("schema": "casus.game/1")"});
    if (!says("players", file.players))
        refuse({"the answer is about other players than the game", "解答与博弈的参与者不同"}, {}, {});
    DenseGame const game = dense(file, name);
    Checker const checker(file, game, document);
    std::vector<Check> checks;
    for (auto const& [key, value] : document["solutions"].items()) {
        try {
            checks.push_back(checker.check(key));
        } catch (Json::exception const&) { // a key is missing or of another type
            refuse({"a certificate is incomplete", "证明不完整"}, key, {});
        } catch (Error const&) { throw; } catch (std::bad_alloc const&) {
            throw;
        } catch (std::exception const&) { // Boost's complaint about "x" or "1/0"
            refuse({"a certificate holds a malformed fraction", "证明中的分数格式有误"}, key, {});
        }
    }
    return checks;
}

} // namespace casus::game
