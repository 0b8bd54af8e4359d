// Figures of single states from the data sets of the store.
#pragma once

#include "casus/base/error.hpp"
#include "casus/world/from_panel/holdings.hpp"

#include <map>
#include <string>
#include <vector>

namespace casus::from_panel {

/// A figure that a data set gives.
struct Given {
    double value = 0.0;
    double sd = 0.0;
    std::string source;
};

using StateFigures = std::map<int, Given>; ///< by COW number

/// What several data sets give for states in the years that may be taken: the latest year wins, and of one year what was
/// added first.
class Readings {
public:
    void add(int state, int year, Given given);
    /// What is from before `year` says so in its source; its sd grows with every year that it was carried: by `relative`
    /// of the value and by `absolute`.
    [[nodiscard]] StateFigures for_year(int year, double relative, double absolute = 0.0) const;

private:
    struct Dated {
        int year;
        Given given;
    };
    std::map<int, Dated> latest_;
};

/// The composite index of national capabilities (nmc).
[[nodiscard]] StateFigures power(Holdings& holdings, std::vector<Problem>& problems);

/// US dollars: current ones (worldbank-gdp); else surplus-product data's estimate (sdp-gdp), 2011 dollars brought to the
/// year's by what the World Bank's figure for the United States is to the estimate, in the nearest year that both have.
[[nodiscard]] StateFigures gdp(Holdings& holdings, std::vector<Problem>& problems);

/// Current US dollars: sipri-milex; else nmc's milex, thousands of dollars, or of pounds to 1913, at 4.8665 dollars (the
/// parity of gold).
[[nodiscard]] StateFigures military_spending(Holdings& holdings, std::vector<Problem>& problems);

/// A judgement for states that have no figure of military spending but one of GDP, with the reason as source: their own
/// latest figure of the ten years before the year, else the median share of GDP of who has both; sd half of it. Without
/// it a closed state (North Korea) would threaten nobody in the years in which nobody knows what it spends.
[[nodiscard]] StateFigures judged_military_spending(Holdings const& holdings, StateFigures const& spending,
                                                    StateFigures const& gdp);

/// V-Dem's electoral democracy (vdem with its sd, or democracy); else (polity2 + 10)/20 (democracy, polity).
[[nodiscard]] StateFigures regime(Holdings& holdings, std::vector<Problem>& problems);

/// Where the capital lies, the last one of the year (capitals). Degrees.
struct Seats {
    StateFigures latitude;
    StateFigures longitude;
};
[[nodiscard]] Seats seats(Holdings& holdings, std::vector<Problem>& problems);

/// Exports plus imports with all the world, current US dollars: cow-trade-national, else imf-dots. Nothing where no
/// data set covers the year.
[[nodiscard]] StateFigures world_trade(Holdings& holdings);

} // namespace casus::from_panel
