#include "casus/alienation/stance.hpp"

#include "casus/base/probability.hpp"
#include "casus/base/vector_math.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace casus::alienation {

namespace {

constexpr double impossible = -std::numeric_limits<double>::infinity();
constexpr double nest_dissimilarity = 0.5;

double judged_need(NeedJoin join, double sensitivity, double vulnerability) {
    switch (join) {
    case NeedJoin::Either:
        return either(sensitivity, vulnerability);
    case NeedJoin::Mean:
        return 0.5 * (sensitivity + vulnerability);
    case NeedJoin::Greatest:
        return std::max(sensitivity, vulnerability);
    }
    return 0.0;
}

/// Infinite for who belongs to no group: regrouping is closed to it.
double coordination_cost(World const& world, Parameters const& p, std::size_t assessed) {
    double const size = world.regroup_size(assessed);
    return size > 1.0 ? p[Parameter::Coordination] * std::log(size) : -impossible;
}

/// Utilities with the alliance, [option][cell].
void with_alliance(World const& world, Parameters const& p, Formula const& formula, Buffers& b) {
    using enum Quantity;
    std::size_t const cells = world.size().cells();
    std::size_t const regroup = world.size().sides - 1;
    double const share_leader = p[Parameter::ShareLeader];
    double const share_challenger = p[Parameter::ShareChallenger];
    double const share_group = p[Parameter::ShareGroup];
    double const credibility = world.value(Credibility);
    bool const printed = formula.background == Background::FirstForm;
    bool const partial = formula.exclusion == Exclusion::AsFarForbidden;
    double const* const reward = world.values(Reward).data();
    double const* const share = world.values(Share).data();
    double const* const balancing = world.values(Balancing).data();
    double const* const pressure = world.values(Pressure).data();
    double const* const exclusivity = world.values(Exclusivity).data();
    double const* const offer = world.values(Offer).data();
    double const* const need = b.need.data();
    double const* const exclusion = b.exclusion.data();
    double const* const leader_match = b.match.data();

    double* const follow = b.utility.data();
    for (std::size_t c = 0; c < cells; ++c)
        follow[c] = share_leader * leader_match[c] * need[c] + credibility * reward[c] - share[c] - balancing[c];

    for (std::size_t side = 1; side < regroup; ++side) {
        double const* const match = b.match.data() + side * cells;
        double const* const x = exclusivity + side * cells;
        double const* const conceded = offer + side * cells;
        double* const deviate = b.utility.data() + side * cells;
        for (std::size_t c = 0; c < cells; ++c) {
            double const gain = share_challenger * match[c];
            double const own = printed ? gain : x[c] * gain;
            double const kept = (1.0 - x[c]) * share_leader * leader_match[c];
            double const excluded = partial ? x[c] * exclusion[c] : exclusion[c];
            deviate[c] = (own + conceded[c] + kept) * need[c] - pressure[c] - excluded - (1.0 - x[c]) * share[c];
        }
        if (printed)
            for (std::size_t c = 0; c < cells; ++c) follow[c] += (1.0 - x[c]) * share_challenger * match[c] * need[c];
    }

    double const* const group_match = b.match.data() + regroup * cells;
    double const* const x = exclusivity + regroup * cells;
    double* const band = b.utility.data() + regroup * cells;
    for (std::size_t n = 0; n < world.size().assessed; ++n) {
        double const coordination = coordination_cost(world, p, n);
        for (std::size_t c = n * world.size().issues; c < (n + 1) * world.size().issues; ++c) {
            double const gain = share_group * group_match[c];
            double const kept = (1.0 - x[c]) * share_leader * leader_match[c];
            double const cost = printed ? 0.0 : (1.0 - x[c]) * share[c];
            band[c] = ((printed ? gain : x[c] * gain) + kept) * need[c] - coordination - cost;
        }
    }
    std::fill_n(b.utility.data() + (regroup + 1) * cells, cells, 0.0);
}

/// Utilities of the allies had they no alliance, written over [option][cell] of `utility`.
void without_alliance(World const& world, Parameters const& p, Formula const& formula, Buffers const& b,
                      std::vector<double>& utility) {
    std::size_t const cells = world.size().cells();
    std::size_t const regroup = world.size().sides - 1;
    bool const printed = formula.background == Background::FirstForm;
    auto const exclusivity = world.values(Quantity::Exclusivity);
    auto const offer = world.values(Quantity::Offer);
    std::fill_n(utility.data(), cells, impossible);
    for (std::size_t side = 1; side < regroup; ++side) {
        for (std::size_t c = 0; c < cells; ++c) {
            std::size_t const s = side * cells + c;
            double const gain = p[Parameter::ShareChallenger] * b.match[s];
            utility[s] = ((printed ? gain : exclusivity[s] * gain) + offer[s]) * b.need[c];
        }
    }
    for (std::size_t n = 0; n < world.size().assessed; ++n) {
        double const coordination = coordination_cost(world, p, n);
        for (std::size_t c = n * world.size().issues; c < (n + 1) * world.size().issues; ++c) {
            std::size_t const s = regroup * cells + c;
            double const gain = p[Parameter::ShareGroup] * b.match[s];
            utility[s] = (printed ? gain : exclusivity[s] * gain) * b.need[c] - coordination;
        }
    }
    std::fill_n(utility.data() + (regroup + 1) * cells, cells, 0.0);
}

/// Shares and τ log Σ e^{U/τ} over `options` × `cells`; `weight` is overwritten with the shares.
/// Under Choice::Nested the options 1 … challengers form a nest; under Choice::Distinct option o weighs prior[o] (empty:
/// all weigh 1).
void choose(std::span<double const> utility, std::size_t options, std::size_t cells, std::size_t challengers,
            double temperature, Choice choice, std::span<double const> prior, std::span<double> weight,
            std::span<double> log_sum) {
    bool const nested = choice == Choice::Nested && challengers > 1;
    for (std::size_t c = 0; c < cells; ++c) log_sum[c] = utility[c];
    for (std::size_t o = 1; o < options; ++o)
        for (std::size_t c = 0; c < cells; ++c) log_sum[c] = std::max(log_sum[c], utility[o * cells + c]);
    double const rate = 1.0 / temperature;
    for (std::size_t o = 0; o < options; ++o) {
        double const own_rate = nested && o >= 1 && o <= challengers ? rate / nest_dissimilarity : rate;
        for (std::size_t c = 0; c < cells; ++c)
            weight[o * cells + c] = (utility[o * cells + c] - log_sum[c]) * own_rate;
    }
    exp_in_place(weight.first(options * cells));
    for (std::size_t o = 0; o < options; ++o)
        for (std::size_t c = 0; c < cells; ++c)
            if (utility[o * cells + c] == impossible) weight[o * cells + c] = 0.0;
    if (choice == Choice::Distinct && !prior.empty())
        for (std::size_t n = cells; n < prior.size(); ++n) weight[n] *= prior[n];
    if (nested) {
        for (std::size_t c = 0; c < cells; ++c) {
            double inside = 0.0;
            for (std::size_t o = 1; o <= challengers; ++o) inside += weight[o * cells + c];
            double const outside = inside > 0.0 ? std::sqrt(inside) / inside : 0.0;
            for (std::size_t o = 1; o <= challengers; ++o) weight[o * cells + c] *= outside;
        }
    }
    for (std::size_t c = 0; c < cells; ++c) {
        double sum = 0.0;
        for (std::size_t o = 0; o < options; ++o) sum += weight[o * cells + c];
        double const scale = 1.0 / sum;
        for (std::size_t o = 0; o < options; ++o) weight[o * cells + c] *= scale;
        log_sum[c] += temperature * std::log(sum); // cppcheck-suppress invalidFunctionArg; the best option weighs 1
    }
}

void find_swings(World const& world, Parameters const& p, Buffers& b) {
    std::size_t const cells = world.size().cells();
    for (std::size_t c = 0; c < cells; ++c) {
        double first = b.utility[c];
        double second = impossible;
        for (std::size_t o = 1; o < option_count(world); ++o) {
            double const u = b.utility[o * cells + c];
            second = std::max(second, std::min(first, u));
            first = std::max(first, u);
        }
        b.swing[c] = (second - first) / p[Parameter::Temperature];
    }
    exp_in_place(b.swing);
}

} // namespace

