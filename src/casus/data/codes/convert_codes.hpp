// State codes of one system turned into those of another down a file of rows, row by row with each row's year.
#pragma once

#include "casus/data/codes/codes.hpp"
#include "casus/data/files/content.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace casus::data {

struct CodeConversion {
    StateCode from = StateCode::Cow;
    StateCode to = StateCode::Iso3;
    std::string column;                    ///< with the codes to convert
    std::string year_column;               ///< with calendar years; not read where `year` is given
    std::optional<Year> year;              ///< one year for all rows
    Language language = Language::English; ///< of names
};

/// A code and year that stand for no state, or for one without a code in the other system.
struct UnmatchedCode {
    Problem problem; ///< at the first row that has them
    std::string code;
    std::string year;
    std::size_t rows = 0;
};

struct ConvertedRows {
    std::string csv;          ///< RFC 4180 in UTF-8: the rows with one column more; "NA" where there is no code
    std::string added_column; ///< "iso3", or "ccode_iso3" where the file has a column of that name
    std::size_t rows = 0;
    std::size_t without_code = 0;         ///< rows whose cell is empty or NA: nothing to convert
    std::vector<UnmatchedCode> unmatched; ///< each code and year once, in the order of the file

    [[nodiscard]] std::size_t unmatched_rows() const;
};

/// Whatever open_rows reads: any separator and encoding, gzip, .dta. Errors: no such column (with the nearest), a row
/// of another length than the header, the faults of open_rows. What finds no match is reported in the result and not
/// thrown.
[[nodiscard]] ConvertedRows convert_codes(Content const& content, CodeConversion const& conversion);

} // namespace casus::data
