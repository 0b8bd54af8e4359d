#include "casus/world/from_panel/dots.hpp"

#include "casus/data/codes/codes.hpp"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <tuple>

namespace casus::from_panel {

namespace {

using Key = std::tuple<int, int, int>; // reporter, partner, year

struct Flows {
    double exports = data::missing<double>;
    double imports = data::missing<double>;
};

std::map<Key, Flows> flows_in(data::Table const& table, Holdings const& holdings, bool with_world) {
    std::map<Key, Flows> all;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        double const when = table["year"].number(row);
        if (!(when >= holdings.earliest() && when <= holdings.year())) continue;
        std::string_view const partner = table["partner_iso3c"].word(row);
        if ((partner == "WLD") != with_world) continue;
        int const year = static_cast<int>(when);
        auto const number = [&](std::string_view code) {
            data::StateEra const* const era = data::find_state(data::StateCode::Iso3, code, Year{year});
            return era ? era->cow : 0;
        };
        int const reporter = number(table["reporter_iso3c"].word(row));
        int const other = with_world ? 0 : number(partner);
        if (reporter == 0 || (other == 0 && !with_world)) continue;
        Flows& flows = all[{reporter, other, year}];
        bool const exports = table["flow"].word(row) == "export_fob";
        (exports ? flows.exports : flows.imports) = table["usd_million"].number(row);
    }
    return all;
}

} // namespace

std::vector<ReportedTrade> reported_trade(Holdings const& holdings, bool with_world) {
    std::vector<ReportedTrade> result;
    for (Edition const& edition : holdings.editions("imf-dots")) {
        data::Table const table =
            holdings.store().read(edition.name(), {"year", "flow", "reporter_iso3c", "partner_iso3c", "usd_million"});
        for (auto const& [key, flows] : flows_in(table, holdings, with_world)) {
            auto const& [reporter, partner, year] = key;
            double const dollars = (flows.exports + flows.imports) * 1e6;
            if (std::isnan(dollars)) continue;
            result.push_back(
                {reporter, partner, year, dollars, edition.source(fmt::format("exports FOB + imports CIF, {}", year))});
        }
    }
    return result;
}

} // namespace casus::from_panel
