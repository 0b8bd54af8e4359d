#include "casus/alienation/hegemon_flips.hpp"

#include "casus/alienation/evaluate.hpp"
#include "casus/alienation/hegemon.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <string_view>

namespace casus::alienation {

namespace {

constexpr int points = 20;
constexpr int halvings = 20;

constexpr std::array quantities{Quantity::RewardBudget, Quantity::AllianceCost, Quantity::Credibility,
                                Quantity::Power,        Quantity::Governance,   Quantity::NonNeutrality,
                                Quantity::Gains,        Quantity::Openness,     Quantity::Balancing,
                                Quantity::Reward,       Quantity::Pressure,     Quantity::Offer};
constexpr std::array parameters_moved{Parameter::BalancingWill, Parameter::Repair, Parameter::CredibilityLoss,
                                      Parameter::Erosion};

/// Positions of a quantity that move together: the leader's, or all of them.
std::vector<std::size_t> positions_of(World const& world, Quantity quantity) {
    if (quantity == Quantity::Power) return {world.leader().index()};
    std::size_t const issues = world.size().issues;
    std::vector<std::size_t> all;
    switch (info(quantity).extent) {
    case Extent::Cell:
        for (std::size_t c = 0; c < world.size().allies * issues; ++c) all.push_back(c);
        return all;
    case Extent::SideCell:
        for (std::size_t side = 1; side + 1 < world.size().sides; ++side)
            for (std::size_t c = 0; c < world.size().allies * issues; ++c) all.push_back(world.side_cell(side, c));
        return all;
    default:
        for (std::size_t n = 0; n < world.values(quantity).size(); ++n) all.push_back(n);
        return all;
    }
}

double mean_at(std::span<double const> values, std::vector<std::size_t> const& positions) {
    double sum = 0.0;
    for (std::size_t const n : positions) sum += values[n];
    return positions.empty() ? 0.0 : sum / static_cast<double>(positions.size());
}

/// One input: where it stands, how far it can go, and worlds in which it stands elsewhere.
struct Input {
    std::string_view key;
    Text name;
    bool averaged;
    double now;
    double low;
    double high;
    std::optional<Quantity> quantity;
    std::optional<Parameter> parameter;
};

double reach(double now, double high) { return std::isfinite(high) ? high : std::max(1.0, 10.0 * now); }

Input input_of(World const& world, Quantity quantity) {
    QuantityInfo const& about = info(quantity);
    std::vector<std::size_t> const positions = positions_of(world, quantity);
    double const now = mean_at(world.values(quantity), positions);
    bool const of_leader = quantity == Quantity::Power;
    Text const name = of_leader ? Text{"the leader's power", "霸权国实力"} : about.label;
    return {about.key, name, positions.size() > 1, now, about.low, reach(now, about.high), quantity, {}};
}

Input input_of(Parameters const& parameters, Parameter parameter) {
    ParameterInfo const& about = all_parameters()[static_cast<std::size_t>(parameter)];
    double const now = parameters[parameter];
    return {about.key, about.meaning, false, now, about.low, reach(now, about.high), {}, parameter};
}

std::vector<Input> inputs(World const& world, Parameters const& parameters) {
    std::vector<Input> all;
    for (Quantity const q : quantities) all.push_back(input_of(world, q));
    for (Parameter const p : parameters_moved) all.push_back(input_of(parameters, p));
    return all;
}

/// Where a value goes that stands at x while the input stands at its present level: down, and up without end, in
/// proportion; up to an end, each by the same part of what is left to it. Either way the mean is the level.
double moved(double x, Input const& input, QuantityInfo const& about, double level) {
    double const end = level > input.now && std::isfinite(about.high) ? about.high : about.low;
    return input.now == end ? level : end + (x - end) * ((level - end) / (input.now - end));
}

Moved move(World const& world, Parameters const& parameters, Input const& input, double level) {
    if (input.parameter) return {world, parameters.with(*input.parameter, level)};
    auto const before = world.values(*input.quantity);
    std::vector<double> values(before.begin(), before.end());
    for (std::size_t const n : positions_of(world, *input.quantity))
        values[n] = moved(values[n], input, info(*input.quantity), level);
    return {world.with(*input.quantity, values), parameters};
}

/// Re-evaluates everything with one input moved.
class Search {
public:
    Search(World const& world, Parameters const& parameters)
        : world_(world), parameters_(parameters), buffers_(world), answer_(best(world, parameters)) {}

    /// The nearest level towards `end` at which the answer changes.
    [[nodiscard]] std::optional<HegemonFlip::Turn> towards(Input const& input, double end) {
        double held = input.now;
        for (int n = 1; n <= points; ++n) {
            double const part = static_cast<double>(n) / points;
            double const level = input.now + (end - input.now) * part * part;
            if (best_at(input, level) != answer_) return turn(input, held, level);
            held = level;
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] HegemonFlip::Turn turn(Input const& input, double held, double changed) {
        for (int n = 0; n < halvings; ++n) {
            double const middle = 0.5 * (held + changed);
            (best_at(input, middle) == answer_ ? held : changed) = middle;
        }
        return {changed, best_at(input, changed)};
    }
    [[nodiscard]] std::size_t best_at(Input const& input, double level) {
        Moved const moved = move(world_, parameters_, input, level);
        return best(moved.world, moved.parameters);
    }
    [[nodiscard]] std::size_t best(World const& world, Parameters const& parameters) {
        evaluate(world, parameters, buffers_);
        return best_strategy(buffers_.hegemon);
    }

    World const& world_;
    Parameters const& parameters_;
    Buffers buffers_;
    std::size_t answer_;
};

} // namespace

std::vector<HegemonFlip> find_hegemon_flips(World const& world, Parameters const& parameters) {
    Search search(world, parameters);
    std::vector<HegemonFlip> flips;
    for (Input const& input : inputs(world, parameters)) {
        HegemonFlip flip{
            .key = std::string(input.key), .input = input.name, .averaged = input.averaged, .now = input.now};
        if (input.now > input.low) flip.below = search.towards(input, input.low);
        if (input.now < input.high) flip.above = search.towards(input, input.high);
        flips.push_back(std::move(flip));
    }
    return flips;
}

Moved move_input(World const& world, Parameters const& parameters, std::string const& key, double level) {
    std::vector<Input> const all = inputs(world, parameters);
    auto const input = std::ranges::find(all, key, &Input::key);
    assert(input != all.end());
    return move(world, parameters, *input, level);
}

} // namespace casus::alienation
