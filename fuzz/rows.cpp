// Any bytes as a published file of delimited text, plain or in gzip.

#include "casus/data/files/rows.hpp"
#include "casus/base/csv.hpp"
#include "casus/base/encoding.hpp"
#include "casus/data/files/stata_rows.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

void demand(bool holds) {
    if (!holds) std::abort();
}

/// Cells written as CSV and read again are the same cells.
void check_return(std::span<std::string_view const> cells) {
    std::string text = "header\n";
    for (std::size_t i = 0; i < cells.size(); ++i) text += (i > 0 ? "," : "") + casus::csv_field(cells[i]);
    auto const rows = casus::read_csv(text, "again.csv");
    demand(rows.size() == 2 && rows[1].size() == cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) demand(rows[1][i].text == cells[i]);
}

void check_row(casus::data::Rows const& rows) {
    for (std::string_view const cell : rows.cells()) demand(casus::is_utf8(cell));
    if (rows.cells().size() > 1) check_return(rows.cells());
    int line = 1;
    for (std::size_t column = 0; column <= rows.cells().size(); ++column) {
        casus::Place const place = rows.place(column);
        demand(place.line >= line && place.column >= 1);
        line = place.line;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    try {
        constexpr std::size_t limit = 1 << 20;
        auto const content =
            casus::data::content_of("fuzz.csv", std::string(reinterpret_cast<char const*>(data), size), limit);
        if (casus::data::is_stata(content.bytes)) return 0; // has a target of its own
        auto const rows = casus::data::open_rows(content, static_cast<int>(size % 3));
        while (rows->next()) check_row(*rows);
    } catch (casus::Error const&) { // as it should be
    }
    return 0;
}