void assess_needs(World const& world, Parameters const& parameters, Formula const& formula, Buffers& buffers) {
    using enum Quantity;
    auto const sensitivity = world.values(Sensitivity);
    auto const vulnerability = world.values(Vulnerability);
    auto const salience = world.values(Salience);
    auto const membership = world.values(Membership);
    std::size_t const issues = world.size().issues;
    for (std::size_t k = 0; k < issues; ++k)
        buffers.non_neutrality[k] =
            world.value(NonNeutrality, k) * (1.0 - parameters[Parameter::Erosion] * world.value(Openness, k));
    for (std::size_t n = 0; n < world.size().assessed; ++n) {
        double total = 0.0;
        for (std::size_t k = 0; k < issues; ++k) total += salience[n * issues + k];
        for (std::size_t k = 0; k < issues; ++k) {
            std::size_t const c = n * issues + k;
            buffers.weight[c] = total > 0.0 ? salience[c] / total : 1.0 / static_cast<double>(issues);
            buffers.exclusion[c] = buffers.non_neutrality[k] * membership[c] * world.value(Gains, k);
            buffers.need[c] = world.issues()[k].need == NeedRule::Threat
                                  ? buffers.threats.need(world.assessed()[n])
                                  : judged_need(formula.need, sensitivity[c], vulnerability[c]);
        }
    }
}

void take_stances(World const& world, Parameters const& parameters, Formula const& formula, Buffers& buffers) {
    std::size_t const options = option_count(world);
    std::size_t const cells = world.size().cells();
    std::size_t const challengers = world.challengers().size();
    double const temperature = parameters[Parameter::Temperature];
    without_alliance(world, parameters, formula, buffers, buffers.utility);
    choose(buffers.utility, options, cells, challengers, temperature, formula.choice, {}, buffers.share,
           buffers.outside);
    with_alliance(world, parameters, formula, buffers);
    choose(buffers.utility, options, cells, challengers, temperature, formula.choice,
           world.values(Quantity::Exclusivity), buffers.share, buffers.log_sum);
    find_swings(world, parameters, buffers);
}

} // namespace casus::alienation
