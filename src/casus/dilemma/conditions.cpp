#include "casus/dilemma/conditions.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::dilemma {

namespace {

RivalDomains domains_of(Inputs const& in, std::size_t m) {
    RivalDomains domains;
    double worth = 0.0;
    for (std::size_t i = 0; i < in.members; ++i) {
        bool const threatens = in.threat[in.position(i, m)] >= domain_mark;
        bool const trades = in.exposure[in.position(i, m)] >= domain_mark;
        domains.threatened += threatens ? 1 : 0;
        domains.exposed += trades ? 1 : 0;
        domains.both += threatens && trades ? 1 : 0;
        domains.exposure += in.worth[i] * in.exposure[in.position(i, m)];
        worth += in.worth[i];
    }
    if (worth > 0.0) domains.exposure /= worth;
    return domains;
}

Text verdict_on(Conditions const& c) {
    if (c.several_rivals && c.several_domains)
        return {"Both of the paper's conditions hold: several rivals, and a rival in several domains.",
                "文中两个必要条件均成立：不止一个对手；与同一对手在多个领域竞争。"};
    if (c.several_rivals)
        return {"The first of the paper's conditions holds: several rivals; no rival competes in several domains.",
                "文中第一个必要条件成立：不止一个对手；没有对手在多个领域竞争。"};
    if (c.several_domains)
        return {"The second of the paper's conditions holds: one rival in several domains.",
                "文中第二个必要条件成立：与一个对手在多个领域竞争。"};
    return {
        "At these marks neither of the paper's conditions holds: at most one rival threatens a member, and none also "
        "binds members by trade.",
        "按此门槛，文中两个必要条件均不成立：至多一个对手威胁成员，且没有对手兼以贸易约束成员。"};
}

} // namespace

Conditions conditions_of(Inputs const& in) {
    Conditions conditions;
    for (std::size_t m = 0; m < in.rivals; ++m) conditions.rivals.push_back(domains_of(in, m));
    conditions.several_rivals =
        std::ranges::count_if(conditions.rivals, [](RivalDomains const& r) { return r.threatened > 0; }) > 1;
    conditions.several_domains =
        in.c.economic_weight > 0.0 &&
        std::ranges::any_of(conditions.rivals, [](RivalDomains const& r) { return r.threatened > 0 && r.exposed > 0; });
    return conditions;
}

Notes condition_notes(World const& world, System const& system, Conditions const& conditions) {
    Notes notes{.id = "dilemma/conditions",
                .title = {"Which necessary condition holds", "哪个必要条件成立"},
                .items = {verdict_on(conditions)}};
    for (std::size_t m = 0; m < system.rivals.size(); ++m) {
        RivalDomains const& r = conditions.rivals[m];
        Actor const& rival = world.actor(system.rivals[m]);
        notes.items.push_back(
            {fmt::format("{}: a threat to {} of {} members (T ≥ {}); trade binds {} (x ≥ {}); both: {}; mean "
                         "exposure {:.2f}.",
                         rival.name.en, r.threatened, system.members.size(), domain_mark, r.exposed, domain_mark,
                         r.both, r.exposure),
             fmt::format("{}威胁 {} 个成员中的 {} 个（T ≥ {}），{} 个依赖对其贸易（x ≥ {}），两者兼有 {} "
                         "个；平均敞口 {:.2f}。",
                         rival.name.zh, system.members.size(), r.threatened, domain_mark, r.exposed, domain_mark,
                         r.both, r.exposure)});
    }
    return notes;
}

} // namespace casus::dilemma
