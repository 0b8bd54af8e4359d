#include "casus/fit/treaty_depth.hpp"

#include <algorithm>

namespace casus::fit {

namespace {

/// One member's time in one treaty.
struct Membership {
    int state = 0;
    int from = 0;
    int to = 0;
    double depth = 0.0;
};

double depth_of(data::Table const& table, std::size_t row) {
    auto const provides = [&](char const* column) { return table[column].number(row) > 0.0; }; // NaN: no
    if (provides("intcom") || provides("base") || provides("subord")) return 2.0;
    if (table["milcon"].number(row) > 1.0 || provides("milaid") || provides("organ1") || provides("contrib"))
        return 1.0;
    return 0.0;
}

std::map<int, std::vector<Membership>> defence_treaties(data::Store const& store) {
    data::Table const table = store.read("atop-member", {"atopid", "member", "yrent", "yrexit", "defense", "intcom",
                                                         "base", "subord", "milcon", "milaid", "organ1", "contrib"});
    std::map<int, std::vector<Membership>> treaties;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (table["defense"].number(row) != 1.0) continue;
        double const exit = table["yrexit"].number(row);
        treaties[static_cast<int>(table["atopid"].number(row))].push_back(
            {.state = static_cast<int>(table["member"].number(row)),
             .from = static_cast<int>(table["yrent"].number(row)),
             .to = exit > 0.0 ? static_cast<int>(exit) : 9999,
             .depth = depth_of(table, row)});
    }
    return treaties;
}

} // namespace

std::map<std::pair<int, int>, double> treaty_depths(data::Store const& store, int leader, int first_year,
                                                    int last_year) {
    std::map<std::pair<int, int>, double> depths;
    for (auto const& [id, members] : defence_treaties(store))
        for (Membership const& lead : members)
            for (Membership const& other : members) {
                if (lead.state != leader || other.state == leader) continue;
                int const to = std::min({lead.to, other.to, last_year});
                for (int year = std::max({lead.from, other.from, first_year}); year <= to; ++year) {
                    double& depth = depths[{other.state, year}];
                    depth = std::max(depth, other.depth);
                }
            }
    return depths;
}

} // namespace casus::fit
