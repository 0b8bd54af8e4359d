#include "casus/game/answer_check_parts.hpp"
#include "casus/game/definitions.hpp"
#include "casus/game/stability.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace casus::game {

using Json = nlohmann::ordered_json;

namespace {

constexpr std::size_t most_players_for_all_partitions = 10;

bool is_partition(Partition const& blocks, std::size_t players) {
    Coalition seen = 0;
    for (Coalition const block : blocks) {
        if (block == 0 || (seen & block) != 0) return false;
        seen |= block;
    }
    return seen == everyone(players);
}

/// Whether the rules let any partition be, coalition by coalition.
bool rules_allow_one(std::size_t players, BlockRules const& rules) {
    std::vector<bool> possible(std::size_t{1} << players, false);
    possible[0] = true;
    for (Coalition s = 1; s < possible.size(); ++s) {
        Coalition const others = s & (s - 1);
        for (Coalition rest = others; !possible[s]; rest = (rest - 1) & others) {
            possible[s] = possible[rest] && rules.allow(s & ~rest);
            if (rest == 0) break;
        }
    }
    return possible.back();
}

Text among(std::vector<std::string> const& players, BlockRules const& rules) {
    if (rules.allow_all()) return {"holds", "成立"};
    std::string en;
    std::string zh;
    for (auto const& [i, j] : rules.apart) {
        en += "; apart " + braced(players, single(i) | single(j));
        zh += "；不得同组 " + braced(players, single(i) | single(j));
    }
    for (Coalition const group : rules.together) {
        en += "; together " + braced(players, group);
        zh += "；必须同组 " + braced(players, group);
    }
    if (rules.least_size > 1) {
        en += "; blocks of at least " + std::to_string(rules.least_size);
        zh += "；联盟规模至少 " + std::to_string(rules.least_size);
    }
    if (rules.most_size < 64) {
        en += "; blocks of at most " + std::to_string(rules.most_size);
        zh += "；联盟规模至多 " + std::to_string(rules.most_size);
    }
    return {"holds among the partitions its rules allow" + en, "在其约束允许的划分中成立" + zh};
}

Check structure(Examined const& answer) {
    std::vector<std::string> const& players = answer.players();
    Json const& told = answer.solutions["structure"];
    Json const& certificate = answer.certificates.at("structure");
    BlockRules const rules = from_rules(players, certificate.at("rules"));
    if (told.is_null()) {
        if (players.size() > most_players_to_check)
            return unchecked("structure", {"more than 16 players", "参与者超过 16 个"});
        bool const some = rules_allow_one(players.size(), rules);
        return verdict("structure",
                       some ? std::optional(Text{"the rules allow partitions", "约束允许划分"}) : std::nullopt,
                       {"the rules allow no partition", "约束不允许任何划分"});
    }
    std::vector<Structure> claimed{{from_blocks(players, told.at("blocks")), told.at("value").get<double>()}};
    if (told.contains("next"))
        for (Json const& one : told["next"])
            claimed.push_back({from_blocks(players, one.at("blocks")), one.at("value").get<double>()});
    auto const wrong = refute_ranking(answer.game, claimed, from_players(players, certificate.at("prices")), rules);
    return verdict("structure", wrong, among(players, rules));
}

/// Shares without side payments, by their definitions.
class Shares {
public:
    Shares(Examined const& answer, std::string const& rule) : answer_(answer), rule_(rule) {}

    double operator()(std::size_t player, Coalition block) {
        if (rule_ == "preferences") return answer_.file.preferences->liking(player, block);
        if (rule_ == "equal") return answer_.game[block] / static_cast<double>(size_of(block));
        auto const found = known_.find(block);
        std::vector<Rational> const& shares =
            found != known_.end() ? found->second : known_.emplace(block, shapley_of(block)).first->second;
        return shares[size_of(block & (single(player) - 1))].convert_to<double>();
    }

private:
    [[nodiscard]] std::vector<Rational> shapley_of(Coalition block) const {
        return semivalue_by_definition(WholeWorths(subgame(answer_.game, block)),
                                       exact_shapley_weights(size_of(block)));
    }

