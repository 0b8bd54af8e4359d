// The ledgers that stand behind the cells of a report's matrices.
#pragma once

#include "casus/report/document.hpp"

#include <map>
#include <string>

namespace casus::report {

/// Ids of the ledgers that matrices link to, and the name of the row that links first.
[[nodiscard]] inline std::map<std::string, Text> linked_ledgers(Report const& report) {
    std::map<std::string, Text> rows;
    for (Chapter const& chapter : report.chapters)
        for (Shape const& shape : chapter.shapes)
            if (auto const* matrix = std::get_if<Matrix>(&shape))
                for (std::size_t at = 0; at < matrix->links.size(); ++at)
                    if (!matrix->links[at].empty())
                        rows.try_emplace(matrix->links[at], matrix->rows.at(at / matrix->columns.size()).name);
    return rows;
}

} // namespace casus::report
