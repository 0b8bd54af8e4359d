#include "casus/world/treaty_figures.hpp"

#include "casus/world/range_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace casus {

void check_treaty_figures(std::span<TreatyFigure const> figures, std::span<std::string const> treaties,
                          std::vector<Problem>& problems) {
    std::vector<std::string> const codes(treaties.begin(), treaties.end());
    std::set<std::pair<std::string, std::string>> seen;
    for (TreatyFigure const& figure : figures) {
        if (std::ranges::find(codes, figure.treaty) == codes.end()) {
            problems.push_back({figure.treaty_place,
                                {"unknown treaty", "未知条约"},
                                figure.treaty,
                                {"the code of one of [treaties]", "[treaties] 中的代码"},
                                nearest(figure.treaty, codes)});
        } else if (!seen.emplace(figure.treaty, figure.term).second) {
            problems.push_back({figure.treaty_place,
                                {fmt::format("{} of treaty {} given twice", figure.term, figure.treaty),
                                 fmt::format("条约 {} 的 {} 重复", figure.treaty, figure.term)},
                                {},
                                {},
                                {}});
        } else if (!(figure.low <= figure.value && figure.value <= figure.high)) {
            problems.push_back({figure.place,
                                {fmt::format("{} of treaty {} is outside its own range", figure.term, figure.treaty),
                                 fmt::format("条约 {} 的 {} 超出自身的范围", figure.treaty, figure.term)},
                                fmt::format("{}", figure.value),
                                range_text(figure.low, figure.high),
                                {}});
        }
    }
}

} // namespace casus
