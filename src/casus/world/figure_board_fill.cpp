// What a case leaves out: derived, defaulted, or required.
#include "casus/base/great_circle.hpp"
#include "casus/world/derive.hpp"
#include "casus/world/figure_board.hpp"

#include <fmt/format.h>

#include <cmath>
#include <utility>

namespace casus {

Place FigureBoard::nearest_place(Quantity quantity, std::size_t position) const {
    switch (info(quantity).extent) {
    case Extent::Actor:
        return roster_.place_of(position);
    case Extent::Dyad:
        return roster_.place_of(position / s_.size.actors);
    case Extent::SideCell:
        return roster_.place_of(s_.assessed[position % s_.size.cells() / s_.size.issues].index());
    default:
        return whole_;
    }
}

void FigureBoard::require(Quantity quantity, std::size_t position, Text const& why) {
    QuantityInfo const& q = info(quantity);
    std::string const address = where(quantity, position);
    refuse(nearest_place(quantity, position),
           {fmt::format("{} of {} is missing", q.key, address), fmt::format("缺少 {} 的 {}", address, q.key)}, "", why);
}

void FigureBoard::derive(Quantity quantity, std::size_t position, double derived, Text rule, double sd) {
    std::size_t const n = at(quantity, position);
    values_[n] = derived;
    s_.sds[n] = sd;
    Basis const basis{Basis::Kind::Derived, {}, {}, {}, std::move(rule)};
    if (!(s_.bases.back() == basis)) s_.bases.push_back(basis);
    s_.basis_of[n] = static_cast<std::uint32_t>(s_.bases.size() - 1);
}

void FigureBoard::derive_all() {
    auto const spread = [&](Quantity q, std::size_t a) { return s_.sds[at(q, a)]; };
    for (std::size_t a = 0; a < s_.size.actors; ++a) {
        if (!absent(Quantity::Offence, a) || absent(Quantity::MilitarySpending, a)) continue;
        double const dollars = value(Quantity::MilitarySpending, a);
        derive(Quantity::Offence, a, offence_from_spending(dollars), {"from military spending", "由军费"},
               slope_of_offence(dollars) * spread(Quantity::MilitarySpending, a));
    }
    for (std::size_t a = 0; a < s_.size.actors; ++a) {
        if (!absent(Quantity::Depth, a)) continue;
        if (absent(Quantity::Area, a)) {
            require(Quantity::Depth, a, {"depth, or area to derive it from", "depth，或据以推得的 area"});
            continue;
        }
        double const area = value(Quantity::Area, a);
        derive(Quantity::Depth, a, depth_from_area(area), {"from area", "由面积"},
               slope_of_depth(area) * spread(Quantity::Area, a));
    }
    for (std::size_t a = 0; a < s_.size.actors; ++a) {
        if (!absent(Quantity::Commitment, a)) continue;
        bool const ally = s_.actors[a].role == Role::Ally;
        derive(Quantity::Commitment, a, ally ? treaty_commitment : untied_commitment,
               ally ? Text{"treaty ally", "条约盟国"} : Text{"no treaty", "无条约"});
    }
    for (std::size_t a = 0; a < s_.size.actors; ++a) {
        if (!absent(Quantity::Worth, a) || absent(Quantity::Power, a)) continue;
        double const power = value(Quantity::Power, a);
        derive(Quantity::Worth, a, worth_from_power(power), {"from power", "由实力"},
               slope_of_worth(power) * spread(Quantity::Power, a));
    }
    fill_distances();
}

void FigureBoard::fill_distances() {
    std::size_t const n = s_.size.actors;
    auto const located = [&](std::size_t a) {
        return !absent(Quantity::Latitude, a) && !absent(Quantity::Longitude, a);
    };
    auto const coordinates = [&](std::size_t a) {
        return Coordinates{Degrees{value(Quantity::Latitude, a)}, Degrees{value(Quantity::Longitude, a)}};
    };
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
            if (i != j && absent(Quantity::Distance, i * n + j) && located(i) && located(j))
                derive(Quantity::Distance, i * n + j, great_circle(coordinates(i), coordinates(j), earth_radius).value,
                       {"great circle between capitals", "首都间大圆距离"});
}

void FigureBoard::fill_matches() {
    std::size_t const regroup = s_.size.sides - 1;
    for (std::size_t side = 0; side < s_.size.sides; ++side) {
        for (std::size_t c = 0; c < s_.size.cells(); ++c) {
            std::size_t const position = side * s_.size.cells() + c;
            if (!absent(Quantity::Match, position)) continue;
            std::size_t const k = c % s_.size.issues;
            if (side == regroup) {
                values_[at(Quantity::Match, position)] = 0.0;
            } else if (s_.issues[k].match == MatchRule::Given) {
                require(Quantity::Match, position,
                        {"a match, since the issue names no rule", "给出匹配度，因为该议题没有规则"});
            } else if (s_.issues[k].match == MatchRule::Trade) {
                std::size_t const i = s_.assessed[c / s_.size.issues].index();
                std::size_t const a = side == 0 ? s_.leader.index() : s_.challengers[side - 1].index();
                if (absent(Quantity::Trade, i * s_.size.actors + a))
                    require(Quantity::Trade, i * s_.size.actors + a,
                            {fmt::format("trade, since the match on {} follows it", s_.issues[k].code),
                             fmt::format("给出贸易额，因为议题 {} 的匹配度取决于它", s_.issues[k].code)});
            }
        }
    }
}

void FigureBoard::fill() {
    derive_all();
    fill_matches();
    for (QuantityInfo const& q : all_quantities()) {
        if (q.quantity == Quantity::Match || q.quantity == Quantity::Allegiance) continue; // by rule
        for (std::size_t n = 0; n < s_.length[static_cast<std::size_t>(q.quantity)]; ++n) {
            if (!absent(q.quantity, n)) continue;
            if (q.absent == Absent::Default)
                values_[at(q.quantity, n)] = q.fallback;
            else if (q.absent == Absent::Error)
                require(q.quantity, n,
                        {fmt::format("a figure: {}", q.meaning.en), fmt::format("给出：{}", q.meaning.zh)});
        }
    }
}

void FigureBoard::find_environment() {
    std::size_t const n = s_.size.actors;
    auto const power = [&](std::size_t a) {
        return s_.actors[a].role == Role::Leader || s_.actors[a].role == Role::Challenger;
    };
    for (std::size_t i = 0; i < n; ++i) {
        s_.environment_first.push_back(s_.environment.size());
        for (std::size_t j = 0; j < n; ++j) {
            if (i == j) continue;
            std::size_t const dyad = i * n + j;
            bool const hostile = value(Quantity::Hostility, dyad) > info(Quantity::Hostility).fallback;
            if (!power(j) && !hostile && value(Quantity::Contiguity, dyad) <= 0.0) continue;
            s_.environment.emplace_back(j);
            if (absent(Quantity::Distance, dyad))
                require(Quantity::Distance, dyad,
                        {"distance, or latitude and longitude of both", "distance，或双方的 latitude 与 longitude"});
        }
    }
    s_.environment_first.push_back(s_.environment.size());
}

} // namespace casus
