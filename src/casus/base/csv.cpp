#include "casus/base/csv.hpp"

#include "casus/base/delimited.hpp"

namespace casus {

std::vector<CsvRow> read_csv(std::string_view content, std::string const& file) {
    Delimited text(content, file, {});
    std::vector<CsvRow> rows;
    while (text.next()) {
        CsvRow& row = rows.emplace_back();
        for (std::size_t column = 0; column < text.cells().size(); ++column) {
            Place const place = text.place(column);
            row.push_back({.text = std::string(text.cells()[column]), .line = place.line, .column = place.column});
        }
    }
    return rows;
}

std::string csv_field(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string quoted = "\"";
    for (char const c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

} // namespace casus
