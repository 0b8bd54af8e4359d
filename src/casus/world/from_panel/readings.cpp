#include "casus/world/from_panel/state_figures.hpp"

#include <fmt/format.h>

#include <cmath>

namespace casus::from_panel {

void Readings::add(int state, int year, Given given) {
    auto const [at, fresh] = latest_.try_emplace(state, Dated{year, given});
    if (!fresh && at->second.year < year) at->second = {year, std::move(given)};
}

StateFigures Readings::for_year(int year, double relative, double absolute) const {
    StateFigures figures;
    for (auto const& [state, dated] : latest_) {
        Given given = dated.given;
        if (int const gap = year - dated.year; gap > 0) {
            given.sd = std::hypot(given.sd, gap * (relative * given.value + absolute));
            given.source += fmt::format(", carried to {}", year);
        }
        figures.emplace(state, std::move(given));
    }
    return figures;
}

} // namespace casus::from_panel
