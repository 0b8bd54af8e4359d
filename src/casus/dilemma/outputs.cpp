#include "casus/dilemma/outputs.hpp"

#include <algorithm>
#include <numeric>

namespace casus::dilemma {

OutputPlan::OutputPlan(std::size_t members, std::size_t rivals)
    : members_(members), rivals_(rivals), pair_(static_cast<std::size_t>(OfMember::Count) * members),
      rival_(pair_ + static_cast<std::size_t>(OfPair::Count) * members * rivals),
      system_(rival_ + static_cast<std::size_t>(OfRival::Count) * rivals),
      count_(system_ + static_cast<std::size_t>(OfSystem::Count)) {}

void OutputPlan::write(Inputs const& in, Risks const& r, std::span<double> row) const {
    auto const put = [&](std::vector<double> const& from, std::size_t first) {
        std::ranges::copy(from, row.begin() + static_cast<std::ptrdiff_t>(first));
    };
    for (std::size_t i = 0; i < members_; ++i) {
        row[at(OfMember::Abandonment, i)] = r.member[i].abandonment;
        row[at(OfMember::LeaderAbandonment, i)] = r.member[i].leader_abandonment;
        row[at(OfMember::Promise, i)] = r.member[i].promise;
        row[at(OfMember::Allegiance, i)] = r.member[i].allegiance;
    }
    put(r.entrapment, at(OfMember::Entrapment, 0));
    put(r.leader_entrapment, at(OfMember::LeaderEntrapment, 0));
    put(r.reliability, at(OfMember::Reliability, 0));
    put(r.abandonment_by_rival, at(OfPair::Abandonment, 0, 0));
    put(r.entrapment_by_rival, at(OfPair::Entrapment, 0, 0));
    put(r.leader_abandonment_by_rival, at(OfPair::LeaderAbandonment, 0, 0));
    put(r.leader_entrapment_by_rival, at(OfPair::LeaderEntrapment, 0, 0));
    put(r.conflict, at(OfPair::Conflict, 0, 0));
    put(r.initiation, at(OfPair::Initiation, 0, 0));
    put(r.attack, at(OfPair::Attack, 0, 0));
    put(r.load, at(OfRival::Load, 0));
    put(r.strength, at(OfRival::Strength, 0));
    put(r.leader_conflict, at(OfRival::Conflict, 0));
    put(r.own_conflict, at(OfRival::OwnConflict, 0));
    put(r.leader_loss, at(OfRival::Loss, 0));
    row[at(OfSystem::SpreadThin)] = r.spread_thin;
    row[at(OfSystem::Load)] = std::accumulate(r.load.begin(), r.load.end(), 0.0);
    row[at(OfSystem::Exit)] = in.exit;
    row[at(OfSystem::Reliability)] = r.system_reliability;
    row[at(OfSystem::Cost)] = r.cost;
    row[at(OfSystem::Dominance)] = r.dominance;
    row[at(OfSystem::Alignment)] = r.alignment;
}

} // namespace casus::dilemma