    Examined const& answer_;
    std::string rule_;
    std::map<Coalition, std::vector<Rational>> known_;
};

/// How much the best deviation of a kind gains over what its members have now; at most 0 when there is none. For a
/// coalition, the least gain among its members.
class Deviations {
public:
    Deviations(std::size_t players, Shares& shares) : players_(players), shares_(shares) {}

    [[nodiscard]] double best_move(Partition const& partition, bool welcome_needed, double noise) const {
        double best = 0.0;
        for (Coalition const from : partition)
            for_each_member(from, [&](std::size_t i) {
                Partition targets = partition;
                targets.push_back(0);
                for (Coalition const to : targets) {
                    if (to == from || (to == 0 && from == single(i))) continue;
                    double const gain = shares_(i, to | single(i)) - shares_(i, from);
                    if (gain > best && (!welcome_needed || welcome(to, i, noise))) best = gain;
                }
            });
        return best;
    }

    [[nodiscard]] double best_coalition(Partition const& partition) const {
        double best = 0.0;
        for (Coalition s = 1; s <= everyone(players_); ++s) {
            double least = std::numeric_limits<double>::infinity();
            for (Coalition const block : partition)
                for_each_member(s & block,
                                [&](std::size_t i) { least = std::min(least, shares_(i, s) - shares_(i, block)); });
            best = std::max(best, least);
        }
        return best;
    }

    /// Whether somebody deviates however differences of `noise` are read, and whether somebody may.
    [[nodiscard]] bool certain(std::string const& kind, Partition const& partition, double noise) const {
        return best(kind, partition, 0.5 * noise) > 2.0 * noise;
    }
    [[nodiscard]] bool possible(std::string const& kind, Partition const& partition, double noise) const {
        return best(kind, partition, 2.0 * noise) > 0.5 * noise;
    }

private:
    [[nodiscard]] bool welcome(Coalition block, std::size_t newcomer, double noise) const {
        bool all = true;
        for_each_member(block, [&](std::size_t i) {
            all = all && shares_(i, block | single(newcomer)) >= shares_(i, block) - noise;
        });
        return all;
    }

    [[nodiscard]] double best(std::string const& kind, Partition const& partition, double noise) const {
        return kind == "core" ? best_coalition(partition) : best_move(partition, kind == "individual", noise);
    }

