#include "casus/world/random_world.hpp"

#include "casus/base/random.hpp"

#include <fmt/format.h>

#include <array>

namespace casus {

namespace {

class Source {
public:
    explicit Source(std::uint64_t seed) : key_{.seed = seed, .purpose = Purpose::Test} {}

    double uniform(double low, double high) {
        if (next_ % 4 == 0) block_ = uniforms(key_, static_cast<std::uint32_t>(next_ / 4));
        return low + (high - low) * block_[next_++ % 4];
    }
    bool chance(double p) { return uniform(0.0, 1.0) < p; }

private:
    RandomKey key_;
    std::array<double, 4> block_{};
    std::size_t next_ = 0;
};

Figure judged(double value, double sd = 0.0) {
    return {value, sd, {Basis::Kind::Judgement, {}, "random", "synthetic"}, {}};
}

void add_actors(WorldBuilder& builder, RandomWorldPlan const& plan, Source& random) {
    for (std::size_t a = 0; a < plan.actors; ++a) {
        std::string const code = fmt::format("A{:03}", a);
        builder.actors.push_back({code, {"Actor " + code, "行为体" + code}, ActorKind::State, Role::Other});
        auto const set = [&](Quantity q, double value) { builder.set({.quantity = q, .actor = code}, judged(value)); };
        set(Quantity::Power, random.uniform(0.001, a <= plan.challengers ? 0.25 : 0.03));
        set(Quantity::Gdp, random.uniform(1e10, 5e12));
        set(Quantity::MilitarySpending, random.uniform(1e8, 3e11));
        set(Quantity::Area, random.uniform(1e3, 1e7));
        set(Quantity::Latitude, random.uniform(-60.0, 70.0));
        set(Quantity::Longitude, random.uniform(-180.0, 180.0));
        set(Quantity::Landlocked, random.chance(0.2) ? 1.0 : 0.0);
        set(Quantity::Regime, random.uniform(0.0, 1.0));
        set(Quantity::Land, random.uniform(0.2, 1.0));
        set(Quantity::SeaAir, random.uniform(0.2, 1.0));
        set(Quantity::ExitCost, random.uniform(0.0, 0.5));
    }
    builder.leader = builder.actors.front().code;
    for (std::size_t r = 1; r <= plan.challengers; ++r) builder.challengers.push_back(builder.actors[r].code);
    for (std::size_t b = 0; b < plan.branches; ++b)
        builder.treaties.push_back({.code = b == 0 ? "T" : fmt::format("T{}", b + 1),
                                    .name = {"treaty", "条约"},
                                    .type = TieType::Alliance,
                                    .since = Year{2000},
                                    .until = Year{9999},
                                    .source = {},
                                    .regroups = false,
                                    .members = {builder.leader},
                                    .places = {}});
    WorldBuilder::Members group{.code = "G",
                                .name = {"group", "集团"},
                                .type = TieType::Alliance,
                                .since = Year{2000},
                                .until = Year{9999},
                                .source = {},
                                .regroups = true,
                                .members = {},
                                .places = {}};
    for (std::size_t a = plan.challengers + 1; a < plan.actors; ++a) {
        if (a + plan.partners < plan.actors)
            builder.treaties[(a - plan.challengers - 1) % plan.branches].members.push_back(builder.actors[a].code);
        else
            builder.partners.push_back(builder.actors[a].code);
        if (random.chance(0.6)) group.members.push_back(builder.actors[a].code);
    }
    if (group.members.size() > 1) builder.groups.push_back(group);
}

void add_dyads(WorldBuilder& builder, RandomWorldPlan const& plan, Source& random) {
    for (std::size_t i = 0; i < plan.actors; ++i) {
        for (std::size_t j = 0; j < plan.actors; ++j) {
            if (i == j) continue;
            auto const set = [&](Quantity q, double value) {
                builder.set({.quantity = q, .actor = builder.actors[i].code, .partner = builder.actors[j].code},
                            judged(value));
            };
            bool const power = j <= plan.challengers;
            if (power) set(Quantity::Trade, random.uniform(0.0, 3e11));
            if (i < j && random.chance(3.0 / static_cast<double>(plan.actors))) set(Quantity::Contiguity, 1.0);
            if (power || random.chance(2.0 / static_cast<double>(plan.actors)))
                set(Quantity::Hostility, random.uniform(0.02, 0.9));
        }
    }
}

void add_issues(WorldBuilder& builder, RandomWorldPlan const& plan, Source& random) {
    constexpr std::array rules{MatchRule::Protection, MatchRule::Trade, MatchRule::Goods, MatchRule::Regime,
                               MatchRule::Given};
    for (std::size_t k = 0; k < plan.issues; ++k) {
        Issue issue;
        issue.match = plan.direct_matches ? MatchRule::Given : rules[k % rules.size()];
        issue.need = issue.match == MatchRule::Protection ? NeedRule::Threat : NeedRule::Judged;
        issue.code = k == 0 ? "security" : fmt::format("i{}", k);
        issue.name = {issue.code, issue.code};
        if (issue.match == MatchRule::Goods) {
            for (std::size_t g = 0; g < plan.goods; ++g) issue.goods.push_back(fmt::format("g{}", g));
            for (std::size_t r = 0; r < plan.recipes; ++r) {
                Recipe recipe{{"recipe", "配方"}, random.uniform(0.3, 1.0), {}};
                for (std::size_t g = 0; g < plan.goods; ++g)
                    recipe.uses.push_back(random.chance(0.3) ? 0.0 : random.uniform(0.1, 1.0));
                recipe.uses[r % plan.goods] += 0.1;
                issue.recipes.push_back(recipe);
            }
            for (Actor const& actor : builder.actors)
                for (std::string const& good : issue.goods)
                    builder.set(
                        {.quantity = Quantity::Endowment, .actor = actor.code, .issue = issue.code, .good = good},
                        judged(random.uniform(0.0, 1.0), 0.1));
        }
        auto const set = [&](Quantity q, double value) {
            builder.set({.quantity = q, .issue = issue.code}, judged(value));
        };
        set(Quantity::NonNeutrality, random.uniform(0.0, 1.0));
        set(Quantity::Gains, random.uniform(0.0, 0.3));
        set(Quantity::Openness, random.uniform(0.0, 1.0));
        set(Quantity::Governance, random.uniform(0.0, 0.1));
        set(Quantity::Heterogeneity, random.uniform(0.0, 0.2));
        builder.issues.push_back(std::move(issue));
    }
}

void add_cells(WorldBuilder& builder, RandomWorldPlan const& plan, Source& random) {
    for (std::size_t a = plan.challengers + 1; a < plan.actors; ++a) {
        for (Issue const& issue : builder.issues) {
            auto const set = [&](Quantity q, double low, double high, std::string partner = {}) {
                builder.set({.quantity = q,
                             .actor = builder.actors[a].code,
                             .partner = std::move(partner),
                             .issue = issue.code},
                            judged(random.uniform(low, high), 0.1 * (high - low)));
            };
            set(Quantity::Salience, 0.2, 1.0);
            set(Quantity::Sensitivity, 0.0, 1.0);
            set(Quantity::Vulnerability, 0.0, 1.0);
            for (Quantity const q : {Quantity::Reward, Quantity::Share, Quantity::Balancing, Quantity::Pressure})
                set(q, 0.0, 0.2);
            set(Quantity::Membership, 0.0, 1.0);
            std::vector<std::string> sides = builder.challengers;
            sides.emplace_back("regroup");
            for (std::string const& side : sides) set(Quantity::Exclusivity, 0.0, 1.0, side);
            for (std::string const& challenger : builder.challengers) set(Quantity::Offer, 0.0, 0.2, challenger);
            set(Quantity::Match, 0.0, 0.7, "regroup");
            if (issue.match != MatchRule::Given) continue;
            set(Quantity::Match, 0.0, 1.0, builder.leader);
            for (std::string const& challenger : builder.challengers) set(Quantity::Match, 0.0, 1.0, challenger);
        }
    }
}

} // namespace

WorldBuilder random_builder(RandomWorldPlan const& plan) {
    Source random(plan.seed);
    WorldBuilder builder;
    builder.title = {"A synthetic world", "合成世界"};
    builder.year = Year{2021};
    builder.whole.file = "synthetic";
    add_actors(builder, plan, random);
    add_dyads(builder, plan, random);
    add_issues(builder, plan, random);
    add_cells(builder, plan, random);
    return builder;
}

Parameters random_parameters(std::uint64_t seed) {
    Source random(seed ^ 0x9e3779b97f4a7c15ULL);
    std::array<Figure, parameter_count> figures;
    auto const set = [&](Parameter p, double low, double high) {
        double const value = random.uniform(low, high);
        figures[static_cast<std::size_t>(p)] = judged(value, 0.05 * (high - low));
    };
    using enum Parameter;
    set(ThreatConstant, -0.2, 0.2);
    set(ThreatPower, 0.3, 1.2);
    set(ThreatProximity, 0.3, 1.2);
    set(ThreatOffence, 0.1, 0.8);
    set(ThreatHostility, 0.3, 1.2);
    set(ThreatDepth, 0.05, 0.5);
    set(ThreatReference, -2.0, -0.5);
    set(LandReach, 1000.0, 2000.0);
    set(SeaReach, 4000.0, 8000.0);
    set(TradeHalf, 0.05, 0.2);
    set(ShareLeader, 0.3, 0.7);
    set(ShareChallenger, 0.5, 0.8);
    set(ShareGroup, 0.3, 0.7);
    set(Temperature, 0.03, 0.15);
    set(Coordination, 0.0, 0.05);
    set(Erosion, 0.0, 0.8);
    set(SecurityWeight, 0.2, 0.8);
    set(ComplianceThreshold, 0.3, 0.5);
    set(SelectiveThreshold, 0.1, 0.2);
    set(SwingThreshold, 0.6, 0.8);
    set(BalancingWill, 0.05, 0.3);
    set(Repair, 0.2, 0.8);
    set(CredibilityLoss, 0.1, 0.5);
    set(InitiationConstant, -8.0, -5.0);
    set(InitiationHostility, 1.0, 5.0);
    set(Emboldenment, 0.05, 0.5);
    set(InitiationProximity, 0.2, 1.0);
    set(AttackConstant, -8.0, -5.0);
    set(AttackHostility, 1.0, 5.0);
    set(Deterrence, 0.1, 0.8);
    set(AttackProximity, 0.2, 1.0);
    set(OffenceWeight, 0.2, 1.0);
    set(Horizon, 5.0, 15.0);
    set(LoadExponent, 2.0, 6.0);
    set(FightCost, 0.1, 0.5);
    set(Opportunity, 0.1, 0.5);
    set(EconomicWeight, 0.2, 0.8);
    set(ExitFloor, 0.05, 0.2);
    set(ExitSlope, 0.1, 0.6);
    set(SupportReach, 4000.0, 8000.0);
    set(AllegianceTrade, 0.1, 0.8);
    set(FreeRiding, 0.0, 0.5);
    set(Restraint, 0.2, 2.0);
    set(Binding, 0.0, 0.6);
    set(Synergy, 0.0, 0.5);
    set(LinkCost, 0.01, 0.1);
    set(LinkLevel, 0.1, 0.5);
    set(Reinforcement, 0.2, 0.8);
    set(Neglect, 0.0, 0.3);
    set(Accommodation, 0.1, 0.5);
    set(Division, 0.05, 0.3);
    set(Wedge, 0.1, 0.5);
    return make_parameters("random", figures);
}

} // namespace casus
