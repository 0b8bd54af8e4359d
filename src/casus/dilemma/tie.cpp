#include "casus/dilemma/tie.hpp"

#include <cassert>

namespace casus::dilemma {

namespace {

constexpr double worth_fearing = 0.1;

std::size_t strongest_rival(Evaluation const& e, OfPair part, std::size_t member) {
    std::size_t strongest = 0;
    for (std::size_t m = 1; m < e.in().rivals; ++m)
        if (e.central[e.plan.at(part, member, m)] > e.central[e.plan.at(part, member, strongest)]) strongest = m;
    return strongest;
}

Tie tie_of(Sampled const& s, std::size_t member, bool of_leader) {
    OutputPlan const& plan = s.centre.plan;
    Tie tie{.member = member,
            .of_leader = of_leader,
            .abandonment = s.number(plan.at(of_leader ? OfMember::LeaderAbandonment : OfMember::Abandonment, member)),
            .entrapment = s.number(plan.at(of_leader ? OfMember::LeaderEntrapment : OfMember::Entrapment, member))};
    tie.dominant = dominant_of(tie.abandonment, tie.entrapment);
    tie.abandonment_from = strongest_rival(s.centre, tie.abandonment_part(), member);
    tie.entrapment_from = strongest_rival(s.centre, tie.entrapment_part(), member);
    return tie;
}

} // namespace

Dominant dominant_of(Number const& abandonment, Number const& entrapment) {
    assert(abandonment.interval && entrapment.interval);
    if (abandonment.interval->low > entrapment.interval->high) return Dominant::Abandonment;
    if (entrapment.interval->low > abandonment.interval->high) return Dominant::Entrapment;
    return abandonment.value > worth_fearing && entrapment.value > worth_fearing ? Dominant::Both : Dominant::Neither;
}

Text dominant_name(Dominant dominant) {
    switch (dominant) {
    case Dominant::Abandonment:
        return {"abandonment", "被抛弃"};
    case Dominant::Entrapment:
        return {"entrapment", "被牵连"};
    case Dominant::Both:
        return {"both", "两者皆有"};
    case Dominant::Neither:
        return {"neither", "均不突出"};
    }
    return {};
}

char const* dominant_key(Dominant dominant) {
    switch (dominant) {
    case Dominant::Abandonment:
        return "abandonment";
    case Dominant::Entrapment:
        return "entrapment";
    case Dominant::Both:
        return "both";
    case Dominant::Neither:
        break;
    }
    return "neither";
}

std::vector<Tie> ties_of(Sampled const& s) {
    std::vector<Tie> ties;
    for (bool const of_leader : {false, true})
        for (std::size_t i = 0; i < s.centre.in().members; ++i) ties.push_back(tie_of(s, i, of_leader));
    return ties;
}

} // namespace casus::dilemma
