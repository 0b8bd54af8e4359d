#include "casus/replicate/deciding_terms.hpp"

#include <algorithm>
#include <cmath>

namespace casus::replicate {

namespace {

/// Following against abstaining, which gains and costs nothing.
std::vector<Term> following(World const& world, Parameters const& parameters, alienation::Buffers const& buffers,
                            std::size_t cell) {
    double const gain = parameters[Parameter::ShareLeader] * buffers.match[cell] * buffers.need[cell];
    return {{"gain", {"gain with the leader", "与霸权国合作的收益"}, gain},
            {"reward",
             {"reward it counts on", "可信的奖励"},
             world.value(Quantity::Credibility) * world.value(Quantity::Reward, cell)},
            {"share", {"share of cost", "分摊成本"}, -world.value(Quantity::Share, cell)},
            {"balancing", {"resources for balancing", "提供制衡资源"}, -world.value(Quantity::Balancing, cell)}};
}

/// Following against deviating to a challenger: of the leader's gain and the cost only what deviating forgoes.
std::vector<Term> against_challenger(World const& world, Parameters const& parameters,
                                     alienation::Buffers const& buffers, std::size_t cell, std::size_t side) {
    std::vector<Term> terms = following(world, parameters, buffers, cell);
    std::size_t const at = world.side_cell(side, cell);
    double const x = world.value(Quantity::Exclusivity, at);
    double const need = buffers.need[cell];
    terms[0].value *= x;
    terms[2].value *= x;
    terms.push_back({"lost_business",
                     {"gain with the challenger that following forbids", "追随所排斥的与崛起国合作收益"},
                     -x * parameters[Parameter::ShareChallenger] * buffers.match[at] * need});
    terms.push_back({"offer", {"offer", "让利"}, -world.value(Quantity::Offer, at) * need});
    terms.push_back({"pressure", {"pressure", "压力"}, world.value(Quantity::Pressure, cell)});
    terms.push_back({"exclusion", {"exclusion from the institution", "被排除出制度"}, buffers.exclusion[cell]});
    return terms;
}

} // namespace

Contest contest_of(World const& world, Parameters const& parameters, alienation::Buffers const& buffers,
                   std::size_t cell) {
    std::size_t const cells = world.size().cells();
    std::size_t const regroup = world.size().sides - 1;
    auto const utility = [&](std::size_t option) { return buffers.utility[option * cells + cell]; };
    Contest contest{.rival = 1, .gap = 0.0, .terms = {}};
    for (std::size_t option = 2; option < alienation::option_count(world); ++option)
        if (utility(option) > utility(contest.rival)) contest.rival = option;
    contest.gap = utility(0) - utility(contest.rival);
    if (contest.rival < regroup) {
        contest.terms = against_challenger(world, parameters, buffers, cell, contest.rival);
    } else {
        contest.terms = following(world, parameters, buffers, cell);
        if (contest.rival == regroup)
            contest.terms.push_back({"regrouping", {"worth of regrouping", "抱团取暖的收益"}, -utility(regroup)});
    }
    std::ranges::stable_sort(contest.terms, std::ranges::greater{}, [](Term const& t) { return std::abs(t.value); });
    return contest;
}

} // namespace casus::replicate
