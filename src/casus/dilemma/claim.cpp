#include "casus/dilemma/claim.hpp"

#include "casus/base/parallel.hpp"
#include "casus/base/random.hpp"
#include "casus/dilemma/index.hpp"
#include "casus/dilemma/strategy_score.hpp"
#include "casus/world/random_world.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace casus::dilemma {

namespace {

/// Security alone may be the only domain in two ways: economic harm does not count (e = 0), which leaves security its
/// whole weight, or there is none, for nobody trades with the rivals (x = 0), and the weights stay.
enum class Domains { HarmUncounted, NoTrade, Two };

/// What of a world's inputs a row of the claim changes; everything else stays.
struct ClaimVariant {
    std::string key;
    Text name;
    bool fight_cost = true;
    Domains domains = Domains::Two;
    void (*change)(Inputs&) = [](Inputs&) {};
};

std::vector<ClaimVariant> claim_variants() {
    return {
        {"no-fight-cost/no-trade", {"ω = 0, one domain", "ω = 0，一个领域"}, false, Domains::NoTrade},
        {"no-fight-cost/two-domains", {"ω = 0, two domains", "ω = 0，两个领域"}, false, Domains::Two},
        {"fight-cost/no-trade", {"ω > 0, one domain", "ω > 0，一个领域"}, true, Domains::NoTrade},
        {"fight-cost/two-domains", {"ω > 0, two domains", "ω > 0，两个领域"}, true, Domains::Two},
        {"no-fight-cost/harm-uncounted",
         {"ω = 0, economic harm does not count, e = 0", "ω = 0，经济损失不计，e = 0"},
         false,
         Domains::HarmUncounted},
        {"fight-cost/harm-uncounted",
         {"economic harm does not count, e = 0", "经济损失不计，e = 0"},
         true,
         Domains::HarmUncounted},
        {"no-opportunity",
         {"rivals gain nothing meanwhile, u = 0", "其他对手不得渔利，u = 0"},
         true,
         Domains::Two,
         [](Inputs& in) { in.c.opportunity = 0.0; }},
        {"no-emboldenment",
         {"support emboldens nobody, κ2 = 0", "支持不助长挑衅，κ2 = 0"},
         true,
         Domains::Two,
         [](Inputs& in) { in.c.emboldenment = 0.0; }},
        {"no-deterrence",
         {"support deters nobody, κ3 = 0", "支持不起威慑，κ3 = 0"},
         true,
         Domains::Two,
         [](Inputs& in) { in.c.deterrence = 0.0; }},
        {"no-restraint",
         {"links restrain nobody, ψ = 0", "联结不起约束，ψ = 0"},
         true,
         Domains::Two,
         [](Inputs& in) { in.c.restraint = 0.0; }},
        {"tight-budget",
         {"budget of 1.5 full loads", "预算为 1.5 个满负荷"},
         true,
         Domains::Two,
         [](Inputs& in) { in.budget = 1.5; }},
    };
}

constexpr std::size_t claim_members = 8;
constexpr double slack_budget = 1e3;

Figure made_up(double value) { return {value, 0.0, {Basis::Kind::Judgement, {}, "random", "synthetic"}, {}}; }

/// The plan's world number `n` with the first `rivals` challengers as rivals.
World claim_world(ClaimPlan const& plan, std::uint64_t n, std::size_t rivals) {
    WorldBuilder builder = random_builder({.seed = plan.seed * 1'000'003 + n,
                                           .actors = 1 + most_rivals + claim_members,
                                           .challengers = most_rivals,
                                           .partners = 0,
                                           .branches = 3,
                                           .issues = 1});
    builder.rivals.assign(builder.challengers.begin(),
                          builder.challengers.begin() + static_cast<std::ptrdiff_t>(rivals));
    RandomKey const key{.seed = plan.seed, .run = static_cast<std::uint32_t>(n), .purpose = Purpose::Test, .i = 1};
    std::uint32_t block = 0;
    builder.set({.quantity = Quantity::OffenceAdvantage}, made_up(2.0 * uniforms(key, block++)[0] - 1.0), 1);
    for (std::size_t a = 1 + most_rivals; a < builder.actors.size(); ++a) {
        std::string const& code = builder.actors[a].code;
        auto const u = uniforms(key, block++);
        builder.set({.quantity = Quantity::Commitment, .actor = code}, made_up(0.2 + 0.7 * u[0]), 1);
        builder.set({.quantity = Quantity::Autonomy, .actor = code}, made_up(0.8 * u[1]), 1);
        builder.set({.quantity = Quantity::Worth, .actor = code}, made_up(0.1 + 0.9 * u[2]), 1);
        auto const hostility = uniforms(key, block++);
        for (std::size_t m = 0; m < most_rivals; ++m)
            builder.set({.quantity = Quantity::Hostility, .actor = builder.challengers[m], .partner = code},
                        made_up(0.02 + 0.88 * hostility[m]), 1);
    }
    return builder.build();
}

/// What one world says in one variant.
struct ClaimVerdict {
    bool dilemma = false;
    bool linked_out = false;
    bool alternative = false;
    double abandonment = 0.0;
    double entrapment = 0.0;
    double leader_entrapment = 0.0;
    double reliability = 0.0;
};

double mean_member(Risks const& risks, double MemberState::*of) {
    double sum = 0.0;
    for (MemberState const& each : risks.member) sum += each.*of;
    return sum / static_cast<double>(risks.member.size());
}

double mean_of_ties(std::vector<double> const& column) {
    double sum = 0.0;
    for (double const x : column) sum += x;
    return sum / static_cast<double>(column.size());
}

ClaimVerdict verdict_of(std::span<Strategy const> strategies, System const& system, Inputs const& inputs,
                        Moves const& moves, StrategyOutcomes& outcomes) {
    score(strategies, system, inputs, moves, Rivals::Still, outcomes);
    ClaimVerdict verdict;
    verdict.dilemma = outcomes.still.dilemma;
    verdict.linked_out = outcomes.still.linked_out;
    for (std::size_t s = 1; s < strategies.size(); ++s)
        if (!strategies[s].traditional() && !strategies[s].linking() && good(outcomes.still.outcomes[s]))
            verdict.alternative = true;
    verdict.reliability = outcomes.still.outcomes[1].reliability_gain;
    Risks& before = outcomes.risks;
    Risks& after = outcomes.answered_risks;
    assess(inputs, before);
    outcomes.changed = inputs;
    apply(strategies[1], system, moves, outcomes.changed);
    assess(outcomes.changed, after);
    verdict.abandonment =
        mean_member(after, &MemberState::abandonment) - mean_member(before, &MemberState::abandonment);
    verdict.entrapment = mean_of_ties(after.entrapment) - mean_of_ties(before.entrapment);
    verdict.leader_entrapment = mean_of_ties(after.leader_entrapment) - mean_of_ties(before.leader_entrapment);
    return verdict;
}

/// Verdicts of one world with so many rivals, one a variant.
void judge_world(ClaimPlan const& plan, std::uint64_t n, std::size_t rivals, std::vector<ClaimVariant> const& variants,
                 std::span<ClaimVerdict> verdicts) {
    World const world = claim_world(plan, n, rivals);
    Parameters const parameters = random_parameters(plan.seed * 1'000'003 + n);
    Reading reading(world);
    read_inputs(world, parameters, reading);
    std::vector<Strategy> const strategies = strategies_of(world, reading.system, reading.inputs);
    StrategyOutcomes outcomes(reading.inputs, strategies.size());
    for (std::size_t v = 0; v < variants.size(); ++v) {
        Inputs inputs = reading.inputs;
        inputs.budget = slack_budget;
        if (!variants[v].fight_cost) inputs.c.fight_cost = 0.0;
        if (variants[v].domains == Domains::HarmUncounted) inputs.c.economic_weight = 0.0;
        if (variants[v].domains == Domains::NoTrade) {
            std::ranges::fill(inputs.exposure, 0.0);
            std::ranges::fill(inputs.leader_exposure, 0.0);
        }
        variants[v].change(inputs);
        verdicts[v] = verdict_of(strategies, reading.system, inputs, moves_of(parameters), outcomes);
    }
}

ClaimResult result_of(ClaimVariant const& variant, std::size_t v, std::size_t variants, std::size_t worlds,
                      std::vector<ClaimVerdict> const& verdicts) {
    ClaimResult result;
    result.name = variant.name;
    result.key = variant.key;
    double const share = 1.0 / static_cast<double>(worlds);
    for (std::size_t r = 0; r < most_rivals; ++r) {
        double caught = 0.0;
        for (std::size_t n = 0; n < worlds; ++n) {
            ClaimVerdict const& each = verdicts[(n * most_rivals + r) * variants + v];
            caught += each.dilemma ? 1.0 : 0.0;
            result.linked_out[r] += each.dilemma && each.linked_out ? 1.0 : 0.0;
            result.alternative[r] += each.dilemma && each.alternative ? 1.0 : 0.0;
            result.abandonment[r] += share * each.abandonment;
            result.entrapment[r] += share * each.entrapment;
            result.leader_entrapment[r] += share * each.leader_entrapment;
            result.reliability[r] += share * each.reliability;
        }
        result.dilemma[r] = caught * share;
        result.linked_out[r] /= caught > 0.0 ? caught : std::numeric_limits<double>::quiet_NaN();
        result.alternative[r] /= caught > 0.0 ? caught : std::numeric_limits<double>::quiet_NaN();
    }
    return result;
}

} // namespace

Claim test_claim(ClaimPlan const& plan) {
    std::vector<ClaimVariant> const variants = claim_variants();
    std::vector<ClaimVerdict> verdicts(plan.worlds * most_rivals * variants.size());
    Progress progress("worlds", plan.worlds);
    parallel_for(
        plan.worlds, 8, std::max<std::size_t>(1, plan.threads),
        [&](std::size_t first, std::size_t last, std::size_t) {
            for (std::size_t n = first; n < last; ++n)
                for (std::size_t r = 0; r < most_rivals; ++r)
                    judge_world(plan, n, r + 1, variants,
                                std::span(verdicts).subspan((n * most_rivals + r) * variants.size(), variants.size()));
        },
        &progress);
    Claim claim{plan, {}};
    for (std::size_t v = 0; v < variants.size(); ++v)
        claim.results.push_back(result_of(variants[v], v, variants.size(), plan.worlds, verdicts));
    return claim;
}

} // namespace casus::dilemma
