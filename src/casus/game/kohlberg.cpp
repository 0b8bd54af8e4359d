#include "casus/game/kohlberg.hpp"

#include "casus/game/exact_program.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::game {

namespace {

using BigInteger = boost::multiprecision::cpp_int;

std::vector<Rational> membership(Coalition s, std::size_t length) {
    std::vector<Rational> row(length);
    for_each_member(s, [&](std::size_t i) { row[i] = 1; });
    return row;
}

Rational paid(std::vector<Rational> const& x, Coalition s) {
    Rational sum = 0;
    for_each_member(s, [&](std::size_t i) { sum += x[i]; });
    return sum;
}

/// x and the ε_k that the settled coalitions determine.
std::optional<std::vector<Rational>> exact_point(DenseGame const& game, Nucleolus const& found) {
    std::size_t const n = game.players();
    std::size_t const unknowns = n + found.stages.size();
    std::vector<Equation> equations{{membership(everyone(n), unknowns), Rational(game.total())}};
    for (std::size_t k = 0; k < found.stages.size(); ++k) {
        for (WeightedCoalition const& settled : found.stages[k].coalitions) {
            equations.push_back({membership(settled.coalition, unknowns), Rational(game[settled.coalition])});
            equations.back().coefficients[n + k] = 1;
        }
        for (WeightedCoalition const& held : found.stages[k].at_bound)
            equations.push_back({membership(held.coalition, unknowns), Rational(game[held.coalition])});
    }
    auto solution = solve_exactly(std::move(equations), unknowns, {}, Contradictions::Ignored);
    if (!solution || !solution->unique) return std::nullopt;
    solution->values.resize(n);
    return std::move(solution->values);
}

/// Exact weights near the decimal ones with Σ λ_S 1_S + Σ μ_i 1_i + Σ_F c_F 1_F = 0, Σ λ = 1.
std::optional<ProofStage> exact_stage(NucleolusStage const& stage, std::vector<Coalition> const& before,
                                      std::size_t n) {
    std::vector<Coalition> columns;
    std::vector<Rational> near;
    for (WeightedCoalition const& w : stage.coalitions) columns.push_back(w.coalition), near.emplace_back(w.weight);
    for (WeightedCoalition const& w : stage.at_bound) columns.push_back(w.coalition), near.emplace_back(w.weight);
    columns.insert(columns.end(), before.begin(), before.end());
    near.resize(columns.size());
    std::vector<Equation> equations(n + 1, {std::vector<Rational>(columns.size()), 0});
    for (std::size_t c = 0; c < columns.size(); ++c)
        for_each_member(columns[c], [&](std::size_t i) { equations[i].coefficients[c] = 1; });
    for (std::size_t c = 0; c < stage.coalitions.size(); ++c) equations[n].coefficients[c] = 1;
    equations[n].right = 1;
    // Columns are eliminated from the left; put what was settled before first, so that free unknowns are weights whose
    // decimal value is known.
    std::size_t const own = stage.coalitions.size() + stage.at_bound.size();
    auto to_front = [&](auto& list) {
        std::rotate(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(own), list.end());
    };
    for (Equation& equation : equations) to_front(equation.coefficients);
    to_front(near);
    auto solution = solve_exactly(std::move(equations), columns.size(), near);
    if (!solution) return std::nullopt;
    ProofStage exact;
    for (std::size_t k = 0; k < own; ++k) {
        Rational const& weight = solution->values[before.size() + k];
        (k < stage.coalitions.size() ? exact.coalitions : exact.at_bound).push_back({columns[k], weight});
    }
    return exact;
}

void append(std::vector<Coalition>& settled, ProofStage const& stage) {
    for (ProofWeight const& w : stage.coalitions) settled.push_back(w.coalition);
    for (ProofWeight const& w : stage.at_bound) settled.push_back(w.coalition);
}

/// Every excess as a whole number over one denominator.
std::vector<BigInteger> scaled_excesses(DenseGame const& game, std::vector<Rational> const& x, BigInteger& scale) {
    scale = 1;
    for (Rational const& value : x) scale = lcm(scale, denominator(value));
    for (double const v : game.values()) {
        BigInteger const part = denominator(Rational(v));
        if (part > scale || scale % part != 0) scale = lcm(scale, part);
    }
    std::vector<BigInteger> whole;
    for (Rational const& value : x) whole.push_back(numerator(Rational(value * scale)));
    std::vector<BigInteger> excess(game.values().size());
    for (Coalition s = 1; s < excess.size(); ++s) // first what is paid
        excess[s] = excess[s & (s - 1)] + whole[lowest_player(s)];
    for (Coalition s = 0; s < excess.size(); ++s)
        excess[s] = numerator(Rational(Rational(game[s]) * scale)) - excess[s];
    return excess;
}

class Refutation {
public:
    Refutation(DenseGame const& game, NucleolusProof const& proof, double tolerance)
        : game_(game), proof_(proof), n_(game.players()), tolerance_(tolerance) {}

