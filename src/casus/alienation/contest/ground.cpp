#include "casus/alienation/contest/ground.hpp"

#include "casus/base/vector_math.hpp"

#include <algorithm>
#include <cmath>

namespace casus::contest {

namespace {

/// Shares [option][cell] of the ledger without what the sides spend.
void take_out_spending(World const& world, double temperature, alienation::Buffers const& b,
                       std::vector<double>& share) {
    using enum Quantity;
    std::size_t const cells = world.size().cells();
    std::size_t const challengers = world.challengers().size();
    std::size_t const options = alienation::option_count(world);
    double const credibility = world.value(Credibility);
    auto const reward = world.values(Reward);
    auto const pressure = world.values(Pressure);
    auto const offer = world.values(Offer);
    std::copy(b.utility.begin(), b.utility.end(), share.begin());
    for (std::size_t c = 0; c < cells; ++c) share[c] -= credibility * reward[c];
    for (std::size_t r = 1; r <= challengers; ++r)
        for (std::size_t c = 0; c < cells; ++c)
            share[r * cells + c] += pressure[c] - offer[world.side_cell(r, c)] * b.need[c];
    for (std::size_t c = 0; c < cells; ++c) {
        double best = share[c];
        for (std::size_t o = 1; o < options; ++o) best = std::max(best, share[o * cells + c]);
        for (std::size_t o = 0; o < options; ++o) share[o * cells + c] = (share[o * cells + c] - best) / temperature;
    }
    exp_in_place(share);
    for (std::size_t n = 0; n < share.size(); ++n)
        if (std::isinf(b.utility[n])) share[n] = 0.0; // closed to the actor, as regrouping to whom no group takes
    for (std::size_t c = 0; c < cells; ++c) {
        double sum = 0.0;
        for (std::size_t o = 0; o < options; ++o) sum += share[o * cells + c];
        for (std::size_t o = 0; o < options; ++o) share[o * cells + c] /= sum;
    }
}

void weigh_cells(World const& world, alienation::Buffers const& b, Worth worth, std::vector<double>& weight) {
    std::size_t const issues = world.size().issues;
    double total = 0.0;
    for (std::size_t n = 0; n < world.size().assessed; ++n) {
        double const power = world.value(Quantity::Power, world.assessed()[n].index());
        for (std::size_t c = n * issues; c < (n + 1) * issues; ++c) {
            weight[c] = b.weight[c] * (worth == Worth::Power ? power : 1.0);
            total += weight[c];
        }
    }
    if (total > 0.0)
        for (double& w : weight) w /= total;
}

void set_gains(World const& world, double temperature, alienation::Buffers const& b, Ground& ground) {
    Contest& contest = ground.contest;
    double const credibility = world.value(Quantity::Credibility);
    for (std::size_t c = 0; c < contest.cells; ++c) {
        double deviating = 0.0;
        for (std::size_t r = 1; r < contest.sides; ++r) deviating += ground.share[contest.at(r, c)];
        double const rest = 1.0 - ground.share[c];
        double const pressed = rest > 0.0 ? deviating / rest : 0.0;
        ground.by_pressure[c] = pressed > credibility ? 1 : 0;
        contest.gain[c] = ground.share[c] * std::max(credibility, pressed) / temperature;
        for (std::size_t r = 1; r < contest.sides; ++r)
            contest.gain[contest.at(r, c)] = ground.share[contest.at(r, c)] * b.need[c] / temperature;
    }
}

double today(World const& world, std::size_t side) {
    using enum Quantity;
    double sum = 0.0;
    for (std::size_t c = 0; c < world.size().cells(); ++c)
        sum += side == 0 ? world.value(Reward, c) + world.value(Pressure, c)
                         : world.value(Offer, world.side_cell(side, c));
    return sum;
}

void set_budgets(World const& world, alienation::HegemonLedger const& hegemon, Terms const& terms, Ground& ground) {
    Contest& contest = ground.contest;
    ground.further = hegemon.reward * static_cast<double>(world.size().allies * world.size().issues);
    for (std::size_t s = 0; s < contest.sides; ++s) {
        ground.stated[s] =
            (s < terms.today.size() ? terms.today[s] : today(world, s)) + (s == 0 ? ground.further : 0.0);
        BudgetChange const change = s < terms.budgets.size() ? terms.budgets[s] : BudgetChange{};
        contest.budget[s] =
            change.factor * (change.level ? *change.level * static_cast<double>(contest.cells) : ground.stated[s]);
    }
}

} // namespace

std::vector<double> spent_today(World const& world) {
    std::vector<double> all;
    for (std::size_t s = 0; s <= world.challengers().size(); ++s) all.push_back(today(world, s));
    return all;
}

Ground::Ground(World const& world)
    : contest(world.challengers().size() + 1, world.size().cells()),
      share(alienation::option_count(world) * world.size().cells()), weight(world.size().cells()),
      by_pressure(world.size().cells()), stated(world.challengers().size() + 1) {}

void lay_ground(World const& world, Parameters const& parameters, alienation::Buffers const& evaluated,
                Terms const& terms, Ground& ground) {
    double const temperature = parameters[Parameter::Temperature];
    Contest& contest = ground.contest;
    take_out_spending(world, temperature, evaluated, ground.share);
    std::copy_n(ground.share.begin(), contest.sides * contest.cells, contest.ground.begin());
    weigh_cells(world, evaluated, terms.worth, ground.weight);
    for (std::size_t s = 0; s < contest.sides; ++s)
        std::copy(ground.weight.begin(), ground.weight.end(),
                  contest.worth.begin() + static_cast<std::ptrdiff_t>(contest.at(s, 0)));
    set_gains(world, temperature, evaluated, ground);
    set_budgets(world, evaluated.hegemon, terms, ground);
    contest.keep = terms.keep;
}

double share_of(Ground const& ground, Equilibrium const& at, std::size_t option, std::size_t cell) {
    Contest const& contest = ground.contest;
    return option < contest.sides ? at.share(contest, option, cell)
                                  : ground.share[option * contest.cells + cell] / at.total[cell];
}

std::size_t leading_at_ground(Ground const& ground, std::size_t options, std::size_t cell) {
    std::size_t best = 0;
    for (std::size_t o = 1; o < options; ++o)
        if (ground.share[o * ground.contest.cells + cell] > ground.share[best * ground.contest.cells + cell]) best = o;
    return best;
}

std::size_t leading(Ground const& ground, Equilibrium const& at, std::size_t options, std::size_t cell) {
    std::size_t best = 0;
    for (std::size_t o = 1; o < options; ++o)
        if (share_of(ground, at, o, cell) > share_of(ground, at, best, cell)) best = o;
    return best;
}

} // namespace casus::contest
