#include "casus/dilemma/offence.hpp"

namespace casus::dilemma {

namespace {

OffenceRow row_at(World const& world, Parameters const& parameters, std::span<double const> allegiance,
                  double advantage) {
    World const changed = world.with(Quantity::OffenceAdvantage, std::span(&advantage, 1));
    Evaluation const e(changed, parameters, allegiance);
    OffenceRow row{.advantage = advantage};
    auto const n = static_cast<double>(e.in().members);
    for (std::size_t i = 0; i < e.in().members; ++i) {
        double spared = 1.0;
        for (std::size_t m = 0; m < e.in().rivals; ++m) spared *= 1.0 - e.risks.conflict[e.in().position(i, m)];
        row.conflict += (1.0 - spared) / n;
        row.allegiance += e.risks.member[i].allegiance / n;
        row.abandonment += e.risks.member[i].leader_abandonment / n;
        row.entrapment += e.risks.entrapment[i] / n;
    }
    double spared = 1.0;
    for (double const q : e.risks.leader_conflict) spared *= 1.0 - q;
    row.dragged = 1.0 - spared;
    return row;
}

} // namespace

std::vector<OffenceRow> offence_rows(World const& world, Parameters const& parameters,
                                     std::span<double const> allegiance) {
    std::vector<OffenceRow> rows{row_at(world, parameters, allegiance, world.value(Quantity::OffenceAdvantage))};
    for (double const advantage : {-1.0, 0.0, 1.0}) rows.push_back(row_at(world, parameters, allegiance, advantage));
    return rows;
}

} // namespace casus::dilemma