    std::optional<Text> run() {
        if (proof_.point.size() != n_ || paid(proof_.point, everyone(n_)) != Rational(game_.total()))
            return Text{"the payments do not add up to v(N)", "支付之和不等于 v(N)"};
        excess_ = scaled_excesses(game_, proof_.point, scale_);
        allowed_ = numerator(Rational(tolerance_ * scale_)) / denominator(Rational(tolerance_ * scale_));
        settled_ = {everyone(n_)};
        for (std::size_t k = 0; k < proof_.stages.size(); ++k) {
            if (auto wrong = check(proof_.stages[k]))
                return Text{fmt::format("stage {}: {}", k + 1, wrong->en),
                            fmt::format("第 {} 阶段：{}", k + 1, wrong->zh)};
            append(settled_, proof_.stages[k]);
        }
        if (!outside_directions().empty())
            return Text{"the settled coalitions do not determine every payment", "已确定的联盟不足以确定全部支付"};
        return std::nullopt;
    }

private:
    /// Directions z with z(S) = 0 for all that is settled: S is in the span when all vanish on it.
    [[nodiscard]] std::vector<std::vector<Rational>> outside_directions() const {
        std::vector<std::vector<Rational>> rows;
        for (Coalition const s : settled_) rows.push_back(membership(s, n_));
        return null_space(rows, n_);
    }

    [[nodiscard]] std::optional<Text> check(ProofStage const& stage) const {
        auto const directions = outside_directions();
        auto const in_span = [&](Coalition s) {
            return std::ranges::all_of(directions, [&](auto const& z) { return paid(z, s) == 0; });
        };
        if (stage.coalitions.empty()) return Text{"no coalition", "没有联盟"};
        BigInteger const level = excess_[stage.coalitions.front().coalition];
        std::vector<Rational> balance(n_);
        for (ProofWeight const& w : stage.coalitions) {
            if (w.weight <= 0) return Text{"a weight is not positive", "有权重不为正"};
            if (in_span(w.coalition)) return Text{"a coalition was settled before", "有联盟此前已确定"};
            if (abs(BigInteger(excess_[w.coalition] - level)) > allowed_)
                return Text{"the coalitions differ in excess", "各联盟的超出值不同"};
            for_each_member(w.coalition, [&](std::size_t i) { balance[i] += w.weight; });
        }
        for (ProofWeight const& w : stage.at_bound) {
            if (w.weight < 0) return Text{"a weight is negative", "有权重为负"};
            if (size_of(w.coalition) != 1 || abs(excess_[w.coalition]) > allowed_)
                return Text{"a player is not held at v(i)", "有参与者的支付不等于 v(i)"};
            for_each_member(w.coalition, [&](std::size_t i) { balance[i] += w.weight; });
        }
        for (auto const& z : directions) {
            Rational product = 0;
            for (std::size_t i = 0; i < n_; ++i) product += z[i] * balance[i];
            if (product != 0) return Text{"the weights do not balance", "权重不平衡"};
        }
        BigInteger const highest = level + allowed_;
        for (Coalition s = 1; s < excess_.size(); ++s)
            if (excess_[s] > highest && !in_span(s))
                return Text{"a coalition outside has a larger excess", "有未确定的联盟超出值更大"};
        return std::nullopt;
    }

