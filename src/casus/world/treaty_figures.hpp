// Figures of treaties in a world's year, by the names that alliance-years have for them ("regime_change"). They stand
// beside the World: only a lens that judges treaties themselves reads them.
#pragma once

#include "casus/base/error.hpp"

#include <span>
#include <string>
#include <vector>

namespace casus {

struct TreatyFigure {
    std::string treaty; ///< its code
    std::string term;
    double value = 0.0;
    double low = 0.0; ///< ends of the range in which it lies, low <= value <= high; both `value` where it is certain
    double high = 0.0;
    std::string source{};
    Place treaty_place{}; ///< of the treaty's code
    Place place{};        ///< of the value
};

/// Reports every figure of a treaty that is not among `treaties` (with the nearest), every term that a treaty has twice,
/// and every value outside its own range.
void check_treaty_figures(std::span<TreatyFigure const> figures, std::span<std::string const> treaties,
                          std::vector<Problem>& problems);

} // namespace casus
