#include "casus/world/from_panel/dots.hpp"
#include "casus/world/from_panel/pair_figures.hpp"

#include "casus/data/panel/numbers.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace casus::from_panel {

namespace {

constexpr double growth_of_spread = 0.1; ///< of the figure, a year that it is carried

struct Dated {
    int year;
    Given given;
};

using Latest = std::map<Pair, Dated>;

void add(Latest& latest, Pair pair, int year, Given const& given) {
    auto const [at, fresh] = latest.try_emplace(pair, Dated{year, given});
    if (!fresh && at->second.year < year) at->second = {year, given};
}

void read_cow(Holdings const& holdings, Latest& latest) {
    for (Edition const& edition : holdings.editions("cow-trade")) {
        data::Table const table = holdings.store().read(edition.name(), {"ccode1", "ccode2", "year", "flow1", "flow2"});
        auto const first = data::whole_in(table, "ccode1", "cow-trade"),
                   second = data::whole_in(table, "ccode2", "cow-trade"),
                   year = data::whole_in(table, "year", "cow-trade");
        auto const one = data::real_in(table, "flow1", "cow-trade"), other = data::real_in(table, "flow2", "cow-trade");
        for (std::size_t row = 0; row < table.rows(); ++row) {
            if (year[row] < holdings.earliest() || year[row] > holdings.year()) continue;
            bool const none1 = std::isnan(one[row]);
            bool const none2 = std::isnan(other[row]);
            if (none1 && none2) continue;
            char const* const what = none1   ? "flow2 (flow1 missing)"
                                     : none2 ? "flow1 (flow2 missing)"
                                             : "flow1 + flow2";
            double const millions = (none1 ? 0.0 : one[row]) + (none2 ? 0.0 : other[row]);
            Given const given{millions * 1e6, 0.0, edition.source(fmt::format("{}, {}", what, year[row]))};
            add(latest, {first[row], second[row]}, year[row], given);
            add(latest, {second[row], first[row]}, year[row], given);
        }
    }
}

} // namespace

PairTrade::PairTrade(Holdings& holdings, std::vector<Problem>& problems) {
    constexpr std::array<std::string_view, 2> datasets{"cow-trade", "imf-dots"};
    for (std::string_view const dataset : datasets)
        if (!holdings.editions(dataset).empty()) silent_ += (silent_.empty() ? "" : " and ") + std::string(dataset);
    if (silent_.empty()) {
        problems.push_back(holdings.uncovered({"trade", "贸易"}, datasets, holdings.year()));
        return;
    }
    Latest latest;
    read_cow(holdings, latest);
    for (ReportedTrade const& trade : reported_trade(holdings, false))
        add(latest, {trade.reporter, trade.partner}, trade.year, {trade.dollars, 0.0, trade.source});
    for (auto& [pair, dated] : latest) {
        if (int const gap = holdings.year() - dated.year; gap > 0) {
            dated.given.sd = growth_of_spread * gap * dated.given.value;
            dated.given.source += fmt::format(", carried to {}", holdings.year());
        }
        of_.emplace(pair, std::move(dated.given));
    }
}

Given const* PairTrade::find(int actor, int partner) const {
    auto const found = of_.find({actor, partner});
    return found == of_.end() ? nullptr : &found->second;
}

} // namespace casus::from_panel
