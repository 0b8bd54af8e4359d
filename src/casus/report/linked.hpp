// The ledgers that stand behind the cells of a report's matrices.
#pragma once

#include "casus/report/document.hpp"

#include <map>
#include <string>

namespace casus::report {

/// Ids of the ledgers that matrices link to, and the name of the row that links; empty where several do.
[[nodiscard]] inline std::map<std::string, Text> linked_ledgers(Report const& report) {
    std::map<std::string, Text> rows;
    for (Chapter const& chapter : report.chapters)
        for (Shape const& shape : chapter.shapes)
            if (auto const* matrix = std::get_if<Matrix>(&shape))
                for (std::size_t at = 0; at < matrix->links.size(); ++at)
                    if (!matrix->links[at].empty()) {
                        Text const& name = matrix->rows.at(at / matrix->columns.size()).name;
                        auto const [row, first] = rows.try_emplace(matrix->links[at], name);
                        if (!first && row->second.en != name.en) row->second = {};
                    }
    return rows;
}

/// Name of the row that a ledger belongs to: of its cell, or of the cells below it ("alienation/AUS" of
/// "alienation/AUS/trade"); empty where there is none.
[[nodiscard]] inline Text row_behind(std::map<std::string, Text> const& linked, std::string const& id) {
    if (auto const cell = linked.find(id); cell != linked.end()) return cell->second;
    auto const below = linked.lower_bound(id + "/");
    return below != linked.end() && below->first.starts_with(id + "/") ? below->second : Text{};
}

} // namespace casus::report