    std::size_t players_;
    Shares& shares_;
};

/// Calls visit(partition) for every partition, by restricted growth: player i joins block label[i].
template <class Visit> void over_partitions(std::size_t players, Visit&& visit) {
    std::vector<std::size_t> label(players, 0);
    for (;;) {
        Partition partition;
        for (std::size_t i = 0; i < players; ++i) {
            if (label[i] == partition.size()) partition.push_back(0);
            partition[label[i]] |= single(i);
        }
        visit(partition);
        std::size_t i = players;
        while (i-- > 1 && label[i] > *std::max_element(label.begin(), label.begin() + static_cast<std::ptrdiff_t>(i))) {
        }
        if (i == 0) return;
        ++label[i];
        std::fill(label.begin() + static_cast<std::ptrdiff_t>(i) + 1, label.end(), 0);
    }
}

std::optional<Text> refute_with_payments(Examined const& answer, Partition const& partition) {
    Json const& told = answer.solutions["stability"];
    if (!told.contains("core_with_payments")) return std::nullopt; // a game of preferences alone
    DenseGame const& game = answer.game;
    if (told.at("core_with_payments").get<bool>()) {
        Allocation const x = from_players(answer.players(), told.at("point"));
        for (Coalition const block : partition)
            if (std::abs(sum_over(block, x) - game[block]) > answer.tolerance())
                return Text{"a block does not share out its worth", "有联盟未分完其值"};
        for (Coalition s = 1; s < game.values().size(); ++s)
            if (game[s] - sum_over(s, x) > answer.tolerance())
                return Text{braced(answer.players(), s) + " objects", braced(answer.players(), s) + " 反对"};
        return std::nullopt;
    }
    std::vector<Rational> cover(game.players());
    Rational over = 0;
    for (Coalition const block : partition) over -= Rational(game[block]);
    for (ProofWeight const& w : from_weights(answer.players(), answer.certificates.at("stability").at("weights"))) {
        if (w.weight <= 0) return Text{"a weight is not positive", "有权重不为正"};
        for_each_member(w.coalition, [&](std::size_t i) { cover[i] += w.weight; });
        over += w.weight * Rational(game[w.coalition]);
    }
    if (std::ranges::any_of(cover, [](Rational const& c) { return c != 1; }))
        return Text{"the weights do not balance", "权重不平衡"};
    if (over <= 0) return Text{"the weighted worths do not exceed the blocks'", "加权值之和不超过各联盟之和"};
    return std::nullopt;
}

std::optional<Text> refute_stable(Examined const& answer, Deviations const& deviations, double noise) {
    std::size_t const n = answer.game.players();
    for (auto const& [kind, blocks] : answer.solutions["stability"]["stable"].items()) {
        if (!blocks.is_null()) {
            Partition const partition = from_blocks(answer.players(), blocks);
            if (!is_partition(partition, n) || deviations.certain(kind, partition, noise))
                return Text{"the partition told as stable (" + kind + ") is not",
                            "所称稳定（" + kind + "）的划分不稳定"};
            continue;
        }
        if (n > most_players_for_all_partitions) continue; // said in the reason
        bool some = false;
        over_partitions(n, [&, &kind = kind](Partition const& partition) {
            some = some || !deviations.possible(kind, partition, noise);
        });
        if (some) return Text{"there is a stable partition (" + kind + ")", "存在稳定（" + kind + "）的划分"};
    }
    return std::nullopt;
}

Check stability(Examined const& answer) {
    Json const& told = answer.solutions["stability"];
    std::size_t const n = answer.game.players();
    Partition const partition = from_blocks(answer.players(), told.at("partition"));
    if (!is_partition(partition, n)) return verdict("stability", Text{"not a partition", "不是划分"});
    if (auto wrong = refute_with_payments(answer, partition)) return verdict("stability", wrong);
    auto const rule = told.at("share").get<std::string>();
    if (rule != "equal" && rule != "shapley" && !(rule == "preferences" && answer.file.preferences))
        return verdict("stability", Text{"the game knows no such shares", "该博弈没有这种分配方式"});
    Shares shares(answer, rule);
    Deviations const deviations(n, shares);
    double const noise = rule == "preferences" ? 0.0 : 1e-12 * answer.game.scale();
    for (std::string const kind : {"nash", "individual", "core"}) {
        bool const stable = told.at(kind).get<bool>();
        if (stable ? deviations.certain(kind, partition, noise) : !deviations.possible(kind, partition, noise))
            return verdict("stability",
                           Text{"the claim about \"" + kind + "\" is wrong", "关于 \"" + kind + "\" 的说法有误"});
    }
    if (told.contains("stable"))
        if (auto wrong = refute_stable(answer, deviations, noise)) return verdict("stability", wrong);
    bool const some_absent = told.contains("stable") &&
                             std::ranges::any_of(told["stable"], [](Json const& blocks) { return blocks.is_null(); });
    if (some_absent && n > most_players_for_all_partitions)
        return verdict("stability", std::nullopt,
                       {"holds; that none is stable is checked for up to 10 players",
                        "成立；“没有稳定划分”仅对不超过 10 个参与者检验"});
    return verdict("stability", std::nullopt);
}

} // namespace

std::optional<Check> check_structure(Examined const& answer, std::string const& key) {
    if (key == "structure") return structure(answer);
    if (key != "stability") return std::nullopt;
    if (answer.solutions[key].is_null()) return verdict(key, Text{"there is no answer", "没有解答"});
    if (answer.game.players() > most_players_to_check)
        return unchecked(key, {"more than 16 players", "参与者超过 16 个"});
    return stability(answer);
}

} // namespace casus::game