    DenseGame const& game_;
    NucleolusProof const& proof_;
    std::size_t n_;
    Rational tolerance_;
    BigInteger scale_;
    BigInteger allowed_; ///< the tolerance in units of 1/scale
    std::vector<BigInteger> excess_;
    std::vector<Coalition> settled_;
};

} // namespace

std::optional<NucleolusProof> prove(DenseGame const& game, Nucleolus const& found) {
    auto point = exact_point(game, found);
    if (!point) return std::nullopt;
    NucleolusProof proof{std::move(*point), {}};
    std::vector<Coalition> before{everyone(game.players())};
    for (NucleolusStage const& stage : found.stages) {
        auto exact = exact_stage(stage, before, game.players());
        if (!exact) return std::nullopt;
        proof.stages.push_back(std::move(*exact));
        append(before, proof.stages.back());
    }
    return proof;
}

std::optional<Text> refute(DenseGame const& game, NucleolusProof const& proof, double tolerance) {
    return Refutation(game, proof, tolerance).run();
}

std::optional<ProvenNucleolus> proven_nucleolus(DenseGame const& game, bool individually_rational,
                                                std::size_t threads) {
    std::optional<Nucleolus> found =
        individually_rational ? nucleolus(game, threads) : std::optional(prenucleolus(game, threads));
    if (!found) return std::nullopt;
    if (game.players() > most_players_for_exact_program) return ProvenNucleolus{std::move(*found), std::nullopt};
    auto proof = prove(game, *found);
    if (proof && !refute(game, *proof)) return ProvenNucleolus{std::move(*found), std::move(proof)};
    if (auto exact = exact_nucleolus(game, individually_rational, game.players()))
        if (auto better = prove(game, *exact); better && !refute(game, *better)) {
            exact->scans = found->scans;
            return ProvenNucleolus{std::move(*exact), std::move(better)};
        }
    if (proof && refute(game, *proof, 1e-9 * game.scale())) proof.reset();
    return ProvenNucleolus{std::move(*found), std::move(proof)};
}

std::optional<BalancingWeights> balance(DenseGame const& game, NucleolusStage const& least_core) {
    auto exact = exact_stage(least_core, {everyone(game.players())}, game.players());
    if (!exact) return std::nullopt;
    Rational cover = 0;
    for (ProofWeight const& w : exact->coalitions)
        if (contains(w.coalition, 0)) cover += w.weight;
    if (cover == 0) return std::nullopt;
    for (ProofWeight& w : exact->coalitions) w.weight /= cover;
    return std::move(exact->coalitions);
}

std::optional<Text> refute_empty_core(DenseGame const& game, BalancingWeights const& weights) {
    std::vector<Rational> cover(game.players());
    Rational worth = 0;
    for (ProofWeight const& w : weights) {
        if (w.weight <= 0) return Text{"a weight is not positive", "有权重不为正"};
        for_each_member(w.coalition, [&](std::size_t i) { cover[i] += w.weight; });
        worth += w.weight * Rational(game[w.coalition]);
    }
    if (std::ranges::any_of(cover, [](Rational const& c) { return c != 1; }))
        return Text{"the weights do not balance", "权重不平衡"};
    if (worth <= Rational(game.total())) return Text{"the weighted worths do not exceed v(N)", "加权值之和不超过 v(N)"};
    return std::nullopt;
}

} // namespace casus::game
